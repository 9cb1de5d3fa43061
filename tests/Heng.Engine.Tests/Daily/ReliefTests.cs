using Heng.Engine.Daily;
using Heng.Engine.Records;
using static Heng.Engine.Records.AccountStatus;
using static Heng.Engine.Tests.Daily.Floor;

namespace Heng.Engine.Tests.Daily;

/// <summary>S12: the day shift 08:30–16:00 leaves once the night shift 16:00–23:30 is online.</summary>
public sealed class ReliefTests
{
    private static OnShift Ann(params (string, AccountStatus)[] log) => new("ann", Shift(2, "08:30-16:00"), Log(log));
    private static OnShift Bob(params (string, AccountStatus)[] log) => new("bob", Shift(2, "16:00-23:30"), Log(log));

    private static string Of(params OnShift[] group) => string.Join(';', Relief.Of(group, 60).Select(u => $"{u.Name} {u.Minutes}{(u.Relieved is null ? " nobody" : "")}"));

    [Fact]
    public void Who_leaves_before_the_relief_is_online_is_found_with_the_minutes_and_who_leaves_after_is_not()
    {
        // Left 16:00, relieved 16:12: twelve minutes.
        Assert.Equal("ann 12", Of(Ann(("2 08:30", Online), ("2 16:00", Offline)), Bob(("2 16:12", Online), ("2 23:30", Offline))));
        Assert.Equal("", Of(Ann(("2 08:30", Online), ("2 16:12", Offline)), Bob(("2 16:12", Online), ("2 23:30", Offline))));
        // 59 seconds are less than the least that is shown.
        Assert.Equal("", Of(Ann(("2 08:30", Online), ("2 16:11:01", Offline)), Bob(("2 16:12", Online), ("2 23:30", Offline))));
        Assert.Equal("ann 1", Of(Ann(("2 08:30", Online), ("2 16:11:00", Offline)), Bob(("2 16:12", Online), ("2 23:30", Offline))));
    }

    [Fact]
    public void Suspending_is_leaving_and_who_comes_back_has_not_left()
    {
        Assert.Equal("ann 12", Of(Ann(("2 08:30", Online), ("2 16:00", Suspended), ("2 16:40", Offline)), Bob(("2 16:12", Online), ("2 23:30", Offline))));
        Assert.Equal("", Of(Ann(("2 08:30", Online), ("2 15:40", Suspended), ("2 15:55", Resumed), ("2 16:20", Offline)), Bob(("2 16:12", Online), ("2 23:30", Offline))));
    }

    [Fact]
    public void More_than_half_an_hour_early_is_attendance_and_no_relief()
    {
        Assert.Equal("ann 30", Of(Ann(("2 08:30", Online), ("2 15:30", Offline)), Bob(("2 16:00", Online), ("2 23:30", Offline))));
        Assert.Equal("", Of(Ann(("2 08:30", Online), ("2 15:29:59", Offline)), Bob(("2 16:00", Online), ("2 23:30", Offline))));
    }

    [Fact]
    public void What_nobody_knows_is_not_judged()
    {
        // The log breaks off; nobody comes; nothing is known of who comes; the day ends.
        Assert.Equal("", Of(Ann(("2 08:30", Online)), Bob(("2 16:12", Online), ("2 23:30", Offline))));
        Assert.Equal("", Of(Ann(("2 08:30", Online), ("2 16:00", Offline)), Bob()));
        Assert.Equal("", Of(Ann(("2 08:30", Online), ("2 16:00", Offline))));
        Assert.Equal("", Of(Bob(("2 16:00", Online), ("2 23:00", Offline))));
        // Whose log shows that they came long after relieved nobody: two hours after the end, from 16:00 to 18:00.
        Assert.Equal("ann 120 nobody", Of(Ann(("2 08:30", Online), ("2 16:00", Offline)), Bob(("2 18:00:01", Online), ("2 23:30", Offline))));
    }

    [Fact]
    public void Whoever_stays_for_an_hour_relieves_whenever_they_began()
    {
        var (ann, bob) = (Ann(("2 08:30", Online), ("2 16:00", Offline)), Bob(("2 16:12", Online), ("2 23:30", Offline)));
        OnShift Cat(string times) => new("cat", Shift(2, times), Log(("2 12:00", Online), ("2 17:00", Offline)));
        Assert.Equal("", Of(ann, bob, Cat("12:00-17:00")));
        Assert.Equal("ann 12", Of(ann, bob, Cat("12:00-16:59")));
    }
}
