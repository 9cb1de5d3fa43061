using Heng.App.Features.Explain;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;

namespace Heng.App.Tests.Queries;

/// <summary>What counts, steps, takes off and rolls up stands there in words and with its numbers, like every other formula.</summary>
public sealed class CountedFormulaTests
{
    private static Explained Leaf(string zh, string en, decimal? value, Unit unit = Unit.Points) => Explained.Leaf("", new(zh, en), value, unit);

    private static (string, string, string) Zh(Operation how, params IReadOnlyList<Explained> inputs) => Told(Language.Zh, how, inputs);
    private static (string, string, string) En(Operation how, params IReadOnlyList<Explained> inputs) => Told(Language.En, how, inputs);

    private static (string, string, string) Told(Language language, Operation how, IReadOnlyList<Explained> inputs)
    {
        var written = WrittenFormula.Of(Explained.By("", new("结果", "result"), Unit.Points, how, inputs), language)!;
        return (written.Words, written.Figures, written.Exact ? "=" : "≈");
    }

    private static readonly Explained Full = Leaf("满分", "full points", 20m);

    [Fact]
    public void Steps_stand_with_their_start_and_their_number()
    {
        var steps = new PerStep(30m, 1m, 15m, 1m, Better.Lower, 0m, 20m);
        Assert.Equal(("15 + 1 × (30 秒 − 实际) ÷ 1 秒，步数向零取整，0 至 20 分", "15 + 1 × 1（(30 秒 − 28.5 秒) ÷ 1 秒），0 至 20 分", "="), Zh(steps, Leaf("响应", "response", 28.5m, Unit.Seconds), Full));
        Assert.Equal("15 − 1 × 2 ((30 s − 32 s) ÷ 1 s), held between 0 and 20 pts", En(steps, Leaf("响应", "response", 32m, Unit.Seconds), Full).Item2);
    }

    [Theory]
    [InlineData(2, "20 pts × 2 times ÷ 3 times")]
    [InlineData(3, "3 times reaches 3 times, full 20 pts")]
    [InlineData(6, "6 times is above 5 times")]
    public void A_quantity_says_what_became_of_it(decimal actual, string figures) =>
        Assert.Equal(figures, En(new ByCount(3m, 5m, false, true), Leaf("发帖", "posts", actual, Unit.Times), Full).Item2);

    [Fact]
    public void Points_lost_parts_of_the_whole_and_goals_are_written()
    {
        Assert.Equal(("满分 − 扣分合计，不低于 0", "20 分 − 7 分，不低于 0", "="), Zh(Deduct.Instance, Leaf("扣分合计", "points lost", 7m), Full));
        Assert.Equal("full points × QA, rounded to 2 places", En(OfWhole.Instance, Leaf("质检", "QA", 0.7m, Unit.Rate), Full).Item1);
        Assert.Equal("部分达成（25.00%）", Zh(new ByGoal(20m, 8m, 0m), Leaf("目标", "goal", 0.25m, Unit.Rate), Full).Item2);
        Assert.Equal("20 pts × (5 pts − 0 pts) ÷ (10 pts − 0 pts), between 0 and full", En(new ZeroToFull(0m, 10m), Leaf("成长", "growth", 5m), Full).Item2);
    }

    [Fact]
    public void Roll_ups_name_the_first_and_the_last_and_the_extremes()
    {
        Explained[] months = [Leaf("10月", "Oct", 80m), Leaf("11月", "Nov", null), Leaf("12月", "Dec", 100m)];
        Assert.Equal(("(末期 − 首期) ÷ 间隔期数", "(100 分 − 80 分) ÷ 2", "="), Zh(Growth.Instance, months));
        Assert.Equal("100 pts − 80 pts", En(Apart.Instance, months).Item2);
        Assert.Equal("(80 pts × 30 + 100 pts × 50) ÷ 80", En(new WeightedMean([30m, 20m, 50m]), months).Item2);
        Assert.Equal("(900 − 800) ÷ (1,000 − 800), between 0 and 1", En(Progress.Instance, Leaf("起点", "start", 800m, Unit.None), Leaf("目标", "target", 1000m, Unit.None), Leaf("现在", "now", 900m, Unit.None)).Item2);
    }

    [Fact]
    public void A_veto_and_what_is_on_top_are_written()
    {
        Assert.Equal(("泄露 在 x ≥ 1 次 时为 0，否则 得分", "0（泄露 1 次，x ≥ 1 次）", "="), Zh(new Voids(Interval.Parse("x ≥ 1")!), Leaf("得分", "points", 90m), Leaf("泄露", "leak", 1m, Unit.Times)));
        Assert.Equal("90 pts + 12 pts (at most +10), never below 0", En(new OnTop(10m), Leaf("得分", "points", 90m), Leaf("加分", "added", 12m)).Item2);
        Assert.Equal("5 pts, held between −3 and 4", En(new Held(-3m, 4m), Leaf("加减", "changes", 5m)).Item2);
    }
}
