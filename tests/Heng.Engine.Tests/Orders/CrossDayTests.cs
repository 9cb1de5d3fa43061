using Heng.Engine.Orders;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Orders;

/// <summary>Parts that only the business-day cut divided are one interval: same buyer, account and agent, a silence of at most ten minutes.</summary>
public class CrossDayTests
{
    [Fact]
    public void An_event_between_linked_parts_is_inside()
    {
        var landing = new Desk().Talk(A, "1 23:40", "1 23:58").Talk(A, "2 00:05", "2 00:20").Order("1", "2 00:01", null).Only().Created;
        Assert.Equal((Clause.InsideSession, 1L, Day(1)), (landing.Clause, landing.Session!.Value, landing.Day!.Value));
    }

    [Fact]
    public void An_event_in_the_second_part_belongs_to_the_second_days_reception()
    {
        var landing = new Desk().Talk(A, "1 23:40", "1 23:58").Talk(A, "2 00:05", "2 00:20").Order("1", "2 00:05", null).Only().Created;
        Assert.Equal((2L, Day(2)), (landing.Session!.Value, landing.Day!.Value));
    }

    [Fact]
    public void A_first_part_without_a_human_message_takes_part_through_the_second()
    {
        var landing = new Desk().Talk(A, "1 23:50", "1 23:58", human: 0).Talk(A, "2 00:01", "2 00:20").Order("1", "1 23:55", null).Only().Created;
        Assert.Equal(A, landing.Agent);
    }

    [Fact]
    public void A_second_part_without_a_human_message_takes_part_through_the_first()
    {
        var landing = new Desk().Talk(A, "1 23:50", "1 23:58").Talk(A, "2 00:01", "2 00:20", human: 0).Order("1", "2 00:10", null).Only().Created;
        Assert.Equal((A, 2L), (landing.Agent!.Value, landing.Session!.Value));
    }

    [Theory]
    [InlineData("2 00:05:00", Clause.InsideSession)]
    [InlineData("2 00:05:01", Clause.LastBefore)]
    public void A_silence_of_exactly_the_session_gap_links(string resumed, Clause clause) =>
        Assert.Equal(clause, new Desk().Talk(A, "1 23:40", "1 23:55").Talk(A, resumed, "2 00:20").Order("1", "2 00:02", null).Only().Created.Clause);

    [Fact]
    public void Another_account_or_agent_does_not_link()
    {
        Assert.Equal(Clause.LastBefore, new Desk().Talk(A, "1 23:40", "1 23:58").Talk(A, "2 00:05", "2 00:20", account: 99).Order("1", "2 00:01",
            null).Only().Created.Clause);
        Assert.Equal(Clause.LastBefore, new Desk().Talk(A, "1 23:40", "1 23:58").Talk(B, "2 00:05", "2 00:20", account: A).Order("1", "2 00:01",
            null).Only().Created.Clause);
    }

    [Fact]
    public void Two_sessions_of_one_day_are_never_linked() =>
        Assert.Equal(Clause.LastBefore, new Desk().Talk(A, "1 10:00", "1 10:10").Talk(A, "1 10:15", "1 10:20").Order("1", "1 10:12",
            null).Only().Created.Clause);
}
