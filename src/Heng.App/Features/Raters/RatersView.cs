using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Engine.Statistics;

namespace Heng.App.Features.Raters;

/// <summary>How everybody rates in a month (评分人分析), and of one of them every mark.</summary>
public sealed record RatersView(Month Month, IReadOnlyList<RaterHabits> Raters)
{
    public string? Rater { get; init; }
    public IReadOnlyList<RatedMark> Marks { get; init; } = [];
}

public delegate Task<Seen<RatersView>> RatersFor(Month month, string? rater, HttpContext context);
