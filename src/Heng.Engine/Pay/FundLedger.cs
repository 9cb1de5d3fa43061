using Heng.Engine.Pay.Late;
using Heng.Engine.Records;

namespace Heng.Engine.Pay;

/// <summary>What somebody enters into a fund's ledger: what was in it before Heng kept it, or a payout. Stored by name.</summary>
public enum FundEntryKind : byte { Opening, Payout }

/// <summary>An entry into a fund's ledger (基金录入) and, once a second person decided, whether it was approved. Amount is above 0 in either kind.</summary>
public sealed record FundEntry(long Id, string Fund, FundEntryKind Kind, decimal Amount, string Reason, string By, Instant At)
{
    public FundRuling? Ruling { get; init; }
    public bool Counts => Ruling is { Approved: true };
    /// <summary>What it adds to the fund once approved.</summary>
    public decimal Adds => Kind == FundEntryKind.Payout ? -Amount : Amount;
}

public sealed record FundRuling(bool Approved, string Reason, string By, Instant At);

/// <summary>What a closed month put into a fund: withheld from parts of a pool, or undistributed where the plan names a fund for that.</summary>
public sealed record FundIncome(Month Month, string Scheme, string Pool, decimal Withheld, decimal Undistributed, Instant At)
{
    public decimal Amount => Withheld + Undistributed;

    /// <summary>Of a correction what it says: the pool of an earlier month, now and as it was sealed; else null.</summary>
    public PoolCorrection? Corrects { get; init; }
}

/// <summary>A line of the ledger in the order of time, and what the fund then holds.</summary>
public sealed record FundLine(Instant At, FundIncome? Income, FundEntry? Entry, decimal Amount, decimal Balance);

/// <summary>Why a deed on a fund is not allowed. Worded at the edge in both languages.</summary>
public enum FundRefusal
{
    NeedsNamedPerson, RoleMayNot, FundUnknown, NoRule, AmountNotAboveZero, AmountNotInFen, ReasonMissing, ReasonTooLong, OverBalance, EntryUnknown, AlreadyDecided, SamePerson, ChangedMeanwhile,
}

/// <summary>
/// A fund's own ledger (基金账): balance − owed = opening + withheld − paid out. What one person enters counts once another approved it, and no payout takes it below 0. Where a
/// correction takes back more than the fund still holds, the balance is 0 and the rest is owed: what comes in next makes it good first.
/// </summary>
public sealed record FundLedger(IReadOnlyList<FundIncome> Incomes, IReadOnlyList<FundEntry> Entries)
{
    public const int LongestReason = 200;

    public decimal Opening => Entries.Where(e => e is { Counts: true, Kind: FundEntryKind.Opening }).Sum(e => e.Amount);
    public decimal Received => Incomes.Sum(i => i.Amount);
    public decimal PaidOut => Entries.Where(e => e is { Counts: true, Kind: FundEntryKind.Payout }).Sum(e => e.Amount);
    public decimal Balance => Math.Max(0m, Net);
    /// <summary>What corrections took back beyond what was left.</summary>
    public decimal Owed => Math.Max(0m, -Net);
    private decimal Net => Opening + Received - PaidOut;
    /// <summary>Payouts that nobody decided on yet.</summary>
    public decimal Asked => Entries.Where(e => e is { Ruling: null, Kind: FundEntryKind.Payout }).Sum(e => e.Amount);

    /// <summary>By the time at which each counted; of the same second what came in first stands first.</summary>
    public IReadOnlyList<FundLine> Lines
    {
        get
        {
            var balance = 0m;
            return [.. Incomes.Select(i => (i.At, Income: (FundIncome?)i, Entry: (FundEntry?)null, i.Amount)).Concat(Entries.Where(e => e.Counts).Select(e => (e.Ruling!.At, Income: (FundIncome?)null, Entry: (FundEntry?)e, Amount: e.Adds)))
                .OrderBy(l => l.At).ThenBy(l => l.Amount < 0m).ThenBy(l => l.Entry?.Id ?? 0).ThenBy(l => l.Income?.Month)
                .Select(l => new FundLine(l.At, l.Income, l.Entry, l.Amount, Math.Max(0m, balance += l.Amount)))];
        }
    }

    /// <summary>Null where the entry may be kept. A payout may not be more than the fund holds; only a fund with a rule pays out.</summary>
    public FundRefusal? Enter(FundEntry entry, Fund? fund, bool named, bool mayDo) => entry switch
    {
        _ when !named => FundRefusal.NeedsNamedPerson,
        _ when !mayDo => FundRefusal.RoleMayNot,
        _ when fund is null => FundRefusal.FundUnknown,
        _ when entry.Kind == FundEntryKind.Payout && fund.Rule is null => FundRefusal.NoRule,
        { Amount: <= 0m } => FundRefusal.AmountNotAboveZero,
        _ when decimal.Round(entry.Amount, 2) != entry.Amount => FundRefusal.AmountNotInFen,
        _ when string.IsNullOrWhiteSpace(entry.Reason) => FundRefusal.ReasonMissing,
        { Reason.Length: > LongestReason } => FundRefusal.ReasonTooLong,
        _ when entry.Kind == FundEntryKind.Payout && Net + entry.Adds < 0m => FundRefusal.OverBalance,
        _ => null,
    };

    /// <summary>Null where the ruling may be kept.</summary>
    public FundRefusal? Decide(FundEntry? entry, FundRuling ruling, bool named, bool mayDo) => entry switch
    {
        _ when !named => FundRefusal.NeedsNamedPerson,
        _ when !mayDo => FundRefusal.RoleMayNot,
        null => FundRefusal.EntryUnknown,
        { Ruling: not null } => FundRefusal.AlreadyDecided,
        _ when entry.By == ruling.By => FundRefusal.SamePerson,
        _ when !ruling.Approved && string.IsNullOrWhiteSpace(ruling.Reason) => FundRefusal.ReasonMissing,
        _ when ruling.Reason.Length > LongestReason => FundRefusal.ReasonTooLong,
        _ when ruling.Approved && entry.Kind == FundEntryKind.Payout && Net + entry.Adds < 0m => FundRefusal.OverBalance,
        _ => null,
    };
}
