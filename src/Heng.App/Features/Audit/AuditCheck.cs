using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.Engine.Records;
using Heng.Store;
using Heng.Store.Audit;

namespace Heng.App.Features.Audit;

/// <summary>Why a file of the audit does not hold. Worded at the edge in both languages.</summary>
public enum AuditFault
{
    /// <summary>It is no such file, or lines of it can't be read.</summary>
    Unreadable,
    ChainBroken,
    WitnessChanged,
    RowChanged,
    RowGone,
    /// <summary>No decision has the hash that was noted earlier: the log was written anew, or it is another shop's.</summary>
    HeadUnknown,
}

/// <summary>What a verified file comes to; with a fault, where.</summary>
public sealed record AuditChecked(AuditCounts Counts, AuditFault? Fault, string? Place);

/// <summary>Verifies a file of the audit by itself: no database, nothing but the file, and a hash noted earlier where there is one.</summary>
public static class AuditCheck
{
    public static AuditChecked Of(Stream file, string? head)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            return Of(zip, head);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FormatException or OverflowException or KeyNotFoundException or InvalidOperationException or NullReferenceException)
        {
            return new(new(0, 0, 0, ""), AuditFault.Unreadable, null);
        }
    }

    private static AuditChecked Of(ZipArchive zip, string? head)
    {
        var decisions = Lines(zip, AuditArchive.DecisionsFile).Select(Decided).ToList();
        var witness = Lines(zip, AuditArchive.WitnessFile).Select(Seen).ToList();
        var rows = Appended.Tables.ToDictionary(t => t.Table, t => Lines(zip, $"{AuditArchive.RowsFolder}{t.Table}.txt").Select(l => RowOf(t.Table, l)).ToList());
        var counts = new AuditCounts(decisions.Count, witness.Count, rows.Values.Sum(r => (long)r.Count), decisions.Count == 0 ? "" : decisions[^1].Hash);
        var (fault, place) = Chain(decisions, head) ?? Witnesses(decisions, witness) ?? Rows(witness, rows) ?? (null, null);
        return new(counts, fault, place);
    }

    private static (AuditFault?, string?)? Chain(List<Decision> decisions, string? head)
    {
        for (var i = 0; i < decisions.Count; i++)
            if (!decisions[i].Follows(i == 0 ? null : decisions[i - 1])) return (AuditFault.ChainBroken, Text(decisions[i].Seq));
        return head is not null && decisions.All(d => d.Hash != head) ? (AuditFault.HeadUnknown, head) : null;
    }

    private static (AuditFault?, string?)? Witnesses(List<Decision> decisions, List<Witnessed> witness)
    {
        var seen = witness.GroupBy(w => w.Seq).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var decision in decisions.Where(d => d is { Subject: Witness.Subject, What: Witness.Deed }))
            if (!seen.Remove(decision.Seq, out var of) || Witness.WhyOf(of) != decision.Why) return (AuditFault.WitnessChanged, Text(decision.Seq));
        return seen.Count > 0 ? (AuditFault.WitnessChanged, Text(seen.Keys.Min())) : null;
    }

    private static (AuditFault?, string?)? Rows(List<Witnessed> witness, Dictionary<string, List<AppendedRow>> rows)
    {
        foreach (var (table, found) in rows)
        {
            var seen = witness.Where(w => w.KeptIn == table).ToDictionary(w => w.Place, w => w.Digest, StringComparer.Ordinal);
            foreach (var row in found)
                if (!seen.Remove(row.Place, out var digest) || digest != row.Digest) return (AuditFault.RowChanged, $"{table} {row.Place}");
            if (seen.Count > 0) return (AuditFault.RowGone, $"{table} {seen.Keys.Order(StringComparer.Ordinal).First()}");
        }
        return null;
    }

    private static Decision Decided(string line)
    {
        var d = JsonNode.Parse(line)!;
        string Of(string name) => d[name]!.GetValue<string>();
        return new(d["seq"]!.GetValue<long>(), new(d["at"]!.GetValue<long>()), Of("who"), Of("what"), Of("subject"), Of("why"), Of("hash"), Of("prev"));
    }

    /// <summary>A place may hold blanks: the number and the table stand before it, the digest behind it.</summary>
    private static Witnessed Seen(string line)
    {
        var (first, last) = (line.IndexOf(' '), line.LastIndexOf(' '));
        var second = line.IndexOf(' ', first + 1);
        if (second < 0 || last <= second) throw new FormatException(line);
        return new(long.Parse(line[..first], CultureInfo.InvariantCulture), line[(first + 1)..second], line[(second + 1)..last], line[(last + 1)..]);
    }

    private static AppendedRow RowOf(string table, string line) => line.IndexOf("\t{", StringComparison.Ordinal) is >= 0 and var at ? new(table, line[..at], line[(at + 1)..]) : throw new FormatException(line);

    private static IEnumerable<string> Lines(ZipArchive zip, string name)
    {
        using var reader = new StreamReader((zip.GetEntry(name) ?? throw new InvalidDataException(name)).Open());
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
