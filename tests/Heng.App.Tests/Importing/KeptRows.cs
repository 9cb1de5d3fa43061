using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Importing;

/// <summary>What the tables of records hold, as one text a kind: shops and people by name, and without the numbers of imports.</summary>
internal static class KeptRows
{
    private static readonly string[] Tables = ["order_record", "rating", "review", "employment", "entry", "attendance", "adjustment"];

    public static IReadOnlyDictionary<string, string> Of(Database database)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var connection = database.Connect();
        IEnumerable<string> Rows(string table, string more) => connection
            .Query<(string? Shop, string Key, long Content, string Payload)>($"SELECT s.name, t.natural_key, t.content_hash, t.payload FROM {table} t LEFT JOIN shop s ON s.shop_id = t.shop_id {more}")
            .Select(r => $"{r.Shop}\u001E{r.Key}\u001E{r.Content}\u001E{r.Payload}");
        foreach (var table in Tables) kept[table] = Sorted(Rows(table, ""));
        foreach (var kind in connection.Query<string>("SELECT DISTINCT kind FROM record")) kept[kind] = Sorted(Rows("record", $"WHERE t.kind = '{kind}'"));
        kept["superseded"] = Sorted(Rows("superseded", ""));
        kept["person"] = Sorted(connection.Query<string>("SELECT name FROM person"));
        kept["message"] = Sorted(database.Shops.All.SelectMany(s => database.Days.All(s.Id).SelectMany(d => database.Days.LoadMessages(s.Id, d.Day))).Select(m => m.ToString()));
        kept["coverage"] = Sorted(database.Shops.All.Append(Shops.Company).SelectMany(s => database.Coverage.Stretches(s.Id).Select(c => s.Name + c.ToString())));
        return kept;
    }

    /// <summary>The rows without their order, by a hash where they are long.</summary>
    private static string Sorted(IEnumerable<string> rows) => string.Join('\n', rows.Select(Short).Order(StringComparer.Ordinal));

    private static string Short(string row) => row.Length < 300 ? row : string.Create(CultureInfo.InvariantCulture, $"{row[..200]}… {row.Length} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row)))}");
}
