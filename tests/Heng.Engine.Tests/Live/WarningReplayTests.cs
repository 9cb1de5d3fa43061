using Heng.Engine.Live;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using Heng.Engine.Tests.Facts;

namespace Heng.Engine.Tests.Live;

/// <summary>8 October once more: what limits would have raised. It is looked at every 5 seconds, and what holds for 20 is kept.</summary>
public class WarningReplayTests
{
    private const string Morning = """
        09:00:00 buyer1>ann 有货吗
        09:05:00 ann>buyer1 有的亲
        10:00:00 buyer2>ann 在吗
        10:02:00 ann>buyer2 在的
        11:00:00 buyer3>bob 谢谢
        11:30:00 bob>buyer3 不客气
        """;

    private static readonly WarningRules Rules = WarningRules.Usual with { Limits = new() { WaitSeconds = 180, UnansweredSeconds = 7200, AverageSeconds = null, OpenSessions = null, AwaySeconds = 600 }, DriftFactor = null };

    private static WarningRules Waits(int seconds) => Rules with { Limits = Rules.Limits with { WaitSeconds = seconds } };
    private static PastDay Past(string lines = Morning) => LivePath.Past(Chat.Messages(lines, RuleSet.Default), RuleSet.Default);
    private static int?[] Of(PastDay past, WarningKind kind, params WarningRules[] rules) => [.. WarningReplay.Of(past, rules).Select(r => r.Of[kind])];
    private static Instant At(string wall) => RuleSet.Default.Clock.StartOf(Chat.Day).Plus(LivePath.Second(wall, RuleSet.Default));

    [Fact]
    public void Each_limit_raises_what_it_would_have_raised_on_that_day_and_thanks_wait_for_nobody()
    {
        // Waits of 300 s and 120 s, and thanks that were answered after half an hour: over 180 is one, over 90 are two, over 299 none that stood for 20 s.
        Assert.Equal([1, 2, 0], Of(Past(), WarningKind.LongWait, Waits(180), Waits(90), Waits(299)));
    }

    [Fact]
    public void A_wait_is_raised_where_it_was_seen_for_twenty_seconds_and_not_where_for_fewer()
    {
        // Looks are at whole 5 s: over 270 s it is seen at 09:04:35 and told at 09:04:55; over 275 s it is seen at 09:04:40, and at 09:05:00 it is answered.
        Assert.Equal([1, 0], Of(Past(), WarningKind.LongWait, Waits(270), Waits(275)));
    }

    [Fact]
    public void What_no_record_tells_of_is_no_data_and_not_none()
    {
        var raised = WarningReplay.Of(Past(), [Rules]).Single().Of;
        Assert.Equal([WarningKind.Away, WarningKind.Complaint, WarningKind.Drift, WarningKind.ForbiddenWords, WarningKind.RiskWords], raised.Where(r => r.Value is null).Select(r => r.Key).OrderBy(k => k.ToString(), StringComparer.Ordinal));
        Assert.Equal(0, raised[WarningKind.Unanswered]);
        var known = WarningReplay.Of(Past() with { KnowsFindings = true, KnowsComplaints = true, KnowsShifts = true, Log = [], Weeks = [new HourSum[24], new HourSum[24], new HourSum[24]] }, [Rules]).Single().Of;
        Assert.All(known, r => Assert.NotNull(r.Value));
        // A log without a roster, or a roster without a log, tells of nobody who is away.
        Assert.Null(WarningReplay.Of(Past() with { KnowsShifts = true }, [Rules]).Single().Of[WarningKind.Away]);
        Assert.Null(WarningReplay.Of(Past() with { Log = [] }, [Rules]).Single().Of[WarningKind.Away]);
    }

    [Fact]
    public void Who_was_away_on_shift_for_longer_than_the_limit_is_one_and_quiet_hours_take_it()
    {
        // ann went offline at 09:30:00 and came back at 09:45:00, which is 900 s; the shift is 09:00 to 18:00.
        var past = Past() with
        {
            KnowsShifts = true, Log = [new("ann:1", At("09:30:00"), AccountStatus.Offline, 8), new("ann:1", At("09:45:00"), AccountStatus.Online, 8)],
            PostedAt = (agent, _) => new(agent > 0 ? "ann" : null, "一组", null, new(At("09:00:00"), At("18:00:00"), 0)),
        };
        WarningRules Away(int seconds) => Rules with { Limits = Rules.Limits with { AwaySeconds = seconds } };
        Assert.Equal([1, 0, 0], Of(past, WarningKind.Away, Away(600), Away(900), Away(600) with { Quiet = new(9 * 60, 10 * 60) }));
    }

    [Fact]
    public void The_same_words_again_are_counted_in_the_one_that_nobody_solved_and_a_switch_that_is_off_raises_none()
    {
        Raised Said(string person, string at) => new(WarningKind.ForbiddenWords, new("衡", "一组", person), At(at), Gravity.Grave);
        var past = Past() with { KnowsFindings = true, Happened = [Said("ann", "09:05:00"), Said("ann", "10:02:00"), Said("bob", "11:30:00")] };
        var rules = new[] { Rules, Rules with { Limits = Rules.Limits with { ForbiddenWords = false } }, Rules with { MergeOver = 1, MergeSeconds = 7200 } };
        // The third: bob's would be the second within two hours, so a warning of the group takes the place of his.
        Assert.Equal([2, 0, 2], Of(past, WarningKind.ForbiddenWords, rules));
    }

    [Fact]
    public void Of_two_shops_what_one_of_them_knows_counts()
    {
        DayRaised One(int? waits, int? away) => new(new Dictionary<WarningKind, int?> { [WarningKind.LongWait] = waits, [WarningKind.Away] = away });
        var sum = DayRaised.Sum([One(2, null), One(3, 1)]);
        Assert.Equal((5, 1), (sum.Of[WarningKind.LongWait], sum.Of[WarningKind.Away]));
        Assert.Null(DayRaised.Sum([One(2, null), One(3, null)]).Of[WarningKind.Away]);
    }
}
