using Heng.Engine.Quality.Book;

namespace Heng.Engine.Tests.Quality;

/// <summary>A rule's way from a proposal to counting, and what each step may not do.</summary>
public sealed class RuleCourseTests
{
    private static readonly DateOnly First = new(2026, 10, 1), Tenth = new(2026, 10, 10), Twentieth = new(2026, 10, 20);

    private static RuleSituation As(string who, bool second = true, bool passed = true, DateOnly? open = null) => new(who, new(1), second, passed, open ?? DateOnly.MinValue);
    private static RuleCourse Of((IReadOnlyList<RuleStep> Happens, RuleRefusal? Refused) step) => step.Refused is null ? new(step.Happens) : throw new InvalidOperationException(step.Refused.ToString());
    private static RuleCourse After(RuleCourse course, Func<RuleCourse, (IReadOnlyList<RuleStep> Happens, RuleRefusal? Refused)> step) => Of(([.. course.Happened, .. step(course).Happens], step(course).Refused));
    private static string On(RuleCourse course, DateOnly day) => string.Join(' ', course.On(day).Select(v => $"{v.Version.Number}{(v.Live ? "" : "s")}"));

    private static RuleCourse Proposed => Of(RuleCourse.Begin("a", First, "试试", As("qa")));
    private static RuleCourse Shadowed => After(Proposed, c => c.Confirm(As("hr")));
    private static RuleCourse Live => After(Shadowed, c => c.Activate(Tenth, "准", As("hr")));

    [Fact]
    public void It_runs_nowhere_until_a_second_person_confirmed_it_and_then_in_shadow_from_its_day()
    {
        Assert.Equal("", On(Proposed, First));
        Assert.Equal(RuleRefusal.SamePerson, Proposed.Confirm(As("qa")).Refused);
        Assert.Equal(("", "1s"), (On(Shadowed, First.AddDays(-1)), On(Shadowed, First)));
        Assert.Equal(RuleRefusal.NotOpen, Shadowed.Confirm(As("hr")).Refused);
        // Where one account alone may, it does.
        Assert.Equal("1s", On(Of(RuleCourse.Begin("a", First, "试试", As("qa", second: false))), First));
    }

    [Fact]
    public void It_counts_from_a_day_that_the_bar_allows_and_no_closed_month_holds()
    {
        Assert.Equal(RuleRefusal.NotInShadow, Proposed.Activate(Tenth, "", As("hr")).Refused);
        Assert.Equal(RuleRefusal.SamePerson, Shadowed.Activate(Tenth, "", As("qa")).Refused);
        Assert.Equal(RuleRefusal.BarNotPassed, Shadowed.Activate(Tenth, "", As("hr", passed: false)).Refused);
        Assert.Equal(RuleRefusal.BeforeItsShadow, Shadowed.Activate(First.AddDays(-1), "", As("hr")).Refused);
        Assert.Equal(RuleRefusal.MonthClosed, Shadowed.Activate(Tenth, "", As("hr", open: Tenth.AddDays(1))).Refused);
        Assert.Null(Shadowed.Activate(Tenth, "", As("hr", open: Tenth)).Refused);
        Assert.Equal(("1s", "1"), (On(Live, Tenth.AddDays(-1)), On(Live, Tenth)));
        Assert.Equal(RuleRefusal.NotInShadow, Live.Activate(Tenth, "", As("hr")).Refused);
    }

    [Fact]
    public void A_second_version_runs_in_shadow_beside_the_first_and_takes_its_place_once_it_counts()
    {
        Assert.Equal(RuleRefusal.Unchanged, Live.Propose("a", Tenth, "改", As("qa")).Refused);
        var both = After(After(Live, c => c.Propose("b", Tenth, "改", As("hr"))), c => c.Confirm(As("qa")));
        Assert.Equal(("1s", "1 2s"), (On(both, First), On(both, Tenth)));
        var taken = After(both, c => c.Activate(Twentieth, "准", As("qa")));
        Assert.Equal(("1 2s", "2"), (On(taken, Twentieth.AddDays(-1)), On(taken, Twentieth)));
    }

    [Fact]
    public void What_is_refused_or_taken_back_never_runs_and_may_be_proposed_again()
    {
        Assert.Equal(RuleRefusal.NeedsReason, Proposed.Drop(" ", As("hr")).Refused);
        Assert.Equal(RuleRefusal.Waiting, Proposed.Propose("b", First, "改", As("hr")).Refused);
        var dropped = After(Proposed, c => c.Drop("太宽", As("hr")));
        Assert.Equal((RuleEvent.Refused, ""), (dropped.Happened[^1].What, On(dropped, First)));
        Assert.Equal(RuleEvent.Withdrawn, After(Proposed, c => c.Drop("", As("qa"))).Happened[^1].What);
        Assert.Equal("2s", On(After(After(dropped, c => c.Propose("a", First, "再试", As("qa"))), c => c.Confirm(As("hr"))), First));
    }

    [Fact]
    public void Ended_it_looks_at_nothing_from_that_day_on()
    {
        Assert.Equal(RuleRefusal.NotInForce, Proposed.End(Twentieth, "不用了", As("hr")).Refused);
        Assert.Equal(RuleRefusal.NeedsReason, Live.End(Twentieth, "", As("hr")).Refused);
        Assert.Equal(RuleRefusal.MonthClosed, Live.End(Twentieth, "不用了", As("hr", open: Twentieth.AddDays(1))).Refused);
        var ended = After(Live, c => c.End(Twentieth, "不用了", As("hr")));
        Assert.Equal(("1", ""), (On(ended, Twentieth.AddDays(-1)), On(ended, Twentieth)));
        Assert.Equal(RuleRefusal.NotInForce, ended.End(Twentieth, "不用了", As("hr")).Refused);
    }
}
