using Heng.App.Features.Dialogues;
using Heng.App.Features.Exams;
using Heng.App.Features.Training;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class LearningSamples
{
    private static readonly Instant Now = new(1793750000);
    private static readonly string Ann = SamplePeople.Names[0], Bob = SamplePeople.Names[21], Lead = SamplePeople.Names[1];
    private static readonly AskedPerson[] People = [new(Ann, "售前一组", "front-line"), new(Bob, "售前一组", "after-sales")];

    private static readonly TrainingPlan Plan = new("双十一退换货话术与红线", Now.Plus(-600), Now.Plus(3000), "三楼会议室，腾讯会议 123-456-789", Lead, [Ann, Bob]);
    private static readonly TrainingState Held = new([new(TrainingEvent.Planned, Lead, Now.Plus(-86_400), Plan.Name) { Plan = Plan }, new(TrainingEvent.Declined, Bob, Now.Plus(-4000), "家里有事，请了半天假"), new(TrainingEvent.CodeShown, Lead, Now.Plus(-60)) { Code = "407218", Until = Now.Plus(240) },
        new(TrainingEvent.CheckedIn, Ann, Now.Plus(-30)) { Marks = [new(Ann, TrainingPresence.Late)] }]);

    public static TrainingsView Trainings => new(October, [new(1, Held, TrainingPresence.Late, false)], [new(2, Held, null, false)], [new(Ann, "售前一组", 4, 3), new(Bob, "售前一组", 3, 3)]) { MayAsk = People, Form = TrainingForm.Empty with { Trainer = Lead }, Refused = TrainingWords.Of(TrainingRefusal.TimesUnclear) };
    public static TrainingsView NoTrainings => new(October, [], [], []);
    public static TrainingView Trainer => new(1, Held, [new(Ann, "售前一组", TrainingPresence.Late, null), new(Bob, "售前一组", null, "家里有事，请了半天假")], Lead, Now) { MayMark = true, MayChange = true, MayAsk = People, Form = new(Plan.Name, Plan.From, Plan.To, Plan.Where, Plan.Trainer, new([], [], Plan.Asked)) };
    public static TrainingView Trainee => new(1, Held, [new(Bob, "售前一组", null, "家里有事，请了半天假")], Bob, Now) { Refused = TrainingWords.Of(TrainingRefusal.CodeWrong) };

    private static readonly ExamBank Bank = new("after-sales", "售后客服题库",
    [
        new("return-days", ExamAsk.Single, "七天无理由退货从哪一天开始算？", 4m, ["签收次日", "下单当天", "付款当天"], [0], ["规则"], "从签收的次日零时起算。"),
        new("check-first", ExamAsk.Multiple, "买家要求改地址，答应之前要先看什么？", 6m, ["订单是否已发货", "快递能否拦截", "买家的头像"], [0, 1], ["流程"], "没发货直接改，已发货先联系快递。"),
        new("late-words", ExamAsk.Text, "买家：“都五天了还没到！”请写出您的第一条回复。", 10m, [], [], ["话术"], "先致歉，说明马上查，给出回复时间。"),
    ]);
    private static readonly ExamSetting Setting = new("十一月售后月考", "after-sales", 1, ["return-days", "check-first", "late-words"], [], 30, Now.Plus(-3600), Now.Plus(7200), 0.6m, 1, [Ann, Bob]);
    private static ExamState State(bool over) => new([new(ExamEvent.Set, Lead, Now.Plus(-86_400), Setting.Name) { Setting = over ? Setting with { Closes = Now.Plus(-60) } : Setting }]);

    private static SittingState Sheet(string who, bool done) => new(
    [
        new(SittingEvent.Begun, who, Now.Plus(-900)) { Exam = 1, Try = 1, Version = 1, Seed = 7, Until = Now.Plus(900) },
        new(SittingEvent.Answered, who, Now.Plus(-600)) { Answers = [new("return-days", [0], ""), new("check-first", [0], ""), new("late-words", [], "亲，非常抱歉让您久等，我马上查物流，10 分钟内回复您。")] },
        .. done ? new SittingHappening[] { new(SittingEvent.HandedIn, who, Now.Plus(-300)), new(SittingEvent.Scored, Lead, Now.Plus(-100)) { Marks = [new("late-words", 8.5m, "很好，再给一个单号")] } } : [],
    ]);

    private static ScoredSitting Scored(string who) => ScoredSitting.Of(Sheet(who, true), Bank, Setting);
    private static ExamResult Result(string who) => ExamResult.Of(who, [Scored(who)], State(true), Now);

    public static ExamsView Exams => new([new(1, State(false), true, ExamResult.Of(Ann, [], State(false), Now)), new(2, State(true), true, Result(Ann))], [new(Bank, 2, Lead, Now)], Now) { MayAsk = People, MayBring = true, BankErrors = [new(4, ExamWords.Of(ExamBankFault.RightMissing)), new(7, ExamWords.Of(ExamBankFault.IdTwice))], Refused = ExamWords.BankUnreadable };
    public static ExamsView NoExams => new([], [], Now);
    public static ExamView Begins => new(1, State(false), Bank.Name, 3, Ann, Now) { Own = ExamResult.Of(Ann, [], State(false), Now) };
    public static ExamView Results => new(1, State(true), Bank.Name, 3, Ann, Now)
    {
        Own = Result(Ann), People = [new(Ann, "售前一组", Result(Ann), false, false), new(Bob, "售前一组", ExamResult.Of(Bob, [], State(true), Now), false, false)], Items = ExamItems.Of([Scored(Ann), Scored(Bob)]), MayScore = true, ToScore = 1, MayChange = true, MayAsk = People, Banks = [new(Bank, 1, Lead, Now)], Form = ExamForms.Of(Setting),
    };
    public static SittingView Sitting => new(1, Setting.Name, Sheet(Ann, false), ExamPaper.Of(Bank, Setting.FixedIds, [], 7), Now) { Refused = ExamWords.SomeUnanswered, AsksAgain = true };
    public static WordsView Words => new(1, Setting.Name, [new(Bank.Questions[2], [new("0a1b2c3d4e5f6071", "亲，非常抱歉让您久等，我马上查物流，10 分钟内回复您。", 8.5m, "很好", null), new("1a1b2c3d4e5f6071", "等等，在查", null, "", null)])]);

    private static readonly DialogueScript Script = new("late-parcel", new("催物流的买家", "The parcel is late"), new("买家五天没有收到，急着周六送人。", "Five days without the parcel, and it is a gift for Saturday."),
        [new(new("我的快递怎么两天没动了？", "Why has my parcel not moved?"), new("先致歉，马上查", "Sorry, and look into it"), ["抱歉", "查"], 30), new(new("周六到不了怎么办？", "What if it is late for Saturday?"), new("给方案和时间", "A plan with a time"), ["加急", "补发"], 60)],
        ["不知道"], [new("tone", new("语气和共情", "Tone and empathy"), 40m, new("先接住情绪再讲事实", "Takes up the feeling before the facts")), new("solution", new("方案可行", "Solution"), 60m, new("有方案、有时间、有兜底", "A plan, a time and a way out"))]);
    private static readonly DialogueState Talk = new([new(DialogueEvent.Set, Lead, Now.Plus(-86_400)) { Setting = new("催单演练", "late-parcel", 1, Now.Plus(-3600), Now.Plus(7200), [Ann, Bob]) }]);

    private static DialogueRunState Run(bool done, bool scored) => new(
    [
        new(DialogueRunEvent.Begun, Ann, Now.Plus(-300)) { Dialogue = 1, Version = 1 }, new(DialogueRunEvent.Replied, Ann, Now.Plus(-280)) { Step = 0, Text = "亲，非常抱歉，我马上帮您查一下物流" },
        .. done ? new DialogueRunHappening[] { new(DialogueRunEvent.Replied, Ann, Now.Plus(-200)) { Step = 1, Text = "已经联系快递加急，不知道周六前能不能到" } } : [],
        .. scored ? new DialogueRunHappening[] { new(DialogueRunEvent.Scored, Lead, Now) { Marks = [new("tone", 36m, "开头很好"), new("solution", 40m, "少了兜底")], Comment = "下次说清到不了怎么办。" } } : [],
    ]);

    public static DialoguesView Dialogues => new([new(1, Talk, true, null, Script), new(2, Talk, true, Run(true, true), Script)], [new(Script, 1, Lead, Now)], Now) { MayAsk = People, MayBring = true };
    public static DialogueView Dialogue => new(1, Talk, Script, Ann, Now) { People = [new(Ann, "售前一组", 1, Run(true, false)), new(Bob, "售前一组", null, null)], MayChange = true };
    public static DialogueRunView Talking => new(1, "催单演练", Run(false, false), Script, Now) { Refused = DialogueWords.Of(DialogueRefusal.ReplyMissing) };
    public static DialogueSheetView ToScore => new(1, 1, "催单演练", Run(true, false), Script, DialogueAids.Of(Script, Run(true, false))) { MayScore = true, ShowsGood = true };
    public static DialogueSheetView TalkScored => new(1, 1, "催单演练", Run(true, true), Script, DialogueAids.Of(Script, Run(true, true))) { ShowsGood = true };
}
