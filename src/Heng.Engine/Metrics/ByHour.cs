using Heng.Engine.Facts;

namespace Heng.Engine.Metrics;

/// <summary>Which metrics are counted by the hour (分时): receptions of single hours, and what is made of nothing else.</summary>
public static class ByHour
{
    public static bool Tells(Metric metric)
    {
        var primitives = FormulaText.PrimitivesOf(metric.Formula).ToList();
        return primitives.Count > 0 && primitives.All(p => p is >= Primitive.Hour0 and <= Primitive.Hour23);
    }
}
