using Heng.App.Features.Importing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Importing;

public sealed class SpoolTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("heng-spool-").FullName;
    private static readonly Instant Nine = ShopClock.Shanghai.FromLocal(new(2026, 10, 1, 9, 0, 0));
    private static readonly DateOnly First = new(2026, 10, 1);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Message At(Instant at, string text, string? to = null, string? id = null, string shop = "店") =>
        new(shop, "买家😀", "店:小雨", at, to is null ? Sender.Agent : Sender.System, to is null ? MessageKind.Text : MessageKind.Transfer, to, text, id, -7);

    private MessageSpool Fresh() => new(folder, _ => ShopClock.Shanghai);

    private static MessageBlock Block(params ReadOnlySpan<Message> messages)
    {
        var block = new MessageBlock();
        foreach (var message in messages) block.Add(message);
        return block;
    }

    private static List<Message> Of(MessageSpool spool, string shop, DateOnly day)
    {
        var messages = new List<Message>();
        spool.Read((shop, day), m => messages.Add(m.Read(shop)));
        return messages;
    }

    [Fact]
    public void What_goes_in_comes_out_by_shop_and_business_day_in_the_order_it_came()
    {
        // Beyond a window of a megabyte, empty, with an id that is empty and not none: all of it is given back.
        Message[] first = [At(Nine, "在的"), At(Nine, "", to: "店:小静", id: "x"), At(Nine.Plus(1), new string('长', 700_000), id: ""), At(Nine.Plus(-3600), "好😊")];
        var other = At(Nine, "另一家", shop: "另店");
        var next = At(Nine.Plus(86_400), "次日");
        using var spool = Fresh();
        spool.Add(Block(first[0], other, first[1]));
        spool.Add(Block(next, first[2], first[3]));
        Assert.Equal([("另店", First), ("店", First), ("店", First.AddDays(1))], spool.Days);
        Assert.Equal(first, Of(spool, "店", First));
        Assert.Equal([other], Of(spool, "另店", First));
        Assert.Equal([next], Of(spool, "店", First.AddDays(1)));
        Assert.Equal((6L, 4), (spool.Count, spool.CountOf(("店", First))));
    }

    [Fact]
    public void What_no_database_can_keep_becomes_what_it_would_keep()
    {
        using var spool = Fresh();
        spool.Add(Block(At(Nine, "a\0b", id: "x\0"), At(Nine, "半\uD83D")));
        Assert.Equal([("a\uFFFDb", "x\uFFFD"), (MergeHash.Storable("半\uD83D"), null)], Of(spool, "店", First).Select(m => (m.Text, m.PlatformId)));
    }

    [Fact]
    public void The_last_second_of_a_business_day_and_the_first_of_the_next_are_two_days()
    {
        var end = ShopClock.Shanghai.EndOf(First);
        using var spool = Fresh();
        foreach (var at in (Instant[])[Nine, end.Plus(-1), end, Nine]) spool.Add(Block(At(at, "在")));
        Assert.Equal([3, 1], spool.Days.Select(spool.CountOf));
    }

    [Fact]
    public void Messages_handed_over_to_another_thread_all_arrive_in_their_order()
    {
        using var spool = Fresh();
        using (var spooling = new Spooling(spool))
        {
            for (var i = 0; i < 50_000; i++) spooling.Add(Block(At(Nine, $"{i}")));
            spooling.Complete();
        }
        Assert.Equal(Enumerable.Range(0, 50_000).Select(i => $"{i}"), Of(spool, "店", First).Select(m => m.Text));
    }

    [Fact]
    public void A_spool_that_cannot_be_written_stops_whoever_reads()
    {
        using var spool = Fresh();
        Directory.Delete(Path.Combine(folder, "spool"));
        using var spooling = new Spooling(spool);
        var text = new string('长', 40_000);
        Assert.Throws<DirectoryNotFoundException>(() =>
        {
            for (var i = 0; i < 100_000; i++) spooling.Add(Block(At(Nine, text)));
        });
    }

    [Fact]
    public void Whoever_gives_up_reading_leaves_nobody_writing()
    {
        using var spool = Fresh();
        using (var spooling = new Spooling(spool))
            for (var i = 0; i < 10_000; i++) spooling.Add(Block(At(Nine, "在")));
        Assert.InRange(spool.Count, 0, 10_000);
    }
}
