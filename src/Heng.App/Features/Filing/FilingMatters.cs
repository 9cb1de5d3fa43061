using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Filing;

/// <summary>Stored by number: append, never renumber.</summary>
public enum ReportDayEvent : byte { Set }

/// <summary>On which weekday the weekly report is due; by HR or the manager.</summary>
public sealed record ReportDayHappening(ReportDayEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public DayOfWeek? Weekday { get; init; }
}

/// <summary>What is filed, as kept. Stored names are never changed.</summary>
public static class FilingMatters
{
    public static readonly MatterKind<DutyHappening> Duties = new("duty", h => "duty-" + h.What.ToString().ToLowerInvariant());
    public static readonly MatterKind<FiledHappening> Filed = new("filing", h => "filing-" + h.What.ToString().ToLowerInvariant());
    public static readonly MatterKind<ReportHappening> Reports = new("weekly-report", h => "weekly-report-" + h.What.ToString().ToLowerInvariant());
    public static readonly MatterKind<MeetingHappening> Meetings = new("meeting", h => "meeting-" + h.What.ToString().ToLowerInvariant());
    public static readonly MatterKind<ReportDayHappening> ReportDay = new("report-day", _ => "report-day-set");
    public const string ReportDayKey = "weekly";

    public static CountedDuty DutyOf(KeptMatter<DutyHappening> kept) => new(kept.Of.About, kept.Of.First, kept.Happened);
    public static FiledState StateOf(KeptMatter<FiledHappening> kept) => new(kept.Of.About, kept.Of.First, kept.Happened);
    public static ReportState StateOf(KeptMatter<ReportHappening> kept) => new(kept.Of.About, kept.Of.Last, kept.Happened);
    public static MeetingState StateOf(KeptMatter<MeetingHappening> kept) => new(kept.Of.First, kept.Happened);

    /// <summary>The day on which the shop began with weekly reports: the weekday was set, or somebody handed the first in, whichever was first; null while neither was.</summary>
    public static DateOnly? ReportsBegan(Database database)
    {
        var set = database.Matters(ReportDay).Find(ReportDayKey)?.Happened[0].At;
        var handed = database.Matters(Reports).All.Select(m => StateOf(m).Handed?.At).Where(at => at is not null).Min(at => at?.UnixSeconds);
        var first = new[] { set?.UnixSeconds, handed }.Min();
        return first is { } at ? ShopClock.Shanghai.DayOf(new(at)) : null;
    }

    /// <summary>Friday where the shop set none.</summary>
    public static DayOfWeek WeekdayOf(Database database) => database.Matters(ReportDay).Find(ReportDayKey)?.Happened[^1].Weekday ?? DayOfWeek.Friday;
}
