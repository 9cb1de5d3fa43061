using Dapper;
using Heng.Engine.Metrics;

namespace Heng.Store;

/// <summary>Which days a source's files span (覆盖): a covered day without facts is zero, a day not covered is missing.</summary>
public sealed class Coverage(Database database)
{
    public void Add(int shop, Source source, DateOnly from, DateOnly to) => database.Write(Durability.Full, t => Add(t, shop, source, from, to));

    internal static void Add(Transaction t, int shop, Source source, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            t.Execute("INSERT INTO coverage (shop_id, source, day) VALUES (@shop, @source, @day) ON CONFLICT DO NOTHING", new { shop, source = (long)source, day = Stored.Day(day) });
    }

    /// <summary>A day that Heng itself covers: no longer, where what covered it is gone.</summary>
    internal static void Set(Transaction t, int shop, Source source, DateOnly day, bool covered)
    {
        if (covered) Add(t, shop, source, day, day);
        else t.Execute("DELETE FROM coverage WHERE shop_id = @shop AND source = @source AND day = @day", new { shop, source = (long)source, day = Stored.Day(day) });
    }

    public IReadOnlySet<(Source Source, DateOnly Day)> Between(int shop, DateOnly from, DateOnly to) => database.Read(c => c
        .Query<(long Source, long Day)>("SELECT source, day FROM coverage WHERE shop_id = @shop AND day BETWEEN @from AND @to", new { shop, from = Stored.Day(from), to = Stored.Day(to) })
        .Select(r => ((Source)r.Source, Stored.Day(r.Day))).ToHashSet());

    /// <summary>All covered days as stretches without a gap, by source and day.</summary>
    public IReadOnlyList<(Source Source, DateOnly First, DateOnly Last)> Stretches(int shop)
    {
        var stretches = new List<(Source Source, DateOnly First, DateOnly Last)>();
        foreach (var (source, day) in Between(shop, DateOnly.MinValue, DateOnly.MaxValue).OrderBy(c => c.Source).ThenBy(c => c.Day))
        {
            if (stretches.Count > 0 && stretches[^1] is var (last, first, before) && last == source && before.AddDays(1) == day) stretches[^1] = (source, first, day);
            else stretches.Add((source, day, day));
        }
        return stretches;
    }

    /// <summary>The first and last covered day of a source, or null.</summary>
    public (DateOnly First, DateOnly Last)? Span(int shop, Source source) => database.Read(c =>
        c.QuerySingle<(long? First, long? Last)>("SELECT MIN(day), MAX(day) FROM coverage WHERE shop_id = @shop AND source = @source", new { shop, source = (long)source })
            is ({ } first, { } last) ? (Stored.Day(first), Stored.Day(last)) : ((DateOnly, DateOnly)?)null);
}
