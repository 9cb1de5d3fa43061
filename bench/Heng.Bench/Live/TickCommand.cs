using System.Globalization;
using System.Text;
using System.Text.Json;
using Heng.Bench.Fold;
using Heng.Bench.Quality;

namespace Heng.Bench.Live;

/// <summary>What <c>heng-bench tick</c> was asked for.</summary>
internal sealed record TickOptions(int Messages, bool Json)
{
    /// <summary>Null where the words make no sense.</summary>
    public static TickOptions? Parse(IReadOnlyList<string> words)
    {
        var options = new TickOptions(600_000, false);
        for (var i = 0; i < words.Count; i += 2)
        {
            if (i + 1 == words.Count) return null;
            var next = words[i] switch
            {
                "--messages" when int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 => options with { Messages = n },
                "--format" when words[i + 1] is "table" or "json" => options with { Json = words[i + 1] == "json" },
                _ => null,
            };
            if (next is null) return null;
            options = next;
        }
        return options;
    }
}

/// <summary>
/// What the live path computes of invented chats, of one shop on one thread and of two on two: a day's messages taken in pieces, each folded, checked by fifty rules and added up as soon as it
/// came, as small as a steady stream brings them and as large as a burst does. Beside it the whole day at once, whose sums and findings all others have to come to: exit code 1 where they don't.
/// </summary>
internal static class TickCommand
{
    private const int Runs = 3;
    private static readonly int[] Pieces = [250, 5_000, 50_000];

    public static int Run(TickOptions options)
    {
        var day = new GoingDay(options.Messages);
        var results = new List<(string Piece, Measured Of)>();
        foreach (var piece in Pieces.Where(p => p < day.Messages).Append(day.Messages))
            foreach (var shops in (int[])[1, 2])
            {
                var best = new BestOf();
                string[] came = [];
                for (var run = 0; run < Runs; run++) came = best.Run(() => Enumerable.Range(0, shops).AsParallel().WithDegreeOfParallelism(shops).Select(_ => day.Run(piece)).ToArray());
                results.AddRange(came.Distinct().Select(c => (piece == day.Messages ? "all" : piece.ToString(CultureInfo.InvariantCulture), new Measured("heng", shops, best.Seconds, best.ProcessorSeconds, AgentDayTable.HashOf(c)))));
            }
        Say(options, day, results);
        return results.Select(r => r.Of.Hash).Distinct().Count() == 1 ? 0 : 1;
    }

    private static void Say(TickOptions options, GoingDay day, List<(string Piece, Measured Of)> results)
    {
        if (options.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(results.Select(r => new Dictionary<string, object?>
            {
                ["work"] = "tick", ["engine"] = r.Of.Engine, ["threads"] = r.Of.Threads, ["rows"] = (long)day.Messages * r.Of.Threads, ["piece"] = r.Piece, ["seconds"] = r.Of.TakenSeconds, ["processorSeconds"] = r.Of.ProcessorSeconds, ["hash"] = r.Of.Hash,
            })));
            return;
        }
        var text = new StringBuilder($"{"messages a piece",-18} {"shops",6} {"messages",10} {"seconds",9} {"messages/s",11} {"cpu s",9}  hash\n");
        foreach (var (piece, of) in results)
            text.Append(CultureInfo.InvariantCulture, $"{piece,-18} {of.Threads,6} {(long)day.Messages * of.Threads,10} {of.TakenSeconds,9:F4} {(long)day.Messages * of.Threads / Math.Max(0.0001m, of.TakenSeconds ?? 0m),11:F0} {of.ProcessorSeconds,9:F4}  {of.Hash}\n");
        Console.Write(text);
    }
}
