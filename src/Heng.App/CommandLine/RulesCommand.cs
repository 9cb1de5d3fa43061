using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Importing;
using Heng.App.Features.People;
using Heng.App.Features.Rules;
using Heng.Engine.Records;
using Heng.Engine.Rules;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng rules</c>: a shop's counting rules: shown, changed from a day on, and days counted again under them.</summary>
public static class RulesCommand
{
    public static Command Build(GlobalOptions options) => new("rules", "The shop's counting rules: show, set, recompute") { Show(options), Set(options), Again(options) };

    private static Command Show(GlobalOptions options)
    {
        var version = new Option<int?>("--version") { Description = "This version" };
        var day = new Option<string?>("--day") { Description = "The version in force on this day (default: the newest)" };
        var command = new Command("show", "Every setting, the versions with who and why, and the days that an older version counted") { version, day };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesEveryone(context.Viewer), "此角色看不到规则", "This role does not see the rules");
            var rows = context.Shops.Select(shop => RulesJson.Of(Book(context, shop), Wanted(context, shop, parsed.GetValue(version), parsed.GetValue(day)))).ToList();
            context.Output.Write(new JsonArray([.. rows]), () => RulesJson.Sheet(rows));
            return Exit.Done;
        });
        return command;
    }

    private static Command Set(GlobalOptions options)
    {
        var file = new Argument<string?>("FILE") { Description = "YAML: setting: value, or a list of values", Arity = ArgumentArity.ZeroOrOne };
        var set = new Option<string[]>("--set") { Description = "setting=value, as often as wanted; items of a list are separated by |", AllowMultipleArgumentsPerToken = true };
        var (from, reason) = (new Option<string>("--from") { Description = "First day on which it holds", Required = true }, new Option<string?>("--reason") { Description = "Why" });
        var dryRun = new Option<bool>("--dry-run") { Description = "Check and tell the changes, keep nothing" };
        var command = new Command("set", "Change settings from a day on: the next version. Nothing is counted again by it") { file, set, from, reason, dryRun };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SetsRules(context.Viewer), "修改规则需要实名的店长或管理员（--as）", "Changing the rules needs a named manager or administrator (--as)");
            if (parsed.GetValue(reason) is { } written && string.IsNullOrWhiteSpace(written)) throw CommandStoppedException.Usage("reason-missing", "--reason 是空的，请写明原因", "--reason is empty; say why");
            var change = new RuleChange([.. FromFile(parsed.GetValue(file)), .. Pairs(parsed.GetValue(set) ?? [])], Read.Day(parsed.GetValue(from)!), (parsed.GetValue(reason) ?? "").Trim());
            var book = Book(context, OneShop(context));
            var before = book.Timeline.On(change.From);
            var kept = parsed.GetValue(dryRun) ? Checked(book, change) : book.Keep(change, context.Viewer);
            if (kept.Faults.Count > 0) throw Refused(kept.Faults);
            var rules = kept.Rules ?? book.Check(change).Rules;
            var answer = new JsonObject
            {
                ["shop"] = book.Shop.Name, ["version"] = parsed.GetValue(dryRun) || kept.Waits is not null ? null : rules.Version, ["state"] = parsed.GetValue(dryRun) ? "checked" : kept.Waits is null ? "kept" : "proposed", ["from"] = RulesJson.Day(change.From), ["dryRun"] = parsed.GetValue(dryRun),
                ["changes"] = RulesJson.Changes(RuleSettings.Differences(before, rules)),
                ["toRecompute"] = new JsonArray([.. book.Stale().Select(d => new JsonObject { ["from"] = RulesJson.Day(d.From), ["to"] = RulesJson.Day(d.To) })]),
            };
            context.Output.Write(answer, () => new(["setting", "before", "after"], [.. RuleSettings.Differences(before, rules).Select(d => (IReadOnlyList<string>)[d.Setting.Id, d.Before, d.After])]));
            if (kept.Waits is not null) context.Tell([new("已提出，等另一位店长或管理员用同样的命令确认；还没有生效", "proposed; it waits for another manager or administrator to give the same command, and is not in force yet")]);
            return Exit.Done;
        });
        return command;
    }

    private static Command Again(GlobalOptions options)
    {
        var (from, to) = (new Option<string>("--from") { Description = "First day", Required = true }, new Option<string>("--to") { Description = "Last day, included", Required = true });
        var reason = new Option<string?>("--reason") { Description = "Why" };
        var command = new Command("recompute", "Count days again under the rules in force on each") { from, to, reason };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SetsRules(context.Viewer), "重算需要实名的店长或管理员（--as）", "Recomputing needs a named manager or administrator (--as)");
            var (first, last, why) = (Read.Day(parsed.GetValue(from)!), Read.Day(parsed.GetValue(to)!), (parsed.GetValue(reason) ?? "").Trim());
            var recompute = new Recompute(context.Database, context.Folder, TimeProvider.System);
            var shop = OneShop(context);
            if (recompute.Check(first, last, why) is { Count: > 0 } faults) throw Refused(faults);
            var days = Run(() => recompute.Run(shop, first, last, why, context.Viewer.Name, ProgressLine.ToTerminal()));
            var answer = new JsonObject { ["shop"] = shop.Name, ["from"] = RulesJson.Day(first), ["to"] = RulesJson.Day(last), ["days"] = days };
            context.Output.Write(answer, () => new(["shop", "from", "to", "days"], [[shop.Name, RulesJson.Day(first), RulesJson.Day(last), Json.Number(days)!.ToJsonString()]]));
            return Exit.Done;
        });
        return command;
    }

    private static int Run(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (ImportBusyException)
        {
            throw CommandStoppedException.Refused(new("import-busy", new("另一个导入正在进行，请稍后再试", "Another import is running in this data folder; try again when it is done")));
        }
    }

    private static RuleBook Book(CommandContext context, Shop shop) => new(context.Database, shop, TimeProvider.System);

    private static RuleSet Wanted(CommandContext context, Shop shop, int? version, string? day)
    {
        if (version is { } number)
            return context.Database.RuleSets.Version(shop.Id, number) ?? throw CommandStoppedException.Usage("version-unknown", $"{shop.Name} 没有第 {number} 版规则", $"{shop.Name} has no version {number} of its rules");
        var timeline = context.Database.RuleSets.Timeline(shop.Id);
        return day is { } text ? timeline.On(Read.Day(text)) : timeline.Latest;
    }

    private static Shop OneShop(CommandContext context) => context.Shops is [var only] ? only
        : throw CommandStoppedException.Usage("shop-missing", "请用 --shop 指明一家店铺", "Name one shop with --shop");

    private static RulesKept Checked(RuleBook book, RuleChange change) => new(null, book.Check(change).Faults, null);

    private static List<KeyValuePair<string, string>> Pairs(string[] set)
    {
        var pairs = set.Select(Pair).ToList();
        if (pairs.GroupBy(p => p.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            throw CommandStoppedException.Usage("set-twice", $"--set 里“{twice}”写了两次", $"--set names '{twice}' twice");
        return pairs;
    }

    private static KeyValuePair<string, string> Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0) throw CommandStoppedException.Usage("set-unreadable", $"--set 写作 设置=值，不是“{text}”", $"--set is written setting=value, not '{text}'");
        var (id, value) = (text[..at].Trim(), text[(at + 1)..]);
        return new(id, RuleSettings.Find(id)?.Kind == SettingKind.List ? value.Replace('|', '\n') : value);
    }

    private static IReadOnlyList<KeyValuePair<string, string>> FromFile(string? name)
    {
        if (name is null) return [];
        if (!File.Exists(name)) throw CommandStoppedException.Usage("file-missing", $"没有文件“{name}”", $"There is no file '{name}'");
        var (settings, errors) = RulesFile.Read(File.ReadAllText(name), Path.GetFileName(name));
        string In(bool english) => Environment.NewLine + string.Join(Environment.NewLine, errors.Select(e => e.In(english)));
        return errors.Count == 0 ? settings : throw CommandStoppedException.BadInput("rules-faulty", In(english: false), In(english: true));
    }

    private static CommandStoppedException Refused(IReadOnlyList<RuleFault> faults) =>
        CommandStoppedException.Refused(new(faults[0].Name, new(string.Join("；", faults.Select(f => f.Words.Zh)), string.Join("; ", faults.Select(f => f.Words.En)))));
}
