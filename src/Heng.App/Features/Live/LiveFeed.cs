using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Heng.App.Features.Live;

/// <summary>
/// Tells who listens that a shop's day has changed, and once a second that time goes on. Nobody is told twice before they looked: who is slow looks less often and loses nothing, for what is
/// shown is always the whole state.
/// </summary>
public sealed class LiveFeed(TimeProvider time)
{
    private readonly ConcurrentDictionary<long, Listener> listeners = [];
    private long next, second;

    /// <summary>What was found, for whom a warning is raised.</summary>
    public event Action<LiveShop, IReadOnlyList<FoundNow>>? Found;

    public Listener Listen(string shop)
    {
        var one = new Listener(shop, Interlocked.Increment(ref next), this);
        listeners[one.Number] = one;
        return one;
    }

    public void Changed(LiveShop shop, IReadOnlyList<FoundNow> found)
    {
        foreach (var listener in listeners.Values.Where(l => l.Shop == shop.Shop.Name)) listener.Wake();
        if (found.Count > 0) Found?.Invoke(shop, found);
    }

    /// <summary>Works out what is new, and tells of it: whoever looks first, nobody misses what was found. Whether anything was.</summary>
    public bool Look(LiveShop shop, Heng.Engine.Records.Instant now)
    {
        if (shop.Tick(now) is not { } found) return false;
        Changed(shop, found);
        return true;
    }

    /// <summary>Waits grow though nothing comes.</summary>
    public void Beat()
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        if (Interlocked.Exchange(ref second, now) == now) return;
        foreach (var listener in listeners.Values) listener.Wake();
    }

    public sealed class Listener : IDisposable
    {
        private readonly Channel<byte> calls = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        private readonly LiveFeed feed;

        internal Listener(string shop, long number, LiveFeed feed) => (Shop, Number, this.feed) = (shop, number, feed);

        public string Shop { get; }
        internal long Number { get; }

        internal void Wake() => calls.Writer.TryWrite(0);

        /// <summary>Returns when there is something to look at.</summary>
        public async ValueTask Next(CancellationToken cancel) => await calls.Reader.ReadAsync(cancel);

        public void Dispose() => feed.listeners.TryRemove(Number, out _);
    }
}
