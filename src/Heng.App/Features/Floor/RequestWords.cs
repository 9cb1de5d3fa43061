using Heng.App.CommandLine;
using Heng.Engine.Daily;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Floor;

/// <summary>Requests for swaps and leave in words.</summary>
public static class RequestWords
{
    public static readonly Refusal AlreadyAsked = new("already-asked", new("这一天您已经有一个换班申请在等，先撤回再提", "A swap of this day waits already; take it back before you ask again"));

    public static Refusal Of(RequestRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        RequestRefusal.NotYours => new Wording("没有这条申请，或者轮不到您做这一步", "There is no such request, or this step of it is not yours"),
        RequestRefusal.OwnRequest => new Wording("和自己有关的申请由别人批", "A request that concerns oneself is for others to decide"),
        RequestRefusal.RoleMayNot => new Wording("由本组的组长和主管批准；没有主管的小组由人事或店长代批", "The group's leader and supervisor approve; HR or the manager stands in where there is none"),
        RequestRefusal.AlreadyDecided => new Wording("已经处理过，请再看一遍", "It is decided already; look again"),
        RequestRefusal.ColleagueFirst => new Wording("同事还没有同意，先等同事答复", "The colleague has not agreed yet; they answer first"),
        RequestRefusal.SamePerson => new Wording("要两个人批准：您已经批过，等另一位", "It takes two: you have approved, another has to"),
        RequestRefusal.NeedsReason => new Wording("请写明理由", "Give the reason"),
        RequestRefusal.AlreadyBegun => new Wording("已经开始，不能再改", "It has begun and stays"),
        RequestRefusal.AskedOneself => new Wording("不能和自己换班", "One cannot swap with oneself"),
        RequestRefusal.PastDay => new Wording("日子已经过去，或者班次已经开始", "The day is past, or its shift has begun"),
        RequestRefusal.TooFarAhead => new Wording("日子太远", "The day is too far ahead"),
        RequestRefusal.NoShift => new Wording("您那天没有排班", "You have no shift on that day"),
        RequestRefusal.ColleagueWorks => new Wording("同事那天已经有班：换同一天的班次，或另选一天", "The colleague has a shift on that day: exchange the shifts of the day, or choose another"),
        RequestRefusal.YouWork => new Wording("您那天自己有班，不能再接", "You have a shift of your own on the day you would take"),
        RequestRefusal.ColleagueRests => new Wording("同事那天没有班可以换", "The colleague has no shift on the day you would take"),
        RequestRefusal.SameShift => new Wording("两人班次一样，没有可换的", "Both have the same shift: there is nothing to exchange"),
        RequestRefusal.OnLeave => new Wording("换过去的班和已批准的请假重叠", "The shift would fall into leave that was granted"),
        RequestRefusal.ShiftsOverlap => new Wording("换过去的班和前后一天的班重叠", "The shift would overlap one of the day before or after"),
        RequestRefusal.RosterChanged => new Wording("申请以后排班改过了，请撤回重新提", "The roster has changed since it was asked for; take it back and ask again"),
        RequestRefusal.NotYourGroup => new Wording("只和同组的同事换班", "Swaps are between colleagues of a group"),
        RequestRefusal.NeedsKind => new Wording("请选请假类型（最多 40 字）", "Choose the kind of leave (at most 40 characters)"),
        RequestRefusal.KindUnknown => new Wording("没有这种请假类型，请从列表里选", "There is no such kind of leave; choose one of the list"),
        RequestRefusal.NothingAsked => new Wording("请写起止时间和时长：结束要晚于开始，时长大于 0", "Give from, to and how much: it ends after it begins, and is more than 0"),
        RequestRefusal.TooLong => new Wording("时长超过了起止时间", "That is more than the time from beginning to end holds"),
        RequestRefusal.LeaveOverlaps => new Wording("这段时间已经有请假（已批准或待批）", "There is leave at that time already, granted or asked for"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    public static Wording Of(RequestStage stage) => stage switch
    {
        RequestStage.WithColleague => new("等同事答复", "waits for the colleague"),
        RequestStage.ToApprove => new("待批准", "to be approved"),
        RequestStage.Granted => new("已批准", "granted"),
        RequestStage.Declined => new("同事不换", "declined"),
        RequestStage.Refused => new("未批准", "refused"),
        _ => new("已撤回", "taken back"),
    };

    public static Wording Of(RequestEvent what) => what switch
    {
        RequestEvent.Asked => new("申请", "asked"),
        RequestEvent.Agreed => new("同意", "agree"),
        RequestEvent.Declined => new("不换", "decline"),
        RequestEvent.Approved => new("批准", "approve"),
        RequestEvent.Refused => new("不批准", "refuse"),
        _ => new("撤回", "take back"),
    };

    public static Wording Of(Office office) => office == Office.Leader ? new("组长", "leader") : new("主管", "supervisor");

    public static string Tone(RequestStage stage) => stage switch { RequestStage.Granted => "good", RequestStage.ToApprove => "warn", RequestStage.WithColleague => "info", RequestStage.Refused or RequestStage.Declined => "bad", _ => "quiet" };
}
