namespace Heng.App.Tests.CommandLine;

/// <summary>Order, overlap, splitting and repetition of imports don't matter, nor does the database: the same records give the same bytes.</summary>
public class SameBytesTests(Arrivals arrivals) : IClassFixture<Arrivals>
{
    [Theory]
    [InlineData(Arrivals.OnPostgres)]
    [InlineData(Arrivals.Reversed)]
    [InlineData(Arrivals.Twice)]
    [InlineData(Arrivals.InPieces)]
    public void The_same_files_give_the_same_bytes_however_they_came(string way)
    {
        var (expected, found) = (arrivals.Answers(Arrivals.AtOnce), arrivals.Answers(way));
        var different = expected.Where(e => found[e.Key] != e.Value).Select(e => $"{e.Key}: {FirstDifference(e.Value, found[e.Key])}").ToList();
        Assert.True(different.Count == 0, string.Join('\n', different));
        Assert.All(expected, e => Assert.True(e.Value.Length > 1000, e.Key));
    }

    [Fact]
    public void Of_two_shops_it_is_not_seen_which_came_first()
    {
        var root = Directory.CreateTempSubdirectory("heng-shops-").FullName;
        string[] shops = ["乙店", "甲店"];
        foreach (var shop in shops)
        {
            File.WriteAllLines(Path.Combine(root, $"{shop}.csv"), ["buyer,account,at,from,text", "bo,ann,2026-10-01 09:00:00,buyer,在吗", "bo,ann,2026-10-01 09:00:20,agent,在的"]);
            File.WriteAllLines(Path.Combine(root, $"{shop}-orders.csv"), ["订单编号,买家会员名,总金额,订单创建时间,订单付款时间", $"1{shop.Length},bo,10.00,2026-10-01 09:05:00,2026-10-01 09:06:00"]);
        }
        string Answers(IEnumerable<string> order)
        {
            var data = Directory.CreateDirectory(Path.Combine(root, string.Concat(order))).FullName;
            foreach (var shop in order) Ran.Json(data, "import", Path.Combine(root, $"{shop}.csv"), Path.Combine(root, $"{shop}-orders.csv"), "--shop", shop).Done();
            return string.Concat(new[] { "all", "shop", "day", "agent" }.Select(by => Ran.Json(data, "metrics", "--month", "2026-10", "--by", by).Done().Out))
                + Ran.Json(data, "orders", "--month", "2026-10").Done().Out;
        }
        Assert.Equal(Answers(shops), Answers(shops.Reverse()));
        Directory.Delete(root, recursive: true);
    }

    private static string FirstDifference(string expected, string found)
    {
        var at = expected.Zip(found).TakeWhile(p => p.First == p.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" ");
        return $"at {at}: {Around(expected)}\n  ≠ {Around(found)}";
    }
}
