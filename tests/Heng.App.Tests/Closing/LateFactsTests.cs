using System.Text.Json.Nodes;
using Dapper;
using Heng.App.CommandLine;
using Heng.App.Features.Closing;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Store;
using Heng.Engine.Pay.Late;
using Heng.Store;

namespace Heng.App.Tests.Closing;

/// <summary>What comes after September was closed stands in October's payslips, once.</summary>
public sealed class LateFactsTests
{
    private static readonly string[] Settling = ["difference.2026-09.base", "difference.2026-09.reviews", "difference.2026-09.sale"];

    private static IEnumerable<string> Differences(IReadOnlyDictionary<string, decimal> lines) => lines.Keys.Where(k => k.StartsWith("difference.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [Fact]
    public void A_late_refund_review_and_correction_are_three_lines_of_the_next_month_and_the_seal_stays()
    {
        using var shop = new LateShop();
        var (before, hash) = (shop.Shop.Json("pay", "--month", "2026-09"), shop.Hash(LateShop.September));
        Assert.Equal((4000m, 10m, 5m, 0m), (shop.Pay(LateShop.September, "王雨桐")!["base"], shop.Pay(LateShop.September, "王雨桐")!["sale"], shop.Pay(LateShop.September, "王雨桐")!["month"], shop.Pay(LateShop.September, "王雨桐")!["reviews"]));

        shop.Quiet(LateShop.October);
        Assert.Empty(Differences(shop.Pay(LateShop.October, "王雨桐")!));
        shop.Refund("1", 40m, "2026-10-12 09:00:00");
        shop.Review("1", "2026-09-28 09:00:00");
        shop.Attendance("1005", "2026-09,王雨桐,22,21\n");

        var october = shop.Pay(LateShop.October, "王雨桐")!;
        Assert.Equal(Settling, Differences(october));
        // 4000 × 21 ÷ 22 = 3818.18, − 4000 = −181.82. Of the 100 sold 40 came back: 10 % of 60 − 10.00 = −4.00. One good review: +2.00.
        Assert.Equal((-181.82m, -4m, 2m), (october["difference.2026-09.base"], october["difference.2026-09.sale"], october["difference.2026-09.reviews"]));
        // The refund counts once more, in its own month, where refunds count when they come: 5 % of −40 = −2.00, and September's 5.00 stay.
        Assert.Equal((-2m, 0m), (october["month"], october["sale"]));
        Assert.Equal((before, hash), (shop.Shop.Json("pay", "--month", "2026-09"), shop.Hash(LateShop.September)));

        // 4000 − 2 − 181.82 − 4 + 2 = 3814.18; of a minimum wage of 3900 all is left, so 85.82 go on to November.
        Assert.DoesNotContain(LateLine.Forward, october.Keys);
        shop.Shop.Import(shop.Shop.File("minimum.csv", "工作地,施行日期,最低工资,依据\n甲市,2026-01-01,3900,公告\n"));
        shop.Database.Guard.Set(new("甲市", 7, 0m, 1m), new(2), "hr");
        Assert.Equal(85.82m, shop.Pay(LateShop.October, "王雨桐")![LateLine.Forward]);

        var line = shop.Slip(LateShop.October, "王雨桐")!["lines"]!.AsArray().Single(l => l!["line"]!.GetValue<string>() == "difference.2026-09.sale")!;
        Assert.Equal("""{"month":"2026-09","line":"sale","now":6,"sealed":10,"settled":0}""", line["settles"]!.ToJsonString());
        var explained = JsonNode.Parse(shop.Shop.Json("explain", "--month", "2026-10", "--agent", "王雨桐", "--line", "difference.2026-09.sale"))!;
        Assert.Equal(-4m, explained["value"]!.GetValue<decimal>());
        Assert.Contains("\"order\"", explained.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_a_provisional_closing_it_is_said_what_came_after_the_last_ones()
    {
        using var shop = new LateShop();
        JsonNode? Outlook(string month) => JsonNode.Parse(shop.Shop.Json("run", "show", "--month", month, "--as-of", month + "-20 00:00:00"))!["outlook"];
        shop.Quiet(LateShop.October);
        // After September, closed so, nothing has come yet.
        Assert.Equal((0m, 0m), Outlook("2026-10") is var calm ? (calm!["expected"]!.GetValue<decimal>(), calm["worst"]!.GetValue<decimal>()) : default);
        // 10 % of the 40 that came back, and 2 for a review: −4 + 2 = −2 for one person.
        shop.Refund("1", 40m, "2026-10-12 09:00:00");
        shop.Review("1", "2026-09-28 09:00:00");
        var outlook = Outlook("2026-10")!;
        Assert.Equal((2m, -2m, 1), (outlook["expected"]!.GetValue<decimal>(), outlook["before"]![0]!["net"]!.GetValue<decimal>(), outlook["before"]![0]!["people"]!.GetValue<int>()));
        Assert.True(outlook["canMove"]!.GetValue<decimal>() <= outlook["of"]!.GetValue<decimal>());
        // Once October is sealed its lines say it, and a sealed month has nothing to expect. (−2 after September + 0 after October) ÷ 2.
        shop.Close(LateShop.October);
        Assert.Null(Outlook("2026-10"));
        shop.Quiet(LateShop.November, to: 3);
        Assert.Equal((1m, 2m), Outlook("2026-11") is var later ? (later!["expected"]!.GetValue<decimal>(), later["worst"]!.GetValue<decimal>()) : default);
    }

    [Fact]
    public void Nothing_is_settled_twice_over_two_closings_and_what_is_taken_back_comes_back()
    {
        using var shop = new LateShop();
        shop.Quiet(LateShop.October);
        shop.Refund("1", 40m, "2026-10-12 09:00:00");
        shop.Close(LateShop.October);
        shop.Quiet(LateShop.November, to: 3);
        Assert.Equal(-4m, shop.Pay(LateShop.October, "王雨桐")!["difference.2026-09.sale"]);
        Assert.Empty(Differences(shop.Pay(LateShop.November, "王雨桐")!));
        string Known(string by)
        {
            var slip = JsonNode.Parse(shop.Shop.Json("pay", "--month", "2026-09", "--agent", "王雨桐", "--as-of", by))![0]!;
            return $"{slip["differences"]!.ToJsonString()} {slip["netWithDifferences"]}";
        }

        // The seal alone before October was closed, with October's difference after it.
        Assert.Equal("[] 4015", Known("2026-09-30"));
        Assert.Equal("""[{"in":"2026-10","line":"sale","amount":-4}] 4011""", Known("2100-01-01"));
        shop.Refund("1", 30m, "2026-11-02 09:00:00");
        // The record of the refund says 30 instead of 40: 10 % of 70 − 10.00 − (−4.00) = +1.00. In October it no longer counts, 5 % of 40 = +2.00; in November 5 % of −30.
        var november = shop.Pay(LateShop.November, "王雨桐")!;
        Assert.Equal((1m, 2m, -1.50m), (november["difference.2026-09.sale"], november["difference.2026-10.month"], november["month"]));
    }

    [Fact]
    public void Who_has_left_is_still_paid_and_told_that_it_is_by_itself()
    {
        using var shop = new LateShop();
        shop.Quiet(LateShop.October);
        Assert.Null(shop.Pay(LateShop.October, "李静"));
        shop.Review("2", "2026-09-29 09:00:00");
        var slip = shop.Slip(LateShop.October, "李静")!;
        Assert.Equal(2m, slip["net"]!.GetValue<decimal>());
        Assert.Contains("单独发放", Assert.Single(slip["lines"]![0]!["notes"]!.AsArray())!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Closed_months_are_verified_from_what_they_were_made_of_whatever_came_later(DatabaseEngine engine)
    {
        using var shop = new LateShop(engine);
        Assert.True(Verified(shop)[0]!["verified"]!.GetValue<bool>());
        shop.Quiet(LateShop.October);
        shop.Refund("1", 40m, "2026-10-12 09:00:00");
        shop.Review("2", "2026-09-29 09:00:00");
        shop.Close(LateShop.October);
        shop.Attendance("1105", "2026-09,王雨桐,22,20\n2026-10,王雨桐,22,20\n");
        Assert.Equal([("2026-09", true), ("2026-10", true)], Verified(shop).Select(v => (v!["month"]!.GetValue<string>(), v["verified"]!.GetValue<bool>())));
        Assert.Equal("not-closed", shop.Shop.Heng("verify", "--month", "2026-11").Error.Split(':')[0]);
    }

    [Theory]
    [InlineData("closed_month", "sealed = REPLACE(sealed, '\"net\":4015', '\"net\":5015')", "seal-changed")]
    [InlineData("closed_input", "payload = (SELECT payload FROM closed_input WHERE month = 202610)", "inputs-changed")]
    [InlineData("decision", "why = 'no' WHERE seq = 1", "chain-broken")]
    public void What_was_changed_around_the_tables_is_named(string table, string change, string fault)
    {
        using var shop = new LateShop();
        shop.Quiet(LateShop.October);
        shop.Close(LateShop.October);
        using (var connection = shop.Database.Connect())
        {
            connection.Execute($"DROP TRIGGER {table}_keeps_UPDATE");
            connection.Execute($"UPDATE {table} SET {change}{(table == "decision" ? "" : " WHERE month = 202609")}");
        }
        var (code, _, error) = shop.Shop.Heng("verify");
        Assert.Equal((Exit.Refused, fault), (code, error.Split(':')[0]));
    }

    [Fact]
    public void A_seal_that_is_not_what_its_inputs_come_to_is_told_with_the_first_place()
    {
        using var shop = new LateShop();
        var month = SealedMonth.Find(shop.Database, LateShop.September)!.Closed;
        var forged = month.Sealed.Replace("\"line\":\"sale\",\"label\":\"销售提成\",\"labelEn\":\"Commission by sale\",\"amount\":10,", "\"line\":\"sale\",\"label\":\"销售提成\",\"labelEn\":\"Commission by sale\",\"amount\":11,", StringComparison.Ordinal)
            .Replace("\"net\":4015", "\"net\":4016", StringComparison.Ordinal);
        Assert.NotEqual(month.Sealed, forged);
        using (var connection = shop.Database.Connect())
        {
            connection.Execute("DROP TRIGGER closed_month_keeps_UPDATE");
            connection.Execute("UPDATE closed_month SET sealed = @forged, hash = @hash", new { forged, hash = ClosedMonth.HashOf(forged) });
        }
        // The hash was made to fit and a decision appended that names it, so that only the recompute can tell.
        shop.Database.Decisions.Append(new(2), "manager", Close.Closed, Close.Subject(LateShop.September), ClosedMonth.HashOf(forged));
        var (code, output, error) = shop.Shop.Heng("verify", "--format", "json");
        Assert.Equal((Exit.Refused, "results-differ"), (code, error.Split(':')[0]));
        Assert.Equal("pay/王雨桐/net", JsonNode.Parse(output)![0]!["place"]!.GetValue<string>());
    }

    [Fact]
    public void Agent_days_that_do_not_follow_from_the_messages_are_told_by_day_and_person_and_later_messages_are_left_out()
    {
        using var shop = new LateShop();
        using var connection = shop.Database.Connect();
        // What came in the second of the closing may be of either side, so it is set to long before.
        connection.Execute("UPDATE import_file SET finished_at = 1");
        var more = Counter.Messages + Counter.Line("2026-09-10 11:00:00", buyer: "fay", account: "小店:雨桐", id: "later-1");
        Assert.Equal(0, shop.Shop.Import(shop.Shop.File("later.csv", more)).Code);
        Assert.Equal("""{"days":3,"moved":[]}""", Assert.Single(Verified(shop))!["messages"]!.ToJsonString());

        connection.Execute("UPDATE import_file SET finished_at = 1");
        connection.Execute("UPDATE message_day SET columns = (SELECT columns FROM message_day WHERE day = 20260911) WHERE day = 20260910");
        var (code, output, error) = shop.Shop.Heng("verify", "--format", "json");
        Assert.Equal((Exit.Refused, "messages-differ"), (code, error.Split(':')[0]));
        Assert.StartsWith("2026-09-10/", JsonNode.Parse(output)![0]!["place"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(JsonNode.Parse(shop.Shop.Json("verify", "--inputs-only", "--month", "2026-09"))![0]!["verified"]!.GetValue<bool>());
    }

    private static JsonArray Verified(LateShop shop) => JsonNode.Parse(shop.Shop.Json("verify"))!.AsArray();
}
