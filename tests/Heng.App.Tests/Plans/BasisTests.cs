using Heng.App.Features.Plans;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Tests.Plans;

/// <summary>Where targets and balance points come from, as a file writes it.</summary>
public sealed class BasisTests
{
    private const string Text = """
        scheme: s98-basis
        title: { zh: 依据, en: Basis }
        plans:
          - id: agent
            title: { zh: 客服, en: Agent }
            positions: [front-line]
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - { id: load, name: { zh: 接待, en: Load }, weight: 40, source: { metric: consulted }, better: higher, method: { proportional: { target: { default: 500, by: [
                      { person: 王雨桐, is: 600, basis: { agreement: 王雨桐, day: 2026-10-20 } }] }, basis: { history: median, months: 2026-07..2026-09 } } } }
                  - { id: speed, name: { zh: 响应, en: Speed }, weight: 40, source: { metric: average-response }, method: { per-step: { start: 30, step: 1, base: 15, points: 1, basis: { history: same-month-last-year, months: 2025-11 } } } }
                  - { id: talk, name: { zh: 聊天, en: Talk }, weight: 20, source: { metric: received }, better: higher, method: { count: { at-least: 3, basis: { forecast: 市场部 } } } }
        pay:
          components:
            - ksf:
                id: ksf
                label: { zh: KSF, en: KSF }
                standard: 3200
                at-stake: 70%
                indicators:
                  - { id: load, name: { zh: 接待, en: Load }, weight: 100, source: { metric: received }, better: higher, balance: 12181, basis: { agreement: 全组, day: 2026-09-30 }, step: 100, per-step: 10 }
        """;

    private static PlanFileResult Load(string yaml) => PlanFile.Load(yaml, "basis.yaml", Catalogue.Find);

    [Fact]
    public void It_stands_beside_a_target_a_row_of_targets_and_a_balance_point()
    {
        var content = Load(Text).Content!;
        var items = content.Plans[0].Items.ToArray();
        Assert.Equal(new HistoryBasis(HistoryWay.Median, new(2026, 7), new(2026, 9)), items[0].Method.Basis);
        Assert.Equal(new AgreementBasis("王雨桐", new(2026, 10, 20)), items[0].Method.Aim!.By[0].Basis);
        Assert.Equal(new HistoryBasis(HistoryWay.SameMonthLastYear, new(2025, 11), new(2025, 11)), items[1].Method.Basis);
        Assert.Equal(new ForecastBasis("市场部"), items[2].Method.Basis);
        Assert.Equal(new AgreementBasis("全组", new(2026, 9, 30)), content.Pay!.Components.OfType<Ksf>().Single().Indicators[0].Basis);
    }

    [Theory]
    [InlineData("basis: { forecast: 市场部 }", "basis: 市场部", "a mapping of keys to values belongs here")]
    [InlineData("basis: { forecast: 市场部 }", "basis: { guess: 市场部 }", "a basis is one of history, forecast, agreement and benchmark")]
    [InlineData("basis: { forecast: 市场部 }", "basis: { forecast: 市场部, agreement: 王雨桐, day: 2026-10-20 }", "a basis is one of history, forecast, agreement and benchmark")]
    [InlineData("basis: { forecast: 市场部 }", "basis: { forecast: 市场部, months: 2026-09 }", "months belongs to history")]
    [InlineData("basis: { forecast: 市场部 }", "basis: { forecast: 市场部, day: 2026-09-01 }", "day belongs to agreement")]
    [InlineData("basis: { forecast: 市场部 }", "basis: { forecast: [] }", "a text belongs here")]
    [InlineData("basis: { forecast: 市场部 }", "basis: { history: median }", "months is missing")]
    [InlineData("basis: { forecast: 市场部 }", "basis: { history: best, months: 2026-09 }", "history is one of mean, median, trimmed, same-month-last-year, throughput")]
    [InlineData("basis: { forecast: 市场部 }", "basis: { history: mean, months: 2026-13 }", "2026-13 is no months")]
    [InlineData("basis: { forecast: 市场部 }", "basis: { history: mean, months: 2026-09..2026-08 }", "2026-09..2026-08 is no months")]
    [InlineData("basis: { forecast: 市场部 }", "basis: { agreement: 王雨桐 }", "day is missing")]
    [InlineData("basis: { forecast: 市场部 }", "basis: { agreement: 王雨桐, day: 2026-02-30 }", "2026-02-30 is no date")]
    public void What_is_no_basis_is_told_with_its_line_and_column(string text, string by, string said)
    {
        Assert.Contains(text, Text, StringComparison.Ordinal);
        var errors = Load(Text.Replace(text, by, StringComparison.Ordinal)).Errors.Select(e => e.In(english: true)).ToArray();
        Assert.True(errors.Any(e => e.StartsWith("basis.yaml:14:", StringComparison.Ordinal) && e.Contains(said, StringComparison.Ordinal)), string.Join('\n', errors));
    }

    [Fact]
    public void A_row_that_says_nothing_but_a_basis_is_for_nobody() =>
        Assert.Contains(Load(Text.Replace("person: 王雨桐, is", "is", StringComparison.Ordinal)).Errors, e => e.Message.En.StartsWith("a row names at least one of", StringComparison.Ordinal));

    [Fact]
    public void A_number_that_came_to_differ_is_told_with_its_rows()
    {
        var change = Assert.Single(PlanDiff.Of(Text, Text.Replace("at-least: 3,", "at-least: { default: 3, by: [{ calendar: B, is: 5, basis: { forecast: 市场部 } }] },", StringComparison.Ordinal)));
        Assert.Equal(("3", "其余 3，另定 日历 B，为 5，依据 预测：市场部"), (change.Before!.Value.Zh, change.After!.Value.Zh));
    }

    [Fact]
    public void It_is_told_in_words_where_versions_differ()
    {
        var change = Assert.Single(PlanDiff.Of(Text, Text.Replace("forecast: 市场部", "history: trimmed, months: 2026-07..2026-09", StringComparison.Ordinal)));
        Assert.Equal("客服 › 全部 › 聊天 › 评分方法 › 计数 › 依据", change.Place.Zh);
        Assert.Equal(("预测：市场部", "历史：2026-07 至 2026-09 的截尾平均数"), (change.Before!.Value.Zh, change.After!.Value.Zh));
        Assert.Equal("agreed with 全组 on 2026-09-30", Assert.Single(PlanDiff.Of(Text.Replace(" basis: { agreement: 全组, day: 2026-09-30 },", "", StringComparison.Ordinal), Text)).After!.Value.En);
    }
}
