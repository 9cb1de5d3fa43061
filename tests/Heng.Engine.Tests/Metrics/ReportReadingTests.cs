using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Reports;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Metrics;

public sealed class ReportReadingTests
{
    private static readonly DateOnly First = new(2026, 10, 1), Last = new(2026, 10, 31);
    private static readonly CatalogueOfRule Metrics = Catalogue.Under(RuleSet.Default.Paying);

    private static DateOnly Day(int day) => new(2026, 10, day);

    private static ReportRow Row(int from, int to, params (string Metric, decimal? Value)[] figures) => Row("chitu-workload", "ann", from, to, figures);

    private static ReportRow Row(string source, string account, int from, int to, params (string Metric, decimal? Value)[] figures) =>
        new(new("店", source, account, Day(from), Day(to), [.. figures.Select(f => new ReportedFigure(f.Metric, f.Value))]), null);

    private static Explained Read(string metric, params ReportRow[] rows)
    {
        var read = new ReportReading(Metrics, rows).Of(Metrics.Find(metric)!, First, Last);
        Assert.Equal(read.Value, read.Recompute());
        return read;
    }

    [Fact]
    public void A_row_of_the_whole_period_is_told_as_it_is() => Assert.Equal(41.5m, Read("average-response", Row(1, 31, ("average-response", 41.5m))).Value);

    [Fact]
    public void Days_of_a_sum_add_up() => Assert.Equal(12m, Read("consulted", Row(1, 1, ("consulted", 5m)), Row(2, 2, ("consulted", 7m))).Value); // 5 + 7

    [Fact]
    public void A_month_stands_before_its_days_and_is_not_added_to_them() =>
        Assert.Equal(100m, Read("consulted", Row(1, 31, ("consulted", 100m)), Row(1, 1, ("consulted", 5m))).Value);

    [Fact]
    public void A_row_that_reaches_out_of_the_period_does_not_speak()
    {
        var outside = new ReportRow(new("店", "chitu-weekly", "ann", new(2026, 9, 28), Day(4), [new("consulted", 50m)]), null);
        Assert.Null(Read("consulted", outside).Value);
        Assert.Equal(ValueState.Missing, Read("consulted", outside).State);
    }

    [Fact]
    public void A_day_without_data_leaves_the_sum_provisional_and_is_no_zero()
    {
        var read = Read("consulted", Row(1, 1, ("consulted", 5m)), Row(2, 2, ("consulted", null)));
        Assert.Equal((5m, ValueState.Provisional), (read.Value, read.State));
        Assert.Equal(ValueState.Missing, Read("consulted", Row(1, 1, ("consulted", null)), Row(2, 2, ("consulted", null))).State);
    }

    // Day 1: 100 consulted, 10 unreplied (90 %); day 2: 20 and 0 (100 %). Together (120 − 10) ÷ 120 = 0.91666…, not the mean 95 %.
    [Fact]
    public void A_ratio_is_made_of_its_part_and_whole_where_the_report_tells_them() => Assert.Equal(110m / 120m, Read("reply-rate",
        Row(1, 1, ("reply-rate", 0.90m), ("consulted", 100m), ("unreplied", 10m)), Row(2, 2, ("reply-rate", 1m), ("consulted", 20m), ("unreplied", 0m))).Value);

    // (60 s × 10 people + 30 s × 30 people) ÷ 40 people = 37.5 s.
    [Fact]
    public void An_average_without_its_rounds_is_weighted_by_people_received_and_says_so()
    {
        var read = Read("average-response", Row(1, 1, ("average-response", 60m), ("received", 10m)), Row(2, 2, ("average-response", 30m), ("received", 30m)));
        Assert.Equal(37.5m, read.Value);
        Assert.Equal("各行按接待人数加权", read.Note!.Value.Zh);
    }

    [Fact]
    public void An_average_with_nothing_to_weigh_by_is_missing() =>
        Assert.Null(Read("average-response", Row(1, 1, ("average-response", 60m)), Row(2, 2, ("average-response", 30m))).Value);

    [Fact]
    public void A_maximum_takes_the_maximum() => Assert.Equal(9m, Read("max-concurrent", Row(1, 1, ("max-concurrent", 4m)), Row(2, 2, ("max-concurrent", 9m))).Value);

    [Fact]
    public void The_report_that_knows_more_days_speaks_and_two_reports_are_never_added() => Assert.Equal(11m, Read("consulted",
        Row("sycm-agents", "ann", 1, 1, ("consulted", 100m)), Row(1, 1, ("consulted", 5m)), Row(2, 2, ("consulted", 6m))).Value); // 5 + 6

    [Fact]
    public void Two_accounts_of_one_person_on_one_day_add_up() => Assert.Equal(9m, Read("consulted",
        Row("jd-agents", "店:小安", 1, 1, ("consulted", 4m)), Row("jd-agents", "店:小安2", 1, 1, ("consulted", 5m))).Value); // 4 + 5

    [Theory]
    [InlineData(99, true)]    // 1 of 100
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void From_one_percent_on_a_difference_is_listed(int computed, bool listed)
    {
        var found = Compare(100m, computed, Covered(First, Last));
        Assert.Equal(listed, found.Count == 1);
    }

    [Fact]
    public void Just_under_one_percent_is_not_listed() => Assert.Empty(Compare(1000m, 991, Covered(First, Last))); // 9 ÷ 1000

    [Fact]
    public void Anything_beside_a_reported_zero_is_listed_without_a_share() => Assert.Null(Assert.Single(Compare(0m, 1, Covered(First, Last))).Share);

    [Fact]
    public void Days_that_the_chats_do_not_cover_are_not_compared() => Assert.Empty(Compare(100m, 50, Covered(First, Day(30))));

    private static IReadOnlyList<Compared> Compare(decimal reported, int computed, Coverage coverage) => Reconciliation.Of(
        Metrics, [Row(1, 31, ("consulted", reported))], coverage, (metric, _) => new(metric, computed, null, null, ValueState.Final, null));

    private static Coverage Covered(DateOnly from, DateOnly to) => new([(Source.Chat, from, to)]);
}
