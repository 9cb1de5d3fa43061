using Heng.Engine.Growth;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Growth;

/// <summary>A bank of four kinds of questions, and an exam of all of them on 10 November 2026, 09:00 to 18:00, of 30 minutes. Times are minutes from 09:00.</summary>
public sealed class ExamTests
{
    private static readonly ExamQuestion
        Single = new("s1", ExamAsk.Single, "七天无理由从哪天算起？", 4m, ["签收次日", "下单日", "付款日"], [0], ["售后"], "从签收的次日起算。"),
        Multiple = new("m1", ExamAsk.Multiple, "哪些要先核对订单？", 5m, ["改地址", "催发货", "问天气", "退差价"], [0, 1, 3], ["售后", "流程"], ""),
        TrueFalse = new("t1", ExamAsk.TrueFalse, "可以让买家加微信付款。", 1m, ["对", "错"], [1], ["红线"], ""),
        Text = new("w1", ExamAsk.Text, "买家说漏发一件，您怎么回？", 10m, [], [], ["话术"], "先致歉，再核对出库重量。");
    private static readonly ExamBank Bank = new("after-sales", "售后题库", [Single, Multiple, TrueFalse, Text]);
    private static readonly Instant Opens = ShopClock.Shanghai.FromLocal(new(2026, 11, 10, 9, 0, 0)), Closes = Opens.Plus(9 * 3600);
    private static readonly ExamSetting Setting = new("售后月考", "after-sales", 1, ["s1", "m1", "t1", "w1"], [], 30, Opens, Closes, 0.6m, 1, ["王雨桐", "李思远"]);
    private static readonly ExamState Exam = new([new(ExamEvent.Set, "陈静", Opens.Plus(-86_400)) { Setting = Setting }]);
    private static readonly IReadOnlyList<PaperQuestion> Paper = ExamPaper.Of(Bank, Setting.FixedIds, [], 7);

    private static Instant At(int minute) => Opens.Plus(minute * 60L);
    private static SittingAnswer Chose(string question, params int[] places) => new(question, places, "");
    private static SittingState Begun(int minute = 0, ExamState? exam = null) => new([SittingCycle.Begin(exam ?? Exam, 1, "王雨桐", [], 7, At(minute)).Happens!]);
    private static SittingState Answered(SittingState state, params SittingAnswer[] answers) => new([.. state.Happened, SittingCycle.Answer(state, "王雨桐", Paper, answers, state.BegunAt).Happens!]);
    private static SittingState HandedIn(SittingState state, int minute) => new([.. state.Happened, SittingCycle.HandIn(state, "王雨桐", At(minute)).Happens!]);

    [Theory]
    [InlineData("4", 0)]
    [InlineData("0", 1)]
    [InlineData("0")]
    public void One_of_several_has_all_points_or_none(string points, params int[] chosen) => Assert.Equal(decimal.Parse(points, null), ExamScoring.PointsOf(Single, Chose("s1", chosen)));

    [Theory]
    [InlineData("5", 3, 0, 1)] // all three right ones, in whichever order
    [InlineData("2.5", 0)] // one of three right, none wrong: half of 5
    [InlineData("2.5", 0, 3)]
    [InlineData("0", 0, 1, 2, 3)] // all right ones and a wrong one
    [InlineData("0", 2)]
    [InlineData("0")]
    public void Several_have_all_points_half_or_none(string points, params int[] chosen) => Assert.Equal(decimal.Parse(points, null), ExamScoring.PointsOf(Multiple, Chose("m1", chosen)));

    [Fact]
    public void Words_wait_for_a_person_and_none_at_all_are_no_points()
    {
        Assert.Null(ExamScoring.PointsOf(Text, new("w1", [], "亲，抱歉")));
        Assert.Equal(0m, ExamScoring.PointsOf(Text, new("w1", [], "  ")));
        Assert.Equal(0m, ExamScoring.PointsOf(Text, null));
        var scored = ExamScoring.Of(Paper, [Chose("s1", 0), Chose("m1", 0), new("w1", [], "亲，抱歉")], []);
        Assert.Null(ExamScoring.Total(scored));
        // 4 + 2.5 + 0 + 7.25 = 13.75 of 4 + 5 + 1 + 10 = 20
        scored = ExamScoring.Of(Paper, [Chose("s1", 0), Chose("m1", 0), new("w1", [], "亲，抱歉")], [new("w1", 7.25m, "")]);
        Assert.Equal((13.75m, 20m), (ExamScoring.Total(scored), ExamScoring.Full(Paper)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_paper_another_another_and_each_option_stands_once()
    {
        var bank = new ExamBank("b", "b", [.. Enumerable.Range(0, 40).Select(i => Single with { Id = "q" + i, Tags = i < 30 ? ["售后"] : ["红线"] })]);
        ExamDraw[] draws = [new("红线", 5), new("售后", 10)];
        string Seen(ulong seed) => string.Join(' ', ExamPaper.Of(bank, ["q0"], draws, seed).Select(p => p.Question.Id + ":" + string.Concat(p.Order)));
        Assert.Equal(Seen(1), Seen(1));
        Assert.NotEqual(Seen(1), Seen(2));
        foreach (var seed in Enumerable.Range(1, 50))
        {
            var paper = ExamPaper.Of(bank, ["q0"], draws, (ulong)seed);
            Assert.Equal((16, 5, true), (paper.Select(p => p.Question.Id).Distinct().Count(), paper.Count(p => p.Question.Tags[0] == "红线"), paper.Any(p => p.Question.Id == "q0")));
            Assert.All(paper, p => Assert.Equal([0, 1, 2], p.Order.Order()));
        }
        // The right one, first in the bank, stands at each place for some: 50 papers of 16 questions.
        Assert.Equal([0, 1, 2], Enumerable.Range(1, 50).SelectMany(s => ExamPaper.Of(bank, ["q0"], draws, (ulong)s)).Select(p => p.Order.ToList().IndexOf(0)).Distinct().Order());
        Assert.Equal((0, 1), (ExamPaper.Missing(bank, ["q0"], [new("售后", 29)]), ExamPaper.Missing(bank, ["q0"], [new("售后", 30)])));
        // True stays before false.
        Assert.All(Enumerable.Range(1, 20), s => Assert.Equal([0, 1], ExamPaper.Of(Bank, ["t1"], [], (ulong)s)[0].Order));
        Assert.Equal(-1, Paper[0].BankPlace(99));
    }

    [Fact]
    public void A_sitting_begins_within_the_window_and_ends_with_its_minutes_or_the_window()
    {
        ExamRefusal? Begin(string who, int minute, ExamState? exam = null, params SittingState[] before) => SittingCycle.Begin(exam ?? Exam, 1, who, before, 7, At(minute)).Refused;
        Assert.Equal(ExamRefusal.NotAsked, Begin("陆明", 0));
        Assert.Equal(ExamRefusal.NotOpenYet, Begin("王雨桐", -1));
        Assert.Null(Begin("王雨桐", 540));
        Assert.Equal(ExamRefusal.WindowOver, Begin("王雨桐", 541));
        Assert.Equal(ExamRefusal.CalledOff, Begin("王雨桐", 0, new([.. Exam.Happened, new(ExamEvent.CalledOff, "陈静", At(-5), "x")])));
        Assert.Equal((At(30), At(540)), (Begun().Until, Begun(530).Until));
        Assert.Equal(ExamRefusal.SittingRuns, Begin("王雨桐", 30, null, Begun()));
        Assert.Equal(ExamRefusal.NoTriesLeft, Begin("王雨桐", 31, null, Begun()));
        var twice = new ExamState([new(ExamEvent.Set, "陈静", default) { Setting = Setting with { Tries = 2 } }]);
        Assert.Null(Begin("王雨桐", 31, twice, Begun()));
        Assert.Equal(ExamRefusal.NoTriesLeft, Begin("王雨桐", 90, twice, Begun(), Begun(40)));
    }

    [Fact]
    public void An_answer_in_the_last_second_counts_and_a_later_one_is_refused_by_name()
    {
        var state = Begun();
        ExamRefusal? Answer(SittingAnswer answer, Instant? at = null, string who = "王雨桐") => SittingCycle.Answer(state, who, Paper, [answer], at ?? At(1)).Refused;
        Assert.Null(Answer(Chose("s1", 1), At(30)));
        Assert.Equal(ExamRefusal.TimeOver, Answer(Chose("s1", 1), At(30).Plus(1)));
        Assert.Equal(ExamRefusal.NotYours, Answer(Chose("s1", 1), who: "李思远"));
        Assert.Equal(ExamRefusal.NotInPaper, Answer(Chose("q9", 1)));
        Assert.Equal(ExamRefusal.UnknownOption, Answer(Chose("s1", 3)));
        Assert.Equal(ExamRefusal.UnknownOption, Answer(Chose("s1", -1)));
        Assert.Equal(ExamRefusal.TooManyChosen, Answer(Chose("s1", 0, 1)));
        Assert.Equal(ExamRefusal.UnknownOption, Answer(Chose("w1", 0)));
        Assert.Equal(ExamRefusal.AnswerTooLong, Answer(new("w1", [], new('长', 2001))));
        Assert.Null(Answer(new("w1", [], new('长', 2000))));
        Assert.Equal(ExamRefusal.TimeOver, SittingCycle.HandIn(state, "王雨桐", At(31)).Refused);
        state = HandedIn(state, 10);
        Assert.Equal(ExamRefusal.AlreadyHandedIn, Answer(Chose("s1", 1)));
        Assert.Equal(ExamRefusal.AlreadyHandedIn, SittingCycle.HandIn(state, "王雨桐", At(11)).Refused);
    }

    [Fact]
    public void The_last_answer_counts_and_the_same_again_is_nothing_new()
    {
        var state = Answered(Answered(Begun(), Chose("s1", 1), Chose("m1", 0, 1)), Chose("s1", 0));
        Assert.Equal([0], state.AnswerTo("s1")!.Chosen);
        Assert.Equal(default, SittingCycle.Answer(state, "王雨桐", Paper, [Chose("s1", 0), Chose("m1", 1, 0), Chose("t1")], At(2)));
        // An answer can be taken back to none.
        Assert.True(Answered(state, Chose("s1")).AnswerTo("s1")!.IsEmpty);
    }

    [Fact]
    public void Words_are_scored_within_their_points_after_the_end_and_never_by_who_wrote_them()
    {
        var state = Answered(Begun(), new SittingAnswer("w1", [], "亲，抱歉"));
        ExamRefusal? Score(SittingMark mark, string by = "qa", bool may = true, int minute = 31) => SittingCycle.Score(state, by, may, Paper, [mark], At(minute)).Refused;
        Assert.Equal(ExamRefusal.NotHandedIn, Score(new("w1", 5m, ""), minute: 30));
        Assert.Null(Score(new("w1", 10m, "")));
        Assert.Equal(ExamRefusal.MarkOutOfRange, Score(new("w1", 10.01m, "")));
        Assert.Equal(ExamRefusal.MarkOutOfRange, Score(new("w1", -0.01m, "")));
        Assert.Equal(ExamRefusal.MarkOutOfRange, Score(new("w1", 5.001m, "")));
        Assert.Equal(ExamRefusal.NotInPaper, Score(new("s1", 1m, "")));
        Assert.Equal(ExamRefusal.OwnSitting, Score(new("w1", 5m, ""), "王雨桐"));
        Assert.Equal(ExamRefusal.RoleMayNot, Score(new("w1", 5m, ""), may: false));
        Assert.Equal(ExamRefusal.CommentTooLong, Score(new("w1", 5m, new('长', 501))));
    }

    [Fact]
    public void The_best_try_is_final_once_no_better_one_can_come_and_who_never_sat_has_none()
    {
        var twice = new ExamState([new(ExamEvent.Set, "陈静", default) { Setting = Setting with { FixedIds = ["s1", "t1"], Tries = 2 } }]);
        ScoredSitting Try(int number, int minute, params SittingAnswer[] answers) => ScoredSitting.Of(new(
            [new(SittingEvent.Begun, "王雨桐", At(minute)) { Exam = 1, Try = number, Version = 1, Seed = 3, Until = At(minute + 30) }, new(SittingEvent.Answered, "王雨桐", At(minute)) { Answers = answers }, new(SittingEvent.HandedIn, "王雨桐", At(minute + 5))]), Bank, twice.Setting);
        var (first, second) = (Try(1, 0, Chose("s1", 0)), Try(2, 60, Chose("t1", 1)));
        // 4 of 5, then 1 of 5; passing needs 3 of 5.
        Assert.Equal((4m, 5m, 1m), (first.Points!.Value, first.Full, second.Points!.Value));
        var one = ExamResult.Of("王雨桐", [first], twice, At(100));
        Assert.Equal((false, true), (one.IsFinal, one.Passed));
        Assert.Null(one.Record("售后月考"));
        Assert.Equal(new Exam(new(2026, 11, 10), "售后月考", "王雨桐", 4m, 5m, false), ExamResult.Of("王雨桐", [first, second], twice, At(100)).Record("售后月考"));
        Assert.True(ExamResult.Of("王雨桐", [first], twice, Closes.Plus(1)).IsFinal);
        Assert.Equal((false, null), ExamResult.Of("李思远", [], twice, Closes.Plus(1)) is var none ? (none.IsFinal, none.Passed) : default);
        Assert.False(ExamResult.Of("王雨桐", [second], twice, Closes.Plus(1)).Passed);
    }

    [Fact]
    public void A_question_is_hard_by_its_share_and_tells_people_apart_by_going_with_the_rest_of_the_sheet()
    {
        // Two questions of 1 and 4 points; four sheets. t1 right: 甲 乙 丙; s1 right: 甲 乙.
        ScoredSitting Sheet(bool t1, bool s1, int number = 1) => ScoredSitting.Of(new(
            [new(SittingEvent.Begun, "甲", At(0)) { Exam = 1, Try = number, Version = 1, Seed = 3, Until = At(30) }, new(SittingEvent.Answered, "甲", At(1)) { Answers = [Chose("t1", t1 ? 1 : 0), Chose("s1", s1 ? 0 : 1)] }]), Bank, Setting with { FixedIds = ["s1", "t1"] });
        var items = ExamItems.Of([Sheet(true, true), Sheet(true, true), Sheet(true, false), Sheet(false, false), Sheet(false, true, number: 2)]);
        Assert.Equal(["s1", "t1"], items.Select(i => i.Question.Id));
        Assert.Equal([(4, 0.5m), (4, 0.75m)], items.Select(i => (i.N, i.ShareRight!.Value)));
        // s1 1 1 0 0 against t1 1 1 1 0: means 1/2 and 3/4; Σab = 1/8+1/8−1/8+3/8 = 1/2; Σa² = 1, Σb² = 3/4; 0.5 ÷ √0.75 = 0.57735
        Assert.Equal(0.5774m, items[0].Discrimination);
        Assert.Null(ExamItems.Of([Sheet(true, true)])[0].Discrimination);
        Assert.Null(ExamItems.Of([Sheet(true, true), Sheet(true, false)])[1].Discrimination);
    }

    [Fact]
    public void Each_reason_against_an_exam_is_named()
    {
        ExamActor chen = new("陈静", ["王雨桐", "李思远"], false);
        ExamRefusal? Set(ExamSetting setting, ExamActor? by = null, ExamState? state = null, bool begun = false) => ExamCycle.Set(state, by ?? chen, setting, Bank, begun, At(-60)).Refused;
        Assert.Null(Set(Setting));
        Assert.Equal(ExamRefusal.RoleMayNot, Set(Setting, new("王雨桐", [], false)));
        Assert.Equal(ExamRefusal.NotYourGroup, Set(Setting with { Asked = ["陆明"] }));
        Assert.Equal(ExamRefusal.NameMissing, Set(Setting with { Name = "" }));
        Assert.Equal(ExamRefusal.WindowUnclear, Set(Setting with { Closes = Opens }));
        Assert.Equal(ExamRefusal.WindowUnclear, Set(Setting with { Opens = At(-120), Closes = At(-60) }));
        Assert.Equal(ExamRefusal.TimeTooFar, Set(Setting with { Closes = At(60 * 24 * 401) }));
        Assert.Equal(ExamRefusal.MinutesOutOfRange, Set(Setting with { Minutes = 0 }));
        Assert.Equal(ExamRefusal.PassOutOfRange, Set(Setting with { PassShare = 1.01m }));
        Assert.Equal(ExamRefusal.TriesOutOfRange, Set(Setting with { Tries = 6 }));
        Assert.Equal(ExamRefusal.UnknownQuestion, Set(Setting with { FixedIds = ["q9"] }));
        Assert.Equal(ExamRefusal.NothingDrawn, Set(Setting with { FixedIds = [] }));
        Assert.Equal(ExamRefusal.TooFewQuestions, Set(Setting with { Draws = [new("话术", 1)] }));
        Assert.Null(Set(Setting with { FixedIds = ["s1"], Draws = [new("话术", 1)] }));
        Assert.Equal(ExamRefusal.NobodyAsked, Set(Setting with { Asked = [] }));
        Assert.Equal(ExamRefusal.HasBegun, Set(Setting, state: Exam, begun: true));
        Assert.Equal(ExamRefusal.RoleMayNot, Set(Setting, chen with { Name = "周组长" }, Exam));
        Assert.Equal(ExamRefusal.NeedsReason, ExamCycle.CallOff(Exam, chen, " ", false, At(0)).Refused);
        Assert.Equal(ExamRefusal.HasBegun, ExamCycle.CallOff(Exam, chen, "x", true, At(0)).Refused);
    }

    [Fact]
    public void A_bank_tells_every_fault_with_its_question()
    {
        Assert.Empty(ExamBankRules.Faults(Bank.Questions));
        Assert.Equal([(-1, ExamBankFault.NoQuestions)], ExamBankRules.Faults([]));
        var faults = ExamBankRules.Faults([Single, Single, Single with { Id = "a", Right = [0, 1] }, Multiple with { Id = "b", Right = [1] }, Text with { Id = "c", Right = [0] }, Single with { Id = "d", Right = [3] }, Single with { Id = "e", Points = 0m, Options = ["一"], Right = [] }, Single with { Id = "", Text = " " }]);
        Assert.Equal([(1, ExamBankFault.IdTwice), (2, ExamBankFault.RightNotOne), (3, ExamBankFault.RightNotSeveral), (4, ExamBankFault.TextHasOptions), (5, ExamBankFault.RightUnknown),
            (6, ExamBankFault.PointsOutOfRange), (6, ExamBankFault.TooFewOptions), (6, ExamBankFault.RightMissing), (7, ExamBankFault.IdMissing), (7, ExamBankFault.TextMissing)], faults);
    }
}
