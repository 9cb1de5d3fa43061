using System.Globalization;
using System.Text.Json;

namespace Heng.Bench.Fold;

/// <summary>The same month through every engine that is here; exit code 1 where two answers differ.</summary>
internal static class FoldCommand
{
    private const int HengRuns = 3, PeerRuns = 2;

    public static int Run(FoldOptions options)
    {
        using var folder = new TemporaryFolder();
        var month = ChatMonth.Of(options.Messages);
        var results = new List<Measured>();
        foreach (var engine in options.Engines)
            foreach (var result in Measure(engine, month, options, folder)) Say(options, results, result);
        if (options.Json) Console.WriteLine(Json(results, options.Messages));
        return results.Select(r => r.Hash).OfType<string>().Distinct().Count() > 1 ? 1 : 0;
    }

    private static IEnumerable<Measured> Measure(string engine, IReadOnlyList<ShopDay> month, FoldOptions options, TemporaryFolder folder) => engine switch
    {
        "heng" => Heng(month, options.Threads),
        "sqlite" => [SqliteFold.Run(month, folder, PeerRuns)],
        "postgresql" => [PostgresFold.Run(month, folder, options.Threads, PeerRuns)],
        _ => NodeFold.Run(engine, month, folder, options.Threads, PeerRuns),
    };

    private static IEnumerable<Measured> Heng(IReadOnlyList<ShopDay> month, int threads)
    {
        HengFold.Warm(month);
        yield return HengFold.Run(month, 1, fromRows: false, HengRuns);
        if (threads > 1) yield return HengFold.Run(month, threads, fromRows: false, HengRuns);
        yield return HengFold.Run(month, 1, fromRows: true, HengRuns);
    }

    private static void Say(FoldOptions options, List<Measured> results, Measured result)
    {
        if (results.Count == 0 && !options.Json)
            Console.WriteLine($"{"engine",-28} {"threads",7} {"rows",10} {"seconds",9} {"× heng",8} {"cpu s",9} {"× heng",8}  hash");
        results.Add(result);
        if (options.Json) return;
        if (result.TakenSeconds is not { } seconds)
        {
            Console.WriteLine($"{result.Engine,-28} {result.Threads,7} {result.Missing}");
            return;
        }
        var heng = results.FirstOrDefault(r => r.Engine == "heng" && r.Threads == result.Threads);
        decimal? times = Times(seconds, heng?.TakenSeconds), processorTimes = Times(result.ProcessorSeconds, heng?.ProcessorSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.Engine,-28} {result.Threads,7} {options.Messages,10} {seconds,9:F3} {times,8:F1} {result.ProcessorSeconds,9:F3} {processorTimes,8:F1}  {result.Hash}"));
    }

    private static decimal? Times(decimal? value, decimal? of) => of > 0 ? value / of : null;

    private static string Json(IEnumerable<Measured> results, int rows) => JsonSerializer.Serialize(results.Select(r => new Dictionary<string, object?>
    {
        ["work"] = "fold", ["engine"] = r.Engine, ["threads"] = r.Threads, ["rows"] = rows, ["seconds"] = r.TakenSeconds, ["processorSeconds"] = r.ProcessorSeconds, ["hash"] = r.Hash, ["missing"] = r.Missing,
    }));
}
