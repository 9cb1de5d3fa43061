using Heng.App.Features.Imports;
using Heng.App.Features.Inspections;
using Heng.App.Features.People;
using Heng.App.Features.Quality.FindingPages;
using Heng.App.Features.Quality.Preview;
using Heng.App.Features.Quality.Rules;
using Heng.App.Features.Receptions;
using Heng.App.Features.Rules;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Records;
using Heng.Store;
using Heng.App.Tests.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;
using static Heng.App.Tests.Quality.CheckedShop;

namespace Heng.App.Tests.Quality;

/// <summary>Which version speaks for a rule, who is told of drafts, and which days other rules checked.</summary>
public sealed class RuleInForceTests
{
    private static readonly QualityRule Renamed = Address with { Name = new("改了名字", "renamed"), When = Agent("您好") };

    private static FormCollection Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));
    private static QualityRuleDoing Doing(CheckedShop shop) => new(shop.Database, shop.Clock);

    private static async Task<RuleView?> Page(CheckedShop shop, Viewer viewer, string id = "address", params (string, string)[] fields)
    {
        using var jobs = new PreviewJobs(shop.Database, shop.Clock, NullLogger<PreviewJobs>.Instance);
        return (await new RuleQuery(shop.Database, _ => viewer, shop.Clock, jobs).For(id, fields.Length == 0 ? null : Form(fields), new DefaultHttpContext())).View;
    }

    private static async Task<QualityRulesView> Book(CheckedShop shop, Viewer viewer, params (string, string)[] fields) =>
        (await new QualityRulesQuery(shop.Database, _ => viewer, shop.Clock).For(fields.Length == 0 ? null : Form(fields), new DefaultHttpContext())).View!;

    private static async Task<FindingsView> Findings(CheckedShop shop, Viewer viewer, int page = 1) => (await new FindingsQuery(shop.Database, _ => viewer).For(new(October, Page: page), new DefaultHttpContext())).View!;

    [Fact]
    public async Task A_draft_that_waits_stands_beside_the_version_in_force_and_one_that_was_refused_speaks_for_nothing()
    {
        using var shop = new CheckedShop();
        Assert.Equal(1, Doing(shop).Propose([Renamed], new(2026, 10, 20), "改一改", Qa).Proposed);
        async Task StandsAsItWas(RuleStanding standing)
        {
            foreach (var viewer in new[] { Qa, Hr, Auditor })
            {
                var page = (await Page(shop, viewer))!;
                Assert.Equal(("address规则", standing, RuleTexts.Write(Address)), (page.Rule.Name.Zh, page.Standing, page.Text));
                Assert.Contains(page.Sentence, l => l.Zh.Contains("「你」", StringComparison.Ordinal));
                Assert.Contains((await Findings(shop, viewer)).Rules, r => r == ("address", Address.Name));
            }
        }
        await StandsAsItWas(RuleStanding.Live);
        var proposed = (await Page(shop, Hr))!.Proposed!.Value;
        Assert.Equal(2, proposed.Of.Number);
        Assert.Contains(proposed.Sentence, l => l.Zh.Contains("「您好」", StringComparison.Ordinal));
        Assert.Null((await Page(shop, Wang))!.Proposed);
        Assert.Null(Doing(shop).Drop("address", "不好", Hr));
        await StandsAsItWas(RuleStanding.Live);
        Assert.Null((await Page(shop, Hr))!.Proposed);
        // Ended, it is still called what it was when it looked at chats.
        Assert.Null(Doing(shop).End("address", new(2026, 10, 25), "不用了", Hr));
        Assert.Equal(1, Doing(shop).Propose([Renamed], new(2026, 10, 26), "再来", Qa).Proposed);
        await StandsAsItWas(RuleStanding.Ended);
        Assert.Null(Doing(shop).Drop("address", "不好", Hr));
        await StandsAsItWas(RuleStanding.Ended);
    }

    [Fact]
    public async Task A_rule_that_was_only_proposed_is_shown_by_its_newest_draft_to_those_who_tend_rules()
    {
        using var shop = new CheckedShop();
        var first = Rule("fresh", Severity.Fatal, "x", 1, Agent("甲"));
        Assert.Null(Doing(shop).Propose([first], First, "一", Qa).Refused);
        Assert.Null(Doing(shop).Drop("fresh", "不", Hr));
        Assert.Equal((RuleStanding.NotAdopted, "fresh规则"), (await Page(shop, Qa, "fresh"))! is { } refused ? (refused.Standing, refused.Rule.Name.Zh) : default);
        Assert.Null(Doing(shop).Propose([first with { Name = new("第二稿", "second") }], First, "二", Qa).Refused);
        Assert.Equal((RuleStanding.Waiting, "第二稿"), (await Page(shop, Qa, "fresh"))! is { } waits ? (waits.Standing, waits.Rule.Name.Zh) : default);
        Assert.Null(await Page(shop, Wang, "fresh"));
    }

    [Fact]
    public async Task While_a_change_waits_a_counting_rule_stays_listed_and_only_those_who_tend_rules_are_told()
    {
        using var shop = new CheckedShop();
        Assert.Null(Doing(shop).Propose([Renamed], new(2026, 10, 20), "改一改", Qa).Refused);
        foreach (var (viewer, told) in new[] { (Wang, false), (Chen, false), (Qa, true), (Auditor, true) })
            Assert.Equal((RuleStanding.Live, "address规则", told), (await Book(shop, viewer)).Rules.Single(r => r.Rule.Id == "address") is var row ? (row.Standing, row.Rule.Name.Zh, row.IsProposed) : default);
        // In shadow beside what counts it is nobody's business either.
        Assert.Null(Doing(shop).Confirm("address", Hr));
        Assert.Equal(RuleStanding.LiveAndShadow, (await Book(shop, Qa)).Rules.Single(r => r.Rule.Id == "address").Standing);
        Assert.Equal(RuleStanding.Live, (await Book(shop, Wang)).Rules.Single(r => r.Rule.Id == "address").Standing);
    }

    [Fact]
    public async Task The_filter_of_findings_names_only_rules_that_count_or_counted_to_who_tends_none()
    {
        using var shop = new CheckedShop();
        shop.Put(Rule("secret", Severity.Fatal, "x", 0, Agent("十元")), First, null);
        Assert.Null(Doing(shop).Propose([Rule("coming", Severity.Fatal, "x", 0, Agent("八元"))], First, "x", Qa).Refused);
        Assert.Null(Doing(shop).End("slow", new(2026, 10, 6), "不用了", Hr));
        foreach (var viewer in new[] { Wang, Chen }) Assert.Equal(["address", "risk", "slow", "taboo", "thanks"], (await Findings(shop, viewer)).Rules.Select(r => r.Id));
        Assert.Equal(["address", "coming", "risk", "secret", "slow", "taboo", "thanks"], (await Findings(shop, Qa)).Rules.Select(r => r.Id));
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_the_last()
    {
        using var shop = new CheckedShop();
        var far = await Findings(shop, Qa, Ui.Paging.Asked("99999999999999"));
        Assert.Equal((6, 6, 1), (far.Total, far.Rows.Count, far.Ask.Page));
    }

    [Fact]
    public async Task A_form_that_does_not_say_what_to_do_does_nothing()
    {
        using var shop = new CheckedShop();
        var text = RuleTexts.Write(Renamed);
        foreach (var act in new[] { ("act", "none"), ("x", "y") })
        {
            Assert.Equal("act-unknown", (await Book(shop, Qa, act, ("text", text), ("from", "2026-10-20"), ("why", "x"))).Refused!.Name);
            Assert.Equal("act-unknown", (await Page(shop, Qa, "address", act, ("text", text), ("from", "2026-10-20"), ("why", "x")))!.Refused!.Name);
        }
        Assert.Single(new QualityBook(shop.Database).Courses.First(c => c.Id == "address").Course.Versions);
    }

    [Fact]
    public async Task The_next_inspection_is_taken_only_where_that_is_asked()
    {
        using var shop = new InspectedShop();
        var drawn = shop.Drawn();
        var by = InspectedShop.Qas[0];
        async Task<InspectionsView> Post(params (string, string)[] fields) => (await new InspectionsQuery(shop.Database, _ => by, shop.Folder, shop.Ladder.Clock).List(new(null), Form(fields), new DefaultHttpContext())).View!;
        Assert.Equal("act-unknown", (await Post(("act", "none"))).Refused!.Name);
        Assert.Equal("act-unknown", (await Post(("x", "y"))).Refused!.Name);
        Assert.DoesNotContain(drawn, i => shop.State(i.Id).WaitsFor(by.Name));
        Assert.NotNull((await Post(("act", "next"))).Next);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Days_that_other_rules_checked_are_listed_until_they_are_counted_again(DatabaseEngine engine)
    {
        using var shop = new CheckedShop(engine);
        string Stale() => string.Join(' ', new RuleBook(shop.Database, shop.Only, shop.Clock).Stale().Select(d => d.From == d.To ? $"{d.From:dd}" : $"{d.From:dd}–{d.To:dd}"));
        Assert.Equal("", Stale());
        // A rule that begins on the 6th is nothing to the 5th, and one that runs in shadow is as stale as one that counts.
        shop.Put(Rule("later", Severity.NonFatal, "x", 1, Agent("十元")), new(2026, 10, 6), null);
        Assert.Equal("06–07 31", Stale());
        Assert.Equal("06–07 31", string.Join(' ', (await Page(shop, Qa, "later"))!.Stale.Select(d => d.From == d.To ? $"{d.From:dd}" : $"{d.From:dd}–{d.To:dd}")));
        Assert.Empty((await Page(shop, Wang, "address"))!.Stale);
        shop.Recount();
        Assert.Equal("", Stale());
        // To end what looked at a day is a change of it, also where it found nothing there.
        Assert.Null(Doing(shop).End("slow", new(2026, 10, 7), "不用了", Hr));
        Assert.Equal("07 31", Stale());
        shop.Recount();
        Assert.Equal("", Stale());
        // What is imported now is checked by what is in force now.
        shop.Import("more.csv", Importing.Counter.Messages + Says("08 10:00:00", "fay", "雨桐", "buyer", "在吗", "f1"));
        Assert.Equal("", Stale());
        // A closed month stays as it was sealed.
        shop.Close();
        shop.Put(Rule("last", Severity.NonFatal, "x", 1, Agent("十元")), First, null);
        Assert.Equal("", Stale());
    }

    [Fact]
    public void Strata_recounts_and_trials_have_words_of_their_own()
    {
        Assert.Equal(new Wording("售前一组/一线客服/高风险", "售前一组/Front line/at risk"), InspectionWords.Stratum("售前一组/front-line/risk"));
        Assert.Equal(("重算中", "完成"), (ImportWords.Name(ImportState.Running, new("重算中", "recomputing")).Zh, ImportWords.Name(ImportState.Done, new("重算中", "recomputing")).Zh));
    }

    [Fact]
    public async Task A_picture_is_shown_once_whatever_the_export_writes_in_its_place()
    {
        using var shop = new CheckedShop();
        shop.Import("pictures.csv", Importing.Counter.Messages
            + "小店,gus,小店:雨桐,2026-10-08 10:00:00,buyer,image,,[图片],p1\n小店,gus,小店:雨桐,2026-10-08 10:00:10,agent,image,,［图片］ https://a.example/1.jpg,p2\n小店,gus,小店:雨桐,2026-10-08 10:00:20,buyer,,,[图片]是什么,p3\n");
        var id = shop.Database.Facts.Receptions(shop.Only.Id, new(2026, 10, 8), new(2026, 10, 8)).Single().Id;
        var talk = (await new ReceptionQuery(shop.Database, _ => Qa).For($"{id}", new DefaultHttpContext())).View!;
        Assert.Equal(["［图片］", "［图片］https://a.example/1.jpg", "[图片]是什么"], talk.Lines.Select(l => l.Text));
    }

    [Fact]
    public void The_explanation_of_a_QA_score_tells_points()
    {
        using var shop = new CheckedShop();
        var facts = Features.Months.PeriodFacts.Load(shop.Database, shop.Database.Shops.All, October.First, October.Last, null);
        var explained = facts.Explain("qa-score", shop.Database.People.Roster.Find("李思远")!.Id);
        // bea: 100 − 3 + 5, at most 100; eve: 100. 200 of 200 points.
        Assert.Equal(100m, explained.Value);
        Assert.Equal((200m, Unit.Points), (explained.Inputs[1].Value, explained.Inputs[1].Unit));
        Assert.Equal(explained.Value, explained.Recompute());
    }
}
