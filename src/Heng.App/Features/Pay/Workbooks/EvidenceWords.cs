using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Pay.Workbooks;

/// <summary>What a number rests on, in a cell: of one fact its name, of several how many and the first.</summary>
internal static class EvidenceWords
{
    public static string Of(IReadOnlyList<Evidence> evidence, Language language)
    {
        var first = $"{language.T(KindOf(evidence[0].Kind))} {evidence[0].Id}{(evidence[0].Day is { } day ? day.ToString(" yyyy-MM-dd", CultureInfo.InvariantCulture) : "")}";
        return evidence.Count == 1 ? first : language.T($"{first} 等 {evidence.Count} 条", $"{first} and {evidence.Count - 1} more");
    }

    private static Wording KindOf(FactKind kind) => kind switch
    {
        FactKind.Reception => new("接待", "reception"),
        FactKind.Order => new("订单", "order"),
        FactKind.Rating => new("服务评价", "rating"),
        FactKind.Review => new("商品评价", "review"),
        FactKind.Entry => new("评分", "entry"),
        FactKind.Attendance => new("考勤", "attendance"),
        FactKind.Adjustment => new("奖惩", "reward or penalty"),
        FactKind.Employment => new("人员表", "people"),
        FactKind.AgentDay => new("每人每天", "agent-day"),
        FactKind.Phrase => new("话术使用", "phrase use"),
        FactKind.Rule => new("规则", "rule"),
        _ => new("记录", "record"),
    };
}
