using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Quality.Causes;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Coaching;

/// <summary>Fills the pages of causes and coaching tasks, and does what their forms ask. What one may not see answers as what is not there.</summary>
public sealed class CoachingQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    private const int MostTasks = 60, Candidates = 6, DefaultDays = 14;

    public Task<Seen<CoachingView>> List(CoachingAsk ask, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<CoachingView>.Forbidden);
        var (sight, book, tasks) = (new Sight(filer.Viewer, filer.Roster), new CauseBook(database), CoachingDoing.In(database).All);
        var people = sight.People(ask.Month);
        string[] groups = [.. people.Select(p => sight.Roster.In(sight.Roster.Find(p)!.Id, ask.Month)?.Group).OfType<string>().Where(g => g.Length > 0 && Rights.SeesGroup(filer.Viewer, g)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        // A leader of one group looks at that group.
        if (ask.Group is null && groups.Length == 1) ask = ask with { Group = groups[0] };
        var rows = new CauseRows(book, sight, ask);
        var all = rows.OfPeople();
        var page = Paging.Held(ask.Page, all.Count, CoachingAsk.PageSize);
        var whole = ask.Agent is null && Rights.SeesSomeGroup(filer.Viewer) ? rows.OfGroup() : null;
        return Task.FromResult<Seen<CoachingView>>(new CoachingView(ask with { Page = page }, whole?.Select(r => Acts(r, ask, filer, tasks)).ToList(),
            [.. Paging.Of(all, page, CoachingAsk.PageSize).Select(r => Acts(r, ask, filer, tasks))], all.Count, Tasks(tasks, book, filer))
        {
            Groups = groups, Agents = people, Cause = ask.Cause is { } cause ? book.NameOf(cause) : null, Through = book.Through,
        });
    }

    public Task<Seen<NewCoachingView>> New(NewCoachingAsk? ask, IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer || !filer.Acts && filer.Viewer.Role is not Role.Operator || !Rights.CoachesSomebody(filer.Viewer)) return Task.FromResult(Seen<NewCoachingView>.Forbidden);
        if (ask is null || ask.Agent is null == ask.Group is null || !Rights.Coaches(filer.Viewer, CoachingDoing.GroupFor(filer, ask.Agent, ask.Group))) return Task.FromResult(Seen<NewCoachingView>.NotFound);
        var agent = ask.Agent is { } name ? filer.Roster.Find(name)?.Id : null;
        if (ask.Agent is not null && agent is null) return Task.FromResult(Seen<NewCoachingView>.NotFound);
        var (sight, book) = (new Sight(filer.Viewer, filer.Roster), new CauseBook(database));
        bool Within(int person, DateOnly day) => sight.Sees(person, day) && (ask.Group is null || sight.Roster.On(person, day)?.Group == ask.Group);
        var (first, last) = (ask.Month.First, book.Through is { } through && through < ask.Month.Last && through >= ask.Month.First ? through : ask.Month.Last);
        var tally = book.Between(first, last, agent);
        var now = agent is { } one ? tally.Of(ask.Cause, one, Within) : tally.Of(ask.Cause, Within);
        if (now.Touched == 0) return Task.FromResult(Seen<NewCoachingView>.NotFound);
        CoachingEvidence[] hits = [.. tally.Hits(ask.Cause, agent, Within).Select(h => new CoachingEvidence(h.Fact, h.Day))];
        var shows = new CauseEvidence(database, book, sight, Preferences.Language(context));
        var (cause, example) = (book.NameOf(ask.Cause), shows.Example(ask.Cause));
        var terms = new CoachingHappening(CoachingEvent.Given, "", default)
        {
            Person = ask.Agent, Group = CoachingDoing.GroupFor(filer, ask.Agent, ask.Group), Cause = ask.Cause.ToString(), From = first, To = last, Touched = now.Touched, Of = now.Of,
            Title = Title(ask, cause.Zh), Goal = now.Touched / 2, Due = filer.Today.AddDays(DefaultDays), Evidence = [.. hits.Take(CoachingCycle.MostEvidence)], Example = example?.Id,
        };
        if (form is not null) terms = Typed(form, terms, hits, example);
        var (begun, refused) = form is null ? (null, null) : new CoachingDoing(database, book).Give(terms, filer);
        var chosen = (terms.Evidence ?? []).Select(e => e.Fact).ToHashSet(StringComparer.Ordinal);
        return Task.FromResult<Seen<NewCoachingView>>(new NewCoachingView(ask, cause, terms, now, [.. shows.Of(ask.Cause, [.. hits.Take(Candidates)]).Select(e => e with { Chosen = chosen.Contains(e.Fact) })], filer.Today)
        {
            Example = example, Refused = refused, Begun = begun,
        });
    }

    public Task<Seen<CoachingTaskView>> One(long id, IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<CoachingTaskView>.Forbidden);
        if (Find(id, filer) is not { } kept) return Task.FromResult(Seen<CoachingTaskView>.NotFound);
        var (book, note) = (new CauseBook(database), form?.Text("note")?.ReplaceLineEndings("\n"));
        var refused = form is null ? null : new CoachingDoing(database, book).Act(kept, form.Text("act"), Result(form), note, filer);
        return Task.FromResult<Seen<CoachingTaskView>>(View(Find(id, filer)!, book, filer, Preferences.Language(context)) with { Refused = refused, Typed = refused is null ? null : note });
    }

    private Filer? Asking(HttpContext context) => viewers(context) is { } viewer ? new(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds())) : null;

    private KeptMatter<CoachingHappening>? Find(long id, Filer filer) => CoachingDoing.In(database).Find(id) is { } kept && CoachingDoing.Sees(filer, CoachingMatters.StateOf(kept)) ? kept : null;

    /// <summary>What may be done about a cause: its open task, or to make it one.</summary>
    private static CauseRow Acts(CauseRow row, CoachingAsk ask, Filer filer, IReadOnlyList<KeptMatter<CoachingHappening>> tasks)
    {
        var group = row.Agent is null ? ask.Group : null;
        if (row.Agent is null && group is null) return row;
        var state = CoachingDoing.OpenOf(tasks, row.Agent, group, row.Cause);
        if (state is { } open) return CoachingDoing.Sees(filer, CoachingMatters.StateOf(tasks.First(t => t.Id == open))) ? row with { Task = open } : row;
        return filer.Acts && row.Agent != filer.Name && Rights.Coaches(filer.Viewer, CoachingDoing.GroupFor(filer, row.Agent, group)) ? row with { Give = new NewCoachingAsk(ask.Month, row.Agent, group, row.Cause).Href } : row;
    }

    /// <summary>What waits for the viewer first, then what is open, then what was closed last.</summary>
    private static List<CoachingRow> Tasks(IReadOnlyList<KeptMatter<CoachingHappening>> tasks, CauseBook book, Filer filer) =>
    [
        .. tasks.Select(t => (t.Id, State: CoachingMatters.StateOf(t))).Where(t => CoachingDoing.Sees(filer, t.State)).Select(t =>
        {
            var (stage, by) = (t.State.StageOn(filer.Today), CoachingDoing.ActorFor(filer, t.State.Given.Person, t.State.Given.Group));
            var waits = stage == CoachingStage.Due ? by.Coaches && t.State.Given.Person != by.Name : by.Concerned && stage != CoachingStage.Closed && !t.State.AcknowledgedBy.Contains(by.Name, StringComparer.Ordinal);
            return new CoachingRow(t.Id, t.State, stage, book.NameOf(t.State.Cause), waits);
        }).OrderByDescending(r => r.ForMe).ThenBy(r => r.Stage == CoachingStage.Closed).ThenBy(r => r.Stage == CoachingStage.Closed ? DateOnly.MaxValue : r.State.Due).ThenByDescending(r => r.Id).Take(MostTasks),
    ];

    private CoachingTaskView View(KeptMatter<CoachingHappening> kept, CauseBook book, Filer filer, Language language)
    {
        var (state, doing, sight) = (CoachingMatters.StateOf(kept), new CoachingDoing(database, book), new Sight(filer.Viewer, filer.Roster));
        var by = CoachingDoing.ActorFor(filer, state.Given.Person, state.Given.Group);
        var shows = new CauseEvidence(database, book, sight, language);
        bool May(CoachingStep step) => filer.Acts && step.Refused is null;
        return new(kept.Id, state, state.StageOn(filer.Today), book.NameOf(state.Cause), doing.Before(state), doing.After(state))
        {
            First = state.First(ShopClock.Shanghai), Through = book.Through, Evidence = shows.Of(state.Cause, state.Given.Evidence ?? []), Example = state.Given.Example is { } example ? shows.Example(example) : null,
            Happened = [.. kept.Happened.Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))],
            MayAcknowledge = May(CoachingCycle.Acknowledge(state, by, null, filer.Now)), MayTalk = May(CoachingCycle.Talk(state, by, "x", filer.Now)),
            MayClose = May(CoachingCycle.Close(state, by, CoachingResult.Withdrawn, "x", default, filer.Now, filer.Today)),
        };
    }

    private static string Title(NewCoachingAsk ask, string cause)
    {
        var title = $"{ask.Agent ?? ask.Group}：{cause}";
        return title.Length > CoachingCycle.LongestTitle ? title[..CoachingCycle.LongestTitle] : title;
    }

    /// <summary>Evidence is what was found in these days and nothing else.</summary>
    private static CoachingHappening Typed(IFormCollection form, CoachingHappening filled, IReadOnlyList<CoachingEvidence> hits, (long Id, string Title)? example)
    {
        var chosen = form["evidence"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        return filled with
        {
            Title = form.Text("title"), Goal = form.Whole("goal"), Due = form.Day("due"), Note = form.Text("note")?.ReplaceLineEndings("\n"), Evidence = [.. hits.Where(h => chosen.Contains(h.Fact))],
            Example = example is { } of && form.Ticked("example") ? of.Id : null,
        };
    }

    private static CoachingResult? Result(IFormCollection form) => Enum.GetValues<CoachingResult>().Where(r => Json.Kebab(r) == form.Text("result")).Select(r => (CoachingResult?)r).FirstOrDefault();
}
