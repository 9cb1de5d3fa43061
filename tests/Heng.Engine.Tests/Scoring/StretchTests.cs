using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

/// <summary>How a month is divided, written as 1–10 前线 / 11–31 售后.</summary>
public sealed class StretchTests
{
    private static readonly Plan Front = Plan(Metric("consulted", 100m, OfHundred)), After = Plan(Metric("received", 100m, OfHundred)) with { Id = "s/after" };

    private static Post At(int from, int to, string position, string group = "一组") => new(new(new(2026, 10, from), new(2026, 10, to)), group, position);

    private static Plan? PlanOn(Post post, DateOnly day) => post.Position switch { "front-line" => Front, "after-sales" => After, _ => null };

    private static string Divided(IEnumerable<Post> posts, Func<DateOnly, decimal>? due = null, decimal? worked = null) => string.Join(" / ",
        Stretches.Of([.. posts], [], PlanOn, due ?? (_ => 1m), worked).Select(s => FormattableString.Invariant($"{s.Days.From.Day}–{s.Days.To.Day} {s.Position} {s.Due:0.##}:{s.Worked:0.##}{(s.Plan is null ? " –" : "")}{string.Concat(s.Joined.Select(j => $" +{j.From.Day}–{j.To.Day}"))}")));

    [Fact]
    public void A_change_of_position_makes_two_stretches() =>
        Assert.Equal("1–10 front-line 10:10 / 11–31 after-sales 21:21", Divided([At(1, 10, "front-line"), At(11, 31, "after-sales")]));

    [Fact]
    public void A_change_of_group_does_so_too_and_without_one_there_is_one() =>
        Assert.Equal(("1–10 front-line 10:10 / 11–31 front-line 21:21", "1–31 front-line 31:31"),
            (Divided([At(1, 10, "front-line"), At(11, 31, "front-line", "二组")]), Divided([At(1, 10, "front-line"), At(11, 31, "front-line")])));

    [Fact]
    public void A_stretch_of_exactly_5_days_stands_alone() =>
        Assert.Equal("1–26 front-line 26:26 / 27–31 after-sales 5:5", Divided([At(1, 26, "front-line"), At(27, 31, "after-sales")]));

    [Fact]
    public void One_of_4_days_joins_the_longer() =>
        Assert.Equal("1–31 front-line 31:31 +28–31", Divided([At(1, 27, "front-line"), At(28, 31, "after-sales")]));

    [Fact]
    public void Days_are_those_of_the_roster_where_there_is_one() =>
        // Off on 1–7 and at weekends: 8–9, 12–16 and 19–23 are 12 days; the last week has 5, and without its Friday 4.
        Assert.Equal(("1–25 front-line 12:12 / 26–31 after-sales 5:5", "1–31 front-line 16:16 +26–31"),
            (Divided([At(1, 25, "front-line"), At(26, 31, "after-sales")], Workday), Divided([At(1, 25, "front-line"), At(26, 31, "after-sales")], d => d.Day == 30 ? 0m : Workday(d))));

    private static decimal Workday(DateOnly day) => day.Day > 7 && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? 1m : 0m;

    [Fact]
    public void Where_no_day_is_due_calendar_days_count() =>
        Assert.Equal("1–10 front-line 10:10 / 11–31 after-sales 21:21", Divided([At(1, 10, "front-line"), At(11, 31, "after-sales")], _ => 0m));

    [Fact]
    public void Of_two_as_short_the_earlier_joins_the_later() =>
        Assert.Equal("20–27 after-sales 8:8 +20–23", Divided([At(20, 23, "front-line"), At(24, 27, "after-sales")]));

    [Fact]
    public void Between_two_as_long_a_short_one_joins_the_later() =>
        Assert.Equal("1–10 front-line 10:10 / 11–24 after-sales 14:14 +11–14",
            Divided([At(1, 10, "front-line"), At(11, 14, "front-line", "二组"), At(15, 24, "after-sales")]));

    [Fact]
    public void A_few_days_elsewhere_and_back_are_no_change() =>
        Assert.Equal("1–31 front-line 31:31 +11–13", Divided([At(1, 10, "front-line"), At(11, 13, "after-sales"), At(14, 31, "front-line")]));

    [Fact]
    public void The_shortest_goes_first() =>
        // 4 and 3 days at the end: the 3 join the 4, and 7 stand alone.
        Assert.Equal("1–24 front-line 24:24 / 25–31 after-sales 7:7 +29–31",
            Divided([At(1, 24, "front-line"), At(25, 28, "after-sales"), At(29, 31, "front-line", "二组")]));

    [Fact]
    public void Scored_days_never_join_days_without_a_plan_but_the_other_way_round() =>
        Assert.Equal(("1–27 leader 27:27 – / 28–31 front-line 4:4", "1–31 front-line 31:31 +1–4"),
            (Divided([At(1, 27, "leader"), At(28, 31, "front-line")]), Divided([At(1, 4, "leader"), At(5, 31, "front-line")])));

    [Fact]
    public void Days_worked_are_divided_like_days_due() =>
        // 22 worked of 31: 22 × 10 ÷ 31 = 7.097, 22 × 21 ÷ 31 = 14.903.
        Assert.Equal("1–10 front-line 10:7.1 / 11–31 after-sales 21:14.9", Divided([At(1, 10, "front-line"), At(11, 31, "after-sales")], null, 22m));

    [Fact]
    public void Another_plan_on_a_day_divides_too()
    {
        Plan? On(Post _, DateOnly day) => day.Day < 16 ? Front : After;
        var found = Stretches.Of([At(1, 31, "front-line")], [new(2026, 10, 16)], On, _ => 1m, null);
        Assert.Equal([(1, 15, Front), (16, 31, After)], found.Select(s => (s.Days.From.Day, s.Days.To.Day, s.Plan!)));
    }
}
