using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Orders;

/// <summary>Rules that change in between: an order goes by the day it was created, a reception by its own day.</summary>
public class TimelineTests
{
    private static RuleTimeline Changed(int day, Func<RuleSet, RuleSet> change) =>
        new([(DateOnly.MinValue, RuleSet.Default), (Day(day), change(RuleSet.Default) with { Version = 2 })]);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public void A_version_stands_from_its_first_day_on(int day, int version) =>
        Assert.Equal(version, Changed(3, r => r).On(Day(day)).Version);

    // The talk ends on day 1 at 10:10. From day 3 on the window is one day instead of two; both orders come 47 h and more after the talk.
    [Theory]
    [InlineData("2 23:59:59", A)] // created under two days: 37 h 49 min later
    [InlineData("3 00:00:00", null)] // created under one day: 37 h 50 min later is too late
    public void An_order_has_the_attribution_window_of_the_day_it_was_created(string created, int? agent)
    {
        var desk = new Desk().Talk(A, "1 10:00", "1 10:10").Order("1", created, null);
        var ledger = Attribution.Decide(Changed(3, r => r with { AttributionSeconds = 86_400 }), desk.Orders, desk.Sessions);
        Assert.Equal(agent, Assert.Single(ledger).Created.Agent);
    }

    // From day 3 on only the day of ordering and the one after may be paid on. Created on day 2: seven days more, so day 9 is in time.
    [Theory]
    [InlineData("2 10:00", "9 10:00", Bucket.Agent)]
    [InlineData("3 10:00", "4 10:00", Bucket.Agent)]
    [InlineData("3 10:00", "5 00:00", Bucket.Late)]
    public void A_payment_is_late_by_the_window_of_the_day_its_order_was_created(string created, string paid, Bucket bucket)
    {
        var desk = new Desk().Talk(A, "2 09:00", "2 09:10").Talk(A, "3 09:00", "3 09:10").Order("1", created, paid);
        var row = Assert.Single(Attribution.Decide(Changed(3, r => r with { PaymentDays = 1 }), desk.Orders, desk.Sessions));
        Assert.Equal(bucket, row.Under(Judgement.OrderFirst).Bucket);
    }

    // Inquiry window 2 until day 2, 3 from day 3 on; the order is placed on the third day of each reception's window.
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public void A_reception_has_the_inquiry_window_of_its_own_day(int day, int ordered)
    {
        var desk = new Desk().Talk(A, $"{day} 23:00", $"{day} 23:10").Order("1", $"{day + 2} 10:00", $"{day + 2} 10:01");
        var rules = Changed(3, r => r with { InquiryDays = 3 });
        var funnel = Funnel.Of(rules, [Reception(A, $"{day} 23:00", $"{day} 23:10")], Attribution.Decide(rules, desk.Orders, desk.Sessions));
        Assert.Equal(ordered, funnel.Sum(c => c.Measures[Primitive.OrderedFinal]));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void A_transferred_out_reception_is_an_inquiry_only_where_the_rules_say_so(bool setting, int inquiries) =>
        Assert.Equal(inquiries, Funnel.Of(RuleSet.Default with { TransferredOutIsInquiry = setting }, [Reception(A, "1 10:00", "1 10:10", transferredOut: true)], []).Sum(c => c.Measures[Primitive.Inquiries]));

    // Placed in silence at 10:00. Limit 10 min: a talk that begins at 10:10:00 urges, one at 10:10:01 does not.
    [Theory]
    [InlineData("1 10:10:00", 600, true)]
    [InlineData("1 10:10:01", 600, false)]
    [InlineData("1 10:10:01", null, true)]
    public void A_silent_order_is_urged_within_the_limit(string from, int? limit, bool urged)
    {
        var desk = new Desk { Rules = RuleSet.Default with { SilentUrgingSeconds = limit } }.Talk(A, from, "1 10:20").Order("1", "1 10:00", "1 12:00");
        Assert.Equal(urged ? [A] : [], desk.Only().Urged);
    }

    // Silent by both events, paid at 10:05. Limit 10 min: a talk at 10:15:00 follows up, one at 10:15:01 does not.
    [Theory]
    [InlineData("1 10:15:00", 600, true)]
    [InlineData("1 10:15:01", 600, false)]
    [InlineData("1 10:15:01", null, true)]
    public void A_silent_order_is_followed_up_within_the_limit(string from, int? limit, bool followed)
    {
        var desk = new Desk { Rules = RuleSet.Default with { SilentFollowUpSeconds = limit } }.Talk(A, from, "1 10:20").Order("1", "1 10:00", "1 10:05");
        Assert.Equal(followed ? [A] : [], desk.Only().AssistedFollow);
    }
}
