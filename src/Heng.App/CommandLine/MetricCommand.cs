using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Explain;
using Heng.App.Features.Metrics;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics.Custom;

namespace Heng.App.CommandLine;

/// <summary><c>heng metric</c>: the company's own metrics: listed, defined from a file, and a formula tried on one person's month.</summary>
public static class MetricCommand
{
    public static Command Build(GlobalOptions options) => new("metric", "The shop's own metrics: list, define, retire, try") { List(options), Define(options), Retire(options), Try(options) };

    private static Command List(GlobalOptions options)
    {
        var command = new Command("list", "Every version of the shop's own metrics");
        command.Run(options, (context, _) =>
        {
            context.Require(Rights.SeesEveryone(context.Viewer), "此角色看不到自定义指标", "This role does not see the shop's own metrics");
            var retired = RetiredMetrics.Of(context.Database);
            var rows = new JsonArray([.. context.Database.CustomMetrics.All.Select(d => With(JsonOf(d.Definition, d.By), "retired", retired.Contains(d.Definition.Id)))]);
            context.Output.Write(rows, () => Sheet(rows));
            return Exit.Done;
        });
        return command;
    }

    private static Command Define(GlobalOptions options)
    {
        var file = new Argument<string>("FILE") { Description = "YAML: a list of id, name {zh, en}, unit, better, formula, from" };
        var command = new Command("define", "Define metrics, or their next versions; all of the file or nothing") { file };
        command.RunMaking(options, (context, parsed) =>
        {
            context.Require(Rights.Defines(context.Viewer), "定义指标需要实名的人事或店长（--as）", "Defining a metric needs a named HR person or manager (--as)");
            var name = parsed.GetValue(file)!;
            if (!File.Exists(name)) throw CommandStoppedException.Usage("file-missing", $"没有文件“{name}”", $"There is no file '{name}'");
            var read = new DefinitionFile(File.ReadAllText(name), Path.GetFileName(name));
            var definitions = new Definitions(context.Database, TimeProvider.System);
            if (read.Errors.Count == 0) read.Add(definitions.Check(read.Definitions));
            if (read.Errors.Count > 0) throw Faulty(read.Errors);
            var rows = new JsonArray([.. definitions.Keep(read.Definitions, context.Viewer.Name).Select(k => With(JsonOf(k.Definition, context.Viewer.Name), "new", k.New))]);
            context.Output.Write(rows, () => Sheet(rows));
            return Exit.Done;
        });
        return command;
    }

    private static Command Retire(GlobalOptions options)
    {
        var id = new Argument<string>("ID") { Description = "One of the shop's own metrics" };
        var command = new Command("retire", "Nothing new may name the metric; what names it already keeps it") { id };
        command.RunMaking(options, (context, parsed) =>
        {
            context.Require(Rights.Defines(context.Viewer), "停用指标需要实名的人事或店长（--as）", "Retiring a metric needs a named HR person or manager (--as)");
            var metric = parsed.GetValue(id)!;
            if (new Definitions(context.Database, TimeProvider.System).Retire(metric, context.Viewer.Name) is { } why) throw CommandStoppedException.Refused(new(why.Name, why.Words));
            context.Output.Write(new JsonObject { ["metric"] = metric, ["retired"] = true, ["by"] = context.Viewer.Name }, () => new(["metric", "retired by"], [[metric, context.Viewer.Name]]));
            return Exit.Done;
        });
        return command;
    }

    private static Command Try(GlobalOptions options)
    {
        var formula = new Option<string>("--formula") { Description = "The formula, e.g. \"sales / orders\"", Required = true };
        var month = new Option<string>("--month") { Description = "Month, e.g. 2026-10", Required = true };
        var agent = new Option<string>("--agent") { Description = "The person to try it on", Required = true };
        var unit = new Option<string?>("--unit") { Description = "The unit that it is to have (default: the one that the formula gives)" };
        var command = new Command("try", "A formula's value for one person's month, with the numbers in place") { formula, month, agent, unit };
        command.Run(options, (context, parsed) =>
        {
            var (wanted, name, text) = (Read.Month(parsed.GetValue(month)), parsed.GetValue(agent)!, parsed.GetValue(formula)!);
            var facts = PeriodFacts.Load(context.Database, context.Shops, wanted.First, wanted.Last, context.AsOf);
            if (facts.Roster.Find(name) is not { } person || !Rights.Sees(context.Viewer, name, facts.Roster.In(person.Id, wanted)?.Group))
                throw CommandStoppedException.Refused(new("agent-unknown", new($"这个月没有“{name}”，或您无权查看", $"There is no '{name}' in this month, or you may not see them")));
            var declared = parsed.GetValue(unit) is not { } id ? (Unit?)null : WrittenUnits.Find(id)
                ?? throw CommandStoppedException.Usage("unit-unknown", $"没有单位“{id}”；可用：{Units}", $"There is no unit '{id}'; known: {Units}");
            var tried = MetricTrial.Of(facts, person, text, declared);
            if (tried.Error is { } error) throw CommandStoppedException.BadInput(error.Name, $"第 {error.At} 列：{error.Words.Zh}", $"column {error.At}: {error.Words.En}");
            var (zh, en) = (WrittenFormula.Of(tried.Explained!, Language.Zh), WrittenFormula.Of(tried.Explained!, Language.En));
            var answer = MetricsReport.Cell(tried.Reading!);
            answer.Remove("definition");
            (answer["formula"], answer["formulaEn"], answer["figures"], answer["figuresEn"]) = (zh?.Words, en?.Words, zh?.Figures, en?.Figures);
            if (tried.Lack is { } lack) (answer["why"], answer["whyWords"], answer["whyWordsEn"]) = (lack.Name, lack.Words.Zh, lack.Words.En);
            context.Output.Write(answer, () => new(["what", "value"],
            [
                ["formula", zh?.Words ?? text], ["figures", zh?.Figures ?? "–"], ["value", Show.ExactWithUnit(tried.Reading!.Value, tried.Reading.Metric.Unit, Language.Zh)], ["state", answer["state"]!.GetValue<string>()],
                .. tried.Lack is { } why ? new[] { (IReadOnlyList<string>)["why", $"{why.Words.Zh} / {why.Words.En}"] } : [],
            ]));
            return Exit.Done;
        });
        return command;
    }

    private static string Units => string.Join(' ', WrittenUnits.All.Select(u => u.Id));

    private static CommandStoppedException Faulty(IReadOnlyList<PlanError> errors)
    {
        string In(bool english) => Environment.NewLine + string.Join(Environment.NewLine, errors.Select(e => e.In(english)));
        return CommandStoppedException.BadInput("metric-faulty", In(english: false), In(english: true));
    }

    private static JsonObject JsonOf(CustomDefinition definition, string by) => new()
    {
        ["metric"] = definition.Id, ["version"] = definition.Version, ["from"] = definition.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["name"] = definition.Name.Zh, ["nameEn"] = definition.Name.En, ["unit"] = WrittenUnits.IdOf(definition.Unit), ["better"] = Json.Kebab(definition.Better),
        ["formula"] = definition.Formula, ["by"] = by,
    };

    private static JsonObject With(JsonObject row, string name, bool value)
    {
        row[name] = value;
        return row;
    }

    private static Sheet Sheet(JsonArray rows)
    {
        string[] columns = ["metric", "version", "from", "name", "unit", "better", "formula", "by"];
        return new(columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => r![c]!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? r[c]!.ToJsonString() : r[c]!.GetValue<string>())])]);
    }
}
