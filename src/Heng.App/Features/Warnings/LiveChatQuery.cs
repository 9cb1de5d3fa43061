using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.Live;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Findings;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Live;
using Heng.Engine.Live.Notes;
using Heng.Engine.Quality.Examples;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>A chat of today while it goes on, and the private notes about it. The chat is for who sees its agent; a note for whom it is to, and who coaches them.</summary>
public sealed class LiveChatQuery(Database database, LiveBook book, LiveFeed feed, ViewerFor viewers, TimeProvider time)
{
    internal const string FromChat = "chat";

    public Task<Seen<LiveChatView>> For(string? shopName, long? reception, IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer || shopName is null || reception is not { } id || book.Of(shopName) is not { } shop) return Task.FromResult(Seen<LiveChatView>.NotFound);
        feed.Look(shop, book.Now);
        var filer = new Filer(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds()));
        if (Chat(shop, id) is not { } chat)
            return Task.FromResult(form is null && database.Facts.Reception(shop.Shop.Id, id) is not null ? new LiveChatView(shopName, id, null, null, "", null, []) { Elsewhere = Links.Reception(id.ToString(System.Globalization.CultureInfo.InvariantCulture)) } : Seen<LiveChatView>.NotFound);
        if (chat.Agent is { } agent ? !Rights.Sees(viewer, agent, chat.Group) : !Rights.SeesEveryone(viewer)) return Task.FromResult(Seen<LiveChatView>.NotFound);
        var refused = form is null ? null : Write(chat, form, filer);
        return Task.FromResult<Seen<LiveChatView>>(chat with { Refused = refused, Notes = Notes(database, filer, n => n.Written.Shop == shopName && n.Written.Reception == id), MayWrite = filer.Acts && chat.Agent is { } to && to != filer.Name && Rights.Coaches(viewer, chat.Group) });
    }

    /// <summary>Answers a note, or says that it was seen; null for what is not there.</summary>
    public NoteDone? Act(long id, IFormCollection form, HttpContext context)
    {
        if (viewers(context) is not { } viewer || database.Matters(WarningMatters.Notes).Find(id) is not { } kept) return null;
        var filer = new Filer(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds()));
        var state = WarningMatters.StateOf(kept);
        if (!Sees(filer, state)) return null;
        // The note itself says which chat: nothing that was sent leads elsewhere.
        var back = form.Text("from") == FromChat ? WarningLinks.Chat(state.Written.Shop!, state.Written.Reception!.Value) : Links.MyDay;
        if (viewer.Role is Role.Operator) return new(DoingWords.NeedsNamedPerson, back);
        NoteStep? step = form.Text("act") switch
        {
            "acknowledge" => NoteCourse.Acknowledge(state, filer.Name, filer.Now), "answer" => NoteCourse.Answer(state, filer.Name, Coaches(filer, state.To), Hidden(form, state.Written.Shop!, state.Written.Reception!.Value), filer.Now), _ => (NoteStep?)null,
        };
        if (step is not { } taken) return new(WarningWords.Unknown, back);
        if (taken.Refused is { } refused) return new(WarningWords.Of(refused), back);
        if (!database.Matters(WarningMatters.Notes).Append(kept, taken.Happens!)) return new(DoingWords.ChangedMeanwhile, back);
        if (taken.Happens!.What == NoteEvent.Answered) Tell(kept, filer.Name == state.To ? state.Written.Who : state.To, filer, filer.Name == state.To ? WarningTold.NoteAnsweredKind : WarningTold.NoteKind);
        return new(null, back);
    }

    /// <summary>Notes as the viewer sees them, the newest first.</summary>
    public static IReadOnlyList<LiveNote> Notes(Database database, Filer filer, Func<NoteState, bool> which) =>
    [
        .. database.Matters(WarningMatters.Notes).Between(filer.Today.AddDays(-1), filer.Today).Select(k => (k.Id, State: WarningMatters.StateOf(k))).Where(n => Sees(filer, n.State) && which(n.State)).OrderByDescending(n => n.Id)
            .Select(n => new LiveNote(n.Id, n.State, [.. n.State.Happened.Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))], filer.Acts && filer.Name == n.State.To && !n.State.IsAcknowledged, filer.Acts) { IsMine = filer.Name == n.State.To }),
    ];

    private static bool Coaches(Filer filer, string to) => filer.Acts && Rights.Coaches(filer.Viewer, filer.GroupOf(to));
    private static bool Sees(Filer filer, NoteState state) => state.To == filer.Name || Coaches(filer, state.To);

    private Refusal? Write(LiveChatView chat, IFormCollection form, Filer filer)
    {
        if (filer.Viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var step = NoteCourse.Write(new(NoteEvent.Written, "", filer.Now) { To = chat.Agent, Shop = chat.Shop, Reception = chat.Reception, Words = Hidden(form, chat.Shop, chat.Reception) }, filer.Name, filer.Acts && Rights.Coaches(filer.Viewer, chat.Group));
        if (step.Refused is { } refused) return WarningWords.Of(refused);
        if (database.Matters(WarningMatters.Notes).Begin(new(chat.Agent!, filer.Today), step.Happens!) is not { } begun) return DoingWords.ChangedMeanwhile;
        Tell(begun, chat.Agent!, filer, WarningTold.NoteKind);
        return null;
    }

    /// <summary>What was typed, as it is kept: nothing in it tells who the buyer is.</summary>
    private string? Hidden(IFormCollection form, string shop, long reception) =>
        form.Text("words")?.ReplaceLineEndings("\n") is not { } words ? null : BuyerOf(shop, reception) is { } name ? ChatMask.Of(words, name) : ChatMask.Of(words);

    /// <summary>Of today's chat, or of one among the records.</summary>
    private string? BuyerOf(string name, long reception)
    {
        if (book.Of(name) is not { } shop) return null;
        return shop.Ask((day, messages, _, _) => day.Receptions.FirstOrDefault(r => r.Id == reception) is { } of ? messages.Buyers.Names[of.Buyer - 1] : null)
            ?? (database.Facts.Reception(shop.Shop.Id, reception) is { } kept ? database.Names.Buyers.NamesOf(shop.Shop.Id, [kept.Buyer]).GetValueOrDefault(kept.Buyer) : null);
    }

    private void Tell(KeptMatter<NoteHappening> kept, string to, Filer filer, string kind) => database.Notices.Tell([new(to, kind, FormattableString.Invariant($"{kept.Subject}/{kept.Happened.Count}/{kind}/{filer.Now.UnixSeconds}"),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = filer.Name }, WarningLinks.Chat(kept.Happened[0].Shop!, kept.Happened[0].Reception!.Value), filer.Now)]);

    private LiveChatView? Chat(LiveShop shop, long id) => shop.Ask((day, messages, roster, _) =>
    {
        if (day.Receptions.FirstOrDefault(r => r.Id == id) is not { } of) return null;
        var (buyer, second) = (messages.Buyers.Names[of.Buyer - 1], shop.Clock.SecondOfDay(book.Now));
        bool Mine(string account) => roster.AgentOf(account, shop.Day) == of.Agent || roster.SharedBy(account, shop.Day).Count > 1;
        var found = day.Findings.Where(f => f.Reception == id && f.Counts).ToList();
        var wait = day.WaitingAt(second).Where(w => w.Reception == id && !w.Courtesy).Select(w => (int?)Math.Max(0, second - w.Since)).FirstOrDefault();
        return new LiveChatView(shop.Shop.Name, id, roster.NameOf(of.Agent), roster.On(of.Agent, shop.Day)?.Group, Masked.Name(buyer), wait,
            [.. messages.Of(of.Buyer).Where(m => Mine(m.Account) || m.To is { } to && Mine(to)).Select(m => Line(m, buyer, found, shop, roster))]);
    });

    private static LiveLine Line(SaidMessage message, string buyer, IReadOnlyList<KeptFinding> found, LiveShop shop, Roster roster)
    {
        var at = ShopClock.Shanghai.ToLocal(message.At);
        var who = message.From == Sender.Buyer ? Masked.Name(buyer) : roster.NameOf(roster.AgentOf(message.Account, shop.Day)) ?? message.Account;
        if (message.Kind == MessageKind.Transfer) return new(at, message.From, who, [], [], new($"{message.Account} 转接给 {message.To}", $"{message.Account} passed on to {message.To}"));
        if (message.Kind == MessageKind.Recalled) return new(at, message.From, who, [], [], new("撤回了一条消息", "recalled a message"));
        var (here, masked) = (found.SelectMany(f => f.Spans.Where(s => s.Message == message.Key).Select(s => (Of: f, s.Start, s.Length))).ToList(), Masked.In(message.Text, buyer));
        if (here.Count == 0) return new(at, message.From, who, [new(masked, null)], []);
        IReadOnlyList<TextPiece> pieces = masked == message.Text ? Pieces(message.Text, [.. here.Select(h => (h.Of.Severity, h.Start, h.Length))]) : [new(masked, here.Min(h => h.Of.Severity))];
        return new(at, message.From, who, pieces, [.. here.Select(h => shop.NameOf(h.Of)).Distinct()]);
    }

    /// <summary>Cut where findings begin and end; length 0 is the whole.</summary>
    private static IReadOnlyList<TextPiece> Pieces(string text, IReadOnlyList<(Engine.Quality.Severity Of, int Start, int Length)> found)
    {
        var spans = found.Select(f => f.Length == 0 ? (f.Of, From: 0, To: text.Length) : (f.Of, From: Math.Clamp(f.Start, 0, text.Length), To: Math.Clamp(f.Start + f.Length, 0, text.Length))).ToList();
        int[] cuts = [.. spans.SelectMany(s => new[] { s.From, s.To }).Append(0).Append(text.Length).Distinct().Order()];
        return [.. cuts.Zip(cuts.Skip(1)).Select(c => new TextPiece(text[c.First..c.Second], spans.Where(s => s.From <= c.First && c.Second <= s.To).Select(s => (Engine.Quality.Severity?)s.Of).Min()))];
    }
}
