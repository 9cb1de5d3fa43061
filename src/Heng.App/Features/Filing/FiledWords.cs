using Heng.App.Features.Notices;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Filing;

namespace Heng.App.Features.Filing;

/// <summary>Paces, stages and notices of what is filed, in words. What is told stays between the people concerned: no robot can be given it.</summary>
public static class FiledWords
{
    public static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(FilingDoing.SentBackKind, new("填报退回", "A filing was sent back"), "circle-alert", said => new($"{said.One("by")} 退回了您 {said.Day("day").Zh}填的“{said.One("what")}”，请看理由，改好再交", $"{said.One("by")} sent back your '{said.One("what")}' of {said.Day("day").En}; see why, mend it and file it again")),
        new(ReportDoing.ReadKind, new("周报已阅", "A weekly report was read"), "circle-check", said => new($"{said.One("by")} 看了您 {said.Day("day").Zh}的周报", $"{said.One("by")} read your weekly report of {said.Day("day").En}")),
        new(ReportDoing.ChargedKind, new("会上交办", "Charged in a meeting"), "list", said => new($"{said.One("by")} 在会上请您做“{said.One("what")}”，{said.Day("day").Zh}前完成", $"{said.One("by")} charged you in a meeting with '{said.One("what")}', until {said.Day("day").En}")),
    ];

    public static Wording Of(DutyPace pace) => pace switch { DutyPace.Daily => new("每天", "each day"), DutyPace.Weekly => new("每周", "each week"), _ => new("每月", "each month") };
    public static Wording Of(DutyFeeds feeds) => feeds == DutyFeeds.Task ? new("达到目标算完成一项任务", "a task done once the goal is reached") : new("计数按名称进方案", "a counter that plans read by its name");
    public static Wording Of(FiledStage stage) => stage switch { FiledStage.Waits => new("待确认", "to be confirmed"), FiledStage.Confirmed => new("已确认", "confirmed"), _ => new("已退回", "sent back") };
    public static string Tag(FiledStage stage) => stage switch { FiledStage.Waits => "warn", FiledStage.Confirmed => "good", _ => "bad" };
    public static Wording Of(MeetingKind kind) => kind switch { MeetingKind.Morning => new("早会", "Morning meeting"), MeetingKind.Weekly => new("周会", "Weekly meeting"), _ => new("复盘会", "Review meeting") };
    public static Wording Of(ReportEvent what) => what switch { ReportEvent.Drafted => new("起草", "drafted it"), ReportEvent.Handed => new("交周报", "handed it in"), ReportEvent.Missed => new("登记未交", "noted that none came"), _ => new("已阅", "read it") };

    /// <summary>What has become of the report of that day.</summary>
    public static (Wording Words, string Tag) Of(ReportState? state, DateOnly due, DateOnly today, DateOnly? began) => state switch
    {
        { Read: not null } => (new("已阅", "read"), "good"),
        { Handed: not null } when state.Record(Engine.Records.ShopClock.Shanghai).DoneOn > due => (new("迟交", "handed in late"), "warn"),
        { Handed: not null } => (new("按时交", "in time"), "good"),
        _ when today > due && ReportCycle.IsDue(due, began) => (new("逾期未交", "overdue"), "bad"),
        { Text: not null } => (new("草稿", "draft"), "info"),
        _ => (new("未交", "not in yet"), "info"),
    };

    public static string Number(decimal count) => Show.Trimmed(count, 4);
}
