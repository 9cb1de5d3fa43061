using Heng.App.CommandLine;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

/// <summary>Fills the pages of appeals and does what their forms ask for.</summary>
public sealed class AppealsQuery(BookCache books, ViewerFor viewers, string folder, TimeProvider time)
{
    private Database Database => books.Database;
    private AppealDoing Doing => new(Database, folder, time, books.Of);

    public Task<Seen<AppealsView>> List(AppealsAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<AppealsView>.Forbidden);
        var sight = new AppealSight(viewer, Database.People.Roster);
        KeptAppeal[] seen = [.. Database.Appeals.All.Where(sight.Sees).Reverse()];
        var facts = new AppealFacts(Database);
        var waiting = seen.Where(a => a.State.IsOpen && sight.MayAnswer(a, facts.Find(a))).Select(a => a.Id).ToHashSet();
        KeptAppeal[] shown = [.. seen.Where(a => ask.Show switch
        {
            AppealShow.Mine => sight.IsMine(a), AppealShow.Waiting => waiting.Contains(a.Id), AppealShow.Open => a.State.IsOpen, AppealShow.Decided => !a.State.IsOpen, _ => true,
        })];
        var page = Paging.Held(ask.Page, shown.Length, AppealsAsk.PageSize);
        var rows = Paging.Of(shown, page, AppealsAsk.PageSize).Select(a => new AppealRow(
            a.Id, a.State.By, TitleOf(a), a.Kind, a.State.Stage, a.State.Accepted, Local(a.State.Happened[^1].At), a.State.Happened[0].Why, waiting.Contains(a.Id)));
        return Task.FromResult<Seen<AppealsView>>(new AppealsView(ask with { Page = page }, [.. rows], shown.Length, waiting.Count, viewer.Person is not null, viewer.Leads || Rights.LeadsAppraisals(viewer)));
    }

    public Task<Seen<NewAppealView>> New(NewAppealAsk ask, HttpContext context) => Task.FromResult(viewers(context) is { } viewer ? New(ask, viewer, null) : Seen<NewAppealView>.Forbidden);

    public Task<(Seen<NewAppealView> Seen, long? Raised)> Raise(NewAppealAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult((Seen<NewAppealView>.Forbidden, (long?)null));
        if (New(ask, viewer, null) is { View: null } none) return Task.FromResult((none, (long?)null));
        if (ask.Wish.Read(ask.Kind) is not { } wish) return Task.FromResult((New(ask, viewer, AppealWords.Unreadable), (long?)null));
        var (raised, refused) = Doing.Raise(ask.Kind, ask.Fact, ask.Day, wish, ask.Why, viewer);
        return Task.FromResult((New(ask, viewer, refused), raised?.Id));
    }

    public Task<Seen<AppealView>> One(long id, AppealAct? act, AppealWish? tried, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<AppealView>.Forbidden);
        var sight = new AppealSight(viewer, Database.People.Roster);
        if (Database.Appeals.Find(id) is not { } appeal || !sight.Sees(appeal)) return Task.FromResult(Seen<AppealView>.NotFound);
        var refused = act is null ? null : Done(appeal, act, viewer);
        return Task.FromResult<Seen<AppealView>>(View(act is null ? appeal : Database.Appeals.Find(id)!, tried ?? (refused is null ? null : act?.Wish.Read(appeal.Kind)), viewer, sight) with { Refused = refused });
    }

    private Refusal? Done(KeptAppeal appeal, AppealAct act, Viewer viewer) => act.Act switch
    {
        "escalate" => Doing.Escalate(appeal, act.Why, viewer),
        "refuse" => Doing.Answer(appeal, accepts: false, null, act.Why, viewer),
        _ => act.Wish.Read(appeal.Kind) is { } wish ? Doing.Answer(appeal, accepts: true, act.Wish.IsEmpty ? null : wish, act.Why, viewer) : AppealWords.Unreadable,
    };

    /// <summary>Of what bears on the viewer, or on somebody they see, the form; of all else it is not said that it is there.</summary>
    private Seen<NewAppealView> New(NewAppealAsk ask, Viewer viewer, Refusal? refused)
    {
        var sight = new AppealSight(viewer, Database.People.Roster);
        if (new AppealFacts(Database).Find(ask.Kind, ask.Fact, ask.Day) is not { } fact || !sight.Opens(fact)) return Seen<NewAppealView>.NotFound;
        var self = viewer.Person is { } person && fact.Bears.Contains(person) ? person : null;
        var situations = Doing.Situations;
        var wish = ask.Wish.Read(ask.Kind) is { } given && !ask.Wish.IsEmpty ? given : ask.Kind == CorrectedFact.Order ? new(fact.Stands.Person == self ? "" : self) : fact.Stands;
        return new NewAppealView(fact, sight.Seen(fact), wish, ask.Why ?? "", self, self is null ? null : situations.LastDay(fact, self), situations.Days) { MayRaise = self is not null, Refused = refused };
    }

    private AppealView View(KeptAppeal appeal, AppealWish? tried, Viewer viewer, AppealSight sight)
    {
        var fact = new AppealFacts(Database).Find(appeal);
        var (situations, mayAnswer) = (Doing.Situations, sight.MayAnswer(appeal, fact));
        var decided = tried ?? appeal.Wish;
        var all = mayAnswer && fact is not null ? Doing.Preview(fact, decided) : null;
        var moved = (all ?? appeal.Moved) is { } any ? sight.Seen(any) : null;
        var last = situations.LastDayToEscalate(appeal);
        return new(appeal, fact, fact is null ? [] : sight.Seen(fact), [.. appeal.State.Happened.Select(h => new AppealHappenedRow(Local(h.At), h.Who, h.What, h.Why))])
        {
            Mine = sight.IsMine(appeal), MayAnswer = mayAnswer, MayEscalate = sight.IsMine(appeal) && appeal.State.Stage == AppealStage.Answered && last is { } until && Today <= until, LastDayToEscalate = last,
            Decided = decided, WouldMove = all is null ? null : moved, Moved = appeal.Moved is null ? null : moved, Others = (all ?? appeal.Moved)?.Count - moved?.Count ?? 0, SeesPay = Rights.SeesEverybodysPay(viewer) || sight.IsMine(appeal),
            People = mayAnswer && appeal.Kind == CorrectedFact.Order ? [.. (fact?.Bears ?? new HashSet<string>()).Concat(Database.People.Roster.People.Select(p => p.Name).Where(n => sight.SeesPerson(n, Month.Of(appeal.Day)))).Distinct(StringComparer.Ordinal)] : [],
            SealedMonths = [.. (fact?.Months ?? []).Where(m => SealedMonth.Find(Database, m) is not null)],
        };
    }

    private static Wording TitleOf(KeptAppeal appeal) => appeal.Kind switch
    {
        CorrectedFact.Order => new($"订单 {appeal.Fact}", $"Order {appeal.Fact}"),
        _ when Correction.IsOfMonth(appeal.Kind) => new($"{AppealWords.Of(appeal.Kind).Zh} · {ShowDates.Words(Month.Of(appeal.Day), Language.Zh)}", $"{AppealWords.Of(appeal.Kind).En} · {ShowDates.Words(Month.Of(appeal.Day), Language.En)}"),
        _ => new($"{AppealWords.Of(appeal.Kind).Zh} · {ShowDates.Words(appeal.Day, Language.Zh)}", $"{AppealWords.Of(appeal.Kind).En} · {ShowDates.Words(appeal.Day, Language.En)}"),
    };

    private DateOnly Today => ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds()));
    private static DateTime Local(Instant at) => ShopClock.Shanghai.ToLocal(at);
}
