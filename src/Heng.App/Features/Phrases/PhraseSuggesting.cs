using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Metrics;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Phrases;

/// <summary>What was decided about a suggestion. Stored by number.</summary>
public enum SuggestedEvent : byte { Accepted, Dismissed }

/// <summary>A suggestion that somebody took into a draft, or does not want to see again.</summary>
public sealed record SuggestedHappening(SuggestedEvent What, string Who, Instant At, string Why, string Text) : MatterStep(Who, At, Why);

/// <summary>Suggests phrases from what good agents write (建议话术), takes them into drafts with an owner and an expiry, and remembers what was dismissed.</summary>
public sealed class PhraseSuggesting(Database database, ViewerFor viewers, TimeProvider time)
{
    public static readonly MatterKind<SuggestedHappening> Kind = new("phrase-suggestion", h => "phrase-suggestion-" + Json.Kebab(h.What));

    public Task<Seen<PhraseSuggestionsView>> For(string? metric, IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesPhraseSuggestions(viewer)) return Task.FromResult(Seen<PhraseSuggestionsView>.Forbidden);
        var filer = new Filer(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds()));
        if (form is null) return Task.FromResult<Seen<PhraseSuggestionsView>>(View(metric, filer));
        var (next, refused) = Decide(form, filer);
        return Task.FromResult<Seen<PhraseSuggestionsView>>(refused is null ? new PhraseSuggestionsView("", [], [], null, 0, filer.Today) { Next = next } : View(form.Text("metric"), filer) with { Refused = refused });
    }

    private (string? Next, Refusal? Refused) Decide(IFormCollection form, Filer filer)
    {
        var text = form.Text("text") ?? "";
        if (!Rights.KeepsPhrases(filer.Viewer)) return (null, PhraseWords.Of(PhraseRefusal.RoleMayNot));
        if (form.Text("act") is not ("accept" or "dismiss")) return (null, DoingWords.ActUnknown);
        if (text.Length > PhraseCycle.LongestText) return (null, PhraseWords.Of(PhraseRefusal.TextTooLong));
        var accepts = form.Text("act") == "accept";
        KeptMatter<PhraseHappening>? drafted = null;
        if (accepts)
        {
            (drafted, var not) = Draft(PhraseForms.Of(form, filer) with { What = PhraseEvent.Drafted }, form.Whole("phrase"), filer);
            if (not is not null) return (null, not);
        }
        database.Matters(Kind).Begin(new("", filer.Today, filer.Today, form.Text("key") is { Length: <= 16 } key ? key : PhraseSuggestions.KeyOf(text)), new(accepts ? SuggestedEvent.Accepted : SuggestedEvent.Dismissed, filer.Name, filer.Now, "", text));
        return (drafted is null ? Links.With(Links.PhraseSuggestions, ("metric", form.Text("metric"))) : Links.Phrase(drafted.Id), null);
    }

    /// <summary>As a draft of the phrase that it varies, else as a new one.</summary>
    private (KeptMatter<PhraseHappening>? Kept, Refusal? Refused) Draft(PhraseHappening written, int? phrase, Filer filer)
    {
        if (phrase is not { } id || database.Matters(PhraseBook.Kind).Find(id) is not { } kept) return new PhraseDoing(database).Begin(written, filer);
        return (kept, new PhraseDoing(database).Write(kept, written, filer));
    }

    private PhraseSuggestionsView View(string? asked, Filer filer)
    {
        var answers = new PhraseAnswers(database);
        var id = PhraseAnswers.Metrics.Contains(asked, StringComparer.Ordinal) ? asked! : PhraseAnswers.Metrics[0];
        var metric = Catalogue.Find(id)!;
        var (last, library) = (answers.LastDay, PhraseBook.Index(database));
        var good = last is { } day ? answers.Good(metric, day) : [];
        var found = last is { } until ? PhraseSuggestions.Of(answers.Of(good.ToHashSet(StringComparer.Ordinal), until), library, filer.Today) : [];
        var decided = database.Matters(Kind).All.Select(k => (k.Of.Key, k.Happened[0].What)).ToList();
        var (keys, sight) = (decided.Select(d => d.Key!).ToHashSet(StringComparer.Ordinal), new Sight(filer.Viewer, filer.Roster));
        return new(id, [.. PhraseAnswers.Metrics.Select(m => (m, Catalogue.Find(m)!.Name))], [.. found.Where(s => !keys.Contains(s.Key)).Select(s => Shown(s, sight))], last, good.Count, filer.Today)
        {
            Dismissed = decided.Count(d => d.What == SuggestedEvent.Dismissed), MayKeep = Rights.KeepsPhrases(filer.Viewer), People = filer.Everybody,
            Categories = PhrasesQuery.Categories(database.Matters(PhraseBook.Kind).All.Select(PhraseBook.Of), filer.Today),
        };
    }

    private SuggestedPhrase Shown(PhraseSuggestion of, Sight sight)
    {
        bool Sees(string agent, DateOnly day) => sight.Roster.Find(agent) is { } person && sight.Sees(person.Id, day);
        return new(of, of.VariantOf is { } version ? database.Matters(PhraseBook.Kind).Find(version.Code)?.Id : null, [.. of.Agents.Where(a => of.Examples.Any(e => e.Agent == a) && Sees(a, of.Examples.First(e => e.Agent == a).Day))],
            [.. of.Examples.DistinctBy(e => e.Text).Select(e => (e.Text, Sees(e.Agent, e.Day) ? Links.Reception(e.Reception) : null))]);
    }
}
