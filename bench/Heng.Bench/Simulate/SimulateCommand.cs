using System.Globalization;
using System.Text;
using System.Text.Json;
using Heng.Bench.Fold;
using Heng.Engine.Records;
using Heng.Engine.Simulation;

namespace Heng.Bench.Simulate;

/// <summary>What <c>heng-bench simulate</c> was asked for.</summary>
internal sealed record SimulateOptions(int People, int Items, int Months, bool Json)
{
    /// <summary>Null where the words make no sense.</summary>
    public static SimulateOptions? Parse(IReadOnlyList<string> words)
    {
        var options = new SimulateOptions(1000, 12, 12, false);
        for (var i = 0; i < words.Count; i += 2)
        {
            if (i + 1 == words.Count) return null;
            var number = int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : (int?)null;
            var next = (words[i], number) switch
            {
                ("--people", { } people) => options with { People = people },
                ("--items", { } items and >= 4) => options with { Items = items },
                ("--months", { } months and <= 120) => options with { Months = months },
                ("--format", _) when words[i + 1] is "table" or "json" => options with { Json = words[i + 1] == "json" },
                _ => null,
            };
            if (next is null) return null;
            options = next;
        }
        return options;
    }
}

/// <summary>One draft tried on the same months in numbers alone and with every card and payslip explained; exit code 1 where they come to different results.</summary>
internal static class SimulateCommand
{
    private const int Runs = 9, ExplainedRuns = 2;

    public static int Run(SimulateOptions options)
    {
        var regime = new Regime([InventedShop.Scheme(options.Items, 120m)]);
        var draft = InventedShop.Scheme(options.Items, 100m);
        var months = Enumerable.Range(0, options.Months).Select(i => InventedShop.Month(new Month(2026, 1).Plus(i), options.People, options.Items)).ToArray();
        (SimulatedMonth, Regime)[] current = [.. months.Select(m => (m, regime))];
        var rehearsal = new Rehearsal(current);

        var (numbers, laid, explained) = (new BestOf(), new BestOf(), new BestOf());
        SimulationResult? result = null;
        for (var run = 0; run < Runs; run++) result = numbers.Run(() => rehearsal.Changes(draft, new()));
        for (var run = 0; run < ExplainedRuns; run++) laid.Run(() => new Rehearsal(current));
        IReadOnlyList<Outcome>[] outcomes = [];
        for (var run = 0; run < ExplainedRuns; run++) outcomes = explained.Run(() => months.Select(m => MonthRun.Explained(m, regime.With(draft))).ToArray());

        Measured[] results =
        [
            new("heng, numbers alone", 1, numbers.Seconds, numbers.ProcessorSeconds, HashOf(result!.People.SelectMany(p => p.Months).OrderBy(m => m.Month).ThenBy(m => m.After.Agent, StringComparer.Ordinal).Select(m => m.After))),
            new("heng, laying out and what counts now", 1, laid.Seconds, laid.ProcessorSeconds, null),
            new("heng, with explanations", 1, explained.Seconds, explained.ProcessorSeconds, HashOf(outcomes.SelectMany(o => o))),
        ];
        Say(options, results);
        return results[0].Hash == results[2].Hash ? 0 : 1;
    }

    private static void Say(SimulateOptions options, Measured[] results)
    {
        var rows = options.People * options.Items * options.Months;
        if (options.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(results.Select(r => new Dictionary<string, object?>
            {
                ["work"] = "simulate", ["engine"] = r.Engine, ["threads"] = r.Threads, ["rows"] = rows, ["seconds"] = r.TakenSeconds, ["processorSeconds"] = r.ProcessorSeconds, ["hash"] = r.Hash,
            })));
            return;
        }
        Console.WriteLine($"{"engine",-38} {"rows",10} {"seconds",9} {"× first",8} {"cpu s",9}  hash");
        foreach (var r in results)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{r.Engine,-38} {rows,10} {r.TakenSeconds,9:F4} {r.TakenSeconds / results[0].TakenSeconds,8:F1} {r.ProcessorSeconds,9:F4}  {r.Hash}"));
    }

    private static string HashOf(IEnumerable<Outcome> outcomes)
    {
        var text = new StringBuilder();
        foreach (var o in outcomes) text.Append(CultureInfo.InvariantCulture, $"{o.Agent},{o.Score:0.00},{o.Grade},{o.Rank},{o.Net:0.00}\n");
        return AgentDayTable.HashOf(text.ToString());
    }
}
