using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Simulation;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Simulation;
using Heng.Store;

namespace Heng.App.Features.Plans;

/// <summary>A version that was published: what was told of it, and the rehearsal that is kept with it.</summary>
public sealed record Published(PlanVersion Version, PublishNotes Notes, SimulationResult? Simulation);

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
public sealed record NotPublished(string Name, Wording Words);

/// <summary>Publishing (发布), the same from the command line and the page. A draft of the scheme is let go.</summary>
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
    public (Published? Done, NotPublished? Refused) Publish(PlanFileContent content, string yaml, string by)
    {
        if (RetiredMetrics.In(content, database) is { Count: > 0 } retired) return (null, new(RetiredMetrics.Name, RetiredMetrics.Words(retired)));
        var (now, notes) = (Now, NotesOn(content));
        var (simulation, refused) = Rehearse(content);
        if (refused is not null) return (null, refused);
        var version = database.Plans.Publish(content.Scheme, yaml, now, by, SimulationJson.Of(content.Scheme, simulation).ToJsonString(CommandLine.Output.Json));
        database.Decisions.Append(now, by, "plan-published", $"plan/{version.Id}", $"v{version.Version}");
        database.PlanDrafts.Discard(content.Scheme);
        return (new(version, notes, simulation), null);
    }

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
