using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>The months that the records speak of, the latest first, three years at most.</summary>
public static class KnownMonths
{
    private const int Most = 36;

    public static IReadOnlyList<Month> Of(Database database)
    {
        // A shop that brings reports or attendance alone has months too.
        var spans = database.Shops.All.SelectMany(s => new[] { Source.Chat, Source.Orders, Source.Reported }.Select(source => database.Coverage.Span(s.Id, source)))
            .Append(database.Coverage.Span(Shops.Company.Id, Source.Duty)).OfType<(DateOnly First, DateOnly Last)>().ToList();
        if (spans.Count == 0) return [];
        var months = new List<Month>();
        for (var month = Month.Of(spans.Max(s => s.Last)); month >= Month.Of(spans.Min(s => s.First)) && months.Count < Most; month = month.Plus(-1)) months.Add(month);
        return months;
    }
}
