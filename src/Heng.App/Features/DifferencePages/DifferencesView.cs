using Heng.App.Features.Months;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.DifferencePages;

/// <summary>What a month settles of closed ones (差额), and what came after their closing; of both only what the viewer may see.</summary>
public sealed record DifferencesView(Month Month, bool Closed, IReadOnlyList<DifferenceRow> Rows, IReadOnlyList<LateMonth> Months, IReadOnlyList<(Month Month, string Agent)> Unknown, bool Everybody)
{
    /// <summary>When the month was sealed: what came later is in none of its differences.</summary>
    public Instant? ClosedAt { get; init; }

    public bool IsAfter(LateChange change) => ClosedAt is { } at && change.Import is { } import && import.StartedAt.UnixSeconds > at.UnixSeconds;

    public decimal Sum => Rows.Sum(r => r.Amount);
}

/// <summary>A line that settles. Of a balance that is carried there is nothing else to tell.</summary>
public sealed record DifferenceRow(string Agent, Month? Of, Wording Label, decimal? Now, decimal? Sealed, decimal? Settled, decimal Amount, string PayHref, string? ExplainHref);

/// <summary>A closed month and what came after it; null where its inputs were not kept. All counts those that are not listed too.</summary>
public sealed record LateMonth(Month Month, IReadOnlyList<LateChange>? Changes, int All);

public delegate Task<Seen<DifferencesView>> DifferencesFor(Month month, HttpContext context);

/// <summary>What changed, as people call it.</summary>
public static class ChangeWords
{
    public static Wording Of(string kind) => kind switch
    {
        "order" => new("订单或退款", "order or refund"),
        "review" => new("商品评价", "review"),
        "rating" => new("服务评价", "rating"),
        "reception" => new("接待", "reception"),
        "chats" => new("聊天记录", "chats"),
        "entry" => new("评分", "points given"),
        "attendance" => new("出勤", "attendance"),
        "adjustment" => new("奖惩", "reward or penalty"),
        "employment" => new("人员表", "list of people"),
        "refund" => new("退款单", "refund"),
        _ => new(kind, kind),
    };

    public static Wording How(LateChange change) => (change.Before, change.Now) switch
    {
        (false, true) => new("新到", "came"),
        (true, false) => new("不再计入", "no longer counts"),
        _ => new("有变", "changed"),
    };
}
