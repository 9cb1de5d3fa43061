using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.Quality.FindingPages;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Store;
using Heng.Engine.Quality;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using static Heng.App.Tests.Quality.CheckedShop;

namespace Heng.App.Tests.Quality;

/// <summary>The list of what draws attention in the last days of October, of which refunds are many and fakes few.</summary>
public sealed class AttentionTests
{
    private static readonly QualityRule Refund = Buyer("refund", Urgency.Low, "退款"), Fake = Buyer("fake", Urgency.High, "假货");

    private static QualityRule Buyer(string id, Urgency urgency, string word) =>
        Rule(id, Severity.Attention, "风险", 0, new Condition(Engine.Quality.Role.Buyer, Stretch.Message, new Words(Needed.Any, [word]))) with { Urgency = urgency };

    /// <summary>fay, gus and hal want refunds, fay on two days; gus says that it is fake; ian speaks of a bad review and names himself.</summary>
    private static CheckedShop Shop(DatabaseEngine engine)
    {
        var shop = new CheckedShop(engine);
        foreach (var rule in new[] { Refund, Fake }) shop.Put(rule, First, First);
        shop.Import("late.csv", Counter.Messages + string.Concat(
            Says("29 11:00:00", "fay", "雨桐", "buyer", "我要退款", "f1"), Says("30 11:00:00", "fay", "思远", "buyer", "怎么还没退款，已经等了三天了，你们到底管不管，客服电话也打不通", "f2"), Says("30 12:00:00", "gus", "雨桐", "buyer", "这是假货，退款", "g1"),
            Says("31 11:00:00", "hal", "雨桐", "buyer", "退款", "h1"), Says("31 12:00:00", "ian007", "雨桐", "buyer", "我是ian007，给你差评", "i1")));
        return shop;
    }

    private static async Task<AttentionView> Page(CheckedShop shop, Viewer viewer, AttentionAsk? ask = null, params (string Name, string Value)[] fields) =>
        (await new AttentionQuery(shop.Database, _ => viewer, shop.Clock).For(ask ?? new(), fields.Length == 0 ? null : new FormCollection(fields.GroupBy(f => f.Name).ToDictionary(f => f.Key, f => new StringValues([.. f.Select(v => v.Value)]))), new DefaultHttpContext())).View!;

    private static string[] Told(AttentionView view) => [.. view.Rows.Select(r => $"{r.Rule} {r.Buyer} {r.Receptions.Count}")];

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Urgent_kinds_stand_first_a_buyer_is_one_row_and_the_words_are_quoted(DatabaseEngine engine)
    {
        using var shop = Shop(engine);
        var page = await Page(shop, Chen);
        Assert.Equal([("fake", 1, 1), ("risk", 1, 1), ("refund", 3, 3)], page.Kinds.Select(k => (k.Rule, k.Buyers, k.Open)));
        Assert.Equal(["fake g**s 1", "risk i**7 1", "refund h**l 1", "refund f**y 2", "refund g**s 1"], Told(page));
        Assert.Equal([["这是|假货|，退款"], ["我是i**7，给你差评"], ["退款"], ["怎么还没|退款|，已经等了三天了，你们到底管不管|…"], ["这是假货，|退款"]], page.Rows.Select(r => new[] { string.Join('|', r.Quote.Select(p => p.Text)) }));
        // A buyer's name is hidden before anything is cut: where that moves the text the whole line is marked.
        Assert.Equal([Severity.Attention], page.Rows[1].Quote.Select(p => p.Found!.Value));
        Assert.Equal(["refund h**l 1", "refund f**y 2", "refund g**s 1"], Told(await Page(shop, Chen, new("refund"))));
        Assert.Empty((await Page(shop, Zhao)).Rows);
        Assert.Equal(["refund f**y 1"], Told(await Page(shop, Li)));
    }

    [Fact]
    public async Task A_buyers_receptions_are_handled_together_and_solved_ones_stand_last()
    {
        using var shop = Shop(DatabaseEngine.Sqlite);
        var fay = (await Page(shop, Chen)).Rows.Single(r => r.Rule == "refund" && r.Receptions.Count == 2);
        (string, string)[] ids = [.. fay.Receptions.Select(r => ("id", r.Id))];
        Assert.Equal("needs-note", (await Page(shop, Chen, null, [.. ids, ("act", "solve")])).Refused!.Name);
        Assert.Null((await Page(shop, Chen, null, ids[0], ("act", "solve"), ("note", "已退"))).Refused);
        var half = (await Page(shop, Chen)).Rows.Single(r => r.Receptions.Count == 2);
        // What is still to do is what stands first.
        Assert.Equal((false, 1), (half.Solved, half.Receptions.Count(r => r.Solved)));
        Assert.Null((await Page(shop, Chen, null, [.. ids, ("act", "solve"), ("note", "都退了")])).Refused);
        var page = await Page(shop, Chen);
        Assert.Equal("refund f**y 2", Told(page)[^1]);
        Assert.True(page.Rows[^1].Solved);
        Assert.Equal(2, page.Kinds.Single(k => k.Rule == "refund").Open);
        Assert.Equal("already-solved", (await Page(shop, Chen, null, [.. ids, ("act", "solve"), ("note", "又")])).Refused!.Name);
        Assert.Equal("reception-unknown", (await Page(shop, Chen, null, ("act", "solve"), ("note", "又"))).Refused!.Name);
    }

    [Fact]
    public async Task What_another_handles_is_taken_over_from_them_by_name_and_they_are_told()
    {
        using var shop = Shop(DatabaseEngine.Sqlite);
        var fay = (await Page(shop, Chen)).Rows.Single(r => r.Rule == "refund" && r.Receptions.Count == 2);
        (string, string)[] ids = [.. fay.Receptions.Select(r => ("id", r.Id))];
        Assert.Null((await Page(shop, Chen, null, ids[0], ("act", "take"))).Refused);
        AttentionRow Row(AttentionView page) => page.Rows.Single(r => r.Receptions.Count == 2);
        var refused = await Page(shop, Hr, null, [.. ids, ("act", "take")]);
        Assert.Equal(("taken-by-another", "陈静 正在处理；要接手请再确认一次，会通知 陈静"), (refused.Refused!.Name, refused.Refused.Words.Zh));
        // None of it was taken, the free one neither.
        Assert.Equal(["陈静"], Row(refused).Receptions.Select(r => r.By).OfType<string>());
        Assert.Equal(["陈静"], Row(refused).Holders);
        // From somebody else than who has it by now it is not taken over either.
        Assert.Equal("taken-by-another", (await Page(shop, Hr, null, [.. ids, ("act", "take"), ("over", "赵磊")])).Refused!.Name);
        Assert.Null((await Page(shop, Hr, null, [.. ids, ("act", "take"), ("over", "陈静")])).Refused);
        Assert.Equal(["hr"], Row(await Page(shop, Hr)).Holders);
        Assert.Equal("hr 接手了您在处理的一次接待（10 月 30 日）", NoticeWords.Of(Assert.Single(shop.Database.Notices.Of("陈静", 9)).Notice).Zh);
        Assert.Equal("already-taken", (await Page(shop, Hr, null, [.. ids, ("act", "take")])).Refused!.Name);
        // Who may handle nothing of it is told no name.
        Assert.Equal("reception-unknown", (await Page(shop, Zhao, null, [.. ids, ("act", "take")])).Refused!.Name);
    }

    [Fact]
    public async Task Findings_quote_their_words_on_the_page_that_is_shown()
    {
        using var shop = new CheckedShop();
        var view = (await new FindingsQuery(shop.Database, _ => Hr).For(new(October), new DefaultHttpContext())).View!;
        // The slow reply is marked as a whole line.
        Assert.Equal(["address 你|自己看", "address 你|要几件", "risk 不退我就|投诉", "slow 有的，感谢您", "taboo 你|自己看", "thanks 有的，|感谢|您"],
            view.Rows.Select(r => $"{r.Found.Rule} {string.Join('|', r.Quote.Select(p => p.Text))}").Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Leaders_are_told_once_a_day_how_many_receptions_of_which_kinds_and_nothing_of_buyers(DatabaseEngine engine)
    {
        using var shop = Shop(engine);
        var first = AttentionTold.Remind(shop.Database, new(2026, 10, 31), new(1));
        // Of the 29th fay; of the 30th fay and gus, who said two things in one reception.
        Assert.Equal([("陈静", "2026-10-29", "1"), ("陈静", "2026-10-30", "2")], first.Select(n => (n.To, n.Words["day"], n.Words["count"])));
        Assert.Equal("10 月 30 日 一组 有 2 次接待需要关注：fake规则 1、refund规则 2", NoticeWords.Of(first[1]).Zh);
        Assert.Empty(AttentionTold.Remind(shop.Database, new(2026, 10, 31), new(2)));
        // What was solved before the round is told no more.
        var hal = (await Page(shop, Chen)).Rows.Single(r => r.Buyer == "h**l");
        Assert.Null((await Page(shop, Chen, null, ("id", hal.First.Id), ("act", "solve"), ("note", "已退"))).Refused);
        Assert.Equal([("2026-10-31", "1")], AttentionTold.Remind(shop.Database, new(2026, 11, 1), new(3)).Select(n => (n.Words["day"], n.Words["count"])));
        Assert.DoesNotContain(first, n => n.Words.Values.Any(w => w.Contains("fay", StringComparison.Ordinal)));
    }
}
