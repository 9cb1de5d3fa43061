using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Heng.App.Features.Exports;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Intake.Written;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng export</c>: records in open formats that <c>heng import</c> takes again.</summary>
public static class ExportCommand
{
    private const string Everything = "all";

    private static IEnumerable<string> Names => RecordExport.All.Select(k => k.Name).Concat(DeedExport.All.Select(k => k.Name));

    public static Command Build(GlobalOptions options)
    {
        var kind = new Argument<string>("KIND") { Description = "all, or one of " + string.Join(", ", Names) };
        var month = new Option<string?>("--month") { Description = "Month, e.g. 2026-10" };
        var from = new Option<string?>("--from") { Description = "First day, e.g. 2026-10-01" };
        var to = new Option<string?>("--to") { Description = "Last day, included" };
        var place = new Option<string?>("--out") { Description = "The file; of all kinds the folder" };
        var command = new Command("export", "Records out, in open formats that import takes again") { kind, month, from, to, place };
        command.Run(options, (context, parsed) =>
        {
            var days = Days(parsed.GetValue(month), parsed.GetValue(from), parsed.GetValue(to));
            var ask = new ExportAsk(context.Database, context.ShopName is null ? [Shops.Company, .. context.Shops] : context.Shops, days.From, days.To);
            var name = parsed.GetValue(kind)!;
            if (name == Everything) return All(context, ask, parsed.GetValue(place));
            if (DeedExport.All.FirstOrDefault(k => k.Name == name) is { } deeds)
            {
                context.Require(Rights.Exports(context.Viewer, pay: true), "此角色不能导出这些记录", "This role may not export these records");
                if (parsed.GetValue(place) is { } deedFile) Answer(context, [ToFile(deeds, ask, deedFile)]);
                else parsed.InvocationConfiguration.Output.Write(deeds.Of(ask).Csv());
                return Exit.Done;
            }
            var wanted = RecordExport.All.FirstOrDefault(k => k.Name == name) ?? throw CommandStoppedException.Usage("value-unknown",
                $"没有“{name}”这一类；可用：{string.Join("、", Names)}、all", $"There is no kind '{name}'; there are {string.Join(", ", Names)} and all");
            context.Require(Rights.Exports(context.Viewer, wanted.Pay), "此角色不能导出这些记录", "This role may not export these records");
            if (parsed.GetValue(place) is { } file) Answer(context, [ToFile(context, wanted, ask, file)]);
            else Tell(context, wanted, Write(wanted, wanted.Records(ask), parsed.InvocationConfiguration.Output));
            return Exit.Done;
        });
        return command;
    }

    private static (DateOnly? From, DateOnly? To) Days(string? month, string? from, string? to)
    {
        (DateOnly? From, DateOnly? To) days = month is not null ? (Read.Month(month).First, Read.Month(month).Last) : (from is null ? null : Read.Day(from), to is null ? null : Read.Day(to));
        if (month is not null && (from ?? to) is not null || days.To < days.From)
            throw CommandStoppedException.Usage("period-missing", "请给出 --month，或不颠倒的 --from 与 --to", "Give --month, or --from and --to in their order");
        return days;
    }

    /// <summary>A file for each kind that has records; what the viewer may not see is left out, and said.</summary>
    private static int All(CommandContext context, ExportAsk ask, string? folder)
    {
        context.Require(Rights.Exports(context.Viewer, pay: false), "此角色不能导出", "This role may not export");
        if (folder is null) throw CommandStoppedException.Usage("out-missing", "export all 需要 --out 目录", "export all needs --out FOLDER");
        var pay = Rights.Exports(context.Viewer, pay: true);
        var hidden = RecordExport.All.Where(k => k.Pay && !pay).Select(k => k.Name).Concat(DeedExport.All.Where(_ => !pay).Select(k => k.Name)).ToList();
        if (hidden.Count > 0) context.Tell([new($"此角色看不到薪资和谁给了几分，未导出：{string.Join("、", hidden)}", $"This role sees neither pay nor who gave which mark, so these are left out: {string.Join(", ", hidden)}")]);
        OutFile.MakeFolder(folder);
        Answer(context, [.. RecordExport.All.Where(k => !hidden.Contains(k.Name) && k.Records(ask).Any()).Select(k => ToFile(context, k, ask, Path.Combine(folder, k.FileName))),
            .. DeedExport.All.Where(k => pay && k.Rows(ask).Any()).Select(k => ToFile(k, ask, Path.Combine(folder, k.FileName)))]);
        return Exit.Done;
    }

    private static JsonObject ToFile(DeedExport kind, ExportAsk ask, string path)
    {
        var sheet = kind.Of(ask);
        OutFile.Put(path, stream =>
        {
            stream.Write(sheet.Bytes("csv"));
            return sheet.Rows.Count;
        });
        return new() { ["kind"] = kind.Name, ["file"] = path, ["format"] = null, ["records"] = sheet.Rows.Count };
    }

    private static JsonObject ToFile(CommandContext context, RecordExport kind, ExportAsk ask, string path)
    {
        var written = OutFile.Put(path, stream =>
        {
            // The mark is what spreadsheets know UTF-8 by.
            using var file = new StreamWriter(stream, new UTF8Encoding(kind.Format.Shape == Shape.Table), 1 << 16);
            return Write(kind, kind.Records(ask), file);
        });
        Tell(context, kind, written);
        return new() { ["kind"] = kind.Name, ["file"] = path, ["format"] = kind.Format.Id, ["records"] = written.Records };
    }

    private static (long Records, int TooLong) Write(RecordExport kind, IEnumerable<object> records, TextWriter file)
    {
        long count = 0;
        if (kind.Format.Shape == Shape.JsonLines)
        {
            var lines = new MessageLines(file);
            foreach (var message in records)
            {
                lines.Add((Message)message);
                count++;
            }
            return (count, lines.TooLong);
        }
        var table = new RecordTable(file, kind.Format);
        foreach (var record in records)
        {
            table.Add(record);
            count++;
        }
        return (count, table.TooLong);
    }

    private static void Tell(CommandContext context, RecordExport kind, (long Records, int TooLong) written)
    {
        if (written.TooLong > 0)
            context.Tell([new($"{kind.Name}：{written.TooLong} 行超过 1 MB，导入时会被拒绝（row-too-long）", $"{kind.Name}: {written.TooLong} rows are longer than 1 MB, and an import will reject them (row-too-long)")]);
    }

    private static void Answer(CommandContext context, IReadOnlyList<JsonObject> files)
    {
        var rows = new JsonArray([.. files]);
        context.Output.Write(rows, () => new(["kind", "file", "format", "records"],
            [.. files.Select(f => (IReadOnlyList<string>)[f["kind"]!.GetValue<string>(), f["file"]!.GetValue<string>(), f["format"]?.GetValue<string>() ?? "–", f["records"]!.ToJsonString()])]));
    }
}
