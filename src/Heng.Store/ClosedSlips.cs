using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>One person's payslip that was sealed before its month (单独封存): a seal like a month's, of that person alone.</summary>
public sealed record ClosedSlip(string Agent, ClosedMonth Closed);

/// <summary>Payslips sealed alone are written once, with what they were made of; neither this writer nor the table changes or removes one.</summary>
public sealed class ClosedSlips(Database database)
{
    private const string State = "alone";

    /// <summary>Seals it; null where it is sealed already, or its month is.</summary>
    /// <param name="made">The instant that decided what was final, and the first day whose numbers it rests on.</param>
    public ClosedSlip? Close(int shop, Month month, string agent, string sealedText, Instant at, string by, (Instant AsOf, DateOnly From) made)
    {
        var slip = new ClosedSlip(agent, new(shop, month, State, sealedText, ClosedMonth.HashOf(sealedText), at, by));
        var written = database.Write(Durability.Full, t =>
        {
            t.Alone("closed_month");
            if (t.Scalar<long>("SELECT COUNT(*) FROM closed_month WHERE shop_id = @shop AND month = @month", new { shop = (long)shop, month = Stored.Month(month) }) > 0) return 0;
            return t.Execute("""
                INSERT INTO closed_slip (shop_id, month, agent, sealed, hash, inputs, closed_at, closed_by)
                VALUES (@shop, @month, @agent, @sealedText, @Hash, @inputs, @at, @by) ON CONFLICT DO NOTHING
                """, new { shop = (long)shop, month = Stored.Month(month), agent, sealedText, slip.Closed.Hash, inputs = ClosedInputs.Packed(t, made.AsOf, made.From, month).Payload, at = at.UnixSeconds, by });
        });
        return written == 1 ? slip : null;
    }

    public ClosedSlip? Find(int shop, Month month, string agent) => Rows("shop_id = @shop AND month = @month AND agent = @agent", new { shop, month = Stored.Month(month), agent }).FirstOrDefault();
    public IReadOnlyList<ClosedSlip> Of(int shop, Month month) => Rows("shop_id = @shop AND month = @month", new { shop, month = Stored.Month(month) });
    public IReadOnlyList<ClosedSlip> All(int shop) => Rows("shop_id = @shop", new { shop });

    public ClosedInput? Inputs(int shop, Month month, string agent) => database.Read(c => c
        .QueryFirstOrDefault<byte[]>("SELECT inputs FROM closed_slip WHERE shop_id = @shop AND month = @month AND agent = @agent", new { shop, month = Stored.Month(month), agent }))
        is { } payload ? InputPacking.Unpack(month, payload) : null;

    private List<ClosedSlip> Rows(string condition, object with) => database.Read(c => c
        .Query<(long Shop, long Month, string Agent, string Sealed, string Hash, long At, string By)>($"SELECT shop_id, month, agent, sealed, hash, closed_at, closed_by FROM closed_slip WHERE {condition}", with)
        .Select(r => new ClosedSlip(r.Agent, new((int)r.Shop, Stored.Month(r.Month), State, r.Sealed, r.Hash, new(r.At), r.By)))
        .OrderBy(s => s.Closed.Month).ThenBy(s => s.Agent, StringComparer.Ordinal).ToList());
}
