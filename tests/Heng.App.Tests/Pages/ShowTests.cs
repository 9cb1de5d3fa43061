using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Tests.Pages;

public sealed class ShowTests
{
    [Theory]
    [InlineData("38.44", Unit.Seconds, "38.4")]
    [InlineData("38.45", Unit.Seconds, "38.5")] // half goes away from zero
    [InlineData("0.28714", Unit.Rate, "28.71%")]
    [InlineData("0.28715", Unit.Rate, "28.72%")]
    [InlineData("1284306.58", Unit.Yuan, "1,284,306.58")]
    [InlineData("-37.235", Unit.Yuan, "−37.24")]
    [InlineData("1234", Unit.People, "1,234")]
    [InlineData("83.5", Unit.Points, "83.50")]
    [InlineData("21.50", Unit.Days, "21.5")]
    public void A_number_has_the_places_of_its_unit(string value, Unit unit, string shown) =>
        Assert.Equal(shown, Show.Number(decimal.Parse(value, CultureInfo.InvariantCulture), unit));

    [Theory]
    [InlineData("基本工资 4,000.00", "base pay 4,000.00", "Base pay 4,000.00")]
    [InlineData("iPad 摔坏 −300.00", "iPad 摔坏 −300.00", "iPad 摔坏 −300.00")] // a reason as somebody wrote it, the same in both languages
    [InlineData("", "", "")]
    public void Only_words_of_ours_open_with_a_capital(string zh, string en, string shown) =>
        Assert.Equal((zh, shown), (Language.Zh.Opening(new(zh, en)), Language.En.Opening(new(zh, en))));

    [Fact]
    public void A_missing_value_is_a_dash_and_zero_is_zero()
    {
        Assert.Equal("—", Show.Number(null, Unit.Yuan));
        Assert.Equal("—", Show.WithUnit(null, Unit.Seconds, Language.Zh));
        Assert.Equal("0", Show.Number(0m, Unit.Orders));
    }

    [Fact]
    public void Units_are_words_of_the_language_and_money_carries_its_sign()
    {
        Assert.Equal("38.4 秒", Show.WithUnit(38.4m, Unit.Seconds, Language.Zh));
        Assert.Equal("38.4 s", Show.WithUnit(38.4m, Unit.Seconds, Language.En));
        Assert.Equal("28.71%", Show.WithUnit(0.2871m, Unit.Rate, Language.Zh));
        Assert.Equal("¥81,400.77", Show.WithUnit(81400.77m, Unit.Yuan, Language.En));
        Assert.Equal("−¥37.23", Show.Yuan(-37.23m));
        Assert.Equal("33,163 秒", Show.ExactWithUnit(33163.00m, Unit.Seconds, Language.Zh));
        Assert.Equal("110.91 秒", Show.ExactWithUnit(110.913m, Unit.Seconds, Language.Zh));
        Assert.Equal("27%", Show.Goal(0.27m, Unit.Rate));
        Assert.Equal("¥0.00", Show.Yuan(-0.004m)); // rounds to zero, and zero has no sign
    }

    [Theory]
    [InlineData("1", Unit.Days, "1 day")]
    [InlineData("1.004", Unit.Orders, "1.00 order")] // as it is shown, so it is counted
    [InlineData("1.5", Unit.Days, "1.5 days")]
    [InlineData("0", Unit.Orders, "0 orders")]
    [InlineData("-1", Unit.Points, "−1.00 pts")]
    public void English_counts_one_as_one(string value, Unit unit, string shown) =>
        Assert.Equal(shown, Show.WithUnit(decimal.Parse(value, CultureInfo.InvariantCulture), unit, Language.En));

    [Fact]
    public void So_many_of_something_carry_their_plural()
    {
        Assert.Equal(("1 line", "2 lines", "1,200 rows"), (Show.Count(1, "line"), Show.Count(2, "line"), Show.Count(1200, "row")));
        Assert.Equal(("1 person", "0 people"), (Show.Count(1, "person", "people"), Show.Count(0, "person", "people")));
    }

    [Theory]
    [InlineData(0, "0 秒", "0 s")]
    [InlineData(38, "38 秒", "38 s")]
    [InlineData(60, "1 分", "1 min")]
    [InlineData(98, "1 分 38 秒", "1 min 38 s")]
    [InlineData(3661, "1 小时 1 分 1 秒", "1 h 1 min 1 s")]
    public void A_wait_is_said_in_words(int seconds, string zh, string en)
    {
        Assert.Equal(zh, Show.Duration(seconds, Language.Zh));
        Assert.Equal(en, Show.Duration(seconds, Language.En));
    }

    [Fact]
    public void A_change_of_a_rate_is_in_points_and_of_all_else_in_per_cent()
    {
        Assert.Equal("+0.68 个百分点", Show.Change(0.2871m, 0.2803m, Unit.Rate, Language.Zh)); // 28.71 − 28.03
        Assert.Equal("−8.2%", Show.Change(38.42m, 41.85m, Unit.Seconds, Language.Zh)); // (38.42 − 41.85) ÷ 41.85 = −0.0820
        Assert.Equal("0.0%", Show.Change(5m, 5m, Unit.Orders, Language.En));
    }

    [Fact]
    public void Nothing_is_compared_with_a_missing_value_or_with_zero()
    {
        Assert.Null(Show.Change(null, 1m, Unit.Orders, Language.Zh));
        Assert.Null(Show.Change(1m, null, Unit.Orders, Language.Zh));
        Assert.Null(Show.Change(1m, 0m, Unit.Orders, Language.Zh));
        Assert.NotNull(Show.Change(0.1m, 0m, Unit.Rate, Language.Zh)); // points need no division
    }

    [Fact]
    public void Dates_are_written_as_people_write_them()
    {
        Assert.Equal("2026 年 10 月", ShowDates.Words(new Month(2026, 10), Language.Zh));
        Assert.Equal("October 2026", ShowDates.Words(new Month(2026, 10), Language.En));
        Assert.Equal("2026 年 10 月 17 日 周六", ShowDates.Full(new DateOnly(2026, 10, 17), Language.Zh));
        Assert.Equal("Sat 17 Oct 2026", ShowDates.Full(new DateOnly(2026, 10, 17), Language.En));
    }

    [Fact]
    public void A_link_leaves_out_what_is_not_given_and_escapes_the_rest()
    {
        Assert.Equal("/orders?month=2026-10", Links.Orders(new(2026, 10)));
        Assert.Equal("/month/2026-10/agent/%E7%8E%8B%20%26%252F", Links.Agent(new(2026, 10), "王 &/"));
        Assert.Null(Links.Evidence(FactKind.Rule, "1"));
        Assert.Equal("/reception/r1", Links.Evidence(FactKind.Reception, "r1"));
    }
}
