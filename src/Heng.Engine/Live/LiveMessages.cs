using System.Runtime.InteropServices;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;

namespace Heng.Engine.Live;

/// <summary>What became of a message that came while the day goes on. Changed: a version that stands where another stood.</summary>
public enum Taken : byte { New, Changed, Outdated, Duplicate }

/// <summary>A message of today as it was said.</summary>
public sealed record SaidMessage(UInt128 Key, Instant At, Sender From, MessageKind Kind, string Account, string? To, string Text);

/// <summary>
/// The messages of a shop's business day as they come, merged by natural key as <see cref="MergeDay"/> does it: the later export stands, then the larger content. They lie by buyer,
/// for whatever follows from one buyer's messages follows from them alone. Buyers and accounts have numbers of this day's own; a buyer's is that of the name behind an alias.
/// </summary>
public sealed class LiveMessages(DateOnly day, Instant start, Func<string, string> buyerMeant)
{
    private readonly Dictionary<UInt128, Place> places = [];
    private readonly Dictionary<int, List<LiveMessage>> byBuyer = [];
    private readonly HashSet<int> touched = [];
    private readonly Queue<int> again = new();
    private readonly Dictionary<int, int> meant = [];
    private readonly Utf8Blocks words = new();
    private readonly Utf8Characters characters = new();

    public DateOnly Day => day;
    public Instant Start => start;
    public NameNumbers Buyers { get; } = new();
    public NameNumbers Accounts { get; } = new();
    public int Count => places.Count;
    /// <summary>Buyers of whom something changed since <see cref="Settle"/>.</summary>
    public IReadOnlyCollection<int> Touched => touched;
    /// <summary>Whether there is anything to settle.</summary>
    public bool IsSettled => touched.Count == 0 && again.Count == 0;

    /// <summary>Takes a message of this day; whose it is not is the caller's to know.</summary>
    /// <param name="inOrder">Messages come in the order in which they were said so: of two versions of one second the later stands.</param>
    public Taken Take(PackedMessage message, Instant? exported, bool inOrder = false)
    {
        var written = Buyers.Of(message.Buyer);
        var (account, target) = (Accounts.Of(message.Account), message.HasTarget ? Accounts.Of(message.Target) : 0);
        var (buyerName, accountName) = (Buyers.HashOf(written), Accounts.HashOf(account));
        var (from, kind, at) = (message.Head.From, message.Head.Kind, message.At);
        UInt128? id = message.HasId ? MergeHash.Key(characters.Of(message.Id)) : null;
        var said = characters.Of(message.Text);
        var key = id ?? MergeHash.Key(buyerName, accountName, at, from, kind, said);
        var content = MergeHash.Content(buyerName, accountName, target == 0 ? 0 : Accounts.HashOf(target), at, from, kind, said);
        var taken = new LiveMessage(key, content, (int)at.SecondsSince(start), from, kind, Meant(written), account, target, TextLength.Of(said), message.Head.Sequence, exported, default);
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out var known);
        if (!known)
        {
            place = Added(taken with { Text = words.Keep(message.Text) });
            return Taken.New;
        }
        var list = byBuyer[place.Buyer];
        var stands = list[place.At];
        if (stands.Content == content)
        {
            // As in a merge: the later export and the smaller sequence stay.
            var joined = stands with { Exported = Later(exported, stands.Exported), Sequence = Math.Min(stands.Sequence, taken.Sequence) };
            list[place.At] = joined;
            if (joined.Sequence != stands.Sequence) touched.Add(place.Buyer);
            return Taken.Duplicate;
        }
        if (!(inOrder && exported == stands.Exported) && Merge.Precedence(exported, content, stands.Exported, stands.Content) <= 0) return Taken.Outdated;
        Remove(place);
        place = Added(taken with { Text = words.Keep(message.Text) });
        return Taken.Changed;
    }

    /// <summary>Whether all that a buyer said from a second on is courtesy; a picture, a card or silence is not.</summary>
    public bool IsCourtesy(int buyer, int since)
    {
        var some = false;
        foreach (var message in byBuyer.GetValueOrDefault(buyer, []))
        {
            if (message.IsGone || message.Second < since || message.From != Sender.Buyer || message.Kind == MessageKind.Recalled) continue;
            if (message.Kind != MessageKind.Text || !Courtesy.Holds(characters.Of(message.Text))) return false;
            some = true;
        }
        return some;
    }

    /// <summary>The columns of the given buyers' messages; the text is carried.</summary>
    public DayRecords Of(IReadOnlyCollection<int> buyers)
    {
        LiveMessage[] rows = [.. buyers.SelectMany(b => byBuyer.GetValueOrDefault(b, [])).Where(m => !m.IsGone)];
        return new()
        {
            Day = day, Start = start, Count = rows.Length, Sources = [default], Source = new int[rows.Length],
            Second = Column(rows, m => m.Second), From = Column(rows, m => m.From), Kind = Column(rows, m => m.Kind),
            Buyer = Column(rows, m => m.Buyer), Account = Column(rows, m => m.Account), Target = Column(rows, m => m.Target),
            Length = Column(rows, m => m.Length), Sequence = Column(rows, m => m.Sequence),
            Text = Column(rows, m => m.Text), PlatformId = new Utf8Text[rows.Length], Key = Column(rows, m => m.Key), Content = Column(rows, m => m.Content),
        };
    }

    /// <summary>Whose message a finding points at, and the words in it; both empty where it stands no more.</summary>
    public (string Buyer, string Words) Said(MessageSpan span)
    {
        if (!places.TryGetValue(span.Message, out var place)) return ("", "");
        var said = characters.Of(byBuyer[place.Buyer][place.At].Text);
        var words = span.Start + span.Length <= said.Length && span.Length > 0 ? said.Slice(span.Start, span.Length) : said;
        return (Buyers.Names[place.Buyer - 1], words.ToString());
    }

    /// <summary>When it was said; null where it stands no more.</summary>
    public Instant? SaidAt(MessageSpan span) => places.TryGetValue(span.Message, out var place) ? start.Plus(byBuyer[place.Buyer][place.At].Second) : null;

    /// <summary>All that stands of a buyer's messages, in the order in which they were said.</summary>
    public IReadOnlyList<SaidMessage> Of(int buyer) =>
    [
        .. byBuyer.GetValueOrDefault(buyer, []).Where(m => !m.IsGone).OrderBy(m => m.Second).ThenBy(m => m.Sequence).ThenBy(m => m.From)
            .Select(m => new SaidMessage(m.Key, start.Plus(m.Second), m.From, m.Kind, Accounts.Names[m.Account - 1], m.Target == 0 ? null : Accounts.Names[m.Target - 1], m.Text.ToString())),
    ];

    /// <summary>Everything is to be looked at again: people or rules changed.</summary>
    public void TouchAll()
    {
        again.Clear();
        foreach (var buyer in byBuyer.Keys) again.Enqueue(buyer);
    }

    /// <summary>Touched buyers, at most so many, of whom nothing is new from now on: those of whom something came before those that are only looked at again.</summary>
    public IReadOnlyList<int> Settle(int most = int.MaxValue)
    {
        List<int> settled = [.. touched.Take(most)];
        if (settled.Count == touched.Count) touched.Clear();
        else touched.ExceptWith(settled);
        var fresh = settled.ToHashSet();
        while (settled.Count < most && again.TryDequeue(out var buyer))
            if (fresh.Add(buyer)) settled.Add(buyer);
        return settled;
    }

    private Place Added(LiveMessage message)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byBuyer, message.Buyer, out _);
        list ??= [];
        list.Add(message);
        touched.Add(message.Buyer);
        return new(message.Buyer, list.Count - 1);
    }

    /// <summary>The place stays, so that the others keep theirs.</summary>
    private void Remove(Place place)
    {
        var list = byBuyer[place.Buyer];
        list[place.At] = list[place.At] with { IsGone = true };
        touched.Add(place.Buyer);
    }

    private int Meant(int written)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(meant, written, out var known);
        if (known) return number;
        var (name, other) = (Buyers.Names[written - 1], buyerMeant(Buyers.Names[written - 1]));
        return number = name == other ? written : Buyers.Of(System.Text.Encoding.UTF8.GetBytes(other));
    }

    private static Instant? Later(Instant? a, Instant? b) => Nullable.Compare(a, b) > 0 ? a : b;

    private static T[] Column<T>(LiveMessage[] rows, Converter<LiveMessage, T> of) => Array.ConvertAll(rows, of);

    private readonly record struct Place(int Buyer, int At);

    private readonly record struct LiveMessage(
        UInt128 Key, ulong Content, int Second, Sender From, MessageKind Kind, int Buyer, int Account, int Target, ushort Length, long Sequence, Instant? Exported, Utf8Text Text)
    {
        public bool IsGone { get; init; }
    }
}
