using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Phrases;

/// <summary>Fills the pages of the phrase library and does what their forms ask. Everybody reads the library; who used what is shown only of those whom the viewer may see.</summary>
public sealed class PhrasesQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    private const int MostExpired = 100;
    private PhraseDoing Doing => new(database);

    public Task<Seen<PhrasesView>> List(PhrasesAsk ask, IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<PhrasesView>.Forbidden);
        if (form is null) return Task.FromResult<Seen<PhrasesView>>(View(ask, filer));
        var written = PhraseForms.Of(form, filer);
        var (kept, refused) = form.Text("act") is "publish" or "draft" ? Doing.Begin(written, filer) : (null, DoingWords.ActUnknown);
        return Task.FromResult<Seen<PhrasesView>>(View(ask, filer) with { Typed = written, Refused = refused, Next = kept is null ? null : Links.Phrase(kept.Id) });
    }

    public Task<Seen<PhrasesView>> Table(string path, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<PhrasesView>.Forbidden);
        if (!Rights.KeepsPhrases(filer.Viewer)) return Task.FromResult(Seen<PhrasesView>.Forbidden);
        var imported = new PhraseTable(database).Import(path, filer);
        return Task.FromResult<Seen<PhrasesView>>(View(new PhrasesAsk(), filer) with { Imported = imported });
    }

    public Exports.ExportSheet? Sheet(HttpContext context) => viewers(context) is null ? null : new PhraseTable(database).Export(Preferences.Language(context));

    public Task<Seen<PhraseView>> One(long id, IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<PhraseView>.Forbidden);
        if (database.Matters(PhraseBook.Kind).Find(id) is not { } kept) return Task.FromResult(Seen<PhraseView>.NotFound);
        var refused = form is null ? null : Act(kept, form, filer);
        var view = View(database.Matters(PhraseBook.Kind).Find(id)!, filer);
        return Task.FromResult<Seen<PhraseView>>(refused is null ? view : view with { Refused = refused, Typed = PhraseForms.Of(form!, filer) });
    }

    private Refusal? Act(KeptMatter<PhraseHappening> kept, IFormCollection form, Filer filer) => form.Text("act") switch
    {
        "drop" => Doing.DropDraft(kept, filer),
        "end" => Doing.End(kept, form.Day("from"), form.Text("why") ?? "", filer),
        "publish" or "draft" => Doing.Write(kept, PhraseForms.Of(form, filer), filer),
        _ => DoingWords.ActUnknown,
    };

    private Filer? Asking(HttpContext context) => viewers(context) is { } viewer ? new(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds())) : null;

    private PhrasesView View(PhrasesAsk ask, Filer filer)
    {
        var figures = PhraseFigures.Latest(database, filer.Today);
        var used = figures.Uses.ToLookup(u => u.Code, StringComparer.Ordinal);
        var all = database.Matters(PhraseBook.Kind).All.Select(kept => (kept.Id, Phrase: PhraseBook.Of(kept))).ToList();
        List<PhraseRow> rows = [.. all.Select(p => Row(p.Id, p.Phrase, used[p.Phrase.Code], figures.Counted, filer.Today)).Where(r => Shows(ask, r))
            .OrderByDescending(r => r.Uses ?? 0).ThenBy(r => r.Version.Code, StringComparer.Ordinal)];
        var page = Paging.Held(ask.Page, rows.Count, PhrasesAsk.PageSize);
        return new(ask with { Page = page }, Paging.Of(rows, page, PhrasesAsk.PageSize), rows.Count, figures.From, figures.To, filer.Today)
        {
            Uses = figures.Counted ? figures.Uses.Sum(u => u.Uses) : null, Expired = figures.Counted ? figures.Uses.Sum(u => u.Expired) : null, Messages = figures.Messages,
            Categories = Categories(all.Select(p => p.Phrase), filer.Today), MayKeep = Rights.KeepsPhrases(filer.Viewer), People = Rights.KeepsPhrases(filer.Viewer) ? filer.Everybody : [],
        };
    }

    private static PhraseRow Row(long id, Phrase phrase, IEnumerable<CountedUse> uses, bool counted, DateOnly today)
    {
        var mine = uses.ToList();
        return new(id, phrase.Shown(today) with { Code = phrase.Code }, PhraseExpiry.Of(phrase, today), counted ? mine.Sum(u => u.Uses) : null, counted ? mine.Sum(u => u.Expired) : null, mine.Count == 0 ? null : mine.Max(u => u.Day));
    }

    private static bool Shows(PhrasesAsk ask, PhraseRow row) =>
        (ask.Category is null || row.Version.Category == ask.Category)
        && (ask.Search is not { } words || row.Version.Code.Contains(words, StringComparison.OrdinalIgnoreCase) || row.Version.Text.Contains(words, StringComparison.OrdinalIgnoreCase))
        && ask.Show switch
        {
            null => true,
            "unused" => row.Standing is PhraseStanding.Valid or PhraseStanding.Expiring && row.Uses == 0,
            "expired-used" => row.Expired > 0,
            var standing => Json.Kebab(row.Standing) == standing,
        };

    internal static IReadOnlyList<string> Categories(IEnumerable<Phrase> phrases, DateOnly today) =>
        [.. PhraseWords.Categories.Concat(phrases.Select(p => p.Shown(today).Category).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];

    private PhraseView View(KeptMatter<PhraseHappening> kept, Filer filer)
    {
        var (phrase, figures, sight) = (PhraseBook.Of(kept), PhraseFigures.Latest(database, filer.Today), new Sight(filer.Viewer, filer.Roster));
        var uses = figures.Uses.Where(u => u.Code == phrase.Code).ToList();
        var seen = uses.Where(u => sight.Sees(u.Agent, u.Day)).Select(u => (Use: u, Name: filer.Roster.NameOf(u.Agent)!)).ToList();
        var expired = seen.Where(u => u.Use.Expired > 0).OrderByDescending(u => u.Use.Day).ThenBy(u => u.Name, StringComparer.Ordinal).ThenBy(u => u.Use.Reception, StringComparer.Ordinal).ToList();
        return new(kept.Id, phrase, phrase.Shown(filer.Today) with { Code = phrase.Code }, PhraseExpiry.Of(phrase, filer.Today), filer.Today)
        {
            From = figures.From, To = figures.To, Uses = figures.Counted ? uses.Sum(u => u.Uses) : null, Expired = figures.Counted ? uses.Sum(u => u.Expired) : null,
            People = [.. seen.GroupBy(u => u.Name, StringComparer.Ordinal).Select(g => new PhraseByPerson(g.Key, g.Sum(u => u.Use.Uses), g.Sum(u => u.Use.Expired))).OrderByDescending(p => p.Uses + p.Expired).ThenBy(p => p.Name, StringComparer.Ordinal)],
            ExpiredUses = [.. expired.Take(MostExpired).Select(u => new ExpiredUse(u.Name, u.Use.Day, u.Use.Version, u.Use.Expired, Links.Reception(u.Use.Reception)))], MoreExpired = Math.Max(0, expired.Count - MostExpired),
            Happened = [.. kept.Happened.Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))], MayKeep = Rights.KeepsPhrases(filer.Viewer) && phrase.EndsOn is null,
            Owners = filer.Everybody, Categories = Categories(database.Matters(PhraseBook.Kind).All.Select(PhraseBook.Of), filer.Today),
        };
    }
}
