using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Work;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>What a tax year came to before Heng knew it (个税期初), up to and with a month.</summary>
internal static class TaxOpeningTable
{
    private const int Through = 0, Agent = 1, Months = 2, Income = 3, Deductions = 4, Withheld = 5;

    public static readonly Format Format = new("tax-openings", new("个税期初", "Tax openings"), Holding.TaxOpenings, Shape.Table,
    [
        new("through", true, "截至月份"),
        WorkCells.Agent,
        new("months", true, "任职月数"),
        new("income", true, "累计收入"),
        new("deductions", true, "累计扣除", "累计专项扣除"),
        new("withheld", true, "已预扣税额", "累计已预扣"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<TaxOpening>(t => [t.Through, t.Agent, t.Months, t.Income, t.Deductions, t.Withheld]),
    };

    private static TaxOpening Read(Cells cells)
    {
        var opening = new TaxOpening(cells.Month(Through), cells.AgentOf(Agent), cells.CountOrNone(Months) ?? 0, cells.Money(Income), cells.Money(Deductions), cells.Money(Withheld));
        if (cells.Bare(Months).IsEmpty) cells.Fail(Reasons.Missing(cells.NameOf(Months)));
        else if (opening.Months > opening.Through.Number || opening.Months < 1) cells.Fail(Reasons.OutOf(cells.NameOf(Months), 1m, opening.Through.Number));
        return opening;
    }
}

/// <summary>What people declared to be deducted each month (专项附加扣除). A later row of the same kind and first month ends it.</summary>
internal static class SpecialDeductionTable
{
    private const int Agent = 0, Kind = 1, From = 2, To = 3, Monthly = 4;

    public static readonly Format Format = new("special-deductions", new("专项附加扣除", "Special deductions"), Holding.SpecialDeductions, Shape.Table,
    [
        WorkCells.Agent,
        new("deduction", true, "专项附加扣除", "扣除项目"),
        new("from", true, "起始月份"),
        new("to", false, "截止月份"),
        new("monthly", true, "每月扣除", "月扣除额"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<SpecialDeduction>(s => [s.Agent, s.Kind, s.From, s.To, s.Monthly]),
    };

    private static SpecialDeduction Read(Cells cells)
    {
        var declared = new SpecialDeduction(cells.AgentOf(Agent), cells.Needed(Kind), cells.Month(From), cells.Bare(To).IsEmpty ? null : cells.Month(To), cells.Money(Monthly));
        if (cells.Failure is null && declared.To < declared.From) cells.Fail(Reasons.DatesReversed);
        return declared;
    }
}
