using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A file that was imported. Read = accepted + rejected + duplicate + dropped once the state is done.</summary>
public sealed record ImportFile(
    long Id, int? Shop, string Name, string Format, string Sha256, long Size, Instant? ExportedAt, ImportCounts Counts,
    Instant StartedAt, Instant? FinishedAt, string By, string State)
{
    /// <summary>Nothing of it was taken; why stands as the rejected row of line 0.</summary>
    public const string Refused = "refused";
    /// <summary>Settling: its rows are kept, what follows from them is not counted again yet.</summary>
    public const string Running = "running", Settling = "settling", Done = "done", Failed = "failed";
}

public readonly record struct ImportCounts(long Read, long Accepted, long Rejected, long Duplicate, long Dropped)
{
    public bool Balance => Read == Accepted + Rejected + Duplicate + Dropped;
}

/// <summary>A row that could not be understood, with its line and the reason.</summary>
public sealed record RejectedRow(long Line, string Reason, string Raw);

/// <summary>What was imported (导入记录), file by file, and the rows that were rejected.</summary>
public sealed class Imports
{
    private const string Columns =
        "import_id, shop_id, name, format, sha256, size, exported_at, read_rows, accepted, rejected, duplicate, dropped, started_at, finished_at, imported_by, state";
    private readonly Database database;

    internal Imports(Database database) => this.database = database;

    /// <summary>Notes that a file is being imported; the number it gets marks what it brings.</summary>
    public long Begin(int? shop, string name, string format, string sha256, long size, Instant? exportedAt, Instant startedAt, string by) => database.Write(Durability.Full, t =>
        Insert(t, new { shop = (long?)shop, name, format, sha256, size, exported = exportedAt?.UnixSeconds, started = startedAt.UnixSeconds, finished = (long?)null, by, state = ImportFile.Running }));

    /// <summary>Keeps that a file was not taken at all, who brought it and why not.</summary>
    public void Refuse(string name, string reason, string details, Instant at, string by) => database.Write(Durability.Full, t =>
    {
        var seconds = (long?)at.UnixSeconds;
        var import = Insert(t, new { shop = (long?)null, name, format = "", sha256 = "", size = 0L, exported = (long?)null, started = seconds, finished = seconds, by, state = ImportFile.Refused });
        t.Insert("rejected_row", "import_id, line, reason, raw", [[import, 0L, reason, details]]);
    });

    private static long Insert(Transaction t, object file) => t.Scalar<long>("""
        INSERT INTO import_file (shop_id, name, format, sha256, size, exported_at, read_rows, accepted, rejected, duplicate, dropped, started_at, finished_at, imported_by, state)
        VALUES (@shop, @name, @format, @sha256, @size, @exported, 0, 0, 0, 0, 0, @started, @finished, @by, @state) RETURNING import_id
        """, file);

    /// <summary>Keeps what became of the file's rows. A hash that was not known at the beginning is kept too.</summary>
    public void Finish(long import, ImportCounts counts, IEnumerable<RejectedRow> rejected, Instant finishedAt, string state = ImportFile.Done, string? sha256 = null) => database.Write(Durability.Full, t =>
    {
        t.Execute("""
            UPDATE import_file SET sha256 = COALESCE(@sha256, sha256), read_rows = @Read, accepted = @Accepted, rejected = @Rejected, duplicate = @Duplicate, dropped = @Dropped, finished_at = @finished, state = @state
            WHERE import_id = @import
            """, new { counts.Read, counts.Accepted, counts.Rejected, counts.Duplicate, counts.Dropped, finished = finishedAt.UnixSeconds, state, import, sha256 });
        t.Execute("DELETE FROM rejected_row WHERE import_id = @import", new { import });
        t.Insert("rejected_row", "import_id, line, reason, raw", rejected.Select(r => (object?[])[import, r.Line, r.Reason, r.Raw]));
    });

    /// <summary>What the imports brought is counted everywhere.</summary>
    public void MarkDone(IReadOnlyList<long> imports) => Mark(imports, ImportFile.Settling, ImportFile.Done);

    /// <summary>The imports stopped half way; the days they had written are counted everywhere.</summary>
    public void MarkFailed(IReadOnlyList<long> imports) => Mark(imports, ImportFile.Running, ImportFile.Failed);

    private void Mark(IReadOnlyList<long> imports, string from, string to)
    {
        if (imports.Count == 0) return;
        database.Write(Durability.Full, t => t.Execute($"UPDATE import_file SET state = @to WHERE {t.Dialect.OneOf("import_id", "imports")} AND state = @from", new { imports = new Among(imports.ToArray()), from, to }));
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ImportFile> All(int limit = 1000) => Rows("1 = 1 ORDER BY import_id DESC LIMIT @limit", new { limit });
    public ImportFile? Find(long import) => Rows("import_id = @import", new { import }).FirstOrDefault();
    /// <summary>Earlier finished imports of the very same bytes.</summary>
    public IReadOnlyList<ImportFile> Same(string sha256) => Rows("sha256 = @sha256 AND state = 'done' ORDER BY import_id", new { sha256 });

    public IReadOnlyList<RejectedRow> Rejected(long import) => database.Read(c => c
        .Query<(long Line, string Reason, string Raw)>("SELECT line, reason, raw FROM rejected_row WHERE import_id = @import ORDER BY line", new { import })
        .Select(r => new RejectedRow(r.Line, r.Reason, r.Raw)).ToList());

    private List<ImportFile> Rows(string condition, object with) =>
        database.Read(c => c.Query<Row>($"SELECT {Columns} FROM import_file WHERE {condition}", with).Select(r => r.File).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(
        long import_id, long? shop_id, string name, string format, string sha256, long size, long? exported_at, long read_rows, long accepted, long rejected,
        long duplicate, long dropped, long started_at, long? finished_at, string imported_by, string state)
    {
        public ImportFile File => new(
            import_id, (int?)shop_id, name, format, sha256, size, Stored.Instant(exported_at), new(read_rows, accepted, rejected, duplicate, dropped),
            new(started_at), Stored.Instant(finished_at), imported_by, state);
    }
#pragma warning restore IDE1006, CA1812
}
