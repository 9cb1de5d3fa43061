using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Months;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Features.People;
using Heng.App.Ui;

namespace Heng.App.CommandLine;

/// <summary>What <c>heng pay</c> writes into files: payslips as workbooks of live formulas, one by one or a month's in one archive.</summary>
internal sealed class PayFiles
{
    private readonly Option<string?> xlsx = new("--xlsx") { Description = "Payslips as workbooks of live formulas: a folder, or with --agent a file (.xlsx)" };
    private readonly Option<string?> zip = new("--zip") { Description = "All payslips of the month in one archive" };
    private readonly Option<string?> agent = new("--agent") { Description = "One person alone" };
    private readonly Option<Language> language = OneOf.Words("--language", "Language of the files", Language.Zh, ("zh", Language.Zh), ("en", Language.En));

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { xlsx, zip, agent, language }) command.Add(option);
    }

    public string? Agent(ParseResult parsed) => parsed.GetValue(agent);

    public bool Asked(ParseResult parsed) => parsed.GetValue(xlsx) is not null || parsed.GetValue(zip) is not null;

    public void Write(CommandContext context, KeptMonth kept, ParseResult parsed)
    {
        if (parsed.GetValue(zip) is not null) context.Require(Rights.Exports(context.Viewer, pay: true), "此角色不能导出所有人的工资条", "This role may not take everybody's payslips away");
        var (only, tongue) = (Agent(parsed), parsed.GetValue(language)!);
        var slips = SlipContent.All(kept, name => (only is null || name == only) && Rights.SeesPay(context.Viewer, name)).ToList();
        if (only is not null && slips.Count == 0)
            throw CommandStoppedException.Refused(new("agent-unknown", new($"这个月没有“{only}”的工资条，或您无权查看", $"There is no payslip of '{only}' in this month, or you may not see it")));
        JsonArray rows = [];
        if (parsed.GetValue(xlsx) is { } place) foreach (var row in Workbooks(slips, place, tongue)) rows.Add(row);
        if (parsed.GetValue(zip) is { } archive) rows.Add(Row(null, archive, OutFile.Put(archive, stream => SlipFiles.Zip(stream, slips, tongue).GetAwaiter().GetResult())));
        context.Output.Write(rows, () => new(["agent", "file", "payslips"], [.. rows.Select(r => (IReadOnlyList<string>)
            [r!["agent"]?.GetValue<string>() ?? "", r["file"]!.GetValue<string>(), r["payslips"]!.ToJsonString()])]));
    }

    private static IEnumerable<JsonObject> Workbooks(List<SlipContent> slips, string place, Language language)
    {
        if (!place.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            OutFile.MakeFolder(place);
            return SlipFiles.Named(slips).Select(s => Workbook(s.Slip, Path.Combine(place, s.Name), language));
        }
        if (slips.Count != 1) throw CommandStoppedException.Usage("person-missing", "一个 .xlsx 文件只装一人的工资条：请加 --agent，或给出目录", "One .xlsx file holds one person's payslip: add --agent, or name a folder");
        return [Workbook(slips[0], place, language)];
    }

    private static JsonObject Workbook(SlipContent slip, string path, Language language) => Row(slip.Agent, path, OutFile.Put(path, stream =>
    {
        stream.Write(SlipWorkbook.Of(slip, language));
        return 1;
    }));

    private static JsonObject Row(string? agent, string file, int payslips) => new() { ["agent"] = agent, ["file"] = file, ["payslips"] = payslips };
}
