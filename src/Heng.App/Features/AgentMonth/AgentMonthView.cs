using Heng.App.Features.SoFar;
using Heng.App.Ui;
using Heng.App.Ui.Parts;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.AgentMonth;

/// <summary>A person's month (个人月度): the score card, the numbers under it and the days.</summary>
public sealed record AgentMonthView(
    Month Month, string Agent, string Group, string? Position, ScoreCard? Card, IReadOnlyList<StatFigure> Stats, IReadOnlyList<MetricGroup> Metrics,
    DailyChart Chart, bool PayVisible, IReadOnlyList<Wording> Notes)
{
    /// <summary>The months that have this page for the viewer; the month menu offers no others.</summary>
    public Func<Month, bool> Held { get; init; } = _ => true;
    /// <summary>What the person has earned so far; null in a month that is sealed, and for who may not see their pay.</summary>
    public SoFarView? SoFar { get; init; }
    /// <summary>Why this is not last month's score; null where one of the two months has none.</summary>
    public string? ChangeHref { get; init; }
    /// <summary>Cards of longer cycles that end with the month; null where there are none to see.</summary>
    public string? CyclesHref { get; init; }
}

/// <summary>A scored month (评分卡). Rank is null for who is not ranked; Ranked is how many are.</summary>
public sealed record ScoreCard(string Plan, int Version, Figure Score, decimal Full, string? Grade, int? Rank, int Ranked, IReadOnlyList<ScoreItem> Items)
{
    /// <summary>What the card itself has to say, such as a veto.</summary>
    public IReadOnlyList<Wording> Notes { get; init; } = [];
    /// <summary>The places that the score can't be told apart from; null where it can.</summary>
    public RankSpan? Within { get; init; }
    /// <summary>The cards of which it is combined; of a month in one stretch none.</summary>
    public IReadOnlyList<ScoreStretch> Stretches { get; init; } = [];
}

/// <summary>A stretch of the month (月内分段): where the person was, how many of the days worked are its own, and its card.</summary>
public sealed record ScoreStretch(DaySpan Days, string Where, decimal Worked, ScoreCard Card);

/// <summary>How an item came to its points. Redistributed: without data, its weight went to the others (无数据，权重已分摊).</summary>
public enum ItemState { Scored, Provisional, Redistributed, Missing }

/// <summary>One item (考核项). Reading is the metric's value it was scored on; null where people give the points. Share where other items' weights came to it.</summary>
public sealed record ScoreItem(string Id, Wording Name, Figure? Reading, Wording? Target, Figure Points, decimal Full, ItemState State, Wording? Note = null, ItemShare? Share = null);

/// <summary>What an item counts for in the score once the weights of items without data were shared out; these add up to the score.</summary>
public sealed record ItemShare(decimal Points, decimal Full);

public sealed record MetricGroup(Wording Name, IReadOnlyList<NamedFigure> Figures);
public sealed record NamedFigure(string Id, Wording Name, Figure Figure, Wording? Note = null);

public delegate Task<Seen<AgentMonthView>> AgentMonthFor(Month month, string agent, HttpContext context);
