using System.Text.Json;
using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>
/// Something to tell somebody (提醒). Words are what the kind's sentence names; pages word it in the reader's language. The same occasion of a kind is told to somebody once,
/// whatever the words have become since.
/// </summary>
public sealed record Notice(string To, string Kind, string Occasion, IReadOnlyDictionary<string, string> Words, string? Link, Instant At);

/// <summary>A notice as kept; numbers grow with time.</summary>
public sealed record ToldNotice(long Number, Notice Notice, bool Read);

/// <summary>What people were told, appended and never changed, and how far each has read.</summary>
public sealed class Notices(Database database)
{
    /// <summary>Tells what was not told before; returns that alone.</summary>
    public IReadOnlyList<Notice> Tell(IReadOnlyList<Notice> notices) => notices.Count == 0 ? [] : database.Write(Durability.Full, t =>
    {
        t.Alone("notice");
        var last = t.Scalar<long>("SELECT COALESCE(MAX(seq), 0) FROM notice");
        return notices.Where(n => t.Execute("""
            INSERT INTO notice (seq, told_to, kind, occasion, words, link, told_at) VALUES (@seq, @To, @Kind, @Occasion, @words, @Link, @at) ON CONFLICT DO NOTHING
            """, new { seq = ++last, n.To, n.Kind, n.Occasion, words = JsonSerializer.Serialize(n.Words), n.Link, at = n.At.UnixSeconds }) == 1).ToList();
    });

    /// <summary>Newest first, at most so many.</summary>
    public IReadOnlyList<ToldNotice> Of(string to, int most) => database.Read(c => c.Query<Row>("""
        SELECT n.seq, n.told_to, n.kind, n.occasion, n.words, n.link, n.told_at, r.seq AS read_to FROM notice n LEFT JOIN notice_read r ON r.told_to = n.told_to
        WHERE n.told_to = @to ORDER BY n.seq DESC LIMIT @most
        """, new { to, most = (long)most }).Select(r => r.Told).ToList());

    /// <summary>What anybody was told after a number, up to another, in that order.</summary>
    public IReadOnlyList<ToldNotice> Between(long after, long to) => database.Read(c => c.Query<Row>("""
        SELECT seq, told_to, kind, occasion, words, link, told_at, seq AS read_to FROM notice WHERE seq > @after AND seq <= @to ORDER BY seq
        """, new { after, to }).Select(r => r.Told).ToList());

    /// <summary>Of a kind, told since.</summary>
    public IReadOnlyList<Notice> OfKind(string kind, Instant since) => database.Read(c => c.Query<Row>("""
        SELECT seq, told_to, kind, occasion, words, link, told_at, seq AS read_to FROM notice WHERE kind = @kind AND told_at >= @since ORDER BY seq
        """, new { kind, since = since.UnixSeconds }).Select(r => r.Told.Notice).ToList());

    public int UnreadOf(string to) => database.Read(c => (int)c.ExecuteScalar<long>("""
        SELECT COUNT(*) FROM notice WHERE told_to = @to AND seq > COALESCE((SELECT seq FROM notice_read WHERE told_to = @to), 0)
        """, new { to }));

    /// <summary>All up to a number are read; never fewer than before.</summary>
    public void ReadTo(string to, long number) => database.Write(Durability.Full, t => t.Execute("""
        INSERT INTO notice_read (told_to, seq) VALUES (@to, @number) ON CONFLICT (told_to) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > notice_read.seq
        """, new { to, number }));

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(long seq, string told_to, string kind, string occasion, string words, string? link, long told_at, long? read_to)
    {
        public ToldNotice Told => new(seq, new(told_to, kind, occasion, JsonSerializer.Deserialize<Dictionary<string, string>>(words)!, link, new(told_at)), seq <= (read_to ?? 0));
    }
#pragma warning restore IDE1006, CA1812
}
