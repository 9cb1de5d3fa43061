using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Funds;
using Heng.App.Features.People;
using Heng.Engine.Pay;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary><c>heng fund</c>: what funds hold, their ledgers, and what people enter into them and approve.</summary>
public static class FundCommand
{
    private static readonly string[] Columns = ["fund", "name", "opening", "received", "paidOut", "balance", "owed", "asked"];
    private static readonly string[] LineColumns = ["at", "what", "month", "corrects", "entry", "amount", "balance", "why", "reason", "by", "approvedBy"];
    private static readonly string[] EntryColumns = ["entry", "fund", "kind", "amount", "reason", "by", "approved", "ruling", "ruledBy"];

    public static Command Build(GlobalOptions options) => new("fund", "Funds of withheld pay: list, show, open, pay, approve, refuse")
    {
        List(options), Show(options), Enter(options, "open", "Enter what was in it before Heng kept it; another person approves", FundEntryKind.Opening),
        Enter(options, "pay", "Enter a payout; another person approves it", FundEntryKind.Payout), Decide(options, "approve", "Approve what another person entered", true), Decide(options, "refuse", "Refuse what another person entered", false),
    };

    private static Command List(GlobalOptions options)
    {
        var command = new Command("list", "Every fund and what it holds");
        command.Run(options, (context, _) =>
        {
            Require(context);
            var rows = new JsonArray([.. FundBook.Of(context.Database).Funds.Select(Of)]);
            context.Output.Write(rows, () => Sheet(Columns, rows));
            return Exit.Done;
        });
        return command;
    }

    private static Command Show(GlobalOptions options)
    {
        var fund = new Argument<string>("FUND") { Description = "Its id, as the plan file writes it" };
        var command = new Command("show", "A fund's ledger in the order of time, and what waits for approval") { fund };
        command.Run(options, (context, parsed) =>
        {
            Require(context);
            if (FundBook.Of(context.Database).Find(parsed.GetValue(fund)!) is not { } kept) throw Refused(FundRefusal.FundUnknown);
            var lines = new JsonArray([.. kept.Ledger.Lines.Select(Of)]);
            var json = Of(kept);
            json["rule"] = kept.Fund.Rule?.Zh;
            json["ruleEn"] = kept.Fund.Rule?.En;
            json["lines"] = lines;
            json["undecided"] = new JsonArray([.. kept.Ledger.Entries.Where(e => e.Ruling is null).Select(Of)]);
            context.Output.Write(json, () => Sheet(LineColumns, lines));
            return Exit.Done;
        });
        return command;
    }

    private static Command Enter(GlobalOptions options, string name, string description, FundEntryKind kind)
    {
        var fund = new Argument<string>("FUND") { Description = "Its id, as the plan file writes it" };
        var amount = new Option<string>("--amount") { Description = "Yuan, e.g. 300.00", Required = true };
        var reason = new Option<string>("--reason") { Description = "What for", Required = true };
        var command = new Command(name, description) { fund, amount, reason };
        command.Run(options, (context, parsed) => Answer(context, new FundDeeds(context.Database, TimeProvider.System).Enter(parsed.GetValue(fund)!, kind, Yuan(parsed.GetValue(amount)!), parsed.GetValue(reason)!, context.Viewer)));
        return command;
    }

    private static Command Decide(GlobalOptions options, string name, string description, bool approved)
    {
        var entry = new Argument<long>("ENTRY") { Description = "Its number, as heng fund show lists it" };
        var reason = new Option<string?>("--reason") { Description = "Why; a refusal needs it" };
        var command = new Command(name, description) { entry, reason };
        command.Run(options, (context, parsed) => Answer(context, new FundDeeds(context.Database, TimeProvider.System).Decide(parsed.GetValue(entry), approved, parsed.GetValue(reason) ?? "", context.Viewer)));
        return command;
    }

    private static void Require(CommandContext context) => context.Require(Rights.SeesEverybodysPay(context.Viewer), "此账号看不到基金", "This account does not see funds");

    private static CommandStoppedException Refused(FundRefusal refusal) => CommandStoppedException.Refused(new(Json.Kebab(refusal), FundWords.Of(refusal)));

    private static decimal Yuan(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan) && Math.Abs(yuan) < 1_000_000_000m ? yuan
        : throw CommandStoppedException.Usage("amount-unreadable", $"金额写作 300 或 300.50，不是“{text}”", $"An amount is written 300 or 300.50, not '{text}'");

    private static int Answer(CommandContext context, FundDone done)
    {
        if (done.Refused is { } refused) throw Refused(refused);
        var rows = new JsonArray(Of(done.Entry!));
        context.Output.Write(rows, () => Sheet(EntryColumns, rows));
        return Exit.Done;
    }

    private static Sheet Sheet(string[] columns, JsonArray rows) => new(columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => r![c]?.ToString() ?? "–")])]);

    private static JsonObject Of(KeptFund kept) => new()
    {
        ["fund"] = kept.Fund.Id, ["name"] = kept.Fund.Name.Zh, ["nameEn"] = kept.Fund.Name.En, ["opening"] = Json.Number(kept.Ledger.Opening), ["received"] = Json.Number(kept.Ledger.Received),
        ["paidOut"] = Json.Number(kept.Ledger.PaidOut), ["balance"] = Json.Number(kept.Ledger.Balance), ["owed"] = Json.Number(kept.Ledger.Owed), ["asked"] = Json.Number(kept.Ledger.Asked),
    };

    private static JsonObject Of(FundLine line) => new()
    {
        ["at"] = ShopClock.Shanghai.ToLocal(line.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), ["what"] = line.Income is null ? Json.Kebab(line.Entry!.Kind) : line.Income.Corrects is null ? "closing" : "correction", ["month"] = line.Income?.Month.ToString(), ["corrects"] = line.Income?.Corrects?.Pool.Month.ToString(),
        ["entry"] = line.Entry?.Id, ["amount"] = Json.Number(line.Amount), ["balance"] = Json.Number(line.Balance), ["withheld"] = Json.Number(line.Income?.Withheld), ["undistributed"] = Json.Number(line.Income?.Undistributed),
        ["reason"] = line.Entry?.Reason, ["by"] = line.Entry?.By, ["approvedBy"] = line.Entry?.Ruling?.By, ["why"] = FundWords.Why(line).Zh, ["whyEn"] = FundWords.Why(line).En,
    };

    private static JsonObject Of(FundEntry entry) => new()
    {
        ["entry"] = entry.Id, ["fund"] = entry.Fund, ["kind"] = Json.Kebab(entry.Kind), ["amount"] = Json.Number(entry.Amount), ["reason"] = entry.Reason, ["by"] = entry.By,
        ["approved"] = entry.Ruling?.Approved, ["ruling"] = entry.Ruling?.Reason, ["ruledBy"] = entry.Ruling?.By,
    };
}
