using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Targets;
using static Heng.Engine.Tests.Targets.Looks;

namespace Heng.Engine.Tests.Targets;

/// <summary>Ordinary days (A) and promotion days (B) apart.</summary>
public sealed class CalendarTests
{
    private static readonly Month November = new(2026, 11), October = new(2026, 10);
    private static readonly DaySpan[] Singles = [new(new(2026, 11, 1), new(2026, 11, 11))];

    private static HistoryMonth Told(Month month, decimal ordinary, decimal? promotion, Unit unit = Unit.People) => Back(month, Person(month, "a", ordinary + (promotion ?? 0m))) with
    {
        ByDay = (_, metric, day) => Explained.Leaf(metric, new(metric, metric), day == PromotionDay.Ordinary ? ordinary : promotion, unit),
    };

    [Fact]
    public void A_sum_is_brought_to_a_month_of_such_days_alone()
    {
        // 19 ordinary days of 30 bring 190: 300 a month; 11 promotion days bring 220: 600 a month.
        var both = Propose(Target(promotions: Singles), Told(November, 190m, 220m)).Of(HistoryWay.Mean, byCalendar: true);
        Assert.Equal((300m, 600m), (both.Number(0), both.Number(1)));
        Assert.Equal([PromotionDay.Ordinary, PromotionDay.Promotion], both.Numbers.Select(n => n.Day!.Value));
        Assert.Equal((300m, 600m), (both.Aim!.Default, both.Aim.By.Single(r => r.IsOfDaysAlone).Is));
        // What the month itself would then ask for is what it brought: (300 × 19 + 600 × 11) ÷ 30 = 410.
        Assert.Equal(410m, both.Aim.For(Asker.Of("a", "", "", new(November, November), Singles), _ => null));
    }

    [Fact]
    public void A_rate_is_taken_as_it_is_and_a_month_without_promotion_days_has_none()
    {
        var both = Propose(Target("received", sums: false, promotions: Singles), Told(November, 0.5m, 0.7m, Unit.Rate), Told(October, 0.6m, null, Unit.Rate)).Of(HistoryWay.Median, byCalendar: true);
        Assert.Equal((0.55m, 0.7m), (both.Number(0), both.Number(1))); // (0.5 + 0.6) ÷ 2
        Assert.Equal([November], both.Numbers[1].Months);
        Assert.DoesNotContain(both.Numbers[1].Thin, t => t.Kind == ThinKind.Missing); // October has no such days: nothing is missing
    }

    [Fact]
    public void Without_promotion_days_in_the_months_that_is_said_and_without_any_in_the_plan_nothing_is_told_apart()
    {
        var both = Propose(Target(promotions: Singles), Told(October, 310m, null)).Of(HistoryWay.Mean, byCalendar: true);
        Assert.Equal((null, "no promotion days in these months"), (both.Aim, both.Lacking?.En));
        Assert.DoesNotContain(Propose(Target(), Told(November, 190m, 220m)), p => p.ByCalendar);
    }

    [Fact]
    public void Taking_one_keeps_the_numbers_of_people_and_groups_and_gives_way_rows_of_days_alone()
    {
        Aim aim = new(100m, [new(80m) { Person = "b" }, new(150m) { Calendar = PromotionDay.Promotion }, new(90m) { Group = "一组", Calendar = PromotionDay.Ordinary }], "received");
        var point = Target(method: new Proportional(100m, Engine.Metrics.Better.Higher) { Aim = aim }, promotions: Singles);
        var all = Propose(point, Told(November, 190m, 220m));
        Assert.Equal([80m, 90m], all.Of(HistoryWay.Mean).Aim!.By.Select(r => r.Is));
        Assert.Equal([80m, 90m, 600m], all.Of(HistoryWay.Mean, byCalendar: true).Aim!.By.Select(r => r.Is));
        Assert.Equal(("received", new HistoryBasis(HistoryWay.Mean, November, November)), (all.Of(HistoryWay.Mean).Aim!.Imported, all.Of(HistoryWay.Mean, byCalendar: true).Aim!.By[2].Basis));
    }
}
