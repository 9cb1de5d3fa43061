using Heng.Intake.Bytes;
using Heng.Intake.Mapping;

namespace Heng.Intake.Fields;

/// <summary>Where one column of a format comes from: a cell, another cell when that is empty, a fixed value when both are.</summary>
internal readonly record struct Slot(int Source, int Fallback, byte[]? Constant, IReadOnlyDictionary<string, string>? Values)
{
    /// <summary>The next cell under the same name, where a header has it twice.</summary>
    public int Twin { get; init; } = -1;

    public static readonly Slot Nowhere = new(-1, -1, null, null);
    public bool IsBound => Source >= 0 || Constant is not null;
    public string Mapped(string word) => Values is not null && Values.TryGetValue(word, out var mapped) ? mapped : word;
}

/// <summary>
/// A format's columns tied to a file's header. <paramref name="Unbound"/> are required columns with no source, <paramref name="Lost"/> names that the map gives and
/// the file lacks; a file is read only when both are empty. Of equal names in a header the first counts, and where its cell says nothing the next.
/// </summary>
internal sealed record Binding(
    IReadOnlyList<string> Header, IReadOnlyList<Slot> Slots, int Sequence, IReadOnlyList<(DropCondition Condition, int Source)> Drops,
    IReadOnlyList<string> Unbound, IReadOnlyList<string> Lost)
{
    public bool IsWhole => Unbound.Count == 0 && Lost.Count == 0;
    public int Bound => Slots.Count(s => s.IsBound) + Repeated.Count;
    /// <summary>The cells of the columns that repeat, in the header's order.</summary>
    public IReadOnlyList<int> Repeated { get; init; } = [];

    /// <summary>The header as the file writes it, for what is said to people; the columns are found by the folded one.</summary>
    public IReadOnlyList<string> Written { get; init; } = Header;

    public static Binding Of(Format format, IReadOnlyList<string> header, MessageMap? map, Charset charset)
    {
        var lost = new List<string>();
        var slots = format.Columns.Select(c => SlotOf(c, header, map, charset, lost)).ToList();
        var drops = map is null ? [] : map.Drop.Select(d => (d, Find(header, d.Column, lost))).ToList();
        var sequence = map?.SequenceColumn is { } name ? Find(header, name, lost) : -1;
        var unbound = format.Columns.Where((c, i) => c.Required && !slots[i].IsBound).Select(c => c.Name).ToList();
        var repeated = format.Repeats is { } repeats ? Enumerable.Range(0, header.Count).Where(i => repeats(header[i])).ToList() : [];
        if (format.Repeats is not null && repeated.Count == 0) unbound.Add("…");
        return new(header, slots, sequence, drops, unbound, lost) { Repeated = repeated };
    }

    private static Slot SlotOf(Column column, IReadOnlyList<string> header, MessageMap? map, Charset charset, List<string> lost)
    {
        var values = map?.Values.GetValueOrDefault(column.Name);
        if (map?.Constants.GetValueOrDefault(column.Name) is { } constant) return new(-1, -1, charset.Bytes(constant), values);
        if (map?.Columns.GetValueOrDefault(column.Name) is { } source)
        {
            var fallback = source.DefaultColumn is { } other ? Find(header, other, lost) : -1;
            return new(Find(header, source.Column, lost), fallback, source.Default is { } text ? charset.Bytes(text) : null, values);
        }
        foreach (var name in column.Names)
        {
            var at = IndexOf(header, name);
            if (at >= 0) return new(at, -1, null, values) { Twin = IndexOf(header, name, at + 1) };
        }
        return Slot.Nowhere;
    }

    private static int Find(IReadOnlyList<string> header, string name, List<string> lost)
    {
        var at = IndexOf(header, name);
        if (at < 0 && !lost.Contains(name)) lost.Add(name);
        return at;
    }

    private static int IndexOf(IReadOnlyList<string> header, string name, int from = 0)
    {
        var folded = Folded(name);
        for (var i = from; i < header.Count; i++)
        {
            if (header[i] == folded) return i;
        }
        return -1;
    }

    /// <summary>Headers differ in trailing blanks, letter case and the width of brackets, within one file even: <c>平均响应时长（秒)</c>.</summary>
    public static string Folded(string name) =>
        name.Trim().Trim('\uFEFF').Replace('（', '(').Replace('）', ')').Replace('：', ':').Replace("\u3000", "", StringComparison.Ordinal).ToLowerInvariant().Trim();
}
