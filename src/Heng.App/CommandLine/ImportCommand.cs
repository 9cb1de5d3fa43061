using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Importing;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.Intake;
using Heng.Intake.Mapping;

namespace Heng.App.CommandLine;

/// <summary><c>heng import</c>: files of any format we know, their counts, and what was wrong in them.</summary>
public static class ImportCommand
{
    public static Command Build(GlobalOptions options)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files; the format is told by the header", Arity = ArgumentArity.OneOrMore };
        var kind = new Option<string?>("--kind") { Description = "Format id, where the header is not to decide (see heng formats)" };
        var map = new Option<FileInfo?>("--map") { Description = "YAML that maps your own column names, see docs/formats.md" };
        var day = new Option<string?>("--day") { Description = "The day of a file that names none; of a report also its days, 2026-10-01..2026-10-31 or 2026-10" };
        var replace = new Option<string?>("--replace") { Description = "Forget the messages of this day of --shop first" };
        var exportedAt = new Option<string?>("--exported-at") { Description = "When the files were made, e.g. 2026-11-02T15:30: of two versions of a record the later export stands" };
        var account = new Option<string[]>("--account") { Description = "In a chat text: the shop's account, where it is not written main:sub", AllowMultipleArgumentsPerToken = false };
        var buyer = new Option<string?>("--buyer") { Description = "In a chat text: the buyer, who does not write or whose name is not clear" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Count, change nothing" };
        var command = new Command("import", "Import files") { files, kind, map, day, replace, exportedAt, account, buyer, dryRun };
        command.RunMaking(options, (context, parsed) =>
        {
            context.Require(Rights.Imports(context.Viewer), "此角色不能导入", "This role may not import");
            var replaced = parsed.GetValue(replace) is { } r ? Read.Day(r) : (DateOnly?)null;
            if (replaced is not null && context.ShopName is null) throw CommandStoppedException.Usage("shop-missing", "--replace 需要 --shop", "--replace needs --shop");
            var days = parsed.GetValue(day) is { } d ? Read.Days(d) : ((DateOnly From, DateOnly To)?)null;
            var intake = new IntakeOptions(context.ShopName, parsed.GetValue(kind), MapOf(parsed.GetValue(map)), days?.From)
            {
                LastDay = days?.To,
                Accounts = parsed.GetValue(account) ?? [],
                Buyer = parsed.GetValue(buyer),
                ExportedAt = parsed.GetValue(exportedAt) is { } made ? Read.Instant(made) : null,
            };
            var requests = parsed.GetValue(files)!.Select(f => new ImportRequest(f, intake, $"{context.Viewer.Name} ({Environment.UserName})", parsed.GetValue(dryRun), replaced) { BringsAccounts = Rights.BringsAccounts(context.Viewer) }).ToList();
            var reports = Run(context, requests);
            var rows = new JsonArray([.. reports.Select(ReportJson.Of)]);
            context.Output.Write(rows, () => ReportJson.Sheet(rows));
            if (new DemoMark(context.Folder).Is)
                parsed.InvocationConfiguration.Error.WriteLine("demo-folder: This folder holds the invented shop; your own files belong in another (--data) / 这个目录里是虚构的演示店铺；自己的文件请用 --data 放到另一个目录");
            foreach (var line in reports.SelectMany(Complaints)) parsed.InvocationConfiguration.Error.WriteLine(line);
            return reports.Any(r => r.Refused is not null || r.Counts.Rejected > 0) ? Exit.BadInput : Exit.Done;
        });
        return command;
    }

    public static IReadOnlyList<ImportReport> Run(CommandContext context, IReadOnlyList<ImportRequest> requests)
    {
        try
        {
            using var run = new ImportRun(context.Database, context.Folder, TimeProvider.System);
            return run.Import(requests, ProgressLine.ToTerminal());
        }
        catch (ImportBusyException)
        {
            throw CommandStoppedException.Refused(new("import-busy", new("另一个导入正在进行，请稍后再试", "Another import is running in this data folder; try again when it is done")));
        }
    }

    private static MessageMap? MapOf(FileInfo? file)
    {
        if (file is null) return null;
        if (!file.Exists) throw CommandStoppedException.Usage("map-missing", $"找不到映射文件 {file.Name}", $"There is no map file {file.Name}");
        var reading = MessageMap.Read(File.ReadAllText(file.FullName));
        if (reading.Map is { } map) return map;
        var faults = string.Join(Environment.NewLine, reading.Faults.Select(f => $"{file.Name}:{f.Line}:{f.Column}: {f.Words.En} / {f.Words.Zh}"));
        throw CommandStoppedException.BadInput("map-faulty", "映射文件有误", faults);
    }

    private static IEnumerable<string> Complaints(ImportReport report)
    {
        if (report.Refused is { } refused)
        {
            yield return $"{report.Name}: {refused.Code}: {refused.Message.En} / {refused.Message.Zh}";
            if (refused.Details.Count > 0) yield return "  " + string.Join(", ", refused.Details.Take(40));
        }
        foreach (var notice in report.Notices)
            yield return $"{report.Name}: {notice.Code}: {notice.Words.En} / {notice.Words.Zh}" + (notice.Details.Count > 0 ? ": " + string.Join(", ", notice.Details.Take(40)) : "");
        if (report.Dropped.Count > 0) yield return $"{report.Name}: dropped: " + string.Join(", ", report.Dropped.Select(d => $"{d.Key} {d.Value}"));
        foreach (var row in report.FirstRejected) yield return $"{report.Name}:{row.Line}: {row.Reason}";
        if (report.Counts.Rejected > report.FirstRejected.Count) yield return $"{report.Name}: … {report.Counts.Rejected} rows rejected in all; the import page has them for download";
    }
}
