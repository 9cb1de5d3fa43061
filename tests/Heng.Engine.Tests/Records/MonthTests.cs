using Heng.Engine.Records;

namespace Heng.Engine.Tests.Records;

public class MonthTests
{
    [Theory]
    [InlineData("2026-10", true)]
    [InlineData("1970-01", true)]
    [InlineData("2200-12", true)]
    [InlineData("1969-12", false)]
    [InlineData("2201-01", false)]
    [InlineData("9999-12", false)]
    [InlineData("2026-13", false)]
    [InlineData("2026-1", false)]
    [InlineData("", false)]
    public void A_month_is_read_only_where_a_shop_could_have_been(string text, bool read) => Assert.Equal(read, Month.Parse(text) is not null);
}
