using Heng.App.CommandLine;
using Heng.App.Tests.Store;
using Heng.Store;

namespace Heng.App.Tests.Importing;

public sealed class ReplaceTests
{
    private static readonly string Wrong = Counter.Messages + Counter.Line("2026-10-08 10:00:00", "昨天") + Counter.Line("2026-10-09 10:00:00", "错的") + Counter.Line("2026-10-09 10:00:30", "也错", "agent");
    private static readonly string Right = Counter.Messages + Counter.Line("2026-10-09 11:00:00", "对的") + Counter.Line("2026-10-09 11:00:10", "好的", "agent");

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Replacing_a_day_gives_what_a_fresh_import_gives_and_leaves_other_days(DatabaseEngine engine)
    {
        using var replaced = new Counter(engine);
        replaced.Import(replaced.File("wrong.csv", Wrong));
        var right = replaced.File("right.csv", Right);
        Assert.Equal((2, 2, 0, 0, 0), replaced.Import(right, "--replace", "2026-10-09", "--shop", Counter.Shop, "--dry-run").Report.Counts());
        Assert.Equal((Exit.Done, (2L, 2L, 0L, 0L, 0L)), replaced.Import(right, "--replace", "2026-10-09", "--shop", Counter.Shop) is var r ? (r.Code, r.Report.Counts()) : default);
        using var fresh = new Counter(engine);
        fresh.Import(fresh.File("yesterday.csv", Counter.Messages + Counter.Line("2026-10-08 10:00:00", "昨天")));
        fresh.Import(fresh.File("right.csv", Right));
        foreach (var by in new[] { "shop", "day" })
            Assert.Equal(fresh.Json("metrics", "--month", "2026-10", "--by", by), replaced.Json("metrics", "--month", "2026-10", "--by", by));
        var shop = replaced.Database.Shops.Find(Counter.Shop)!.Id;
        Assert.Equal(["对的", "好的"], replaced.Database.Days.Load(shop, new(2026, 10, 9), withText: true)!.Text!.Select(t => t.ToString()).OrderBy(t => t == "好的"));
        Assert.Empty(replaced.Database.Days.LoadSuperseded(shop, new(2026, 10, 9)));
    }

    [Fact]
    public void Only_messages_are_replaced()
    {
        using var counter = new Counter();
        counter.Import(counter.File("wrong.csv", Wrong));
        var before = counter.Records;
        var (code, report, _) = counter.Import(counter.File("orders.csv", "订单编号,总金额,订单创建时间,店铺名称\n900,9.00,2026-10-09 10:05:00,小店\n"), "--replace", "2026-10-09", "--shop", Counter.Shop);
        Assert.Equal((Exit.BadInput, "replace-messages-only"), (code, report.Refused()));
        Assert.Equal(before, counter.Records);
    }

    [Fact]
    public void A_second_import_at_the_same_time_is_refused_by_name_and_nothing_is_lost()
    {
        using var counter = new Counter();
        var file = counter.File("a.csv", Right);
        using (new Features.Importing.ImportRun(counter.Database, counter.Data, TimeProvider.System))
        {
            var before = counter.Rows;
            var (code, _, error) = counter.Heng("import", file);
            Assert.Equal(Exit.Refused, code);
            Assert.StartsWith("import-busy: ", error, StringComparison.Ordinal);
            Assert.Equal(before, counter.Rows);
        }
        Assert.Equal((2, 2, 0, 0, 0), counter.Import(file).Report.Counts());
    }
}
