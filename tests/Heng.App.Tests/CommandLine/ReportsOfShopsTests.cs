using System.Text.Json.Nodes;

namespace Heng.App.Tests.CommandLine;

/// <summary>Two shops, 张三 with an account in each and a second one in the first; 李四 has the same sub-account name in the second shop.</summary>
public sealed class TwoShops : IDisposable
{
    public TwoShops()
    {
        Import("people.csv", null, "name,accounts,group,position,base_pay,from,to",
            "张三,甲店:a1;甲店:a2;乙店:b1,一组,front-line,4000,2026-01-01,", "李四,乙店:a1,一组,front-line,4000,2026-01-01,");
        Chats("甲店", "甲店:a1", 3);
        Chats("甲店", "甲店:a2", 2);
        Chats("乙店", "乙店:b1", 5);
        Chats("乙店", "乙店:a1", 4);
    }

    public string Place { get; } = Directory.CreateTempSubdirectory("heng-two-shops-").FullName;

    public void Dispose() => Directory.Delete(Place, recursive: true);

    private void Chats(string shop, string account, int buyers) => Import($"{account.Replace(':', '-')}.csv", shop,
        ["buyer,account,at,from,text", .. Enumerable.Range(0, buyers).SelectMany(b => new[] { $"t{b}-{account[^2..]},{account},2026-10-01 0{b + 1}:00:00,buyer,在吗", $"t{b}-{account[^2..]},{account},2026-10-01 0{b + 1}:00:20,agent,在的" })]);

    public void Import(string name, string? shop, params string[] lines)
    {
        var file = Path.Combine(Place, name);
        File.WriteAllLines(file, lines);
        Ran.Json(Place, ["import", file, .. shop is null ? Array.Empty<string>() : ["--shop", shop]]).Done();
    }
}

public sealed class ReportsOfShopsTests
{
    private const string Workload = "日期,店铺,账户名,咨询人数,接待人数";

    private static JsonArray Differences(TwoShops shops) => Ran.Json(shops.Place, "metrics", "--month", "2026-10", "--reconcile").Done().Rows;

    [Fact]
    public void A_report_is_compared_with_what_its_own_accounts_did_in_its_own_shop()
    {
        using var shops = new TwoShops();
        // What was counted, exactly: 3 + 2 in 甲店, 5 and 4 in 乙店. Each file names both shops row by row.
        shops.Import("工作量_2026-10.csv", null, Workload, "2026-10-01,甲店,a1,3,3", "2026-10-01,甲店,a2,2,2", "2026-10-01,乙店,b1,5,5", "2026-10-01,乙店,a1,4,4");
        Assert.Empty(Differences(shops));
    }

    [Fact]
    public void Two_accounts_of_one_person_are_one_difference_and_half_of_them_is_none()
    {
        using var both = new TwoShops();
        both.Import("工作量_2026-10.csv", "甲店", Workload, "2026-10-01,甲店,a1,3,3", "2026-10-01,甲店,a2,3,2");
        var only = Assert.Single(Differences(both))!;
        // 3 + 3 reported, 3 + 2 counted; received 3 + 2 on both sides.
        Assert.Equal(("张三", "甲店", "a1, a2", "consulted"), ((string?)only["agent"], (string?)only["shop"], (string?)only["account"], (string?)only["metric"]));
        Assert.Equal((6m, 5m), ((decimal)only["reported"]!, (decimal)only["computed"]!["value"]!));
        Assert.Equal(5, (int)only["receptionCount"]!);

        using var half = new TwoShops();
        half.Import("工作量_2026-10.csv", "甲店", Workload, "2026-10-01,甲店,a1,3,3");
        Assert.Empty(Differences(half));
    }

    [Fact]
    public void A_shops_own_row_is_compared_with_that_shop_and_its_receptions_are_listed()
    {
        using var shops = new TwoShops();
        shops.Import("店铺数.csv", "乙店", "period,counter,value", "2026-10-01,consulted,10");
        var only = Assert.Single(Differences(shops))!;
        // 5 + 4 in 乙店; 甲店's five are not its.
        Assert.Equal((null, "乙店", 10m, 9m, 9), ((string?)only["agent"], (string?)only["shop"], (decimal)only["reported"]!, (decimal)only["computed"]!["value"]!, (int)only["receptionCount"]!));
    }

    [Fact]
    public void A_short_account_is_the_one_of_the_reports_shop()
    {
        using var shops = new TwoShops();
        shops.Import("工作量_2026-10.csv", null, Workload, "2026-10-01,乙店,a1,40,40", "2026-10-01,甲店,a1,30,30", "2026-10-01,甲店,a2,20,20");
        Assert.Equal([("张三", 50L), ("李四", 40L)], Reported(shops)); // 30 + 20
    }

    [Fact]
    public void A_third_shops_account_is_nobodys_even_where_only_one_is_called_so()
    {
        using var shops = new TwoShops();
        shops.Import("工作量_2026-10.csv", null, Workload, "2026-10-01,丙店,b1,100,100");
        Assert.Empty(Reported(shops));
    }

    [Fact]
    public void Whole_shops_add_up_and_part_of_a_month_is_provisional()
    {
        using var shops = new TwoShops();
        shops.Import("店铺数甲.csv", "甲店", "period,counter,value", "2026-10-01,consulted,6");
        shops.Import("店铺数乙.csv", "乙店", "period,counter,value", "2026-10-01,consulted,10");
        var month = Whole(shops, "--month", "2026-10");
        Assert.Equal((16L, "provisional", "the report tells 1 of 31 days"), ((long)month["value"]!, (string?)month["state"], (string?)month["note"])); // 6 + 10
        var day = Whole(shops, "--from", "2026-10-01", "--to", "2026-10-01");
        Assert.Equal((16L, "final"), ((long)day["value"]!, (string?)day["state"]));
    }

    private static JsonNode Whole(TwoShops shops, params string[] days) =>
        Assert.Single(Ran.Json(shops.Place, ["metrics", .. days, "--by", "all", "--source", "reported", "--metric", "consulted"]).Done().Rows)!["metrics"]!["consulted"]!;

    private static IEnumerable<(string?, long)> Reported(TwoShops shops) => Ran.Json(shops.Place, "metrics", "--month", "2026-10", "--source", "reported", "--metric", "consulted").Done().Rows
        .Select(r => ((string?)r!["agent"], (long)r["metrics"]!["consulted"]!["value"]!)).OrderBy(r => r.Item1, StringComparer.Ordinal);
}
