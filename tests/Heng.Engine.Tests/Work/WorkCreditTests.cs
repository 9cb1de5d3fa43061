using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Engine.Work;

namespace Heng.Engine.Tests.Work;

public sealed class WorkCreditTests
{
    private static readonly ShopClock Clock = ShopClock.Shanghai;

    private static Instant At(int day, int hour = 9, int minute = 0, int second = 0) => Clock.FromLocal(new DateTime(2026, 10, day, hour, minute, second));

    private static Call Call(bool answered, int? seconds = null, int? rings = null, int? talk = null, bool? resolved = null, decimal? score = null) =>
        new("", "1", "ann", At(1), answered, seconds, rings, talk, resolved, score);

    [Fact]
    public void A_call_that_nobody_took_has_no_wait_and_no_rating()
    {
        var sum = WorkCredits.Of(Call(false), Clock).Measures;
        Assert.Equal([(Primitive.Calls, 1), (Primitive.CallsRung, 1)], sum.Values.Select(v => (v.Key, v.Value)));
    }

    [Theory]
    [InlineData(3, null, 1)]
    [InlineData(4, null, 0)]
    [InlineData(null, 15, 1)] // three rings of five seconds
    [InlineData(null, 16, 0)]
    [InlineData(4, 10, 0)] // a count of rings stands before the seconds
    public void Three_rings_are_quick_and_fifteen_seconds_are_three_rings(int? rings, int? seconds, int quick)
    {
        var sum = WorkCredits.Of(Call(true, seconds, rings), Clock).Measures;
        Assert.Equal((1, quick), (sum[Primitive.CallsRung], sum[Primitive.CallsWithin3Rings]));
    }

    [Fact]
    public void An_answered_call_without_rings_or_seconds_is_not_judged() => Assert.Equal(0, WorkCredits.Of(Call(true), Clock).Measures[Primitive.CallsRung]);

    [Theory]
    [InlineData(20, 1)]
    [InlineData(21, 0)]
    public void Twenty_seconds_are_within_twenty(int seconds, int within) => Assert.Equal(within, WorkCredits.Of(Call(true, seconds), Clock).Measures[Primitive.CallsWithin20]);

    [Theory]
    [InlineData(4, 1)]
    [InlineData(3, 0)]
    public void From_four_on_a_caller_is_satisfied(int score, int satisfied)
    {
        var sum = WorkCredits.Of(Call(true, score: score), Clock).Measures;
        Assert.Equal((1, score * 100, satisfied), (sum[Primitive.CallRatings], sum[Primitive.CallRatingPoints], sum[Primitive.CallsSatisfied]));
    }

    [Fact]
    public void Marks_count_out_of_a_hundred() => // 45 of 50 is 90.00
        Assert.Equal(9000, WorkCredits.Of(new Exam(new(2026, 10, 1), "产品", "ann", 45, 50, false), Clock).Measures[Primitive.ExamPoints]);

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 0)]
    public void A_report_in_on_the_day_it_was_due_is_on_time(int day, int onTime)
    {
        var (due, sum) = Assert.Single(WorkCredits.Of(new Assignment(new(2026, 10, 5), "第一周", "ann", new(2026, 10, day), true), Clock));
        Assert.Equal((new DateOnly(2026, 10, 5), 1, onTime), (due, sum[Primitive.ReportsDue], sum[Primitive.ReportsOnTime]));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public void A_report_that_is_not_in_is_due_once_its_day_is_over(int seconds, int due)
    {
        var monday = new DateOnly(2026, 10, 5);
        var (day, sum) = Assert.Single(WorkCredits.Of(new Assignment(monday, "第一周", "ann", null, true), Clock));
        Assert.Equal((0, 1), (sum[Primitive.ReportsDue], sum[Primitive.ReportsAwaited]));
        var asOf = Clock.EndOf(monday).Plus(seconds);
        var kept = NotYetDue.Without(new AgentDay(1, day, new Measures().Add(sum).Add(Primitive.TasksDone, 2), new(), new()), Clock, asOf).Measures;
        Assert.Equal((due, 2), (kept[Primitive.ReportsAwaited], kept[Primitive.TasksDone]));
        // One handed in ahead of its day counts at once.
        var (_, early) = Assert.Single(WorkCredits.Of(new Assignment(monday, "第一周", "ann", new(2026, 10, 2), true), Clock));
        Assert.Equal((1, 1), (early[Primitive.ReportsDue], early[Primitive.ReportsOnTime]));
    }

    [Fact]
    public void A_task_counts_on_the_day_it_was_done_and_not_before()
    {
        Assert.Equal(new DateOnly(2026, 10, 7), Assert.Single(WorkCredits.Of(new Assignment(new(2026, 10, 5), "上新", "ann", new(2026, 10, 7), false), Clock)).Day);
        Assert.Empty(WorkCredits.Of(new Assignment(new(2026, 10, 5), "上新", "ann", null, false), Clock));
    }

    private static Case Case(string id, int opened, Instant? solved = null, Instant? due = null, string? buyer = "tb1", bool? once = null, string? category = null) =>
        new("店", id, "ann", null, At(opened), category, buyer, due, solved, null, null, once, null);

    private static (Measures Measures, ValueState State) Judge(Instant until, params Case[] cases) => CaseCredits.Of(cases, Clock, until).First() is var first ? (first.Measures, first.State) : default;

    [Theory]
    [InlineData(9, 0, 0, 0)] // a return exactly 72 hours after
    [InlineData(9, 0, 1, 1)] // a second later
    public void A_return_within_72_hours_is_no_resolution_in_one_contact(int hour, int minute, int second, int once)
    {
        var back = new Case("店", "2", "ann", null, At(4, hour, minute, second), null, "tb1", null, null, null, null, null, null);
        Assert.Equal(once, Judge(At(20), Case("1", 1, At(1)), back).Measures[Primitive.CasesOnce]);
    }

    [Fact]
    public void A_mark_stands_before_what_the_buyer_did()
    {
        Assert.Equal(1, Judge(At(20), Case("1", 1, At(1), once: true), Case("2", 2)).Measures[Primitive.CasesOnce]);
        Assert.Equal(0, Judge(At(20), Case("1", 1, At(1), once: false)).Measures[Primitive.CasesOnce]);
    }

    [Fact]
    public void A_case_solved_when_it_was_due_is_in_time_and_a_second_later_overdue()
    {
        Assert.Equal(0, Judge(At(20), Case("1", 1, solved: At(2), due: At(2))).Measures[Primitive.CasesOverdue]);
        Assert.Equal(1, Judge(At(20), Case("1", 1, solved: At(2).Plus(1), due: At(2))).Measures[Primitive.CasesOverdue]);
    }

    [Fact]
    public void An_unsolved_case_is_overdue_once_the_data_reach_past_its_limit_and_stays_provisional()
    {
        Assert.Equal((0, ValueState.Provisional), Judge(At(2), Case("1", 1, due: At(2))) is var (open, state) ? (open[Primitive.CasesOverdue], state) : default);
        Assert.Equal(1, Judge(At(2).Plus(1), Case("1", 1, due: At(2))).Measures[Primitive.CasesOverdue]);
    }

    [Fact]
    public void A_solved_case_is_provisional_until_72_hours_are_over()
    {
        Assert.Equal(ValueState.Provisional, Judge(At(4), Case("1", 1, solved: At(1))).State);
        Assert.Equal(ValueState.Final, Judge(At(4).Plus(1), Case("1", 1, solved: At(1))).State);
    }

    [Fact]
    public void After_sales_are_told_by_their_category()
    {
        Assert.Equal((1, 3600), Judge(At(20), Case("1", 1, solved: At(1, 10), category: "退货退款")) is var (sum, _) ? (sum[Primitive.AfterSalesHandled], sum[Primitive.AfterSalesSeconds]) : default);
        Assert.Equal(0, Judge(At(20), Case("1", 1, solved: At(1, 10), category: "改地址")).Measures[Primitive.AfterSalesHandled]);
    }

    [Fact]
    public void A_refund_that_came_through_is_after_sales_work_timed_from_when_it_was_asked_for()
    {
        var refund = new Refund("小店", "1", "r1", 5m, RefundState.Succeeded, "退款成功", RefundKind.MoneyOnly, null, null, new(1_790_816_400), new(1_790_820_000), null, null, "审核", "退款");
        var (_, done) = WorkCredits.Of(refund, ShopClock.Shanghai);
        Assert.Equal((1, 3600), (done[Primitive.AfterSalesHandled], done[Primitive.AfterSalesSeconds]));
        Assert.True(WorkCredits.Of(refund with { State = RefundState.Closed }, ShopClock.Shanghai).Measures.IsEmpty);
    }
}
