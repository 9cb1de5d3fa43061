using Heng.Engine.Facts;
using Heng.Engine.Quality.Findings;

namespace Heng.App.Features.Quality.Findings;

/// <summary>A day's facts, and what the rules of that day found in its receptions.</summary>
public sealed record FoldedDay(DayFacts Facts, DayQuality Quality);
