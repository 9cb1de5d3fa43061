using System.Text;
using Heng.App.CommandLine;
using Heng.Store;

namespace Heng.App.Tests.Importing;

/// <summary>Files that are not what they should be, through <c>heng import</c>: told by name, exit code 3 (2 for a wrong option), nothing changed.</summary>
public sealed class HostileFileTests
{
    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "empty.csv", [], "file-empty" },
        { "nul.csv", [1, 0, 2, 0, 77, 0, 9, 0], "file-binary" },
        { "picture.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13], "file-binary" },
        { "cut.xlsx", [(byte)'P', (byte)'K', 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0], "sheet-damaged" },
        { "page.xls", Encoding.UTF8.GetBytes("<html><table><tr><td>订单编号</td></tr></table></html>"), "file-html" },
        { "other.csv", Encoding.UTF8.GetBytes("a,b,c\n1,2,3\n"), "header-unknown" },
        { "header.csv", Encoding.UTF8.GetBytes(Counter.Messages), "day-missing" },
        { "noshop.csv", Encoding.UTF8.GetBytes("买家,客服账号,时间,发送方,内容\nann,小雨,2026-10-09 10:00:00,买家,在吗\n"), "shop-missing" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_file_of_ours_is_refused_by_name_and_changes_nothing(string name, byte[] bytes, string refusal)
    {
        using var counter = new Counter();
        var before = counter.Records;
        var (code, report, error) = counter.Import(counter.File(name, bytes));
        Assert.Equal((Exit.BadInput, refusal), (code, report.Refused()));
        Assert.Contains($"{name}: {refusal}: ", error, StringComparison.Ordinal);
        Assert.Equal(before, counter.Records);
    }

    [Fact]
    public void A_refused_file_stands_in_the_history_with_its_reason_and_a_dry_run_does_not()
    {
        using var counter = new Counter();
        var file = counter.File("other.csv", "a,b,c\n1,2,3\n");
        counter.Import(file, "--dry-run");
        Assert.Empty(counter.Database.Imports.All());
        counter.Import(file);
        var kept = Assert.Single(counter.Database.Imports.All());
        Assert.Equal(("other.csv", ImportFile.Refused, $"operator ({Environment.UserName})", new ImportCounts()), (kept.Name, kept.State, kept.By, kept.Counts));
        Assert.True(kept.FinishedAt >= kept.StartedAt);
        var why = Assert.Single(counter.Database.Imports.Rejected(kept.Id));
        Assert.Equal((0L, "a, b, c"), (why.Line, why.Raw));
        Assert.StartsWith("header-unknown: 认不出表头", why.Reason, StringComparison.Ordinal);
        // It is no earlier import of these bytes, and the next run finds nothing to make good.
        Assert.False(counter.Import(file).Report["seenBefore"]?.GetValue<bool>() ?? false);
        Assert.All(counter.Database.Imports.All(), i => Assert.Equal(ImportFile.Refused, i.State));
    }

    [Fact]
    public void A_folder_a_missing_file_and_a_wrong_shop_option_are_told_apart()
    {
        using var counter = new Counter();
        var before = counter.Records;
        Assert.Equal("file-unreadable", counter.Import(Directory.CreateDirectory(Path.Combine(counter.Folder, "some.csv")).FullName).Report.Refused());
        Assert.Equal("file-missing", counter.Import(Path.Combine(counter.Folder, "nowhere.csv")).Report.Refused());
        Assert.Equal((Exit.BadInput, "kind-unknown"), counter.Import(counter.File("a.csv", "a\n1\n"), "--kind", "nothing") is var k ? (k.Code, k.Report.Refused()) : default);
        var map = counter.File("map.yaml", "kind: nothing\ncolumns:\n  - [\n");
        var (code, _, error) = counter.Heng("import", counter.File("b.csv", "a\n1\n"), "--map", map);
        Assert.Equal(Exit.BadInput, code);
        Assert.Contains("map-faulty", error, StringComparison.Ordinal);
        Assert.Contains("map.yaml:", error, StringComparison.Ordinal);
        Assert.Equal(Exit.WrongUsage, counter.Heng("import", map, "--map", "nowhere.yaml").Code);
        Assert.Equal(Exit.WrongUsage, counter.Heng("import", map, "--day", "9.10.2026").Code);
        Assert.Equal(Exit.WrongUsage, counter.Heng("import", map, "--replace", "2026-10-09").Code);
        Assert.Equal(Exit.WrongUsage, counter.Heng("import").Code);
        Assert.Equal(before, counter.Records);
    }

    [Theory]
    [InlineData("messages_小店_2026-10-09.csv")]
    [InlineData("any.csv", "--shop", "小店", "--day", "2026-10-09")]
    public void A_header_alone_covers_the_day_that_its_name_or_an_option_tells(string name, params string[] options)
    {
        using var counter = new Counter();
        var (code, report, _) = counter.Import(counter.File(name, Counter.Messages), options);
        Assert.Equal((Exit.Done, (0L, 0L, 0L, 0L, 0L)), (code, report.Counts()));
        Assert.Equal("2026-10-09", report["from"]!.GetValue<string>());
        var shop = counter.Database.Shops.Find("小店")!.Id;
        Assert.Contains((Engine.Metrics.Source.Chat, new DateOnly(2026, 10, 9)), counter.Database.Coverage.Between(shop, new(2026, 10, 1), new(2026, 10, 31)));
    }

    [Fact]
    public void The_same_file_again_is_all_duplicates_and_says_that_it_was_seen()
    {
        using var counter = new Counter();
        var file = counter.File("a.csv", Counter.Messages + Counter.Line("2026-10-09 10:00:00") + Counter.Line("2026-10-09 10:00:05", "亲") + Counter.Line("not a time"));
        Assert.Equal((3, 2, 1, 0, 0), counter.Import(file).Report.Counts());
        var before = counter.Records;
        var (code, report, error) = counter.Import(file);
        Assert.Equal((Exit.BadInput, (3L, 0L, 1L, 2L, 0L), true), (code, report.Counts(), report["seenBefore"]!.GetValue<bool>()));
        Assert.Contains("a.csv:4: time-unreadable", error, StringComparison.Ordinal);
        Assert.Equal(before, counter.Records);
    }

    [Fact]
    public void Messages_on_both_sides_of_the_cut_belong_to_two_business_days()
    {
        using var counter = new Counter();
        var cut = Engine.Records.RuleSet.Default.Clock.StartOf(new(2026, 10, 10));
        var at = Engine.Records.ShopClock.Shanghai;
        Assert.Equal(new DateOnly(2026, 10, 10), Engine.Records.RuleSet.Default.Clock.DayOf(cut));
        string Print(Engine.Records.Instant i) => DateTimeOffset.FromUnixTimeSeconds(i.UnixSeconds + at.OffsetSeconds).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        counter.Import(counter.File("a.csv", Counter.Messages + Counter.Line(Print(cut.Plus(-1)), "前") + Counter.Line(Print(cut), "后")));
        var shop = counter.Database.Shops.Find("小店")!.Id;
        Assert.Equal([(new DateOnly(2026, 10, 9), 1), (new DateOnly(2026, 10, 10), 1)], counter.Database.Days.All(shop).Select(d => (d.Day, d.Messages)));
    }

    [Fact]
    public void Days_far_apart_are_taken_and_told()
    {
        using var counter = new Counter();
        var (code, report, error) = counter.Import(counter.File("a.csv", Counter.Messages + Counter.Line("1999-10-09 10:00:00") + Counter.Line("2025-10-09 10:00:00") + Counter.Line("1989-10-09 10:00:00")));
        Assert.Equal((Exit.BadInput, (3L, 2L, 1L, 0L, 0L)), (code, report.Counts()));
        Assert.Equal(["days-far-apart"], report.Notices());
        Assert.Contains("a.csv: days-far-apart: ", error, StringComparison.Ordinal);
        Assert.Empty(counter.Import(counter.File("b.csv", Counter.Messages + Counter.Line("2026-10-09 10:00:00"))).Report.Notices());
    }

    [Theory]
    [InlineData("future.csv", Counter.Messages + "小店,ann,小店:小雨,2026-10-09 10:00:00,buyer,,,在吗,\n小店,ann,小店:小雨,2098-10-09 10:00:00,buyer,,,在吗,\n")]
    [InlineData("orders.csv", "订单编号,总金额,订单创建时间,订单付款时间\n1,10.00,2026-10-09 10:00:00,\n2,10.00,2026-10-09 10:00:00,2098-10-09 10:00:00\n")]
    [InlineData("ratings.csv", "shop,account,buyer,sent_at,rated_at,level\n小店,小雨,ann,2026-10-09 10:00:00,,\n小店,小雨,bob,2098-10-09 10:00:00,,\n")]
    [InlineData("reviews.csv", "shop,order,item,agent,at,level\n小店,1,杯子,,2026-10-09,good\n小店,2,杯子,,2098-10-09,good\n")]
    public void What_has_not_happened_yet_is_rejected_and_moves_no_last_day(string name, string text)
    {
        using var counter = new Counter();
        var (code, report, error) = counter.Import(counter.File(name, text), "--shop", "小店");
        Assert.Equal((Exit.BadInput, (2L, 1L, 1L, 0L, 0L)), (code, report.Counts()));
        Assert.Contains($"{name}:3: time-in-future", error, StringComparison.Ordinal);
        Assert.Equal("2026-10-09", report["to"]!.GetValue<string>());
    }

    [Fact]
    public void An_empty_day_that_has_not_come_is_refused()
    {
        using var counter = new Counter();
        var before = counter.Records;
        Assert.Equal("day-in-future", counter.Import(counter.File("messages_小店_2098-10-09.csv", Counter.Messages)).Report.Refused());
        Assert.Equal("day-in-future", counter.Import(counter.File("any.csv", Counter.Messages), "--shop", "小店", "--day", "2098-10-09").Report.Refused());
        Assert.Equal(before, counter.Records);
    }

    [Fact]
    public void An_account_that_two_people_have_at_once_is_told_and_one_after_the_other_is_not()
    {
        using var counter = new Counter();
        const string people = "name,accounts,base_pay,from,to\n王雨桐,小店:小雨,3000,2026-01-01,2026-10-09\n";
        var after = counter.Import(counter.File("a.csv", people + "李思远,小店:小雨,3000,2026-10-10,\n"));
        Assert.Equal((Exit.Done, 0), (after.Code, after.Report.Notices().Count()));
        var (code, report, error) = counter.Import(counter.File("b.csv", people + "赵明,小店:小雨,3000,2026-10-09,\n"));
        Assert.Equal((Exit.Done, (2L, 1L, 0L, 1L, 0L)), (code, report.Counts()));
        Assert.Equal(["accounts-shared"], report.Notices());
        Assert.Contains("赵明", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month,agent,due_days,paid_days\n2026-10,王雨桐,23,", "20\n", "21\n")]
    [InlineData("name,accounts,base_pay,from\n王雨桐,小店:小雨,", "4500,2026-01-01\n", "4800,2026-01-01\n")]
    [InlineData("month,agent,kind,amount,reason,entered_by,approved_by\n2026-10,王雨桐,penalty,50,迟到,hr,", "\n", "manager\n")]
    public void A_correction_says_whether_it_stands_and_with_its_time_of_export_it_does(string start, string one, string other)
    {
        using var counter = new Counter();
        var (first, second) = (counter.File("one.csv", start + one), counter.File("other.csv", start + other));
        counter.Import(first);
        // Without times the content decides, whichever came last: one of the two imports was told that it does not stand.
        var there = counter.Import(second).Report.Notices().Contains("other-version-stands");
        var back = counter.Import(first, "--exported-at", "2026-11-01T08:00").Report.Notices().Contains("version-restored");
        Assert.NotEqual(there, back);
        Assert.DoesNotContain("other-version-stands", counter.Import(second, "--exported-at", "2026-11-02T08:00").Report.Notices());
    }

    [Theory]
    [InlineData("month,agent,item,rater,points\n2026-10,无名,态度,leader,5\n")]
    [InlineData("month,agent,due_days,paid_days\n2026-10,无名,22,22\n")]
    [InlineData("month,agent,kind,amount,reason,entered_by\n2026-10,无名,reward,50,好,hr\n")]
    [InlineData("shop,order,item,agent,at,level\n小店,1,杯子,无名,2026-10-09,good\n")]
    public void A_name_that_nobody_knows_is_kept_and_told(string text)
    {
        using var counter = new Counter();
        var (code, report, error) = counter.Import(counter.File("a.csv", text));
        Assert.Equal((Exit.Done, (1L, 1L, 0L, 0L, 0L)), (code, report.Counts()));
        Assert.Equal(["people-unknown"], report.Notices());
        Assert.Contains("无名", error, StringComparison.Ordinal);
        counter.Import(counter.File("people.csv", "name,accounts,base_pay,from\n无名,小店:小雨,3000,2026-01-01\n"));
        Assert.Empty(counter.Import(counter.File("a.csv", text)).Report.Notices());
    }

    [Theory]
    [MemberData(nameof(Tests.Store.Engines.Both), MemberType = typeof(Tests.Store.Engines))]
    public void Of_overlapping_order_exports_the_later_export_stands_in_either_order(DatabaseEngine engine)
    {
        using var counter = new Counter(engine);
        var (early, late) = (Order(counter, "202610100930", "100.00"), Order(counter, "202610210930", "80.00"));
        Chat(counter);
        counter.Import(late);
        Assert.Equal((1, 1, 0, 0, 0), counter.Import(early).Report.Counts());
        Assert.Contains("80", Amount(counter), StringComparison.Ordinal);
        using var other = new Counter(engine);
        (early, late) = (Order(other, "202610100930", "100.00"), Order(other, "202610210930", "80.00"));
        Chat(other);
        other.Import(early);
        other.Import(late);
        Assert.Equal(Amount(counter), Amount(other));
        // The older amount, told again by a still later export, stands again: no new row, and yet sales change.
        Assert.Equal((1, 0, 0, 1, 0), other.Import(Order(other, "202611010000", "100.00")).Report.Counts());
        Assert.Contains("100", Amount(other), StringComparison.Ordinal);
        Assert.Equal((80m, 100m), (Sales(counter), Sales(other)));
    }

    private static void Chat(Counter counter)
    {
        counter.Import(counter.File("people.csv", "name,accounts,base_pay,from\n王雨桐,小店:小雨,3000,2026-01-01\n"));
        counter.Import(counter.File("chat.csv", Counter.Messages + Counter.Line("2026-10-09 10:00:00") + Counter.Line("2026-10-09 10:00:20", "在的", "agent")));
    }

    private static decimal Sales(Counter counter) => System.Text.Json.Nodes.JsonNode.Parse(
        counter.Json("metrics", "--month", "2026-10", "--metric", "sales"))!.AsArray()[0]!["metrics"]!["sales"]!["value"]!.GetValue<decimal>();

    private static string Amount(Counter counter) => System.Text.Json.Nodes.JsonNode.Parse(counter.Json("orders", "--order", "900"))!.AsArray()[0]!["amount"]!.ToJsonString();

    private static string Order(Counter counter, string stamp, string amount) => counter.File($"ExportOrderList{stamp}.csv",
        $"订单编号,买家会员名,总金额,订单创建时间,订单付款时间,买家实际支付金额,店铺名称\n900,ann,{amount},2026-10-09 10:05:00,2026-10-09 10:06:00,{amount},小店\n");
}
