using Heng.Engine.Records;

namespace Heng.App.Features.Connectors;

/// <summary>A stretch of time to ask a platform for: from, and up to to, which is not included.</summary>
public readonly record struct Span(Instant From, Instant To)
{
    public bool IsEmpty => From >= To;
    public long Seconds => To.SecondsSince(From);

    public Span Within(Span other) => new(From > other.From ? From : other.From, To < other.To ? To : other.To);

    /// <summary>The first half, which has the odd second, and the rest.</summary>
    public (Span First, Span Second) Halves
    {
        get
        {
            var middle = From.Plus((Seconds + 1) / 2);
            return (new(From, middle), new(middle, To));
        }
    }
}

/// <summary>Cutting time into the windows that an interface allows, and knowing which are done.</summary>
public static class PullWindows
{
    /// <summary>In order, each at most so many days of the platform's clock and broken at its midnights.</summary>
    public static IEnumerable<Span> Cut(Span span, int days)
    {
        for (var from = span.From; from < span.To;)
        {
            var midnight = ShopClock.Shanghai.StartOf(ShopClock.Shanghai.DayOf(from).AddDays(days));
            var to = midnight < span.To ? midnight : span.To;
            yield return new(from, to);
            from = to;
        }
    }

    /// <summary>What is wanted and not done, in order.</summary>
    public static IReadOnlyList<Span> Left(Span wanted, IEnumerable<Span> done)
    {
        var left = new List<Span>();
        var from = wanted.From;
        foreach (var span in Merged(done))
        {
            if (span.From >= wanted.To) break;
            if (span.From > from) left.Add(new(from, span.From));
            if (span.To > from) from = span.To;
        }
        if (from < wanted.To) left.Add(new(from, wanted.To));
        return left;
    }

    /// <summary>Spans that touch or overlap become one; in order.</summary>
    public static IReadOnlyList<Span> Merged(IEnumerable<Span> spans)
    {
        var merged = new List<Span>();
        foreach (var span in spans.Where(s => !s.IsEmpty).OrderBy(s => s.From))
        {
            if (merged.Count > 0 && span.From <= merged[^1].To) merged[^1] = merged[^1] with { To = span.To > merged[^1].To ? span.To : merged[^1].To };
            else merged.Add(span);
        }
        return merged;
    }

    /// <summary>The days that lie wholly in the span; null where none does.</summary>
    public static (DateOnly First, DateOnly Last)? WholeDays(Span span)
    {
        var clock = ShopClock.Shanghai;
        var first = clock.DayOf(span.From) is var day && clock.StartOf(day) == span.From ? day : day.AddDays(1);
        var last = clock.DayOf(span.To).AddDays(-1);
        return first <= last ? (first, last) : null;
    }
}
