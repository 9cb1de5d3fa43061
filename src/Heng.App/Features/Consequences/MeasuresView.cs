using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Consequences;

/// <summary>A month's proposals and what is on record (后续措施). Drawn is whether any plan in force draws consequences.</summary>
public sealed record MeasuresView(Month Month, bool Drawn, IReadOnlyList<ProposedRow> Proposed, IReadOnlyList<TakenRow> Taken, bool Imports);

/// <summary>Running is how many cards in a row meet the rule, with this one.</summary>
public sealed record ProposedRow(string Agent, string Group, Wording Plan, Figure Score, string? Grade, MeasureKind Measure, Wording Why, int Running, string Href);

public sealed record TakenRow(DateOnly Day, string Agent, MeasureKind Measure, string? Remark);

public delegate Task<Seen<MeasuresView>> MeasuresFor(Month month, HttpContext context);
