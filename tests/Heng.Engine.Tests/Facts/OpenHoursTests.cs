using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Facts;

/// <summary>Waits by the clock of open hours. 8 October 2026 is a Thursday.</summary>
public class OpenHoursTests
{
    private static RuleSet Open(params OpenHours[] hours) => RuleSet.Default with { OpenHours = hours };
    private static readonly OpenHours NineToTen = new(DayOfWeek.Monday, DayOfWeek.Friday, 9 * 60, 22 * 60);

    // Asked 08:59:50, before opening at 09:00; the reply at 09:00:30 has waited 30 s and not 40.
    [Theory]
    [InlineData("08:59:50", "09:00:30", 30)]
    [InlineData("09:00:00", "09:00:31", 31)]
    [InlineData("21:59:50", "22:05:00", 10)] // closed at 22:00
    [InlineData("22:00:00", "23:00:00", 0)]
    [InlineData("08:00:00", "08:30:00", 0)]
    public void A_wait_runs_only_while_the_shop_is_open(string asked, string answered, int wait)
    {
        var day = Chat.Fold($"{asked} buyer 在吗\n{answered} ann 在的", Open(NineToTen));
        Assert.Equal((wait, wait), (day["ann", Primitive.RoundSeconds], day["ann", Primitive.FirstResponseSeconds]));
        Assert.Equal(wait <= 30 ? 1 : 0, day["ann", Primitive.Within30]);
        Assert.Equal((wait, (decimal?)wait), (day.Reception("ann").FirstResponseSeconds, day.Agent("ann").RoundWaits.Median()));
        Assert.Equal(wait, Assert.Single(day.Reception("ann").Rounds).Wait);
    }

    [Fact]
    public void The_lunch_break_between_two_stretches_does_not_count()
    {
        // 11:59:00 to 13:01:00 with a break from 12 to 13: one minute before, one after.
        var day = Chat.Fold("11:59:00 buyer 在吗\n13:01:00 ann 在的", Open(new(DayOfWeek.Thursday, DayOfWeek.Thursday, 540, 720), new(DayOfWeek.Thursday, DayOfWeek.Thursday, 780, 1080)));
        Assert.Equal(120, day["ann", Primitive.RoundSeconds]);
    }

    [Fact]
    public void On_a_weekday_without_hours_nothing_is_waited_and_an_open_round_stays_unanswered()
    {
        var weekend = Open(new OpenHours(DayOfWeek.Saturday, DayOfWeek.Sunday, 0, 24 * 60));
        var day = Chat.Fold("09:00:00 buyer 在吗\n09:10:00 ann 在的\n09:20:00 buyer 多少钱", weekend);
        Assert.Equal((1L, 0L, 1L), (day["ann", Primitive.Rounds], day["ann", Primitive.RoundSeconds], day["ann", Primitive.UnansweredRounds]));
    }

    [Fact]
    public void A_platforms_own_figure_goes_by_the_wall()
    {
        // 200 s on the wall, 20 of them open: late for Taobao, quick for the shop.
        var day = Chat.Fold("08:57:00 buyer 在吗\n09:00:20 ann 在的", Open(NineToTen));
        Assert.Equal((0L, 1L, 200L, 1L), (day["ann", Primitive.Taobao3MinMet], day["ann", Primitive.Taobao3MinAll], day["ann", Primitive.TaobaoAverageSeconds], day["ann", Primitive.Within30]));
    }

    [Fact]
    public void After_a_cut_at_four_the_small_hours_are_the_next_weekdays()
    {
        // The business day of Thursday runs to Friday 04:00. Open on Friday from 00:00 to 02:00 only: 01:59:50 to 02:10:00 is 10 s.
        var rules = Open(new OpenHours(DayOfWeek.Friday, DayOfWeek.Friday, 0, 120)) with { Clock = ShopClock.Shanghai with { CutHour = 4 } };
        Assert.Equal(10, Chat.Fold("01:59:50 buyer 在吗\n02:10:00 ann 在的", rules)["ann", Primitive.RoundSeconds]);
    }

    [Theory]
    [InlineData(DayOfWeek.Friday, true)]
    [InlineData(DayOfWeek.Monday, true)]
    [InlineData(DayOfWeek.Tuesday, false)]
    public void Weekdays_may_run_over_the_weeks_end(DayOfWeek day, bool open) => Assert.Equal(open, new OpenHours(DayOfWeek.Friday, DayOfWeek.Monday, 0, 60).Holds(day));
}
