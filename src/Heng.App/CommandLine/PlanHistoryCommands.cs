using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Plans;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng plan history</c> and <c>heng plan diff</c>: which versions of a plan there are, and in what two of them differ.</summary>
public static class PlanHistoryCommands
{
    public static Command History(GlobalOptions options)
    {
        var plan = new Argument<string>("PLAN") { Description = "Published id" };
        var command = new Command("history", "The published versions of a plan, and how many things each changed") { plan };
        command.Run(options, (context, parsed) =>
        {
            PlanFiles.RequireReader(context);
            var versions = context.Database.Plans.All.Where(p => p.Id == parsed.GetValue(plan)).ToList();
            if (versions.Count == 0) throw Unknown(parsed.GetValue(plan)!);
            var rows = new JsonArray([.. versions.Select((v, i) => new JsonObject
            {
                ["plan"] = v.Id, ["version"] = v.Version, ["at"] = At(v), ["by"] = v.By, ["changes"] = i == 0 ? null : PlanDiff.Of(versions[i - 1].Yaml, v.Yaml).Count,
            })]);
            context.Output.Write(rows, () => new(["version", "at", "by", "changes"],
                [.. rows.Select(r => (IReadOnlyList<string>)[r!["version"]!.ToJsonString(), r["at"]!.GetValue<string>(), r["by"]!.GetValue<string>(), r["changes"]?.ToJsonString() ?? "–"])]));
            return Exit.Done;
        });
        return command;
    }

    public static Command Diff(GlobalOptions options)
    {
        var before = new Argument<string>("BEFORE") { Description = $"A {PlanFiles.Names}" };
        var after = new Argument<string?>("AFTER") { Description = "The same; without it the published version before BEFORE is compared with it", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("diff", "In what two versions of a plan differ, in words") { before, after };
        command.Run(options, (context, parsed) =>
        {
            PlanFiles.RequireReader(context);
            var (was, now) = parsed.GetValue(after) is { } second ? (PlanFiles.Text(context.Database, parsed.GetValue(before)!), PlanFiles.Text(context.Database, second)) : Latest(context.Database, parsed.GetValue(before)!);
            var changes = PlanDiff.Of(was, now);
            var rows = new JsonArray([.. changes.Select(c => new JsonObject
            {
                ["path"] = c.Path, ["place"] = c.Place.Zh, ["placeEn"] = c.Place.En,
                ["before"] = c.Before?.Zh, ["beforeEn"] = c.Before?.En, ["after"] = c.After?.Zh, ["afterEn"] = c.After?.En,
            })]);
            context.Output.Write(rows, () => new(["where", "before", "after"], [.. changes.Select(c => (IReadOnlyList<string>)[c.Place.Zh, c.Before?.Zh ?? "–", c.After?.Zh ?? "–"])]));
            return Exit.Done;
        });
        return command;
    }

    private static (string Before, string After) Latest(Database database, string id) => database.Plans.All.Where(p => p.Id == id).TakeLast(2).ToArray() switch
    {
        [var before, var after] => (before.Yaml, after.Yaml),
        [_] => throw CommandStoppedException.Usage("version-missing", $"“{id}”只有一版，没有可比的", $"'{id}' has one version only: there is nothing to compare it with"),
        _ => throw Unknown(id),
    };

    private static CommandStoppedException Unknown(string name) => CommandStoppedException.Usage("plan-unknown", $"没有已发布的方案“{name}”", $"There is no published plan '{name}'");

    private static string At(PlanVersion version) => Heng.Engine.Records.ShopClock.Shanghai.ToLocal(version.PublishedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
