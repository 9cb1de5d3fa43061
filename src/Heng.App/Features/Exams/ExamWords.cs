using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;

namespace Heng.App.Features.Exams;

/// <summary>Refusals, kinds of questions and faults of banks in words.</summary>
public static class ExamWords
{
    /// <summary>What an answer in words is to say; banks often begin it with the word that the page puts before it.</summary>
    public static string KeyOf(string explanation) => explanation.StartsWith("要点：", StringComparison.Ordinal) || explanation.StartsWith("要点:", StringComparison.Ordinal) ? explanation[3..].TrimStart() : explanation;

    public static Refusal Of(ExamRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        ExamRefusal.RoleMayNot => new Wording("考试由组长、主管（本组）、质检、人事、店长安排和评分", "Leaders and supervisors (their groups), QA, HR and the manager set and score exams"),
        ExamRefusal.NotYourGroup => new("只能请本组的人", "Only people of your groups can be asked"),
        ExamRefusal.NameMissing => new("请写考试名称", "Give the exam a name"),
        ExamRefusal.TextTooLong => new($"名称最多 {ExamCycle.MostName} 字", $"The name has at most {ExamCycle.MostName} characters"),
        ExamRefusal.NobodyAsked => new("请选参加的人", "Choose who is asked"),
        ExamRefusal.TooManyAsked => new($"最多 {ExamCycle.MostAsked} 人", $"At most {ExamCycle.MostAsked} people"),
        ExamRefusal.WindowUnclear => new("请写开放和截止时间；截止晚于开放和现在", "Give when it opens and closes; it closes later than both that and now"),
        ExamRefusal.TimeTooFar => new($"截止不晚于 {ExamCycle.DaysAhead} 天后", $"It closes at most {ExamCycle.DaysAhead} days ahead"),
        ExamRefusal.MinutesOutOfRange => new($"限时 1 到 {ExamCycle.MostMinutes} 分钟", $"1 to {ExamCycle.MostMinutes} minutes"),
        ExamRefusal.PassOutOfRange => new("及格线为满分的 0 到 100%", "The pass mark is 0 to 100 % of the full points"),
        ExamRefusal.TriesOutOfRange => new($"可考 1 到 {ExamCycle.MostTries} 次", $"1 to {ExamCycle.MostTries} tries"),
        ExamRefusal.NothingDrawn => new("请写抽哪些题：题号，或标签和题数", "Say which questions: ids, or tags with how many"),
        ExamRefusal.TooFewQuestions => new("题库里没有这么多题", "The bank has not so many questions"),
        ExamRefusal.UnknownQuestion => new("题库里没有这个题号", "The bank has no question of that id"),
        ExamRefusal.NeedsReason => new("请写明理由", "Give the reason"),
        ExamRefusal.CalledOff => new("考试已取消", "The exam was called off"),
        ExamRefusal.HasBegun => new("已有人开始作答，不能再改", "Somebody has begun it; it stays as it is"),
        ExamRefusal.NotAsked => new("不在参加名单上", "Not on the list of those asked"),
        ExamRefusal.NotOpenYet => new("还没有开放", "It has not opened yet"),
        ExamRefusal.WindowOver => new("考试时间已过", "Its time is over"),
        ExamRefusal.NoTriesLeft => new("次数已用完", "No try is left"),
        ExamRefusal.SittingRuns => new("正在作答中", "A sitting is running"),
        ExamRefusal.NotYours => new("这不是您的答卷", "This is not your sheet"),
        ExamRefusal.TimeOver => new("时间到了：截止前保存的答案算数，之后的不收", "Time is over: what was kept before counts, what came later does not"),
        ExamRefusal.AlreadyHandedIn => new("已经交卷", "It is handed in already"),
        ExamRefusal.NotInPaper => new("卷上没有这道题", "That question is not on the sheet"),
        ExamRefusal.UnknownOption => new("没有这个选项", "There is no such option"),
        ExamRefusal.TooManyChosen => new("这道题只能选一个", "Only one option can be chosen here"),
        ExamRefusal.AnswerTooLong => new($"简答最多 {SittingCycle.MostAnswer} 字", $"An answer has at most {SittingCycle.MostAnswer} characters"),
        ExamRefusal.NotHandedIn => new("还在作答，交卷后才能评", "It is scored once it is handed in"),
        ExamRefusal.OwnSitting => new("自己的答卷由别人评", "Nobody scores their own sheet"),
        ExamRefusal.NotScored => new("请填分数", "Give the points"),
        ExamRefusal.MarkOutOfRange => new("分数在 0 和满分之间，最多两位小数", "Points lie between 0 and the full ones, with two places at most"),
        ExamRefusal.CommentTooLong => new($"评语最多 {SittingCycle.MostComment} 字", $"A comment has at most {SittingCycle.MostComment} characters"),
        ExamRefusal.UnchangedMark => new("没有改动", "Nothing is changed"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    public static readonly Refusal BankUnknown = new("bank-unknown", new("没有这个题库", "There is no such bank"));
    public static readonly Refusal DrawsElsewhere = new("draws-elsewhere", new("题数写在了别的题库下面；请写在所选题库的标签旁", "How many to draw stands under another bank; write it beside the tags of the one chosen"));
    public static readonly Refusal BankUnreadable = new("bank-unreadable", new("题库文件有错，没有导入", "The bank's file has errors; nothing was imported"));
    public static readonly Refusal FileMissing = new("file-missing", new("请选一个文件（不超过 4 MB）", "Choose a file of at most 4 MB"));
    public static readonly Refusal SomeUnanswered = new("some-unanswered", new("还有题没答，已保存；要交卷请再点“仍然交卷”", "Some questions have no answer; all is kept. To hand it in as it is, press “Hand in as it is”"));

    public static Wording Of(ExamAsk ask) => ask switch
    {
        ExamAsk.Single => new("单选", "one"),
        ExamAsk.Multiple => new("多选", "several"),
        ExamAsk.TrueFalse => new("判断", "true or false"),
        _ => new("简答", "in words"),
    };

    public static Wording Of(ExamBankFault fault) => fault switch
    {
        ExamBankFault.NoQuestions => new("没有题目", "There are no questions"),
        ExamBankFault.TooManyQuestions => new($"题目多于 {ExamBankRules.MostQuestions} 道", $"More than {ExamBankRules.MostQuestions} questions"),
        ExamBankFault.IdMissing => new("缺少题号", "The id is missing"),
        ExamBankFault.IdTwice => new("题号重复", "The id stands twice"),
        ExamBankFault.TextMissing => new("缺少题目", "The question is missing"),
        ExamBankFault.TextTooLong => new($"题目、选项、讲解最多 {ExamBankRules.MostText} 字，题号、标签最多 60 字", $"At most {ExamBankRules.MostText} characters for texts, 60 for ids and tags"),
        ExamBankFault.PointsOutOfRange => new($"分值大于 0、不超过 {ExamBankRules.MostPoints}，最多两位小数", $"Points are above 0, at most {ExamBankRules.MostPoints}, with two places at most"),
        ExamBankFault.TooFewOptions => new("至少两个选项", "At least two options"),
        ExamBankFault.TooManyOptions => new($"最多 {ExamBankRules.MostOptions} 个选项", $"At most {ExamBankRules.MostOptions} options"),
        ExamBankFault.OptionTwice => new("选项重复", "An option stands twice"),
        ExamBankFault.RightMissing => new("缺少答案", "The answer is missing"),
        ExamBankFault.RightUnknown => new("答案不是其中的选项", "The answer is none of the options"),
        ExamBankFault.RightNotOne => new("只能有一个答案", "There is one answer to it"),
        ExamBankFault.RightNotSeveral => new("多选题至少两个答案", "There are at least two answers to it"),
        _ => new("简答题没有选项和答案", "A question in words has no options and no answer"),
    };
}
