using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Heng.Engine.Records;

namespace Heng.Store.Audit;

/// <summary>What was seen under which decision: the digest of an appended row, or of a day of messages.</summary>
public sealed record Witnessed(long Seq, string KeptIn, string Place, string Digest)
{
    public string Line => $"{KeptIn} {Place} {Digest}\n";
}

/// <summary>
/// Binds what is kept into the chain of decisions (见证). What was appended since the last time, and each day of messages at its revision, is digested; a decision holds the hash over
/// the digests. So a row that is changed or taken away around the program no longer is what the chain says.
/// </summary>
public sealed class Witness(Database database)
{
    public const string Deed = "witnessed", Subject = "witness", Messages = "messages";

    /// <summary>Nothing new, nothing kept: null.</summary>
    public Decision? Take(Instant at, string who) => database.Write(Durability.Full, t =>
    {
        t.Alone("witness");
        var known = t.Query<(string In, string Place)>("SELECT kept_in, place FROM witness").ToLookup(w => w.In, w => w.Place, StringComparer.Ordinal);
        var rows = Appended.Tables.SelectMany(table => Appended.Rows(t, table.Table, table.Key, Known(table.Table)).Select(r => (r.Table, r.Place, r.Digest)))
            .Concat(Days(t.Connection, t.Scope).Where(d => !Known(Messages).Contains(d)).Select(d => (Messages, d, DigestOf(t.Connection, t.Scope, d))))
            .OrderBy(r => r.Item1, StringComparer.Ordinal).ThenBy(r => r.Item2, StringComparer.Ordinal).ToList();
        if (rows.Count == 0) return null;
        var seq = t.Scalar<long>("SELECT COALESCE(MAX(seq), 0) + 1 FROM decision");
        var all = rows.Select(r => new Witnessed(seq, r.Item1, r.Item2, r.Item3)).ToList();
        var decision = Decisions.Append(t, at, who, Deed, Subject, WhyOf(all));
        t.Insert("witness", "seq, kept_in, place, digest", all.Select(w => (object?[])[decision.Seq, w.KeptIn, w.Place, w.Digest]));
        return decision;

        HashSet<string> Known(string keptIn) => known[keptIn].ToHashSet(StringComparer.Ordinal);
    });

    /// <summary>In the order in which a decision's hash covers them.</summary>
    public IReadOnlyList<Witnessed> All => database.Read(c => c.Query<(long Seq, string In, string Place, string Digest)>("SELECT seq, kept_in, place, digest FROM witness").ToList())
        .Select(w => new Witnessed(w.Seq, w.In, w.Place, w.Digest)).OrderBy(w => w.Seq).ThenBy(w => w.KeptIn, StringComparer.Ordinal).ThenBy(w => w.Place, StringComparer.Ordinal).ToList();

    /// <summary>What a decision says of what it witnessed: how many, and the SHA-256 over their lines.</summary>
    public static string WhyOf(IReadOnlyCollection<Witnessed> of) =>
        $"{Stored.Text(of.Count)} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(of.Select(w => w.Line)))))}";

    internal static IEnumerable<string> Days(DbConnection connection, DbTransaction? scope) => connection
        .Query<(long Shop, long Day, long Revision)>("SELECT shop_id, day, revision FROM message_day", transaction: scope).Select(d => $"{Stored.Text(d.Shop)}/{Stored.Text(d.Day)}/{Stored.Text(d.Revision)}").ToList();

    /// <summary>Over a day's columns and then its texts, as they lie there.</summary>
    internal static string DigestOf(DbConnection connection, DbTransaction? scope, string place)
    {
        var (shop, day) = PlaceOf(place);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(connection.QuerySingle<byte[]>("SELECT columns FROM message_day WHERE shop_id = @shop AND day = @day", new { shop, day }, scope));
        foreach (var block in connection.Query<byte[]>("SELECT payload FROM transcript WHERE shop_id = @shop AND day = @day ORDER BY block", new { shop, day }, scope, buffered: false)) hash.AppendData(block);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static (long Shop, long Day) PlaceOf(string place) => place.Split('/') is [var shop, var day, _] ? (long.Parse(shop, CultureInfo.InvariantCulture), long.Parse(day, CultureInfo.InvariantCulture)) : throw new FormatException(place);
}
