using Heng.Engine.Daily;
using Heng.Engine.Duty;
using static Heng.Engine.Tests.Daily.Floor;

namespace Heng.Engine.Tests.Daily;

public sealed class LeaveDayTests
{
    private static bool Holds(string from, string to, int day, string? shift = null) =>
        LeaveDay.Holds(At(from), At(to), Day(day), shift is null ? (ShiftSpan?)null : Shift(day, shift), Clock);

    [Fact]
    public void A_days_leave_until_nine_of_the_next_is_one_day()
    {
        Assert.True(Holds("2 09:00", "3 09:00", 2));
        Assert.False(Holds("2 09:00", "3 09:00", 3));
        Assert.True(Holds("2 09:00", "3 09:00", 2, "08:30-16:00"));
        Assert.False(Holds("2 09:00", "3 09:00", 3, "09:00-17:00"));
    }

    [Fact]
    public void With_a_shift_a_day_has_leave_that_takes_any_of_it()
    {
        Assert.True(Holds("2 09:00", "3 09:00", 3, "08:59-16:00"));
        Assert.False(Holds("2 09:00", "2 16:00", 2, "16:00-23:30"));
        // A night shift of the 2nd is off, and the 3rd after it is not.
        Assert.True(Holds("2 22:00", "3 06:00", 2, "22:00-06:00"));
        Assert.False(Holds("2 22:00", "3 06:00", 3));
    }

    [Fact]
    public void Without_a_shift_it_takes_more_than_half_of_nine_to_six_or_lies_within_the_day()
    {
        // Half of nine hours ends at 13:30.
        Assert.False(Holds("1 09:00", "2 13:30", 2));
        Assert.True(Holds("1 09:00", "2 13:31", 2));
        Assert.True(Holds("2 14:00", "2 18:00", 2));
    }
}
