using System.Text.Json.Nodes;
using Heng.App.Features.People;
using Heng.App.Features.Receptions;
using Heng.App.Features.Reports;
using Heng.App.Tests.Importing;
using Heng.App.Ui;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.CommandLine;

/// <summary>A shop that brings chats of one day and reports beside them.</summary>
public sealed class ReportedShop : IDisposable
{
    public ReportedShop()
    {
        Import("people.csv", "name,accounts,group,position,base_pay,from,to", "周晓雨,小店:小雨,一组,front-line,4000,2026-01-01,", "林静,小店:小静,二组,front-line,4000,2026-01-01,");
        Import("messages_小店_2026-10-01.csv", "buyer,account,at,from,text",
            "t1,小店:小雨,2026-10-01 09:00:00,buyer,在吗", "t1,小店:小雨,2026-10-01 09:00:20,agent,在的亲",
            "t2,小店:小雨,2026-10-01 09:10:00,buyer,有货吗", "t2,小店:小雨,2026-10-01 09:10:40,agent,有的哦");
        // Chitu saw a third person whom the chats do not hold, and tells the average as Heng does: (20 + 40) ÷ 2 = 30 s.
        Import("工作量_2026-10.csv", "日期,店铺,账户名,咨询人数,接待人数,平均响应(秒),旺旺回复率",
            "2026-10-01,小店,小雨,3,2,30,100%", "2026-10-02,小店,小雨,5,5,60,80%", "2026-10-01,小店,小新,9,9,10,100%");
        // Chitu's own list has t1 and a stranger; t2 it does not have.
        Import("接待明细.csv", "日期,开始时间,结束时间,买家旺旺,客服旺旺,接待类型,接待发起,状态",
            "2026-10-01,09:00:00,09:00:20,t1,小雨,直接接待,买家发起,落实下单落实付款", "2026-10-01,11:00:00,11:05:00,stranger,小雨,直接接待,买家发起,待定");
    }

    public string Place { get; } = Directory.CreateTempSubdirectory("heng-reported-").FullName;

    public void Dispose() => Directory.Delete(Place, recursive: true);

    public void Import(string name, params string[] lines)
    {
        var file = Path.Combine(Place, name);
        File.WriteAllLines(file, lines);
        Ran.Json(Place, "import", file, "--shop", "小店").Done();
    }
}

public sealed class ReportedTests(ReportedShop shop) : IClassFixture<ReportedShop>
{
    private static readonly string[] Both = ["--from", "2026-10-01", "--to", "2026-10-02"];

    [Fact]
    public void Reported_numbers_are_told_as_the_report_tells_them_with_its_name()
    {
        var rows = Ran.Json(shop.Place, ["metrics", .. Both, "--source", "reported", "--metric", "consulted,average-response,sales"]).Done().Rows;
        var only = Assert.Single(rows)!; // 小新 is bound to nobody, 林静 is in no report
        Assert.Equal("周晓雨", (string?)only["agent"]);
        Assert.Equal((8L, "chitu-workload"), ((long)Cell(only, "consulted")["value"]!, (string?)Cell(only, "consulted")["source"])); // 3 + 5
        Assert.Equal(51.428571m, (decimal)Cell(only, "average-response")["value"]!); // (30 × 2 + 60 × 5) ÷ 7, by people received
        Assert.Equal(("missing", null), ((string?)Cell(only, "sales")["state"], Cell(only, "sales")["value"]));
    }

    [Fact]
    public void Differences_are_listed_with_the_receptions_behind_them_and_days_without_chats_are_not()
    {
        var rows = Ran.Json(shop.Place, ["metrics", .. Both, "--reconcile"]).Done().Rows;
        var only = Assert.Single(rows)!; // received 2 and the average of 30 s agree; the 2nd has no chats
        Assert.Equal(("周晓雨", "consulted", "2026-10-01"), ((string?)only["agent"], (string?)only["metric"], (string?)only["from"]));
        Assert.Equal((3m, 2m, -0.333333m), ((decimal)only["reported"]!, (decimal)only["computed"]!["value"]!, (decimal)only["share"]!)); // (2 − 3) ÷ 3
        Assert.Equal((2, 2), (only["receptions"]!.AsArray().Count, (int)only["receptionCount"]!));
        Assert.Equal([Heng.App.Features.People.Masked.Name("stranger")], Texts(only["onlyReported"]!));
        Assert.Equal([Heng.App.Features.People.Masked.Name("t2")], Texts(only["onlyCounted"]!));
    }

    [Fact]
    public void A_period_without_a_report_is_refused_by_name() =>
        Assert.Equal("nothing-reported", Ran.Json(shop.Place, "metrics", "--month", "2026-09", "--source", "reported").Refusal);

    [Fact]
    public void By_day_everybody_known_or_not_is_in_the_shops_sum()
    {
        var rows = Ran.Json(shop.Place, ["metrics", .. Both, "--source", "reported", "--by", "day", "--metric", "consulted"]).Done().Rows;
        Assert.Equal([12L, 5L], rows.Select(r => (long)Cell(r!, "consulted")["value"]!)); // 3 + 9, then 5
    }

    [Fact]
    public void A_plan_scores_on_the_counted_or_the_reported_number_and_on_the_shops_own_counter()
    {
        var file = Path.Combine(shop.Place, "plan.yaml");
        File.WriteAllText(file, """
            scheme: small
            version: 1
            title: { zh: 小方案, en: Small }
            plans:
              - id: agent
                title: { zh: 客服, en: Agent }
                positions: [front-line]
                dimensions:
                  - id: all
                    name: { zh: 全部, en: All }
                    items:
                      - { id: counted, name: { zh: 自算, en: Counted }, weight: 50, source: { metric: consulted }, better: higher, method: { proportional: { target: 8 } } }
                      - { id: reported, name: { zh: 上报, en: Reported }, weight: 25, source: { metric: consulted, by: reported }, better: higher, method: { proportional: { target: 8 } } }
                      - { id: gmv, name: { zh: 成交, en: GMV }, weight: 25, source: { metric: gmv }, method: { proportional: { target: 200000 } } }
            """);
        shop.Import("店铺数.csv", "店铺,月份,指标,数值", "小店,2026-10,成交总额,100000");
        var rows = Ran.Json(shop.Place, "score", "--month", "2026-10", "--plan", file).Done().Rows;
        var items = rows.Single(r => (string?)r!["agent"] == "周晓雨")!["items"]!.AsArray().ToDictionary(i => (string)i!["item"]!, i => (decimal)i!["points"]!);
        // Counted 2 of 8 × 50; reported 3 + 5 = 8 of 8 × 25; the shop's 100,000 of 200,000 × 25.
        Assert.Equal((12.5m, 25m, 12.5m), (items["counted"], items["reported"], items["gmv"]));
    }

    [Fact]
    public async Task A_difference_over_part_of_a_month_opens_to_its_receptions_and_the_reported_number_to_its_file()
    {
        using var counter = new Counter();
        counter.Import(counter.File("people.csv", "name,accounts,group,position,base_pay,from\n周晓雨,小店:小雨,一组,front-line,4000,2026-01-01\n"));
        counter.Import(counter.File("chats.csv", Counter.Messages + string.Concat(new[] { "01", "02", "03" }.Select(day =>
            Counter.Line($"2026-10-{day} 10:00:00", id: day, account: "小店:小雨") + Counter.Line($"2026-10-{day} 10:00:20", "在的", "agent", id: day + "a", account: "小店:小雨")))));
        var weekly = counter.Import(counter.File("周报.csv", "客服昵称,聊天人数(原咨询人数),接待人数,询单人数,销售额,销售量,销售人数,销售订单数\n小雨,5,2,1,1.00,1,1,1\n"), "--shop", "小店", "--kind", "chitu-weekly", "--day", "2026-10-01..2026-10-02");
        Assert.Equal(1, weekly.Report.Counts().Accepted);
        Task<Seen<ReconcileView>> By(Role role, string? person) => new ReconcileQuery(counter.Database, _ => new("x", role, person, "一组")).For(new(new(2026, 10)), new DefaultHttpContext());

        // The first two days have a reception each where the report has five.
        var row = Assert.Single((await By(Role.Manager, null)).View!.Rows);
        Assert.Equal((5m, 2m, "/receptions?month=2026-10&agent=%E5%91%A8%E6%99%93%E9%9B%A8&day=2026-10-01&until=2026-10-02"), (row.Reported, row.Counted.Value, row.Counted.ExplainHref));
        var list = await new ReceptionsQuery(counter.Database, _ => new("x", Role.Manager, null, null)).For(new(new(2026, 10), "周晓雨", new(2026, 10, 1), Until: new(2026, 10, 2)), new DefaultHttpContext());
        Assert.Equal(2, list.View!.Total);
        var import = counter.Database.Imports.All().Single(i => i.Name == "周报.csv").Id;
        Assert.Equal($"/import/{import}", row.ReportedHref);
        Assert.Null(Assert.Single((await By(Role.Agent, "周晓雨")).View!.Rows).ReportedHref);
    }

    private static string[] Texts(JsonNode array) => [.. array.AsArray().Select(t => (string)t!)];

    private static JsonNode Cell(JsonNode row, string metric) => row["metrics"]![metric]!;
}
