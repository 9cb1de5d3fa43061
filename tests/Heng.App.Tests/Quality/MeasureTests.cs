using Heng.App.Features.Quality.Measure;
using Heng.App.Features.Quality.Rules;
using Heng.App.Tests.Store;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;
using Heng.Store;
using static Heng.App.Tests.Quality.CheckedShop;

namespace Heng.App.Tests.Quality;

/// <summary>What people say of hits and of what was missed, and what it lets a rule do.</summary>
public sealed class MeasureTests
{
    private static readonly QualityRule You = Rule("you", Severity.NonFatal, "服务用语", 2, Agent("你")) with { Except = ["你好"] };

    /// <summary>A rule in shadow beside those of the shop: it hits 你自己看 on the 5th and 你要几件 on the 6th.</summary>
    private static CheckedShop Shadowed(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        var shop = new CheckedShop(engine);
        shop.Put(You, First, null);
        shop.Recount();
        return shop;
    }

    private static IReadOnlyList<KeptFinding> Hits(CheckedShop shop) => shop.Database.Findings.OfRule(shop.Only.Id, "you", First, October.Last);
    private static LabelDoing Doing(CheckedShop shop) => new(shop.Database, shop.Clock);
    private static LabelledPlace Place(CheckedShop shop, KeptFinding hit) => new(shop.Only, hit.Rule, DayCheck.IdText(hit.Id), hit.Reception, hit.Day);
    private static Measured Measured(CheckedShop shop, int version = 1) => new RuleMeasures(shop.Database, "you").Of("you", new QualityBook(shop.Database).Courses.First(c => c.Id == "you").Course.Versions[version - 1]);
    private static string? Label(CheckedShop shop, KeptFinding hit, bool isThere, bool whole = false) => Doing(shop).Label(Place(shop, hit), isThere, TruthSource.Inspection, whole, null, Qa)?.Name;

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void What_people_say_of_hits_makes_the_precision_of_the_version_that_hit_them_and_the_last_word_counts(DatabaseEngine engine)
    {
        using var shop = Shadowed(engine);
        var hits = Hits(shop);
        Assert.Equal((2, 0), (hits.Count, Measured(shop).Hits));
        Assert.Null(Label(shop, hits[0], true));
        Assert.Null(Label(shop, hits[1], false));
        Assert.Equal((1, 1), (Measured(shop).Right, Measured(shop).Wrong));
        Assert.Null(Label(shop, hits[1], true));
        Assert.Equal((2, 0), (Measured(shop).Right, Measured(shop).Wrong));
        // Sent twice it is one step.
        Assert.Null(Label(shop, hits[1], true));
        Assert.Equal(2, shop.Database.Matters(MeasureMatters.Label).Find(MeasureMatters.LabelKey("you", DayCheck.IdText(hits[1].Id)))!.Happened.Count);
    }

    [Fact]
    public void A_rule_counts_only_once_its_precision_passes_the_bar()
    {
        using var shop = Shadowed();
        var doing = new QualityRuleDoing(shop.Database, shop.Clock);
        // Two of two right reach 1 ÷ (1 + 3.8415 ÷ 2) = 0.3424.
        Assert.Null(Doing(shop).SetBar(new(0.34m, 2), "小店", Boss));
        Assert.Equal("bar-not-passed", doing.Activate("you", new(2026, 10, 20), "达标", Boss)?.Name);
        foreach (var hit in Hits(shop)) Assert.Null(Label(shop, hit, true));
        Assert.Null(Doing(shop).SetBar(new(0.35m, 2), "严一点", Boss));
        Assert.Equal("bar-not-passed", doing.Activate("you", new(2026, 10, 20), "达标", Boss)?.Name);
        Assert.Null(Doing(shop).SetBar(new(0.34m, 3), "多看几处", Boss));
        Assert.Equal("bar-not-passed", doing.Activate("you", new(2026, 10, 20), "达标", Boss)?.Name);
        Assert.Null(Doing(shop).SetBar(new(0.34m, 2), "小店", Boss));
        Assert.Null(doing.Activate("you", new(2026, 10, 20), "达标", Boss)?.Name);
    }

    [Fact]
    public void What_only_draws_attention_needs_no_bar_for_it_never_costs_points()
    {
        using var shop = new CheckedShop();
        shop.Put(Rule("worry", Severity.Attention, "风险", 0, Agent("十元")), First, null);
        Assert.True(RuleMeasures.Passed(shop.Database, "worry", 1));
        shop.Put(Rule("praise", Severity.Advocated, "服务态度", 5, Agent("十元")), First, null);
        Assert.False(RuleMeasures.Passed(shop.Database, "praise", 1));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_missed_line_is_the_place_that_a_later_version_hits(DatabaseEngine engine)
    {
        using var shop = Shadowed(engine);
        var reception = shop.Database.Facts.Receptions(shop.Only.Id, new(2026, 10, 7), new(2026, 10, 7)).Single();
        var messages = shop.Database.Days.Load(shop.Only.Id, new(2026, 10, 7), withText: true)!;
        var lines = Enumerable.Range(0, messages.Count).ToDictionary(i => messages.Text![i].ToString(), i => Corrections.IdOf(messages.Key![i]));
        var talk = MarkedTalk.Of(shop.Database, shop.Only, reception, [], new QualityBook(shop.Database), new Ui.Language(false)).Lines;
        Assert.Equal("place-unknown", Doing(shop).Missed(shop.Only, reception, "you", "none", talk, Qa)?.Name);
        // The rule looks at what the agent writes: it can miss nothing in the buyer's words.
        Assert.Equal("line-not-read", Doing(shop).Missed(shop.Only, reception, "you", lines["多少钱"], talk, Qa)?.Name);
        Assert.Null(Doing(shop).Missed(shop.Only, reception, "you", lines["十元"], talk, Qa));
        Assert.Null(Label(shop, Hits(shop)[0], true, whole: true));
        // One place there was hit, the other missed.
        Assert.Equal((1, 1, 0.5m), (Measured(shop).Found, Measured(shop).Missed, Measured(shop).Recall));
        shop.Put(You with { When = Agent("你", "十元") }, First, null);
        shop.Recount();
        Assert.Equal((2, 0, 1m), (Measured(shop, 2).Found, Measured(shop, 2).Missed, Measured(shop, 2).Recall));
        Assert.Equal(2, Measured(shop, 2).Right);
    }

    [Fact]
    public void A_reception_is_read_once_and_every_hit_of_it_is_answered()
    {
        using var shop = Shadowed();
        var hit = Hits(shop)[1];
        var reception = shop.Database.Facts.Reception(shop.Only.Id, hit.Reception)!;
        var hits = shop.Database.Findings.Of(shop.Only.Id, hit.Reception);
        Assert.Equal("answer-missing", Doing(shop).Read(shop.Only, reception, [.. hits.Select(h => (h, (bool?)null))], Qa)?.Name);
        Assert.Null(Doing(shop).Read(shop.Only, reception, [.. hits.Select(h => (h, (bool?)true))], Qa));
        Assert.Equal("already-read", Doing(shop).Read(shop.Only, reception, [.. hits.Select(h => (h, (bool?)true))], Qa)?.Name);
        Assert.Equal((1, 1, 0), (Measured(shop).Right, Measured(shop).Found, Measured(shop).Missed));
        Assert.Equal((hits.Count, 0), (shop.Database.Matters(MeasureMatters.Audit).All[0].Happened[0].Hits, shop.Database.Matters(MeasureMatters.Audit).All[0].Happened[0].Missed));
    }

    [Fact]
    public void Agents_leaders_and_auditors_label_nothing_and_QA_sets_no_bar()
    {
        using var shop = Shadowed();
        foreach (var viewer in new[] { Wang, Chen, Auditor })
            Assert.Equal("role-may-not", Doing(shop).Label(Place(shop, Hits(shop)[0]), true, TruthSource.Inspection, false, null, viewer)?.Name);
        Assert.Equal("role-may-not", Doing(shop).SetBar(Bar.Shipped, "x", Qa)?.Name);
        Assert.Equal("bar-unsound", Doing(shop).SetBar(new(1m, 20), "x", Boss)?.Name);
        Assert.Equal("needs-reason", Doing(shop).SetBar(new(0.9m, 20), " ", Boss)?.Name);
        Assert.Equal("place-unknown", Doing(shop).Label(Place(shop, Hits(shop)[0]) with { Place = "99" }, true, TruthSource.Inspection, false, null, Qa)?.Name);
        Assert.Equal("reason-too-long", Doing(shop).Label(Place(shop, Hits(shop)[0]), true, TruthSource.Inspection, false, new string('长', 501), Qa)?.Name);
        Assert.Equal(Bar.Shipped, RuleMeasures.BarOf(shop.Database));
    }

    [Fact]
    public void A_trial_tells_what_a_draft_would_have_hit_and_writes_nothing()
    {
        using var shop = Shadowed();
        var (before, standing) = (shop.Told(all: true), new QualityBook(shop.Database).Find("you", 1)!);
        Assert.Null(Label(shop, Hits(shop)[1], true));
        // 要几件 keeps the 6th alone, 十元 brings the 7th, and 你自己看 of the 5th is gone.
        var draft = You with { When = Agent("你要几件", "十元") };
        var result = new Features.Quality.Preview.RuleTrial(shop.Database).Run(draft, standing, First, October.Last, (_, _) => { });
        Assert.Equal((1, 1, 1), (result.Places.Gained.Count, result.Places.Lost.Count, result.Places.Both.Count));
        Assert.Equal(["Both 你要几件", "Gained 十元", "Lost 你"], result.Samples.Select(s => $"{s.Side} {s.Hit}").Order(StringComparer.Ordinal));
        Assert.Equal((1, 0), (result.Draft.Right, result.Draft.Wrong));
        Assert.Equal(before, shop.Told(all: true));
        Assert.Throws<OperationCanceledException>(() => new Features.Quality.Preview.RuleTrial(shop.Database).Run(draft, null, First, October.Last, (_, _) => { }, new CancellationToken(canceled: true)));
    }
}
