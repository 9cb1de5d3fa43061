using Heng.Engine.Orders;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Orders;

public class LandingTests
{
    private static readonly RuleSet MostRounds = RuleSet.Default with { TieBreak = TieBreak.MostRounds };

    [Theory]
    [InlineData("3 10:20:00", A)]
    [InlineData("3 10:20:01", null)]
    public void A_session_that_ended_exactly_48_hours_before_still_gets_the_order(string created, int? agent) =>
        Assert.Equal(agent, new Desk().Talk(A, "1 10:00", "1 10:20").Order("1", created, null).Only().Created.Agent);

    [Theory]
    [InlineData("1 10:00:00", Clause.InsideSession)]
    [InlineData("1 10:20:00", Clause.InsideSession)]
    [InlineData("1 10:20:01", Clause.LastBefore)]
    [InlineData("1 09:59:59", Clause.Silent)]
    public void The_first_and_the_last_message_are_inside_the_session(string created, Clause clause) =>
        Assert.Equal(clause, new Desk().Talk(A, "1 10:00", "1 10:20").Order("1", created, null).Only().Created.Clause);

    [Fact]
    public void A_session_without_a_human_message_takes_no_part() =>
        Assert.Equal(Clause.Silent, new Desk().Talk(A, "1 10:00", "1 10:20", human: 0).Order("1", "1 10:05", null).Only().Created.Clause);

    [Fact]
    public void Another_buyers_session_takes_no_part() =>
        Assert.Null(new Desk().Talk(A, "1 10:00", "1 10:20", buyer: Bea).Order("1", "1 10:05", null).Only().Created.Agent);

    [Fact]
    public void An_event_inside_a_session_beats_a_session_that_ended_before()
    {
        var landing = new Desk().Talk(A, "1 10:00", "1 10:20").Talk(B, "1 10:15", "1 10:18").Order("1", "1 10:19", null).Only().Created;
        Assert.Equal((A, Clause.InsideSession, B, WhyLost.NotInside), (landing.Agent!.Value, landing.Clause, landing.RunnerUp!.Value, landing.Why!.Value));
    }

    [Fact]
    public void The_last_to_end_wins_and_the_runner_up_ended_earlier()
    {
        var landing = new Desk().Talk(A, "1 10:00", "1 10:20", rounds: 9).Talk(B, "1 10:15", "1 10:40").Order("1", "1 10:18", null).Only().Created;
        Assert.Equal((B, 2L, A, WhyLost.EndedEarlier), (landing.Agent!.Value, landing.Session!.Value, landing.RunnerUp!.Value, landing.Why!.Value));
    }

    [Fact]
    public void By_setting_the_most_rounds_win_inside()
    {
        var landing = new Desk { Rules = MostRounds }.Talk(A, "1 10:00", "1 10:20", rounds: 9).Talk(B, "1 10:15", "1 10:40").Order("1", "1 10:18",
            null).Only().Created;
        Assert.Equal((A, B, WhyLost.FewerRounds), (landing.Agent!.Value, landing.RunnerUp!.Value, landing.Why!.Value));
    }

    [Fact]
    public void After_both_ended_the_last_to_end_wins_whatever_the_setting()
    {
        var landing = new Desk { Rules = MostRounds }.Talk(A, "1 10:00", "1 10:20", rounds: 9).Talk(B, "1 10:15", "1 10:40").Order("1", "1 11:00",
            null).Only().Created;
        Assert.Equal((B, A, WhyLost.EndedLongerAgo), (landing.Agent!.Value, landing.RunnerUp!.Value, landing.Why!.Value));
    }

    [Fact]
    public void The_runner_up_is_another_person_not_the_winners_other_session()
    {
        var landing = new Desk().Talk(A, "1 09:00", "1 09:10").Talk(B, "1 09:20", "1 09:30").Talk(B, "1 10:00", "1 10:20").Order("1", "1 11:00",
            null).Only().Created;
        Assert.Equal((B, 3L, A), (landing.Agent!.Value, landing.Session!.Value, landing.RunnerUp!.Value));
    }

    [Fact]
    public void Equal_ends_go_to_more_rounds_and_then_to_the_lower_session_id()
    {
        var rounds = new Desk().Talk(A, "1 10:00", "1 10:20").Talk(B, "1 10:05", "1 10:20", rounds: 2).Order("1", "1 10:10", null).Only().Created;
        Assert.Equal((B, WhyLost.FewerRounds), (rounds.Agent!.Value, rounds.Why!.Value));

        var key = new Desk().Talk(A, "1 10:00", "1 10:20", id: 8).Talk(B, "1 10:05", "1 10:20", id: 7).Order("1", "1 10:10", null).Only().Created;
        Assert.Equal((B, WhyLost.EqualSoByKey), (key.Agent!.Value, key.Why!.Value));
    }

    [Fact]
    public void An_order_without_a_buyer_can_only_be_silent()
    {
        var row = new Desk().Talk(A, "1 10:00", "1 10:20").Order("1", "1 10:05", "1 10:06", buyer: null).Only();
        Assert.Equal((Clause.NoBuyer, Bucket.Silent), (row.Created.Clause, row.Under(Judgement.OrderFirst).Bucket));
    }

    [Fact]
    public void Nobodys_account_gets_its_orders_as_agent_0()
    {
        var row = new Desk().Talk(0, "1 10:00", "1 10:20").Order("1", "1 10:05", "1 10:06").Only();
        Assert.Equal(new Credit(Bucket.Agent, 0), row.Under(Judgement.OrderFirst));
    }

    [Fact]
    public void A_long_early_session_is_found_behind_many_short_later_ones()
    {
        var desk = new Desk().Talk(A, "1 08:00", "1 20:00");
        for (var i = 10; i < 19; i++) desk.Talk(B, $"1 {i}:00", $"1 {i}:05");
        Assert.Equal(A, desk.Order("1", "1 19:30", null).Only().Created.Agent);
    }
}
