using Npgsql;
using NpgsqlTypes;

namespace Heng.Bench.Fold;

/// <summary>The query in PostgreSQL, on a cluster of its own, with memory enough and indexed by conversation.</summary>
internal static class PostgresFold
{
    public static Measured Run(IReadOnlyList<ShopDay> month, TemporaryFolder folder, int threads, int runs)
    {
        using var cluster = PostgresCluster.Start(folder);
        if (cluster is null) return Measured.NotInstalled("postgresql", threads, "not installed");
        using var connection = new NpgsqlConnection(cluster.ConnectionString);
        connection.Open();
        Load(connection, month);
        Execute(connection, $"set max_parallel_workers_per_gather = {threads - 1}");
        var best = new BestOf();
        var csv = "";
        for (var run = 0; run < runs; run++) csv = best.Run(() => Answer(connection));
        return new($"postgresql {connection.PostgreSqlVersion}", threads, best.Seconds, null, AgentDayTable.HashOf(csv));
    }

    private static string Answer(NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (Peers.Query, 0);
        using var answer = command.ExecuteReader();
        return PeerRows.Csv(answer);
    }

    private static void Load(NpgsqlConnection connection, IReadOnlyList<ShopDay> month)
    {
        Execute(connection, "create unlogged table msg (day int, buyer int, account int, seq int, ts int, kind int, len int, target int)");
        using (var copy = connection.BeginBinaryImport($"copy msg ({PeerRows.Columns}) from stdin (format binary)"))
        {
            foreach (var day in month)
                for (var row = 0; row < day.Rows.Count; row++)
                {
                    copy.StartRow();
                    foreach (var cell in PeerRows.Cells(day, row)) copy.Write(cell, NpgsqlDbType.Integer);
                }
            copy.Complete();
        }
        Execute(connection, "create index on msg (day, buyer, account, seq)");
        Execute(connection, "vacuum analyze msg");
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
