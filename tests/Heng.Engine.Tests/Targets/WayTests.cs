using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Targets;
using static Heng.Engine.Tests.Targets.Looks;

namespace Heng.Engine.Tests.Targets;

/// <summary>Each way of drawing a number from history.</summary>
public sealed class WayTests
{
    private static string? Why(TargetProposal proposal) => proposal.Lacking?.En;

    [Fact]
    public void The_mean_is_of_all_months_of_people_and_rounded_as_scoring_rounds()
    {
        var mean = Propose(Target(), Back(July, 100m, 110m), Back(August, 130m)).Of(HistoryWay.Mean);
        Assert.Equal(113.33m, mean.Number()); // 340 ÷ 3 = 113.333…
        Assert.Equal([July, August], mean.Numbers[0].Months);
        Assert.Equal(["p00", "p01"], mean.Numbers[0].People);
        Assert.Equal(3, mean.Numbers[0].Values);
        Assert.Equal(new HistoryBasis(HistoryWay.Mean, July, August), mean.Numbers[0].BasisOf(HistoryWay.Mean));
    }

    [Fact]
    public void A_rate_is_rounded_to_a_ten_thousandth() // (0.5 + 0.55 + 0.6501) ÷ 3 = 0.5667
        => Assert.Equal(0.5667m, Propose(Target("inquiry-paid-final", sums: false), Back(July, [.. new[] { 0.5m, 0.55m, 0.6501m }.Select((v, i) => Person(July, $"p{i}", v, metric: "inquiry-paid-final"))])).Of(HistoryWay.Mean).Number());

    [Theory]
    [InlineData(110, 100, 110, 900)]
    [InlineData(120, 100, 110, 130, 900)] // (110 + 130) ÷ 2
    public void The_median_is_the_one_in_the_middle_or_the_mean_of_the_two(decimal median, params int[] values) =>
        Assert.Equal(median, Propose(Target(), Back(July, [.. values.Select(v => (decimal?)v)])).Of(HistoryWay.Median).Number());

    [Fact]
    public void The_trimmed_mean_cuts_a_tenth_at_each_end_and_from_ten_values_on()
    {
        decimal?[] ten = [1m, 2m, 3m, 4m, 5m, 6m, 7m, 8m, 9m, 1000m];
        Assert.Equal(5.5m, Propose(Target(), Back(July, ten)).Of(HistoryWay.Trimmed).Number()); // without 1 and 1000: 44 ÷ 8
        Assert.Equal(10.5m, Propose(Target(), Back(July, [.. ten.SkipLast(1), 10m]), Back(August, [.. Enumerable.Range(11, 10).Select(v => (decimal?)v)])).Of(HistoryWay.Trimmed).Number()); // 3 to 18: 168 ÷ 16
        var nine = Propose(Target(), Back(July, ten[..9])).Of(HistoryWay.Trimmed);
        Assert.Equal((null, "only 9 person-months; from 10 on there is something to cut"), (nine.Number(), Why(nine)));
    }

    [Fact]
    public void The_same_month_last_year_is_its_mean_and_without_it_there_is_no_proposal()
    {
        var year = TargetProposals.For(Target(), [Back(July, 500m)], Back(new(2025, 10), 90m, 110m)).Of(HistoryWay.SameMonthLastYear);
        Assert.Equal(100m, year.Number());
        Assert.Equal("history: mean of the same month last year of 2025-10", year.Numbers[0].BasisOf(year.Way)!.Words.En);
        Assert.DoesNotContain(year.Numbers[0].Thin, t => t.Kind == ThinKind.FewMonths);
        Assert.Equal("no data of the same month last year", Why(Propose(Target(), Back(July, 500m)).Of(HistoryWay.SameMonthLastYear)));
        Assert.Equal("no data of the same month last year", Why(TargetProposals.For(Target(), [Back(July, 500m)], Back(new(2025, 10), (decimal?)null)).Of(HistoryWay.SameMonthLastYear)));
    }

    [Fact]
    public void Throughput_is_the_sum_over_the_days_worked_times_the_days_due()
    {
        // (1000 + 600) ÷ (22 + 10) = 50 a day; × 22 due = 1100.
        var months = new[] { Back(July, Person(July, "a", 1000m, 22m), Person(July, "b", 600m, 10m), Person(July, "unknown", 99m)) };
        var throughput = Propose(Target(), months).Of(HistoryWay.Throughput);
        Assert.Equal((1100m, 2), (throughput.Number(), throughput.Numbers[0].Values));
        Assert.Equal("not a number that adds up over days: there is no throughput", Why(Propose(Target(sums: false), months).Of(HistoryWay.Throughput)));
        Assert.Equal("no attendance data, so no throughput", Why(Propose(Target(), Back(July, 100m)).Of(HistoryWay.Throughput)));
        Assert.Equal("no attendance data, so no throughput", Why(Propose(Target(), Back(July, Person(July, "a", 5m, 0m))).Of(HistoryWay.Throughput)));
    }

    [Fact]
    public void A_part_month_counts_as_a_whole_one_from_half_of_the_days_on_and_below_not_at_all()
    {
        HistoryMonth month = Back(July, Person(July, "half", 500m, 11m), Person(July, "whole", 1100m, 22m), Person(July, "less", 900m, 10.5m));
        var mean = Propose(Target(scaled: true), month).Of(HistoryWay.Mean);
        Assert.Equal(1050m, mean.Number()); // (500 × 2 + 1100) ÷ 2
        Assert.Contains(new ThinMark(ThinKind.PartMonths, 1), mean.Numbers[0].Thin);
        Assert.Equal(833.33m, Propose(Target(), month).Of(HistoryWay.Mean).Number()); // 2500 ÷ 3 where the plan does not scale
        Assert.Equal("nobody worked half of a month", Why(Propose(Target(scaled: true), Back(July, Person(July, "less", 900m, 10.5m))).Of(HistoryWay.Median)));
    }

    [Theory]
    [InlineData(3, 5, new ThinKind[0])]
    [InlineData(2, 5, new[] { ThinKind.FewMonths })]
    [InlineData(3, 4, new[] { ThinKind.FewPeople })]
    [InlineData(1, 1, new[] { ThinKind.FewMonths, ThinKind.FewPeople })]
    public void Under_three_months_or_five_people_are_thin(int months, int people, ThinKind[] marks) => Assert.Equal(marks,
        Propose(Target(), [.. Enumerable.Range(0, months).Select(m => Back(July.Plus(m), [.. Enumerable.Repeat((decimal?)100m, people)]))]).Of(HistoryWay.Median).Numbers[0].Thin.Select(t => t.Kind));

    [Fact]
    public void Missing_and_provisional_values_are_counted_and_never_become_zero()
    {
        var open = Person(July, "open", 120m);
        var month = Back(July, open with { Scored = open.Scored with { Metric = id => open.Scored.Metric(id) with { State = ValueState.Provisional } } }, Person(July, "none", (decimal?)null), Person(July, "sure", 100m));
        var mean = Propose(Target(), month).Of(HistoryWay.Mean);
        Assert.Equal(110m, mean.Number());
        Assert.Equal([new(ThinKind.FewMonths, 1), new(ThinKind.FewPeople, 2), new(ThinKind.Missing, 1), new ThinMark(ThinKind.Provisional, 1)], mean.Numbers[0].Thin);
        Assert.Equal("1 人月没有数据", mean.Numbers[0].Thin[2].Words.Zh);
        Assert.Equal("no data in these months", Why(Propose(Target(), Back(July, (decimal?)null)).Of(HistoryWay.Mean)));
    }

    [Fact]
    public void A_number_that_cannot_be_a_target_is_not_proposed()
    {
        Assert.Equal("it comes to 0, which nothing can be divided by", Why(Propose(Target(), Back(July, 0m)).Of(HistoryWay.Mean)));
        Assert.Equal(0m, Propose(Target(method: new Proportional(30m, Engine.Metrics.Better.Lower)), Back(July, 0m)).Of(HistoryWay.Mean).Number());
        Assert.Equal("above the most that counts, 120", Why(Propose(Target(method: new ByCount(100m, 120m, false, false)), Back(July, 121m)).Of(HistoryWay.Mean)));
        Assert.Equal(120m, Propose(Target(method: new ByCount(100m, 120m, false, false)), Back(July, 120m)).Of(HistoryWay.Mean).Number());
    }
}
