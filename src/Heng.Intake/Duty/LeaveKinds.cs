using Heng.Engine.Records;

namespace Heng.Intake.Duty;

/// <summary>Kinds of leave (假别) and what DingTalk counts each in where a sheet does not say.</summary>
internal static class LeaveKinds
{
    private static readonly HashSet<string> InHours = ["事假", "调休", "病假", "哺乳假"];
    private static readonly HashSet<string> InDays = ["年假", "产假", "陪产假", "婚假", "例假", "丧假"];

    public static LeaveUnit UnitOf(string kind) => InHours.Contains(kind) ? LeaveUnit.Hours : LeaveUnit.Days;

    /// <summary>A column's kind and unit: <c>事假(小时)</c>, or the kind alone.</summary>
    public static (string Kind, LeaveUnit Unit) Of(string column)
    {
        var bracket = column.IndexOf('(', StringComparison.Ordinal);
        var kind = (bracket < 0 ? column : column[..bracket]).Trim();
        return (kind, column.Contains("小时", StringComparison.Ordinal) ? LeaveUnit.Hours : column.Contains('天') ? LeaveUnit.Days : UnitOf(kind));
    }

    public static bool IsKind(string column) => Of(column).Kind is var kind && (InHours.Contains(kind) || InDays.Contains(kind));
}
