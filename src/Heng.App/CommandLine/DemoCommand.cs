using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Demo;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary><c>heng demo</c>: an invented shop, imported through the front door, closed and served.</summary>
public static class DemoCommand
{
    public static Command Build(GlobalOptions options)
    {
        var agents = new Option<int>("--agents") { Description = "Agents (3–200)", DefaultValueFactory = _ => 24 };
        var months = new Option<int>("--months") { Description = "Months (1–36)", DefaultValueFactory = _ => 3 };
        var seed = new Option<int>("--seed") { Description = "The same seed invents the same shop", DefaultValueFactory = _ => 20261001 };
        var until = new Option<string?>("--until") { Description = "Last month (default: the last full month in Asia/Shanghai)" };
        var noServe = new Option<bool>("--no-serve") { Description = "Do not start the pages afterwards" };
        var urls = ServeCommand.Urls();
        var command = new Command("demo", "Invent a shop, import it, close its months and serve it") { agents, months, seed, until, noServe, urls };
        command.RunMaking(options, (context, parsed) =>
        {
            var last = parsed.GetValue(until) is { } text ? Read.Month(text) : LastFullMonth(TimeProvider.System);
            var wanted = new DemoOptions(last, InRange(parsed.GetValue(agents), DemoOptions.FewestAgents, DemoOptions.MostAgents, "--agents"), InRange(parsed.GetValue(months), 1, DemoOptions.MostMonths, "--months"), parsed.GetValue(seed));
            var logins = new DemoRun(context.Database, context.Folder, context.Output.Say).Run(wanted, ProgressLine.ToTerminal());
            var rows = new JsonArray([.. logins.Select(l => new JsonObject { ["account"] = l.Name, ["role"] = l.Role, ["person"] = l.Person, ["password"] = l.Password, ["key"] = l.Key })]);
            context.Output.Write(rows, () => new(["account", "role", "person", "password", "key"], [.. logins.Select(l => (IReadOnlyList<string>)[l.Name, l.Role, l.Person ?? "–", l.Password, l.Key ?? "–"])]));
            context.Output.Say("All of it is invented data. 全部数据为虚构。");
            return parsed.GetValue(noServe) ? Exit.Done : ServeCommand.Serve(context, parsed.GetValue(urls)!);
        });
        return command;
    }

    private static Month LastFullMonth(TimeProvider time) =>
        Month.Of(ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds()))).Plus(-1);

    private static int InRange(int value, int least, int most, string name) => value >= least && value <= most
        ? value
        : throw CommandStoppedException.Usage("out-of-range", string.Create(CultureInfo.InvariantCulture, $"{name} 应在 {least} 到 {most} 之间"), string.Create(CultureInfo.InvariantCulture, $"{name} is between {least} and {most}"));
}
