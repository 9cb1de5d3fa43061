namespace Heng.Engine.Metrics.Custom;

/// <summary>What must be there for several metrics together. Their reading asks each for its own days; this is what lists of metrics say.</summary>
internal static class Sources
{
    public static Source Of(IEnumerable<Metric> inputs)
    {
        var sources = inputs.Select(input => input.Source).Where(source => source != Source.None).Distinct().ToArray();
        return sources switch
        {
            [var only] => only,
            _ when Within(sources, Source.Chat, Source.Orders, Source.ChatAndOrders) => Source.ChatAndOrders,
            _ when Within(sources, Source.Chat, Source.Ratings, Source.ChatAndRatings) => Source.ChatAndRatings,
            _ => Source.None,
        };
    }

    private static bool Within(Source[] sources, params Source[] held) => sources.Length > 0 && Array.TrueForAll(sources, held.Contains);
}
