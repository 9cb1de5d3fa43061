using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Consequences;

/// <summary>What a form asks to be decided.</summary>
public sealed record MeasureAsk(MeasureOf Of, MeasureEvent Act, DateOnly? Day, string? Why);

/// <summary>A month's proposals and what is on record (后续措施). Drawn is whether any plan in force draws consequences.</summary>
public sealed record MeasuresView(Month Month, bool Drawn, IReadOnlyList<ProposedRow> Proposed, IReadOnlyList<TakenRow> Taken, bool Imports)
{
    public Refusal? Refused { get; init; }
    public DateOnly Today { get; init; }
}

/// <summary>Running is how many cards in a row meet the rule, with this one.</summary>
public sealed record ProposedRow(string Agent, string Group, Wording Plan, Figure Score, string? Grade, MeasureKind Measure, Wording Why, int Running, string Href)
{
    public MeasureOf Of { get; init; }
    /// <summary>The cards that it rests on, in order of time.</summary>
    public IReadOnlyList<CardBefore> Evidence { get; init; } = [];
    /// <summary>Where most points were lost on the newest card.</summary>
    public IReadOnlyList<(Wording Item, decimal Points, decimal Full)> Lost { get; init; } = [];
    public MeasureState State { get; init; } = MeasureState.New(MeasureKind.Coaching);
    /// <summary>Whether the cards still propose it.</summary>
    public bool Stands { get; init; } = true;
    public bool MayDecide { get; init; }
    public bool MayConfirm { get; init; }
}

public sealed record TakenRow(DateOnly Day, string Agent, MeasureKind Measure, string? Remark);

public delegate Task<Seen<MeasuresView>> MeasuresFor(Month month, MeasureAsk? ask, HttpContext context);
