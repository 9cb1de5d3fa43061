using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Heng.Engine.Records;
using Heng.Intake;

namespace Heng.Bench.Intake;

/// <summary>What one engine made of the file: seconds on the clock, processor seconds, peak memory, and what it read (rows, characters of text, buyers).</summary>
internal sealed record Reading(string Engine, decimal? Seconds, decimal? ProcessorSeconds, long? PeakBytes, string? Read, string? Missing = null)
{
    private const int Passes = 8;

    /// <summary>Heng's own reading, in a process of its own so that the peak is its own: every row to a packed message.</summary>
    public static Reading Here(string file)
    {
        var before = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var (rows, characters, buyers, text) = (0L, 0L, new NameNumbers(), new Utf8Characters());
        using (var opening = IntakeFile.Open(file, new("旗舰店")))
            foreach (var batch in ((Opened)opening).Batches())
            {
                if (batch.Others.Count > 0) throw new InvalidOperationException(batch.Others[0].ToString());
                rows += batch.Messages.Count;
                for (var place = 0; place < batch.Messages.Length;)
                {
                    var message = batch.Messages.At(ref place);
                    characters += TextLength.Of(text.Of(message.Text));
                    buyers.Of(message.Buyer);
                }
            }
        var seconds = Stopwatch.GetElapsedTime(started);
        return new("heng", InSeconds(seconds), InSeconds(Environment.CpuUsage.TotalTime - before), Process.GetCurrentProcess().PeakWorkingSet64, Told(rows, characters, buyers.Names.Count));
    }

    /// <summary>Bytes to folded facts in memory: the best of several passes, for in the first the compiler is at work.</summary>
    public static Reading Folded(string file, int threads)
    {
        Reading? best = null;
        for (var pass = 0; pass < Passes; pass++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var started = Stopwatch.GetTimestamp();
            var folded = new ParseFold(file, threads).Run();
            var (seconds, used) = (InSeconds(Stopwatch.GetElapsedTime(started)), InSeconds(Environment.CpuUsage.TotalTime - before));
            var name = string.Create(CultureInfo.InvariantCulture, $"parse + fold, {threads} thread(s)");
            if (best is null || seconds < best.Seconds) best = new(name, seconds, used, 0, Told(folded.Rows, folded.Characters, folded.Buyers));
        }
        return best! with { PeakBytes = Process.GetCurrentProcess().PeakWorkingSet64 };
    }

    /// <summary>The program itself, from an empty folder to settled numbers; the peak is read while it runs.</summary>
    public static Reading Import(string program, string file, string data, long rows)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "import", file, "--shop", "旗舰店", "--data", data, "--format", "json"]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var (peak, used) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(50))
        {
            process.Refresh();
            if (!process.HasExited) (peak, used) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
        }
        var seconds = Stopwatch.GetElapsedTime(started);
        var accepted = JsonDocument.Parse(said.Result).RootElement[0].GetProperty("accepted").GetInt64();
        return accepted == rows ? new("heng import (SQLite)", InSeconds(seconds), InSeconds(used), peak, null) : throw new InvalidOperationException($"{accepted} of {rows} rows were taken");
    }

    public static Reading FromJson(string said)
    {
        var answer = JsonDocument.Parse(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]).RootElement;
        return new(answer.GetProperty("engine").GetString()!, answer.GetProperty("seconds").GetDecimal(), answer.GetProperty("processorSeconds").GetDecimal(),
            answer.GetProperty("peakBytes").GetInt64(), answer.GetProperty("read").GetString());
    }

    public string Json() => JsonSerializer.Serialize(new Dictionary<string, object?>
        { ["engine"] = Engine, ["seconds"] = Seconds, ["processorSeconds"] = ProcessorSeconds, ["peakBytes"] = PeakBytes, ["read"] = Read });

    private static string Told(long rows, long characters, long buyers) => string.Create(CultureInfo.InvariantCulture, $"{rows},{characters},{buyers}");
    private static decimal InSeconds(TimeSpan time) => Math.Round((decimal)time.Ticks / TimeSpan.TicksPerSecond, 3);
}
