using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Quality.Examples;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.GoodExamples;

/// <summary>Fills the pages of good examples. What one may not see answers as what is not there.</summary>
public sealed class ExamplesQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    private ExampleDoing Doing => new(database);

    public Task<Seen<ExamplesView>> List(ExamplesAsk ask, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<ExamplesView>.Forbidden);
        var shown = database.Matters(ExampleMatters.Kind).All.Select(k => (k.Id, Example: ExampleMatters.Of(k))).Where(e => e.Example.ShownTo(filer.Name)).ToList();
        List<ExampleRow> rows = [.. shown.Where(e => Matches(ask, e.Example.Proposed)).Select(e => new ExampleRow(e.Id, e.Example, e.Example.Stage == ExampleStage.Proposed && e.Example.Agent == filer.Name))
            .OrderByDescending(r => r.ForMe).ThenByDescending(r => r.Id)];
        var page = Paging.Held(ask.Page, rows.Count, ExamplesAsk.PageSize);
        return Task.FromResult<Seen<ExamplesView>>(new ExamplesView(ask with { Page = page }, Paging.Of(rows, page, ExamplesAsk.PageSize), rows.Count, Categories(shown.Select(e => e.Example))));
    }

    public Task<Seen<NewExampleView>> New(string? reception, IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<NewExampleView>.Forbidden);
        if (!Rights.ProposesExamples(filer.Viewer)) return Task.FromResult(Seen<NewExampleView>.Forbidden);
        var chat = ShownReception.Of(database, form?.Text("reception") ?? reception, Preferences.Language(context));
        if (chat is null || !new Sight(filer.Viewer, filer.Roster).Sees(chat.AgentId, chat.Day)) return Task.FromResult(Seen<NewExampleView>.NotFound);
        var view = new NewExampleView(chat.Id, chat.Agent, chat.Day, chat.Between(null, null), Categories([]));
        if (form is null) return Task.FromResult<Seen<NewExampleView>>(view);
        var typed = ProposedIn(form, chat.Day);
        var (kept, refused) = Doing.Propose(chat, typed, filer);
        return Task.FromResult<Seen<NewExampleView>>(view with { Typed = typed, Refused = refused, Next = kept is null ? null : Links.Example(kept.Id) });
    }

    public Task<Seen<ExampleView>> One(long id, IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<ExampleView>.Forbidden);
        if (database.Matters(ExampleMatters.Kind).Find(id) is not { } kept || !ExampleMatters.Of(kept).ShownTo(filer.Name)) return Task.FromResult(Seen<ExampleView>.NotFound);
        var refused = form is null ? null : Act(kept, form, filer);
        var now = database.Matters(ExampleMatters.Kind).Find(id)!;
        // What is over is gone for whoever ended it too.
        var next = ExampleMatters.Of(now).ShownTo(filer.Name) ? Links.Example(id) : Links.Examples;
        return Task.FromResult<Seen<ExampleView>>(View(now, filer, Preferences.Language(context)) with { Refused = refused, Next = next });
    }

    private Refusal? Act(KeptMatter<ExampleHappening> kept, IFormCollection form, Filer filer) => form.Text("act") switch
    {
        "consent" => Doing.Act(kept, ExampleEvent.Consented, filer),
        "decline" => Doing.Act(kept, ExampleEvent.Declined, filer),
        "withdraw" => Doing.Act(kept, ExampleEvent.Withdrawn, filer),
        "take-back" => Doing.Act(kept, ExampleEvent.TakenBack, filer),
        _ => DoingWords.ActUnknown,
    };

    private ExampleView View(KeptMatter<ExampleHappening> kept, Filer filer, Language language)
    {
        var example = ExampleMatters.Of(kept);
        var chat = example.ShownTo(filer.Name) ? ShownReception.Of(database, example.Proposed.Reception, language) : null;
        return new(kept.Id, example, kept.Of.First, chat?.Between(example.Proposed.First, example.Proposed.Last) ?? [])
        {
            MayAnswer = example.Answer(ExampleEvent.Consented, filer.Name, filer.Now).Refused is null, MayWithdraw = example.Answer(ExampleEvent.Withdrawn, filer.Name, filer.Now).Refused is null,
            MayTakeBack = filer.Acts && example.TakeBack(filer.Name, Rights.ManagesLearning(filer.Viewer), filer.Now).Refused is null,
            Reception = chat is not null && new Sight(filer.Viewer, filer.Roster).Sees(chat.AgentId, chat.Day) ? Links.Reception(chat.Id) : null,
        };
    }

    private static ExampleHappening ProposedIn(IFormCollection form, DateOnly day) => new(ExampleEvent.Proposed, "", default, "")
    {
        Title = form.Text("title"), Category = form.Text("category"), Words = form.Text("words")?.ReplaceLineEndings("\n"), First = At(form.Text("first"), day), Last = At(form.Text("last"), day),
    };

    /// <summary>A clock time of the reception's day, as the transcript shows it; hours before the business day begins are of the next morning.</summary>
    private static Instant? At(string? clock, DateOnly day)
    {
        if (!TimeOnly.TryParseExact(clock, ["HH:mm:ss", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return null;
        var at = ShopClock.Shanghai.FromLocal(day.ToDateTime(time));
        return at < ShopClock.Shanghai.StartOf(day) ? at.Plus(86_400) : at;
    }

    private static bool Matches(ExamplesAsk ask, ExampleHappening of) => (ask.Category is null || of.Category == ask.Category)
        && (ask.Search is not { } words || new[] { of.Title, of.Words }.Any(t => t!.Contains(words, StringComparison.OrdinalIgnoreCase)));

    private static IReadOnlyList<string> Categories(IEnumerable<GoodExample> examples) => [.. ExampleWords.Categories.Concat(examples.Select(e => e.Proposed.Category!).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];

    private Filer? Asking(HttpContext context) => viewers(context) is { } viewer ? new(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds())) : null;
}
