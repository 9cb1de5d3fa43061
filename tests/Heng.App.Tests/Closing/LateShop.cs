using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.People;
using Heng.App.Tests.Importing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Closing;

/// <summary>
/// September: 王雨桐 (4000) sells order 1 of 100 yuan, 李静 (3000, who leaves on the 30th) order 2 of 200. Both are paid 10 % of sales whose refunds go with the sale (<c>sale</c>), 5 % of
/// sales whose refunds count when they come (<c>month</c>) and 2 yuan for a good review. September is closed provisionally.
/// </summary>
internal sealed class LateShop : IDisposable
{
    public static readonly Month September = new(2026, 9), October = new(2026, 10), November = new(2026, 11);
    public const string Refunds = "订单编号,退款编号,退款完结时间,买家退款金额,退款状态\n";

    public const string Plan = """
        scheme: s95-late
        version: 1
        title: { zh: 迟到, en: Late }
        plans:
          - id: front
            title: { zh: 前线, en: Front }
            positions: [front-line]
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - { id: sales, name: { zh: 销售, en: Sales }, weight: 100, source: { metric: sales }, method: { proportional: { target: 100 } } }
        pay:
          components:
            - base: { id: base, label: { zh: 底薪, en: Base pay }, amount: person }
            - commission: { id: sale, label: { zh: 销售提成, en: Commission by sale }, source: { metric: sales-net-by-sale-month }, way: marginal, slabs: [{ when: "x < 1000000", rate: 10% }, { when: "x ≥ 1000000", rate: 10% }] }
            - commission: { id: month, label: { zh: 当月提成, en: Commission by month }, source: { metric: sales-net }, way: marginal, slabs: [{ when: "x < 1000000", rate: 5% }, { when: "x ≥ 1000000", rate: 5% }] }
            - commission: { id: reviews, label: { zh: 好评奖, en: Good reviews }, source: { metric: good-reviews }, way: marginal, slabs: [{ when: "x < 1000", rate: 2 }, { when: "x ≥ 1000", rate: 2 }] }

        """;

    public LateShop(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        Shop = new(engine);
        Import("people.csv", "name,accounts,group,position,base_pay,from,to\n王雨桐,小店:雨桐,一组,front-line,4000,2026-01-01,\n李静,小店:李静,一组,front-line,3000,2026-01-01,2026-09-30\n", "people");
        Attendance("0901", "2026-09,王雨桐,22,22\n2026-09,李静,22,22\n");
        Import("chats.csv", Counter.Messages + Talk("2026-09-10", "ann", "雨桐", "1") + Talk("2026-09-11", "bea", "李静", "2") + Talk("2026-09-30", "cat", "雨桐", "3"));
        Orders("orders.csv", "1,ann,100.00,2026-09-10 10:25:00,2026-09-10 10:26:00,0.00\n2,bea,200.00,2026-09-11 10:25:00,2026-09-11 10:26:00,0.00\n3,cat,9.00,2026-09-30 09:00:00,,\n");
        Import("reviews.csv", "shop,order,item,level,at\n小店,0,杯,good,2026-09-01 09:00:00\n", "reviews");
        Shop.Database.Plans.Publish("s95-late", Plan, new(1), "manager");
        Close(September);
    }

    public Counter Shop { get; }
    public Database Database => Shop.Database;

    public void Close(Month month)
    {
        var close = new Close(Database, TimeProvider.System);
        Assert.Null(close.Prepare(month, Database.Shops.All, null, new("hr", Role.Hr, null, null)).Refused);
        Assert.Null(close.Finish(month, Database.Shops.All, null, new("manager", Role.Manager, null, null), provisionally: true).Refused);
    }

    /// <summary>The records of a month in which nothing was sold, to its end or to a day of it.</summary>
    public void Quiet(Month month, int? to = null)
    {
        var last = $"{month}-{to ?? month.Last.Day:00}";
        Import($"chats-{last}.csv", Counter.Messages + Talk($"{month}-01", "dan", "雨桐", $"{month}a") + Talk(last, "eve", "雨桐", $"{last}b"));
        Orders($"orders-{last}.csv", $"9{month},dan,9.00,{month}-01 09:00:00,,\n8{last},eve,9.00,{last} 09:00:00,,\n");
    }

    public void Refund(string order, decimal amount, string at) => Import($"refund-{order}_{at[..16].Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal)}.csv", Refunds + FormattableString.Invariant($"{order},r{order},{at},{amount:0.00},退款成功\n"), "--shop");
    public void Review(string order, string at) => Import($"review-{order}.csv", $"shop,order,item,level,at\n小店,{order},杯,good,{at}\n", "reviews");
    public void People(string rows) => Import("people_202610160900.csv", "name,accounts,group,position,base_pay,from,to\n" + rows, "people");
    public void Attendance(string day, string rows) => Import($"attendance_2026{day}0900.csv", "month,agent,due_days,paid_days\n" + rows, "attendance");

    /// <summary>The lines of somebody's payslip; null where there is none.</summary>
    public IReadOnlyDictionary<string, decimal>? Pay(Month month, string agent) => Slip(month, agent)?["lines"]!.AsArray().ToDictionary(l => l!["line"]!.GetValue<string>(), l => l!["amount"]!.GetValue<decimal>());

    public JsonNode? Slip(Month month, string agent) =>
        JsonNode.Parse(Shop.Json("pay", "--month", month.ToString()))!.AsArray().FirstOrDefault(s => s!["agent"]!.GetValue<string>() == agent);

    public string Hash(Month month) => Database.ClosedMonths.Find(SealedMonth.Company, month)!.Hash;

    private void Orders(string name, string rows) => Import(name, "订单编号,买家会员名,总金额,订单创建时间,订单付款时间,退款金额\n" + rows, "--shop");

    private static string Talk(string day, string buyer, string account, string id) =>
        Counter.Line($"{day} 10:00:00", buyer: buyer, account: $"小店:{account}", id: $"{id}-1") + Counter.Line($"{day} 10:20:00", from: "agent", buyer: buyer, account: $"小店:{account}", id: $"{id}-2");

    private void Import(string name, string text, string? kind = null)
    {
        var (code, report, error) = Shop.Import(Shop.File(name, text), kind switch { null => [], "--shop" => ["--shop", Counter.Shop], _ => ["--kind", kind] });
        Assert.True(code == 0, error + report.ToJsonString());
    }

    public void Dispose() => Shop.Dispose();
}
