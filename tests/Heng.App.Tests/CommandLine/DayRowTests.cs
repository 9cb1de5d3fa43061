using System.Text.Json.Nodes;

namespace Heng.App.Tests.CommandLine;

/// <summary>`metrics --by day`: a row for every day that a file brought, whether anything happened on it or not.</summary>
public sealed class DayRowTests : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("heng-days-").FullName;

    [Fact]
    public void An_empty_day_that_was_brought_is_0_and_a_day_that_was_not_has_no_row()
    {
        const string header = "buyer,account,at,from,text";
        // The 1st has one buyer, the 2nd is a header alone, the 3rd was never brought.
        Import("2026-10-01", header, "tb,小店:小王,2026-10-01 09:00:00,buyer,在吗", "tb,小店:小王,2026-10-01 09:00:20,agent,在的亲");
        Import("2026-10-02", header);
        var rows = Ran.Json(place, "metrics", "--from", "2026-10-01", "--to", "2026-10-03", "--by", "day", "--metric", "consulted,sales").Done().Rows;
        Assert.Equal([("2026-10-01", 1L, null), ("2026-10-02", 0L, null)], rows.Select(r => ((string)r!["day"]!, Value(r, "consulted"), Value(r, "sales")))); // no orders were brought
    }

    public void Dispose() => Directory.Delete(place, recursive: true);

    private static long? Value(JsonNode row, string metric) => (long?)row["metrics"]![metric]!["value"];

    private void Import(string day, params string[] lines)
    {
        var file = Path.Combine(place, $"messages_小店_{day}.csv");
        File.WriteAllLines(file, lines);
        Ran.Json(place, "import", file).Done();
    }
}
