using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Pay;
using static Heng.Engine.Tests.Pay.Paid;

namespace Heng.Engine.Tests.Pay;

public sealed class FundLedgerTests
{
    private static readonly Fund Team = new("team", new("团队活动基金", "team activities"), new("用于团队活动", "for team activities"));
    private static FundEntry Entry(long id, FundEntryKind kind, decimal amount, bool? approved = null) =>
        new(id, "team", kind, amount, "聚餐", "人事", new(100 + id)) { Ruling = approved is { } yes ? new(yes, "好", "店长", new(200 + id)) : null };
    private static FundLedger Ledger(params FundEntry[] entries) => new([new(October, "s", "share", 750m, 0m, new(150))], entries);
    private static FundRefusal? Entered(FundEntry entry, params FundEntry[] before) => Ledger(before).Enter(entry, Team, true, true);
    private static FundRefusal? Decided(FundEntry? entry, FundRuling ruling, params FundEntry[] before) => Ledger([.. before, .. entry is null ? Array.Empty<FundEntry>() : [entry]]).Decide(entry, ruling, true, true);

    [Fact]
    public void The_balance_is_opening_and_withheld_less_what_was_paid_out()
    {
        var ledger = Ledger(Entry(1, FundEntryKind.Opening, 100m, true), Entry(2, FundEntryKind.Payout, 300m, true), Entry(3, FundEntryKind.Payout, 50m), Entry(4, FundEntryKind.Payout, 9m, false));
        Assert.Equal((100m, 750m, 300m, 550m, 50m), (ledger.Opening, ledger.Received, ledger.PaidOut, ledger.Balance, ledger.Asked)); // 100 + 750 − 300
        Assert.Equal([(750m, 750m), (100m, 850m), (-300m, 550m)], ledger.Lines.Select(l => (l.Amount, l.Balance)));
    }

    [Fact]
    public void A_payout_is_no_more_than_the_fund_holds()
    {
        Assert.Null(Entered(Entry(1, FundEntryKind.Payout, 750m)));
        Assert.Equal(FundRefusal.OverBalance, Entered(Entry(1, FundEntryKind.Payout, 750.01m)));
        // Two of 400 may be asked for; once one is approved the other is too much
        var (first, second) = (Entry(1, FundEntryKind.Payout, 400m), Entry(2, FundEntryKind.Payout, 400m));
        Assert.Null(Entered(second, first));
        Assert.Null(Decided(second, new(true, "", "店长", new(9)), first));
        Assert.Equal(FundRefusal.OverBalance, Decided(second, new(true, "", "店长", new(9)), first with { Ruling = new(true, "", "店长", new(8)) }));
        Assert.Null(Decided(second, new(false, "不够", "店长", new(9)), first with { Ruling = new(true, "", "店长", new(8)) }));
    }

    [Fact]
    public void Another_person_approves_and_once()
    {
        var entry = Entry(1, FundEntryKind.Payout, 10m);
        Assert.Equal(FundRefusal.SamePerson, Decided(entry, new(true, "", "人事", new(9))));
        Assert.Equal(FundRefusal.AlreadyDecided, Decided(Entry(1, FundEntryKind.Payout, 10m, true), new(true, "", "老板", new(9))));
        Assert.Equal(FundRefusal.ReasonMissing, Decided(entry, new(false, "", "店长", new(9))));
        Assert.Equal(FundRefusal.EntryUnknown, Decided(null, new(true, "", "店长", new(9))));
        Assert.Equal(FundRefusal.RoleMayNot, Ledger(entry).Decide(entry, new(true, "", "店长", new(9)), true, false));
        Assert.Equal(FundRefusal.NeedsNamedPerson, Ledger(entry).Decide(entry, new(true, "", "店长", new(9)), false, true));
    }

    [Fact]
    public void An_entry_names_a_fund_with_a_rule_an_amount_in_fen_and_a_reason()
    {
        var payout = Entry(1, FundEntryKind.Payout, 10m);
        Assert.Equal(FundRefusal.FundUnknown, Ledger().Enter(payout, null, true, true));
        Assert.Equal(FundRefusal.NoRule, Ledger().Enter(payout, Team with { Rule = null }, true, true));
        Assert.Null(Ledger().Enter(payout with { Kind = FundEntryKind.Opening }, Team with { Rule = null }, true, true));
        Assert.Equal(FundRefusal.AmountNotAboveZero, Entered(payout with { Amount = 0m }));
        Assert.Equal(FundRefusal.AmountNotInFen, Entered(payout with { Amount = 0.005m }));
        Assert.Equal(FundRefusal.ReasonMissing, Entered(payout with { Reason = "" }));
        Assert.Equal(FundRefusal.RoleMayNot, Ledger().Enter(payout, Team, true, false));
        Assert.Equal(FundRefusal.NeedsNamedPerson, Ledger().Enter(payout, Team, false, true));
    }

    [Fact]
    public void Whatever_is_entered_and_decided_the_balance_is_opening_plus_received_less_paid_out_and_never_below_0() => Prop.ForAll<int[]>(deeds =>
    {
        var ledger = new FundLedger([], []);
        var id = 0L;
        foreach (var deed in deeds)
        {
            var amount = Math.Abs(deed % 100_000) / 100m;
            if (deed % 5 == 0) ledger = ledger with { Incomes = [.. ledger.Incomes, new(October, "s", "share", amount, 0m, new(++id))] };
            var entry = new FundEntry(++id, "team", deed % 7 == 0 ? FundEntryKind.Opening : FundEntryKind.Payout, amount, "x", "人事", new(id));
            if (ledger.Enter(entry, Team, true, true) is null) ledger = ledger with { Entries = [.. ledger.Entries, entry] };
            if (ledger.Entries.FirstOrDefault(e => e.Ruling is null) is not { } open) continue;
            var ruling = new FundRuling(deed % 3 != 0, "y", "店长", new(++id));
            if (ledger.Decide(open, ruling, true, true) is null) ledger = ledger with { Entries = [.. ledger.Entries.Select(e => e.Id == open.Id ? e with { Ruling = ruling } : e)] };
        }
        return ledger.Balance == ledger.Opening + ledger.Received - ledger.PaidOut && ledger.Lines.All(l => l.Balance >= 0m) && (ledger.Lines.Count == 0 || ledger.Lines[^1].Balance == ledger.Balance);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
