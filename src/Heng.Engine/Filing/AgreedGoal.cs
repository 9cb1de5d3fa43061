using Heng.Engine.Records;

namespace Heng.Engine.Filing;

/// <summary>Stored by number: append, never renumber.</summary>
public enum GoalEvent : byte { Proposed, Agreed, CheckedIn, Judged, Seen, Dropped }

/// <summary>Where a goal stands: one side has yet to agree to what was proposed last; both agreed; it was judged; it was dropped.</summary>
public enum GoalStage { Proposed, Agreed, Judged, Dropped }

/// <summary>What happens to a goal. Terms: which proposal, from 1, an agreement is to.</summary>
public sealed record GoalHappening(GoalEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public string? Name { get; init; }
    public GoalKind? Kind { get; init; }
    public DateOnly? Due { get; init; }
    public decimal? Start { get; init; }
    public decimal? Target { get; init; }
    public decimal? Now { get; init; }
    public string? Words { get; init; }
    public int? Terms { get; init; }
    public GoalState? State { get; init; }
    public decimal? Time { get; init; }
    public decimal? Quality { get; init; }
    public decimal? Attainment { get; init; }
}

/// <summary>A goal (目标约定) as its events leave it. The terms that both agreed to last stand, until both agree to others.</summary>
public sealed record AgreedGoal(string Agent, IReadOnlyList<GoalHappening> Happened)
{
    private IEnumerable<(GoalHappening Of, int Number)> Proposals => Happened.Where(h => h.What == GoalEvent.Proposed).Select((h, i) => (h, i + 1));

    public GoalHappening Proposed => Happened.Last(h => h.What == GoalEvent.Proposed);
    public int Terms => Happened.Count(h => h.What == GoalEvent.Proposed);
    public bool AgreedToLast => Happened.Any(h => h.What == GoalEvent.Agreed && h.Terms == Terms);
    /// <summary>The agreement that stands.</summary>
    public GoalHappening? Agreement => Happened.LastOrDefault(h => h.What == GoalEvent.Agreed);
    /// <summary>The terms that stand; null while none were agreed to.</summary>
    public GoalHappening? Standing => Agreement is { } agreed ? Proposals.First(p => p.Number == agreed.Terms).Of : null;
    public GoalHappening? Judged => Happened.LastOrDefault(h => h.What == GoalEvent.Judged);
    public bool Seen => Happened.Any(h => h.What == GoalEvent.Seen);
    public decimal? Now => Happened.LastOrDefault(h => h.Now is not null)?.Now;

    public GoalStage Stage => Happened.Any(h => h.What == GoalEvent.Dropped) ? GoalStage.Dropped : Judged is not null ? GoalStage.Judged : AgreedToLast ? GoalStage.Agreed : GoalStage.Proposed;

    public AgreedGoal After(GoalHappening happens) => this with { Happened = [.. Happened, happens] };

    /// <summary>
    /// The records that cards read: the terms that stand, and those that stood before them under another name or day, which nobody agrees to any more. A dropped goal counts nothing.
    /// </summary>
    public IEnumerable<Goal> Records(ShopClock clock)
    {
        if (Standing is not { } standing) yield break;
        var former = Happened.Where(h => h.What == GoalEvent.Agreed).Select(a => Proposals.First(p => p.Number == a.Terms).Of).Where(p => (p.Due, p.Name) != (standing.Due, standing.Name)).DistinctBy(p => (p.Due, p.Name));
        foreach (var terms in former) yield return Of(terms, null);
        yield return Of(standing, Stage == GoalStage.Dropped ? null : clock.DayOf(Agreement!.At));
    }

    private Goal Of(GoalHappening terms, DateOnly? agreed) => new(
        terms.Due!.Value, Agent, terms.Name!, terms.Kind!.Value, terms.Start, terms.Target, Now, Judged?.State, Judged?.Time, Judged?.Quality, Judged?.Attainment, agreed);
}

/// <summary>
/// A goal is proposed by the person or by who checks them, and agreed to by the other side; so is every change of it. Both note how far it came; from its day on it is judged by who
/// checks the person, who sees it.
/// </summary>
public static class GoalCycle
{
    public static FilingStep<GoalHappening> Propose(AgreedGoal? before, string agent, FilingActor by, GoalHappening terms, DateOnly today) => terms switch
    {
        _ when !IsSide(agent, by) => FilingRefusal.RoleMayNot,
        _ when Over(before) is { } over => over,
        { Name: null } => FilingRefusal.NameMissing,
        { Due: null } or { Kind: null } => FilingRefusal.DueMissing,
        _ when terms.Due < today => FilingRefusal.DayLongAgo,
        _ when FarAhead.Is(terms.Due!.Value, today) => FilingRefusal.TooFarAhead,
        _ when !FilingText.Fits(terms.Name, FilingText.MostName) || !FilingText.Fits(terms.Words, FilingText.MostRemark) => FilingRefusal.TooLong,
        // From where to where, or neither: half of a way is none, and one of no length is walked at once.
        _ when terms.Start is null != terms.Target is null || terms.Start is not null && terms.Start == terms.Target => FilingRefusal.TargetUnclear,
        _ => terms,
    };

    /// <param name="terms">Which proposal the one who agrees has before them.</param>
    public static FilingStep<GoalHappening> Agree(AgreedGoal goal, FilingActor by, int terms, Instant now) =>
        !IsSide(goal.Agent, by) ? FilingRefusal.RoleMayNot
        : Over(goal) is { } over ? over
        : terms != goal.Terms ? FilingRefusal.TermsChanged
        : goal.AgreedToLast ? FilingRefusal.AlreadyAgreed
        // One of the two is the person, the other is not.
        : (goal.Proposed.Who == goal.Agent) == (by.Name == goal.Agent) ? FilingRefusal.SamePerson
        : new GoalHappening(GoalEvent.Agreed, by.Name, now, "") { Terms = terms };

    public static FilingStep<GoalHappening> CheckIn(AgreedGoal goal, FilingActor by, decimal? value, string? words, Instant now) =>
        !IsSide(goal.Agent, by) ? FilingRefusal.RoleMayNot
        : Over(goal) is { } over ? over
        : goal.Standing is null ? FilingRefusal.NotAgreed
        : value is null && words is null ? FilingRefusal.NothingWritten
        : !FilingText.Fits(words, FilingText.MostRemark) ? FilingRefusal.TooLong
        : value is not null && goal.Standing.Target is null ? FilingRefusal.TargetUnclear
        : new GoalHappening(GoalEvent.CheckedIn, by.Name, now, "") { Now = value, Words = words };

    public static FilingStep<GoalHappening> Judge(AgreedGoal goal, FilingActor by, GoalHappening judged, DateOnly today) => judged switch
    {
        _ when by.Name == goal.Agent => FilingRefusal.OwnChecked,
        _ when !by.Checks => FilingRefusal.RoleMayNot,
        _ when goal.Stage == GoalStage.Dropped => FilingRefusal.AlreadyDecided,
        _ when goal.Judged is not null => FilingRefusal.AlreadyJudged,
        _ when goal.Stage != GoalStage.Agreed => FilingRefusal.NotAgreed,
        _ when today < goal.Standing!.Due => FilingRefusal.NotDueYet,
        _ when new[] { judged.Time, judged.Quality, judged.Attainment }.Any(m => m is < 0m or > 1m) => FilingRefusal.MarksUnclear,
        // Something has to say how far it came: a mark, a word, or the number that it came to.
        _ when judged is { Attainment: null, State: null } && goal.Now is null => FilingRefusal.MarksUnclear,
        _ when !FilingText.Fits(judged.Words, FilingText.MostRemark) => FilingRefusal.TooLong,
        _ => judged,
    };

    public static FilingStep<GoalHappening> See(AgreedGoal goal, FilingActor by, string? words, Instant now) =>
        by.Name != goal.Agent ? FilingRefusal.NotYours
        : goal.Judged is null ? FilingRefusal.NotJudged
        : goal.Seen ? FilingRefusal.AlreadyDecided
        : !FilingText.Fits(words, FilingText.MostRemark) ? FilingRefusal.TooLong
        : new GoalHappening(GoalEvent.Seen, by.Name, now, "") { Words = words };

    /// <summary>What nobody agreed to yet either side drops; what both agreed to only HR or the manager, for a reason.</summary>
    public static FilingStep<GoalHappening> Drop(AgreedGoal goal, FilingActor by, string why, Instant now) =>
        !IsSide(goal.Agent, by) ? FilingRefusal.RoleMayNot
        : Over(goal) is { } over ? over
        : goal.Standing is not null && (!by.Leads || by.Name == goal.Agent) ? FilingRefusal.AlreadyAgreed
        : string.IsNullOrWhiteSpace(why) ? FilingRefusal.NeedsReason
        : why.Length > FilingText.MostRemark ? FilingRefusal.TooLong
        : new GoalHappening(GoalEvent.Dropped, by.Name, now, why.Trim());

    private static bool IsSide(string agent, FilingActor by) => by.Name == agent || by.Checks;

    private static FilingRefusal? Over(AgreedGoal? goal) => goal?.Stage switch { GoalStage.Judged => FilingRefusal.AlreadyJudged, GoalStage.Dropped => FilingRefusal.AlreadyDecided, _ => null };
}
