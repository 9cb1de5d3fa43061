using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Targets;

namespace Heng.App.Tests.Plans;

/// <summary>A proposal that is taken changes its number and basis in the text, and nothing else.</summary>
public sealed class TargetTextTests
{
    private static readonly Month July = new(2026, 7), September = new(2026, 9);
    private static readonly string Ksf = TemplateLibrary.Find("s4-ksf")!.Yaml;

    private static SetPoint Point(string yaml, string id, bool indicator) =>
        SetPoints.Of(PlanFile.Load(yaml, "p.yaml", Catalogue.Find).Content!.Counting, Catalogue.Find).Single(p => p.Id == id && p is BalancePoint == indicator);

    private static ProposedNumber Number(decimal value, Unit unit, PromotionDay? day = null) => new(day, Explained.Leaf("n", default, value, unit), [July, September], [], 1, []);

    private static TargetProposal Median(params ProposedNumber[] numbers) => new(HistoryWay.Median, numbers, new(numbers[0].Number.Value, [], null), null);

    private static string? Taken(string yaml, string id, bool indicator, params ProposedNumber[] numbers) => TargetText.Taken(yaml, Point(yaml, id, indicator), Median(numbers));

    /// <summary>The lines that are gone, and those that came.</summary>
    private static (string Gone, string Came) Lines(string before, string? after) =>
        (string.Join('\n', before.Split('\n').Except(after!.Split('\n')).Select(l => l.Trim())), string.Join('\n', after!.Split('\n').Except(before.Split('\n')).Select(l => l.Trim())));

    [Fact]
    public void A_balance_point_on_a_line_of_its_own_gets_its_basis_on_the_next()
    {
        var taken = Taken(Ksf, "conversion", true, Number(0.6125m, Unit.Rate));
        Assert.Equal(("balance: 55%", "balance: 61.25%\nbasis: { history: median, months: 2026-07..2026-09 }"), Lines(Ksf, taken));
        Assert.Equal("history: median of 2026-07 to 2026-09", Point(taken!, "conversion", true).Basis!.Words.En);
    }

    [Fact]
    public void A_target_in_braces_gets_it_in_the_same_braces()
    {
        var taken = Taken(Ksf, "receptions", false, Number(11960.5m, Unit.People));
        Assert.Equal("method: { proportional: { target: 11960.5, basis: { history: median, months: 2026-07..2026-09 } } }", Lines(Ksf, taken).Came);
        // A second one replaces number and basis.
        var again = TargetText.Taken(taken!, Point(taken!, "receptions", false), Median(Number(12000m, Unit.People)) with { Way = HistoryWay.Throughput });
        Assert.Equal("method: { proportional: { target: 12000, basis: { history: throughput, months: 2026-07..2026-09 } } }", Lines(Ksf, again).Came);
    }

    [Fact]
    public void Comments_blank_lines_and_the_way_of_writing_stay()
    {
        var written = Ksf.Replace("            balance: 30\n", "            # 上月会议定的\n            balance:   30   # 秒\n\n", StringComparison.Ordinal);
        var taken = Taken(written, "average-response", true, Number(27.4m, Unit.Seconds));
        Assert.Equal(written.Replace("balance:   30   # 秒\n", "balance:   27.4   # 秒\n            basis: { history: median, months: 2026-07..2026-09 }\n", StringComparison.Ordinal), taken);
    }

    [Fact]
    public void Ordinary_and_promotion_days_become_a_number_for_everybody_else_and_a_row()
    {
        var taken = Taken(Ksf, "conversion", true, Number(0.6m, Unit.Rate, PromotionDay.Ordinary), Number(0.7m, Unit.Rate, PromotionDay.Promotion));
        Assert.Equal("balance: { default: 60%, by: [{ calendar: B, is: 70%, basis: { history: median, months: 2026-07..2026-09 } }] }\nbasis: { history: median, months: 2026-07..2026-09 }", Lines(Ksf, taken).Came);
    }

    [Theory]
    [InlineData("{ default: 55%, by: [{ group: 一组, is: 50% }] } # 分组", "balance: { default: 60%, by: [{ group: 一组, is: 50% }] } # 分组")]
    [InlineData("{ default: 55%, by: [{ group: '一组', is: 50% }, { calendar: B, is: 70% }] }", "balance: { default: 60%, by: [{ group: '一组', is: 50% }] }")]
    [InlineData("{ from: targets, by: [{ group: 一组, is: 50% }] }", "balance: { default: 60%, from: targets, by: [{ group: 一组, is: 50% }] }")]
    [InlineData("\n              default: 55%\n              by:\n                - group: 一组\n                  is: 50%\n                - calendar: B\n                  is: 70%", "{ default: 60%, by: [{ group: 一组, is: 50% }] }")]
    [InlineData("\n              default: 55%\n              by:\n                - { group: 一组, is: 50% }", "default: 60%")]
    public void Numbers_of_groups_and_people_stay_and_rows_of_days_alone_go(string before, string after)
    {
        var written = Ksf.Replace("\nplans:", "\npromotions: [2026-08-08]\nplans:", StringComparison.Ordinal).Replace("balance: 55%", $"balance: {before}", StringComparison.Ordinal);
        var taken = Taken(written, "conversion", true, Number(0.6m, Unit.Rate));
        Assert.Equal($"{after}\nbasis: {{ history: median, months: 2026-07..2026-09 }}", Lines(written, taken).Came);
        var point = Point(taken!, "conversion", true);
        Assert.Equal((0.6m, 0.5m), (point.Number, Assert.Single(point.By!.By).Is));
    }

    [Fact]
    public void What_stands_elsewhere_under_another_name_is_not_touched()
    {
        var shared = Ksf.Replace("balance: 55%\n            step: 1%", "balance: *half\n            step: 1%", StringComparison.Ordinal).Replace("at-stake: 70%", "at-stake: &half 70%", StringComparison.Ordinal);
        Assert.Null(Taken(shared, "conversion", true, Number(0.6m, Unit.Rate)));
    }

    [Fact]
    public void The_last_line_of_a_file_without_an_end_takes_it_too()
    {
        const string Tail = "            per-step: 14\n            ours: [balance, step, per-step, caps]\n";
        var written = Ksf[..Ksf.IndexOf("    - rank-awards:", StringComparison.Ordinal)].Replace($"            balance: 4\n            step: 0.5\n{Tail}", "            step: 0.5\n            per-step: 14\n            balance: 4", StringComparison.Ordinal);
        Assert.EndsWith("balance: 4.25\n            basis: { history: median, months: 2026-07..2026-09 }\n", Taken(written, "leader-rating", true, Number(4.25m, Unit.Points)), StringComparison.Ordinal);
    }
}
