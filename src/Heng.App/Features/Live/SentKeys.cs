using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Live;

/// <summary>
/// Tells whether something is said otherwise that was said before, by the natural keys that imports merge by: then it is a version of its own, and must be exported later than the one before.
/// </summary>
internal sealed class SentKeys
{
    private readonly NameNumbers names = new();
    private readonly Utf8Characters characters = new();
    private readonly Dictionary<(string Shop, UInt128 Id), ulong> packed = [];
    private readonly Dictionary<(string Shop, string Id), Message> messages = [];
    private readonly Dictionary<string, object> records = new(StringComparer.Ordinal);

    /// <summary>True where it is another than was said under its key; from then on it stands. A message without an id is known by what it says.</summary>
    public bool SaysOtherwise(PackedMessage message, string shop)
    {
        if (!message.HasId) return false;
        var (id, content) = ((shop, MergeHash.Key(characters.Of(message.Id))), ContentOf(message));
        var otherwise = packed.TryGetValue(id, out var before) && before != content;
        packed[id] = content;
        return otherwise;
    }

    /// <summary>Where it stands in its second is no other thing said.</summary>
    public bool SaysOtherwise(in Message message)
    {
        if (message.PlatformId is not { Length: > 0 } id) return false;
        var (key, said) = ((message.Shop, id), message with { Sequence = 0 });
        var otherwise = messages.TryGetValue(key, out var before) && before != said;
        messages[key] = said;
        return otherwise;
    }

    public bool SaysOtherwise(object record)
    {
        var key = KeyOf(record);
        var otherwise = records.TryGetValue(key, out var before) && !before.Equals(record);
        records[key] = record;
        return otherwise;
    }

    public void Clear()
    {
        packed.Clear();
        messages.Clear();
        records.Clear();
    }

    private static string KeyOf(object record)
    {
        var (shop, key) = record switch
        {
            Order o => (o.Shop, o.Id), OrderItem i => (i.Shop, RecordKinds.Items.KeyOf(i)), Refund r => (r.Shop, RecordKinds.Refunds.KeyOf(r)), Call c => (c.Shop, RecordKinds.Calls.KeyOf(c)), Case c => (c.Shop, RecordKinds.Cases.KeyOf(c)),
            Complaint c => (c.Shop, RecordKinds.Complaints.KeyOf(c)), StatusChange c => ("", RecordKinds.StatusLog.KeyOf(c)), Rating r => (r.Shop, FormattableString.Invariant($"{r.Account}\u001F{r.Buyer}\u001F{r.SentAt.UnixSeconds}")), Review r => (r.Shop, $"{r.OrderId}\u001F{r.Item}"),
            _ => throw new InvalidOperationException($"{record.GetType().Name} is nothing that is sent"),
        };
        return $"{record.GetType().Name}\u001E{shop}\u001E{key}";
    }

    private ulong ContentOf(PackedMessage message) =>
        MergeHash.Content(HashOf(message.Buyer), HashOf(message.Account), message.HasTarget ? HashOf(message.Target) : 0, message.At, message.Head.From, message.Head.Kind, characters.Of(message.Text));

    private ulong HashOf(ReadOnlySpan<byte> name) => names.HashOf(names.Of(name));
}
