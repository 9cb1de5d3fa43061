using Heng.App.CommandLine;
using Heng.Engine.Daily;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Cases;

/// <summary>Cases in words.</summary>
public static class CaseWords
{
    public static Refusal Of(CaseRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        CaseRefusal.NotYours => new Wording("没有这张工单，或者轮不到您做这一步", "There is no such case, or this step of it is not yours"),
        CaseRefusal.NothingWritten => new Wording("请写说明", "Say what"),
        CaseRefusal.TextTooLong => new Wording($"说明最多 {CaseCourse.LongestNote} 字，部门、分类更短", $"A note has at most {CaseCourse.LongestNote} characters, a department or category fewer"),
        CaseRefusal.UnknownPerson => new Wording("没有这位在职员工", "Nobody of that name is employed now"),
        CaseRefusal.SameOwner => new Wording("工单已经在这个人手上", "That person has the case already"),
        CaseRefusal.NeedsReceiver => new Wording("请写转给谁，或者哪个部门", "Say to whom, or to which department"),
        CaseRefusal.DueInPast => new Wording("期限要晚于现在", "It is to be due later than now"),
        CaseRefusal.TooFarAhead => new Wording($"期限最多在 {FarAhead.MostYears} 年以内", $"It is due at most {FarAhead.MostYears} years ahead"),
        CaseRefusal.AlreadySolved => new Wording("已经解决了", "It is solved already"),
        CaseRefusal.NotSolved => new Wording("还没有解决：先记解决，再记已告知买家", "It is not solved yet: solve it, then tell the buyer"),
        CaseRefusal.AlreadyTold => new Wording("已经告知买家并关闭；要继续先重新打开", "The buyer was told and it is closed; open it again to go on"),
        CaseRefusal.AlreadyOpen => new Wording("已经有一张开着的工单", "There is an open case already"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    public static Wording Of(CaseEvent what) => what switch
    {
        CaseEvent.Opened => new("开单", "opened"),
        CaseEvent.Taken => new("接手", "took on"),
        CaseEvent.Passed => new("转交", "passed on"),
        CaseEvent.Noted => new("跟进", "noted"),
        CaseEvent.Solved => new("解决", "solved"),
        CaseEvent.Told => new("告知买家", "told the buyer"),
        _ => new("重新打开", "opened again"),
    };

    public static (Wording Words, string Tone) StageOf(CaseEntry of, Instant now) => of.Stage switch
    {
        CaseStage.Closed => (new("已告知，关闭", "buyer told, closed"), "good"),
        CaseStage.Untold => (new("待告知买家", "buyer to be told"), "warn"),
        _ when CaseCourse.IsLate(of.Case, now) => (new("超时", "late"), "bad"),
        _ => (new("处理中", "open"), "info"),
    };
}
