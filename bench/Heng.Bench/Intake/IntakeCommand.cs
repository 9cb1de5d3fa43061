using System.Globalization;
using System.Text.Json;

namespace Heng.Bench.Intake;

/// <summary>One file through Heng's reader, through the whole import, and through DuckDB's CSV reader; exit code 1 where two read other things.</summary>
internal static class IntakeCommand
{
    private const int Runs = 3;

    public static int Run(ReadingOptions options)
    {
        using var folder = new TemporaryFolder();
        var file = folder.In("messages.csv");
        ChatFile.Write(file, options.Messages, options.Days);
        var bytes = new FileInfo(file).Length;
        if (!options.Json) Console.WriteLine($"{"engine",-28} {"rows",10} {"bytes",12} {"seconds",9} {"rows/s",10} {"MB/s",8} {"cpu s",8} {"peak MB",8}");
        var results = new List<Reading>();
        foreach (var engine in options.Engines)
        {
            results.Add(Measure(engine, options, file, folder));
            if (!options.Json) Say(results[^1], options.Messages, bytes);
        }
        if (options.Json) Console.WriteLine(JsonSerializer.Serialize(results.Select(r => new Dictionary<string, object?>
        {
            ["work"] = "intake", ["engine"] = r.Engine, ["rows"] = options.Messages, ["bytes"] = bytes, ["seconds"] = r.Seconds, ["processorSeconds"] = r.ProcessorSeconds,
            ["peakBytes"] = r.PeakBytes, ["hash"] = r.Read, ["missing"] = r.Missing,
        })));
        return results.Select(r => r.Read).OfType<string>().Distinct().Count() > 1 ? 1 : 0;
    }

    private static Reading Measure(string engine, ReadingOptions options, string file, TemporaryFolder folder)
    {
        try
        {
            return engine switch
            {
                "heng" => Best(() => Reading.FromJson(Commands.Run("dotnet", typeof(IntakeCommand).Assembly.Location, "intake-once", file))),
                "fold" or "fold2" => Reading.FromJson(Commands.Run("dotnet", typeof(IntakeCommand).Assembly.Location, "fold-once", file, engine == "fold" ? "1" : "2")),
                "import" when Environment.GetEnvironmentVariable("HENG_PROGRAM") is { Length: > 0 } program => Reading.Import(program, file, folder.In("data"), options.Messages),
                "import" => new("heng import (SQLite)", null, null, null, null, "run it as ./heng bench intake, which builds the program"),
                _ when !Directory.Exists(Path.Combine(Peers.Folder, "node_modules", "@duckdb/node-api")) => new("duckdb", null, null, null, null, "not installed (npm ci in bench/peers)"),
                _ => Best(() => Reading.FromJson(Commands.Run("node", Path.Combine(Peers.Folder, "duckdb-intake.mjs"), file))),
            };
        }
        catch (Exception failed) when (failed is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return new(engine, null, null, null, null, "failed: " + failed.Message.Split('\n')[0]);
        }
    }

    private static Reading Best(Func<Reading> read) => Enumerable.Range(0, Runs).Select(_ => read()).MinBy(r => r.Seconds)!;

    private static void Say(Reading result, int rows, long bytes)
    {
        if (result.Seconds is not { } seconds)
        {
            Console.WriteLine($"{result.Engine,-28} {result.Missing}");
            return;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.Engine,-28} {rows,10} {bytes,12} {seconds,9:F3} {rows / seconds,10:F0} {bytes / seconds / 1_000_000,8:F1} {result.ProcessorSeconds,8:F3} {result.PeakBytes / 1_000_000m,8:F0}"));
    }
}
