using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.App.Ui.Parts;

/// <summary>A headline number: its target, last month's value and a value a day for the small line.</summary>
public sealed record StatFigure(Wording Name, Figure Figure, Better Better, decimal? Target, decimal? Previous, IReadOnlyList<decimal?> Trend);
