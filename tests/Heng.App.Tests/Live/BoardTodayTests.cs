using Heng.App.Features.Board;
using Heng.App.Features.Live;
using Heng.App.Tests.Importing;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Targets;
using Microsoft.Extensions.DependencyInjection;
using static Heng.App.Tests.Live.SendingSite;

namespace Heng.App.Tests.Live;

/// <summary>17:00 of Monday, 2 November 2026: what the board has of today's orders, targets and the Monday before.</summary>
public sealed class BoardTodayTests
{
    private static readonly BoardScope Everybody = new(Counter.Shop, null, null, null), Own = new(Counter.Shop, null, [], "小雨"), Group = new(Counter.Shop, null, ["一组"], "陈静");
    private static readonly string Chats = Line("16:00:00", "buyer", "在吗") + Line("16:00:20", "agent", "在的") + Line("16:10:00", "buyer", "有货吗", buyer: "bea", account: "小店:小雪") + Line("16:10:40", "agent", "有的", buyer: "bea", account: "小店:小雪");

    [Fact]
    public async Task What_was_paid_today_is_whose_it_will_be_after_the_import_and_is_counted_once()
    {
        using var site = new SendingSite();
        await site.Send("messages", Chats);
        // Nothing is known of orders: that is not 0.
        Assert.Equal((null, null), (Rows(site, Everybody).SoldAt, Rows(site, Everybody).Sum.Sales));
        await site.Send("orders", Order("O1", "ann", "100.00", "16:05:00", "16:06:00") + Order("O2", "bea", "50.50", "16:15:00", "16:16:00") + Order("O3", "zoe", "20.00", "16:20:00", "16:20:30") + Order("O4", "ann", "900.00", "16:30:00", ""));
        Pass(site);

        var before = Rows(site, Everybody);
        // O1 to 小雨, O2 to 小雪, O3 has no chat, O4 is not paid: 100.00 + 50.50 = 150.50, and 20.00 of nobody's.
        Assert.Equal([("小雨", 100m), ("小雪", 50.5m)], Sales(before));
        Assert.Equal((150.5m, 20m, 170.5m), (before.Sum.Sales, before.OfNobody, Value(before, "sales")));
        // Two consulted, both ordered and paid.
        Assert.Equal(1m, Value(before, "consult-conversion"));
        Assert.Equal([("小雨", 100m)], Sales(Rows(site, Own)));
        Assert.Equal((100m, 0m), (Value(Rows(site, Own), "sales"), Rows(site, Own).OfNobody));
        Assert.Equal((150.5m, 0m), (Value(Rows(site, Group), "sales"), Rows(site, Group).OfNobody));

        site.Absorbing.Run();
        Pass(site);
        var after = Rows(site, Everybody);
        Assert.Equal(Sales(before), Sales(after));
        Assert.Equal((before.Sum.Sales, before.OfNobody, Value(before, "sales")), (after.Sum.Sales, after.OfNobody, Value(after, "sales")));
        var (database, shop) = (site.Site.Database, site.Shop.Shop);
        var paying = database.RuleSets.Current(shop.Id, Today).Paying;
        var credited = database.Facts.AgentDays(shop.Id, Today, Today).Where(d => d.Agent > 0 && d.Measures[Primitive.SalesFen.Under(paying)] > 0).Select(d => (database.People.Roster.NameOf(d.Agent)!, d.Measures[Primitive.SalesFen.Under(paying)] * 0.01m));
        Assert.Equal(credited.OrderByDescending(c => c.Item2), Sales(after));
    }

    [Fact]
    public async Task An_order_that_is_sent_again_stands_as_it_was_sent_last_imported_or_not()
    {
        using var site = new SendingSite();
        await site.Send("messages", Chats);
        await site.Send("orders", Order("O1", "ann", "100.00", "16:05:00", ""));
        site.Absorbing.Run();
        Pass(site);
        Assert.Equal([], Sales(Rows(site, Everybody)));
        Assert.Equal(0m, Value(Rows(site, Everybody), "sales"));
        await site.Send("orders", Order("O1", "ann", "100.00", "16:05:00", "16:50:00"));
        Pass(site);
        Assert.Equal([("小雨", 100m)], Sales(Rows(site, Everybody)));
        await site.Send("orders", Order("O1", "ann", "120.00", "16:05:00", "16:50:00"));
        Pass(site);
        Assert.Equal([("小雨", 120m)], Sales(Rows(site, Everybody)));
        site.Absorbing.Run();
        Pass(site);
        Assert.Equal([("小雨", 120m)], Sales(Rows(site, Everybody)));
    }

    [Fact]
    public async Task An_order_of_this_morning_is_of_whom_its_buyer_spoke_to_last_night_and_they_have_a_row()
    {
        using var site = new SendingSite(counter => counter.Import(counter.File("chats.csv", Counter.Messages + Counter.Line("2026-11-01 23:00:00", "在吗", "buyer", "y1") + Counter.Line("2026-11-01 23:00:30", "在的", "agent", "y2"))));
        await site.Send("orders", Order("O9", "ann", "80.00", "08:00:00", "08:01:00"));
        Pass(site);
        Assert.Equal([("小雨", 80m)], Sales(Rows(site, Everybody)));
    }

    [Fact]
    public async Task A_targets_part_of_today_follows_the_roster_and_where_there_is_none_nothing_stands()
    {
        using var site = new SendingSite(counter =>
        {
            Assert.Equal(0, counter.Import(counter.File("targets.csv", "month,agent,metric,target\n2026-11,小雨,销售额,30000\n2026-11,小雪,sales,6000\n2026-11,小雪,30秒应答率,0.5\n"), "--kind", "targets").Code);
            Assert.Equal(0, counter.Import(counter.File("roster.csv", "name,date,shift,start,end\n小雨,2026-11-02,早班,09:00,18:00\n小雨,2026-11-03,早班,09:00,18:00\n小雨,2026-11-04,早班,09:00,18:00\n"), "--kind", "roster").Code);
        });
        await site.Send("messages", Chats);
        await site.Send("orders", Order("O1", "ann", "100.00", "16:05:00", "16:06:00"));
        Pass(site);
        // 30,000 ÷ 3 shifts = 10,000; 6,000 ÷ 30 days = 200; together 10,200.
        var rows = Rows(site, Everybody);
        Assert.Equal([("小雨", 10_000m), ("小雪", 200m)], rows.Agents.Select(a => (a.Name, a.SalesTarget)).OrderByDescending(a => a.SalesTarget));
        Assert.Equal(new DayTarget(10_200m, DayPart.Mixed, 0), Against(rows, "sales").Target);
        Assert.Equal((false, null), (Against(rows, "sales").Met, Against(rows, "sales").Part));
        // A person's rate is nobody else's.
        Assert.Null(Against(rows, "within-30s").Target);
        Assert.Null(Against(rows, "within-30s").Met);
        Assert.Equal(new DayTarget(10_000m, DayPart.Rostered, 3), Against(Rows(site, Own), "sales").Target);
        // 小雪 answered after 40 s: none of one within 30 s, where half were asked for.
        var snow = Against(Rows(site, Own with { Person = "小雪" }), "within-30s");
        Assert.Equal((0m, 0.5m, false), (snow.Value, snow.Target!.Value, snow.Met!.Value));
    }

    [Fact]
    public async Task The_shops_own_target_stands_over_what_its_people_are_to_bring()
    {
        using var site = new SendingSite(counter => counter.Import(counter.File("targets.csv", "shop,month,agent,metric,target\n小店,2026-11,,sales,90000\n小店,2026-11,小雨,sales,6000\n小店,2026-11,,first-response,20\n"), "--kind", "targets"));
        await site.Send("messages", Chats);
        await site.Send("orders", Order("O1", "ann", "3000.00", "16:05:00", "16:06:00"));
        Pass(site);
        // 90,000 ÷ 30 = 3,000, and just that was paid: met. First replies took (20 + 40) ÷ 2 = 30 s, where 20 were asked for.
        var rows = Rows(site, Everybody);
        Assert.Equal((3_000m, true), (Against(rows, "sales").Target!.Value, Against(rows, "sales").Met!.Value));
        Assert.Equal((30m, 20m, false), (Against(rows, "first-response").Value, Against(rows, "first-response").Target!.Value, Against(rows, "first-response").Met!.Value));
        // A group is asked for what its people are: 6,000 ÷ 30 = 200.
        Assert.Equal(new DayTarget(200m, DayPart.Calendar, 30), Against(Rows(site, Group), "sales").Target);
        // But the sales are of both, and 小雪 has no target: 3,000 of 200 says nothing. Of 小雨 alone it does.
        Assert.Equal(((1, 2), null), (Against(Rows(site, Group), "sales").Part, Against(Rows(site, Group), "sales").Met));
        Assert.Equal((null, true), (Against(Rows(site, Own), "sales").Part, Against(Rows(site, Own), "sales").Met));
        Assert.Null(Against(rows, "sales").Part);
    }

    [Fact]
    public async Task Last_weeks_sales_are_those_paid_by_this_second_and_its_hours_come_with_a_later_import()
    {
        using var site = new SendingSite();
        await site.Send("messages", Chats);
        await site.Send("orders", Order("O1", "ann", "100.00", "16:05:00", "16:06:00"));
        var none = Rows(site, Everybody);
        Assert.Null(none.LastWeek);
        Assert.Null(Against(none, "first-response").Before);

        var chats = Counter.Messages + Counter.Line("2026-10-26 09:00:00", "在吗", "buyer", "l1") + Counter.Line("2026-10-26 09:00:50", "在的", "agent", "l2") + Counter.Line("2026-10-26 10:00:00", "在吗", "buyer", "l3", "bea", "小店:小雪") + Counter.Line("2026-10-26 10:00:10", "在的", "agent", "l4", "bea", "小店:小雪");
        var orders = "shop,order,buyer,amount,created_at,paid_at\n小店,P1,ann,10,2026-10-26 09:05:00,2026-10-26 17:00:06\n小店,P2,bea,30,2026-10-26 10:05:00,2026-10-26 16:59:59\n小店,P3,ann,500,2026-10-26 09:10:00,2026-10-26 17:00:07\n";
        Import(site, ("chats.csv", chats, null), ("orders.csv", orders, "orders"));
        Pass(site);
        // It is 17:00:06 now. P1 and P2 were paid by then, P3 a second later: 40. First replies (50 + 10) ÷ 2 = 30 s.
        var rows = Rows(site, Everybody);
        Assert.Equal((2, 1, 1), (rows.LastWeek!.Sum(), rows.LastWeek![9], rows.LastWeek![10]));
        Assert.Equal((40m, 30m), (Against(rows, "sales").Before, Against(rows, "first-response").Before));
        var own = Rows(site, Own);
        Assert.Equal((1, 1, 10m, 50m), (own.LastWeek!.Sum(), own.LastWeek![9], Against(own, "sales").Before, Against(own, "first-response").Before));
    }

    private static BoardRows Rows(SendingSite site, BoardScope scope)
    {
        site.Shop.Tick(site.Book.Now);
        return site.Site.App.Services.GetRequiredService<BoardQuery>().Rows(site.Shop, scope);
    }

    private static BoardAgainst Against(BoardRows rows, string metric) => rows.Against.Single(a => a.Metric == metric);
    private static decimal Value(BoardRows rows, string metric) => Against(rows, metric).Value;
    private static IEnumerable<(string, decimal)> Sales(BoardRows rows) => [.. rows.Agents.Where(a => a.Sales > 0).Select(a => (a.Name!, a.Sales!.Value)).OrderByDescending(a => a.Value)];
    private static void Pass(SendingSite site) => site.Site.Clock.Pass(TimeSpan.FromSeconds(6));

    internal static string Order(string id, string buyer, string amount, string created, string paid) =>
        $$"""{"shop":"小店","order":"{{id}}","buyer":"{{buyer}}","amount":"{{amount}}","created_at":"2026-11-02 {{created}}","paid_at":"{{(paid.Length > 0 ? "2026-11-02 " + paid : "")}}"}""" + "\n";

    private static void Import(SendingSite site, params (string Name, string Text, string? Kind)[] files)
    {
        using var run = new Heng.App.Features.Importing.ImportRun(site.Site.Database, site.Site.Folder, site.Site.Clock);
        run.Import([.. files.Select(f =>
        {
            var path = Path.Combine(site.Site.Folder, f.Name);
            File.WriteAllText(path, f.Text);
            return new Heng.App.Features.Importing.ImportRequest(path, new Heng.Intake.IntakeOptions(Kind: f.Kind), "me");
        })]);
    }
}
