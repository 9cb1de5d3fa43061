using Heng.Engine.Explanation;

namespace Heng.App.Features.Api.Reading;

/// <summary>A value of the query string, under the name that the command line's option has.</summary>
public sealed record ApiParameter(string Name, Wording Words)
{
    public bool Required { get; init; }
    /// <summary>Given as true or false.</summary>
    public bool Flag { get; init; }
    /// <summary>What a key needs besides, to ask for this.</summary>
    public ApiScope? Scope { get; init; }
    public IReadOnlyList<string> OneOf { get; init; } = [];

    public static readonly ApiParameter Month = new("month", new("月份，如 2026-10", "Month, e.g. 2026-10"));
    public static readonly ApiParameter Agent = new("agent", new("这个人的", "Of this person"));
    public static readonly ApiParameter Shop = new("shop", new("这家店的（默认全部）", "Of this shop (default: all)"));
    public static readonly ApiParameter AsOf = new("as-of", new("以这个时刻判断是否已定", "Instant that decides what is final"));
    public static readonly ApiParameter Limit = new("limit", new($"最多几行，1–{Paged.Most}，默认 {Paged.Usual}", $"At most so many rows, 1–{Paged.Most}, {Paged.Usual} where it is not given"));
    public static readonly ApiParameter Cursor = new("cursor", new("下一页：上一页的 Link 里的 cursor", "The next page: the cursor in the Link of the page before"));
}
