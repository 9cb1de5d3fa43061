using Heng.Engine.Records;

namespace Heng.Engine.Filing;

/// <summary>Stored by number: append, never renumber.</summary>
public enum ReportEvent : byte { Drafted, Handed, Missed, Read }

/// <summary>What happens to a weekly report (周报). Its three texts stand where it is drafted and handed in.</summary>
public sealed record ReportHappening(ReportEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public string? Done { get; init; }
    public string? Problems { get; init; }
    public string? Suggestions { get; init; }
    public string? Comment { get; init; }

    public bool Fits => FilingText.Fits(Done, FilingText.MostWords) && FilingText.Fits(Problems, FilingText.MostWords) && FilingText.Fits(Suggestions, FilingText.MostWords);
}

/// <summary>One person's report of one week, due on a day.</summary>
public sealed record ReportState(string Agent, DateOnly Due, IReadOnlyList<ReportHappening> Happened)
{
    public const string Name = "周报";

    /// <summary>The text as it stands; null while nothing is written.</summary>
    public ReportHappening? Text => Happened.LastOrDefault(h => h.What is ReportEvent.Drafted or ReportEvent.Handed);
    /// <summary>When it was first handed in: a text that is mended later is not late for that.</summary>
    public ReportHappening? Handed => Happened.FirstOrDefault(h => h.What == ReportEvent.Handed);
    public ReportHappening? Read => Happened.LastOrDefault(h => h.What == ReportEvent.Read);

    public ReportState After(ReportHappening happens) => this with { Happened = [.. Happened, happens] };

    /// <summary>The record that cards read: in time by the day of the shop's clock on which it was first handed in.</summary>
    public Assignment Record(ShopClock clock) => new(Due, Name, Agent, Handed is { } handed ? clock.DayOf(handed.At) : null, true);
}

/// <summary>Who writes it hands it in, and may mend it until it is read; whoever checks them reads it with a comment, or notes after its day that none came.</summary>
public static class ReportCycle
{
    public static FilingStep<ReportHappening> Write(ReportState state, ReportHappening text) => text switch
    {
        _ when text.Who != state.Agent => FilingRefusal.NotYours,
        _ when state.Read is not null => FilingRefusal.AlreadyRead,
        { Fits: false } => FilingRefusal.TooLong,
        { What: ReportEvent.Drafted } => state.Handed is null ? text : FilingRefusal.AlreadyRecorded,
        { Done: null } => FilingRefusal.NothingWritten,
        _ => text,
    };

    public static FilingStep<ReportHappening> Check(ReportState state, FilingActor by, ReportEvent what, string? comment, Instant now, DateOnly today) =>
        by.Name == state.Agent ? FilingRefusal.OwnChecked
        : !by.Checks ? FilingRefusal.RoleMayNot
        : comment?.Length > FilingText.MostRemark ? FilingRefusal.TooLong
        : what == ReportEvent.Read ? state.Handed is null ? FilingRefusal.NothingWritten : state.Read is not null ? FilingRefusal.AlreadyRead : new ReportHappening(what, by.Name, now, "") { Comment = comment }
        : state.Handed is not null || state.Happened.Any(h => h.What == ReportEvent.Missed) ? FilingRefusal.AlreadyRecorded
        // The last day is still in time.
        : today <= state.Due ? FilingRefusal.NotOverYet
        : new ReportHappening(ReportEvent.Missed, by.Name, now, "");

    /// <summary>From the week on in which the shop began with reports; before anybody did nothing was due.</summary>
    public static bool IsDue(DateOnly due, DateOnly? began) => began is { } first && due >= first;

    /// <summary>The days on which reports were or will be due, latest first: the coming one, and so many before it.</summary>
    public static IEnumerable<DateOnly> Dues(DateOnly today, DayOfWeek weekday, int before) => Enumerable.Range(0, before + 1).Select(w => Weeks.Next(today, weekday).AddDays(-7 * w));
}
