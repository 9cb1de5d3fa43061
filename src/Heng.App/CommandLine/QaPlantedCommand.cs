using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Demo;
using Heng.App.Features.People;
using Heng.Engine.Metrics;
using Heng.Engine.Quality.Measure;

namespace Heng.App.CommandLine;

/// <summary><c>heng qa planted</c>: what the demo planted, beside what the rules found.</summary>
public static class QaPlantedCommand
{
    private static readonly string[] Columns = ["of", "name", "known", "found", "recall", "falseAlarms", "precision"];

    public static Command Build(GlobalOptions options)
    {
        var command = new Command("planted", "In a demo: the faults that were planted, how many of them rules found, and their false alarms, by kind and by disguise");
        command.Run(options, (context, _) =>
        {
            context.Require(Rights.TendsQuality(context.Viewer), "规则查到什么给质检、人事、店长和审计", "What rules in shadow find is told to QA, HR, the manager and the auditor");
            var book = PlantedBook.Of(context.Database, context.Folder) ?? throw CommandStoppedException.Refused(new("data-not-demo", new("这个文件夹不是演示数据：没有 demo-files/planted.csv", "This folder is no demo: there is no demo-files/planted.csv")));
            var span = context.Database.Shops.All.Select(s => context.Database.Coverage.Span(s.Id, Source.Chat)).OfType<(DateOnly First, DateOnly Last)>().ToList();
            var found = span.Count == 0 ? [] : book.Found(span.Min(s => s.First), span.Max(s => s.Last));
            var rows = new JsonArray([.. KnownFaults.ByKind(book.Known, found).Select(t => Row("kind", t)), .. KnownFaults.ByDisguise(book.Known, found).Select(t => Row("disguise", t))]);
            context.Output.Write(rows, () => new(Columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. Columns.Select(k => r![k] is JsonObject o ? $"{o["value"]} [{o["low"]}, {o["high"]}]" : r[k]?.ToString() ?? "–")])]));
            return Exit.Done;
        });
        return command;
    }

    /// <summary>A false alarm has no disguise.</summary>
    private static JsonObject Row(string of, KnownTally tally)
    {
        var (hits, kind) = (tally.Found + tally.FalseAlarms, of == "kind");
        return new()
        {
            ["of"] = of, ["name"] = kind ? tally.Name : tally.Name.Length == 0 ? "plain" : tally.Name.ToLowerInvariant(), ["known"] = tally.Known, ["found"] = tally.Found,
            ["recall"] = QaBookCommands.Rate(tally.Known == 0 ? null : tally.Found / (decimal)tally.Known, tally.RecallWithin),
            ["falseAlarms"] = kind ? tally.FalseAlarms : null,
            ["precision"] = kind ? QaBookCommands.Rate(hits == 0 ? null : tally.Found / (decimal)hits, tally.PrecisionWithin) : null,
        };
    }
}
