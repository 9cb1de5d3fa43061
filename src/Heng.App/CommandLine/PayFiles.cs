using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Months;
using Heng.App.Features.Pay.Accounts;
using Heng.App.Features.Pay.Tables;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary>What <c>heng pay</c> writes into files: payslips as workbooks of live formulas, one by one or a month's in one archive, and tables for the bank and the books.</summary>
internal sealed class PayFiles
{
    private readonly Option<string?> xlsx = new("--xlsx") { Description = "Payslips as workbooks of live formulas: a folder, or with --agent a file (.xlsx)" };
    private readonly Option<string?> pdf = new("--pdf") { Description = "Payslips as PDFs, printed by a Chromium: a folder, all in one .zip, or with --agent a file (.pdf)" };
    private readonly Option<string?> zip = new("--zip") { Description = "All payslips of the month in one archive" };
    private readonly Option<string?> export = new("--export") { Description = "A table for the bank or the books: one that ships, or of the data folder's exports" };
    private readonly Option<string?> place = new("--out") { Description = "The file of --export, .csv or .xlsx (default: the answer itself)" };
    private readonly Option<bool> withAlone = new("--with-paid-alone") { Description = "With --export: also who was paid alone before the month's run; else they are left out" };
    private readonly Option<string?> agent = new("--agent") { Description = "One person alone" };
    private readonly Option<Language> language = OneOf.Words("--language", "Language of the files", Language.Zh, ("zh", Language.Zh), ("en", Language.En));

    /// <summary>What is answered instead of payslips, in no file.</summary>
    public PaySoFar SoFar { get; } = new();

    public void AddTo(Command command)
    {
        SoFar.AddTo(command);
        foreach (var option in new Option[] { xlsx, pdf, zip, export, place, withAlone, agent, language }) command.Add(option);
    }

    public string? Agent(ParseResult parsed) => parsed.GetValue(agent);

    public bool Asked(ParseResult parsed) => new[] { xlsx, pdf, zip, export, place }.Any(o => parsed.GetValue(o) is not null);

    public void Write(CommandContext context, KeptMonth kept, ParseResult parsed)
    {
        if (parsed.GetValue(zip) is not null || PaperFiles.TakesAll(parsed.GetValue(pdf))) context.Require(Rights.Exports(context.Viewer, pay: true), "此角色不能导出所有人的工资条", "This role may not take everybody's payslips away");
        var (only, tongue) = (Agent(parsed), parsed.GetValue(language)!);
        var slips = SlipContent.All(kept, name => (only is null || name == only) && Rights.SeesPay(context.Viewer, name)).ToList();
        if (only is not null && slips.Count == 0)
            throw CommandStoppedException.Refused(new("agent-unknown", new($"这个月没有“{only}”的工资条，或您无权查看", $"There is no payslip of '{only}' in this month, or you may not see it")));
        if (parsed.GetValue(export) is not null || parsed.GetValue(place) is not null)
        {
            // Who is asked for by name is paid by this table; in the month's they were paid already.
            if (only is null && !parsed.GetValue(withAlone)) slips = WithoutAlone(context, kept, slips);
            WriteTable(context, slips, parsed);
            return;
        }
        JsonArray rows = [];
        if (parsed.GetValue(xlsx) is { } books) foreach (var row in Workbooks(slips, books, tongue)) rows.Add(row);
        if (parsed.GetValue(pdf) is { } papers) foreach (var row in PaperFiles.Write(context, kept, [.. slips.Select(s => s.Agent)], papers, tongue).GetAwaiter().GetResult()) rows.Add(row);
        if (parsed.GetValue(zip) is { } archive) rows.Add(Row(null, archive, OutFile.Put(archive, stream => SlipFiles.Zip(stream, slips, tongue).GetAwaiter().GetResult())));
        context.Output.Write(rows, () => new(["agent", "file", "payslips"], [.. rows.Select(r => (IReadOnlyList<string>)
            [r!["agent"]?.GetValue<string>() ?? "", r["file"]!.GetValue<string>(), r["payslips"]!.ToJsonString()])]));
    }

    private static List<SlipContent> WithoutAlone(CommandContext context, KeptMonth kept, List<SlipContent> slips)
    {
        var alone = slips.Where(s => kept.Book.Alone.ContainsKey(s.Agent)).ToList();
        var (names, sum) = (alone.Select(s => s.Agent).ToArray(), alone.Sum(s => s.Net).ToString("0.00", CultureInfo.InvariantCulture));
        if (alone.Count > 0)
            context.Tell([new($"已单独发薪，未列入（--with-paid-alone 可列入）：{string.Join("、", names)}，共 {sum} 元", $"paid alone already, so they are left out (--with-paid-alone takes them in): {string.Join(", ", names)}, {sum} CNY together")]);
        return [.. slips.Except(alone)];
    }

    private void WriteTable(CommandContext context, List<SlipContent> slips, ParseResult parsed)
    {
        context.Require(Rights.SeesEverybodysPay(context.Viewer), "此角色看不到所有人的工资", "This role does not see everybody's pay");
        if (parsed.GetValue(export) is not { } name) throw CommandStoppedException.Usage("value-unknown", "--out 与 --export 一起用", "--out goes with --export");
        if (new[] { xlsx, pdf, zip }.Any(o => parsed.GetValue(o) is not null)) throw CommandStoppedException.Usage("only-one", "--export 不与 --xlsx、--pdf、--zip 同用", "--export goes without --xlsx, --pdf and --zip");
        var table = TableOf(context, name);
        var accounts = table.AsksAccounts ? new PayAccounts(context.Database, context.Folder, DayOf(context), context.Viewer) : null;
        if (accounts is not null) context.Tell(accounts.Told(table.Paid(slips)));
        var sheet = table.Of(slips, parsed.GetValue(language)!, accounts is null ? null : accounts.Of);
        var left = table.LeftOut(slips).ToList();
        if (left.Count > 0) context.Tell([new($"没有应发金额，未列入：{string.Join("、", left)}", $"nothing is paid out to these, so they are left out: {string.Join(", ", left)}")]);
        if (parsed.GetValue(place) is not { } file)
        {
            context.Output.Write(PayTableJson.Of(sheet), () => PayTableJson.Sheet(sheet));
            return;
        }
        OutFile.Put(file, stream =>
        {
            stream.Write(sheet.Bytes(file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? "xlsx" : "csv"));
            return sheet.Rows.Count;
        });
        context.Output.Write(new JsonArray(new JsonObject { ["export"] = table.Id, ["file"] = file, ["rows"] = sheet.Rows.Count }),
            () => new(["export", "file", "rows"], [[table.Id, file, sheet.Rows.Count.ToString(CultureInfo.InvariantCulture)]]));
    }

    /// <summary>An account is in force on the day that the table is made for the bank.</summary>
    private static DateOnly DayOf(CommandContext context) => ShopClock.Shanghai.DayOf(context.AsOf ?? new(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));

    private static PayTable TableOf(CommandContext context, string name)
    {
        if (PayTableFile.Find(name, context.Folder) is not { } path)
            throw CommandStoppedException.Usage("value-unknown", $"没有导出表“{name}”；有：{string.Join("、", PayTableFile.Names(context.Folder))}", $"There is no export '{name}'; there are {string.Join(", ", PayTableFile.Names(context.Folder))}");
        var (table, errors) = PayTableFile.Read(File.ReadAllText(path), Path.GetFileName(path));
        string Words(bool english) => string.Join(Environment.NewLine, errors.Select(e => e.In(english)));
        return table ?? throw CommandStoppedException.BadInput("export-faulty", Words(false), Environment.NewLine + Words(true));
    }

    private static IEnumerable<JsonObject> Workbooks(List<SlipContent> slips, string place, Language language)
    {
        if (slips.Count == 0) return [];
        if (!place.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            OutFile.MakeFolder(place);
            return SlipFiles.Named(slips[0].Month, slips, s => s.Agent, SlipWorkbook.Extension).Select(s => Workbook(s.Slip, Path.Combine(place, s.Name), language));
        }
        if (slips.Count != 1) throw CommandStoppedException.Usage("person-missing", "一个 .xlsx 文件只装一人的工资条：请加 --agent，或给出目录", "One .xlsx file holds one person's payslip: add --agent, or name a folder");
        return [Workbook(slips[0], place, language)];
    }

    private static JsonObject Workbook(SlipContent slip, string path, Language language) => Row(slip.Agent, path, OutFile.Put(path, stream =>
    {
        stream.Write(SlipWorkbook.Of(slip, language));
        return 1;
    }));

    internal static JsonObject Row(string? agent, string file, int payslips) => new() { ["agent"] = agent, ["file"] = file, ["payslips"] = payslips };
}
