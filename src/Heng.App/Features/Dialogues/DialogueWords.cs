using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;

namespace Heng.App.Features.Dialogues;

/// <summary>Refusals of simulated dialogues in words.</summary>
public static class DialogueWords
{
    public static readonly Refusal ScriptUnknown = new("script-unknown", new("没有这个剧本", "There is no such script"));
    public static readonly Refusal ScriptUnreadable = new("script-unreadable", new("剧本文件有错，没有导入", "The script's file has errors; nothing was imported"));

    public static Refusal Of(DialogueRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        DialogueRefusal.RoleMayNot => new Wording("模拟对话由组长、主管（本组）、质检、人事、店长安排和评分", "Leaders and supervisors (their groups), QA, HR and the manager set and score simulated dialogues"),
        DialogueRefusal.NotYourGroup => new("只能请本组的人", "Only people of your groups can be asked"),
        DialogueRefusal.NameMissing => new("请写名称", "Give it a name"),
        DialogueRefusal.TextTooLong => new($"名称最多 {DialogueCycle.MostName} 字", $"The name has at most {DialogueCycle.MostName} characters"),
        DialogueRefusal.NobodyAsked => new("请选参加的人", "Choose who is asked"),
        DialogueRefusal.TooManyAsked => new($"最多 {DialogueCycle.MostAsked} 人", $"At most {DialogueCycle.MostAsked} people"),
        DialogueRefusal.WindowUnclear => new("请写开放和截止时间；截止晚于开放和现在", "Give when it opens and closes; it closes later than both that and now"),
        DialogueRefusal.TimeTooFar => new($"截止不晚于 {DialogueCycle.DaysAhead} 天后", $"It closes at most {DialogueCycle.DaysAhead} days ahead"),
        DialogueRefusal.NeedsReason => new("请写明理由", "Give the reason"),
        DialogueRefusal.CalledOff => new("已取消", "It was called off"),
        DialogueRefusal.HasBegun => new("已有人开始，不能取消", "Somebody has begun it; it can't be called off"),
        DialogueRefusal.NotAsked => new("不在参加名单上", "Not on the list of those asked"),
        DialogueRefusal.NotOpenYet => new("还没有开放", "It has not opened yet"),
        DialogueRefusal.WindowOver => new("时间已过", "Its time is over"),
        DialogueRefusal.AlreadyBegun => new("已经开始过，每人一次", "You have begun it already; each runs it once"),
        DialogueRefusal.NotYours => new("这不是您的对话", "This is not your dialogue"),
        DialogueRefusal.AlreadyDone => new("对话已结束", "The dialogue is over"),
        DialogueRefusal.TimeOver => new($"超过 {DialogueCycle.MostSeconds / 60} 分钟，对话已结束；之前的回复算数", $"More than {DialogueCycle.MostSeconds / 60} minutes: it is over, and what you wrote before counts"),
        DialogueRefusal.StepAnswered => new("这一句已经回复过", "That line is answered already"),
        DialogueRefusal.ReplyMissing => new("请写回复", "Write a reply"),
        DialogueRefusal.ReplyTooLong => new($"回复最多 {DialogueCycle.MostReply} 字", $"A reply has at most {DialogueCycle.MostReply} characters"),
        DialogueRefusal.NotDone => new("对话还没有结束，结束后才能评", "It is scored once it is over"),
        DialogueRefusal.OwnRun => new("自己的对话由别人评", "Nobody scores their own dialogue"),
        DialogueRefusal.ItemsUnclear => new("每一项都要有分数", "Every item needs points"),
        DialogueRefusal.MarkOutOfRange => new("分数在 0 和该项满分之间，最多两位小数", "Points lie between 0 and the item's full ones, with two places at most"),
        DialogueRefusal.CommentMissing => new("给 0 分或满分要写评语", "None or all of the points need a comment"),
        DialogueRefusal.CommentTooLong => new($"评语最多 {DialogueCycle.MostComment} 字", $"A comment has at most {DialogueCycle.MostComment} characters"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });
}
