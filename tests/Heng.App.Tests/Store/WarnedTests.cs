using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class WarnedTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_fact_is_kept_once_of_its_shop_and_day_and_what_passed_is_never_fewer_than_before(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var (database, day) = (fresh.Database, new DateOnly(2026, 11, 2));
        database.Warned.Keep(1, day, ["finding/7/1", "complaint/T1"], new Dictionary<long, int> { [0] = 3 });
        database.Warned.Keep(1, day, ["finding/7/1"], new Dictionary<long, int> { [0] = 2, [5] = 1 });
        database.Warned.Keep(1, day.AddDays(1), ["finding/8/1"], new Dictionary<long, int>());
        database.Warned.Keep(2, day, [], new Dictionary<long, int> { [0] = 9 });
        Assert.Equal(["complaint/T1", "finding/7/1"], database.Warned.Facts(1, day).Order(StringComparer.Ordinal));
        Assert.Equal([(0L, 3), (5L, 1)], database.Warned.Passed(1, day).OrderBy(p => p.Key).Select(p => (p.Key, p.Value)));
        Assert.Empty(database.Warned.Passed(1, day.AddDays(1)));
    }
}
