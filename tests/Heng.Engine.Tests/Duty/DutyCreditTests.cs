using Heng.Engine.Duty;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Duty;

public class DutyCreditTests
{
    private static readonly Coverage Covered = new([(Source.Duty, Day(1), Day(31)), (Source.Status, Day(1), Day(31))]);

    // The 12th: 10 min late. The 13th: absent. The 14th: on leave. The 15th: an hour of overtime, online 9–18 of 9 h rostered.
    private static Post October => new Post().Shift(12, "09:00-18:00").Shift(13, "09:00-18:00").Shift(14, "09:00-18:00").Shift(15, "09:00-18:00")
        .Punch("12 09:10", "12 18:00", "15 09:00", "15 19:00").Leave("14 00:00", "15 00:00", 8, LeaveUnit.Hours)
        .Log("15 09:00", AccountStatus.Online).Log("15 18:00", AccountStatus.Offline);

    private static IReadOnlyList<Contribution> Credits(Post post) => DutyCredits.Of(post.Person, post.Terms, new(2026, 10), new(2026, 10), _ => true);

    private static Explained Explain(string id, IReadOnlyList<Contribution> credits, Coverage? coverage = null)
    {
        var days = Pipeline.AgentDays(credits);
        var own = (Totals.Of(Day(1), Day(31), days, coverage ?? Covered), FactSet.Of([], credits, days, _ => "ann"));
        return MetricExplanation.Of(Catalogue.Find(id)!, own, own, RuleSet.Default, At("60 00:00"));
    }

    [Theory]
    [InlineData("workdays", "2")]
    [InlineData("late", "1")]
    [InlineData("early", "0")]
    [InlineData("absent", "1")]
    [InlineData("leave", "1")]                 // 8 h ÷ 8
    [InlineData("full-attendance", "0")]
    [InlineData("overtime-workday", "3600")]
    [InlineData("overtime-rest-day", "0")]
    [InlineData("overtime-holiday", "0")]
    [InlineData("online", "32400")]
    [InlineData("serving", "32400")]
    [InlineData("suspended", "0")]
    [InlineData("online-share", "0.25")]       // 9 h of 4 × 9 h
    [InlineData("first-online", "32400")]
    [InlineData("last-online", "64800")]
    public void A_months_duty_is_read_and_its_leaves_give_it_again(string id, string value)
    {
        var tree = Explain(id, Credits(October));
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), tree.Value);
        Assert.Equal(tree.Value, tree.Recompute());
    }

    [Fact]
    public void A_number_opens_down_to_the_day()
    {
        var day = Assert.Single(Explain("late", Credits(October)).Inputs);
        Assert.Equal("ann/2026-10-12", Assert.Single(day.Evidence).Id);
    }

    [Fact]
    public void A_month_of_full_attendance_counts_once_on_its_last_day()
    {
        var credits = Credits(new Post().Shift(12, "09:00-18:00").Shift(13, "09:00-18:00").Punch("12 09:00", "12 18:00", "13 09:00", "13 18:00"));
        Assert.Equal((Day(13), 1L), (credits.Single(c => c.Measures[Primitive.FullMonths] > 0).Day, credits.Sum(c => c.Measures[Primitive.FullMonths])));
        Assert.Equal(1m, Explain("full-attendance", credits).Value);
    }

    [Fact]
    public void Who_was_never_due_and_never_came_has_no_numbers_and_not_0() =>
        Assert.All(Catalogue.Groups.Single(g => g.Id == "duty").Metrics, metric => Assert.Equal(ValueState.Missing, Explain(metric.Id, Credits(new())).State));

    [Fact]
    public void Nothing_is_said_of_days_that_no_file_covers() =>
        Assert.Equal(ValueState.Missing, Explain("late", Credits(October), Coverage.Nothing).State);

    [Theory]
    [InlineData("late")]
    [InlineData("early")]
    [InlineData("absent")]
    [InlineData("overtime-workday")]
    [InlineData("full-attendance")]
    public void Those_on_no_roster_work_and_nobody_knows_whether_in_time(string id)
    {
        var credits = Credits(new Post().Punch("12 09:00", "12 18:00"));
        Assert.Equal(ValueState.Missing, Explain(id, credits).State);
        Assert.Equal(1m, Explain("workdays", credits).Value);
    }
}
