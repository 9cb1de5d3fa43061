using Heng.Engine.Daily;
using static Heng.Engine.Tests.Daily.Floor;

namespace Heng.Engine.Tests.Daily;

public sealed class StretchTests
{
    private static StretchedShift? Of(params (string Asked, string Answered, long Reception)[] waits) =>
        Stretching.Of("ann", Shift(2, "08:30-16:00"), waits.Select(w => new Waited(At(w.Asked), At(w.Answered), w.Reception)));

    [Fact]
    public void A_shift_stretches_to_the_last_answer_of_buyers_who_waited()
    {
        var found = Of(("2 15:58", "2 16:03", 1), ("2 16:05", "2 16:09:30", 1), ("2 16:08", "2 16:20", 2))!;
        Assert.Equal((20, 3, At("2 16:20")), (found.Minutes, found.Answers, found.Until));
        Assert.Equal([1L, 2L], found.Receptions);
    }

    [Fact]
    public void It_ends_where_nobody_waited_for_ten_minutes()
    {
        Assert.Equal(20, Of(("2 15:58", "2 16:05", 1), ("2 16:15", "2 16:20", 2))!.Minutes);
        Assert.Equal(5, Of(("2 15:58", "2 16:05", 1), ("2 16:15:01", "2 16:20", 2))!.Minutes);
    }

    [Fact]
    public void An_answer_at_the_end_or_hours_later_is_none()
    {
        Assert.Null(Of(("2 15:50", "2 16:00", 1)));
        Assert.NotNull(Of(("2 15:50", "2 16:00:01", 1)));
        Assert.NotNull(Of(("2 15:50", "2 20:00", 1)));
        Assert.Null(Of(("2 15:50", "2 20:00:01", 1)));
    }
}
