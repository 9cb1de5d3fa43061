using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>
/// Sorts a message stream of any size and order into shop × business day, on disk beside the database,
/// so that each day is then merged and folded whole while memory holds one day. Deleted when done; a left-over of a crash is deleted at the next import.
/// </summary>
public sealed class MessageSpool : IDisposable
{
    // A part writes when its own buffer is full; a file of very many days when all together hold this much.
    private const int FlushAt = 48 << 20;
    private readonly string folder;
    private readonly Func<string, ShopClock> clockOf;
    private readonly Dictionary<(string Shop, DateOnly Day), SpoolPart> parts = [];
    private int buffered;

    public MessageSpool(string dataFolder, Func<string, ShopClock> clockOf)
    {
        this.clockOf = clockOf;
        folder = Path.Combine(dataFolder, "spool");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        DataFolder.Make(folder);
    }

    public IEnumerable<(string Shop, DateOnly Day)> Days => parts.Keys.OrderBy(k => k.Shop, StringComparer.Ordinal).ThenBy(k => k.Day);

    public long Count { get; private set; }

    public void Add(MessageBlock block)
    {
        for (var place = 0; place < block.Length;)
        {
            var message = block.At(ref place);
            var part = PartOf(block.Shops[message.Head.Shop], message.At);
            var held = part.Held;
            part.Write(message);
            buffered += part.Held - held;
            if (buffered >= FlushAt) Flush();
        }
        Count += block.Count;
    }

    /// <summary>A day's messages, one after another, so that a large day is never held twice.</summary>
    public void Read((string Shop, DateOnly Day) key, Action<PackedMessage> take) => parts[key].Read(take);

    public int CountOf((string Shop, DateOnly Day) key) => parts[key].Count;

    public long BytesOf((string Shop, DateOnly Day) key) => parts[key].Bytes;

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    // A file is nearly always of one shop and in the order of time, so the last part is tried first.
    private SpoolPart PartOf(string shop, Instant at)
    {
        if (last is { } before && before.Shop == shop && at >= before.From && at < before.To) return before.Part;
        var clock = clockOf(shop);
        var key = (Shop: shop, Day: clock.DayOf(at));
        if (!parts.TryGetValue(key, out var part)) parts[key] = part = new SpoolPart(Path.Combine(folder, $"{parts.Count}.bin"));
        last = new(shop, clock.StartOf(key.Day), clock.StartOf(key.Day.AddDays(1)), part);
        return part;
    }

    private LastPart? last;

    private sealed record LastPart(string Shop, Instant From, Instant To, SpoolPart Part);

    private void Flush()
    {
        foreach (var part in parts.Values) part.Flush();
        buffered = 0;
    }
}
