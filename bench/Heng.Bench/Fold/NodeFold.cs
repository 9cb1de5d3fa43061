using System.Globalization;
using System.Text.Json;

namespace Heng.Bench.Fold;

/// <summary>DuckDB and ClickHouse (chDB) inside a node process each; the process loads the month from a CSV file before its clock starts.</summary>
internal static class NodeFold
{
    public static IEnumerable<Measured> Run(string engine, IReadOnlyList<ShopDay> month, TemporaryFolder folder, int threads, int runs)
    {
        var package = engine == "duckdb" ? "@duckdb/node-api" : "chdb";
        if (!Directory.Exists(Path.Combine(Peers.Folder, "node_modules", package)))
        {
            yield return Measured.NotInstalled(engine, threads, "not installed (npm ci in bench/peers)");
            yield break;
        }
        var rows = folder.In("msg.csv");
        if (!File.Exists(rows)) PeerRows.WriteCsv(month, rows);
        foreach (var count in threads == 1 ? [1] : new[] { 1, threads }) yield return RunOne(engine, folder, rows, count, runs);
    }

    private static Measured RunOne(string engine, TemporaryFolder folder, string rows, int threads, int runs)
    {
        try
        {
            string script = Path.Combine(Peers.Folder, engine + ".mjs"), count = threads.ToString(CultureInfo.InvariantCulture);
            var said = Commands.Run("node", script, rows, folder.Path, count, runs.ToString(CultureInfo.InvariantCulture));
            var answer = JsonDocument.Parse(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]).RootElement;
            decimal Number(string name) => answer.GetProperty(name).GetDecimal();
            return new(answer.GetProperty("engine").GetString()!, threads, Number("seconds"), Number("processorSeconds"), answer.GetProperty("hash").GetString());
        }
        catch (Exception failed) when (failed is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return Measured.NotInstalled(engine, threads, "failed: " + failed.Message.Split('\n')[0]);
        }
    }
}
