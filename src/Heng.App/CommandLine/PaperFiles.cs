using System.Text.Json.Nodes;
using Heng.App.Features.Demo;
using Heng.App.Features.Months;
using Heng.App.Features.Pay;
using Heng.App.Features.Pay.Papers;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Features.SignIn;
using Heng.App.Ui;

namespace Heng.App.CommandLine;

/// <summary>Payslips that <c>heng pay --pdf</c> prints: one, a folder of them, or all in one archive.</summary>
internal static class PaperFiles
{
    private const string Archive = ".zip";

    /// <summary>An archive is everybody's, and only for who may take that away.</summary>
    public static bool TakesAll(string? place) => place is not null && Is(place, Archive);

    public static async Task<IReadOnlyList<JsonObject>> Write(CommandContext context, KeptMonth kept, HashSet<string> agents, string place, Language language)
    {
        PayslipView[] slips = [.. PayslipQuery.Sheets(context.Database, kept, language, agents.Contains)];
        if (slips.Length == 0) return [];
        if (Is(place, PaperPress.Extension) && slips.Length != 1)
            throw CommandStoppedException.Usage("person-missing", "一个 .pdf 文件只印一人的工资条：请加 --agent，或给出目录或 .zip", "One .pdf file holds one person's payslip: add --agent, or name a folder or a .zip");
        if (Chromium.Find() is not { } program) throw CommandStoppedException.Refused(PressWords.NoChromium);
        var around = Shell.Nobody with { Shop = string.Join("、", kept.Book.Facts.Shops.Select(s => s.Name)), Demo = new DemoMark(context.Folder).Is };
        try
        {
            await using var press = await PaperPress.Open(program, around, language);
            if (TakesAll(place)) return [PayFiles.Row(null, place, OutFile.Put(place, stream => press.Zip(stream, slips).GetAwaiter().GetResult()))];
            if (Is(place, PaperPress.Extension)) return [await One(press, slips[0], place)];
            OutFile.MakeFolder(place);
            var written = new List<JsonObject>();
            foreach (var (slip, name) in SlipFiles.Named(kept.Month, slips, s => s.Agent, PaperPress.Extension)) written.Add(await One(press, slip, Path.Combine(place, name)));
            return written;
        }
        catch (PressFailedException e)
        {
            throw CommandStoppedException.Refused(PressWords.FailedBy(e));
        }
    }

    private static async Task<JsonObject> One(PaperPress press, PayslipView slip, string path)
    {
        var printed = await press.Print(slip);
        return PayFiles.Row(slip.Agent, path, OutFile.Put(path, stream =>
        {
            stream.Write(printed);
            return 1;
        }));
    }

    private static bool Is(string place, string extension) => place.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
