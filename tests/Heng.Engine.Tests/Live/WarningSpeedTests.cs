using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using Heng.Engine.Statistics;

namespace Heng.Engine.Tests.Live;

/// <summary>How quickly warnings of 一组 were taken and solved; seconds are counted from when they were raised.</summary>
public class WarningSpeedTests
{
    private static Instant At(int second) => new Instant(1_000_000).Plus(second);
    private static Raised Wait(string person) => new(WarningKind.LongWait, new("小店", "一组", person), At(0), Gravity.Serious);
    private static Raised Forbidden(string person, int at) => new(WarningKind.ForbiddenWords, new("小店", "一组", person), At(at), Gravity.Grave);

    [Fact]
    public void How_quickly_is_by_person_and_kind_and_what_nobody_took_counts_for_nobody()
    {
        WarningState Taken(int after, int? solved) => new([WarningCourse.Raise(Wait("小雨"), At(0)), new(WarningEvent.Taken, "陈静", At(after)), .. solved is { } s ? [new WarningHappening(WarningEvent.Solved, "陈静", At(s)) { Note = "x" }] : Array.Empty<WarningHappening>()]);
        var untaken = new WarningState([WarningCourse.Raise(Wait("小雪"), At(0)), new(WarningEvent.Ended, "", At(60))]);
        var atOnce = new WarningState([WarningCourse.Raise(Forbidden("小雨", 0), At(0)), new(WarningEvent.Solved, "赵磊", At(90)) { Note = "x" }]);
        var speeds = WarningSpeed.Of([Taken(10, 100), Taken(30, null), Taken(50, 300), untaken, atOnce]);
        // 陈静 took after 10, 30 and 50 s: median 30, 90th percentile 50; solved after 100 and 300: median 200. 赵磊 took with solving, after 90 s.
        Assert.Equal([("赵磊", WarningKind.ForbiddenWords, 1L, 90m, 90m, 1L, 90m), ("陈静", WarningKind.LongWait, 3L, 30m, 50m, 2L, 200m)],
            speeds.Select(s => (s.Who, s.Kind, s.Taking.Count, s.Taking.Median()!.Value, s.Taking.Percentile(90)!.Value, s.Solving.Count, s.Solving.Median()!.Value)));
        Assert.All(speeds, s => Assert.True(s.IsFew));
    }

    [Fact]
    public void A_take_counts_for_who_took_a_solve_for_who_solved_and_all_together_add_up()
    {
        // 店长 took after 10 s and 人事 solved after 100; 店长 took another after 30 and solved it after 200; 人事 solved a third that nobody took after 50; the fourth was taken after 70 and ended.
        WarningState Of(params WarningHappening[] then) => new([WarningCourse.Raise(Wait("小雨"), At(0)), .. then]);
        WarningHappening Step(WarningEvent what, string who, int at) => new(what, who, At(at));
        var speeds = WarningSpeed.Of(
        [
            Of(Step(WarningEvent.Taken, "店长", 10), Step(WarningEvent.Solved, "人事", 100)), Of(Step(WarningEvent.Taken, "店长", 30), Step(WarningEvent.Solved, "店长", 200)),
            Of(Step(WarningEvent.Solved, "人事", 50)), Of(Step(WarningEvent.Taken, "店长", 70), Step(WarningEvent.Ended, "", 90)), Of(Step(WarningEvent.Merged, "", 5)),
        ]);
        // 人事: took 50; solved 100 and 50, median 75. 店长: took 10, 30, 70, median 30; solved 200.
        Assert.Equal([("人事", 1L, 50m, 2L, 75m), ("店长", 3L, 30m, 1L, 200m)], speeds.Select(s => (s.Who, s.Taking.Count, s.Taking.Median()!.Value, s.Solving.Count, s.Solving.Median()!.Value)));
        // Together: took 10, 30, 50, 70, median 40; solved 50, 100, 200, median 100.
        var (taking, solving) = (WarningSpeed.Together(speeds.Select(s => s.Taking)), WarningSpeed.Together(speeds.Select(s => s.Solving)));
        Assert.Equal((4L, 40m, 3L, 100m), (taking.Count, taking.Median(), solving.Count, solving.Median()));
    }

    [Fact]
    public void Of_four_is_a_small_sample_of_five_is_not_and_of_none_there_is_nothing_to_mark()
    {
        Assert.Equal([false, true, true, false], new[] { 0, 1, 4, 5 }.Select(n => WarningSpeed.FewOf(n == 0 ? new Waits() : new Waits().Add(7, n))));
    }
}
