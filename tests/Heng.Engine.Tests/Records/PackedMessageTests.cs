using Heng.Engine.Records;

namespace Heng.Engine.Tests.Records;

/// <summary>Messages as bytes say what messages as strings say.</summary>
public sealed class PackedMessageTests
{
    private static readonly Instant Nine = new(1_791_507_600);
    private static readonly DateOnly Day = ShopClock.Shanghai.DayOf(Nine);

    private static Message Says(string text, string? id = null, string? to = null) =>
        new("店", "买家😀", "店:小雨", Nine, Sender.Agent, to is null ? MessageKind.Text : MessageKind.Transfer, to, text, id, -7);

    private static DayRecords Gathered(params Message[] messages)
    {
        var block = new MessageBlock(1);
        foreach (var message in messages) block.Add(message);
        var day = new DayGathering(Day, ShopClock.Shanghai.StartOf(Day), new(1, null));
        for (var place = 0; place < block.Length;) day.Add(block.At(ref place));
        return day.Build(buyers => [.. buyers.Select((_, i) => 100 + i)], accounts => [.. accounts.Select((_, i) => 200 + i)]);
    }

    [Fact]
    public void A_packed_message_reads_as_it_was_written()
    {
        Message[] given = [Says("在吗"), Says("", "", "店:小静"), Says("好😊", "m1") with { Shop = "另店" }, Says("再来")];
        var block = new MessageBlock(1);
        foreach (var message in given) block.Add(message);
        var read = new List<Message>();
        for (var place = 0; place < block.Length;)
        {
            var message = block.At(ref place);
            read.Add(message.Read(block.Shops[message.Head.Shop]));
        }
        Assert.Equal(given, read);
        Assert.Equal(["店", "另店"], block.Shops);
    }

    [Fact]
    public void Keys_and_contents_are_those_of_every_day_that_was_ever_kept()
    {
        // Worked out by another program from the definition: FNV over UTF-16 units, mixed.
        var records = Gathered(Says("好的😊", "m1"), Says("好的😊"));
        Assert.Equal(["7385b8217a9c2ff22e89b02cc6f32483", "a790e0c95b37cc40fdc3aff9c8989301"], records.Key!.Select(k => k.ToString("x32", null)));
        Assert.Equal(["e2e06d2ef5a2cbfc", "e2e06d2ef5a2cbfc"], records.Content!.Select(c => c.ToString("x16", null)));
    }

    [Fact]
    public void Names_are_numbered_as_they_come_and_then_as_they_are_kept()
    {
        var records = Gathered(Says("一", to: "店:小静"), Says("二") with { Buyer = "乙" }, Says("三"));
        Assert.Equal([100, 101, 100], records.Buyer);
        Assert.Equal([200, 200, 200], records.Account);
        Assert.Equal([201, 0, 0], records.Target);
    }

    [Fact]
    public void Ten_thousand_names_keep_their_numbers_and_hashes()
    {
        var numbers = new NameNumbers();
        string[] names = [.. Enumerable.Range(0, 10_000).Select(i => $"买家{i * 7919}"), ""];
        int Of(string name) => numbers.Of(System.Text.Encoding.UTF8.GetBytes(name));
        Assert.Equal(Enumerable.Range(1, names.Length), names.Select(Of));
        Assert.Equal(Enumerable.Range(1, names.Length), names.Select(Of));
        Assert.Equal(names, numbers.Names);
        Assert.All(names, name => Assert.Equal(MergeHash.OfName(name), numbers.HashOf(Of(name))));
    }
}
