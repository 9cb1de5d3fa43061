using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class IngestLogTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void What_was_sent_waits_in_order_all_of_it_or_of_one_format_until_it_is_forgotten(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var log = fresh.Database.Ingest;
        static IngestBatch Batch(string format, byte what) => new(0, format, "a program", 1_793_610_000_000_000, 2, [what]);
        var kept = log.Append([Batch("messages-ndjson", 1), Batch("orders", 2), Batch("messages-ndjson", 3)]);
        log.Append([Batch("orders", 4)]);
        Assert.Equal([1, 2, 3, 4], log.Waiting.Select(b => (int)b.Payload[0]));
        Assert.Equal([2, 4], log.OfFormat("orders").Select(b => (int)b.Payload[0]));
        Assert.Empty(log.OfFormat("refunds"));
        Assert.Equal((8L, 4L), (log.Lines, log.Last));
        log.Forget([kept[1].Id]);
        Assert.Equal([4], log.OfFormat("orders").Select(b => (int)b.Payload[0]));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Names_are_found_with_their_numbers_and_unknown_ones_are_left_out(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd("店").Id;
        var known = fresh.Database.Names.Buyers.Intern(shop, ["小雨", "小静"]);
        using var again = Database.Open(fresh.Target);
        Assert.Equal([("小雨", known[0]), ("小静", known[1])], again.Names.Buyers.Find(shop, ["小静", "小雪", "小雨", "小静"]).OrderBy(n => n.Value).Select(n => (n.Key, n.Value)));
        Assert.Empty(again.Names.Buyers.Find(shop + 1, ["小雨"]));
    }
}
