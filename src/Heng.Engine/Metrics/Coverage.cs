using Heng.Engine.Records;

namespace Heng.Engine.Metrics;

/// <summary>
/// Which days of a shop the imported files span (覆盖), by source. A covered day without facts is 0; a period without a covered day is missing.
/// A metric of several sources needs days that all of them cover; of either of two, days that one covers.
/// </summary>
public sealed record Coverage(IReadOnlyList<(Source Source, DateOnly From, DateOnly To)> Spans)
{
    public static readonly Coverage Nothing = new([]);

    /// <summary>The last day of the period on which everything the source needs is covered; null where there is none.</summary>
    public DateOnly? LastDay(Source source, DateOnly from, DateOnly to)
    {
        var parts = PartsOf(source);
        for (var day = to; day >= from && parts.Length > 0; day = day.AddDays(-1))
            if (Array.TrueForAll(parts, part => Meets(part, day))) return day;
        return null;
    }

    /// <summary>Every day of the period is covered by everything the source needs.</summary>
    public bool Whole(Source source, DateOnly from, DateOnly to)
    {
        var parts = PartsOf(source);
        for (var day = from; day <= to; day = day.AddDays(1))
            if (parts.Length == 0 || !Array.TrueForAll(parts, part => Meets(part, day))) return false;
        return true;
    }

    /// <summary>What the source needs of which no day of the period has anything.</summary>
    public IReadOnlyList<Source> Lacking(Source source, DateOnly from, DateOnly to) => [.. PartsOf(source).Where(part => LastDay(part, from, to) is null)];

    public bool Covers(Source source, DateOnly day)
    {
        foreach (var span in Spans)
            if (span.Source == source && span.From <= day && day <= span.To) return true;
        return false;
    }

    private bool Meets(Source source, DateOnly day) => source switch
    {
        Source.CasesOrRefunds => Covers(Source.Cases, day) || Covers(Source.Refunds, day),
        Source.ChatOrCases => Covers(Source.Chat, day) || Covers(Source.Cases, day),
        _ => Covers(source, day),
    };

    private static Source[] PartsOf(Source source) => source switch
    {
        Source.ChatAndOrders => [Source.Chat, Source.Orders],
        Source.ChatAndRatings => [Source.Chat, Source.Ratings],
        Source.ChatAndComplaints => [Source.Chat, Source.Complaints],
        Source.ChatAndStatus => [Source.Chat, Source.Status],
        Source.CallsAndStatus => [Source.Calls, Source.Status],
        Source.CasesAndStatus => [Source.Cases, Source.Status],
        Source.ChatOrdersAndRefunds => [Source.Chat, Source.Orders, Source.Refunds],
        Source.None => [],
        _ => [source],
    };
}
