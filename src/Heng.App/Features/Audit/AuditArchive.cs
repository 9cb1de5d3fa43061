using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heng.Engine.Records;
using Heng.Store;
using Heng.Store.Audit;

namespace Heng.App.Features.Audit;

/// <summary>How much a file of the audit holds, and the hash of its last decision: with that, noted elsewhere, a later file is known to go on from this one.</summary>
public sealed record AuditCounts(long Decisions, long Witnessed, long Rows, string Head);

/// <summary>
/// The log of decisions with what it covers, as a zip of text files that can be verified without Heng: <c>decisions.ndjson</c>, <c>witness.txt</c>, and of each table whose rows are only
/// appended <c>rows/TABLE.txt</c>, a line a row: its place, a tab, the row as it is digested. docs/audit.md says how the hashes come about.
/// </summary>
public static class AuditArchive
{
    public const string DecisionsFile = "decisions.ndjson", WitnessFile = "witness.txt", RowsFolder = "rows/", NoteFile = "README.txt";
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const string Note = """
        衡 Heng：决定链及其见证的导出。核验：heng audit verify 本文件，或按 docs/audit.md 用任何语言重算。
        The chain of decisions and what it witnesses. To verify: heng audit verify THIS.zip, or work the hashes out as docs/audit.md says.
        """;

    /// <summary>Binds what is new into the chain first, so that everything in the file is covered.</summary>
    public static AuditCounts Write(Database database, Stream stream, Instant at)
    {
        database.Witness.Take(at, "heng");
        var (decisions, witness, rows) = (database.Decisions.All, database.Witness.All, 0L);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Put(NoteFile, [Note]);
        Put(DecisionsFile, decisions.Select(Line));
        Put(WitnessFile, witness.Select(w => $"{w.Seq.ToString(CultureInfo.InvariantCulture)} {w.Line.TrimEnd('\n')}"));
        foreach (var (table, _) in Appended.Tables) Put($"{RowsFolder}{table}.txt", Appended.Rows(database, table).Select(Counted));
        return new(decisions.Count, witness.Count, rows, decisions.Count == 0 ? "" : decisions[^1].Hash);

        string Counted(AppendedRow row)
        {
            rows++;
            return $"{row.Place}\t{row.Line}";
        }

        void Put(string name, IEnumerable<string> lines)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(false)) { NewLine = "\n" };
            foreach (var line in lines) writer.WriteLine(line);
        }
    }

    private static string Line(Decision d) => JsonSerializer.Serialize(
        new { seq = d.Seq, at = d.At.UnixSeconds, who = d.Who, what = d.What, subject = d.Subject, why = d.Why, hash = d.Hash, prev = d.Prev }, OneLine);
}
