using Dapper;
using Heng.Engine.Pay;

namespace Heng.Store;

/// <summary>What people entered into the ledgers of funds (基金录入) and what a second person decided. Both are appended and never changed.</summary>
public sealed class FundRecords(Database database)
{
    /// <summary>Keeps an entry under a number of its own.</summary>
    public FundEntry Add(FundEntry entry) => database.Write(Durability.Full, t =>
    {
        t.Alone("fund_entry");
        var kept = entry with { Id = 1 + t.Scalar<long>("SELECT COALESCE(MAX(entry_id), 0) FROM fund_entry") };
        t.Execute("INSERT INTO fund_entry (entry_id, fund, kind, fen, reason, kept_at, kept_by) VALUES (@Id, @Fund, @kind, @fen, @Reason, @at, @By)",
            new { kept.Id, kept.Fund, kind = kept.Kind.ToString(), fen = (long)(kept.Amount * 100m), kept.Reason, at = kept.At.UnixSeconds, kept.By });
        return kept;
    });

    /// <summary>Keeps a ruling where nothing else was decided since the ledger was read; else nothing is kept, for two payouts together might be more than there is.</summary>
    public bool Decide(long entry, FundRuling ruling, int decidedSeen) => database.Write(Durability.Full, t =>
    {
        t.Alone("fund_entry");
        if (t.Scalar<long>("SELECT COUNT(*) FROM fund_ruling") != decidedSeen) return false;
        return t.Execute("INSERT INTO fund_ruling (entry_id, approved, reason, kept_at, kept_by) VALUES (@entry, @approved, @Reason, @at, @By) ON CONFLICT DO NOTHING",
            new { entry, approved = ruling.Approved ? 1L : 0L, ruling.Reason, at = ruling.At.UnixSeconds, ruling.By }) == 1;
    });

    /// <summary>Every entry of every fund, in the order in which they came.</summary>
    public IReadOnlyList<FundEntry> All => database.Read(c => c.Query<Row>("""
        SELECT e.entry_id, e.fund, e.kind, e.fen, e.reason, e.kept_at, e.kept_by, r.approved, r.reason AS why, r.kept_at AS ruled_at, r.kept_by AS ruled_by
        FROM fund_entry e LEFT JOIN fund_ruling r ON r.entry_id = e.entry_id ORDER BY e.entry_id
        """).Select(r => r.Entry).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(long entry_id, string fund, string kind, long fen, string reason, long kept_at, string kept_by, long? approved, string? why, long? ruled_at, string? ruled_by)
    {
        public FundEntry Entry => new(entry_id, fund, Enum.Parse<FundEntryKind>(kind), fen / 100m, reason, kept_by, new(kept_at))
        {
            Ruling = approved is { } yes ? new(yes != 0, why!, ruled_by!, new(ruled_at!.Value)) : null,
        };
    }
#pragma warning restore IDE1006, CA1812
}
