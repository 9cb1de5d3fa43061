using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Engine.Statistics;
using Heng.Engine.Tests.Facts;
using Heng.Engine.Work;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Work;

/// <summary>One-contact resolution of receptions. A time is <c>d HH:mm[:ss]</c>, day d of October 2026.</summary>
public sealed class BuyerReturnTests
{
    private static readonly HashSet<DateOnly> AllDays = [.. Enumerable.Range(1, 31).Select(Day)];

    private static Reception Chat(int agent, string first, string last, int buyer = Ann, bool byBuyer = true, bool consulted = true, bool replied = true, bool transferredOut = false)
    {
        var one = Reception(agent, first, last, buyer, consulted, transferredOut);
        one.Measures.Add(Primitive.BuyerInitiated, byBuyer ? 1 : 0).Add(Primitive.Unreplied, replied ? 0 : 1);
        return one;
    }

    private static IReadOnlyList<Contribution> Judge(params Reception[] receptions) => Judge(RuleSet.Default, AllDays, [], receptions);

    private static IReadOnlyList<Contribution> Judge(RuleSet rules, IReadOnlySet<DateOnly> covered, IReadOnlyList<(int, Instant)> cases, params Reception[] receptions) =>
        [.. BuyerReturns.Of(rules, receptions, cases, covered)];

    /// <summary>Settled in one contact (1), not (0), or not judged (-), a sign each reception.</summary>
    private static string Signs(IReadOnlyList<Contribution> found, params Reception[] receptions) => string.Concat(receptions.Select(r =>
        found.SingleOrDefault(c => c.Fact == r.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { } own ? own.Measures[Primitive.ReceptionsOnce] > 0 ? '1' : '0' : '-'));

    private static string Signs(params Reception[] receptions) => Signs(Judge(receptions), receptions);

    [Theory]
    [InlineData("4 10:10:00", "01")] // 72 h after 1 10:10:00, to the second: a return
    [InlineData("4 10:10:01", "11")]
    [InlineData("4 10:09:59", "01")]
    public void A_buyer_who_is_back_exactly_72_hours_after_the_last_message_returned(string back, string signs) =>
        Assert.Equal(signs, Signs(Chat(A, "1 10:00", "1 10:10"), Chat(A, back, "4 11:00")));

    [Fact]
    public void A_return_to_anybody_of_the_shop_counts_and_another_buyers_chat_does_not()
    {
        Assert.Equal("01", Signs(Chat(A, "1 10:00", "1 10:10"), Chat(B, "2 09:00", "2 09:10")));
        Assert.Equal("11", Signs(Chat(A, "1 10:00", "1 10:10"), Chat(B, "2 09:00", "2 09:10", Bea)));
    }

    [Fact]
    public void Each_reception_is_judged_by_what_came_after_it() =>
        // 1st → 3rd within 72 h; 3rd → 7th 96 h later; 7th → 8th; the 8th is the last.
        Assert.Equal("0101", Signs(Chat(A, "1 10:00", "1 10:10"), Chat(B, "3 10:00", "3 10:10"), Chat(A, "7 10:00", "7 10:10"), Chat(C, "8 10:00", "8 10:10")));

    [Fact]
    public void A_second_agent_asked_while_the_first_still_talks_is_a_return() =>
        Assert.Equal("01", Signs(Chat(A, "1 10:00", "1 10:40"), Chat(B, "1 10:15", "1 10:30")));

    [Fact]
    public void A_reception_that_the_agent_began_is_no_return_and_is_judged_itself() =>
        Assert.Equal("11", Signs(Chat(A, "1 10:00", "1 10:10"), Chat(A, "2 09:00", "2 09:10", byBuyer: false)));

    [Fact]
    public void A_buyer_whom_nobody_answered_was_not_settled() => Assert.Equal("0", Signs(Chat(A, "1 10:00", "1 10:10", replied: false)));

    [Fact]
    public void Only_who_consulted_is_judged() => Assert.Equal("-", Signs(Chat(A, "1 10:00", "1 10:10", byBuyer: false, consulted: false)));

    [Theory]
    [InlineData("2 00:08:00", "11")] // ten minutes of silence: one session, divided by the cut alone
    [InlineData("2 00:08:01", "01")]
    public void What_only_the_cut_divided_is_one_contact(string second, string signs) =>
        Assert.Equal(signs, Signs(Chat(A, "1 23:50", "1 23:58"), Chat(A, second, "2 00:20")));

    [Fact]
    public void Another_agent_right_after_the_cut_is_a_return() => Assert.Equal("01", Signs(Chat(A, "1 23:50", "1 23:58"), Chat(B, "2 00:01", "2 00:20")));

    [Fact]
    public void Who_passed_the_buyer_on_is_not_judged_unless_the_rules_count_it_and_then_the_next_one_is_a_return()
    {
        Reception[] both = [Chat(A, "1 10:00", "1 10:05", transferredOut: true), Chat(B, "1 10:05", "1 10:20")];
        Assert.Equal("-1", Signs(both));
        Assert.Equal("01", Signs(Judge(RuleSet.Default with { TransferredOutIsInquiry = true }, AllDays, [], both), both));
    }

    [Fact]
    public void A_chat_that_was_passed_on_counts_once_for_whoever_took_it()
    {
        // buyer1 is passed on, buyer2 never is: judged are bob's buyer1 and ann's buyer2.
        var folded = Tests.Facts.Chat.Fold("""
            10:00:00 buyer1>ann 有货吗
            10:00:20 ann 我转给同事
            10:00:30 ann -> bob
            10:00:40 buyer1 哪天发货
            10:01:00 bob 今天
            11:00:00 buyer2>ann 在吗
            11:00:05 ann 在的
            """).Facts.Receptions;
        var found = BuyerReturns.Of(RuleSet.Default, folded, [], new HashSet<DateOnly>()).ToList();
        Assert.Equal((2, 2, 2), (found.Count, found.Sum(c => c.Measures[Primitive.ReceptionsOnce]), found.Select(c => c.Agent).Distinct().Count()));
    }

    [Theory]
    [InlineData("1 18:00", "-")] // opened that day: the case stands for the reception
    [InlineData("2 09:00", "0")]
    [InlineData("4 10:10:00", "0")]
    [InlineData("4 10:10:01", "1")]
    [InlineData("0 23:00", "1")]
    public void A_case_of_the_buyer_stands_for_the_days_receptions_and_is_a_return_to_earlier_ones(string opened, string sign)
    {
        var one = Chat(A, "1 10:00", "1 10:10");
        Assert.Equal(sign, Signs(Judge(RuleSet.Default, AllDays, [(Ann, At(opened))], one), one));
        Assert.Equal("1", Signs(Judge(RuleSet.Default, AllDays, [(Bea, At(opened))], one), one));
    }

    [Fact]
    public void A_day_without_chats_within_the_72_hours_leaves_it_open_unless_the_buyer_is_known_to_be_back()
    {
        var (one, back) = (Chat(A, "1 10:00", "1 10:10"), Chat(B, "2 09:00", "2 09:10"));
        HashSet<DateOnly> without3 = [.. AllDays.Where(d => d != Day(3))];
        var open = Assert.Single(Judge(RuleSet.Default, without3, [], one));
        Assert.Equal((1, 1, ValueState.Provisional), (open.Measures[Primitive.ReceptionsOnce], open.Measures[Primitive.OnceOpen], open.State));
        Assert.Equal((0, ValueState.Final), Judge(RuleSet.Default, without3, [], one, back)[0] is var told ? (told.Measures[Primitive.OnceOpen], told.State) : default);
        // The window ends on the 4th; the 5th may be missing.
        Assert.Equal(ValueState.Final, Assert.Single(Judge(RuleSet.Default, new HashSet<DateOnly> { Day(1), Day(2), Day(3), Day(4) }, [], one)).State);
    }

    private static MetricValue Read(Measures measures, string asOf, Source covered = Source.Chat)
    {
        var totals = new Totals(Day(1), Day(2), measures, new Waits(), new Waits(), new Coverage([(covered, Day(1), Day(2))]));
        return Reading.Of(Catalogue.Find("one-contact-resolution")!, totals, totals, RuleSet.Default, At(asOf));
    }

    [Theory]
    [InlineData("5 23:59:59", ValueState.Provisional)] // a chat at 23:59:59 on the 2nd can be followed until the 5th, 23:59:59
    [InlineData("6 00:00:00", ValueState.Final)]
    public void A_day_is_final_three_days_after_it(string asOf, ValueState state)
    {
        var value = Read(new Measures().Add(Primitive.ReceptionsJudgedOnce, 4).Add(Primitive.ReceptionsOnce, 3), asOf);
        Assert.Equal((0.75m, state, state == ValueState.Final ? null : Day(5)), (value.Value!.Value, value.State, value.FinalOn));
    }

    [Fact]
    public void Cases_and_receptions_make_one_rate_from_either_source()
    {
        // (1 + 3) ÷ (2 + 4)
        var sum = new Measures().Add(Primitive.ReceptionsJudgedOnce, 4).Add(Primitive.ReceptionsOnce, 3).Add(Primitive.CasesJudgedOnce, 2).Add(Primitive.CasesOnce, 1);
        Assert.Equal((4m, 6m), Read(sum, "9 00:00") is var value ? (value.Part!.Value, value.Whole!.Value) : default);
        Assert.Equal(ValueState.Final, Read(sum, "9 00:00", Source.Cases).State);
        Assert.Equal(ValueState.Missing, Read(sum, "9 00:00", Source.Orders).State);
        Assert.Equal(ValueState.Missing, Read(new(), "9 00:00").State);
    }

    [Fact]
    public void What_may_still_return_keeps_the_rate_provisional_and_no_other_number()
    {
        var sum = new Measures().Add(Primitive.CasesJudgedOnce, 1).Add(Primitive.CasesOnce, 1).Add(Primitive.OnceOpen, 1).Add(Primitive.Consulted, 1);
        Assert.Equal((ValueState.Provisional, (DateOnly?)null), Read(sum, "9 00:00") is var value ? (value.State, value.FinalOn) : default);
        var totals = new Totals(Day(1), Day(2), sum, new Waits(), new Waits(), new Coverage([(Source.Chat, Day(1), Day(2))]));
        Assert.Equal(ValueState.Final, Reading.Of(Catalogue.Find("consulted")!, totals, totals, RuleSet.Default, At("9 00:00")).State);
    }

    [Fact]
    public void An_unmarked_case_is_open_until_72_hours_after_it_was_solved_and_a_marked_one_never()
    {
        Case Solved(bool? once) => new("店", "1", "ann", null, At("1 09:00"), null, "tb1", null, At("1 09:00"), null, null, once, null);
        long Open(Instant until, bool? once = null) => CaseCredits.Of([Solved(once)], ShopClock.Shanghai, until).Single().Measures[Primitive.OnceOpen];
        Assert.Equal((1, 0, 0), (Open(At("4 09:00")), Open(At("4 09:00:01")), Open(At("4 09:00"), once: true)));
    }
}
