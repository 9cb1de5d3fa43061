using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>What was done to a roster by hand. Stored by number: append, never renumber.</summary>
public enum RosterEvent : byte { Set, Copied }

/// <summary>A change of a roster (改排班): somebody's day as it was and as it is, or a week that was copied to the one from Day on.</summary>
public sealed record RosterChange(RosterEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public DateOnly Day { get; init; }
    public string? Was { get; init; }
    public string? Is { get; init; }
    public int? Days { get; init; }
}

public enum RosterRefusal { RoleMayNot, NeedsReason, TooFarAhead, TooFarBack, PersonUnknown, NothingChanges, ChangedMeanwhile, ShiftsOverlap, TimesUnclear, NothingToCopy, PastWeek }

/// <summary>Whether a day of a roster may be written: from today on; what is past with a reason, and at most so far back or ahead. Of two at once the second is told.</summary>
public static class RosterWriting
{
    public const int MostDaysBack = 93, MostDaysAhead = 366;

    /// <param name="seen">What the roster said of the day when the form was made.</param>
    public static RosterRefusal? Against(PlannedDays of, DateOnly day, PlannedDay becomes, string seen, string why, DateOnly today)
    {
        if (day > today.AddDays(MostDaysAhead)) return RosterRefusal.TooFarAhead;
        if (day < today.AddDays(-MostDaysBack)) return RosterRefusal.TooFarBack;
        var stands = of.On(day);
        if (stands.Words != seen) return RosterRefusal.ChangedMeanwhile;
        if (stands.Words == becomes.Words) return RosterRefusal.NothingChanges;
        if (day < today && string.IsNullOrWhiteSpace(why)) return RosterRefusal.NeedsReason;
        if (becomes.Shift is { } shift && shift.End <= shift.Start) return RosterRefusal.TimesUnclear;
        var around = of.With(day, becomes).Around(day);
        return around.Zip(around.Skip(1)).Any(pair => pair.First.End > pair.Second.Start) ? RosterRefusal.ShiftsOverlap : null;
    }
}
