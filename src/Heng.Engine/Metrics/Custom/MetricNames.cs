using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics.Custom;

/// <summary>The metrics that a formula may name, by id, by name in either language and by alias. Those of <see cref="Ahead"/> exist and may not be named here.</summary>
internal sealed class MetricNames(IEnumerable<Metric> known)
{
    private readonly Dictionary<string, Metric> byId = known.ToDictionary(metric => metric.Id, StringComparer.Ordinal);

    /// <summary>The metric that is being defined, and those that were first defined after it.</summary>
    public IReadOnlySet<string> Ahead { get; set; } = new HashSet<string>();
    public string Self { get; set; } = "";

    public void Add(Metric metric) => byId[metric.Id] = metric;
    public Metric? Find(string id) => Ahead.Contains(id) ? null : byId.GetValueOrDefault(id);

    /// <summary>Everything of that name; ids come first, so that an id is never ambiguous.</summary>
    public IReadOnlyList<Metric> Named(string name)
    {
        if (Find(name) is { } metric) return [metric];
        var usable = byId.Values.Where(m => !Ahead.Contains(m.Id)).ToArray();
        var named = usable.Where(m => m.Name.Zh == name || string.Equals(m.Name.En, name, StringComparison.OrdinalIgnoreCase)).ToArray();
        return named.Length > 0 ? named : [.. usable.Where(m => m.Aliases.Contains(name, StringComparer.Ordinal))];
    }

    /// <summary>The known metric that is written most like it; null where none is near.</summary>
    public Metric? Nearest(string text) => byId.Values.Where(m => !Ahead.Contains(m.Id))
        .SelectMany(m => m.Aliases.Append(m.Id).Append(m.Name.Zh).Append(m.Name.En).Select(word => (Metric: m, Distance: Distance(word, text))))
        .Where(near => near.Distance <= Math.Max(1, text.Length / 3))
        .OrderBy(near => near.Distance).ThenBy(near => near.Metric.Id, StringComparer.Ordinal).Select(near => near.Metric).FirstOrDefault();

    /// <summary>How many letters must be put in, left out, changed, or swapped with the next, whatever their case.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 20) return int.MaxValue;
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        bool Same(int i, int j) => char.ToLowerInvariant(a[i]) == char.ToLowerInvariant(b[j]);
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (Same(i - 1, j - 1) ? 0 : 1));
                if (i > 1 && j > 1 && Same(i - 1, j - 2) && Same(i - 2, j - 1)) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        return rows[a.Length, b.Length];
    }
}
