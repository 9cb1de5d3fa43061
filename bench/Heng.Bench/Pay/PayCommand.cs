using System.Globalization;
using System.Text;
using System.Text.Json;
using Heng.Bench.Fold;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Records;

namespace Heng.Bench.Pay;

/// <summary>What <c>heng-bench pay</c> was asked for.</summary>
internal sealed record PayOptions(int People, int Months, bool Json)
{
    /// <summary>Null where the words make no sense.</summary>
    public static PayOptions? Parse(IReadOnlyList<string> words)
    {
        var options = new PayOptions(1000, 12, false);
        for (var i = 0; i < words.Count; i += 2)
        {
            if (i + 1 == words.Count) return null;
            var number = int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : (int?)null;
            var next = (words[i], number) switch
            {
                ("--people", { } people) => options with { People = people },
                ("--months", { } months and <= 12) => options with { Months = months },
                ("--format", _) when words[i + 1] is "table" or "json" => options with { Json = words[i + 1] == "json" },
                _ => null,
            };
            if (next is null) return null;
            options = next;
        }
        return options;
    }
}

/// <summary>
/// A tax year of payslips, month after month, each line explained; and every line worked out again from its leaves alone. Exit code 1 where the two come to different fen.
/// </summary>
internal static class PayCommand
{
    private const int Runs = 5;

    public static int Run(PayOptions options)
    {
        var scheme = InventedPay.Scheme();
        (Month Month, Payee[] People)[] months = [.. Enumerable.Range(0, options.Months).Select(i => new Month(2026, 1).Plus(i)).Select(m => (m, InventedPay.Month(m, options.People)))];
        var (explained, again) = (new BestOf(), new BestOf());
        IReadOnlyList<Payslip>[] slips = [];
        for (var run = 0; run < Runs; run++) slips = explained.Run(() => Year(scheme, months));
        var lines = slips.Sum(m => m.Sum(s => s.Lines.Count));
        string[] recomputed = [];
        for (var run = 0; run < Runs; run++) recomputed = again.Run(() => slips.Select(m => TextOf(m, l => l.Explanation.Recompute())).ToArray());
        Measured[] results =
        [
            new("heng, payslips with explanations", 1, explained.Seconds, explained.ProcessorSeconds, HashOf(slips.Select(m => TextOf(m, l => l.Amount)))),
            new("heng, worked out again from the leaves", 1, again.Seconds, again.ProcessorSeconds, HashOf(recomputed)),
        ];
        Say(options, results, lines);
        return results[0].Hash == results[1].Hash ? 0 : 1;
    }

    /// <summary>Each month is taxed on what the months before it withheld.</summary>
    private static IReadOnlyList<Payslip>[] Year(PayScheme scheme, (Month Month, Payee[] People)[] months)
    {
        var paid = new Dictionary<(string Agent, Month Month), TaxedMonth?>();
        return [.. months.Select(m =>
        {
            var slips = PayRun.Compute(scheme, m.Month, [.. m.People.Select(p => p with { Tax = TaxYear.Of(m.Month, _ => true, before => paid[(p.Agent, before)], [], []) })]);
            foreach (var slip in slips) paid[(slip.Agent, m.Month)] = TaxedMonth.Of(m.Month, [.. slip.Lines.Select(l => (l.Kind, l.Amount))]);
            return slips;
        })];
    }

    private static string TextOf(IEnumerable<Payslip> slips, Func<PayLine, decimal?> amount)
    {
        var text = new StringBuilder();
        foreach (var slip in slips)
            foreach (var line in slip.Lines) text.Append(CultureInfo.InvariantCulture, $"{slip.Agent},{line.Id},{amount(line):0.00}\n");
        return text.ToString();
    }

    private static string HashOf(IEnumerable<string> months) => AgentDayTable.HashOf(string.Concat(months));

    private static void Say(PayOptions options, Measured[] results, int lines)
    {
        var payslips = options.People * options.Months;
        if (options.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(results.Select(r => new Dictionary<string, object?>
            {
                ["work"] = "pay", ["engine"] = r.Engine, ["threads"] = r.Threads, ["rows"] = payslips, ["lines"] = lines, ["seconds"] = r.TakenSeconds, ["processorSeconds"] = r.ProcessorSeconds, ["hash"] = r.Hash,
            })));
            return;
        }
        Console.WriteLine($"{"engine",-40} {"payslips",10} {"lines",10} {"seconds",9} {"× first",8} {"cpu s",9}  hash");
        foreach (var r in results)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{r.Engine,-40} {payslips,10} {lines,10} {r.TakenSeconds,9:F4} {r.TakenSeconds / results[0].TakenSeconds,8:F1} {r.ProcessorSeconds,9:F4}  {r.Hash}"));
    }
}
