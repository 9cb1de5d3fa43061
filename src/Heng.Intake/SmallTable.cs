using Heng.Intake.Bytes;
using Heng.Intake.Fields;

namespace Heng.Intake;

/// <summary>A row of a small table, by the names of its columns in small letters.</summary>
public sealed record SmallRow(long Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The first of the columns that the table has and that is not empty; else empty.</summary>
    public string Of(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Cells.TryGetValue(name, out var text) && text.Length > 0) return text;
        return "";
    }
}

/// <summary>A small table that a person fills in (csv in any delimiter and encoding, xlsx, xls), read as texts under the names of its first row.</summary>
public static class SmallTable
{
    private const int MostRows = 5000;

    /// <summary>Its rows, or the refusal of a file that is no table. Empty rows are left out; beyond 5000 nothing is read.</summary>
    public static (IReadOnlyList<SmallRow>? Rows, Refusal? Refused) Read(string path)
    {
        using var head = File.OpenRead(path);
        var prefix = new byte[Math.Min(Sniffed.PrefixBytes, head.Length)];
        var sniffed = Sniffed.From(prefix.AsSpan(0, head.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false)));
        if (Refused(path, sniffed.Kind) is { } refusal) return (null, refusal);
        var file = new TextFile(path, sniffed);
        var rows = new List<SmallRow>();
        foreach (var delimiter in file.IsSheet ? ","u8 : ",\t;"u8)
        {
            using var records = new DelimitedRecords(file.Window(), delimiter, file.IsSheet);
            if (!records.Next() || records.Count < 2) continue;
            string[] names = [.. TextsOf(records, file).Select(n => n.ToLowerInvariant())];
            while (rows.Count < MostRows && records.Next())
            {
                var texts = TextsOf(records, file);
                if (records.Fault is not null || texts.All(t => t.Length == 0)) continue;
                rows.Add(new(records.Line, names.Zip(texts).Where(p => p.First.Length > 0).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal)));
            }
            return (rows, null);
        }
        return (rows, null);
    }

    private static List<string> TextsOf(DelimitedRecords records, TextFile file) =>
        [.. Enumerable.Range(0, records.Count).Select(i => FormulaGuard.Off(file.Charset.Lossy(records.Field(i)).Trim()))];

    private static Refusal? Refused(string path, FileKind kind) => kind switch
    {
        FileKind.Empty => Refusals.Empty,
        FileKind.Html => Refusals.Html,
        FileKind.Binary => Refusals.Binary,
        FileKind.UnknownEncoding => Refusals.EncodingUnknown,
        FileKind.Sheet => Workbook.Check(path),
        _ => null,
    };
}
