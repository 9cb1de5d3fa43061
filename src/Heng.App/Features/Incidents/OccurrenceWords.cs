using Heng.App.Features.Notices;
using Heng.Engine.Explanation;
using Heng.Engine.Filing;

namespace Heng.App.Features.Incidents;

/// <summary>Stages, steps and notices of incidents and errors in words. What is told stays between the people concerned: no robot can be given it.</summary>
public static class OccurrenceWords
{
    public static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(OccurrenceDoing.RecordedKind, new("有一条关于您的登记", "Something was recorded of you"), "circle-alert",
            said => new($"{said.One("by")} 登记了您 {said.Day("day").Zh}的“{said.One("what")}”，请在 {said.Day("until").Zh}前看过并答复", $"{said.One("by")} recorded '{said.One("what")}' of you on {said.Day("day").En}; look at it and answer by {said.Day("until").En}")),
        new(OccurrenceDoing.AnsweredKind, new("本人已答复", "The person answered"), "circle-alert",
            said => said.One("step") == "objected" ? new($"{said.One("by")} 对“{said.One("what")}”（{said.Day("day").Zh}）有异议，请处理", $"{said.One("by")} objects to '{said.One("what")}' of {said.Day("day").En}; please decide")
                : new($"{said.One("by")} 答复了“{said.One("what")}”（{said.Day("day").Zh}）", $"{said.One("by")} answered '{said.One("what")}' of {said.Day("day").En}")),
        new(OccurrenceDoing.DecidedKind, new("登记已处理", "A record was decided"), "circle-check", said => said.One("step") switch
        {
            "confirmed" => new($"{said.One("agent")} {said.Day("day").Zh}的“{said.One("what")}”已确认，计入考核", $"'{said.One("what")}' of {said.One("agent")} on {said.Day("day").En} was confirmed and counts"),
            "withdrawn" => new($"{said.One("agent")} {said.Day("day").Zh}的“{said.One("what")}”已撤回，不计入考核", $"'{said.One("what")}' of {said.One("agent")} on {said.Day("day").En} was withdrawn and counts nothing"),
            _ => new($"{said.One("agent")} {said.Day("day").Zh}的“{said.One("what")}”不成立，不计入考核", $"'{said.One("what")}' of {said.One("agent")} on {said.Day("day").En} was dismissed and counts nothing"),
        }),
    ];

    public static Wording Of(OccurrenceKind kind) => kind == OccurrenceKind.Conduct ? new("行为事件", "Conduct incident") : new("操作差错", "Operation error");

    public static Wording Of(OccurrenceState state) => state switch
    {
        { ObjectionOpen: true, Stage: OccurrenceStage.Counts } => new("计入，异议待处理", "counts, objection open"),
        { ObjectionOpen: true } => new("异议待处理", "objection open"),
        { Stage: OccurrenceStage.Waits } => new("待确认", "to be confirmed"),
        { Stage: OccurrenceStage.Counts } => new("计入考核", "counts"),
        { Stage: OccurrenceStage.Dismissed } => new("不成立", "dismissed"),
        _ => new("已撤回", "withdrawn"),
    };

    public static string Tag(OccurrenceState state) => state switch { { ObjectionOpen: true } or { Stage: OccurrenceStage.Waits } => "warn", { Stage: OccurrenceStage.Counts } => "bad", _ => "info" };

    public static Wording Of(OccurrenceEvent what) => what switch
    {
        OccurrenceEvent.Recorded => new("登记", "recorded it"),
        OccurrenceEvent.Counted => new("按类型设定直接计入", "counts at once, as its kind says"),
        OccurrenceEvent.Acknowledged => new("认可", "acknowledged it"),
        OccurrenceEvent.Objected => new("提出异议", "objected"),
        OccurrenceEvent.Confirmed => new("确认", "confirmed it"),
        OccurrenceEvent.Dismissed => new("判定不成立", "dismissed it"),
        OccurrenceEvent.Withdrawn => new("撤回", "withdrew it"),
        _ => new("补充说明或证据", "added words or evidence"),
    };
}
