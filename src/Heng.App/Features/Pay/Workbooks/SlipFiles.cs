using System.IO.Compression;
using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.Features.Pay.Workbooks;

/// <summary>Payslips as files: a workbook each, or all of a month in one archive.</summary>
public static class SlipFiles
{
    public const string ZipType = "application/zip";

    public static string ZipName(Month month) => $"payslips-{month}.zip";

    /// <summary>Everybody's payslip beside the name of its file; a name that no file can have is bent, and no two are the same.</summary>
    public static IEnumerable<(SlipContent Slip, string Name)> Named(IEnumerable<SlipContent> slips)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var slip in slips)
        {
            var name = FileName(slip);
            for (var i = 2; !taken.Add(name); i++) name = FileName(slip with { Agent = $"{slip.Agent} ({i})" });
            yield return (slip, name);
        }
    }

    public static string FileName(SlipContent slip) => $"payslip-{slip.Month}-{Plain(slip.Agent)}.xlsx";

    /// <summary>Made and written one payslip after the other, so that a large shop's archive is never whole in memory.</summary>
    public static async Task<int> Zip(Stream to, IEnumerable<SlipContent> slips, Language language, CancellationToken cancelled = default)
    {
        var count = 0;
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancelled);
        foreach (var (slip, name) in Named(slips))
        {
            var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
            // A workbook is compressed already; its time is the month's end, for archives that are compared.
            entry.LastWriteTime = new(slip.Month.Last, TimeOnly.MinValue, TimeSpan.Zero);
            await using var file = await entry.OpenAsync(cancelled);
            await file.WriteAsync(SlipWorkbook.Of(slip, language), cancelled);
            count++;
        }
        return count;
    }

    private static string Plain(string name)
    {
        var kept = string.Concat(name.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim().TrimEnd('.');
        return kept.Length == 0 ? "_" : kept;
    }
}
