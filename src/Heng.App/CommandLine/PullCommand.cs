using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Connectors;
using Heng.App.Features.Importing;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng pull</c>: what is not pulled yet comes from the platform, and is counted as an import is.</summary>
public static class PullCommand
{
    public static Command Build(GlobalOptions options)
    {
        var from = new Option<string?>("--from") { Description = "The first day (default: as far back as the platform answers)" };
        var to = new Option<string?>("--to") { Description = "The last day (default: until now)" };
        var only = new Option<string?>("--only") { Description = $"Some of {string.Join(",", Pull.Names)}" };
        var again = new Option<bool>("--again") { Description = "Ask again for what was pulled before" };
        var command = new Command("pull", "Pull trades, reviews, ratings, status logs and accounts from the platform") { from, to, only, again };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.Imports(context.Viewer), "此角色不能导入", "This role may not import");
            var shops = context.Shops.Select(s => s.Id).ToHashSet();
            var connectors = context.Database.Connectors.All.Where(c => shops.Contains(c.Shop)).ToList();
            if (connectors.Count == 0) throw CommandStoppedException.Refused(new("not-connected", new("没有连接平台的店铺；先用 heng connect taobao", "No shop is connected; heng connect taobao does it")));
            var (first, last) = (DayOf(parsed.GetValue(from)), DayOf(parsed.GetValue(to)));
            if (last < first) throw CommandStoppedException.Usage("day-unreadable", "--to 早于 --from", "--to is before --from");
            var names = Named(parsed.GetValue(only));
            var reports = new List<PullReport>();
            var paces = new Dictionary<string, Pace>(StringComparer.Ordinal);
            foreach (var connector in connectors)
                reports.AddRange(Run(context, connector, (keys, by) => new(connector, keys, by)
                {
                    From = first, To = last, Only = names, Again = parsed.GetValue(again),
                    Pace = paces.TryGetValue(keys.AppKey, out var pace) ? pace : paces[keys.AppKey] = new(connector.PerSecond, TimeProvider.System),
                }));
            context.TellOfOpenFolder();
            var rows = new JsonArray([.. reports.Select(PullJson.Of)]);
            context.Output.Write(rows, () => PullJson.Sheet(rows));
            foreach (var line in reports.SelectMany(Complaints)) parsed.InvocationConfiguration.Error.WriteLine(line);
            return reports.Any(r => r.Fault is not null) ? Exit.Refused : reports.Any(r => r.Counts.Rejected > 0) ? Exit.BadInput : Exit.Done;
        });
        return command;
    }

    private static IReadOnlyList<PullReport> Run(CommandContext context, Connector connector, Func<TopKeys, string, PullRequest> request)
    {
        var shop = context.Database.Shops.Find(connector.Shop)!.Name;
        if (new KeySafe(context.Folder).Open(connector.Secrets) is not { } keys) return [new(shop, "taobao", null) { Fault = Faults.KeysUnreadable }];
        var line = ProgressLine.ToTerminal();
        var pull = new Pull(context.Database, context.Folder, TimeProvider.System) { Progress = (api, done, of) => line(new($"{shop} {api}", ImportPhase.Reading, done, of)) };
        try
        {
            return pull.Run(request(keys, $"{context.Viewer.Name} ({Environment.UserName})")).GetAwaiter().GetResult();
        }
        catch (ImportBusyException)
        {
            throw CommandStoppedException.Refused(new("import-busy", new("另一个导入正在进行，请稍后再试", "Another import is running in this data folder; try again when it is done")));
        }
    }

    private static DateOnly? DayOf(string? text) => text is null ? null : Read.Day(text);

    private static string[] Named(string? only)
    {
        var names = (only ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.FirstOrDefault(n => !Pull.Names.Contains(n, StringComparer.Ordinal)) is { } unknown
            ? throw CommandStoppedException.Usage("value-unknown", $"--only 可用：{string.Join("、", Pull.Names)}，不是“{unknown}”", $"--only takes {string.Join(", ", Pull.Names)}, not '{unknown}'")
            : names;
    }

    private static IEnumerable<string> Complaints(PullReport report)
    {
        var name = $"{report.Shop} {report.Api}";
        if (report.Fault is { } fault) yield return $"{name}: {fault.Name}: {fault.Words.En} / {fault.Words.Zh}" + Listed(fault.Details);
        foreach (var notice in report.Notices) yield return $"{name}: {notice.Code}: {notice.Words.En} / {notice.Words.Zh}" + Listed(notice.Details);
        foreach (var row in report.FirstRejected) yield return $"{name}:{row.Line}: {row.Reason}";
    }

    private static string Listed(IReadOnlyList<string> details) => details.Count > 0 ? ": " + string.Join(", ", details.Take(40)) : "";
}
