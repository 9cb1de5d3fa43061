using System.Globalization;
using System.IO.Compression;
using System.Text;
using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.Features.Pay.Workbooks;

/// <summary>Payslips as files: one each, or all of a month in one archive.</summary>
public static class SlipFiles
{
    public const string ZipType = "application/zip";
    private const int LongestBytes = 180;

    public static string ZipName(Month month, string of = "") => $"payslips-{month}{of}.zip";

    /// <summary>Everybody's payslip beside the name of its file; a name that no file can have is bent, and no two are the same.</summary>
    public static IEnumerable<(T Slip, string Name)> Named<T>(Month month, IEnumerable<T> slips, Func<T, string> agentOf, string extension)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var slip in slips)
        {
            var (agent, name) = (agentOf(slip), FileName(month, agentOf(slip), extension));
            for (var i = 2; !taken.Add(name); i++) name = FileName(month, $"{agent} ({i})", extension);
            yield return (slip, name);
        }
    }

    public static string FileName(Month month, string agent, string extension) => $"payslip-{month}-{Plain(agent)}{extension}";

    public static Task<int> Zip(Stream to, IReadOnlyList<SlipContent> slips, Language language, CancellationToken cancelled = default) =>
        Zip(to, slips[0].Month, slips.Select(s => (s.Agent, (Func<Task<byte[]>>)(() => Task.FromResult(SlipWorkbook.Of(s, language))))), SlipWorkbook.Extension, cancelled);

    /// <summary>Made and written one payslip after the other, so that a large shop's archive is never whole in memory.</summary>
    public static async Task<int> Zip(Stream to, Month month, IEnumerable<(string Agent, Func<Task<byte[]>> File)> slips, string extension, CancellationToken cancelled = default)
    {
        var count = 0;
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancelled);
        foreach (var (slip, name) in Named(month, slips, s => s.Agent, extension))
        {
            var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
            // The files are compressed already; their time is the month's end, for archives that are compared.
            entry.LastWriteTime = new(month.Last, TimeOnly.MinValue, TimeSpan.Zero);
            var bytes = await slip.File();
            await using var file = await entry.OpenAsync(cancelled);
            await file.WriteAsync(bytes, cancelled);
            count++;
        }
        return count;
    }

    internal static string Plain(string name)
    {
        var kept = string.Concat(name.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim().TrimEnd('.');
        // A name of 255 bytes is the longest that a file may have, and beside this one stand month, number and ending; no character is cut in two.
        while (Encoding.UTF8.GetByteCount(kept) > LongestBytes) kept = kept[..^(char.IsLowSurrogate(kept[^1]) ? 2 : 1)];
        return kept.Length == 0 ? "_" : kept;
    }
}
