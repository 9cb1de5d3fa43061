using System.Text.Json;
using Heng.Intake.Bytes;
using Heng.Intake.Fields;
using Heng.Intake.Mapping;

namespace Heng.Intake;

/// <summary>
/// Finds the header of a file and with it the format: among the first records, since some exporters put a banner above, and under every delimiter.
/// The format that binds the most columns wins.
/// </summary>
internal sealed class HeaderSearch(TextFile file, IReadOnlyList<Format> candidates, MessageMap? map)
{
    private const int MostBanner = 10, MostObjects = 20, MostNames = 1000;
    private Layout? best;
    private Binding? nearest;
    private Format? nearestFormat;
    private List<string> firstNames = [];

    public (Layout? Layout, Refusal? Refusal) Table()
    {
        foreach (var delimiter in file.IsSheet ? ","u8 : ",\t;"u8) Look(delimiter);
        if (best is null) foreach (var delimiter in file.IsSheet ? ","u8 : "\t,;"u8) LookForRows(delimiter);
        return best is not null ? (best, null) : (null, Refused());
    }

    private void Look(byte delimiter)
    {
        var banner = new List<IReadOnlyList<string>>();
        using var records = new DelimitedRecords(file.Window(), delimiter, file.IsSheet);
        for (var above = 1; above <= MostBanner && records.Next(); above++)
        {
            if (records.Fault == Reasons.RowTooLong) return;
            if (records.Fault is not null || records.Count > MostNames) continue;
            var names = NamesOf(records);
            if (above == 1 && names.Count > firstNames.Count) firstNames = names;
            if (banner.Count > 0) Consider(2, Joined(banner[^1], names), delimiter, above, records.Raw, banner.SkipLast(1));
            if (best is not null && best.Delimiter == delimiter) return;
            Consider(1, names, delimiter, above, records.Raw, banner);
            // The upper of two rows may pass for a header of its own: the lower one decides.
            if (best is not null && best.Delimiter == delimiter && records.Next() && records.Fault is null)
                Consider(2, Joined(names, NamesOf(records)), delimiter, above + 1, records.Raw, banner);
            if (best is not null && best.Delimiter == delimiter) return;
            banner.Add(names);
        }
    }

    private List<string> NamesOf(DelimitedRecords records) =>
        [.. Enumerable.Range(0, records.Count).Select(i => file.Charset.Lossy(Cells.Bared(Cells.Trimmed(records.Field(i)))).Trim())];

    /// <summary>A merged cell holds its text in its first column alone, so a group goes on to the right for as long as only the lower row names columns.</summary>
    private static List<string> Joined(IReadOnlyList<string> upper, IReadOnlyList<string> lower)
    {
        var (joined, group) = (new List<string>(), "");
        for (var i = 0; i < Math.Max(upper.Count, lower.Count); i++)
        {
            var (above, below) = (upper.ElementAtOrDefault(i) ?? "", lower.ElementAtOrDefault(i) ?? "");
            if (above.Length > 0 || below.Length == 0) group = above;
            joined.Add(below.Length == 0 ? above : group.Length == 0 ? below : $"{group}/{below}");
        }
        return joined;
    }

    private void Consider(int rows, IReadOnlyList<string> names, byte delimiter, int above, ReadOnlySpan<byte> raw, IEnumerable<IReadOnlyList<string>> banner)
    {
        var header = names.Select(Binding.Folded).ToList();
        foreach (var format in candidates.Where(f => f.HeaderRows == rows && f.Headless is null))
        {
            var binding = Binding.Of(format, header, map, file.Charset) with { Written = names };
            if (!binding.IsWhole) Note(format, binding);
            else if (best is null || binding.Bound > best.Binding.Bound)
                best = new(format, binding, delimiter, above, raw.ToArray(), names) { Banner = [.. banner.SelectMany(cells => cells)] };
        }
    }

    /// <summary>Files without a header: among the first records one is a row of the format.</summary>
    private void LookForRows(byte delimiter)
    {
        using var records = new DelimitedRecords(file.Window(), delimiter, file.IsSheet);
        for (var looked = 0; looked < MostBanner && best is null && records.Next(); looked++)
        {
            if (records.Fault is not null || records.Count > MostNames) continue;
            var cells = NamesOf(records);
            if (candidates.FirstOrDefault(f => f.Headless is { } isRow && isRow(cells)) is not { } format) continue;
            var names = format.Columns.Select(c => c.Name).ToList();
            best = new(format, Binding.Of(format, [.. names.Select(Binding.Folded)], map, file.Charset), delimiter, 0, [], names);
        }
    }

    /// <summary>JSON has no header: the names that its first objects bear are one. A field none of them bears may still come later.</summary>
    public (Layout? Layout, Refusal? Refusal) JsonLines()
    {
        var seen = new List<string>();
        using (var records = new DelimitedRecords(file.Window(), 0, true))
        {
            for (var i = 0; i < MostObjects && records.Next(); i++) AddNames(file.Charset.Lossy(records.Raw), seen);
        }
        firstNames = seen;
        foreach (var format in candidates)
        {
            var known = Binding.Of(format, [.. seen.Select(Binding.Folded)], map, file.Charset);
            var required = known.Unbound.Count == 0 && (map is null || !known.Lost.Intersect(RequiredColumns(format, map)).Any());
            if (required) return (WithNames(format, seen), null);
            Note(format, known);
        }
        return (null, Refused());
    }

    private Layout WithNames(Format format, List<string> seen)
    {
        var wanted = format.Columns.SelectMany(c => c.Names).Concat(MapColumns()).Select(Binding.Folded).ToHashSet();
        var names = seen.Where(n => wanted.Contains(Binding.Folded(n))).ToList();
        var held = names.Select(Binding.Folded).ToHashSet();
        names.AddRange(MapColumns().Where(n => held.Add(Binding.Folded(n))));
        names.AddRange(format.Columns.Where(c => !c.Names.Any(n => held.Contains(Binding.Folded(n)))).Select(c => c.Name));
        return new(format, Binding.Of(format, [.. names.Select(Binding.Folded)], map, file.Charset) with { Written = names }, 0, 0, [], names);
    }

    private static IEnumerable<string> RequiredColumns(Format format, MessageMap map) =>
        format.Columns.Where(c => c.Required).Select(c => map.Columns.GetValueOrDefault(c.Name)?.Column).OfType<string>();

    private IEnumerable<string> MapColumns()
    {
        if (map is null) return [];
        var columns = map.Columns.Values.SelectMany(s => new[] { s.Column, s.DefaultColumn }).Concat(map.Drop.Select(d => d.Column)).Append(map.SequenceColumn);
        return columns.OfType<string>();
    }

    private static void AddNames(string line, List<string> seen)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return;
            foreach (var property in json.RootElement.EnumerateObject().Take(MostNames))
            {
                if (!seen.Contains(property.Name)) seen.Add(property.Name);
            }
        }
        // A broken first line is a rejected row later; here it merely says nothing. The second is a lone surrogate in a name.
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
        }
    }

    private void Note(Format format, Binding binding)
    {
        if (nearest is not null && nearest.Bound >= binding.Bound) return;
        (nearest, nearestFormat) = (binding, format);
    }

    private Refusal Refused()
    {
        if (nearest is { Lost.Count: > 0 }) return Refusals.MapColumnMissing(nearest.Lost);
        var close = nearest is not null && nearestFormat is not null && (candidates.Count == 1 || nearest.Bound > nearest.Unbound.Count);
        if (close) return Refusals.HeaderIncomplete(nearestFormat!, nearest!.Unbound);
        return Refusals.HeaderUnknown(firstNames.Take(60).Select(n => n.Length > 60 ? n[..60] : n));
    }
}
