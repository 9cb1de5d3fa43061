using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Consequences;

/// <summary>Refusals, stages and effects of decisions on measures in words.</summary>
public static class MeasureCaseWords
{

    public static Refusal Of(MeasureRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        MeasureRefusal.NotProposed => new Wording("现在没有这条建议", "This is not proposed now"),
        MeasureRefusal.CoachingFirst => new Wording("同一不足还没有辅导记录：先辅导，才能采取更重的措施", "There is no coaching on record for this shortfall: coach first, before anything harsher"),
        MeasureRefusal.OtherFirst => new Wording("方案要求先有另一种措施的记录", "The plan needs another measure on record first"),
        MeasureRefusal.RoleMayNot => new Wording("组长、主管裁定本组的辅导和培训，其余由人事或店长裁定", "Leaders and supervisors decide coaching and training in their groups; the rest is for HR or the manager"),
        MeasureRefusal.OwnMeasure => new Wording("关于自己的措施由别人裁定", "A measure about oneself is for another to decide"),
        MeasureRefusal.AlreadyDecided => new Wording("已经裁定过，请再看一遍", "It is decided already; look again"),
        MeasureRefusal.NothingToConfirm => new Wording("没有在等第二人确认的", "Nothing waits for a second person here"),
        MeasureRefusal.SamePerson => new Wording("警告、调岗、劝退要两个人：提出的人不能自己确认", "A warning, a transfer or an exit takes two: who proposed it does not confirm it"),
        MeasureRefusal.NeedsReason => new Wording("请写明理由", "Give the reason"),
        MeasureRefusal.PeriodNotOver => new Wording("考核期还没有结束，结果还会变", "The period is not over: its card may still change"),
        MeasureRefusal.NeedsDay => new Wording("请写日期，例如 2026-11-05", "Give the day, such as 2026-11-05"),
        MeasureRefusal.DayTooEarly => new Wording("日期太早：措施在考核期结束之后，推迟要推到今天之后", "The day is too early: a measure comes after the period, and what is put off after today"),
        MeasureRefusal.DayAhead => new Wording($"日期太晚：辅导和培训做过才记，其余最多提前 {MeasureCycle.MostDaysAhead} 天", $"The day is too late: coaching and training are recorded once held, the rest at most {MeasureCycle.MostDaysAhead} days ahead"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    public static Wording Of(MeasureStage stage) => stage switch
    {
        MeasureStage.Open => new("待裁定", "to be decided"),
        MeasureStage.PutOff => new("已推迟", "put off"),
        MeasureStage.Unconfirmed => new("待第二人确认", "waits for a second person"),
        MeasureStage.Taken => new("已采取", "taken"),
        _ => new("不采取", "not taken"),
    };

    public static Wording Of(MeasureEvent what) => what switch
    {
        MeasureEvent.Accepted => new("同意", "accepted"),
        MeasureEvent.PutOff => new("推迟", "put off"),
        MeasureEvent.Refused => new("不采取", "refused"),
        _ => new("确认", "confirmed"),
    };

    /// <summary>What has still to be imported among the people: a decision changes no row of them by itself.</summary>
    public static Wording? ToImport(MeasureKind kind) => kind switch
    {
        MeasureKind.Transfer => new("人员表：该日起的新小组或岗位", "People: the new group or position from that day"),
        MeasureKind.TraineePay => new("人员表：该日起的底薪", "People: the base pay from that day"),
        MeasureKind.Exit => new("人员表：离职日期（谈妥以后）", "People: the last day, once it is settled"),
        MeasureKind.Promotion => new("人员表：该日起的岗位和底薪", "People: position and base pay from that day"),
        MeasureKind.Leadership => new("人员表：该日起的岗位 leader；账号角色另改", "People: position leader from that day; the account's role apart from it"),
        MeasureKind.PayRaise => new("人员表：该日起的底薪", "People: the base pay from that day"),
        _ => null,
    };
}
