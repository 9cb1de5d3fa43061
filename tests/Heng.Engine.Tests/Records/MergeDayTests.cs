using Heng.Engine.Records;

namespace Heng.Engine.Tests.Records;

public sealed class MergeDayTests
{
    private static readonly DateOnly Day = new(2026, 10, 9);
    private static readonly Instant Start = ShopClock.Shanghai.StartOf(Day);
    private static readonly Instant Nine = Start.Plus(9 * 3600), Ten = Start.Plus(10 * 3600);

    private static Message Says(string text, string? id = null, int second = 32_441, string buyer = "ann", string account = "店:小雨", Sender from = Sender.Buyer, string? to = null, long sequence = 1) =>
        new("店", buyer, account, Start.Plus(second), from, to is null ? MessageKind.Text : MessageKind.Transfer, to, text, id, sequence);

    private static DayRecords File(Instant? exported, params Message[] messages)
    {
        var columns = new MergeDayColumns(Day, Start);
        foreach (var message in messages) columns.Add(message, 1, 1, message.To is null ? 0 : 2, new(1, exported));
        return columns.Build();
    }

    private static MergeDayOutcome Merged(params DayRecords[] files)
    {
        var outcome = new MergeDayOutcome(DayRecords.Empty(Day, Start), [], default);
        foreach (var file in files)
        {
            var next = MergeDay.Apply(outcome.Records, outcome.Superseded, file);
            outcome = next with { Counts = outcome.Counts + next.Counts };
        }
        return outcome;
    }

    [Fact]
    public void The_same_id_is_the_same_message_and_the_later_export_stands()
    {
        var outcome = Merged(File(Ten, Says("改过的", "m1")), File(Nine, Says("原来的", "m1")));
        Assert.Equal(["改过的"], outcome.Records.Text!.Select(t => t.ToString()));
        Assert.Equal("原来的", outcome.Superseded.Single().Text);
        Assert.Equal(new MergeCounts(1, 0, 1, 0), outcome.Counts);
    }

    [Fact]
    public void The_same_id_and_content_in_two_files_is_a_duplicate()
    {
        var outcome = Merged(File(Nine, Says("在吗", "m1")), File(Ten, Says("在吗", "m1")));
        Assert.Equal(new MergeCounts(1, 0, 0, 1), outcome.Counts);
        Assert.Empty(outcome.Superseded);
    }

    [Fact]
    public void A_duplicate_from_a_later_export_makes_the_message_as_late()
    {
        // 在吗@9, 在吗@11, 在么@10: the content that was last seen at 11 stands.
        var outcome = Merged(File(Nine, Says("在吗", "m1")), File(Start.Plus(11 * 3600), Says("在吗", "m1")), File(Ten, Says("在么", "m1")));
        Assert.Equal(["在吗"], outcome.Records.Text!.Select(t => t.ToString()));
    }

    [Fact]
    public void Two_equal_lines_without_ids_in_the_same_second_are_one_message()
    {
        var outcome = Merged(File(null, Says("在吗", sequence: 7), Says("在吗", sequence: 3)));
        Assert.Equal(new MergeCounts(1, 0, 0, 1), outcome.Counts);
        Assert.Equal([3L], outcome.Records.Sequence);
    }

    [Fact]
    public void Without_an_id_a_message_is_another_when_second_sender_buyer_account_kind_or_text_differ()
    {
        var outcome = Merged(File(null,
            Says("在吗"), Says("在吗？"), Says("在吗", second: 32_442), Says("在吗", buyer: "bob"), Says("在吗", account: "店:小雪"),
            Says("在吗", from: Sender.Agent), Says("在吗", to: "店:小雪")));
        Assert.Equal(7, outcome.Records.Count);
        Assert.Equal(7, outcome.Counts.New);
    }

    [Fact]
    public void A_transfer_to_somebody_else_under_the_same_id_is_other_content()
    {
        var outcome = Merged(File(Nine, Says("", "m1", to: "店:小雪")), File(Ten, Says("", "m1", to: "店:小风")));
        Assert.Equal(new MergeCounts(1, 1, 0, 0), outcome.Counts);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced_before_it_is_hashed()
    {
        // What the store gives back can't hold half a pair; the file that brought it must still be a duplicate of it.
        var outcome = Merged(File(null, Says("坏\uD83D字")), File(null, Says("坏\uFFFD字")));
        Assert.Equal(1, outcome.Counts.Duplicate);
        Assert.Equal("好😊", MergeHash.Storable("好😊"));
    }

    [Fact]
    public void Lengths_count_the_text_and_stop_at_65535()
    {
        Assert.Equal([(ushort)2, ushort.MaxValue], Merged(File(null, Says("在吗"), Says(new string('长', 70_000)))).Records.Length);
    }

    [Fact]
    public void An_emoji_outside_the_basic_plane_is_one_character_and_so_is_half_of_one()
    {
        Assert.Equal([(ushort)3], Merged(File(null, Says("好😊吗"))).Records.Length);
        Assert.Equal((5, 1, 2), (TextLength.Of("👍好😊a😊"), TextLength.Of("\uD83D"), TextLength.Of("\uD83D\uD83D")));
        Assert.Equal((0, 2), (TextLength.Of(""), TextLength.Of("\uDE0A\uD83D")));
        Assert.Equal(ushort.MaxValue, TextLength.Of(string.Concat(Enumerable.Repeat("😊", 65_536))));
    }

    [Fact]
    public void A_duplicate_with_a_later_export_time_changes_the_day_though_it_brings_no_row()
    {
        var kept = Merged(File(Nine, Says("一", "m1")));
        var same = MergeDay.Apply(kept.Records, kept.Superseded, File(Nine, Says("一", "m1")));
        var later = MergeDay.Apply(kept.Records, kept.Superseded, File(Ten, Says("一", "m1")));
        Assert.Equal((false, new MergeCounts(0, 0, 0, 1)), (same.Changed, same.Counts));
        Assert.Equal((true, new MergeCounts(0, 0, 0, 1)), (later.Changed, later.Counts));
        // An older version that comes back with a later time stands again.
        var edited = Merged(File(Nine, Says("一", "m1")), File(Ten, Says("二", "m1")));
        var again = MergeDay.Apply(edited.Records, edited.Superseded, File(Ten.Plus(1), Says("一", "m1")));
        Assert.Equal((true, new MergeCounts(0, 0, 0, 1) { Restored = 1 }), (again.Changed, again.Counts));
        Assert.Equal(["一"], again.Records.Text!.Select(t => t.ToString()));
    }
}
