using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

public sealed class AimTests
{
    private static readonly Asker Someone = new("王雨桐", "一组", "front-line", October, 31, 0);

    private static decimal? For(Aim aim, Asker? who = null, decimal? imported = null) => aim.For(who ?? Someone, _ => imported);

    [Fact]
    public void The_most_specific_row_counts_person_before_group_before_position_before_month_before_day()
    {
        AimFor[] rows =
        [
            new(1m) { Calendar = PromotionDay.Ordinary }, new(2m) { Month = October }, new(3m) { Position = "front-line" },
            new(4m) { Position = "front-line", Month = October }, new(5m) { Group = "一组" }, new(6m) { Person = "王雨桐" },
        ];
        // From the back each row that fits gives way to the next more specific one, whatever their order in the file.
        Assert.Equal([6m, 5m, 4m, 3m, 2m, 1m], Enumerable.Range(0, 6).Select(i => For(new(9m, [.. rows.Take(6 - i).Reverse()], null))!.Value));
        Assert.Equal(9m, For(new(9m, [], null)));
    }

    [Fact]
    public void A_row_that_does_not_fit_does_not_count()
    {
        Assert.Equal(9m, For(new(9m, [new(1m) { Person = "李思远" }, new(2m) { Month = October.Plus(1) }, new(3m) { Group = "一组", Position = "leader" }], null)));
        Assert.Null(For(new(null, [new(1m) { Person = "李思远" }], null)));
    }

    [Fact]
    public void An_imported_target_stands_before_all_rows_and_without_one_they_count()
    {
        var aim = new Aim(9m, [new(6m) { Person = "王雨桐" }], "sales");
        Assert.Equal((7m, 6m), (For(aim, imported: 7m), For(aim)));
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(31, 45)]
    [InlineData(11, 35.3226)] // (30 × 20 + 45 × 11) ÷ 31 = 1095 ÷ 31 = 35.32258
    public void Promotion_days_weigh_in_by_their_number(int promotions, decimal target) =>
        Assert.Equal(target, For(new(30m, [new(45m) { Calendar = PromotionDay.Promotion }], null), Someone with { PromotionDays = promotions }));

    [Fact]
    public void The_days_of_a_period_are_counted_from_the_calendar_of_promotions()
    {
        DaySpan[] promotions = [new(new(2026, 10, 28), new(2026, 11, 11)), new(new(2026, 11, 11), new(2026, 11, 11))];
        Assert.Equal((31, 4), Days(Asker.Of("a", "", "", new(October, October), promotions)));
        Assert.Equal((92, 15), Days(Asker.Of("a", "", "", new(October, October.Plus(2)), promotions)));
    }

    private static (int, int) Days(Asker who) => (who.Days, who.PromotionDays);

    [Fact]
    public void Everybody_is_scored_on_their_own_target_and_the_card_says_which()
    {
        var method = new Proportional(100m, Better.Higher) { Aim = new(100m, [new(50m) { Person = "b" }], null) };
        var cards = Scorer.Score(Plan(Metric("consulted", 100m, method)), October, [Person("a", "一组", ("consulted", 40m)), Person("b", "一组", ("consulted", 40m))]);
        Assert.Equal([40m, 80m], cards.Select(c => c.Score!.Value)); // 40 of 100, 40 of 50
        Assert.Equal(["target 100", "target 50"], cards.Select(c => c.Items[0].Notes[0].En));
        Assert.All(cards, c => Assert.Equal(c.Score, c.Explanation.Recompute()));
    }

    [Fact]
    public void Who_has_no_target_has_no_value()
    {
        var method = new Proportional(1m, Better.Higher) { Aim = new(null, [], "consulted") };
        var plan = Plan(Metric("consulted", 100m, method));
        Assert.Null(Score(plan, Person("a", "一组", ("consulted", 40m))).Score);
        Assert.Equal(80m, Score(plan, Person("a", "一组", ("consulted", 40m), (Asking.For(Beside.Target, "consulted"), 50m))).Score);
    }

    [Fact]
    public void A_target_of_ones_own_shrinks_in_a_part_month_and_lifts_its_bars()
    {
        var method = new ByCount(3m, null, true, false) { Aim = new(3m, [new(10m) { Group = "一组" }], null) };
        var item = Metric("consulted", 100m, method) with { ScaledByDays = true, Bars = [new(new("线", "bar"), 1.2m)] };
        var half = Person("a", "一组", ("consulted", 6m)) with { WorkedDays = 11m, DueDays = 22m };
        var result = Score(Plan(item), half).Items[0];
        Assert.Equal((100m, new BarResult(new("线", "bar"), 6m, true)), (result.Points, result.Bars[0])); // 10 → 5, × 1.2 = 6
    }
}
