using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>Who decided what about which subject, when and why (决定). The hash covers all of it and the hash before.</summary>
public sealed record Decision(long Seq, Instant At, string Who, string What, string Subject, string Why, string Hash, string Prev)
{
    /// <summary>SHA-256 over the parts, each behind its length, so that no two decisions read alike.</summary>
    public static string HashOf(long seq, Instant at, string who, string what, string subject, string why, string prev)
    {
        var text = new StringBuilder();
        foreach (var part in new[] { prev, Stored.Text(seq), Stored.Text(at.UnixSeconds), who, what, subject, why })
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public bool Follows(Decision? before) =>
        Seq == (before?.Seq ?? 0) + 1 && Prev == (before?.Hash ?? "") && Hash == HashOf(Seq, At, Who, What, Subject, Why, Prev);
}

/// <summary>Decisions are appended and chained by hash; the table refuses changes, and the chain shows those made around it.</summary>
public sealed class Decisions(Database database)
{
    public Decision Append(Instant at, string who, string what, string subject, string why) => database.Write(Durability.Full, t => Append(t, at, who, what, subject, why));

    /// <summary>Appends only while the subject has this many decisions; null where another came first.</summary>
    public Decision? AppendAfter(int known, Instant at, string who, string what, string subject, string why) => database.Write(Durability.Full, t =>
    {
        t.Alone("decision");
        return t.Scalar<long>("SELECT COUNT(*) FROM decision WHERE subject = @subject", new { subject }) == known ? Append(t, at, who, what, subject, why) : null;
    });

    /// <summary>Together with what else the transaction writes.</summary>
    internal static Decision Append(Transaction t, Instant at, string who, string what, string subject, string why)
    {
        t.Alone("decision");
        var last = t.Query<(long Seq, string Hash)>("SELECT seq, hash FROM decision ORDER BY seq DESC LIMIT 1").FirstOrDefault();
        var prev = last.Hash ?? "";
        var decision = new Decision(last.Seq + 1, at, who, what, subject, why, Decision.HashOf(last.Seq + 1, at, who, what, subject, why, prev), prev);
        t.Execute("INSERT INTO decision (seq, at, who, what, subject, why, hash, prev) VALUES (@Seq, @at, @Who, @What, @Subject, @Why, @Hash, @Prev)",
            new { decision.Seq, at = at.UnixSeconds, decision.Who, decision.What, decision.Subject, decision.Why, decision.Hash, decision.Prev });
        return decision;
    }

    public IReadOnlyList<Decision> All => Rows("1 = 1 ORDER BY seq", new { });
    public IReadOnlyList<Decision> About(string subject) => Rows("subject = @subject ORDER BY seq", new { subject });
    public IReadOnlyList<Decision> Since(Instant at, long behind = 0) => Rows("seq > @behind AND at >= @since ORDER BY seq", new { behind, since = at.UnixSeconds });
    /// <summary>The next so many behind a number.</summary>
    public IReadOnlyList<Decision> Behind(long seq, int most) => Rows("seq > @seq ORDER BY seq LIMIT @most", new { seq, most = (long)most });
    public IReadOnlyList<Decision> Latest(int limit) => Rows("1 = 1 ORDER BY seq DESC LIMIT @limit", new { limit });

    /// <summary>The number of the first decision that does not follow from the one before, or null when the chain holds.</summary>
    public long? FirstBroken()
    {
        Decision? before = null;
        foreach (var decision in All)
        {
            if (!decision.Follows(before)) return decision.Seq;
            before = decision;
        }
        return null;
    }

    private List<Decision> Rows(string condition, object with) => database.Read(c => c
        .Query<Row>($"SELECT seq, at, who, what, subject, why, hash, prev FROM decision WHERE {condition}", with)
        .Select(r => new Decision(r.seq, new(r.at), r.who, r.what, r.subject, r.why, r.hash, r.prev)).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(long seq, long at, string who, string what, string subject, string why, string hash, string prev);
#pragma warning restore IDE1006, CA1812
}
