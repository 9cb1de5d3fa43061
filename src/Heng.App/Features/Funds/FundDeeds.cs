using System.Globalization;
using Heng.App.Features.People;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Funds;

/// <summary>What came of a deed: the entry as it is kept now, or the refusal.</summary>
public sealed record FundDone(FundEntry? Entry, FundRefusal? Refused);

/// <summary>Entries into a fund's ledger and a second person's decision on each: load, decide, keep, note in the chain of decisions.</summary>
public sealed class FundDeeds(Database database, TimeProvider time)
{
    public FundDone Enter(string fund, FundEntryKind kind, decimal amount, string reason, Viewer viewer)
    {
        var entry = new FundEntry(0, fund, kind, amount, reason.Trim(), viewer.Name, Now);
        var kept = FundBook.Of(database).Find(fund);
        if ((kept?.Ledger ?? new([], [])).Enter(entry, kept?.Fund, IsNamed(viewer), Rights.KeepsFunds(viewer)) is { } refused) return new(null, refused);
        var done = database.Funds.Add(entry);
        database.Decisions.Append(Now, viewer.Name, kind == FundEntryKind.Payout ? "fund-payout-entered" : "fund-opening-entered", SubjectOf(done), $"{Text(done.Amount)}: {done.Reason}");
        return new(done, null);
    }

    public FundDone Decide(long id, bool approved, string reason, Viewer viewer)
    {
        var all = database.Funds.All;
        var entry = all.FirstOrDefault(e => e.Id == id);
        var ruling = new FundRuling(approved, reason.Trim(), viewer.Name, Now);
        var ledger = entry is null ? null : FundBook.Of(database).Find(entry.Fund)?.Ledger;
        if ((ledger ?? new([], [])).Decide(entry, ruling, IsNamed(viewer), Rights.KeepsFunds(viewer)) is { } refused) return new(null, refused);
        if (!database.Funds.Decide(id, ruling, all.Count(e => e.Ruling is not null))) return new(null, FundRefusal.ChangedMeanwhile);
        database.Decisions.Append(Now, viewer.Name, approved ? "fund-approved" : "fund-refused", SubjectOf(entry!), ruling.Reason);
        return new(entry! with { Ruling = ruling }, null);
    }

    private static string SubjectOf(FundEntry entry) => string.Create(CultureInfo.InvariantCulture, $"fund/{entry.Fund}/{entry.Id}");
    private static string Text(decimal yuan) => yuan.ToString("0.00", CultureInfo.InvariantCulture);
    private static bool IsNamed(Viewer viewer) => viewer.Role != Role.Operator;
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
