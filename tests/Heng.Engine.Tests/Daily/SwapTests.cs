using Heng.Engine.Daily;
using static Heng.Engine.Tests.Daily.Floor;

namespace Heng.Engine.Tests.Daily;

public sealed class SwapTests
{
    private const string Early = "08:30-16:00", Late = "16:00-23:30", Night = "22:00-06:00";

    private static RequestRefusal? Against(PlannedDays mine, PlannedDays theirs, int day, int? forDay, string now = "2 09:00") =>
        SwapCheck.Against(Ask(mine, theirs, day, forDay), mine, theirs, At(now), Day(2));

    private static SwapAsk Ask(PlannedDays mine, PlannedDays theirs, int day, int? forDay)
    {
        DateOnly? other = forDay is { } of ? Day(of) : null;
        return new(Day(day), theirs.Name, other, SwapCheck.Before(mine, theirs, Day(day), other));
    }

    [Fact]
    public void A_day_is_given_away_exchanged_for_another_or_for_the_other_shift_of_the_day()
    {
        Assert.Null(Against(Planned("ann", (5, Early)), Planned("bob"), 5, null));
        Assert.Null(Against(Planned("ann", (5, Early)), Planned("bob", (7, Late)), 5, 7));
        Assert.Null(Against(Planned("ann", (5, Early)), Planned("bob", (5, Late)), 5, 5));
        var (mine, theirs) = SwapCheck.Exchanged(new(Day(5), "bob", Day(7), []), Planned("ann", (5, Early)), Planned("bob", (7, Late)));
        Assert.Equal((null, Shift(7, Late), Shift(5, Early), null), (mine.On(Day(5)).Shift, mine.On(Day(7)).Shift!.Value, theirs.On(Day(5)).Shift!.Value, theirs.On(Day(7)).Shift));
    }

    [Fact]
    public void What_cannot_be_is_named()
    {
        var (ann, bob) = (Planned("ann", (5, Early), (8, Early)), Planned("bob", (7, Late), (8, Late)));
        Assert.Equal(RequestRefusal.AskedOneself, Against(ann, ann, 5, null));
        Assert.Equal(RequestRefusal.NoShift, Against(ann, bob, 6, null));
        Assert.Equal(RequestRefusal.ColleagueWorks, Against(ann, bob, 8, null));
        Assert.Equal(RequestRefusal.ColleagueWorks, Against(ann, bob, 8, 7));
        Assert.Equal(RequestRefusal.YouWork, Against(ann, bob, 5, 8));
        Assert.Equal(RequestRefusal.ColleagueRests, Against(ann, bob, 5, 6));
        Assert.Equal(RequestRefusal.SameShift, Against(Planned("ann", (5, Early)), Planned("bob", (5, Early)), 5, 5));
        Assert.Equal(RequestRefusal.PastDay, Against(Planned("ann", (1, Early)), Planned("bob"), 1, null));
        // Today counts until its shift begins, and not from that second on.
        Assert.Null(Against(Planned("ann", (2, Late)), Planned("bob"), 2, null, "2 15:59"));
        Assert.Equal(RequestRefusal.PastDay, Against(Planned("ann", (2, Late)), Planned("bob"), 2, null, "2 16:00"));
    }

    [Fact]
    public void A_roster_that_changed_meanwhile_and_leave_and_overlapping_shifts_stop_it()
    {
        var (ann, bob) = (Planned("ann", (5, Early)), Planned("bob"));
        var ask = Ask(ann, bob, 5, null);
        Assert.Equal(RequestRefusal.RosterChanged, SwapCheck.Against(ask, Planned("ann", (5, Late)), bob, At("2 09:00"), Day(2)));
        var away = bob with { Leave = [new("事假", At("5 15:59"), At("5 18:00"), 1, Heng.Engine.Records.LeaveUnit.Days)] };
        Assert.Equal(RequestRefusal.OnLeave, SwapCheck.Against(ask, ann, away, At("2 09:00"), Day(2)));
        Assert.Null(SwapCheck.Against(ask, ann, bob with { Leave = [new("事假", At("5 16:00"), At("5 18:00"), 1, Heng.Engine.Records.LeaveUnit.Days)] }, At("2 09:00"), Day(2)));
        // Bob's night ends at six on the 5th: a shift from 05:59 overlaps it, one from 06:00 does not.
        Assert.Equal(RequestRefusal.ShiftsOverlap, Against(Planned("ann", (5, "05:59-12:00")), Planned("bob", (4, Night)), 5, null));
        Assert.Null(Against(Planned("ann", (5, "06:00-12:00")), Planned("bob", (4, Night)), 5, null));
    }

    [Theory]
    // From 23:30 to 10:29 are 10 h 59 min, to 10:30 eleven.
    [InlineData("10:29-16:00", 1)]
    [InlineData("10:30-16:00", 0)]
    public void Less_than_eleven_hours_between_two_shifts_is_a_warning(string times, int warnings)
    {
        var (ann, bob) = (Planned("ann", (5, times)), Planned("bob", (4, Late)));
        Assert.Null(Against(ann, bob, 5, null));
        Assert.Equal(warnings, SwapCheck.ShortRests(Ask(ann, bob, 5, null), ann, bob).Count);
    }

    [Fact]
    public void A_short_rest_that_was_there_before_is_no_warning() =>
        Assert.Empty(SwapCheck.ShortRests(new(Day(6), "bob", null, []), Planned("ann", (4, Late), (5, Early), (6, Late)), Planned("bob")));
}
