using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Voice;

namespace Heng.App.Features.Suggestions;

/// <summary>Stages, steps and refusals of suggestions in words.</summary>
public static class SuggestionWords
{
    public static readonly Refusal Unknown = new("suggestion-unknown", new("没有这条建议", "There is no such suggestion"));
    public static readonly Refusal CategoryUnknown = new("category-unknown", new("没有这个类别，请从列出的里面选", "There is no such category; choose one of those listed"));
    public static readonly Refusal NotAStep = new("wrong-step", new("现在不能这样做", "That step is not to be taken now"));

    public static Wording Of(SuggestionStage stage) => stage switch
    {
        SuggestionStage.New => new("新提出", "new"),
        SuggestionStage.LookedAt => new("研究中", "being looked at"),
        SuggestionStage.Adopted => new("已采纳", "adopted"),
        SuggestionStage.PutOff => new("暂缓", "put off"),
        SuggestionStage.NotAdopted => new("未采纳", "not adopted"),
        SuggestionStage.Done => new("已落实", "done"),
        _ => new("已合并", "merged"),
    };

    public static string Tone(SuggestionStage stage) => stage switch
    {
        SuggestionStage.Adopted or SuggestionStage.Done => "good",
        SuggestionStage.New => "warn",
        SuggestionStage.LookedAt => "info",
        _ => "quiet",
    };

    public static Wording Of(SuggestionCategory category) => category switch
    {
        SuggestionCategory.Process => new("流程", "process"),
        SuggestionCategory.Tools => new("工具与系统", "tools"),
        SuggestionCategory.Service => new("服务与商品", "service and goods"),
        SuggestionCategory.Assessment => new("考核与薪酬", "assessment and pay"),
        SuggestionCategory.Training => new("培训", "training"),
        SuggestionCategory.Care => new("关怀与环境", "care and workplace"),
        _ => new("其他", "other"),
    };

    public static Wording Of(SuggestionEvent what) => what switch
    {
        SuggestionEvent.Written => new("提出", "written"),
        SuggestionEvent.Voted => new("赞成", "is for it"),
        SuggestionEvent.VoteTakenBack => new("收回赞成", "no longer for it"),
        SuggestionEvent.Commented => new("回复", "remark"),
        SuggestionEvent.LookedAt => new("开始研究", "looks at it"),
        SuggestionEvent.Proposed => new("提议", "proposes"),
        SuggestionEvent.Adopted => new("采纳", "adopted"),
        SuggestionEvent.PutOff => new("暂缓", "put off"),
        SuggestionEvent.NotAdopted => new("不采纳", "not adopted"),
        SuggestionEvent.Done => new("落实", "done"),
        SuggestionEvent.EffectNoted => new("记录效果", "effect noted"),
        _ => new("合并", "merged"),
    };

    public static Wording Of(SuggestionChoice choice) => choice.Verdict is { } verdict ? new($"提议{Of(verdict).Zh}", $"propose: {Of(verdict).En}") : Of(choice.What);

    /// <summary>How a form names a step.</summary>
    public static string Id(SuggestionChoice choice) => choice.Verdict is { } verdict ? $"propose-{Json.Kebab(verdict)}" : Json.Kebab(choice.What);

    public static Refusal Of(SuggestionRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        SuggestionRefusal.RoleMayNot => new Wording("组长、主管可以回复和提议，由人事或店长决定", "Leaders and supervisors remark and propose; HR or the manager decides"),
        SuggestionRefusal.OwnSuggestion => new("自己的建议不能自己赞成或答复", "Nobody votes for or answers their own suggestion"),
        SuggestionRefusal.NeedsTitle => new("请写标题", "Write a title"),
        SuggestionRefusal.NeedsWords => new("请写建议内容", "Write what you suggest"),
        SuggestionRefusal.TextTooLong => new($"标题最多 {SuggestionCycle.MostTitle} 字，内容 {SuggestionCycle.MostWords} 字，好处 {SuggestionCycle.MostHelps} 字", $"At most {SuggestionCycle.MostTitle} characters for the title, {SuggestionCycle.MostWords} for the suggestion and {SuggestionCycle.MostHelps} for what it helps"),
        SuggestionRefusal.NeedsReason => new("请写理由", "Say why"),
        SuggestionRefusal.AlreadyVoted => new("已经赞成过", "You are for it already"),
        SuggestionRefusal.NotVoted => new("还没有赞成", "You have not voted for it"),
        SuggestionRefusal.VotesClosed => new("已经决定，不再投票", "It is decided; votes are closed"),
        SuggestionRefusal.AlreadyDecided => new("已经决定或已在这一步", "It is decided, or at that step already"),
        SuggestionRefusal.NotAdopted => new("采纳以后才能落实", "Only what was adopted can be done"),
        SuggestionRefusal.NotDone => new("落实以后才能记录效果", "An effect is noted once it is done"),
        SuggestionRefusal.AlreadyMerged => new("已经合并到别的建议", "It was merged into another"),
        SuggestionRefusal.SameSuggestion => new("请选另一条建议", "Choose another suggestion"),
        _ => new("请选提议采纳、暂缓还是不采纳", "Propose to adopt, to put off or not to adopt"),
    });
}
