using Heng.Engine.Explanation;

namespace Heng.App.Ui;

/// <summary>A number as a page shows it: null is missing; both halves of a ratio may stand beside it; the address opens its explanation.</summary>
public sealed record Figure(decimal? Value, Unit Unit, ValueState State = ValueState.Final, string? ExplainHref = null)
{
    public decimal? Part { get; init; }
    public decimal? Whole { get; init; }
    /// <summary>Where the true rate lies; null of anything but a rate of outcomes.</summary>
    public Confidence? Within { get; init; }
    /// <summary>So few cases that the true rate could as well be ten points off.</summary>
    public bool FewCases => Within is { Width: > 0.2m };
    /// <summary>The day from which a provisional value no longer moves.</summary>
    public DateOnly? FinalOn { get; init; }

    public static Figure Missing(Unit unit, string? href = null) => new(null, unit, ValueState.Missing, href);
}
