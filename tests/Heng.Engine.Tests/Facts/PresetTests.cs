using Heng.Engine.Records;
using static Heng.Engine.Facts.Primitive;

namespace Heng.Engine.Tests.Facts;

public class PresetTests
{
    [Fact]
    public void Taobao_3min_looks_at_rounds()
    {
        const string first = "10:10:15 buyer 1\n10:15:20 buyer 2\n10:18:10 ann 1\n";
        var one = Chat.Fold(first);
        Assert.Equal((0, 1), (one["ann", Taobao3MinMet], one["ann", Taobao3MinAll]));
        var two = Chat.Fold(first + "10:18:30 buyer 3\n10:19:00 ann 3\n");
        Assert.Equal((1, 2), (two["ann", Taobao3MinMet], two["ann", Taobao3MinAll]));
        var none = Chat.Fold(string.Join('\n', Enumerable.Range(0, 10).Select(i => $"10:0{i / 4}:{i % 4 * 15:00} buyer>ann 问")));
        Assert.Equal((0, 1), (none["ann", Taobao3MinMet], none["ann", Taobao3MinAll]));
    }

    [Theory]
    [InlineData("07:59:59", 0)]
    [InlineData("08:00:00", 1)]
    [InlineData("22:59:59", 1)]
    [InlineData("23:00:00", 0)]
    public void Three_minute_figures_look_at_what_was_asked_from_8_to_23(string asked, int counted)
    {
        var day = Chat.Fold($"{asked} buyer>ann 在吗");
        Assert.Equal(counted, day["ann", Taobao3MinAll]);
        Assert.Equal(counted, day["ann", Pdd3MinAll]);
        Assert.Equal((counted, counted), (day["ann", DouyinMessage3MinAll], day["ann", DouyinSession3MinAll]));
        Assert.Equal(1, day["ann", TaobaoAverageRounds]);
    }

    [Fact]
    public void Hours_are_on_the_wall_whatever_the_cut()
    {
        var rules = new RuleSet { Clock = new ShopClock(8 * 3600, 4) };
        Assert.Equal(1, Chat.Fold("08:00:00 buyer>ann 1\n", rules)["ann", Taobao3MinAll]);
        Assert.Equal(0, Chat.Fold("02:00:00 buyer>ann 1\n", rules)["ann", Taobao3MinAll]);
    }

    [Theory]
    [InlineData("23:59:59", 23)]
    [InlineData("00:00:00", 0)]
    public void Midnight_under_a_later_cut_is_hour_0(string first, int hour)
    {
        var day = Chat.Fold($"{first} buyer>ann 1", new RuleSet { Clock = new ShopClock(8 * 3600, 4) });
        Assert.Equal(1, day["ann", Hour0 + (short)hour]);
    }

    [Theory]
    [InlineData("09:03:00", 1)]
    [InlineData("09:03:01", 0)]
    public void Three_minutes_exactly_are_within_three_minutes(string reply, int met)
    {
        var day = Chat.Fold($"09:00:00 buyer 在吗\n{reply} ann 在");
        Assert.Equal((met, met), (day["ann", Taobao3MinMet], day["ann", Pdd3MinMet]));
        Assert.Equal((met, met), (day["ann", DouyinMessage3MinMet], day["ann", DouyinSession3MinMet]));
    }

    [Fact]
    public void Taobao_average_caps_a_round_and_takes_the_cap_for_none()
    {
        var day = Chat.Fold("09:00:00 buyer 1\n09:00:30 ann 1\n10:00:00 buyer 2\n10:15:00 ann 2\n11:00:00 buyer 3");
        Assert.Equal((1230, 3), (day["ann", TaobaoAverageSeconds], day["ann", TaobaoAverageRounds])); // (30 + 600 + 600) ÷ 3 = 410
        Assert.Equal(930, day["ann", RoundSeconds]);
    }

    [Theory]
    [InlineData("08:56:00", "09:01:00", 0, 0)]
    [InlineData("09:00:00", "09:00:30", 1, 1)]
    [InlineData("09:00:00", "09:00:31", 1, 0)]
    [InlineData("22:59:59", "23:00:10", 1, 1)]
    [InlineData("23:00:00", "23:00:10", 0, 0)]
    public void Jd_looks_at_sessions_that_started_in_its_hours(string asked, string replied, int all, int met)
    {
        var day = Chat.Fold($"{asked} buyer 在吗\n{replied} ann 在");
        Assert.Equal((all, met), (day["ann", JdFirst30All], day["ann", JdFirst30Met]));
    }

    [Theory]
    [InlineData("10:10:05", 1)]
    [InlineData("10:10:06", 2)]
    public void A_return_within_ten_minutes_continues_a_jd_session_whatever_the_shops_gap(string again, int sessions)
    {
        var lines = $"10:00:00 buyer 在吗\n10:00:05 ann 在\n{again} buyer 好\n10:20:00 ann 嗯";
        foreach (var gap in new[] { 60, 600, 3600 })
        {
            var day = Chat.Fold(lines, new RuleSet { SessionGapSeconds = gap });
            Assert.Equal((sessions, 1), (day["ann", JdFirst30All], day["ann", JdFirst30Met]));
        }
    }

    [Fact]
    public void A_jd_session_passed_on_unanswered_is_the_next_ones()
    {
        var day = Chat.Fold("10:00:00 buyer 在吗\n10:00:20 ann -> bob\n10:00:45 bob 在");
        Assert.Equal((0, 0), (day["ann", JdFirst30All], day["ann", JdFirst30Met]));
        Assert.Equal((1, 1), (day["bob", JdFirst30All], day["bob", JdFirst30Met]));
    }

    [Fact]
    public void Pdd_fails_a_buyer_for_one_late_answer()
    {
        var buyers = Enumerable.Range(0, 50).Select(i => $"10:00:00 buyer{i}>ann 1\n10:00:10 ann 1\n" + (i < 4 ? "10:01:00 buyer" + i + ">ann 2\n" : ""));
        var late = "10:10:00 ann>buyer0 2\n10:10:00 ann>buyer1 2\n10:10:00 ann>buyer2 2\n"; // buyer3 gets none
        var day = Chat.Fold(string.Concat(buyers) + late);
        Assert.Equal((46, 50), (day["ann", Pdd3MinMet], day["ann", Pdd3MinAll])); // 92 %
    }

    [Fact]
    public void Douyin_counts_rounds_by_message_and_whole_sessions_by_session()
    {
        var day = Chat.Fold("10:00:00 buyer 1\n10:00:10 ann 1\n10:01:00 buyer 2\n10:05:00 ann 2\n12:00:00 buyer 3\n12:00:10 ann 3\n14:00:00 ann 早");
        Assert.Equal((2, 3), (day["ann", DouyinMessage3MinMet], day["ann", DouyinMessage3MinAll]));
        Assert.Equal((1, 2), (day["ann", DouyinSession3MinMet], day["ann", DouyinSession3MinAll])); // the session of 14:00 has no round
    }
}
