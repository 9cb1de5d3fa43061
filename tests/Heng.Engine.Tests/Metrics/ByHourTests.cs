using Heng.Engine.Metrics;

namespace Heng.Engine.Tests.Metrics;

public class ByHourTests
{
    [Theory]
    [InlineData("hourly-0", true)]
    [InlineData("hourly-23", true)]
    [InlineData("consulted", false)]
    [InlineData("sales", false)]
    [InlineData("median-response", false)]
    [InlineData("gmv", false)]
    public void Only_receptions_of_single_hours_are_counted_by_the_hour(string metric, bool tells) => Assert.Equal(tells, ByHour.Tells(Catalogue.Find(metric)!));
}
