using Heng.App.Features.Months;
using Heng.App.Features.Pay;
using Heng.App.Tests.Importing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Queries;

/// <summary>Which months a person's pages are offered for, and what is said of a running month and of a pay below zero.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class PersonMonthTests(QueryShop shop)
{
    [Fact]
    public void The_months_of_who_came_and_left_are_those_between()
    {
        Employment[] stretch = [new("来去", [], "售前一组", "front-line", 4000m, new(2026, 7, 31), new(2026, 8, 1))];
        var roster = new Roster([new(1, "来去")], stretch);
        int[] Held(Features.People.Viewer viewer) => [.. Enumerable.Range(5, 6).Where(m => PersonMonths.Of("来去", viewer, roster, shop.Database)(new(2026, m)))];
        Assert.Equal([7, 8], Held(shop.Manager));
        Assert.Equal([7, 8], Held(shop.AsLeader));
        Assert.Equal([7, 8], Held(new("来去", Features.People.Role.Agent, "来去", "售前一组")));
        Assert.Empty(Held(shop.AsAgent));
    }

    [Fact]
    public void Who_is_no_longer_on_the_roster_stays_in_the_closed_month_only()
    {
        var held = PersonMonths.Of(shop.Agent, shop.Manager, new Roster([], []), shop.Database);
        Assert.True(held(QueryShop.September));
        Assert.False(held(QueryShop.October));
        Assert.False(PersonMonths.Of(shop.Agent, shop.AsLeader, new Roster([], []), shop.Database)(QueryShop.September));
    }

    [Fact]
    public void Days_after_the_last_covered_day_are_not_called_missing()
    {
        using var counter = new Counter();
        // Chats of the 1st and the 4th: the 2nd and 3rd lie between them, the 5th has not come; nothing else was imported.
        counter.Import(counter.File("a.csv", Counter.Messages + Counter.Line("2026-10-01 10:00:00") + Counter.Line("2026-10-04 10:00:00")));
        using var books = new BookCache(counter.Database);
        var note = Assert.Single(MonthNotes.Of(books.Of(QueryShop.October), shop.Manager), n => n.Zh.StartsWith("没有导入的日子", StringComparison.Ordinal));
        Assert.Contains("聊天记录 10 月 2 日–10 月 3 日；订单 10 月 1 日–10 月 4 日；", note.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.00", false)]
    [InlineData("99999.00", true)]
    public async Task A_pay_below_zero_says_that_nothing_is_paid_out(string penalty, bool said)
    {
        using var later = new LaterShop(shop);
        later.Import("adjustments_late.csv", $"month,agent,kind,amount,reason,entered_by,approved_by\n2026-10,{shop.Agent},penalty,{penalty},摔坏,hr,manager\n");
        var slip = (await new PayslipQuery(later.Books, QueryShop.By(shop.Manager)).For(QueryShop.October, shop.Agent, QueryShop.Request)).View!;
        Assert.Equal(said, slip.Net < 0m);
        Assert.Equal(said, slip.Notes.Any(n => n.Zh.StartsWith("实发为负", StringComparison.Ordinal) && n.En.Contains("HR", StringComparison.Ordinal)));
    }
}
