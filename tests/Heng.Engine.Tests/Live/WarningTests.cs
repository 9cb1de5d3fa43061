using Heng.Engine.Duty;
using Heng.Engine.Facts;
using Heng.Engine.Live.Notes;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Live;

/// <summary>An afternoon of 一组: seconds are counted from 15:00.</summary>
public class WarningTests
{
    private static readonly Instant Three = new(1_000_000);
    internal static readonly WarningRules Rules = WarningRules.Usual with { Limits = new() { WaitSeconds = 180, UnansweredSeconds = 1800, AverageSeconds = 60, AverageOver = 3, OpenSessions = 5, AwaySeconds = 600 }, MergeOver = 2, KeepSeconds = 20 };
    private static readonly WarningActor Leader = new("陈静", true, false), Agent = new("小雨", false, true), Other = new("小雪", false, false);

    internal static Instant At(int second) => Three.Plus(second);
    internal static AgentMoment Rain(params int[] waitsSince) => new("小雨", "一组", "晚班", 0, [.. waitsSince.Select((since, i) => new WaitNow(i + 1, At(since)))], []);
    internal static IReadOnlyList<Raised> Look(int second, AgentMoment agent, WarningRules? rules = null, int minute = 900) => WarningWatch.Look(new("小店", At(second), minute, [agent]), rules ?? Rules);
    internal static Raised Wait(string person, int since = 0, int count = 1) => new(WarningKind.LongWait, new("小店", "一组", person), At(since), Gravity.Serious) { Count = count };
    internal static Raised Forbidden(string person, int at) => new(WarningKind.ForbiddenWords, new("小店", "一组", person), At(at), Gravity.Grave);
    private static string[] Said(IEnumerable<WarningNews> news) => [.. news.Select(n => $"{n.What} {n.Of.Kind} {n.Of.Of.Person ?? "group"} {n.Of.Count}")];

    [Fact]
    public void A_wait_of_exactly_three_minutes_is_no_warning_and_one_second_more_is()
    {
        Assert.Empty(Look(180, Rain(0)));
        var raised = Assert.Single(Look(181, Rain(0)));
        Assert.Equal((WarningKind.LongWait, 181m, 180m, 1L, At(0)), (raised.Kind, raised.Figure, raised.Limit, raised.Reception, raised.Since));
    }

    [Fact]
    public void Two_buyers_of_one_agent_are_one_warning_and_who_was_left_for_half_an_hour_is_another_kind()
    {
        // At 1801 s the first waits 1801 > 1800, the others 1701 and 201 > 180.
        var raised = Look(1801, Rain(0, 100, 1600));
        Assert.Equal([(WarningKind.Unanswered, 1), (WarningKind.LongWait, 2)], raised.Select(r => (r.Kind, r.Count)));
    }

    [Fact]
    public void In_quiet_hours_the_gravest_alone_is_raised()
    {
        // 22:00 to 08:00, over midnight: 07:59 is quiet, 08:00 is not.
        var rules = Rules with { Quiet = new(22 * 60, 8 * 60) };
        Assert.Equal([WarningKind.Unanswered], Look(1801, Rain(0, 100), rules, 479).Select(r => r.Kind));
        Assert.Equal(2, Look(1801, Rain(0, 100), rules, 480).Count);
        Assert.False(new QuietHours(60, 60).Holds(60));
    }

    [Fact]
    public void The_average_is_of_the_last_three_answers_and_of_fewer_nothing_is_said()
    {
        // (20 + 60 + 100) / 3 = 60, not over 60; (60 + 100 + 21) / 3 = 60.33.
        Assert.Empty(Look(0, Rain() with { Answered = [900, 20, 60, 100] }));
        Assert.Equal(60.33m, Math.Round(Assert.Single(Look(0, Rain() with { Answered = [20, 60, 100, 21] })).Figure!.Value, 2));
        Assert.Empty(Look(0, Rain() with { Answered = [900, 900] }));
    }

    [Fact]
    public void Five_open_chats_are_borne_and_six_are_too_many()
    {
        Assert.Empty(Look(0, Rain() with { Open = 5 }));
        Assert.Equal(WarningKind.Overload, Assert.Single(Look(0, Rain() with { Open = 6 })).Kind);
    }

    [Fact]
    public void Who_is_away_is_so_from_the_start_of_their_shift_at_the_earliest_and_only_while_it_lasts()
    {
        var away = Rain() with { Status = AccountStatus.Suspended, StatusSince = At(-3600), OnShift = new(At(0), At(7200), 0) };
        Assert.Empty(Look(600, away));
        Assert.Equal(At(0), Assert.Single(Look(601, away)).Since);
        Assert.Empty(Look(7200, away));
        Assert.Empty(Look(601, away with { Status = AccountStatus.Online }));
        Assert.Empty(Look(601, away with { OnShift = null }));
        Assert.Empty(Look(601, away with { Status = null, StatusSince = null }));
    }

    [Fact]
    public void The_most_exact_line_stands_group_and_shift_before_group_before_shift()
    {
        WarningLimits Of(int wait) => new() { WaitSeconds = wait };
        var rules = Rules with { Lines = [new(null, "晚班", Of(30)), new("一组", null, Of(40)), new("一组", "晚班", Of(50))] };
        Assert.Equal([50, 40, 30, 180], new[] { rules.For("一组", "晚班"), rules.For("一组", "早班"), rules.For("二组", "晚班"), rules.For("二组", null) }.Select(l => l.WaitSeconds!.Value));
        Assert.Null(rules.Wrong());
        Assert.Equal("line", (rules with { Lines = [new(null, null, Of(30))] }).Wrong());
        Assert.Equal("unanswered", (rules with { Limits = new() { WaitSeconds = 200, UnansweredSeconds = 200 } }).Wrong());
    }

    [Fact]
    public void What_ends_by_itself_within_twenty_seconds_is_counted_and_told_to_nobody()
    {
        var open = new OpenWarnings();
        Assert.Empty(open.Look([Wait("小雨")], [], Rules, At(181)));
        Assert.Empty(open.Look([], [], Rules, At(190)));
        Assert.Equal(1, open.Passed[WarningKind.LongWait]);

        Assert.Empty(open.Look([Wait("小雨", 100)], [], Rules, At(300)));
        Assert.Empty(open.Look([Wait("小雨", 100)], [], Rules, At(319)));
        Assert.Equal(["Opened LongWait 小雨 1"], Said(open.Look([Wait("小雨", 100)], [], Rules, At(320))));
        Assert.Equal(["Ended LongWait 小雨 1"], Said(open.Look([], [], Rules, At(330))));
        Assert.Equal(1, open.Passed[WarningKind.LongWait]);
    }

    [Fact]
    public void The_same_again_is_counted_in_the_one_that_is_open_and_said_when_it_doubles()
    {
        var open = new OpenWarnings();
        Assert.Equal(["Opened ForbiddenWords 小雨 1"], Said(open.Look([], [Forbidden("小雨", 0)], Rules, At(0))));
        Assert.Equal(["Again ForbiddenWords 小雨 2"], Said(open.Look([], [Forbidden("小雨", 10)], Rules, At(10))));
        Assert.Empty(open.Look([], [Forbidden("小雨", 20)], Rules, At(20)));
        Assert.Equal(["Again ForbiddenWords 小雨 4"], Said(open.Look([], [Forbidden("小雨", 30)], Rules, At(30))));
        open.Solve(Forbidden("小雨", 0).Key);
        Assert.Equal(["Opened ForbiddenWords 小雨 1"], Said(open.Look([], [Forbidden("小雨", 40)], Rules, At(40))));
    }

    [Theory]
    [InlineData(Severity.Attention, Urgency.High, WarningKind.RiskWords)]
    [InlineData(Severity.Attention, Urgency.Usual, WarningKind.RiskWords)]
    [InlineData(Severity.Attention, Urgency.Low, null)]
    [InlineData(Severity.Fatal, Urgency.Usual, WarningKind.ForbiddenWords)]
    [InlineData(Severity.NonFatal, Urgency.Usual, null)]
    [InlineData(Severity.Advocated, Urgency.Usual, null)]
    public void Fatal_words_and_risk_that_is_not_just_asked_every_day_are_warned_of(Severity severity, Urgency urgency, WarningKind? kind)
    {
        var finding = new KeptFinding(1, 7, 3, new(2026, 11, 2), "rule", 1, severity, "x", 0, "", []);
        Assert.Equal(kind, Raised.From("小店", finding, urgency, "小雨", "一组", At(0))?.Kind);
    }

    [Fact]
    public void A_rule_that_was_not_broken_yet_is_said_though_the_count_has_not_doubled()
    {
        static Raised By(string rule, int at) => Forbidden("小雨", at) with { What = new(rule, rule) };
        var open = new OpenWarnings();
        foreach (var at in new[] { 0, 10, 20, 30 }) open.Look([], [By("哦", at)], Rules, At(at));
        // Five and six are no doublings of four.
        Assert.Equal(["Again ForbiddenWords 小雨 5"], Said(open.Look([], [By("辱骂", 40)], Rules, At(40))));
        Assert.Empty(Said(open.Look([], [By("辱骂", 50)], Rules, At(50))));
    }

    [Fact]
    public void More_than_two_of_a_kind_in_a_group_within_ten_minutes_become_one_of_the_group()
    {
        var open = new OpenWarnings();
        Assert.Equal(["Opened ForbiddenWords 小雨 1", "Opened ForbiddenWords 小雪 1"], Said(open.Look([], [Forbidden("小雨", 0), Forbidden("小雪", 0)], Rules, At(0))));
        // At 599 s the two still count; the third makes one of three.
        Assert.Equal(["Opened ForbiddenWords group 3", "Merged ForbiddenWords 小雨 1", "Merged ForbiddenWords 小雪 1"], Said(open.Look([], [Forbidden("小冰", 599)], Rules, At(599))));
        Assert.Equal(["Again ForbiddenWords group 4"], Said(open.Look([], [Forbidden("小雾", 700)], Rules, At(700))));
    }

    [Fact]
    public void More_than_two_of_a_kind_of_accounts_that_are_nobodys_become_one_of_the_shop_and_each_metrics_drift_stays_its_own()
    {
        var open = new OpenWarnings();
        Raised Risk(int reception, int at) => new(WarningKind.RiskWords, new("小店", null, null, $"{reception}"), At(at), Gravity.Serious) { Reception = reception };
        Assert.Equal(["Opened RiskWords group 1", "Opened RiskWords group 1"], Said(open.Look([], [Risk(1, 0), Risk(2, 1)], Rules, At(1))));
        Assert.Equal(["Opened RiskWords group 3", "Merged RiskWords group 1", "Merged RiskWords group 1"], Said(open.Look([], [Risk(3, 2)], Rules, At(2))));
        Assert.Equal(["Again RiskWords group 4"], Said(open.Look([], [Risk(4, 3)], Rules, At(3))));
        Raised Drift(string metric) => new(WarningKind.Drift, new("小店", null, null, metric), At(0), Gravity.Notice);
        Raised[] drifts = [Drift("receptions"), Drift("average-response"), Drift("first-response")];
        open.Look(drifts, [], Rules, At(10));
        Assert.Equal(["Opened Drift group 1", "Opened Drift group 1", "Opened Drift group 1"], Said(open.Look(drifts, [], Rules, At(30))));
    }

    [Fact]
    public void What_the_shops_own_is_raised_before_is_counted_in_it_whichever_came_first()
    {
        var open = new OpenWarnings();
        Raised Of(string? person, int at) => new(WarningKind.ForbiddenWords, new("小店", null, person), At(at), Gravity.Grave);
        // Three that were solved leave their places, the last one's to be taken first: 小冰, 小雪, then the account that is nobody's, are looked at the other way round.
        Raised[] before = [Of("甲", 0), Of("乙", 0), Of("丙", 0)];
        open.Look([], before, Rules with { MergeOver = 100 }, At(0));
        foreach (var one in before) open.Solve(one.Key);
        Assert.Equal(["Opened ForbiddenWords group 1", "Again ForbiddenWords group 2"], Said(open.Look([], [Of("小冰", 700), Of("小雪", 700), Of(null, 700)], Rules, At(700))));
        Assert.Equal(["Again ForbiddenWords group 4"], Said(open.Look([], [Of("小雨", 701)], Rules, At(701))));
    }

    [Fact]
    public void After_exactly_ten_minutes_a_third_stands_by_itself_and_one_that_was_taken_is_left_to_whom_it_was()
    {
        var open = new OpenWarnings();
        open.Look([], [Forbidden("小雨", 0), Forbidden("小雪", 0)], Rules, At(0));
        Assert.Equal(["Opened ForbiddenWords 小冰 1"], Said(open.Look([], [Forbidden("小冰", 600)], Rules, At(600))));

        var other = new OpenWarnings();
        other.Look([], [Forbidden("小雨", 0), Forbidden("小雪", 0)], Rules, At(0));
        other.Take(Forbidden("小雨", 0).Key);
        Assert.Equal(["Opened ForbiddenWords group 2", "Merged ForbiddenWords 小雪 1"], Said(other.Look([], [Forbidden("小冰", 10)], Rules, At(10))));
    }

    [Fact]
    public void Waits_of_a_group_that_became_one_end_as_one_when_nobody_waits_any_more()
    {
        var open = new OpenWarnings();
        Raised[] three = [Wait("小雨"), Wait("小雪"), Wait("小冰")];
        open.Look(three, [], Rules, At(181));
        // The two that open first are part of the group's a breath later.
        Assert.Equal(["Opened LongWait 小雨 1", "Opened LongWait 小雪 1", "Opened LongWait group 3", "Merged LongWait 小雨 1", "Merged LongWait 小雪 1"], Said(open.Look(three, [], Rules, At(201))));
        Assert.Empty(open.Look([Wait("小冰")], [], Rules, At(210)));
        Assert.Equal(["Ended LongWait group 3"], Said(open.Look([], [], Rules, At(220))));
    }

    [Fact]
    public void What_somebody_solved_while_it_still_holds_is_quiet_until_it_holds_anew()
    {
        var open = new OpenWarnings();
        open.Known(Wait("小雨"), taken: true);
        open.Solve(Wait("小雨").Key);
        Assert.Empty(open.Look([Wait("小雨", 0, 4)], [], Rules, At(400)));
        Assert.Empty(open.Look([], [], Rules, At(410)));
        open.Look([Wait("小雨", 300)], [], Rules, At(500));
        Assert.Equal(["Opened LongWait 小雨 1"], Said(open.Look([Wait("小雨", 300)], [], Rules, At(520))));
    }

    [Fact]
    public void A_warning_is_taken_once_solved_with_a_note_and_every_wrong_step_is_refused_by_name()
    {
        var state = new WarningState([WarningCourse.Raise(Wait("小雨"), At(200))]);
        Assert.Equal(WarningRefusal.RoleMayNot, WarningCourse.Take(state, Other, At(210)).Refused);
        Assert.Equal(WarningRefusal.RoleMayNot, WarningCourse.Take(state, Leader with { Concerned = true }, At(210)).Refused);
        state = Then(state, WarningCourse.Take(state, Leader, At(230)));
        Assert.Equal(WarningRefusal.AlreadyTaken, WarningCourse.Take(state, Leader, At(231)).Refused);
        Assert.Equal(WarningRefusal.NeedsNote, WarningCourse.Solve(state, Leader, " ", At(240)).Refused);
        Assert.Equal(WarningRefusal.TextTooLong, WarningCourse.Solve(state, Leader, new('x', 501), At(240)).Refused);
        state = Then(state, WarningCourse.Comment(state, Agent, "在查物流", At(245)));
        Assert.Equal(WarningRefusal.RoleMayNot, WarningCourse.Comment(state, Other, "我也在", At(245)).Refused);
        // Who may say something of it solves nothing with that.
        Assert.Null(WarningCourse.Comment(state, Other with { Speaks = true }, "我也在", At(245)).Refused);
        Assert.Equal(WarningRefusal.RoleMayNot, WarningCourse.Solve(state, Other with { Speaks = true }, "我来", At(245)).Refused);
        state = Then(state, WarningCourse.Solve(state, Leader, "已回复", At(260)));
        Assert.Equal(WarningRefusal.AlreadyOver, WarningCourse.Solve(state, Leader, "又一次", At(270)).Refused);
        // Raised at 200, taken at 230, solved at 260.
        Assert.Equal((WarningStage.Solved, 30L, 60L), (state.Stage, state.SecondsToTake, state.SecondsToSolve));
        Assert.Null(WarningCourse.Tell(state, new(NewsKind.Ended, Wait("小雨"), At(280))));
    }

    [Fact]
    public void Untaken_for_ten_minutes_it_goes_to_the_supervisor_after_ten_more_to_the_manager_and_no_further()
    {
        var state = new WarningState([WarningCourse.Raise(Wait("小雨"), At(0))]);
        Assert.Null(WarningCourse.Escalate(state, Rules, At(599), () => [0, 1, 2]));
        state = Then(state, WarningCourse.Escalate(state, Rules, At(600), () => [0, 1, 2])!);
        Assert.Equal(1, state.Level);
        Assert.Null(WarningCourse.Escalate(state, Rules, At(1199), () => [0, 1, 2]));
        state = Then(state, WarningCourse.Escalate(state, Rules, At(1200), () => [0, 1, 2])!);
        Assert.Equal(2, state.Level);
        Assert.Null(WarningCourse.Escalate(state, Rules, At(9999), () => [0, 1, 2]));
        var taken = new WarningState([WarningCourse.Raise(Wait("小雨"), At(0)), new(WarningEvent.Taken, "陈静", At(10))]);
        Assert.Null(WarningCourse.Escalate(taken, Rules, At(600), () => [0, 1, 2]));
        Assert.Null(WarningCourse.Tell(taken, new(NewsKind.Merged, Wait("小雨"), At(20))));
        Assert.Equal(WarningEvent.Ended, WarningCourse.Tell(taken, new(NewsKind.Ended, Wait("小雨"), At(20)))!.What);
    }

    [Fact]
    public void An_hour_drifts_from_the_median_of_the_same_hour_and_of_two_weeks_nothing_is_said()
    {
        HourSum Of(long receptions) => new(receptions, 0, 0);
        // Median of 30, 40, 50, 60 is 45; twice that is 90, half 22.5.
        HourSum[] before = [Of(60), Of(30), Of(50), Of(40)];
        Assert.Null(Drift.OfReceptions(Of(90), before, 2m, over: false));
        Assert.Equal(45m, Drift.OfReceptions(Of(91), before, 2m, over: false));
        Assert.Null(Drift.OfReceptions(Of(22), before, 2m, over: false));
        Assert.Equal(45m, Drift.OfReceptions(Of(22), before, 2m, over: true));
        Assert.Null(Drift.OfReceptions(Of(23), before, 2m, over: true));
        Assert.Null(Drift.OfReceptions(Of(500), before[..2], 2m, over: true));
        // 20 rounds in 420 s are 21 each, the usual is 10: over 20. With 19 rounds nothing is said.
        HourSum[] quick = [new(0, 20, 200), new(0, 20, 180), new(0, 40, 400), new(0, 19, 9000)];
        Assert.Equal(10m, Drift.OfAverage(new(0, 20, 420), quick, 2m));
        Assert.Null(Drift.OfAverage(new(0, 20, 400), quick, 2m));
        Assert.Null(Drift.OfAverage(new(0, 19, 420), quick, 2m));
    }

    [Fact]
    public void A_private_note_is_from_who_coaches_answered_by_whom_it_is_to_and_acknowledged_once()
    {
        NoteHappening terms = new(NoteEvent.Written, "", At(0)) { To = "小雨", Shop = "小店", Reception = 7, Words = "先安抚，再查单" };
        Assert.Equal(NoteRefusal.RoleMayNot, NoteCourse.Write(terms, "小雪", coaches: false).Refused);
        Assert.Equal(NoteRefusal.OwnChat, NoteCourse.Write(terms, "小雨", coaches: true).Refused);
        Assert.Equal(NoteRefusal.NobodysChat, NoteCourse.Write(terms with { To = null }, "陈静", coaches: true).Refused);
        Assert.Equal(NoteRefusal.NeedsWords, NoteCourse.Write(terms with { Words = " " }, "陈静", coaches: true).Refused);
        var state = new NoteState([NoteCourse.Write(terms, "陈静", coaches: true).Happens!]);
        Assert.Equal(NoteRefusal.NotYours, NoteCourse.Acknowledge(state, "陈静", At(5)).Refused);
        Assert.False(state.IsSeen);
        state = new([.. state.Happened, NoteCourse.Answer(state, "小雨", coaches: false, "好的", At(9)).Happens!]);
        Assert.Equal((true, false), (state.IsSeen, state.IsAcknowledged));
        state = new([.. state.Happened, NoteCourse.Acknowledge(state, "小雨", At(10)).Happens!]);
        Assert.Equal(NoteRefusal.AlreadyAcknowledged, NoteCourse.Acknowledge(state, "小雨", At(11)).Refused);
        Assert.Equal(NoteRefusal.NotYours, NoteCourse.Answer(state, "小雪", coaches: false, "我", At(12)).Refused);
    }

    internal static WarningState Then(WarningState state, WarningStep step) => new([.. state.Happened, step.Happens ?? throw new InvalidOperationException($"refused: {step.Refused}")]);
}
