using Heng.Engine.Duty;

namespace Heng.Engine.Appraisal;

/// <summary>What days are counted from: the period's last day, the day on which its facts have matured, or the day on which the stage began.</summary>
public enum DueFrom : byte { PeriodEnd, Maturity, StageBegan }

/// <summary>Until when a stage is to be done (期限): so many days after another day. Working days are those of the calendar, with its make-up days.</summary>
public sealed record Due(DueFrom From, int Days, bool Working = false)
{
    /// <summary>The last day on which it is in time, that day included. The day counted from is no day; of 0 days it is itself the last.</summary>
    public DateOnly LastDay(DueDays known, WorkCalendar calendar)
    {
        var day = From switch { DueFrom.PeriodEnd => known.PeriodEnd, DueFrom.Maturity => known.Maturity, DueFrom.StageBegan => known.StageBegan, _ => throw new ArgumentOutOfRangeException(nameof(known)) };
        if (!Working) return day.AddDays(Days);
        for (var left = Days; left > 0;)
        {
            day = day.AddDays(1);
            if (calendar.IsWork(day)) left--;
        }
        return day;
    }
}

/// <summary>The days that a due may be counted from, in the shop's zone.</summary>
public readonly record struct DueDays(DateOnly PeriodEnd, DateOnly Maturity, DateOnly StageBegan);
