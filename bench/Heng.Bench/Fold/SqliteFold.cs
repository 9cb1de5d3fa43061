using Microsoft.Data.Sqlite;

namespace Heng.Bench.Fold;

/// <summary>The query in SQLite, on a table clustered by conversation, which suits it best. It has one thread.</summary>
internal static class SqliteFold
{
    public static Measured Run(IReadOnlyList<ShopDay> month, TemporaryFolder folder, int runs)
    {
        using var connection = new SqliteConnection($"Data Source={folder.In("fold.db")};Pooling=False");
        connection.Open();
        foreach (var pragma in new[] { "journal_mode=off", "synchronous=off", "cache_size=-2000000", "temp_store=memory" }) Execute(connection, "pragma " + pragma);
        Load(connection, month);
        var best = new BestOf();
        var csv = "";
        for (var run = 0; run < runs; run++) csv = best.Run(() => Answer(connection));
        return new($"sqlite {connection.ServerVersion}", 1, best.Seconds, best.ProcessorSeconds, AgentDayTable.HashOf(csv));
    }

    private static string Answer(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (Peers.Query, 0);
        using var answer = command.ExecuteReader();
        return PeerRows.Csv(answer);
    }

    private static void Load(SqliteConnection connection, IReadOnlyList<ShopDay> month)
    {
        Execute(connection, "create table raw (day int, buyer int, account int, seq int, ts int, kind int, len int, target int)");
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = $"insert into raw ({PeerRows.Columns}) values ($0, $1, $2, $3, $4, $5, $6, $7)";
        var values = Enumerable.Range(0, 8).Select(i => insert.Parameters.Add("$" + (char)('0' + i), SqliteType.Integer)).ToArray();
        foreach (var day in month)
            for (var row = 0; row < day.Rows.Count; row++)
            {
                var cells = PeerRows.Cells(day, row);
                for (var c = 0; c < cells.Length; c++) values[c].Value = cells[c];
                insert.ExecuteNonQuery();
            }
        transaction.Commit();
        Execute(connection, "create table msg (day int, buyer int, account int, seq int, ts int, kind int, len int, target int, primary key (day, buyer, account, seq)) without rowid");
        Execute(connection, "insert into msg select * from raw order by day, buyer, account, seq");
        Execute(connection, "drop table raw");
        Execute(connection, "analyze");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        command.ExecuteNonQuery();
    }
}
