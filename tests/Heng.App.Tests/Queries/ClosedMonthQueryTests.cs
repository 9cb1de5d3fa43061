using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.AgentMonth;
using Heng.App.Features.Closing;
using Heng.App.Features.Explain;
using Heng.App.Features.Months;
using Heng.App.Features.Overview;
using Heng.App.Features.Pay;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Tests.Queries;

[Collection(QueryShopGroup.Name)]
public sealed class ClosedMonthQueryTests(QueryShop shop)
{
    [Fact]
    public async Task A_closed_month_shows_what_was_sealed_on_every_page()
    {
        var sealedMonth = SealedMonth.Find(shop.Database, QueryShop.September)!;
        var (card, slip) = (sealedMonth.Of("score", shop.Agent)!, sealedMonth.Of("pay", shop.Agent)!);
        var overview = (await new OverviewQuery(shop.Books, QueryShop.By(shop.Manager)).For(new(QueryShop.September, Search: shop.Agent), QueryShop.Request)).View!;
        var row = Assert.Single(overview.Ranking.Rows);
        Assert.Equal(card["score"]!.GetValue<decimal>(), row.Score.Value);
        Assert.Equal(card["rank"]!.GetValue<int>(), row.Rank);
        Assert.Equal(slip["net"]!.GetValue<decimal>(), row.NetPay!.Value);
        var agent = (await new AgentMonthQuery(shop.Books, QueryShop.By(shop.Manager)).For(QueryShop.September, shop.Agent, QueryShop.Request)).View!;
        Assert.Equal(card["score"]!.GetValue<decimal>(), agent.Card!.Score.Value);
        Assert.Equal(card["grade"]!.GetValue<string>(), agent.Card.Grade);
        Assert.Equal(card["items"]!.AsArray().Select(i => i!["points"]?.GetValue<decimal>()), agent.Card.Items.Select(i => i.Points.Value));
        var pay = (await new PayslipQuery(shop.Books, QueryShop.By(shop.Manager)).For(QueryShop.September, shop.Agent, QueryShop.Request)).View!;
        Assert.True(pay.Closed);
        Assert.Equal(slip["lines"]!.AsArray().Select(l => l!["amount"]!.GetValue<decimal>()), pay.Lines.Select(l => l.Amount));
        Assert.Equal(pay.Net, pay.Lines.Sum(l => l.Amount));
        // October's orders are in, so nothing of September can move when it is closed.
        foreach (var notes in new[] { overview.Notes, agent.Notes, pay.Notes })
            Assert.Contains(notes, n => n.Zh.StartsWith("manager 于 ", StringComparison.Ordinal) && n.Zh.Contains("最终结账", StringComparison.Ordinal));
        Assert.All(overview.Ranking.Rows, r => Assert.Equal(ValueState.Final, r.Score.State));
    }

    [Fact]
    public async Task A_month_closed_before_its_numbers_are_final_says_so()
    {
        using var later = new LaterShop(shop);
        var close = new Close(later.Database, TimeProvider.System);
        Assert.Null(close.Prepare(QueryShop.October, later.Database.Shops.All, null, new("hr", Role.Hr, null, null)).Refused);
        Assert.Null(close.Finish(QueryShop.October, later.Database.Shops.All, null, shop.Manager, provisionally: true).Refused);
        var view = (await new OverviewQuery(later.Books, QueryShop.By(shop.Manager)).For(new(QueryShop.October), QueryShop.Request)).View!;
        Assert.Contains(view.Notes, n => n.Zh.Contains("暂定结账", StringComparison.Ordinal));
        Assert.DoesNotContain(view.Notes, n => n.Zh.StartsWith("按现在的数据与规则重算", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_moves_after_the_closing_changes_no_sealed_number_and_is_said()
    {
        // A copy of the month in a database of its own, so that the other tests keep theirs.
        using var later = new LaterShop(shop);
        var before = await later.Payslip(shop.Agent);
        Assert.DoesNotContain(before.Notes, n => n.Zh.Contains("与结账相差", StringComparison.Ordinal));
        later.Database.Adjustments.Merge([new(QueryShop.September, shop.Agent, AdjustmentKind.Reward, 123.45m, "补发", "hr", "manager")], null, 0);
        var after = await later.Payslip(shop.Agent);
        Assert.Equal(before.Net, after.Net);
        Assert.Equal(before.Lines.Select(l => l.Amount), after.Lines.Select(l => l.Amount));
        Assert.Contains(after.Notes, n => n.Zh.Contains("+123.45", StringComparison.Ordinal));
        Assert.Contains(after.Notes, n => n.Zh.StartsWith("按现在的数据与规则重算，1 人的结果与结账时不同", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closed_payslip_keeps_its_days_and_its_words_when_the_attendance_moves()
    {
        using var later = new LaterShop(shop);
        var before = await later.Payslip(shop.Agent);
        var sealedDays = shop.Database.Attendances.Of(QueryShop.September).First(a => a.Agent == shop.Agent);
        Assert.Equal((sealedDays.PaidDays, sealedDays.DueDays), (before.PaidDays, before.DueDays));
        later.Database.Attendances.Merge([sealedDays with { PaidDays = 1m }], new(long.MaxValue / 2), 0);
        var after = await later.Payslip(shop.Agent);
        Assert.Equal((before.PaidDays, before.DueDays, before.Group, before.Net), (after.PaidDays, after.DueDays, after.Group, after.Net));
        Assert.Equal(before.Lines.Select(l => (l.Label, l.Formula, l.Amount)), after.Lines.Select(l => (l.Label, l.Formula, l.Amount)));
        Assert.Contains(after.Lines.First(l => l.Id == "base").Notes, n => n.En.StartsWith("today's records and rules make ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chat_that_comes_after_the_closing_moves_no_metric_of_the_month_on_a_page_or_the_command_line()
    {
        using var later = new LaterShop(shop);
        var before = await Shown(later);
        var roster = later.Database.People.Roster;
        var account = roster.In(roster.Find(shop.Agent)!.Id, QueryShop.September)!.Accounts[0];
        later.Import("late.csv", $"shop,buyer,account,at,from,text\n{shop.Demo.Shop},来晚的买家,{account},2026-09-10 10:00:00,buyer,在吗\n{shop.Demo.Shop},来晚的买家,{account},2026-09-10 10:05:00,agent,在的\n");
        var facts = PeriodFacts.Load(later.Database, later.Database.Shops.All, QueryShop.September.First, QueryShop.September.Last, null);
        Assert.Equal(before.Agent[0] + 1, facts.Read(facts.Metrics.Find("consulted")!, facts.TotalsOf(roster.Find(shop.Agent)!.Id)).Value);
        var after = await Shown(later);
        Assert.Equal(before.Agent, after.Agent);
        Assert.Equal(before.Ranking, after.Ranking);
        Assert.Equal(before.Shop, after.Shop);
        Assert.Equal(before.Rows, after.Rows);
        // The explanation is of today's records, and says what was sealed.
        var ask = new ExplainAsk(QueryShop.September, shop.Agent, null, "consulted", null, null);
        var explained = (await new ExplainQuery(later.Books, QueryShop.By(shop.Manager)).For(ask, QueryShop.Request)).View!;
        Assert.Equal(before.Agent[0] + 1, explained.Tree.Value);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"封存值 {before.Agent[0]:#,0} 人次"), explained.Tree.Note!.Value.Zh, StringComparison.Ordinal);
        Assert.Contains("结果不同", explained.Tree.Note!.Value.Zh, StringComparison.Ordinal);
        Assert.Contains("结果不同", Heng(later, "explain", "--month", "2026-09", "--agent", shop.Agent, "--metric", "consulted"), StringComparison.Ordinal);
        Assert.Null((await new ExplainQuery(later.Books, QueryShop.By(shop.Manager)).For(ask with { Day = new(2026, 9, 10) }, QueryShop.Request)).View!.Tree.Note);
    }

    private async Task<(decimal?[] Agent, decimal?[] Ranking, decimal?[] Shop, string Rows)> Shown(LaterShop later)
    {
        var overviews = new OverviewQuery(later.Books, QueryShop.By(shop.Manager));
        var overview = (await overviews.For(new(QueryShop.September, Search: shop.Agent), QueryShop.Request)).View!;
        var agent = (await new AgentMonthQuery(later.Books, QueryShop.By(shop.Manager)).For(QueryShop.September, shop.Agent, QueryShop.Request)).View!;
        var rows = string.Concat(new[] { "agent", "group", "all" }.Select(by => Heng(later, "metrics", "--month", "2026-09", "--by", by, "--metric", "all")));
        Assert.Equal(agent.Stats.Select(s => s.Figure.Value), Assert.Single(overview.Ranking.Rows).Figures.Select(f => f.Value));
        return ([.. agent.Stats.Select(s => s.Figure.Value)], [.. overview.Ranking.Rows[0].Figures.Select(f => f.Value)], [.. overview.Stats.Select(s => s.Figure.Value)], rows);
    }

    private static string Heng(LaterShop later, params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(Exit.Done, RootCommandLine.Run([.. arguments, "--data", later.Folder, "--format", "json"], output, error));
        return output.ToString();
    }

    [Fact]
    public void A_write_by_anybody_is_seen_by_the_next_request_and_without_one_the_month_is_kept()
    {
        using var later = new LaterShop(shop);
        var first = later.Books.Of(QueryShop.October);
        Assert.Same(first, later.Books.Of(QueryShop.October));
        later.Database.Users.Add(new(0, "somebody", null, "qa", null, null, null, "", null, new(1), false));
        Assert.Same(first, later.Books.Of(QueryShop.October)); // an account is no part of a month
        later.Database.Attendances.Merge([new(QueryShop.October, shop.Agent, 23, 11)], new(long.MaxValue / 2), 0);
        var second = later.Books.Of(QueryShop.October);
        Assert.NotSame(first, second);
        Assert.NotEqual(first.Find(shop.Agent)!.Live!.Pay!.Net, second.Find(shop.Agent)!.Live!.Pay!.Net);
    }
}
