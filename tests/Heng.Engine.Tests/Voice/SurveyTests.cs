using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Statistics;
using Heng.Engine.Voice;

namespace Heng.Engine.Tests.Voice;

public sealed class SurveyTests
{
    private static readonly Wording Any = new("问", "ask"), Other = new("别", "other");
    private static readonly SurveyForm Form = new("monthly", Any, SurveyRhythm.Monthly, [new("fair", Any, Any), new("clear", Other, Any), new("helped", Other, Any)], Any);
    private static readonly DateOnly First = new(2026, 11, 1), Last = new(2026, 11, 7);
    private static readonly Instant Now = new(1_793_500_000);
    private static readonly VoiceActor Hr = new("hr", true, false), Lea = new("lea", false, true);

    private static SurveyAnswerGiven Answer(int fair, int clear, int helped, string? line = null) => new(new Dictionary<string, int> { ["fair"] = fair, ["clear"] = clear, ["helped"] = helped }, line);

    private static SurveyTally Tally(params (string Group, SurveyAnswerGiven Answer)[] answers) => answers.Aggregate(SurveyTally.Empty, (t, a) => t.With(a.Group, 6, 5, a.Answer));

    private static string Print(SurveyTally tally) => string.Join(';', tally.Groups.Select(g => $"{g.Key} {g.Value.Answers} {string.Join('|', g.Value.Steps.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key + string.Join(',', s.Value)))}")) + string.Join('/', tally.Lines);

    private static OpenSurvey Ask(VoiceActor? by = null, string? form = "x", DateOnly? first = null, DateOnly? last = null, string[]? groups = null, int least = 5) => new(by ?? Hr, form, 1, first ?? First, last ?? Last, groups ?? [], least);

    private static SurveyState Opened => new([SurveyCycle.Open(Ask(groups: ["一组"]), false, ["一组", "二组"], First, Now).Happens!]);

    [Fact]
    public void The_order_in_which_answers_came_is_gone()
    {
        var (a, b, c) = (("一组", Answer(1, 2, 3, "甲")), ("二组", Answer(5, 5, 5, "乙")), ("一组", Answer(4, 2, 1, "丙")));
        Assert.Equal(Print(Tally(a, b, c)), Print(Tally(c, b, a)));
        Assert.Equal(Print(Tally(a, b, c)), Print(Tally(b, a, c)));
        // Of 一组: fair 1 and 4, clear 2 and 2, helped 3 and 1.
        Assert.StartsWith("一组 2 clear0,2,0,0,0|fair1,0,0,1,0|helped1,0,1,0,0;", Print(Tally(a, b, c)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_of_fewer_people_than_are_shown_together_is_not_kept()
    {
        Assert.Equal([SurveyTally.Small], SurveyTally.Empty.With("一组", 4, 5, Answer(1, 1, 1)).Groups.Keys);
        Assert.Equal(["一组"], SurveyTally.Empty.With("一组", 5, 5, Answer(1, 1, 1)).Groups.Keys);
    }

    [Fact]
    public void Results_are_counts_means_with_their_interval_and_lines_from_the_threshold_on()
    {
        var four = Tally([.. Enumerable.Range(0, 4).Select(i => ("一组", Answer(i + 1, 3, 3, "第" + i)))]);
        var none = SurveyResults.Of(Form, four, 5);
        Assert.Null(none.All);
        Assert.Empty(none.Lines);
        Assert.Empty(none.Groups);
        var five = SurveyResults.Of(Form, four.With("一组", 6, 5, Answer(5, 5, 3)), 5);
        var fair = five.All!.Questions[0];
        // (1+2+3+4+5) ÷ 5 = 3; variance 10 ÷ 4 = 2.5; 2.776 × √(2.5 ÷ 5) = 1.96293.
        Assert.Equal((3m, 5, new Confidence(1.0371m, 4.9629m)), (fair.Mean.Mean, fair.Mean.N, fair.Mean.Within));
        Assert.Equal([1, 1, 1, 1, 1], fair.Steps);
        // clear (3×4+5)÷5 = 3.4, helped 3: of their dimension 3.2.
        Assert.Equal([(Any, 3m), (Other, 3.2m)], five.All.Dimensions);
        Assert.Null(five.All.Questions[2].Mean.Within);
        Assert.Equal(4, five.Lines.Count);
        Assert.Equal(["一组"], five.Groups.Select(g => g.Group));
    }

    [Fact]
    public void A_mean_of_nothing_is_no_value() => Assert.Equal(new MarkMean(null, 0, null), MarkMean.Of([0, 0, 0, 0, 0]));

    [Fact]
    public void An_interval_never_leaves_the_scale()
    {
        // 1, 1, 5: mean 7 ÷ 3, reach 4.303 × √(16 ÷ 3 ÷ 3) = 5.74.
        Assert.Equal(new Confidence(1m, 5m), MarkMean.Of([2, 0, 0, 0, 1]).Within);
    }

    [Fact]
    public void Every_question_is_answered_on_its_scale()
    {
        Assert.Null(SurveyCycle.Fault(Form, Answer(1, 5, 3, new('x', 200))));
        Assert.Equal(SurveyRefusal.OffTheScale, SurveyCycle.Fault(Form, Answer(0, 5, 3)));
        Assert.Equal(SurveyRefusal.OffTheScale, SurveyCycle.Fault(Form, Answer(1, 6, 3)));
        Assert.Equal(SurveyRefusal.LineTooLong, SurveyCycle.Fault(Form, Answer(1, 5, 3, new('x', 201))));
        Assert.Equal(SurveyRefusal.Incomplete, SurveyCycle.Fault(Form, new(new Dictionary<string, int> { ["fair"] = 1, ["clear"] = 1, ["none"] = 1 }, null)));
        Assert.Equal(SurveyRefusal.OffTheScale, SurveyCycle.Fault(Form, new(new Dictionary<string, int>(Answer(1, 1, 1).Steps) { ["none"] = 1 }, null)));
    }

    [Fact]
    public void It_is_open_from_its_first_day_to_its_last_and_results_come_after()
    {
        Assert.Equal((false, true, true, false), (Opened.IsOpen(First.AddDays(-1)), Opened.IsOpen(First), Opened.IsOpen(Last), Opened.IsOpen(Last.AddDays(1))));
        Assert.Equal((false, true), (Opened.IsOver(Last), Opened.IsOver(Last.AddDays(1))));
        var closed = new SurveyState([Opened.Opened, SurveyCycle.Close(Opened, Hr, "开错了", First, Now).Happens!]);
        Assert.Equal((false, true), (closed.IsOpen(First), closed.IsOver(First)));
        Assert.Equal(SurveyRefusal.AlreadyClosed, SurveyCycle.Close(closed, Hr, "再关", First, Now).Refused);
        Assert.Equal(SurveyRefusal.NeedsReason, SurveyCycle.Close(Opened, Hr, "", First, Now).Refused);
        Assert.Equal(SurveyRefusal.RoleMayNot, SurveyCycle.Close(Opened, Lea, "x", First, Now).Refused);
    }

    [Fact]
    public void Who_is_asked_answers_once()
    {
        Assert.Null(SurveyCycle.MayAnswer(Opened, "一组", false, First));
        Assert.Equal(SurveyRefusal.NotAsked, SurveyCycle.MayAnswer(Opened, "二组", false, First));
        Assert.Equal(SurveyRefusal.NotAsked, SurveyCycle.MayAnswer(Opened, null, false, First));
        Assert.Equal(SurveyRefusal.AlreadyAnswered, SurveyCycle.MayAnswer(Opened, "一组", true, First));
        Assert.Equal(SurveyRefusal.NotOpen, SurveyCycle.MayAnswer(Opened, "一组", false, Last.AddDays(1)));
    }

    [Fact]
    public void A_wrong_window_is_refused_by_name()
    {
        SurveyRefusal? Refused(OpenSurvey open, bool again = false) => SurveyCycle.Open(open, again, ["一组"], First, Now).Refused;
        Assert.Equal(SurveyRefusal.RoleMayNot, Refused(Ask(Lea)));
        Assert.Equal(SurveyRefusal.NoSuchForm, Refused(Ask() with { Form = null }));
        Assert.Equal(SurveyRefusal.DaysUnclear, Refused(Ask() with { Last = First.AddDays(-1) }));
        Assert.Equal(SurveyRefusal.DaysUnclear, Refused(Ask(first: First.AddDays(-1))));
        Assert.Null(Refused(Ask(last: First.AddDays(61))));
        Assert.Equal(SurveyRefusal.WindowTooLong, Refused(Ask(last: First.AddDays(62))));
        Assert.Equal(SurveyRefusal.NoSuchGroup, Refused(Ask(groups: ["九组"])));
        Assert.Null(Refused(Ask(least: 3)));
        Assert.Equal(SurveyRefusal.LeastTooSmall, Refused(Ask(least: 2)));
        Assert.Equal(SurveyRefusal.OpenAlready, Refused(Ask(), again: true));
    }

    [Fact]
    public void A_form_without_questions_or_with_two_of_one_id_is_faulty()
    {
        Assert.Empty(Form.Faults);
        Assert.Equal([SurveyFormFault.NoQuestions], (Form with { Questions = [] }).Faults);
        Assert.Equal([SurveyFormFault.SameId], (Form with { Questions = [Form.Questions[0], Form.Questions[0]] }).Faults);
        Assert.Equal([SurveyFormFault.BadId], (Form with { Id = "每月" }).Faults);
        Assert.Equal([SurveyFormFault.NoWords], (Form with { Line = new("说", "") }).Faults);
    }

    [Fact]
    public void An_action_is_written_begun_and_done_with_what_came_of_it()
    {
        Assert.Equal(ActionRefusal.RoleMayNot, ActionState.Write(Lea, 1, "看不懂", "开说明会", "人事", Last, First, Now).Refused);
        Assert.Equal(ActionRefusal.NeedsWords, ActionState.Write(Hr, 1, "看不懂", "", "人事", Last, First, Now).Refused);
        Assert.Equal(ActionRefusal.NeedsDue, ActionState.Write(Hr, 1, "看不懂", "开说明会", "人事", First.AddDays(-1), First, Now).Refused);
        var state = new ActionState([ActionState.Write(Hr, 1, "看不懂", "开说明会", "人事", Last, First, Now).Happens!]);
        Assert.Equal((false, true), (state.IsLate(Last), state.IsLate(Last.AddDays(1))));
        var begun = new ActionState([state.Written, state.Step(Hr, ActionEvent.Begun, "", Now).Happens!]);
        Assert.Equal(ActionRefusal.AlreadyBegun, begun.Step(Hr, ActionEvent.Begun, "", Now).Refused);
        Assert.Equal(ActionRefusal.NeedsReason, begun.Step(Hr, ActionEvent.Done, "", Now).Refused);
        var done = new ActionState([.. begun.Happened, begun.Step(Hr, ActionEvent.Done, "开了两场", Now).Happens!]);
        Assert.Equal((true, false), (done.IsOver, done.IsLate(Last.AddDays(1))));
        Assert.Equal(ActionRefusal.AlreadyOver, done.Step(Hr, ActionEvent.Dropped, "x", Now).Refused);
    }
}
