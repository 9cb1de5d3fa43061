using Heng.App.Features.Appeals;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Appeals.AppealShop;

namespace Heng.App.Tests.Appeals;

/// <summary>What each sees of an appeal on the pages: the employee never another's name or numbers, the leader no pay, strangers nothing.</summary>
public sealed class AppealPageTests
{
    private static readonly NewAppealAsk Order = new(CorrectedFact.Order, "1", null, new("王雨桐"), "是我谈成的");

    private static AppealsQuery By(AppealShop shop, BookCache books, Viewer viewer) => new(books, _ => viewer, shop.Shop.Data, shop.Clock);

    [Fact]
    public async Task From_the_fact_to_the_decision_and_who_sees_what_of_it()
    {
        using var shop = new AppealShop();
        using var books = new BookCache(shop.Database);
        var context = new DefaultHttpContext();
        var form = (await By(shop, books, Wang).New(Order, context)).View!;
        Assert.Equal((true, "王雨桐"), (form.MayRaise, form.Self));
        Assert.DoesNotContain("李思远", string.Concat(form.Says.Select(l => l.Value.Zh + l.Value.En)), StringComparison.Ordinal);
        Assert.Contains(form.Says, l => l.Value.Zh.StartsWith("其他人 · ", StringComparison.Ordinal));
        // Who leads looks and does not raise; whom it does not bear on finds nothing.
        Assert.False((await By(shop, books, Chen).New(Order, context)).View!.MayRaise);
        Assert.Equal(StatusCodes.Status404NotFound, (await By(shop, books, Zhao).New(Order, context)).Status);
        Assert.Equal(StatusCodes.Status404NotFound, (await By(shop, books, new("qa", Role.Qa, null, null)).New(Order, context)).Status);

        Assert.Equal("needs-reason", (await By(shop, books, Wang).Raise(Order with { Why = "" }, context)).Seen.View!.Refused!.Name);
        Assert.Equal(1L, (await By(shop, books, Wang).Raise(Order, context)).Raised);
        Assert.Equal(StatusCodes.Status404NotFound, (await By(shop, books, Zhao).One(1, null, null, context)).Status);
        Assert.Equal(StatusCodes.Status404NotFound, (await By(shop, books, Li).One(1, null, null, context)).Status);
        Assert.Equal((1, 1), (await By(shop, books, Chen).List(new(AppealShow.Waiting), context)).View is { } waiting ? (waiting.Rows.Count, waiting.Waiting) : default);
        Assert.Equal(0, (await By(shop, books, Zhao).List(new(), context)).View!.Total);

        var leader = (await By(shop, books, Chen).One(1, null, null, context)).View!;
        Assert.True(leader.MayAnswer);
        Assert.Equal(["李思远", "王雨桐"], leader.WouldMove!.Select(m => m.Agent));
        Assert.All(leader.WouldMove!, m => Assert.Null(m.After.Net));
        var hr = (await By(shop, books, Hr).One(1, null, null, context)).View!;
        Assert.Equal([4010m, 3850m], hr.WouldMove!.Select(m => m.After.Net!.Value));
        // Another choice is tried in the address, and nothing of it is kept.
        // Nobody's order: 李思远 falls to 52.50, and 王雨桐 is first without a point more.
        Assert.Equal([("李思远", 52.5m, 2), ("王雨桐", 61.32m, 1)], (await By(shop, books, Hr).One(1, null, new(""), context)).View!.WouldMove!.Select(m => (m.Agent, m.After.Score!.Value, m.After.Rank!.Value)));
        Assert.False((await By(shop, books, Wang).One(1, null, null, context)).View!.MayAnswer);

        Assert.Equal("person-unknown", (await By(shop, books, Chen).One(1, new("accept", new("没有这个人"), "有记录"), null, context)).View!.Refused!.Name);
        Assert.Null((await By(shop, books, Chen).One(1, new("accept", new(), "有记录"), null, context)).View!.Refused);
        var own = (await By(shop, books, Wang).One(1, null, null, context)).View!;
        Assert.Equal(["王雨桐"], own.Moved!.Select(m => m.Agent));
        Assert.Equal((1, 3850m), (own.Others, own.Moved![0].After.Net!.Value));
        Assert.Equal("already-decided", (await By(shop, books, Hr).One(1, new("refuse", new(), "不"), null, context)).View!.Refused!.Name);
        Assert.Equal(85m, books.Of(October).Book.Find("王雨桐")!.Card!.Score);
    }

    [Fact]
    public async Task Numbers_that_are_none_are_refused_and_lose_nothing()
    {
        using var shop = new AppealShop();
        using var books = new BookCache(shop.Database);
        var sheet = new NewAppealAsk(CorrectedFact.Attendance, "2026-10/王雨桐", October.First, new(DueDays: "20", PaidDays: "二十"), "少算了一天");
        var refused = (await By(shop, books, Wang).Raise(sheet, new DefaultHttpContext())).Seen.View!;
        Assert.Equal(("value-unreadable", "少算了一天"), (refused.Refused!.Name, refused.Why));
        Assert.Equal("value-unreadable", (await By(shop, books, Wang).Raise(sheet with { Wish = new(DueDays: "20", PaidDays: "99999999999") }, new DefaultHttpContext())).Seen.View!.Refused!.Name);
        Assert.Equal("nothing-to-correct", (await By(shop, books, Wang).Raise(sheet with { Wish = new(DueDays: "20", PaidDays: "21") }, new DefaultHttpContext())).Seen.View!.Refused!.Name);
        Assert.Equal(StatusCodes.Status404NotFound, (await By(shop, books, Wang).New(sheet with { Fact = new string('长', 100_000) }, new DefaultHttpContext())).Status);
        Assert.Equal(StatusCodes.Status404NotFound, (await By(shop, books, Wang).New(sheet with { Fact = "2099-01/王雨桐", Day = new(2099, 1, 1) }, new DefaultHttpContext())).Status);
        Assert.Equal(Links.NewAppeal(CorrectedFact.Attendance, "2026-10/王雨桐", October.First), $"/appeals/new?kind=attendance&fact={Uri.EscapeDataString("2026-10/王雨桐")}&day=2026-10-01");
    }
}
