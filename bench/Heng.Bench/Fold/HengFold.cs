using System.Diagnostics;
using Heng.Engine.Facts;
using Heng.Engine.Facts.Kernel;
using Heng.Engine.Records;

namespace Heng.Bench.Fold;

/// <summary>The product's own kernel over the month: shop-days in parallel, each thread with its own buffers, which it keeps from day to day.</summary>
internal static class HengFold
{
    /// <summary>A small month is over so soon that a few runs say little.</summary>
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(1);

    public static Measured Run(IReadOnlyList<ShopDay> month, int threads, bool fromRows, int runs)
    {
        var table = new AgentDayTable();
        var best = new BestOf();
        var begun = Stopwatch.GetTimestamp();
        var workers = Enumerable.Range(0, threads).Select(_ => new Worker()).ToArray();
        for (var run = 0; run < runs || Stopwatch.GetElapsedTime(begun) < AtLeast; run++)
            best.Run(() => Fold(month, workers, table, fromRows));
        return new(fromRows ? "heng, sorting and naming too" : "heng", threads, best.Seconds, best.ProcessorSeconds, AgentDayTable.HashOf(table.Csv()));
    }

    /// <summary>Runs long enough for the compiler to have done with both ways.</summary>
    public static void Warm(IReadOnlyList<ShopDay> month)
    {
        var few = month.Take(ChatMonth.Shops * 2).ToList();
        Run(few, 1, fromRows: true, 20);
        Run(few, 1, fromRows: false, 20);
    }

    private static AgentDayTable Fold(IReadOnlyList<ShopDay> month, Worker[] workers, AgentDayTable table, bool fromRows)
    {
        var next = -1;
        void Work(Worker worker)
        {
            for (int i; (i = Interlocked.Increment(ref next)) < month.Count;) worker.Fold(month[i], table, fromRows);
        }
        if (workers.Length == 1) Work(workers[0]);
        else Parallel.ForEach(workers, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, Work);
        return table;
    }

    private sealed class Worker
    {
        private readonly DayFolding folding = new();
        private readonly DayTally tally = new();

        public void Fold(ShopDay day, AgentDayTable table, bool fromRows)
        {
            folding.Start(RuleSet.Default);
            folding.Take(fromRows ? DayColumns.Of(day.Rows, ChatMonth.Names(day.Shop), RuleSet.Default) : day.Columns);
            tally.Take(folding);
            for (var a = 0; a < tally.Agents.Count; a++) table.Set(tally.Agents[a], day.DayIndex, tally.AgentRow(a));
        }
    }
}
