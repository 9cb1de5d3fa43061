using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Closing;
using Heng.App.Features.Consequences;
using Heng.App.Features.Months;
using Heng.App.Features.Pay.Papers;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Honours;

/// <summary>Fills the wall of honours and the certificates, and does what their forms ask. What stands is everybody's to see; money, and what does not stand, is not.</summary>
public sealed class HonoursQuery(BookCache books, ViewerFor viewers, TimeProvider time)
{
    private static readonly HonourKind[] OnPodium = [HonourKind.Champion, HonourKind.RunnerUp];
    private Database Database => books.Database;
    private Matters<HonourHappening> Kept => Database.Matters(GrowthMatters.Honours);
    private HonourDoing Doing => new(Database, time, books.Of);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    public Task<(Seen<HonoursView> Seen, long? Awarded)> Wall(Month? month, string? group, HonourAsk? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || ask is not null && !Rights.Awards(viewer)) return Task.FromResult((Seen<HonoursView>.Forbidden, (long?)null));
        var (awarded, refused) = ask is null ? default : Doing.Award(ask, viewer);
        var shell = context.Items[typeof(Shell)] as Shell ?? Shell.Nobody;
        var view = View(month ?? LatestClosed(shell), group, viewer) with { Refused = refused, Asked = refused is null ? null : ask };
        return Task.FromResult(((Seen<HonoursView>)view, awarded?.Id));
    }

    public Task<Seen<HonourView>> One(long id, HonourAct? act, HttpContext context)
    {
        if (viewers(context) is not { } viewer || act is not null && !Rights.Awards(viewer)) return Task.FromResult(Seen<HonourView>.Forbidden);
        if (Kept.Find(id) is not { } honour || !Sees(viewer, honour)) return Task.FromResult(Seen<HonourView>.NotFound);
        var refused = act is null ? null : Doing.Decide(honour, act.Act, act.Why, viewer);
        var state = new HonourState((honour = Kept.Find(id)!).Happened);
        var name = AppraisalDoing.ActorOf(viewer, Database.People.Roster).Name;
        var awards = Rights.Awards(viewer) && state.Awarded.To != name;
        return Task.FromResult<Seen<HonourView>>(new HonourView(honour, state, (context.Items[typeof(Shell)] as Shell ?? Shell.Nobody).Shop)
        {
            SeesMoney = SeesMoney(viewer, honour), MayConfirm = awards && state.Stage == HonourStage.Unconfirmed, MayTakeBack = awards && state.Stage == HonourStage.Standing, Refused = refused,
            SupervisorHref = SupervisorHref(viewer, new(honour, state)), PdfHref = state.Stage == HonourStage.Standing && Chromium.Find() is not null ? Links.HonourPaper(id) : null,
        });
    }

    /// <summary>The last month that is closed; else the latest with records.</summary>
    private Month LatestClosed(Shell shell) => shell.Months.Where(m => Database.ClosedMonths.Find(SealedMonth.Company, m) is not null).Select(m => (Month?)m).FirstOrDefault() ?? shell.Latest;

    private static bool SeesMoney(Viewer viewer, KeptMatter<HonourHappening> honour) => Rights.SeesAllHonours(viewer) || viewer.Person == honour.Of.About;

    /// <summary>What stands is everybody's; what was taken back is still the person's.</summary>
    private static bool Sees(Viewer viewer, KeptMatter<HonourHappening> honour) => new HonourState(honour.Happened).Stage switch
    {
        HonourStage.Standing => true,
        HonourStage.TakenBack => SeesMoney(viewer, honour),
        _ => Rights.SeesAllHonours(viewer),
    };

    private HonoursView View(Month month, string? group, Viewer viewer)
    {
        var kept = books.Of(month);
        var all = Kept.Between(month.Plus(-11).First, month.Last).Select(h => new HonourRow(h, new(h.Happened))).ToArray();
        bool InGroup(string? of) => group is null || of == group;
        HonourRow[] rows = [.. all.Where(h => InGroup(h.Awarded.Group)).Reverse()];
        var byKey = all.Where(h => h.State.Stage is HonourStage.Standing).ToLookup(h => h.Of.Of.Key![..(h.Of.Of.Key!.IndexOf('#', StringComparison.Ordinal) is > 0 and var at ? at : h.Of.Of.Key!.Length)]);
        var podiums = PublishedPodiums.Of(Database, kept, Now).Select(p => new PodiumRow(p.Plan.Title, p.Period, p.Plan.Id,
            [.. OnPodium.SelectMany(kind => p.On(kind).Where(a => InGroup(a.Group)).Select(a => new PodiumPlace(kind, a.Agent, a.Group, p.ShowsScores ? a.Score : null, byKey[p.KeyOf(kind, a.Agent)].FirstOrDefault()?.Of.Id)))]));
        var awards = Rights.Awards(viewer);
        return new(month, group, [.. kept.People.Select(p => p.Group).Where(g => g.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. podiums.Where(p => p.Places.Count > 0)],
            [.. rows.Where(r => r.State.Stage == HonourStage.Standing).Select(r => r with { SupervisorHref = SupervisorHref(viewer, r) }).OrderByDescending(r => r.Month)])
        {
            MayAward = awards, Aside = [.. rows.Where(r => r.State.Stage != HonourStage.Standing && (Rights.SeesAllHonours(viewer) || r.State.Stage == HonourStage.TakenBack && viewer.Person == r.Awarded.To))],
            Ungiven = awards ? [.. AwardsOnRecord.Of(Database, month).Where(a => !byKey[a.Key].Any()).Select(a => new UngivenAward(a, kept.Find(a.Person)?.Group ?? "")).Where(a => InGroup(a.Group))] : [],
            People = awards ? [.. kept.People.Select(p => p.Name)] : [],
        };
    }

    /// <summary>Of the gold agent and the champion: the proposal that they lead next, as the plan's cards make it.</summary>
    private string? SupervisorHref(Viewer viewer, HonourRow row) => row.Awarded.Kind is HonourKind.GoldAgent or HonourKind.Champion && Rights.DecidesMeasures(viewer)
        && new ProposedMeasures(Database, books.Of, row.Month).All.Any(p => p.Agent == row.Awarded.To && p.Proposal.Measure == MeasureKind.Leadership) ? Links.Measures(row.Month) : null;
}
