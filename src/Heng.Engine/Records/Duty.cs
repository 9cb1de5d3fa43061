namespace Heng.Engine.Records;

/// <summary>What a day is to work (日历): work, rest, statutory (法定节假日, the days that pay 300 %), shifted rest (调休) or make-up work (补班). Stored by number.</summary>
public enum DayKind : byte { Work, Rest, Statutory, ShiftedRest, MakeUp }

/// <summary>A day that the shop's own calendar names, over the one that ships. Natural key: day.</summary>
public sealed record CalendarDay(DateOnly Day, DayKind Kind, string Name);

/// <summary>
/// Punches (打卡) of one person as one row of a file holds them. Either of name and account may be empty; a badge is an account.
/// A monthly sheet speaks of <paramref name="From"/> to <paramref name="To"/>, also where it holds no punch; a single punch of its day.
/// Natural key: name, account, from, to, and of a single punch its instant.
/// </summary>
public sealed record Punches(string Name, string Account, DateOnly From, DateOnly To, IReadOnlyList<Instant> At)
{
    /// <summary>Those of <see cref="At"/> that the sheet itself writes under the day before (次日); null where it does so with none.</summary>
    public IReadOnlyList<Instant>? NextDay { get; init; }

    public IEnumerable<Punch> Each() => At.Select(at => new Punch(at, NextDay?.Contains(at) == true ? ShopClock.Shanghai.DayOf(at).AddDays(-1) : null));
}

/// <summary>One punch, and the day that its file says it belongs to; null where the file does not say.</summary>
public readonly record struct Punch(Instant At, DateOnly? Day = null);

/// <summary>A shift (班次) by name. Minutes after midnight of its day; an end at or before the start is on the next day.</summary>
public sealed record Shift(string Name, int StartMinute, int EndMinute, int RestMinutes);

/// <summary>
/// What a person is rostered for on a day (排班): a shift by name, or a start and an end; an empty name without times is a rest day.
/// Natural key: name, account, day.
/// </summary>
public sealed record RosterDay(string Name, string Account, DateOnly Day, string Shift, int? StartMinute, int? EndMinute, int? RestMinutes);

public enum LeaveUnit : byte { Hours, Days }

/// <summary>Where a leave form stands. Only an approved one counts. Stored by number.</summary>
public enum LeaveState : byte { Approved, Pending, Rejected, Withdrawn }

/// <summary>A leave form (请假单). Wall-clock times of the shop; <paramref name="To"/> is where it ends, not included. Natural key: form.</summary>
public sealed record Leave(string Form, string Name, string Account, string Kind, LeaveState State, Instant From, Instant To, decimal Amount, LeaveUnit Unit);

/// <summary>What a status log says (在线日志). The numbers are the platform's.</summary>
public enum AccountStatus : sbyte { Offline = -1, Online = 1, Suspended = 2, Resumed = 3 }

/// <summary>One entry of an account's status log. Device is the platform's type: 8 PC, 4 mobile, 5 suspending, 0 where it is not told. Natural key: account, at, status, device.</summary>
public sealed record StatusChange(string Account, Instant At, AccountStatus Status, int Device);
