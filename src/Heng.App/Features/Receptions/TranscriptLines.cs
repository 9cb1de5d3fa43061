using System.Globalization;
using System.Text.RegularExpressions;
using Heng.App.Features.Facts;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Findings;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Receptions;

/// <summary>
/// What a person and a buyer wrote to each other on a business day, over all of the person's accounts, with the transfers that passed the buyer on to them.
/// What others wrote to the buyer that day is not part of it.
/// </summary>
internal sealed partial class TranscriptLines
{
    private readonly Shop shop;
    private readonly Roster roster;
    private readonly RuleSet rules;
    private readonly Reception reception;
    private readonly Language language;
    private readonly string buyer;
    private readonly AutoReplies autoReplies;
    private readonly Seating seating;
    private readonly Dictionary<(string Account, Message Message), int> hands;
    private readonly IReadOnlyList<Message> messages;
    private readonly IReadOnlySet<string> corrected;

    public TranscriptLines(Database database, Shop shop, Roster roster, RuleSet rules, Reception reception, Language language)
    {
        (this.shop, this.roster, this.rules, this.reception, this.language) = (shop, roster, rules, reception, language);
        buyer = database.Names.Buyers.NameOf(shop.Id, reception.Buyer);
        autoReplies = new(rules);
        seating = new(database, roster);
        var all = Conversation(database);
        corrected = CorrectionRecords.Of(database, shop).Messages(reception.Day);
        hands = Hands(all);
        messages = [.. all.Where(m => Owns(m) || IsTransferIn(m))];
    }

    /// <summary>All that was written with the buyer, under any of their names.</summary>
    private List<Message> Conversation(Database database)
    {
        var aliases = new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Id)).AliasesOf(buyer).Select(a => database.Names.Buyers.Find(shop.Id, a)).OfType<int>();
        return [.. aliases.Prepend(reception.Buyer).SelectMany(b => database.Days.LoadConversation(shop.Id, reception.Day, b)).OrderBy(m => m.At).ThenBy(m => m.Sequence).ThenBy(m => m.From)];
    }

    /// <summary>Whose each message of a shared account is, as the fold divided it.</summary>
    private Dictionary<(string Account, Message Message), int> Hands(List<Message> all)
    {
        var found = new Dictionary<(string, Message), int>();
        foreach (var account in all.Select(m => m.Account).Concat(all.Select(m => m.To).OfType<string>()).Distinct(StringComparer.Ordinal))
        {
            if (seating.Of(account, reception.Day, rules.Clock) is not { } seats) continue;
            var own = all.SelectMany(m => HandsOn(account, m), (m, what) => (Message: m, What: what)).ToList();
            var people = Turns.Of(seats, [.. own.Select(o => (rules.Clock.SecondOfDay(o.Message.At), o.What))]);
            for (var i = 0; i < people.Length; i++) found.TryAdd((account, own[i].Message), people[i]);
        }
        return found;
    }

    private IEnumerable<Hand> HandsOn(string account, Message message)
    {
        var passes = message.Kind == MessageKind.Transfer;
        if (message.Account == account)
            yield return message.Kind == MessageKind.Recalled || IsCorrected(message) || message.From == Sender.System && !passes ? Hand.None : passes ? Hand.Acts
                : SpeakerOf(message) switch { Speaker.Buyer => Hand.Asks, Speaker.Agent => Hand.Acts, _ => Hand.None };
        if (passes && !IsCorrected(message) && message.To == account) yield return Hand.Asks;
    }

    public IReadOnlyList<string> Accounts => [.. messages.Where(Owns).Select(m => m.Account).Distinct(StringComparer.Ordinal)];

    public IReadOnlyList<ChatLine> Lines()
    {
        var lines = new List<ChatLine>(messages.Count);
        var session = 0;
        Instant? last = null;
        foreach (var message in messages)
        {
            // Recalled messages and notices neither hold a session open nor begin one; a transfer in stands before the first.
            var counts = message.Kind != MessageKind.Recalled && !IsCorrected(message) && (message.From != Sender.System || message.Kind == MessageKind.Transfer) && Owns(message);
            if (counts && last is { } before && message.At.SecondsSince(before) > rules.SessionGapSeconds) session++;
            if (counts) last = message.At;
            lines.Add(Line(message, session));
        }
        return lines;
    }

    /// <summary>The same lines with what was found in their texts. A buyer's name is hidden before anything is cut, so where that moves the text the whole line is marked.</summary>
    public IReadOnlyList<ChatLine> Marked(IReadOnlyList<ChatLine> lines, IReadOnlyList<(ShownFinding Shown, KeptFinding Kept)> found)
    {
        if (found.Count == 0) return lines;
        var marked = lines.ToArray();
        for (var i = 0; i < marked.Length; i++)
        {
            var here = found.SelectMany(f => f.Kept.Spans.Where(s => Corrections.IdOf(s.Message) == marked[i].Fact).Select(s => (f.Shown, s.Start, s.Length))).ToList();
            if (here.Count == 0) continue;
            var (text, said) = (messages[i].Text, marked[i].Text ?? "");
            marked[i] = marked[i] with { Found = [.. here.Select(h => h.Shown).Distinct()], Pieces = said == text ? TextPieces.Of(text, here) : TextPieces.Of(said, [.. here.Select(h => (h.Shown, 0, 0))]) };
        }
        return marked;
    }

    /// <summary>
    /// Each round's wait with the lines that it lies between. Seconds are as they count, so that they add up to the reception's; an unanswered round adds none.
    /// </summary>
    public IReadOnlyList<Wait> Waits(IReadOnlyList<ChatLine> lines)
    {
        if (lines.Count == 0) return [];
        var first = reception.Rounds.Where(r => r.Answered is not null).OrderBy(r => r.Answered).ThenBy(r => r.Asked).Select(r => (Round?)r).FirstOrDefault();
        var (asked, answered) = (new HashSet<int>(), new HashSet<int>());
        var waits = new List<Wait>(reception.Rounds.Count);
        foreach (var round in reception.Rounds.OrderBy(r => r.Asked).ThenBy(r => r.Answered ?? int.MaxValue))
        {
            var from = Place(round.Asked, 0, lines, asked, i => round.ByTransfer ? IsTransfer(i) : lines[i].From == Speaker.Buyer && lines[i].Notice is null);
            int? to = round.Answered is { } second ? Place(second, Math.Min(from + 1, lines.Count - 1), lines, answered, i => lines[i].From == Speaker.Agent && lines[i].Notice is null) : null;
            var seconds = round.Wait is not { } wait ? 0 : rules.ResponseCapSeconds is { } cap ? Math.Min(wait, cap) : wait;
            var isFirst = first == round && reception.FirstResponseSeconds is not null;
            if (isFirst) first = null;
            waits.Add(new(from, to, seconds, isFirst));
        }
        return waits;
    }

    public int AutoLines(IReadOnlyList<ChatLine> lines) => lines.Count(l => l.From == Speaker.Auto);

    /// <summary>The line at the second that fits and is not taken yet; else any that fits, else the first from the second on.</summary>
    private int Place(int second, int start, IReadOnlyList<ChatLine> lines, HashSet<int> taken, Func<int, bool> fits)
    {
        var at = Enumerable.Range(start, lines.Count - start).Where(i => rules.Clock.SecondOfDay(messages[i].At) == second && fits(i)).ToList();
        var place = at.Where(i => !taken.Contains(i)).Concat(at)
            .Concat(Enumerable.Range(start, lines.Count - start).Where(i => rules.Clock.SecondOfDay(messages[i].At) >= second))
            .Append(lines.Count - 1).First();
        taken.Add(place);
        return place;
    }

    private bool IsCorrected(Message message) => corrected.Count > 0 && corrected.Contains(FactOf(message));

    private static string FactOf(Message message) => Corrections.IdOf(message.PlatformId is { } id ? MergeHash.Key(id)
        : MergeHash.Key(MergeHash.OfName(message.Buyer), MergeHash.OfName(message.Account), message.At, message.From, message.Kind, message.Text));

    private ChatLine Line(Message message, int session) 
    {
        var fact = FactOf(message);
        return Written(message, session) with { Fact = fact, Corrected = corrected.Contains(fact) };
    }

    private ChatLine Written(Message message, int session)
    {
        var at = rules.Clock.ToLocal(message.At);
        var notice = Notice(message);
        if (notice is not null) return new(at, Speaker.System, "", null, notice, session, message.Kind == MessageKind.Recalled);
        var speaker = SpeakerOf(message);
        return new(at, speaker, speaker == Speaker.Buyer ? Masked.Name(buyer) : speaker == Speaker.Auto ? message.Account : NameAt(message.Account, message), Text(message), null, session);
    }

    private Wording? Notice(Message message) => message switch
    {
        { Kind: MessageKind.Recalled, From: Sender.Buyer } => new("买家撤回了一条消息", "The buyer recalled a message"),
        { Kind: MessageKind.Recalled } => new("客服撤回了一条消息", "A message was recalled"),
        { Kind: MessageKind.Transfer, To: { } to } => new($"{NameAt(message.Account, message)} 将会话转接给 {NameAt(to, message)}", $"{NameAt(message.Account, message)} passed the conversation to {NameAt(to, message)}"),
        { Kind: MessageKind.Transfer } => new($"{NameAt(message.Account, message)} 转出了会话", $"{NameAt(message.Account, message)} passed the conversation on"),
        { From: Sender.System } => new(Masked.In(message.Text, buyer), Masked.In(message.Text, buyer)),
        _ => null,
    };

    private Speaker SpeakerOf(Message message) => message.From switch
    {
        Sender.Buyer => Speaker.Buyer,
        Sender.Robot => Speaker.Auto,
        _ => message.Kind is MessageKind.AutoReply or MessageKind.Broadcast || rules.RobotAccounts.Contains(message.Account) || autoReplies.Lists(message.Text)
            ? Speaker.Auto : Speaker.Agent,
    };

    private string Text(Message message)
    {
        var kind = message.Kind switch
        {
            MessageKind.Image => language.T("［图片］", "[image] "),
            MessageKind.Card => language.T("［卡片］", "[card] "),
            MessageKind.Offline => language.T("［留言］", "[left message] "),
            _ => "",
        };
        return kind + Masked.In(kind.Length > 0 ? Placeholder().Replace(message.Text, "") : message.Text, buyer);
    }

    /// <summary>What an export writes in the place of a picture or card, which the line's kind says already.</summary>
    [GeneratedRegex(@"^\s*[\[［【](图片|卡片|留言|image|picture|card|left message)[\]］】]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    private bool IsTransfer(int line) => messages[line].Kind == MessageKind.Transfer;
    private bool IsTransferIn(Message message) => message is { Kind: MessageKind.Transfer, To: { } to } && Owns(to, message);
    private string NameAt(string account, Message message) => roster.NameOf(AgentAt(account, message)) ?? account;
    private int AgentAt(string account, Message message) => hands.TryGetValue((account, message), out var person) ? person : roster.AgentOf(account, reception.Day);
    private bool Owns(Message message) => Owns(message.Account, message);

    /// <summary>An unbound account's reception goes by the account, which only its id tells.</summary>
    private bool Owns(string account, Message message) => AgentAt(account, message) == reception.Agent
        && (reception.Agent != AgentDay.Unbound || FactIds.OfReception(shop.Name, "", account, buyer, reception.Day) == reception.Id);

    public static string IdOf(Reception reception) => reception.Id.ToString(CultureInfo.InvariantCulture);
}
