using Heng.App.CommandLine;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Interviews;

/// <summary>Refusals and stages of interviews in words.</summary>
public static class InterviewWords
{
    public static readonly Refusal TextTooLong = new("text-too-long", new($"优点、不足各最多 {InterviewCycle.MostWords} 字，行动最多 {InterviewCycle.MostSteps} 条、每条最多 {InterviewCycle.MostStepWords} 字", $"At most {InterviewCycle.MostWords} characters each for strengths and shortfalls, and {InterviewCycle.MostSteps} steps of {InterviewCycle.MostStepWords} characters"));
    public static readonly Refusal Unknown = new("interview-unknown", new("没有这个面谈记录", "There is no such interview"));

    public static Refusal Of(InterviewRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        InterviewRefusal.RoleMayNot => new Wording("由本组组长、主管、人事或店长面谈；上一级由人事或店长", "The group's leader or supervisor, HR or the manager leads it; the next level HR or the manager"),
        InterviewRefusal.OwnInterview => new Wording("不能和自己面谈", "Nobody interviews themself"),
        InterviewRefusal.NotYours => new Wording("只有面谈的两个人能写和签", "Only the two who talked write and sign it"),
        InterviewRefusal.NothingWritten => new Wording("请写优点或不足，至少一项", "Write what went well, or what fell short"),
        InterviewRefusal.DayAhead => new Wording("面谈日期不能晚于今天", "The interview's day is not after today"),
        InterviewRefusal.StepsUnclear => new Wording("每条行动要写做什么、两人中谁做，期限不早于面谈当天", "Each step says what, which of the two, and a day not before the interview"),
        InterviewRefusal.TextChanged => new Wording("内容在您看过之后改了，请再看一遍再签", "The text was changed after you saw it; read it again before you sign"),
        InterviewRefusal.AlreadySigned => new Wording("已经签过，内容不再改", "It is signed already; the text stays"),
        InterviewRefusal.OnlyThePerson => new Wording("“已阅，不同意”由被面谈的人签", "Seen and disagreed is for the person interviewed"),
        InterviewRefusal.NeedsReason => new Wording("请写明理由", "Give the reason"),
        InterviewRefusal.NotSigned => new Wording("两人都签了以后才能转上一级", "It goes to the next level once both have signed"),
        InterviewRefusal.NothingToGoOn => new Wording("签了不同意的才能转上一级", "Only what was disagreed with goes to the next level"),
        InterviewRefusal.LastLevel => new Wording("已经是最后一级", "This is the last level"),
        InterviewRefusal.AlreadyGoneOn => new Wording("已经转到上一级", "It has gone to the next level already"),
        InterviewRefusal.SamePersonAgain => new Wording("上一级由没有面谈过的另一人面谈", "The next level is for another than before"),
        InterviewRefusal.UnchangedText => new Wording("内容没有变", "The text is the same"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    public static Wording Of(InterviewState state) => state.Stage switch
    {
        InterviewStage.WentOn => new("已转上一级", "gone to the next level"),
        InterviewStage.Signed when state.Disagreement is not null => new("已签，本人不同意", "signed, with disagreement"),
        InterviewStage.Signed => new("两人已签", "signed by both"),
        _ => new("待签", "to be signed"),
    };

    public static Wording Of(InterviewEvent what) => what switch
    {
        InterviewEvent.Written => new("写下内容", "wrote the text"),
        InterviewEvent.Signed => new("签字", "signed"),
        InterviewEvent.Disagreed => new("已阅，不同意", "seen, disagrees"),
        _ => new("转上一级", "to the next level"),
    };
}
