using System.Data.Common;
using Dapper;

namespace Heng.Store.Audit;

/// <summary>What is no longer as it was kept. Worded at the edge in both languages.</summary>
public enum KeptFault
{
    /// <summary>The witnesses of a decision are not those that its hash covers.</summary>
    WitnessChanged,
    /// <summary>A row that is only appended reads otherwise.</summary>
    RowChanged,
    RowGone,
    /// <summary>A day of messages at the same revision holds other bytes.</summary>
    DayChanged,
    /// <summary>A record's text does not come to its hash.</summary>
    RecordChanged,
}

/// <summary>Where: a table and a place in it (<c>plan_version s2-office-regulation/3</c>, <c>messages 旗舰店/20261003</c>, <c>order_record 旗舰店/4000000000001</c>).</summary>
public sealed record Kept(KeptFault Fault, string KeptIn, string Place);

/// <summary>Goes through all that is kept and finds what was changed around the program, a single byte too. What is counted anew from records (facts, roll-ups) is not looked at.</summary>
public sealed class Inspection(Database database)
{
    private static readonly string[] RecordTables = ["order_record", "rating", "review", "employment", "entry", "attendance", "adjustment", "record"];

    /// <summary>All there is, in the order of tables and places.</summary>
    public IReadOnlyList<Kept> Faults()
    {
        var witness = new Witness(database);
        using var connection = database.Connect();
        var kept = witness.All;
        return [.. Chained(kept), .. Rows(connection, kept), .. Days(connection, kept), .. Records(connection)];
    }

    private IEnumerable<Kept> Chained(IReadOnlyList<Witnessed> kept)
    {
        var bySeq = kept.GroupBy(w => w.Seq).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var decision in database.Decisions.About(Witness.Subject).Where(d => d.What == Witness.Deed))
        {
            if (!bySeq.Remove(decision.Seq, out var seen) || Witness.WhyOf(seen) != decision.Why) yield return new(KeptFault.WitnessChanged, "decision", Stored.Text(decision.Seq));
        }
        // Such as no decision names.
        foreach (var seq in bySeq.Keys.Order()) yield return new(KeptFault.WitnessChanged, "decision", Stored.Text(seq));
    }

    private static IEnumerable<Kept> Rows(DbConnection connection, IReadOnlyList<Witnessed> kept)
    {
        foreach (var (table, key) in Appended.Tables)
        {
            var seen = kept.Where(w => w.KeptIn == table).ToDictionary(w => w.Place, w => w.Digest, StringComparer.Ordinal);
            if (seen.Count == 0) continue;
            foreach (var row in Appended.Rows(connection, table, key))
                if (seen.Remove(row.Place, out var digest) && digest != row.Digest) yield return new(KeptFault.RowChanged, table, row.Place);
            foreach (var gone in seen.Keys.Order(StringComparer.Ordinal)) yield return new(KeptFault.RowGone, table, gone);
        }
    }

    /// <summary>A day that was imported again since has another revision, and was witnessed anew.</summary>
    private static IEnumerable<Kept> Days(DbConnection connection, IReadOnlyList<Witnessed> kept)
    {
        var seen = kept.Where(w => w.KeptIn == Witness.Messages).ToDictionary(w => w.Place, w => w.Digest, StringComparer.Ordinal);
        var names = connection.Query<(long Id, string Name)>("SELECT shop_id, name FROM shop").ToDictionary(s => Stored.Text(s.Id), s => s.Name, StringComparer.Ordinal);
        foreach (var place in Witness.Days(connection, null).Order(StringComparer.Ordinal))
            if (seen.TryGetValue(place, out var digest) && digest != Witness.DigestOf(connection, null, place)) yield return new(KeptFault.DayChanged, Witness.Messages, Named(place));

        string Named(string place) => place.Split('/') is [var shop, var day, _] ? $"{names.GetValueOrDefault(shop, shop)}/{day}" : place;
    }

    private static IEnumerable<Kept> Records(DbConnection connection)
    {
        foreach (var table in RecordTables)
            foreach (var (shop, key, content, payload) in connection.Query<(string? Shop, string Key, long Content, string Payload)>(
                $"SELECT s.name, r.natural_key, r.content_hash, r.payload FROM {table} r LEFT JOIN shop s ON s.shop_id = r.shop_id ORDER BY r.shop_id, r.natural_key", buffered: false))
                if (Engine.Records.StableHash.Of(payload) != Stored.Unsigned(content)) yield return new(KeptFault.RecordChanged, table, $"{shop}/{key.Replace(Stored.Separator, ' ')}");
    }
}
