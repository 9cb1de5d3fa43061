using Heng.Engine.Records;

namespace Heng.Engine.Tests.Records;

public sealed class MergeDayKnownTests
{
    private static readonly DateOnly Day = new(2026, 10, 1);
    private static readonly Instant Start = ShopClock.Shanghai.StartOf(Day);

    private static Message Said(string id, string text, int second) => new("小店", "ann", "小店:小雨", Start.Plus(second), Sender.Buyer, MessageKind.Text, null, text, id, second);

    [Fact]
    public void Rows_of_a_later_import_are_left_out_and_what_they_replaced_is_put_back()
    {
        var columns = new MergeDayColumns(Day, Start);
        columns.Add(Said("1", "在吗", 60), 1, 1, 0, new(1, null));
        columns.Add(Said("2", "改过的", 90), 1, 1, 0, new(2, null));
        columns.Add(Said("3", "新来的", 120), 1, 1, 0, new(2, null));
        var now = columns.Build();
        SupersededMessage Old(string text, long import) => new(now.Key![1], 7, Start.Plus(80), Sender.Buyer, MessageKind.Text, 1, 1, 0, text, "2", 80, new(import, null));

        var known = now.KnownTo(s => s.Import == 1, [Old("原来的", 1), Old("后来又丢的", 3)]);
        Assert.Equal([("在吗", 60), ("原来的", 80)], known.Text!.Select((t, i) => (t.ToString(), known.Second[i])));
        Assert.Equal(3, now.KnownTo(_ => true, []).Count);
    }
}
