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

    private static void Refuses(MonthRefusal refusal, MonthState state, MonthCommand command, MonthSituation now)
    {
        var step = MonthCycle.Decide(state, command, now);
        Assert.Equal(refusal, step.Refused);
        Assert.Null(step.Next);
    }
}
