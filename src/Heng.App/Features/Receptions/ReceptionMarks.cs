using Heng.Engine.Explanation;
using Heng.Engine.Facts;

namespace Heng.App.Features.Receptions;

/// <summary>What stands out about a reception, in a word each (标记), and the filters of the list that go by the same measures.</summary>
internal static class ReceptionMarks
{
    private static readonly (Primitive Measure, Wording Words)[] Measured =
    [
        (Primitive.Inquiries, new("询单", "inquiry")),
        (Primitive.PaidFinal, new("询单成交", "paid in the end")),
        (Primitive.TransferredIn, new("转入", "transferred in")),
        (Primitive.TransferredOut, new("转出", "transferred out")),
        (Primitive.SlowReceptions, new("慢响应", "slow")),
        (Primitive.LongReceptions, new("长接待", "long")),
        (Primitive.Unreplied, new("未回复", "unreplied")),
        (Primitive.AgentInitiated, new("客服主动", "agent-initiated")),
        (Primitive.OfflineHandled, new("留言", "left message")),
    ];

    public static IReadOnlyList<Wording> Of(Reception reception, Measures measures, int autoLines)
    {
        List<Wording> marks = reception.Filtered ? [new("已过滤，不计入", "filtered, counts nowhere")] : [];
        marks.AddRange(Measured.Where(m => measures[m.Measure] > 0).Select(m => m.Words));
        if (measures[Primitive.ReceptionsJudgedOnce] > measures[Primitive.ReceptionsOnce] && measures[Primitive.Unreplied] == 0) marks.Add(new("72 小时内回访", "back within 72 h"));
        if (measures[Primitive.Sessions] is > 1 and var sessions) marks.Add(new($"{sessions} 个会话", $"{sessions} sessions"));
        if (autoLines > 0) marks.Add(new($"{autoLines} 条自动回复", $"{autoLines} automatic"));
        return marks;
    }

    /// <summary>Filtered receptions count nowhere, so they stand only in the list of their own. A filter nobody knows shows all.</summary>
    public static bool Shows(string? show, Reception reception) => show switch
    {
        "slow" => reception.Measures[Primitive.SlowReceptions] > 0,
        "long" => reception.Measures[Primitive.LongReceptions] > 0,
        "unreplied" => reception.Measures[Primitive.Unreplied] > 0,
        "unanswered" => reception.Measures[Primitive.UnansweredRounds] > 0,
        "transferred" => reception.Measures[Primitive.TransferredIn] + reception.Measures[Primitive.TransferredOut] > 0,
        "filtered" => reception.Filtered,
        _ => !reception.Filtered,
    };
}
