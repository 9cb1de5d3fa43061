using System.Security.Cryptography;
using System.Text;
using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A closed month (关账): everything it paid and why, whole, under the hash of its text.</summary>
public sealed record ClosedMonth(int Shop, Month Month, string State, string Sealed, string Hash, Instant ClosedAt, string By)
{
    public bool Intact => Hash == HashOf(Sealed);
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Closed months are written once; neither this writer nor the table changes or removes one.</summary>
public sealed class ClosedMonths(Database database)
{
    /// <summary>Seals the month; null when it is closed already, or when a payslip of it was sealed alone since these were seen.</summary>
    /// <param name="made">The instant that decided what was final, and the first day whose numbers the results rest on: with it what they were made of is kept too.</param>
    public ClosedMonth? Close(int shop, Month month, string state, string sealedText, Instant at, string by, (Instant AsOf, DateOnly From)? made = null, int slipsSeen = 0)
    {
        var closed = new ClosedMonth(shop, month, state, sealedText, ClosedMonth.HashOf(sealedText), at, by);
        var written = database.Write(Durability.Full, t =>
        {
            t.Alone("closed_month");
            if (t.Scalar<long>("SELECT COUNT(*) FROM closed_slip WHERE shop_id = @shop AND month = @month", new { shop = (long)shop, month = Stored.Month(month) }) != slipsSeen) return 0;
            var rows = t.Execute("""
                INSERT INTO closed_month (shop_id, month, state, sealed, hash, closed_at, closed_by)
                VALUES (@shop, @month, @state, @sealedText, @Hash, @at, @by) ON CONFLICT DO NOTHING
                """, new { shop = (long)shop, month = Stored.Month(month), state, sealedText, closed.Hash, at = at.UnixSeconds, by });
            if (rows == 1 && made is var (asOf, from)) ClosedInputs.Keep(t, shop, month, asOf, from);
            return rows;
        });
        return written == 1 ? closed : null;
    }

    public ClosedMonth? Find(int shop, Month month) => Rows("shop_id = @shop AND month = @month", new { shop, month = Stored.Month(month) }).FirstOrDefault();
    /// <summary>Which months are closed, in their order, without opening them.</summary>
    public IReadOnlyList<Month> Months(int shop) => database.Read(c => c
        .Query<long>("SELECT month FROM closed_month WHERE shop_id = @shop ORDER BY month", new { shop }).Select(Stored.Month).ToList());
    public IReadOnlyList<ClosedMonth> All(int shop) => Rows("shop_id = @shop", new { shop });

    private List<ClosedMonth> Rows(string condition, object with) => database.Read(c => c
        .Query<(long Shop, long Month, string State, string Sealed, string Hash, long At, string By)>(
            $"SELECT shop_id, month, state, sealed, hash, closed_at, closed_by FROM closed_month WHERE {condition} ORDER BY month", with)
        .Select(r => new ClosedMonth((int)r.Shop, Stored.Month(r.Month), r.State, r.Sealed, r.Hash, new(r.At), r.By)).ToList());
}
