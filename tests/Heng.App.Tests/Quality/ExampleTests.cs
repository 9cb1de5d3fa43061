using Heng.App.Features.GoodExamples;
using Heng.App.Features.People;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Quality.PhraseShop;

namespace Heng.App.Tests.Quality;

/// <summary>A chat of 王雨桐 as an example: who sees it when, and what of it.</summary>
public sealed class ExampleTests
{
    private static readonly Viewer Li = new("li", Role.Agent, "李思远", "一组");
    private static ExamplesQuery Pages(PhraseShop shop, Viewer viewer) => new(shop.Database, _ => viewer, shop.Clock);
    private static async Task<int> Status(PhraseShop shop, Viewer viewer) => (await Pages(shop, viewer).One(1, null, new DefaultHttpContext())).Status;
    private static async Task<int> Listed(PhraseShop shop, Viewer viewer) => (await Pages(shop, viewer).List(new(), new DefaultHttpContext())).View!.Total;
    private static async Task<string?> Act(PhraseShop shop, Viewer viewer, string act) => (await Pages(shop, viewer).One(1, Form(("act", act)), new DefaultHttpContext())).View!.Refused?.Name;

    private static string Reception(PhraseShop shop)
    {
        shop.Chats(Talk("09", "小红帽", "小雨", "小红帽您好", "电话13800138000收到了", "寄到朝阳区建国路对吗"));
        return shop.Database.Facts.Receptions(shop.Database.Shops.All[0].Id, new(2026, 10, 9), new(2026, 10, 9))[0].Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static (string, string)[] Proposal(string reception) => [("reception", reception), ("title", "核对得细"), ("category", "售后"), ("words", "逐项核对"), ("first", "10:00:00"), ("last", "10:00:12")];

    [Fact]
    public async Task Without_consent_nobody_else_sees_it_with_it_everybody_does_and_withdrawn_it_is_gone()
    {
        using var shop = new PhraseShop();
        var proposal = Proposal(Reception(shop));
        Assert.Equal("/quality/examples/1", (await Pages(shop, Chen).New(null, Form(proposal), new DefaultHttpContext())).View!.Next);
        Assert.Equal("already-proposed", (await Pages(shop, Qa).New(null, Form(proposal), new DefaultHttpContext())).View!.Refused!.Name);
        Assert.Equal(["example-proposed"], shop.Database.Notices.Of("王雨桐", 9).Select(n => n.Notice.Kind));
        foreach (var other in new[] { Li, Lu, Qa, Boss, Auditor }) Assert.Equal((404, 0), (await Status(shop, other), await Listed(shop, other)));
        Assert.Equal((200, 200), (await Status(shop, Wang), await Status(shop, Chen)));
        Assert.Equal("not-theirs", await Act(shop, Chen, "consent"));

        Assert.Null(await Act(shop, Wang, "consent"));
        foreach (var other in new[] { Li, Lu, Qa, Boss, Auditor }) Assert.Equal((200, 1), (await Status(shop, other), await Listed(shop, other)));
        Assert.Equal(["example-answered"], shop.Database.Notices.Of("陈静", 9).Select(n => n.Notice.Kind));
        Assert.Equal("not-theirs", await Act(shop, Li, "withdraw"));

        Assert.Null(await Act(shop, Wang, "withdraw"));
        foreach (var other in new[] { Wang, Chen, Li, Qa, Boss, Auditor }) Assert.Equal((404, 0), (await Status(shop, other), await Listed(shop, other)));
        Assert.All(shop.Database.Decisions.About("good-example/1"), d => Assert.DoesNotContain("核对", d.Why, StringComparison.Ordinal));
        // It may be proposed anew; consent is asked again.
        Assert.Equal("/quality/examples/2", (await Pages(shop, Chen).New(null, Form(proposal), new DefaultHttpContext())).View!.Next);
    }

    [Fact]
    public async Task Only_the_stretch_is_shown_and_the_buyer_is_masked()
    {
        using var shop = new PhraseShop();
        await Pages(shop, Chen).New(null, Form(Proposal(Reception(shop))), new DefaultHttpContext());
        await Act(shop, Wang, "consent");
        var lines = (await Pages(shop, Li).One(1, null, new DefaultHttpContext())).View!.Lines;
        // 10:00:12 is the last one of the stretch: question and three answers.
        Assert.Equal([("买家", "在吗"), ("王雨桐", "****您好"), ("王雨桐", "电话****收到了"), ("王雨桐", "****对吗")], lines.Select(l => (l.Who, l.Text!)));
        Assert.Null((await Pages(shop, Li).One(1, null, new DefaultHttpContext())).View!.Reception);
        Assert.NotNull((await Pages(shop, Chen).One(1, null, new DefaultHttpContext())).View!.Reception);
    }

    [Fact]
    public async Task Who_may_not_see_a_reception_cannot_propose_it_and_agents_and_auditors_propose_none()
    {
        using var shop = new PhraseShop();
        var reception = Reception(shop);
        Assert.Equal(404, (await Pages(shop, Lu).New(reception, null, new DefaultHttpContext())).Status);
        Assert.Equal(404, (await Pages(shop, Chen).New("99", null, new DefaultHttpContext())).Status);
        Assert.Equal((403, 403), ((await Pages(shop, Li).New(reception, null, new DefaultHttpContext())).Status, (await Pages(shop, Auditor).New(reception, null, new DefaultHttpContext())).Status));
        Assert.Equal("words-too-long", (await Pages(shop, Qa).New(null, Form([.. Proposal(reception)[..3], ("words", new string('好', 100_000))]), new DefaultHttpContext())).View!.Refused!.Name);
        Assert.Equal("stretch-empty", (await Pages(shop, Qa).New(null, Form([.. Proposal(reception)[..4], ("first", "11:00:00")]), new DefaultHttpContext())).View!.Refused!.Name);
    }
}
