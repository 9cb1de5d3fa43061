using System.Diagnostics;
using System.Globalization;
using System.Text;
using Heng.App.CommandLine;
using Xunit.Abstractions;

namespace Heng.App.Tests.Importing;

public sealed class MemoryTests(ITestOutputHelper told)
{
    private static long Bytes => Environment.GetEnvironmentVariable("HENG_TEST_ALL") == "1" ? 2_000_000_000 : 40_000_000;

    [Fact]
    public void An_import_of_a_file_larger_than_memory_would_hold_stays_under_500_megabytes()
    {
        using var counter = new Counter();
        var file = Path.Combine(counter.Folder, "large.csv");
        var rows = Write(file, Bytes);
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(RootCommandLine).Assembly.Location, .. counter.Arguments("import", file, "--format", "json")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        using var child = Process.Start(start)!;
        long peak = 0;
        // The kernel's own high-water mark; the last reading before the end stands.
        while (!child.WaitForExit(100)) peak = Math.Max(peak, HighWater(child.Id));
        Assert.Equal(Exit.Done, child.ExitCode);
        told.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows in {clock.Elapsed.TotalSeconds:F1} s, {rows / clock.Elapsed.TotalSeconds:F0} rows/s, peak {peak >> 20} MB"));
        var shop = counter.Database.Shops.Find(Counter.Shop)!.Id;
        Assert.Equal(rows, counter.Database.Days.All(shop).Sum(d => (long)d.Messages));
        Assert.InRange(peak, 1, 500L << 20);
    }

    private static long HighWater(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>A month of two hundred people's talk, hour by hour through the days; every row is another message.</summary>
    private static long Write(string path, long bytes)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        file.Write(Counter.Messages);
        var begin = new DateTime(2026, 10, 1, 8, 0, 0, DateTimeKind.Unspecified);
        long rows = 0;
        var each = Math.Max(1, bytes / 130 / 31);
        for (var day = 0; day < 31; day++)
            for (long i = 0; i < each; i++, rows++)
            {
                var at = begin.AddDays(day).AddSeconds(i * 50_000 / each).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
                var buyer = rows / 20 % 60_000 + day * 1000;
                file.Write(string.Create(CultureInfo.InvariantCulture, $"小店,buyer{buyer},小店:客服{buyer % 200},{at},{(i % 2 == 0 ? "buyer" : "agent")},text,,亲 这是第{i * 7919 % 100_003}条消息 请问什么时候发货呢 {i % 977},{rows}\n"));
            }
        return rows;
    }
}
