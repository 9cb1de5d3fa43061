using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Explain;

/// <summary>What a small record is called where a number opens down to it. Its fact is named by <see cref="RecordFact"/>.</summary>
internal static class RecordWords
{
    private static readonly Dictionary<string, Wording> Kinds = new(StringComparer.Ordinal)
    {
        ["reported"] = new("平台报表", "platform report"),
        ["call"] = new("通话", "call"),
        ["case"] = new("工单", "case"),
        ["complaint"] = new("投诉", "complaint"),
        ["operation-error"] = new("操作差错", "operation error"),
        ["incident"] = new("行为事件", "conduct incident"),
        ["training"] = new("培训", "training"),
        ["exam"] = new("考试", "exam"),
        ["task"] = new("任务", "task"),
        ["suggestion"] = new("建议", "suggestion"),
        ["activity"] = new("活动", "activity"),
        ["handover"] = new("交接", "handover"),
        ["survey"] = new("问卷", "survey"),
        ["refund"] = new("退款单", "refund"),
        ["target"] = new("目标", "target"),
        ["goal"] = new("目标约定", "goal"),
        ["qa-card"] = new("质检卡", "QA card"),
        ["review-work"] = new("评价处理", "review handling"),
    };

    public static (string Title, Wording Detail)? Of(string fact) => RecordFact.Parts(fact) is var (kind, key)
        ? (string.Join(" · ", key), Kinds.GetValueOrDefault(kind, new Wording("记录", "record")))
        : null;
}
