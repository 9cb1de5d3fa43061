using System.Text.Json.Nodes;
using Heng.App.Features.Exports;
using Heng.App.Features.Facts;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.Phrases;
using Heng.App.Tests.CommandLine;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Store;
using Heng.App.Ui;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Quality.PhraseShop;

namespace Heng.App.Tests.Quality;

/// <summary>The phrase library of a small shop, from its table to the numbers that chats give.</summary>
public sealed class PhraseTests
{
    private static PhrasesQuery Pages(PhraseShop shop, Viewer viewer) => new(shop.Database, _ => viewer, shop.Clock);
    private static async Task<PhraseView> One(PhraseShop shop, Viewer viewer, long id) => (await Pages(shop, viewer).One(id, null, new DefaultHttpContext())).View!;

    /// <summary>The sale ends on the 10th: on the 9th it is used, on the 11th it is an expired use.</summary>
    private static void Library(PhraseShop shop)
    {
        shop.Phrase("hello", Hello, "2026-10-05");
        shop.Phrase("sale", Sale, "2026-10-05", "2026-10-10");
    }

    private static readonly string[] Talks =
    [
        Talk("09", "ann", "小雨", "您好， 欢迎光临小店，请问有什么可以帮您？", Sale, "稍等"),
        Talk("11", "bea", "小雨", Sale, "好的"),
        Talk("11", "cat", "小李", Hello),
    ];

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Uses_expired_uses_and_the_share_of_messages_are_counted_however_the_chats_come(DatabaseEngine engine)
    {
        using var shop = new PhraseShop(engine);
        Library(shop);
        shop.Chats(Talks);
        void Counted()
        {
            // 王雨桐 wrote 3 messages on the 9th and 2 on the 11th: hello and sale, then the sale when it was over.
            Assert.Equal((2m, 0.4m, 1m), (shop.Metric("phrase-uses", "王雨桐"), shop.Metric("quick-phrase-use", "王雨桐"), shop.Metric("expired-phrase-hits", "王雨桐")));
            Assert.Equal((1m, 1m, 0m), (shop.Metric("phrase-uses", "李思远"), shop.Metric("quick-phrase-use", "李思远"), shop.Metric("expired-phrase-hits", "李思远")));
        }
        Counted();
        shop.Chats(Talks);
        shop.Chats(Talks[1], Talks[0]);
        Counted();

        using var other = new PhraseShop(engine);
        Library(other);
        foreach (var talk in Talks.Reverse()) other.Chats(talk);
        Assert.Equal((2m, 0.4m, 1m), (other.Metric("phrase-uses", "王雨桐"), other.Metric("quick-phrase-use", "王雨桐"), other.Metric("expired-phrase-hits", "王雨桐")));
    }

    [Fact]
    public void Before_a_library_is_in_force_there_is_no_number_and_on_a_day_without_a_use_it_is_0()
    {
        using var shop = new PhraseShop();
        Library(shop);
        shop.Chats(Talk("04", "ann", "小雨", Hello));
        Assert.Null(shop.Metric("phrase-uses", "王雨桐"));
        Assert.Null(shop.Metric("expired-phrase-hits", "王雨桐"));
        shop.Chats(Talk("05", "ann", "小雨", "稍等"));
        Assert.Equal((0m, 0m, 0m), (shop.Metric("phrase-uses", "王雨桐"), shop.Metric("quick-phrase-use", "王雨桐"), shop.Metric("expired-phrase-hits", "王雨桐")));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_new_version_moves_the_days_that_are_counted_again_and_no_other(DatabaseEngine engine)
    {
        using var shop = new PhraseShop(engine);
        Library(shop);
        shop.Chats(Talks);
        shop.Phrase("hello", "您好呀，小店的客服为您服务", "2026-10-11");
        Assert.Equal(0m, shop.Metric("expired-phrase-hits", "李思远"));
        var day = new DateOnly(2026, 10, 11);
        Refold.Day(shop.Database, shop.Database.Shops.All[0], shop.Database.People.Roster, shop.Database.RuleSets.Current(shop.Database.Shops.All[0].Id, day), day);
        Assert.Equal((0m, 1m), (shop.Metric("phrase-uses", "李思远"), shop.Metric("expired-phrase-hits", "李思远")));
        Assert.Equal((2m, 1m), (shop.Metric("phrase-uses", "王雨桐"), shop.Metric("expired-phrase-hits", "王雨桐")));
    }

    [Fact]
    public async Task A_phrase_tells_who_used_it_to_those_who_may_see_them_and_expired_uses_open_their_reception()
    {
        using var shop = new PhraseShop();
        Library(shop);
        shop.Chats(Talks);
        var led = await One(shop, Chen, 2);
        Assert.Equal([("王雨桐", 1L, 1L)], led.People.Select(p => (p.Name, p.Uses, p.Expired)));
        var use = Assert.Single(led.ExpiredUses);
        Assert.Equal((new DateOnly(2026, 10, 11), 1, 1L), (use.Day, use.Version, use.Times));
        var reception = shop.Database.Facts.Receptions(shop.Database.Shops.All[0].Id, use.Day, use.Day).Single(r => Links.Reception(r.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) == use.Href);
        Assert.Equal("bea", shop.Database.Names.Buyers.NameOf(shop.Database.Shops.All[0].Id, reception.Buyer));
        // 陆明 leads another group: the sum is the shop's, the people are not theirs to see.
        var other = await One(shop, Lu, 2);
        Assert.Equal((1L, 1L, 0, 0), (other.Uses, other.Expired, other.People.Count, other.ExpiredUses.Count));
        Assert.Equal(["王雨桐"], (await One(shop, Wang, 1)).People.Select(p => p.Name));
        Assert.Equal(["unused-one"], (await UnusedOf(shop)).Select(r => r.Version.Code));
    }

    private static async Task<IReadOnlyList<PhraseRow>> UnusedOf(PhraseShop shop)
    {
        shop.Phrase("unused-one", "这句话谁也没有说过呢", "2026-10-05");
        return (await Pages(shop, Chen).List(new(Show: "unused"), null, new DefaultHttpContext())).View!.Rows;
    }

    [Fact]
    public async Task Only_who_leads_or_inspects_writes_and_what_is_refused_keeps_what_was_typed()
    {
        using var shop = new PhraseShop();
        (string, string)[] typed = [("act", "publish"), ("code", "a"), ("text", "您好"), ("category", "开场"), ("owner", "王雨桐"), ("from", "2026-11-02")];
        foreach (var (viewer, name) in new[] { (Wang, "role-may-not"), (Auditor, "role-may-not"), (new Viewer("operator", Role.Operator, null, null), "needs-named-person") })
        {
            var refused = (await Pages(shop, viewer).List(new(), Form(typed), new DefaultHttpContext())).View!;
            Assert.Equal((name, "您好"), (refused.Refused?.Name, refused.Typed!.Text));
        }
        Assert.Equal("owner-unknown", (await Pages(shop, Qa).List(new(), Form([.. typed[..4], ("owner", "谁呀"), typed[5]]), new DefaultHttpContext())).View!.Refused!.Name);
        Assert.Equal("text-too-long", (await Pages(shop, Qa).List(new(), Form([.. typed[..2], ("text", new string('好', 100_000)), .. typed[3..]]), new DefaultHttpContext())).View!.Refused!.Name);
        Assert.Empty(shop.Database.Matters(PhraseBook.Kind).All);
        Assert.Equal("/quality/phrases/1", (await Pages(shop, Qa).List(new(), Form(typed), new DefaultHttpContext())).View!.Next);
        Assert.Equal("code-taken", (await Pages(shop, Chen).List(new(), Form(typed), new DefaultHttpContext())).View!.Refused!.Name);
        Assert.Equal("not-after-the-last", (await Pages(shop, Chen).One(1, Form([("act", "publish"), ("text", "您好啊"), .. typed[3..]]), new DefaultHttpContext())).View!.Refused!.Name);
        foreach (var act in new[] { ("act", "none"), ("x", "y") })
        {
            Assert.Equal("act-unknown", (await Pages(shop, Qa).List(new(), Form([act, ("code", "b"), .. typed[2..]]), new DefaultHttpContext())).View!.Refused!.Name);
            Assert.Equal("act-unknown", (await Pages(shop, Qa).One(1, Form([act, ("text", "您好啊"), .. typed[3..5], ("from", "2026-11-09")]), new DefaultHttpContext())).View!.Refused!.Name);
        }
        Assert.Single(shop.Database.Matters(PhraseBook.Kind).All);
        Assert.Equal(404, (await Pages(shop, Chen).One(99, null, new DefaultHttpContext())).Status);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void What_is_exported_is_imported_again_with_all_versions_and_ends(DatabaseEngine engine)
    {
        using var shop = new PhraseShop(engine);
        Library(shop);
        shop.Phrase("hello", "您好，\"小店\"的客服为您服务", "2026-10-20");
        shop.Phrase("formula", "=1+1 这样写也行", "2026-10-05");
        Assert.Null(new PhraseDoing(shop.Database).End(shop.Database.Matters(PhraseBook.Kind).Find("formula")!, new(2026, 10, 30), "", shop.As(Chen)));
        foreach (var kind in new[] { "csv", "xlsx" })
        {
            var sheet = new PhraseTable(shop.Database).Export();
            var path = shop.Shop.File("phrases." + kind, sheet.Bytes(kind));
            var again = new PhraseTable(shop.Database).Import(path, shop.As(Chen));
            Assert.Equal((0, 0, 4, 0), (again.Published, again.Ended, again.Same, again.Faults.Count));
            using var fresh = new PhraseShop(engine);
            var done = new PhraseTable(fresh.Database).Import(path, fresh.As(Chen));
            Assert.Equal((4, 0, 0), (done.Published, done.Same, done.Faults.Count));
            Assert.Equal(sheet.Csv(), new PhraseTable(fresh.Database).Export().Csv());
            // A Chinese page gives Chinese headings, and they are read back.
            var chinese = new PhraseTable(shop.Database).Export(new Ui.Language(false));
            Assert.Equal(["编号", "内容", "分类", "负责人", "生效日", "有效期", "停用日"], chinese.Columns);
            using var other = new PhraseShop(engine);
            Assert.Equal((4, 0), new PhraseTable(other.Database).Import(shop.Shop.File("话术." + kind, chinese.Bytes(kind)), other.As(Chen)) is var brought ? (brought.Published, brought.Faults.Count) : default);
            Assert.Equal(sheet.Csv(), new PhraseTable(other.Database).Export().Csv());
        }
    }

    [Fact]
    public void Rows_that_cannot_be_taken_say_their_line_and_the_others_are_taken()
    {
        using var shop = new PhraseShop();
        var path = shop.Shop.File("话术.csv", "编号,内容,分类,负责人,生效日,有效期\n甲,您好,开场,王雨桐,2026-10-01,\n乙,您好,开场,谁呀,2026-10-01,\n丙,您好,开场,王雨桐,昨天,\n丁,,开场,王雨桐,2026-10-01,\n戊,再见,结束,王雨桐,2026/10/1,2026-12-31\n");
        var done = new PhraseTable(shop.Database).Import(path, shop.As(Chen));
        Assert.Equal((2, new[] { 3L, 4L, 5L }), (done.Published, done.Faults.Select(f => f.Line).ToArray()), (a, b) => a.Item1 == b.Item1 && a.Item2.SequenceEqual(b.Item2));
        // One character would be a use in every message; a table says so of its line, with placeholders or without.
        var one = new PhraseTable(shop.Database).Import(shop.Shop.File("one.csv", "code,text,category,owner,from\n己,嗯,开场,王雨桐,2026-10-01\n庚,{买家}嗯,开场,王雨桐,2026-10-01\n辛,嗯嗯,开场,王雨桐,2026-10-01\n"), shop.As(Chen));
        Assert.Equal((1, "2 3"), (one.Published, string.Join(' ', one.Faults.Select(f => f.Line))));
        Assert.Contains("连着的两个字", one.Faults[0].Words.Zh, StringComparison.Ordinal);
        // Of headings that say nothing each row is not told alone, but what is missing, what stands there instead, and what is needed.
        var strange = Assert.Single(new PhraseTable(shop.Database).Import(shop.Shop.File("strange.csv", "编码,话术,分组,负责人\n1,您好呀,开场,王雨桐\n2,再见了,开场,王雨桐\n"), shop.As(Chen)).Faults);
        Assert.Equal((1, "表头里没有编号、分类，认不出：编码、分组。要有：编号、内容、分类、负责人；可有：生效日、有效期、停用日（也可写 code、text、category、owner、from、until、ended）"), (strange.Line, strange.Words.Zh));
        Assert.Equal(0L, Assert.Single(new PhraseTable(shop.Database).Import(shop.Shop.File("leer.csv", ""), shop.As(Chen)).Faults).Line);
    }

    /// <summary>The sale's last day is the 10th: on the 3rd its owner is told, and once; on the 11th that it is over.</summary>
    [Fact]
    public void The_owner_is_told_seven_days_before_the_last_day_and_when_it_is_over_once_each()
    {
        using var shop = new PhraseShop();
        shop.Phrase("sale", Sale, "2026-10-01", "2026-10-10");
        shop.Phrase("hello", Hello, "2026-10-01");
        IReadOnlyList<string> On(int day) => [.. PhraseExpiry.Remind(shop.Database, new(2026, 10, day), new(day)).Select(n => $"{n.To} {n.Kind}")];
        Assert.Empty(On(2));
        Assert.Equal(["王雨桐 phrase-expiring"], On(3));
        Assert.Empty(On(3));
        Assert.Empty(On(10));
        Assert.Equal(["王雨桐 phrase-expired"], On(11));
        Assert.Empty(On(12));
        var told = shop.Database.Notices.Of("王雨桐", 9).Select(n => NoticeWords.Of(n.Notice).Zh).ToList();
        Assert.Contains(told, t => t.Contains("“sale”", StringComparison.Ordinal) && t.Contains("10 月 10 日", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_good_agents_write_is_suggested_masked_taken_into_a_draft_and_dismissed_for_good()
    {
        using var shop = new PhraseShop();
        Library(shop);
        shop.Chats([.. Enumerable.Range(10, 10).Select(i => Talk("12", $"buyer{i}", "小雨", $"亲，单号1234567{i}已经催过仓库，今晚一定发出", "尺码偏大一点点，建议拍小一码"))]);
        shop.Import("ratings", "shop,account,buyer,sent_at,rated_at,level\n小店,小店:小雨,buyer10,2026-10-12 10:20:00,2026-10-12 10:21:00,very-satisfied\n小店,小店:小李,buyer11,2026-10-12 10:20:00,2026-10-12 10:21:00,very-dissatisfied\n");
        var pages = new PhraseSuggesting(shop.Database, _ => Chen, shop.Clock);
        async Task<PhraseSuggestionsView> Ask(params (string, string)[] form) => (await pages.For("satisfaction", form.Length == 0 ? null : Form(form), new DefaultHttpContext())).View!;

        var first = await Ask();
        // Of two rated the best third is one. Both answers were written ten times.
        Assert.Equal(1, first.GoodAgents);
        Assert.Equal(["亲，单号{号码}已经催过仓库，今晚一定发出", "尺码偏大一点点，建议拍小一码"], first.Rows.Select(r => r.Of.Text).Order(StringComparer.Ordinal));
        Assert.All(first.Rows, r => Assert.Equal(10, r.Of.Times));
        var (urged, size) = (first.Rows.Single(r => r.Of.Text.Contains("号码", StringComparison.Ordinal)).Of, first.Rows.Single(r => r.Of.Text.Contains("尺码", StringComparison.Ordinal)).Of);
        Assert.Equal("code-missing", (await Ask(("act", "accept"), ("key", urged.Key), ("text", urged.Text), ("category", "售后"), ("owner", "李思远"))).Refused!.Name);
        Assert.Equal("/quality/phrases/3", (await Ask(("act", "accept"), ("key", urged.Key), ("code", "urge"), ("text", urged.Text), ("category", "售后"), ("owner", "李思远"), ("until", "2027-01-01"))).Next);
        var draft = PhraseBook.Of(shop.Database.Matters(PhraseBook.Kind).Find("urge")!);
        Assert.Equal((0, "李思远", new DateOnly(2027, 1, 1)), (draft.Versions.Count, draft.Draft!.Owner, draft.Draft.Until));
        // Ten times the same sentence is one sample of it.
        Assert.Single(first.Rows.Single(r => r.Of == size).Examples);
        Assert.Equal("act-unknown", (await Ask(("key", size.Key), ("text", size.Text))).Refused!.Name);
        Assert.NotNull((await Ask(("act", "dismiss"), ("key", size.Key), ("text", size.Text))).Next);
        Assert.Equal((0, 1), ((await Ask()).Rows.Count, (await Ask()).Dismissed));
        Assert.Equal(403, (await new PhraseSuggesting(shop.Database, _ => Wang, shop.Clock).For(null, null, new DefaultHttpContext())).Status);
        // 陆明 may read that there is one, and opens nobody's chat of another group.
        Assert.All((await new PhraseSuggesting(shop.Database, _ => Lu, shop.Clock).For(null, null, new DefaultHttpContext())).View!.Rows, r => Assert.Empty(r.Seen));
    }

    [Fact]
    public void Scripts_list_the_library_bring_a_table_and_take_it_away()
    {
        using var shop = new PhraseShop();
        Library(shop);
        shop.Chats(Talks);
        var rows = JsonNode.Parse(shop.Shop.Json("phrases", "list"))!;
        Assert.Equal("""
            [].category string
            [].code string
            [].expiredUses number
            [].from string
            [].last null|string
            [].lastUsed string
            [].owner string
            [].state string
            [].text string
            [].uses number
            [].version number
            """.ReplaceLineEndings("\n"), Shape.Of(rows));
        Assert.Equal(("hello", 2, 0), ((string)rows[0]!["code"]!, (int)rows[0]!["uses"]!, (int)rows[0]!["expiredUses"]!));
        Assert.Equal("code,text,category,owner,from,until,ended", shop.Shop.Heng("phrases", "export", "--format", "csv").Out.TrimStart('\uFEFF').Split('\r', '\n')[0]);
        var path = shop.Shop.File("new.csv", "code,text,category,owner,from\nbye,感谢光临,结束,王雨桐,2026-10-01\n");
        var (code, _, error) = shop.Shop.Heng("phrases", "import", path);
        Assert.Equal(1, code);
        Assert.Contains("needs-named-person", error, StringComparison.Ordinal);
    }
}
