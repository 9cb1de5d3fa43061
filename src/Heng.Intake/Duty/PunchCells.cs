using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Duty;

/// <summary>What the formats of punches share.</summary>
internal static class PunchCells
{
    /// <summary>An attendance machine whose battery died counts on from here: such a punch has no time.</summary>
    private static readonly DateOnly ClockReset = new(2000, 1, 1);

    public static Punches One(Cells cells, string name, string account, int column)
    {
        var at = cells.Time(column);
        var day = ShopClock.Shanghai.DayOf(at);
        if (day == ClockReset) cells.Fail(Reasons.ClockReset(cells.NameOf(column)));
        return new(name, account, day, day, [at]);
    }

    /// <summary>Exports write the people who left as 王雨桐（离职）.</summary>
    public static string WithoutLeft(string name)
    {
        var bracket = name.IndexOfAny(['（', '(']);
        return bracket > 0 && name[bracket..].Contains("离职", StringComparison.Ordinal) ? name[..bracket].Trim() : name;
    }
}
