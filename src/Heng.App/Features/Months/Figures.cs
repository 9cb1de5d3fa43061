using Heng.App.Ui;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Months;

/// <summary>A reading as a page shows it.</summary>
public static class Figures
{
    public static Figure Of(MetricValue reading, string? href) => new(reading.Value, reading.Metric.Unit, reading.State, href)
    {
        Part = reading.Part,
        Whole = reading.Whole,
        FinalOn = reading.FinalOn,
        Within = Proportions.Of(reading),
    };
}
