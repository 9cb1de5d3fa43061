using Heng.App.Features.Plans;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;

namespace Heng.App.Tests.Plans;

public sealed class PlanFileTests
{
    private const string Good = """
        scheme: s99-small
        version: 3
        title: { zh: 小方案, en: Small }
        plans:
          - id: agent
            title: { zh: 客服, en: Agent }
            positions: [front-line]
            pass: 60
            grades:
              - { grade: A, when: "x ≥ 60" }
              - { grade: B, when: "x < 60" }
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - id: speed
                    name: { zh: 响应, en: Speed }
                    weight: 60
                    source: { metric: average-response }
                    method:
                      bands:
                        - { when: "S ≤ 15", points: 60 }
                        - { when: "S > 15", points: 10 }
                  - id: load
                    name: { zh: 接待, en: Load }
                    weight: 40
                    source: { metric: consulted }
                    better: higher
                    method: { proportional: { target: 500 } }
        """;

    private static PlanFileResult Load(string yaml) => PlanFile.Load(yaml, "small.yaml", Catalogues.Find);

    /// <summary>The good file with one text replaced, and what is said about it: line:column and words.</summary>
    private static string[] Broken(string text, string by)
    {
        Assert.Contains(text, Good, StringComparison.Ordinal);
        var result = Load(Good.Replace(text, by, StringComparison.Ordinal));
        Assert.Null(result.Content);
        return [.. result.Errors.Select(e => e.In(english: true))];
    }

    [Fact]
    public void A_good_file_is_read_whole()
    {
        var content = Load(Good).Content!;
        var plan = content.Plans.Single();
        Assert.Equal(("s99-small", 3, "s99-small/agent", 60m), (content.Scheme, content.Version, plan.Id, plan.PassMark));
        Assert.Equal(3, plan.Version);
        Assert.True(plan.Fits("front-line"));
        Assert.False(plan.Fits("leader"));
        Assert.Equal(["speed", "load"], plan.Items.Select(i => i.Id));
        Assert.Equal(new Proportional(500m, Better.Higher), plan.Items.Last().Method);
        Assert.Null(content.Pay);
    }

    [Fact]
    public void A_text_of_brackets_alone_is_refused_at_its_place_before_it_is_read()
    {
        string Said(int brackets) => Assert.Single(Load("scheme: " + new string('[', brackets) + new string(']', brackets)).Errors.Take(1)).In(english: true);
        Assert.Equal("small.yaml:1:48: nested deeper than 40 levels", Said(60_000));
        Assert.Equal("small.yaml:1:48: nested deeper than 40 levels", Said(40));
        Assert.DoesNotContain("nested", Said(39), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tab_is_told_where_it_stands() =>
        Assert.Equal(["small.yaml:8:1: a tab stands in the indentation: use spaces"], Broken("    pass: 60", "\tpass: 60"));

    [Fact]
    public void A_floor_over_its_cap_and_a_target_below_nothing_are_told_and_not_worked_with()
    {
        Assert.Equal(["small.yaml:29:37: 0 ≤ floor < cap"], Broken("proportional: { target: 500 }", "proportional: { target: 500, floor: 2, cap: 1 }"));
        Assert.Contains(Broken("source: { metric: consulted }\n            better: higher\n            method: { proportional: { target: 500 } }",
            "source: { metric: average-response }\n            method: { proportional: { target: -30 } }"), e => e.EndsWith("the target is above 0: nothing can be divided by it", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_counts_by_value_unless_the_plan_says_otherwise()
    {
        RankNoise Of(string more) => ((ByRank)Load(Good.Replace("metric: consulted", "metric: inquiry-paid-final", StringComparison.Ordinal)
            .Replace("proportional: { target: 500 }", $"rank: {{ within: group, points: [40, 20], rest: 10{more} }}", StringComparison.Ordinal)).Content!.Plans[0].Items.Last().Method).Noise;
        Assert.Equal((RankNoise.ByValue, RankNoise.ByValue, RankNoise.SamePlace), (Of(""), Of(", noise: by-value"), Of(", noise: same-place")));
    }

    [Fact]
    public void Items_on_a_sum_scale_with_the_days_unless_told_otherwise()
    {
        Assert.Equal([false, true], Load(Good).Content!.Plans[0].Items.Select(i => i.ScaledByDays));
        var told = Load(Good.Replace("better: higher", "better: higher\n            scaled-by-days: false", StringComparison.Ordinal));
        Assert.Equal([false, false], told.Content!.Plans[0].Items.Select(i => i.ScaledByDays));
    }

    [Theory]
    [InlineData("weight: 40", "weight: 39.99", "small.yaml:13:7: the weights add up to 99.99, not exactly 100")]
    [InlineData("weight: 40", "weight: heavy", "small.yaml:26:21: heavy is not a number")]
    [InlineData("weight: 40", "wieght: 40", "small.yaml:26:13: unknown key wieght")]
    [InlineData("metric: consulted", "metric: consultation", "small.yaml:27:31: there is no metric consultation")]
    [InlineData("weight: 60", "weight: fifty", "small.yaml:18:21: fifty is not a number")]
    [InlineData("target: 500", "target: 1e30", "small.yaml:29:47: 1e30 is too large: at most 12 digits before the point")]
    [InlineData("target: 500", "target: 0", "small.yaml:29:47: the target is above 0")]
    [InlineData("better: higher", "better: more", "small.yaml:28:21: better is one of higher, lower")]
    [InlineData("\"S > 15\"", "\"S > 16\"", "small.yaml:23:19: a gap: 15 < x ≤ 16 belongs to none")]
    [InlineData("\"S > 15\"", "\"S ≥ 15\"", "small.yaml:23:19: bands overlap: x = 15 belongs to two")]
    [InlineData("\"S ≤ 15\"", "\"S < 15\"", "small.yaml:23:19: an edge nobody owns: x = 15")]
    [InlineData("\"S > 15\"", "\"70 < S ≤ 50\"", "small.yaml:23:19: no value lies in 70 < x ≤ 50")]
    [InlineData("\"S > 15\"", "\"over 15\"", "small.yaml:23:27: not an interval: over 15")]
    [InlineData("\"S > 15\"", "\"15 < S ≤ 90\"", "small.yaml:23:19: not covered above: x > 90")]
    [InlineData("points: 60", "points: 61", "small.yaml:22:19: points lie between 0 and the item's weight")]
    [InlineData("\"x < 60\"", "\"x < 50\"", "small.yaml:10:9: a gap: 50 ≤ x < 60 belongs to none")]
    [InlineData("id: load", "id: speed", "small.yaml:24:13: the id speed is used twice")]
    [InlineData("id: load", "id: Load", "small.yaml:24:17: Load is no id")]
    [InlineData("version: 3", "version: 0", "small.yaml:2:10: version is a whole number from 1")]
    [InlineData("positions: [front-line]", "positions: front-line", "small.yaml:7:16: positions is a list with at least one entry")]
    [InlineData("title: { zh: 客服, en: Agent }", "title: { zh: 客服 }", "small.yaml:6:12: en is missing")]
    [InlineData("pass: 60", "pass: 100.01", "small.yaml:8:11: pass 100.01 is higher than any score")]
    [InlineData("pass: 60", "pass: -1", "small.yaml:8:11: pass -1 is below 0: everybody passes")]
    [InlineData("pass: 60", "cycle: week", "small.yaml:8:12: cycle is one of month, two-months, quarter, year")]
    [InlineData("proportional: { target: 500 }", "guess: 1", "small.yaml:29:21: a method is one of proportional, bands, linear, rank, rating")]
    [InlineData("proportional: { target: 500 }", "rating: { scale: [0, 5] }", "small.yaml:29:21: the source raters and the method rating go together")]
    [InlineData("source: { metric: consulted }", "source: { raters: { self: 30, peer: 69.99 } }",
        "small.yaml:27:31: the weights add up to 99.99, not exactly 100")]
    public void Each_mistake_is_told_with_its_line_and_column(string text, string by, string said) =>
        Assert.Contains(Broken(text, by), e => e.StartsWith(said, StringComparison.Ordinal));

    [Theory]
    [InlineData("pass: 60", "pass: 100")] // every item full
    [InlineData("pass: 60", "pass: 0")]
    [InlineData("pass: 60", "cycle: month")]
    public void A_pass_mark_that_a_score_can_reach_and_a_month_are_well_formed(string text, string by) =>
        Assert.Empty(Load(Good.Replace(text, by, StringComparison.Ordinal)).Errors);

    [Theory]
    [InlineData("pass: 120", 0)]    // at 600 receptions or more that item pays 40 × 1.2, which is 120 % of the score where nothing else has data
    [InlineData("pass: 120.01", 1)]
    public void A_cap_above_the_weight_lifts_what_a_pass_mark_may_be(string pass, int errors) =>
        Assert.Equal(errors, Load(Good.Replace("target: 500", "target: 500, cap: 1.2", StringComparison.Ordinal).Replace("pass: 60", pass, StringComparison.Ordinal)).Errors.Count);

    [Theory]
    [InlineData("pass: 600")]
    [InlineData("cycle: quarter")]
    public void A_text_that_was_published_before_stays_readable(string line) =>
        Assert.NotNull(PlanFile.Load(Good.Replace("pass: 60", line, StringComparison.Ordinal), "small.yaml", Catalogues.Find, published: true).Content);

    [Fact]
    public void Two_mistakes_are_told_at_once() => Assert.Equal(2, Broken("weight: 60\n", "weight: 61\n            colour: red\n").Length);

    [Fact]
    public void A_metric_without_a_better_side_needs_one_in_the_plan() =>
        Assert.Contains(Broken("                    better: higher\n".Replace("                    ", "            ", StringComparison.Ordinal), ""), e =>
            e.Contains("the metric has no better side", StringComparison.Ordinal));

    [Theory]
    [InlineData("scheme: [", "small.yaml:")]
    [InlineData("", "small.yaml:1:1: the file holds exactly one YAML document")]
    [InlineData("just text", "small.yaml:1:1: a mapping of keys to values belongs here")]
    [InlineData("scheme: a\nscheme: b", "small.yaml:2:1: not YAML")]
    public void What_is_no_plan_file_at_all_is_an_error_too(string yaml, string said)
    {
        var result = Load(yaml);
        Assert.Null(result.Content);
        Assert.StartsWith(said, result.Errors[0].In(english: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_come_in_both_languages() =>
        Assert.Equal("small.yaml:27:31: 没有指标 nothing",
            Load(Good.Replace("metric: consulted", "metric: nothing", StringComparison.Ordinal)).Errors.Single().In(english: false));
}
