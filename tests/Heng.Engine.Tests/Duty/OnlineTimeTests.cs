using Heng.Engine.Duty;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Duty;

public class OnlineTimeTests
{
    private const AccountStatus Online = AccountStatus.Online, Offline = AccountStatus.Offline, Suspended = AccountStatus.Suspended, Resumed = AccountStatus.Resumed;

    [Fact]
    public void Serving_is_online_less_suspended()
    {
        // 09:00–18:00 is 32,400 s, of these 12:00–13:00 suspended.
        var day = Assert.Single(new Post().Log("12 09:00", Online).Log("12 12:00", Suspended, 5).Log("12 13:00", Resumed, 5).Log("12 18:00", Offline).Online);
        Assert.Equal((32_400L, 3600L, 28_800L, 9 * 3600, 18 * 3600), (day.OnlineSeconds, day.SuspendedSeconds, day.ServingSeconds, day.FirstSecond, day.LastSecond));
    }

    [Fact]
    public void Two_devices_and_two_accounts_at_once_count_once()
    {
        var day = Assert.Single(new Post().Log("12 09:00", Online).Log("12 10:00", Online, 4).Log("12 11:00", Offline).Log("12 12:00", Offline, 4)
            .Log("12 11:30", Online, account: "b").Log("12 13:00", Offline, account: "b").Online);
        Assert.Equal((4 * 3600L, 0L), (day.OnlineSeconds, day.SuspendedSeconds));
    }

    [Fact]
    public void One_account_suspended_while_another_serves_is_serving()
    {
        var day = Assert.Single(new Post().Log("12 09:00", Online).Log("12 10:00", Suspended, 5).Log("12 12:00", Offline)
            .Log("12 09:00", Online, account: "b").Log("12 11:00", Offline, account: "b").Online);
        Assert.Equal((3 * 3600L, 3600L), (day.OnlineSeconds, day.SuspendedSeconds));   // only 11:00–12:00 has nobody serving
    }

    [Fact]
    public void Midnight_cuts_a_stretch()
    {
        var days = new Post().Log("12 22:00", Online).Log("13 01:00", Offline).Online;
        Assert.Equal([(7200L, 79_200, 86_400), (3600L, 0, 3600)], days.Select(d => (d.OnlineSeconds, d.FirstSecond, d.LastSecond)));
    }

    [Fact]
    public void With_a_cut_at_four_a_night_is_one_day()
    {
        var day = Assert.Single(new Post { Clock = new(8 * 3600, 4) }.Log("12 22:00", Online).Log("13 01:00", Offline).Online);
        Assert.Equal((Day(12), 3 * 3600L, 18 * 3600), (day.Day, day.OnlineSeconds, day.FirstSecond));
    }

    [Fact]
    public void A_log_that_breaks_off_counts_to_its_last_entry()
    {
        Assert.Empty(new Post().Log("12 09:00", Online).Online);
        Assert.Equal(3600, Assert.Single(new Post().Log("12 09:00", Online).Log("12 10:00", Suspended, 5).Online).OnlineSeconds);
    }

    [Theory]
    [InlineData("13 01:00:00", 16 * 3600)]
    [InlineData("13 01:00:01", 0)]
    public void A_silence_longer_than_sixteen_hours_is_no_time_online(string offline, int seconds) =>
        Assert.Equal(seconds, new Post().Log("12 09:00", Online).Log(offline, Offline).Online.Sum(d => d.OnlineSeconds));

    [Fact]
    public void A_repeated_entry_and_a_resume_without_suspending_change_nothing()
    {
        var day = Assert.Single(new Post().Log("12 09:00", Online).Log("12 09:00", Online).Log("12 10:00", Online).Log("12 11:00", Resumed, 5).Log("12 12:00", Offline).Online);
        Assert.Equal((3 * 3600L, 0L), (day.OnlineSeconds, day.SuspendedSeconds));
    }
}
