using Heng.App.Features.Cycles;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Explain;

/// <summary>Which number is to be explained. One of Metric, Item, Line; Agent null is the shop or the group; Day narrows to one day.</summary>
public sealed record ExplainAsk(Month Month, string? Agent, string? Group, string? Metric, string? Item, string? Line, DateOnly? Day = null, int Page = 1)
{
    public const int PageSize = 20;

    /// <summary>Whose card the item is of; null looks in the month's first.</summary>
    public Cycle? Cycle { get; init; }

    public string Href => Links.With("/explain",
        ("month", Month.ToString()), ("agent", Agent), ("group", Group), ("metric", Metric), ("item", Item), ("line", Line), ("cycle", Cycle is { } cycle ? CycleWords.Id(cycle) : null),
        ("day", Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ("page", Page > 1 ? Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
}

/// <summary>
/// The reason of a number (解释): the engine's tree, the same sum by day, and one page of the facts it ends in.
/// Definition says the metric in a sentence; the tree's evidence is not drawn, the facts are.
/// </summary>
public sealed record ExplainView(
    ExplainAsk Ask, Explained Tree, Wording? Definition, IReadOnlyList<ExplainDay> Days, IReadOnlyList<ExplainFact> Facts, int FactCount, decimal? FactSum, Unit FactUnit)
{
    public DateOnly? FinalOn { get; init; }
    /// <summary>The versions of the rules that made the number.</summary>
    public IReadOnlyList<(string Shop, int Version)> Rules { get; init; } = [];
    /// <summary>Whether the days' values may be added: a maximum or a median of days is none of the month.</summary>
    public bool DaysAddUp { get; init; } = true;
    /// <summary>The address that opens an input of the tree as a number of its own; null where it has none.</summary>
    public Func<Explained, string?> Open { get; init; } = static _ => null;
}

/// <summary>A day's share: its part and whole where the number is a ratio, else the part alone.</summary>
public sealed record ExplainDay(DateOnly Day, decimal? Value, decimal? Part, decimal? Whole, int Facts, string? Href);

/// <summary>A leaf: a reception, order, entry … with what it adds. Title and detail are ready words, such as the buyer and the time.</summary>
public sealed record ExplainFact(FactKind Kind, string Id, string Title, Wording Detail, DateOnly? Day, decimal Value, string? Href)
{
    /// <summary>Where the viewer says that it is wrong; null where it does not bear on them, or is a fact that stands on others.</summary>
    public string? AppealHref { get; init; }
    /// <summary>Whether a correction stands over it.</summary>
    public bool Corrected { get; init; }
}

public delegate Task<Seen<ExplainView>> ExplainFor(ExplainAsk ask, HttpContext context);
