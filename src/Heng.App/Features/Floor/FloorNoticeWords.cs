using Heng.App.Features.Notices;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Floor;

/// <summary>What is told of the floor's day. Between the people concerned: no robot can be given it.</summary>
internal static class FloorNoticeWords
{
    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        new(FloorTelling.SwapKind, new("换班", "A swap"), "arrow-right-left", Swap),
        new(FloorTelling.LeaveKind, new("请假", "Leave"), "calendar", Leave),
        new(FloorTelling.HandoverKind, new("交接", "A handover"), "file-text", Handover),
        new(FloorTelling.CaseKind, new("工单", "A case"), "inbox", Case),
        new(FloorTelling.CaseDueKind, new("工单到期", "A case is due"), "clock", said => said.One("late") == "yes"
            ? new($"工单 {said.One("case")} 已经超时", $"Case {said.One("case")} is late") : new($"工单 {said.One("case")} 今天到期", $"Case {said.One("case")} is due today")),
    ];

    private static Wording Swap(Said said) => said.One("what") switch
    {
        "asked" => new($"{said.One("by")} 想和您换班：{said.Day("day").Zh}", $"{said.One("by")} asks to swap with you: {said.Day("day").En}"),
        "agreed" => new($"{said.One("about")} 与 {said.One("with")} 换班（{said.Day("day").Zh}），同事已同意，待组长和主管批准", $"{said.One("about")} and {said.One("with")} swap ({said.Day("day").En}): agreed, to be approved by leader and supervisor"),
        "declined" => new($"{said.One("by")} 不换班：{said.Day("day").Zh}", $"{said.One("by")} declines to swap: {said.Day("day").En}"),
        "approved" => said.One("stage") == "granted" ? new($"换班已批准，排班已更新：{said.Day("day").Zh}", $"The swap is granted and stands in the roster: {said.Day("day").En}")
            : new($"{said.One("about")} 的换班（{said.Day("day").Zh}）还差一人批准", $"{said.One("about")}'s swap ({said.Day("day").En}) needs one more approval"),
        "refused" => new($"换班未批准：{said.Day("day").Zh}", $"The swap is refused: {said.Day("day").En}"),
        _ => new($"{said.One("by")} 撤回了换班：{said.Day("day").Zh}", $"{said.One("by")} took the swap back: {said.Day("day").En}"),
    };

    private static Wording Leave(Said said) => said.One("what") switch
    {
        "asked" => new($"{said.One("about")} 请假（{said.Day("day").Zh}），请批准", $"{said.One("about")} asks for leave ({said.Day("day").En}); please decide"),
        "approved" => said.One("stage") == "granted" ? new($"请假已批准：{said.Day("day").Zh}", $"Leave is granted: {said.Day("day").En}")
            : new($"{said.One("about")} 的请假（{said.Day("day").Zh}）还差一人批准", $"{said.One("about")}'s leave ({said.Day("day").En}) needs one more approval"),
        "refused" => new($"请假未批准：{said.Day("day").Zh}", $"Leave is refused: {said.Day("day").En}"),
        _ => new($"{said.One("by")} 撤回了请假：{said.Day("day").Zh}", $"{said.One("by")} took the leave back: {said.Day("day").En}"),
    };

    private static Wording Handover(Said said) => said.One("what") switch
    {
        "written" => new($"{said.One("by")} 写了交接单，请看过后接班", $"{said.One("by")} wrote a handover; read it and take over"),
        "asked" => new($"{said.One("by")} 对您的交接单有疑问", $"{said.One("by")} asks back about your handover"),
        "answered" => new($"{said.One("by")} 答复了交接单的疑问", $"{said.One("by")} answered about the handover"),
        "taken-over" => new($"{said.One("by")} 已接班", $"{said.One("by")} took over from you"),
        "missed" => new($"{said.Day("day").Zh} 没有交接，已记录", $"No handover on {said.Day("day").En}: it is on record"),
        _ => new($"{said.Day("day").Zh} 没有交接，已免记", $"No handover on {said.Day("day").En}: excused"),
    };

    private static Wording Case(Said said) => said.One("what") switch
    {
        "passed" => new($"{said.One("by")} 把工单 {said.One("case")} 转给您", $"{said.One("by")} passed case {said.One("case")} on to you"),
        "solved" => new($"工单 {said.One("case")} 已解决，请告知买家", $"Case {said.One("case")} is solved: tell the buyer"),
        "told" => new($"工单 {said.One("case")} 已告知买家并关闭", $"Case {said.One("case")}: the buyer was told, it is closed"),
        "reopened" => new($"工单 {said.One("case")} 重新打开", $"Case {said.One("case")} is open again"),
        _ => new($"工单 {said.One("case")} 有新的跟进", $"Case {said.One("case")}: something was noted"),
    };
}
