using Heng.App.Features.Connectors;
using Heng.Engine.Records;

namespace Heng.App.Tests.Connectors;

public sealed class WindowTests
{
    private static Instant At(int day, int hour = 0) => ShopClock.Shanghai.StartOf(new(2026, 11, day)).Plus(hour * 3600);
    private static Span Of(int from, int to) => new(At(from), At(to));

    [Fact]
    public void Windows_break_at_midnight_and_leave_no_gap()
    {
        Assert.Equal([new Span(At(1, 9), At(2)), Of(2, 3), new Span(At(3), At(3, 5))], PullWindows.Cut(new(At(1, 9), At(3, 5)), 1));
        Assert.Equal([Of(1, 8), Of(8, 10)], PullWindows.Cut(Of(1, 10), 7)); // exactly seven days, then the rest
        Assert.Equal([Of(1, 8)], PullWindows.Cut(Of(1, 8), 7));
        Assert.Empty(PullWindows.Cut(Of(1, 1), 7));
    }

    [Fact]
    public void What_is_done_is_not_asked_again_wherever_it_lies()
    {
        Assert.Equal([Of(1, 9)], PullWindows.Left(Of(1, 9), []));
        Assert.Equal([Of(1, 3), Of(4, 9)], PullWindows.Left(Of(1, 9), [Of(3, 4)]));
        Assert.Equal([Of(5, 9)], PullWindows.Left(Of(1, 9), [Of(3, 5), Of(1, 3)])); // in any order, touching
        Assert.Equal([Of(2, 3)], PullWindows.Left(Of(2, 5), [Of(1, 2), Of(3, 8)]));
        Assert.Empty(PullWindows.Left(Of(2, 5), [Of(1, 4), Of(3, 8)]));
    }

    [Fact]
    public void Halves_share_no_second_and_lose_none()
    {
        var (first, second) = new Span(new(10), new(13)).Halves;
        Assert.Equal((new Span(new(10), new(12)), new Span(new(12), new(13))), (first, second));
    }

    [Fact]
    public void Only_whole_days_are_known()
    {
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 2)), PullWindows.WholeDays(Of(1, 3)));
        Assert.Equal((new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 2)), PullWindows.WholeDays(new(At(1, 1), At(3, 23))));
        Assert.Null(PullWindows.WholeDays(new(At(1, 1), At(2, 23))));
    }

    [Fact]
    public async Task No_second_has_more_calls_than_the_key_may_make()
    {
        var time = new HurriedTime(new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero));
        var (pace, begun) = (new Pace(3, time), new List<DateTimeOffset>());
        for (var call = 0; call < 10; call++)
        {
            await pace.Next(default);
            begun.Add(time.GetUtcNow());
            time.Pass(TimeSpan.FromMilliseconds(100));
        }
        Assert.All(begun.Skip(3).Zip(begun), pair => Assert.True(pair.First - pair.Second >= TimeSpan.FromSeconds(1)));
        // Three at 0, 100 and 200 ms; the fourth waits from 300 to 1000 ms, and so on: nobody waits longer than it takes.
        Assert.Equal(TimeSpan.FromMilliseconds(1000), begun[3] - begun[0]);
    }
}
