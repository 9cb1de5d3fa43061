using Heng.Engine.Records;

namespace Heng.Engine.Filing;

/// <summary>Stored by number: append, never renumber.</summary>
public enum FiledEvent : byte { Filed, Confirmed, SentBack }

/// <summary>Where a filing stands.</summary>
public enum FiledStage { Waits, Confirmed, SentBack }

/// <summary>What happens to a filing. Count, note, link and evidence stand where it is filed, and where it is filed anew after it was sent back.</summary>
public sealed record FiledHappening(FiledEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public long? Duty { get; init; }
    public decimal? Count { get; init; }
    public string? Note { get; init; }
    public string? Link { get; init; }
    public long? Evidence { get; init; }
}

/// <summary>A filing (填报): how much of a duty somebody did on a day.</summary>
public sealed record FiledState(string Agent, DateOnly Day, IReadOnlyList<FiledHappening> Happened)
{
    public FiledHappening Filed => Happened.Last(h => h.What == FiledEvent.Filed);
    public long Duty => Happened[0].Duty!.Value;
    public decimal Count => Filed.Count!.Value;

    public FiledStage Stage => Happened[^1].What switch { FiledEvent.Confirmed => FiledStage.Confirmed, FiledEvent.SentBack => FiledStage.SentBack, _ => FiledStage.Waits };

    public FiledState After(FiledHappening happens) => this with { Happened = [.. Happened, happens] };
}

/// <summary>Who has the duty files a count; whoever checks them confirms it or sends it back with a reason, also what was confirmed before. Nobody confirms their own.</summary>
public static class FiledCycle
{
    /// <summary>What was done longer ago is not filed any more.</summary>
    public const int MostDaysBack = 31;

    public static FilingStep<FiledHappening> File(FiledState? before, string agent, DateOnly? day, CountedDuty? duty, FiledHappening filed, DateOnly today) => filed switch
    {
        _ when filed.Who != agent => FilingRefusal.NotYours,
        _ when duty is null or { Ended: true } => FilingRefusal.DutyOver,
        _ when before is { Stage: FiledStage.Confirmed } => FilingRefusal.AlreadyDecided,
        _ when day is null => FilingRefusal.DueMissing,
        _ when day > today => FilingRefusal.DayAhead,
        _ when day < today.AddDays(-MostDaysBack) => FilingRefusal.DayLongAgo,
        { Count: null or <= 0m or > 1_000_000m } => FilingRefusal.CountMissing,
        _ when !FilingText.Fits(filed.Note, FilingText.MostRemark) || !FilingText.Fits(filed.Link, FilingText.MostLink) => FilingRefusal.TooLong,
        { Evidence: null, Link: null } when duty.NeedsEvidence => FilingRefusal.EvidenceMissing,
        _ => filed,
    };

    public static FilingStep<FiledHappening> Check(FiledState state, FilingActor by, bool confirms, string why, Instant now) =>
        by.Name == state.Agent ? FilingRefusal.OwnChecked
        : !by.Checks ? FilingRefusal.RoleMayNot
        : state.Stage == FiledStage.SentBack || confirms && state.Stage == FiledStage.Confirmed ? FilingRefusal.AlreadyDecided
        : why.Length > FilingText.MostRemark ? FilingRefusal.TooLong
        : !confirms && string.IsNullOrWhiteSpace(why) ? FilingRefusal.NeedsReason
        : new FiledHappening(confirms ? FiledEvent.Confirmed : FiledEvent.SentBack, by.Name, now, why.Trim());
}

/// <summary>What confirmed filings come to among the records that cards read.</summary>
public static class FiledRecords
{
    /// <summary>
    /// The task of the stretch, due on its last day, done on the day whose count reached the goal. One that the goal is not reached of stays undone, also where something that was
    /// confirmed is sent back.
    /// </summary>
    public static Assignment TaskOf(CountedDuty duty, string agent, DateOnly day, IEnumerable<FiledState> filed)
    {
        var (first, last) = duty.Around(day);
        var sum = 0m;
        foreach (var one in Confirmed(filed, agent, first, last))
            if ((sum += one.Count) >= duty.Goal) return new(last, duty.Name, agent, one.Day, false);
        return new(last, duty.Name, agent, null, false);
    }

    /// <summary>The person's number of the day, as an imported list of counters would tell it; its days add up.</summary>
    public static Reported CounterOf(CountedDuty duty, string agent, DateOnly day, IEnumerable<FiledState> filed) =>
        new("", Reported.Counters, agent, day, day, [new(duty.Name, Confirmed(filed, agent, day, day).Sum(f => f.Count))]);

    public static decimal Sum(string agent, DateOnly first, DateOnly last, IEnumerable<FiledState> filed) => Confirmed(filed, agent, first, last).Sum(f => f.Count);

    private static IEnumerable<FiledState> Confirmed(IEnumerable<FiledState> filed, string agent, DateOnly first, DateOnly last) =>
        filed.Where(f => f.Agent == agent && f.Day >= first && f.Day <= last && f.Stage == FiledStage.Confirmed).OrderBy(f => f.Day);
}
