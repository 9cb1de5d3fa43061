using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Features.Simulation;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Rules;
using Heng.Engine.Simulation;
using Heng.Store;

namespace Heng.App.Features.Plans;

/// <summary>A version that was published: what was told of it, the rehearsal that is kept with it, and a draft of another text that stays.</summary>
public sealed record Published(PlanVersion Version, PublishNotes Notes, SimulationResult? Simulation, PlanDraft? Remaining);

/// <summary>Whom a file takes from other plans, and which of its own plans are for nobody, as of today.</summary>
public sealed record PublishNotes(IReadOnlyList<TakenPosition> Takes, IReadOnlyList<UnusedPlan> Unused)
{
    /// <summary>Where the file rests on a choice of indicators that there is not.</summary>
    public Wording? UnknownChoice { get; init; }

    /// <summary>What is hardly meant so.</summary>
    public IEnumerable<Wording> Warnings => Unused.Select(u => u.Words).Concat(UnknownChoice is { } unknown ? [unknown] : []);
    public IEnumerable<Wording> Words => Takes.Select(t => t.Words).Concat(Warnings);
}

/// <summary>Why a file is not published: the refusal's name, and the words.</summary>
public sealed record NotPublished(string Name, Wording Words)
{
    public static readonly NotPublished ChangedMeanwhile = new("changed-meanwhile", new(
        "您看过预演之后，方案已被改动或另行发布，没有发布。下面是现在的预演", "The plan was changed or published since you saw its rehearsal, so nothing was published. Below is the rehearsal as it is now"));

    public static NotPublished AlreadyInForce(PlanVersion version) => new("already-in-force", new(
        $"第 {version.Version} 版就是这个文本，已在执行，没有再发布", $"Version {version.Version} is this very text and is in force; nothing was published"));
}

/// <summary>A text that waits for a second person, with what it would do; ProposedBefore where it waited already and the same person asked again.</summary>
public sealed record WaitingPlan(KeptMatter<ProposalStep> Proposal, PublishNotes Notes, SimulationResult? Simulation, bool ProposedBefore);

/// <summary>What came of asking to publish: one of the three.</summary>
public sealed record PublishOutcome(Published? Done, NotPublished? Refused, WaitingPlan? Waits)
{
    public static implicit operator PublishOutcome(NotPublished refused) => new(null, refused, null);
}

/// <summary>
/// Publishing (发布), the same from the command line and the page. Where two may publish, one proposes and the other, asking for the same text, publishes. A draft of the published
/// text is let go.
/// </summary>
public sealed class Publication(Database database, TimeProvider time)
{
    /// <summary>What publishing would do to whom, as of today.</summary>
    public PublishNotes NotesOn(PlanFileContent content)
    {
        var rules = database.Shops.All is [var first, ..] ? database.RuleSets.Current(first.Id, DateOnly.MaxValue) : RuleSet.Default;
        var (now, day, roster) = (PlanChoice.RegimeOf(PublishedPlans.InForce(database, ShopCatalogue.On(database, rules.Paying, DateOnly.MaxValue))), rules.Clock.DayOf(Now), database.People.Roster);
        var after = now.With(content.Counting);
        return new(TakenPosition.By(now, after, PositionsOn(roster, day), day), UnusedPlan.Of(content.Counting, after, d => PositionsOn(roster, d), day)) { UnknownChoice = ChoiceLink.Unknown(content.Choice, database) };
    }

    private static (string Person, string Position)[] PositionsOn(Roster roster, DateOnly day) =>
        [.. roster.People.Select(p => (p.Name, roster.On(p.Id, day)?.Position)).Where(p => p.Position is not null).Select(p => (p.Name, p.Position!))];

    /// <summary>On the available months, up to three; without a result where no month has data yet.</summary>
    public (SimulationResult? Result, NotPublished? Refused) Rehearse(PlanFileContent content, SimulationAsk? ask = null)
    {
        try
        {
            var months = DraftRehearsal.Available(database, database.Shops.All, DraftRehearsal.MonthsToPublish);
            return (DraftRehearsal.Run(database, database.Shops.All, content, months, ask ?? new(), asOf: null), null);
        }
        catch (OverflowException)
        {
            return (null, new("simulation-overflow", new("方案里的数字太大，无法预演，未发布", "The plan's numbers are too large to be rehearsed, so it was not published")));
        }
    }

    /// <summary>Nobody publishes unseen: what the file does to the available months stands with the version.</summary>
    /// <param name="newest">The version that is followed, null for none: where another was published by then, this one is not.</param>
    public PublishOutcome Publish(PlanFileContent content, string yaml, Viewer viewer, PlanVersion? newest)
    {
        var (now, notes, by) = (Now, NotesOn(content), viewer.Name);
        // The same text again does something only where another file took positions from it since.
        if (newest is not null && Same(newest.Yaml, yaml) && notes.Takes.Count == 0) return NotPublished.AlreadyInForce(newest);
        if (RetiredMetrics.In(content, database) is { Count: > 0 } retired) return new NotPublished(RetiredMetrics.Name, RetiredMetrics.Words(retired));
        var (simulation, refused) = Rehearse(content);
        if (refused is not null) return refused;
        var second = new SecondPerson(database, time, TwoPersonChange.Plan);
        var look = second.Look(content.Scheme, newest?.Version ?? 0, yaml.ReplaceLineEndings("\n"), "", viewer);
        if (!look.Goes) return new(null, null, new(look.Proposal!, notes, simulation, look.ProposedBefore));
        if (database.Plans.PublishAfter(newest?.Version ?? 0, content.Scheme, yaml, now, by, SimulationJson.Of(content.Scheme, simulation).ToJsonString(CommandLine.Output.Json)) is not { } version)
            return database.Plans.Find(content.Scheme) is { } other && Same(other.Yaml, yaml) ? NotPublished.AlreadyInForce(other) : NotPublished.ChangedMeanwhile;
        database.Decisions.Append(now, by, "plan-published", $"plan/{version.Id}", $"v{version.Version}");
        second.Confirmed(look.Proposal, viewer);
        database.Witness.Take(now, by);
        return new(new(version, notes, simulation, Remaining(version)), null, null);
    }

    /// <summary>Lets the draft go that was published; one of another text is somebody's work and stays.</summary>
    private PlanDraft? Remaining(PlanVersion version)
    {
        if (database.PlanDrafts.Find(version.Id) is not { } draft) return null;
        return Same(draft.Yaml, version.Yaml) && database.PlanDrafts.Discard(draft.Scheme, draft.Yaml) ? null : database.PlanDrafts.Find(version.Id);
    }

    // A file written on another system is no other text.
    private static bool Same(string one, string other) => one.ReplaceLineEndings("\n") == other.ReplaceLineEndings("\n");

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
