using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Receptions as tools listed them (报表接待明细), kept beside the tools' numbers.</summary>
internal static class ReportedReceptionTable
{
    private const int Shop = 0, Account = 1, Buyer = 2, From = 3, To = 4, Kind = 5, Initiator = 6, State = 7;

    public static readonly Format Format = new("reported-receptions", new("报表接待明细", "Reported receptions"), Holding.ReportedReceptions, Shape.Table,
    [
        new("shop", false, "店铺"),
        new("account", true, "客服账号"),
        new("buyer", true, "买家"),
        new("from", true, "开始时间"),
        new("to", true, "结束时间"),
        new("kind", false, "接待类型"),
        new("initiator", false, "接待发起"),
        new("state", false, "状态"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        OfShop = true,
        Writer = WrittenCells.Of<ReportedReception>(r => [r.Shop, r.Account, r.Buyer, r.From, r.To, r.Kind, r.Initiator, r.State]),
    };

    private static ReportedReception Read(Cells cells)
    {
        var (from, to) = (cells.Time(From), cells.Time(To));
        if (to < from) cells.Fail(Reasons.DatesReversed);
        return new(
            cells.ShopOf(Shop), Nicks.Short(cells.Needed(Account)), Nicks.Short(cells.Needed(Buyer)), from, to, cells.Name(Kind), cells.Name(Initiator), cells.Name(State));
    }
}
