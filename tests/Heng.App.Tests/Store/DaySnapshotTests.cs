using Heng.Store;

namespace Heng.App.Tests.Store;

/// <summary>Who reads a day while an import replaces it reads the old day or the new one.</summary>
public sealed class DaySnapshotTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_day_that_is_replaced_again_and_again_is_read_whole_every_time(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd(Chats.ShopName).Id;
        Chats.SaveDayOf(fresh.Database, 600);
        var buyer = fresh.Database.Days.Load(shop, Chats.Day, withText: false)!.Buyer[0];
        using var stop = new CancellationTokenSource();
        // Of 600 messages in 60 chats, which are four blocks of texts, and of 60 in 6, which are one.
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < 150; i++) Chats.SaveDayOf(fresh.Database, i % 2 == 0 ? 60 : 600);
            stop.Cancel();
        }, CancellationToken.None);
        var seen = new HashSet<int>();
        var reads = 0;
        while (!stop.IsCancellationRequested)
        {
            var messages = fresh.Database.Days.LoadMessages(shop, Chats.Day);
            Assert.Contains(messages.Count, new[] { 60, 600 });
            seen.Add(messages.Count);
            fresh.Database.Days.LoadConversation(shop, Chats.Day, buyer);
            reads++;
        }
        await writing;
        Assert.Equal([60, 600], seen.Order());
        Assert.True(reads > 10);
    }
}
