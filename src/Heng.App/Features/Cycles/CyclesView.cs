using Heng.App.Features.AgentMonth;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Cycles;

/// <summary>The cards of longer cycles that end with a month (长周期考核表), as far as the viewer may see the people.</summary>
public sealed record CyclesView(Month Month, IReadOnlyList<CycleGroup> Groups, IReadOnlyList<Wording> Notes)
{
    /// <summary>Periods that end with other months.</summary>
    public IReadOnlyList<(Wording Name, Month Last)> Others { get; init; } = [];
}

/// <summary>A plan's cards, by rank. Cycle and period are those of the plan.</summary>
public sealed record CycleGroup(Cycle Cycle, Wording Period, string Plan, IReadOnlyList<CycleRow> Rows);

public sealed record CycleRow(string Agent, string Group, ScoreCard Card, IReadOnlyList<CyclePart> Parts);

/// <summary>One month of a quarter, or one quarter of a year; without a score where it had none.</summary>
public sealed record CyclePart(Wording Name, decimal? Score, string? Grade, string Href);

public delegate Task<Seen<CyclesView>> CyclesFor(Month month, HttpContext context);
