using Heng.Engine.Closing;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Closing;

/// <summary>王雨桐 leaves in October; their last day ends at 1000.</summary>
public sealed class LeaverCycleTests
{
    private static readonly Month October = new(2026, 10);
    private static readonly LeaverSituation Left = new(AsOf: new(1000), LeftAt: new(1000), MonthSealed: false, Own: false, ResultsHash: "h1");
    private static readonly MonthState Drafted = new(MonthStage.Prepared, "hr", "h1");
    private static readonly MonthState Approved = Drafted with { Stage = MonthStage.Approved };

    private static LeaverRefusal? Refused(MonthState state, LeaverAct act, LeaverSituation? now = null, string? who = "manager", bool mayDo = true) => LeaverCycle.Decide(state, act, who, mayDo, now ?? Left).Refused;

    [Fact]
    public void One_person_drafts_another_approves_and_then_it_is_noted_as_paid()
    {
        var drafted = LeaverCycle.Decide(MonthState.Open, LeaverAct.Prepare, "hr", true, Left);
        Assert.Equal((Drafted, MonthEvent.Prepared), (drafted.Next, drafted.Event));
        var approved = LeaverCycle.Decide(drafted.Next!, LeaverAct.Approve, "manager", true, Left);
        Assert.Equal((Approved, true), (approved.Next, approved.Next!.Sealed));
        var paid = LeaverCycle.Decide(approved.Next, LeaverAct.Pay, "hr", true, Left);
        Assert.Equal((MonthStage.Paid, true), (paid.Next!.Stage, paid.Next.Paid));
        Assert.Equal(LeaverRefusal.AlreadyPaid, Refused(paid.Next, LeaverAct.Pay));
    }

    [Fact]
    public void Nobody_approves_what_they_drafted_and_nobody_does_anything_for_themselves()
    {
        Assert.Equal(LeaverRefusal.SamePerson, Refused(Drafted, LeaverAct.Approve, who: "hr"));
        Assert.Equal(LeaverRefusal.SamePerson, Refused(Drafted, LeaverAct.Prepare, who: "hr"));
        foreach (var act in Enum.GetValues<LeaverAct>()) Assert.Equal(LeaverRefusal.OwnPay, Refused(Approved, act, Left with { Own = true }));
        Assert.Equal(LeaverRefusal.NeedsNamedPerson, Refused(Drafted, LeaverAct.Approve, who: null));
        Assert.Equal(LeaverRefusal.RoleMayNot, Refused(Drafted, LeaverAct.Approve, mayDo: false));
    }

    [Fact]
    public void What_moved_since_it_was_drafted_is_drafted_again_before_it_is_approved()
    {
        var moved = Left with { ResultsHash = "h2" };
        Assert.Equal(LeaverRefusal.ResultsMoved, Refused(Drafted, LeaverAct.Approve, moved));
        Assert.Equal(Drafted with { PreparedHash = "h2" }, LeaverCycle.Decide(Drafted, LeaverAct.Prepare, "hr", true, moved).Next);
        Assert.Equal(LeaverRefusal.NotPrepared, Refused(MonthState.Open, LeaverAct.Approve));
    }

    [Fact]
    public void Only_who_left_by_the_end_of_the_records_and_is_paid_in_an_open_month_is_paid_alone()
    {
        foreach (var act in new[] { LeaverAct.Prepare, LeaverAct.Approve })
        {
            Assert.Equal(LeaverRefusal.NotLeaving, Refused(MonthState.Open, act, Left with { LeftAt = null }));
            Assert.Equal(LeaverRefusal.NotLeftYet, Refused(MonthState.Open, act, Left with { AsOf = new(999) }));
            Assert.Equal(LeaverRefusal.NotPaid, Refused(MonthState.Open, act, Left with { ResultsHash = null }));
            Assert.Equal(LeaverRefusal.MonthSealed, Refused(Drafted, act, Left with { MonthSealed = true }));
            Assert.Equal(LeaverRefusal.AlreadyApproved, Refused(Approved, act));
        }
        Assert.Null(Refused(MonthState.Open, LeaverAct.Prepare));
    }

    [Fact]
    public void What_was_approved_alone_can_be_noted_as_paid_after_the_month_too_and_what_was_not_never()
    {
        var sealedMonth = Left with { MonthSealed = true };
        Assert.Null(Refused(Approved, LeaverAct.Pay, sealedMonth));
        Assert.Equal(LeaverRefusal.MonthSealed, Refused(Drafted, LeaverAct.Pay, sealedMonth));
        Assert.Equal(LeaverRefusal.NotApproved, Refused(Drafted, LeaverAct.Pay));
    }

    [Theory]
    [InlineData("2026-01-01..2026-10-01", "2026-10-01")]
    [InlineData("2026-01-01..2026-10-31", "2026-10-31")]
    [InlineData("2026-01-01..2026-09-30", null)]
    [InlineData("2026-01-01..2026-11-01", null)]
    [InlineData("2026-01-01..", null)]
    [InlineData("2026-11-01..", null)]
    // Another position the day after is no leaving; a day between is.
    [InlineData("2026-01-01..2026-10-15 2026-10-16..2026-10-20", "2026-10-20")]
    [InlineData("2026-01-01..2026-10-31 2026-11-01..", null)]
    [InlineData("2026-01-01..2026-10-31 2026-11-02..", "2026-10-31")]
    [InlineData("2026-01-01..2026-10-10 2026-10-20..", null)]
    public void Who_leaves_in_a_month_has_a_last_day_in_it_and_does_not_go_on_the_day_after(string stretches, string? last)
    {
        var history = stretches.Split(' ').Select(s => s.Split("..")).Select(s => new Employment("王雨桐", [], "一组", "front-line", 4000m, Day(s[0]), s[1].Length == 0 ? null : Day(s[1])));
        Assert.Equal(last is null ? null : Day(last), LeaverCycle.LastDayIn(October, [.. history]));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
