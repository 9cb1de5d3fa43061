using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>One number of everybody in a month, at scoring precision; null is missing.</summary>
internal sealed record Column(decimal?[] Values, Unit Unit);

/// <summary>What a column holds: a source as an item asks for it. A metric's is the same for all items; what people gave is the item's own.</summary>
internal readonly record struct ColumnKey(string Item, ItemSource Source, MinimumSample? Sample, Method? Scale)
{
    public static ColumnKey Of(Item item) => item.Source is FromMetric ? new("", item.Source, item.Sample, null) : new(item.Id, item.Source, item.Sample, item.Method);
    public static ColumnKey Of(FromMetric metric) => new("", metric, null, null);
}

/// <summary>
/// A month laid out in columns of numbers, without their explanations: each is read once, through the same code as a card's, and serves every plan that is tried.
/// Not for several threads at a time.
/// </summary>
internal sealed class MonthColumns
{
    private readonly Dictionary<ColumnKey, Column> kept = [];
    private readonly Dictionary<ColumnKey, Column> instead = [];
    private readonly Dictionary<PayComponent, decimal?[]> paid = new(ReferenceEqualityComparer.Instance);

    public MonthColumns(SimulatedMonth month)
    {
        (Month, Pays) = (month.Month, month.Pays);
        People = [.. month.People.OrderBy(p => p.Agent, StringComparer.Ordinal).ThenBy(p => p.Scored.Group, StringComparer.Ordinal).ThenBy(p => p.Position, StringComparer.Ordinal)];
        Attendances = [.. People.Select(p => p.Paid.Attendance is { } a && a.Month == Month && a.Agent == p.Agent ? a : null)];
        Shares = [.. People.Select(p => ShareOf(p.Scored.WorkedDays, p.Scored.DueDays))];
        PaidShares = [.. Attendances.Select(a => ShareOf(a?.PaidDays, a?.DueDays))];
        Payees = [.. People.Select(p => PayRun.OfMonth(Month, p.Paid))];
        (Groups, Positions) = (Numbered(People.Select(p => p.Scored.Group)), Numbered(People.Select(p => p.Position)));
    }

    private MonthColumns(MonthColumns from)
    {
        (Month, Pays, People, Attendances, Shares, PaidShares) = (from.Month, from.Pays, from.People, from.Attendances, from.Shares, from.PaidShares);
        (Payees, Groups, Positions, kept, paid) = (from.Payees, from.Groups, from.Positions, from.kept, from.paid);
    }

    public Month Month { get; }
    public bool Pays { get; }
    public Subject[] People { get; }
    public Attendance?[] Attendances { get; }
    /// <summary>Of a part month worked ÷ due days, else 1.</summary>
    public decimal[] Shares { get; }
    public decimal[] PaidShares { get; }
    public Payee[] Payees { get; }
    /// <summary>Of each person the number that stands for their group, from 0 in the order in which they first come.</summary>
    public int[] Groups { get; }
    public int[] Positions { get; }

    public Column Of(Item item)
    {
        var key = ColumnKey.Of(item);
        if (instead.TryGetValue(key, out var other) || kept.TryGetValue(key, out other)) return other;
        return kept[key] = Columned(People.Select(p => ItemValue.Of(item, p.Scored, Period.Ending(Cycle.Month, Month)).Explained));
    }

    public Column Of(FromMetric metric)
    {
        var key = ColumnKey.Of(metric);
        if (instead.TryGetValue(key, out var other) || kept.TryGetValue(key, out other)) return other;
        return kept[key] = Columned(People.Select(p => Scaling.Scoring(p.Paid.Metric(metric.Asked))));
    }

    /// <summary>
    /// What a component that reads no card pays a person, added up over its explained lines; worked out once, but where a number that it reads stands here in another's stead.
    /// </summary>
    public decimal Paid(PayComponent component, int person, SchemeVersion of)
    {
        if (component.Metrics.Any(m => instead.ContainsKey(ColumnKey.Of(m)))) return Worked(component, person, of);
        if (!paid.TryGetValue(component, out var known)) paid[component] = known = new decimal?[People.Length];
        return known[person] ??= Worked(component, person, of);
    }

    private decimal Worked(PayComponent component, int person, SchemeVersion of)
    {
        var own = Payees[person];
        Explained Number(string asked) => component.Metrics.FirstOrDefault(m => m.Asked == asked) is { } metric && Of(metric) is var column
            ? Explained.Leaf(asked, default, column.Values[person], column.Unit) : own.Metric(asked);
        return component.Lines(own with { Metric = Number, Asker = People[person].AskerFor(Month, of) }).Sum(l => l.Amount);
    }

    /// <summary>The same month with other numbers in the item's column; a missing one stays missing. An indicator on the same metric sees them too.</summary>
    public MonthColumns With(Item item, Func<decimal, decimal> change)
    {
        var column = Of(item);
        var changed = column with { Values = [.. column.Values.Select(v => v is { } value ? change(value) : v)] };
        var with = new MonthColumns(this);
        with.instead[ColumnKey.Of(item)] = changed;
        if (item is { Source: FromMetric metric, Sample: not null }) with.instead[ColumnKey.Of(metric)] = Of(metric) is var whole ? whole with { Values = [.. whole.Values.Select(v => v is { } value ? change(value) : v)] } : whole;
        return with;
    }

    /// <summary>The same month with another number of one person's, wherever it was read already; where they have none, such as under a minimum sample, they still have none.</summary>
    public MonthColumns With(string asked, int person, decimal value)
    {
        var with = new MonthColumns(this);
        foreach (var (key, column) in kept)
            if (key.Source is FromMetric metric && metric.Asked == asked && column.Values[person] is not null)
                with.instead[key] = column with { Values = [.. column.Values.Select((v, i) => i == person ? value : v)] };
        return with;
    }

    private static Column Columned(IEnumerable<Explained> explained)
    {
        var all = explained.ToArray();
        return new([.. all.Select(e => e.Value)], all.FirstOrDefault(e => e.Value is not null)?.Unit ?? all.FirstOrDefault()?.Unit ?? Unit.None);
    }

    private static int[] Numbered(IEnumerable<string> names)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(n => numbers.TryGetValue(n, out var known) ? known : numbers[n] = numbers.Count)];
    }

    private static decimal ShareOf(decimal? worked, decimal? due) => Scaling.PartMonth(worked, due)?.Value ?? 1m;
}
