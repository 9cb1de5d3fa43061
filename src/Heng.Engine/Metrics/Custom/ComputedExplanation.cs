using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics.Custom;

/// <summary>A computed metric over its explained inputs. Without a value its note says why, and names what has no data.</summary>
public static class ComputedExplanation
{
    public static Explained Of(MetricValue reading, Computed computed, IReadOnlyList<Explained> inputs)
    {
        var (metric, how) = (reading.Metric, new Calculated(computed.Expression) { Names = [.. computed.Inputs.Select(input => input.Name)] });
        return Explained.By(metric.Id, metric.Name, metric.Unit, how, inputs) with { State = reading.State, Note = NoteOf(how, inputs) };
    }

    public static Lack? LackOf(Calculated how, IReadOnlyList<Explained> inputs)
    {
        if (how.Lack([.. inputs.Select(input => input.Value)]) is not { } lack) return null;
        var absent = inputs.Where(input => input.Value is null).ToArray();
        return lack.Name != "no-data" || absent.Length == 0 ? lack : lack with
        {
            Words = new($"没有数据：{string.Join('、', absent.Select(input => input.Label.Zh))}", $"no data: {string.Join(", ", absent.Select(input => input.Label.En))}"),
        };
    }

    private static Wording? NoteOf(Calculated how, IReadOnlyList<Explained> inputs) =>
        LackOf(how, inputs) is { } lack ? new($"{lack.Words.Zh}，所以没有值，不按 0 计", $"{lack.Words.En}; so there is no value, which is not 0") : null;
}
