using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>Lines that a program sent and that were found in order, as a small file of the format. <paramref name="ReceivedMicros"/> counts microseconds of 1970.</summary>
public sealed record IngestBatch(long Id, string Format, string By, long ReceivedMicros, int Lines, byte[] Payload)
{
    public Instant Received => new(ReceivedMicros / 1_000_000);
}

/// <summary>
/// What was acknowledged to who sent it and is not among the records yet. A batch goes only when an import has brought all of it: whoever is interrupted between the two imports it again,
/// and the same again is a duplicate.
/// </summary>
public sealed class IngestLog
{
    private readonly Database database;

    internal IngestLog(Database database) => this.database = database;

    /// <summary>Keeps all of them or none; once it returns, a power cut takes none. They come back with their numbers, in order.</summary>
    public IReadOnlyList<IngestBatch> Append(IReadOnlyList<IngestBatch> batches) => database.Write(Durability.Full, t => batches.Select(b => b with
    {
        Id = t.Scalar<long>("INSERT INTO ingest_batch (format, sent_by, received_at, lines, payload) VALUES (@Format, @By, @ReceivedMicros, @lines, @Payload) RETURNING batch_id",
            new { b.Format, b.By, b.ReceivedMicros, lines = (long)b.Lines, b.Payload }),
    }).ToList());

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<IngestBatch> After(long id, int limit) => database.Read(c => c
        .Query<(long Id, string Format, string By, long Received, long Lines, byte[] Payload)>(
            "SELECT batch_id, format, sent_by, received_at, lines, payload FROM ingest_batch WHERE batch_id > @id ORDER BY batch_id LIMIT @limit", new { id, limit })
        .Select(b => new IngestBatch(b.Id, b.Format, b.By, b.Received, (int)b.Lines, b.Payload)).ToList());

    /// <summary>Those of one format, in the order in which they came.</summary>
    public IReadOnlyList<IngestBatch> OfFormat(string format) => database.Read(c => c
        .Query<(long Id, string Format, string By, long Received, long Lines, byte[] Payload)>(
            "SELECT batch_id, format, sent_by, received_at, lines, payload FROM ingest_batch WHERE format = @format ORDER BY batch_id", new { format })
        .Select(b => new IngestBatch(b.Id, b.Format, b.By, b.Received, (int)b.Lines, b.Payload)).ToList());

    /// <summary>All of it in order, some at a time: what waits may be more than the memory should hold.</summary>
    public IEnumerable<IngestBatch> Waiting
    {
        get
        {
            for (long last = 0; After(last, 200) is [.., var end] some; last = end.Id)
                foreach (var batch in some) yield return batch;
        }
    }

    public long Lines => database.Read(c => c.ExecuteScalar<long>("SELECT COALESCE(SUM(lines), 0) FROM ingest_batch"));

    public long Last => database.Read(c => c.ExecuteScalar<long>("SELECT COALESCE(MAX(batch_id), 0) FROM ingest_batch"));

    /// <summary>These are among the records now.</summary>
    public void Forget(IReadOnlyList<long> batches) => database.Write(Durability.Full, t => t.Execute(
        $"DELETE FROM ingest_batch WHERE {t.Dialect.OneOf("batch_id", "batches")}", new { batches = new Among(batches.ToArray()) }));
}
