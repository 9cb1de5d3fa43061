namespace Heng.App.Tests.Store;

public sealed class NameTests
{
    /// <summary>A hundred and fifty thousand are remembered; the next ones make the table forget, and it learns the first again from what is kept.</summary>
    [Fact]
    public void A_name_keeps_its_number_when_so_many_came_that_it_was_forgotten()
    {
        using var fresh = Heng.Store.DatabaseEngine.Sqlite.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd("店").Id;
        var buyers = fresh.Database.Names.Buyers;
        var first = buyers.Intern(shop, ["小雨", "小静"]);
        var many = buyers.Intern(shop, [.. Enumerable.Range(0, 250_000).Select(i => $"t{i}"), "小静"]);
        Assert.Equal(first[1], many[^1]);
        Assert.Equal(250_002, many.Take(250_000).Concat(first).Distinct().Count());
        Assert.Equal(first, buyers.Intern(shop, ["小雨", "小静"]));
        Assert.Equal(["小雨", "小静", "t9"], new[] { first[0], first[1], many[9] }.Select(id => buyers.NameOf(shop, id)));
        Assert.Null(buyers.Find(shop, "小雪"));
        Assert.Throws<KeyNotFoundException>(() => buyers.NameOf(shop, 999_999));
    }
}
