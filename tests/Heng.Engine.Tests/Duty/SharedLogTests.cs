using Heng.Engine.Duty;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Duty;

/// <summary>An account that 1 has until 18:00 and 2 from then on.</summary>
public class SharedLogTests
{
    private static readonly Seats Desk = new([new(1, 9 * 3600, 18 * 3600), new(2, 18 * 3600, 26 * 3600)]);

    private static (long Online, long Suspended) Of(int person, params StatusChange[] log)
    {
        var clock = ShopClock.Shanghai;
        var start = clock.StartOf(Day(12));
        var divided = SharedLog.Of(log, at => Desk.At((int)at.SecondsSince(start)), (from, to) => Desk.Changes().Select(s => start.Plus(s)).Where(at => at > from && at <= to));
        var days = OnlineTime.Of(divided.Where(d => d.Person == person).Select(d => d.Change), clock);
        return (days.Sum(d => d.OnlineSeconds), days.Sum(d => d.SuspendedSeconds));
    }

    private static StatusChange Log(string at, AccountStatus status, int device = 8) => new("a", At(at), status, device);

    [Fact]
    public void A_stretch_over_the_change_of_shifts_is_cut_there_and_nothing_of_it_is_lost()
    {
        // Online 08:50–23:00 without an entry between: until 18:00 are 33,000 s, from then on 18,000 s.
        StatusChange[] log = [Log("12 08:50", AccountStatus.Online), Log("12 23:00", AccountStatus.Offline)];
        Assert.Equal(((33_000L, 0L), (18_000L, 0L)), (Of(1, log), Of(2, log)));
    }

    [Fact]
    public void Who_comes_to_a_suspended_account_is_suspended_until_it_resumes()
    {
        // Suspended 17:00–19:00: an hour of each. Offline on one device at 20:00, on the other at 21:00.
        StatusChange[] log =
        [
            Log("12 09:00", AccountStatus.Online), Log("12 10:00", AccountStatus.Online, 4), Log("12 17:00", AccountStatus.Suspended, 5), Log("12 19:00", AccountStatus.Resumed, 5),
            Log("12 20:00", AccountStatus.Offline), Log("12 21:00", AccountStatus.Offline, 4),
        ];
        Assert.Equal(((32_400L, 3600L), (10_800L, 3600L)), (Of(1, log), Of(2, log)));
    }

    [Fact]
    public void An_entry_at_the_second_of_the_change_is_of_who_comes()
    {
        StatusChange[] log = [Log("12 17:00", AccountStatus.Online), Log("12 18:00", AccountStatus.Offline)];
        Assert.Equal(((3600L, 0L), (0L, 0L)), (Of(1, log), Of(2, log)));
    }

    [Fact]
    public void Between_two_shifts_the_change_lies_halfway()
    {
        // 12:00 to 14:00 is nobody's shift. At 12:59:59 the first is 3600 s behind and the second 3601 s ahead, a second later it is the other way round.
        var gap = new Seats([new(1, 9 * 3600, 12 * 3600), new(2, 14 * 3600, 18 * 3600)]);
        var change = Assert.Single(gap.Changes());
        Assert.Equal((1, 2), (gap.At(change - 1), gap.At(change)));
        Assert.Equal(13 * 3600, change);
    }
}
