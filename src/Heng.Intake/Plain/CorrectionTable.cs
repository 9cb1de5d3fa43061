using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>What stands in the place of recorded facts since appeals were accepted (更正), as Heng keeps and exports it. Without a person an order is nobody's.</summary>
internal static class CorrectionTable
{
    private const int Shop = 0, Kind = 1, Fact = 2, Day = 3, Person = 4, Points = 5, DueDays = 6, PaidDays = 7, Why = 8, By = 9, At = 10, Appeal = 11;

    public static readonly Format Format = new("corrections", new("更正记录", "Corrections"), Holding.Corrections, Shape.Table,
    [
        new("shop", false, "店铺"),
        new("corrects", true, "更正什么"),
        new("fact", true, "事实编号"),
        new("day", true, "日期"),
        new("person", false, "归属人", "客服"),
        new("points", false, "分数"),
        new("due_days", false, "应出勤天数"),
        new("paid_days", false, "计薪天数"),
        new("why", true, "理由"),
        new("decided_by", true, "裁定人"),
        new("decided_at", true, "裁定时间"),
        new("appeal", true, "申诉编号"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Correction>(c => [c.Shop, c.Kind, c.Fact, c.Day, c.Person, c.Points, c.DueDays, c.PaidDays, c.Why, c.By, c.At, c.Appeal]),
    };

    private static Correction Read(Cells cells)
    {
        var kind = cells.Word(Kind, WrittenCells.Value<CorrectedFact>);
        var shop = Correction.IsOfCompany(kind) ? "" : cells.ShopOf(Shop);
        var correction = new Correction(shop, kind, cells.Needed(Fact), cells.Day(Day), cells.Said(Why) ?? "", cells.Needed(By), cells.Time(At), cells.Needed(Appeal))
        {
            Person = kind == CorrectedFact.Order ? cells.Name(Person) ?? "" : null,
            Points = kind == CorrectedFact.Entry ? cells.Number(Points) : null,
            DueDays = kind == CorrectedFact.Attendance ? Days(cells, DueDays) : null,
            PaidDays = kind == CorrectedFact.Attendance ? Days(cells, PaidDays) : null,
        };
        if (correction.Why.Length == 0) cells.Fail(Reasons.Missing(cells.NameOf(Why)));
        if (correction.DueDays == 0) cells.Fail(Reasons.NoDaysDue);
        return correction;
    }

    private static decimal Days(Cells cells, int column)
    {
        var days = cells.Number(column);
        if (days is < 0 or > 31) cells.Fail(Reasons.Number(cells.NameOf(column)));
        return days;
    }
}
