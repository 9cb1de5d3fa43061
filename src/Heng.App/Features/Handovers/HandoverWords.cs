using Heng.App.CommandLine;
using Heng.Engine.Daily;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Handovers;

/// <summary>Handovers and what is found of a shift's end, in words.</summary>
public static class HandoverWords
{
    public static Refusal Of(HandoverRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        HandoverRefusal.NotYours => new Wording("没有这张交接单，或者轮不到您做这一步", "There is no such handover, or this step of it is not yours"),
        HandoverRefusal.OwnNote => new Wording("自己的交接单由别人接班、由别人判定", "One's own handover is taken over and settled by others"),
        HandoverRefusal.RoleMayNot => new Wording("由本组的组长、主管、人事或店长判定", "The group's leader or supervisor, HR or the manager settle it"),
        HandoverRefusal.NothingWritten => new Wording("还没有写交接内容", "Nothing is written yet"),
        HandoverRefusal.TextTooLong => new Wording($"每一栏最多 {HandoverCycle.LongestPart} 字，链接最多 {HandoverCycle.MostLinks} 个", $"A field has at most {HandoverCycle.LongestPart} characters, and there are at most {HandoverCycle.MostLinks} links"),
        HandoverRefusal.AlreadyTakenOver => new Wording("已经接班，内容不再改", "It is taken over; the note stays"),
        HandoverRefusal.NoQuestion => new Wording("没有待答复的疑问", "No question waits for an answer"),
        HandoverRefusal.NeedsReason => new Wording("请写明内容或理由", "Say what, or give the reason"),
        HandoverRefusal.AlreadyDecided => new Wording("已经判定过，或者已经交接", "It is settled already, or was handed over"),
        HandoverRefusal.NotYet => new Wording("还没到时候：上班以后才写，下班半小时以后才判漏交", "Not yet: a note is written once the shift has begun, and missed half an hour after its end"),
        HandoverRefusal.QuestionOpen => new Wording("还有疑问没有答复，先等答复再接班", "A question is open; take over once it is answered"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    public static Refusal Of(FindingRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        FindingRefusal.NotFound => new Wording("现在的记录里没有这一条", "The records show no such thing now"),
        FindingRefusal.RoleMayNot => new Wording("由本组的组长、主管、人事或店长判定", "The group's leader or supervisor, HR or the manager decide"),
        FindingRefusal.OwnFinding => new Wording("关于自己的由别人判定", "What is about oneself is for another to decide"),
        FindingRefusal.NeedsReason => new Wording("请写明理由", "Give the reason"),
        FindingRefusal.AlreadyDecided => new Wording("已经判定过，请再看一遍", "It is decided already; look again"),
        FindingRefusal.TooManyMinutes => new Wording("分钟数要大于 0，且不超过记录显示的", "Minutes are more than 0 and no more than the records show"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    public static Wording Of(HandoverEvent what) => what switch
    {
        HandoverEvent.Written => new("写交接单", "wrote"),
        HandoverEvent.Asked => new("疑问", "asked"),
        HandoverEvent.Answered => new("答复", "answered"),
        HandoverEvent.TakenOver => new("接班", "took over"),
        HandoverEvent.Missed => new("记为漏交接", "settled as missed"),
        _ => new("免记", "excused"),
    };

    public static (Wording Words, string Tone) StageOf(HandoverState state, Instant now, Instant? end) =>
        state.Taken is not null ? (new("已接班", "taken over"), "good")
        : state.HasOpenQuestion ? (new("有疑问待答", "a question is open"), "warn")
        : state.Written is not null ? (new("待接班", "to be taken over"), "info")
        : state.Settled?.What == HandoverEvent.Missed ? (new("漏交接", "missed"), "bad")
        : state.Settled is not null ? (new("已免记", "excused"), "quiet")
        : end is { } at && now > at.Plus(HandoverCycle.ToleranceSeconds) ? (new("没有交接单", "no note"), "bad") : (new("还没有写", "not written yet"), "quiet");
}
