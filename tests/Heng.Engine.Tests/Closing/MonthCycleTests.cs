using Heng.Engine.Closing;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Closing;

public class MonthCycleTests
{
    private static readonly MonthSituation Mature = new(AsOf: new(2000), MonthEnds: new(1000), MaturesAt: new(2000), PeopleMeasured: 24, ResultsHash: "h1");
    private static readonly MonthState Prepared = new(MonthStage.Prepared, "hr", "h1");

    [Fact]
    public void One_person_prepares_and_another_closes()
    {
        var prepared = MonthCycle.Decide(MonthState.Open, new PrepareMonth("hr", true), Mature).Next;
        Assert.Equal(Prepared, prepared);
        Assert.Equal(MonthStage.Closed, MonthCycle.Decide(prepared!, new CloseMonth("manager", true, false), Mature).Next!.Stage);
    }

    [Fact]
    public void Nobody_closes_what_they_prepared() =>
        Refuses(MonthRefusal.SamePerson, Prepared, new CloseMonth("hr", true, false), Mature);

    [Fact]
    public void The_preparer_who_comes_again_is_refused_until_the_results_have_moved()
    {
        Refuses(MonthRefusal.SamePerson, Prepared, new PrepareMonth("hr", true), Mature);
        Assert.Equal(Prepared with { PreparedHash = "h2" }, MonthCycle.Decide(Prepared, new PrepareMonth("hr", true), Mature with { ResultsHash = "h2" }).Next);
        Assert.Equal(Prepared with { PreparedBy = "second" }, MonthCycle.Decide(Prepared, new PrepareMonth("second", true), Mature).Next);
    }

    [Fact]
    public void Closing_needs_a_named_person_who_may() 
    {
        Refuses(MonthRefusal.NeedsNamedPerson, Prepared, new CloseMonth(null, true, false), Mature);
        Refuses(MonthRefusal.RoleMayNot, Prepared, new CloseMonth("agent", false, false), Mature);
    }

    [Fact]
    public void A_month_that_nobody_prepared_is_not_closed() =>
        Refuses(MonthRefusal.NotPrepared, MonthState.Open, new CloseMonth("manager", true, false), Mature);

    [Fact]
    public void Results_that_moved_since_they_were_prepared_are_not_closed() =>
        Refuses(MonthRefusal.ResultsMoved, Prepared, new CloseMonth("manager", true, false), Mature with { ResultsHash = "h2" });

    [Fact]
    public void One_second_before_maturity_closing_must_be_provisional()
    {
        var early = Mature with { AsOf = new(1999) };
        Refuses(MonthRefusal.NotMatured, Prepared, new CloseMonth("manager", true, Provisionally: false), early);
        Assert.Equal(MonthStage.Closed, MonthCycle.Decide(Prepared, new CloseMonth("manager", true, Provisionally: true), early).Next!.Stage);
    }

    [Fact]
    public void A_month_is_over_at_its_end_and_not_a_second_before()
    {
        Refuses(MonthRefusal.MonthNotOver, MonthState.Open, new PrepareMonth("hr", true), Mature with { AsOf = new(999) });
        Assert.NotNull(MonthCycle.Decide(MonthState.Open, new PrepareMonth("hr", true), Mature with { AsOf = new(1000) }).Next);
    }

    [Fact]
    public void A_closed_month_refuses_everything()
    {
        var closed = Prepared with { Stage = MonthStage.Closed };
        Refuses(MonthRefusal.AlreadyClosed, closed, new PrepareMonth("hr", true), Mature);
        Refuses(MonthRefusal.AlreadyClosed, closed, new CloseMonth("manager", true, true), Mature);
    }

    [Fact]
    public void A_month_in_which_nobody_was_measured_is_not_prepared() =>
        Refuses(MonthRefusal.NothingMeasured, MonthState.Open, new PrepareMonth("hr", true), Mature with { PeopleMeasured = 0 });

    [Fact]
    public void A_ledger_that_does_not_balance_is_neither_prepared_nor_closed()
    {
        Refuses(MonthRefusal.LedgerUnbalanced, MonthState.Open, new PrepareMonth("hr", true), Mature with { LedgerBalances = false });
        Refuses(MonthRefusal.LedgerUnbalanced, Prepared, new CloseMonth("manager", true, true), Mature with { LedgerBalances = false });
    }

    [Theory] // stage by stage, what each command comes to: the next stage, or the refusal
    [InlineData(MonthStage.Open, "Published", "Prepared", "NotPrepared", "NotPrepared", "NotApproved", "NotPrepared")]
    [InlineData(MonthStage.Published, "AlreadyPublished", "Prepared", "NotPrepared", "NotPrepared", "NotApproved", "NotPrepared")]
    [InlineData(MonthStage.Prepared, "Prepared", "Prepared", "Checked", "Approved", "NotApproved", "Closed")]
    [InlineData(MonthStage.Checked, "Checked", "Prepared", "Checked", "Approved", "NotApproved", "Closed")]
    [InlineData(MonthStage.Approved, "AlreadyApproved", "AlreadyApproved", "AlreadyApproved", "AlreadyApproved", "Paid", "Closed")]
    [InlineData(MonthStage.Paid, "AlreadyApproved", "AlreadyApproved", "AlreadyApproved", "AlreadyApproved", "AlreadyPaid", "Closed")]
    [InlineData(MonthStage.Closed, "AlreadyClosed", "AlreadyClosed", "AlreadyClosed", "AlreadyClosed", "Closed", "AlreadyClosed")]
    public void A_run_goes_from_the_cards_to_the_closing_and_no_step_is_skipped(MonthStage stage, string publish, string prepare, string check, string approve, string pay, string close)
    {
        var state = new MonthState(stage, stage >= MonthStage.Prepared ? "hr" : null, stage >= MonthStage.Prepared ? "h1" : null)
        {
            CardsHash = stage == MonthStage.Published ? "c1" : null, Paid = stage == MonthStage.Paid,
        };
        var now = Mature with { CardsHash = "c1" };
        string After(MonthCommand command) => MonthCycle.Decide(state, command, now) is { Next: { } next } ? next.Stage.ToString() : MonthCycle.Decide(state, command, now).Refused.ToString()!;
        Assert.Equal((publish, prepare, check, approve, pay, close), (
            After(new PublishCards("second", true)), After(new PrepareMonth("second", true)), After(new CheckMonth("second", true)),
            After(new ApproveMonth("manager", true, false)), After(new PayMonth("second", true)), After(new CloseMonth("manager", true, false))));
    }

    [Fact]
    public void Who_drafted_neither_checks_nor_approves_nor_closes_and_may_note_the_payment()
    {
        Refuses(MonthRefusal.SamePerson, Prepared, new CheckMonth("hr", true), Mature);
        Refuses(MonthRefusal.SamePerson, Prepared, new ApproveMonth("hr", true, false), Mature);
        Refuses(MonthRefusal.SamePerson, Prepared with { Stage = MonthStage.Approved }, new CloseMonth("hr", true, false), Mature);
        Assert.True(MonthCycle.Decide(Prepared with { Stage = MonthStage.Approved }, new PayMonth("hr", true), Mature).Next!.Paid);
    }

    [Fact]
    public void A_run_whose_results_moved_is_drafted_again_before_anybody_checks_or_approves_it()
    {
        var moved = Mature with { ResultsHash = "h2" };
        Refuses(MonthRefusal.ResultsMoved, Prepared, new CheckMonth("second", true), moved);
        Refuses(MonthRefusal.ResultsMoved, Prepared with { Stage = MonthStage.Checked }, new ApproveMonth("manager", true, false), moved);
        var again = MonthCycle.Decide(Prepared with { Stage = MonthStage.Checked }, new PrepareMonth("hr", true), moved).Next!;
        Assert.Equal((MonthStage.Prepared, "h2"), (again.Stage, again.PreparedHash));
    }

    [Fact]
    public void Closing_what_was_only_drafted_is_its_approval_too_and_both_are_kept() =>
        Assert.Equal([MonthEvent.Approved, MonthEvent.Closed], MonthCycle.Decide(Prepared, new CloseMonth("manager", true, false), Mature).Events);

    [Fact]
    public void Cards_are_published_again_only_after_they_moved()
    {
        var published = MonthCycle.Decide(MonthState.Open, new PublishCards("hr", true), Mature with { CardsHash = "c1" }).Next!;
        Assert.Equal((MonthStage.Published, "c1"), (published.Stage, published.CardsHash));
        Refuses(MonthRefusal.AlreadyPublished, published, new PublishCards("hr", true), Mature with { CardsHash = "c1" });
        Assert.Equal("c2", MonthCycle.Decide(published, new PublishCards("hr", true), Mature with { CardsHash = "c2" }).Next!.CardsHash);
    }

    [Fact]
    public void Events_one_after_the_other_come_to_the_state_that_was_decided()
    {
        var steps = new (MonthEvent, string, string)[] { (MonthEvent.CardsPublished, "hr", "c1"), (MonthEvent.Prepared, "hr", "h1"), (MonthEvent.Checked, "second", "h1"), (MonthEvent.Approved, "manager", "h1"), (MonthEvent.Closed, "manager", "h1"), (MonthEvent.Paid, "hr", "h1") };
        var state = steps.Aggregate(MonthState.Open, (s, e) => s.After(e.Item1, e.Item2, e.Item3));
        // Noted after the closing, a payment opens nothing again.
        Assert.Equal((MonthStage.Closed, true, "hr", "h1", "c1"), (state.Stage, state.Paid, state.PreparedBy, state.PreparedHash, state.CardsHash));
    }

    private static void Refuses(MonthRefusal refusal, MonthState state, MonthCommand command, MonthSituation now)
    {
        var step = MonthCycle.Decide(state, command, now);
        Assert.Equal(refusal, step.Refused);
        Assert.Null(step.Next);
    }
}
