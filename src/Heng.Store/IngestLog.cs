using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>Lines that a program sent and that were found in order, as a small file of the format. <paramref name="ReceivedMicros"/> counts microseconds of 1970.</summary>
public sealed record IngestBatch(long Id, string Format, string By, long ReceivedMicros, int Lines, byte[] Payload)
{
    public Instant Received => new(ReceivedMicros / 1_000_000);
}

/// <summary>What an import could not take, and why: kept as it is. Words are what the program said of it, for who looks into it.</summary>
public sealed record AsideBatch(long Id, string Format, string By, long ReceivedMicros, long Lines, Instant At, string Code, string Words);

/// <summary>
/// What was acknowledged to who sent it and is not among the records yet. A batch goes only when an import has brought all of it: whoever is interrupted between the two imports it again,
/// and the same again is a duplicate.
/// </summary>
public sealed class IngestLog
{
    private const int AtOnce = 200;
    /// <summary>Bytes that are read at once of what waits.</summary>
    private const long MostHeld = 16 << 20;
    private readonly Database database;

    internal IngestLog(Database database) => this.database = database;

    /// <summary>Keeps all of them or none; once it returns, a power cut takes none. They come back with their numbers, in order.</summary>
    public IReadOnlyList<IngestBatch> Append(IReadOnlyList<IngestBatch> batches) => database.Write(Durability.Full, t => batches.Select(b => b with
    {
        Id = t.Scalar<long>("INSERT INTO ingest_batch (format, sent_by, received_at, lines, payload) VALUES (@Format, @By, @ReceivedMicros, @lines, @Payload) RETURNING batch_id",
            new { b.Format, b.By, b.ReceivedMicros, lines = (long)b.Lines, b.Payload }),
    }).ToList());

    /// <summary>Those of one format, in the order in which they came.</summary>
    public IReadOnlyList<IngestBatch> OfFormat(string format) => Rows("format = @format AND aside_at IS NULL ORDER BY batch_id", new { format });

    /// <summary>All of it in order, some at a time: what waits may be more than the memory should hold.</summary>
    public IEnumerable<IngestBatch> Waiting => These(Numbers(int.MaxValue));

    /// <summary>Which wait, in order.</summary>
    public IReadOnlyList<long> Numbers(int limit) => database.Read(c => c.Query<long>("SELECT batch_id FROM ingest_batch WHERE aside_at IS NULL ORDER BY batch_id LIMIT @limit", new { limit }).ToList());

    /// <summary>These, in order, some at a time: as many as are no more than <see cref="MostHeld"/> together, or one.</summary>
    public IEnumerable<IngestBatch> These(IReadOnlyList<long> numbers)
    {
        for (var from = 0; from < numbers.Count;)
        {
            var some = new Among(numbers.Skip(from).Take(AtOnce).ToArray());
            var sizes = database.Read(c => c.Query<(long Id, long Bytes)>($"SELECT batch_id, CAST(LENGTH(payload) AS BIGINT) FROM ingest_batch WHERE {database.Dialect.OneOf("batch_id", "some")} ORDER BY batch_id", new { some }).ToList());
            for (var at = 0; at < sizes.Count;)
            {
                var (first, held) = (at, 0L);
                while (at < sizes.Count && (at == first || held + sizes[at].Bytes <= MostHeld)) held += sizes[at++].Bytes;
                foreach (var batch in Rows("batch_id BETWEEN @first AND @last AND " + database.Dialect.OneOf("batch_id", "some") + " ORDER BY batch_id", new { first = sizes[first].Id, last = sizes[at - 1].Id, some })) yield return batch;
            }
            from += AtOnce;
        }
    }

    public long Lines => database.Read(c => c.ExecuteScalar<long>("SELECT COALESCE(SUM(lines), 0) FROM ingest_batch WHERE aside_at IS NULL"));

    public long Last => database.Read(c => c.ExecuteScalar<long>("SELECT COALESCE(MAX(batch_id), 0) FROM ingest_batch WHERE aside_at IS NULL"));

    /// <summary>These are among the records now.</summary>
    public void Forget(IReadOnlyList<long> batches) => database.Write(Durability.Full, t => t.Execute(
        $"DELETE FROM ingest_batch WHERE {t.Dialect.OneOf("batch_id", "batches")}", new { batches = new Among(batches.ToArray()) }));

    /// <summary>Keeps it back, and why: it is in no list of what waits until it is tried again.</summary>
    public void SetAside(long batch, string code, string words, string build, Instant at) => database.Write(Durability.Full, t => t.Execute(
        "UPDATE ingest_batch SET aside_at = @at, aside_code = @code, aside_words = @words, aside_build = @build WHERE batch_id = @batch", new { batch, code, words, build, at = at.UnixSeconds }));

    /// <summary>What was set aside, in the order in which it came, without what it holds.</summary>
    public IReadOnlyList<AsideBatch> Aside => database.Read(c => c
        .Query<(long Id, string Format, string By, long Received, long Lines, long At, string Code, string Words)>(
            "SELECT batch_id, format, sent_by, received_at, lines, aside_at, aside_code, aside_words FROM ingest_batch WHERE aside_at IS NOT NULL ORDER BY batch_id")
        .Select(b => new AsideBatch(b.Id, b.Format, b.By, b.Received, b.Lines, new(b.At), b.Code, b.Words)).ToList());

    public long AsideCount => database.Read(c => c.ExecuteScalar<long>("SELECT COUNT(*) FROM ingest_batch WHERE aside_at IS NOT NULL"));

    /// <summary>What was set aside waits for its import again; how many. Of what this build set aside itself nothing, where it is named.</summary>
    public int TryAgain(string? exceptOf = null) => database.Write(Durability.Full, t => t.Execute(
        "UPDATE ingest_batch SET aside_at = NULL WHERE aside_at IS NOT NULL AND (CAST(@exceptOf AS TEXT) IS NULL OR aside_build <> @exceptOf)", new { exceptOf }));

    private List<IngestBatch> Rows(string condition, object with) => database.Read(c => c
        .Query<(long Id, string Format, string By, long Received, long Lines, byte[] Payload)>($"SELECT batch_id, format, sent_by, received_at, lines, payload FROM ingest_batch WHERE {condition}", with)
        .Select(b => new IngestBatch(b.Id, b.Format, b.By, b.Received, (int)b.Lines, b.Payload)).ToList());
}
