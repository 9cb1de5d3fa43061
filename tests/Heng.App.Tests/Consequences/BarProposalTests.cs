using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Consequences.LadderShop;

namespace Heng.App.Tests.Consequences;

/// <summary>The plan with a pass mark of 60 and a bar at 120 % of it, 72. 李思远 has 80 in three months, 王雨桐 50.</summary>
public sealed class BarProposalTests
{
    private static LadderShop WithBar(string step)
    {
        var shop = new LadderShop();
        var yaml = shop.Database.Plans.Find("s94-ladder")!.Yaml.Replace("version: 1", "version: 2", StringComparison.Ordinal)
            .Replace("    grades:", "    pass: 60\n    bars: [{ at: 120%, name: { zh: 晋升线 120%, en: bar 120 % } }, { at: 133%, name: { zh: 晋升线 133%, en: bar 133 % } }, { at: 134%, name: { zh: 晋升线 134%, en: bar 134 % } }]\n    grades:", StringComparison.Ordinal)
            .Replace("{ grades: [A], proposes: award }, { grades: [A], proposes: promotion }", step, StringComparison.Ordinal);
        shop.Database.Plans.Publish("s94-ladder", yaml, new(2), "boss");
        return shop;
    }

    private static string Proposed(LadderShop shop, Month month, string agent = "李思远") =>
        string.Join(';', new Features.Consequences.ProposedMeasures(shop.Database, shop.Month, month).All.Where(p => p.Agent == agent).Select(p => $"{p.Proposal.Measure} {p.Proposal.Running}"));

    [Fact]
    public void Promotion_is_proposed_with_the_third_month_at_the_bar_and_its_evidence_names_the_bar()
    {
        using var shop = WithBar("{ bar: card, at: 120%, in-a-row: 3, proposes: promotion }");
        Assert.Equal(("", "", "Promotion 3"), (Proposed(shop, August), Proposed(shop, September), Proposed(shop, October)));
        Assert.DoesNotContain("Promotion", Proposed(shop, October, "王雨桐"), StringComparison.Ordinal);
        var row = new Features.Consequences.ProposedMeasures(shop.Database, shop.Month, October).All.Single(p => p.Agent == "李思远").Proposal.Row;
        Assert.Equal([new BarSeen(null, new("晋升线 120%", "bar 120 %"), 80m, true)], row[^1].Bars);
        // It is decided and kept with that evidence.
        Assert.Null(shop.Decide(Hr, October, MeasureKind.Promotion, MeasureEvent.Accepted, "2026-11-10", "按晋升线", "李思远", "strong"));
        Assert.True(shop.Database.Measures.Find(new(October, PlanId, "strong", "李思远", MeasureKind.Promotion))!.Evidence[^1].Bars[0].Reached);
    }

    [Theory]
    [InlineData("133%", "Promotion 3")]     // 60 × 1.33 = 79.8
    [InlineData("134%", "")]                // 60 × 1.34 = 80.4
    public void Eighty_reaches_the_bar_of_133_percent_and_not_that_of_134(string at, string proposed)
    {
        using var shop = WithBar($"{{ bar: card, at: {at}, proposes: promotion }}");
        Assert.Equal(proposed, Proposed(shop, October));
    }

    [Fact]
    public void The_first_of_the_month_is_proposed_as_next_months_supervisor_and_who_shares_the_place_too()
    {
        using var shop = WithBar("{ grades: [A], rank: 1, proposes: leadership }");
        Assert.Equal(("Leadership 3", "Coaching 3"), (Proposed(shop, October), Proposed(shop, October, "王雨桐")));
        shop.Import("entries", "month,agent,item,rater,points,by\n2026-10,王雨桐,attitude,leader,80,陈静\n");
        Assert.Equal(("Leadership 3", "Leadership 1"), (Proposed(shop, October), Proposed(shop, October, "王雨桐")));
    }
}
