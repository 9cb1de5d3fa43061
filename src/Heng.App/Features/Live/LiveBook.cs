using System.Collections.Concurrent;
using Heng.App.Features.Months;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Live;

/// <summary>
/// Today of every shop of which anything came today. A shop's day is loaded from the records when it is first asked for or sent to, and again when the records were written by another
/// than the import of what was sent; it goes when the shop's next day begins.
/// </summary>
public sealed class LiveBook(Database database, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, LiveShop> shops = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<MessageBlock, byte> onTheirWay = [];
    private readonly Lock opening = new();
    private readonly SemaphoreSlim came = new(0);
    private readonly DataVersion version = new(database);

    public IReadOnlyCollection<LiveShop> Open => [.. shops.Values];

    public Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>The shop's day as it is now; null for a shop that is not known.</summary>
    public LiveShop? Of(string name) => shops.TryGetValue(name, out var known) ? Of(known.Shop) : database.Shops.Find(name) is { } shop ? Of(shop) : null;

    public LiveShop Of(Shop shop)
    {
        var today = ClockOf(shop).DayOf(Now);
        if (shops.TryGetValue(shop.Name, out var known) && known.Day == today) return known;
        lock (opening)
        {
            if (shops.TryGetValue(shop.Name, out known) && known.Day == today) return known;
            var opened = new LiveShop(database, shop, today, version);
            opened.Load(Beside, Now);
            return shops[shop.Name] = opened;
        }
    }

    /// <summary>
    /// Takes what was sent, each message in its shop; how many were known before. It is shown before it is kept, so that no import that holds the database holds the board;
    /// <see cref="Kept"/> or <see cref="Lost"/> tells what became of it.
    /// </summary>
    public int Take(MessageBlock block, Instant received)
    {
        onTheirWay[block] = 0;
        var known = block.Shops.Sum(name => Named(name).Take(block, received));
        if (came.CurrentCount == 0) came.Release();
        return known;
    }

    /// <summary>Returns as soon as messages have come since it returned last, and after that time though none have. One caller at a time.</summary>
    public Task Came(TimeSpan most, CancellationToken cancel) => came.WaitAsync(most, cancel);

    /// <summary>Opens the shops of a block.</summary>
    public void Prepare(MessageBlock block)
    {
        foreach (var name in block.Shops) Named(name);
    }

    /// <summary>Status logs name accounts and no shop.</summary>
    public void Take(IReadOnlyList<StatusChange> log)
    {
        foreach (var shop in Open) shop.Take(log);
    }

    public void Take(IReadOnlyList<Complaint> complaints)
    {
        foreach (var of in complaints.GroupBy(c => c.Shop, StringComparer.Ordinal)) Named(of.Key).Take(of);
    }

    public void Kept(MessageBlock block) => onTheirWay.TryRemove(block, out _);

    /// <summary>It was not kept, so nobody was told that it was: its shops are loaded without it.</summary>
    public void Lost(MessageBlock block)
    {
        Kept(block);
        Reload(Open.Where(s => block.Shops.Contains(s.Shop.Name, StringComparer.Ordinal)));
    }

    public void Reload(IEnumerable<LiveShop> stale)
    {
        foreach (var shop in stale) shop.Load(Beside, Now);
    }

    private (IReadOnlyList<MessageBlock>, IEnumerable<IngestBatch>) Beside() => ([.. onTheirWay.Keys], database.Ingest.Waiting);

    private LiveShop Named(string name) => shops.TryGetValue(name, out var known) ? Of(known.Shop) : Of(database.Shops.GetOrAdd(name));

    public void Dispose()
    {
        version.Dispose();
        came.Dispose();
    }

    private ShopClock ClockOf(Shop shop) => shops.TryGetValue(shop.Name, out var known) ? known.Clock : database.RuleSets.Current(shop.Id, DateOnly.MaxValue).Clock;
}
