using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Goals;

/// <summary>Fills the pages of goals and does what their forms ask.</summary>
public sealed class GoalsQuery(Database database, ViewerFor viewers, string folder, TimeProvider time)
{
    private const int Shown = 200;
    private const decimal Percent = 100m;
    private GoalDoing Doing => new(database, folder, time);

    public Task<Seen<GoalsView>> List(IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<GoalsView>.Forbidden);
        var (id, refused) = form is null ? (null, null) : Doing.Propose(form.Text("agent") ?? filer.Viewer.Person, TermsIn(form), filer);
        GoalRow[] rows = [.. database.Matters(GoalMatters.Kind).All.Where(m => filer.Sees(m.Of.About)).Reverse().Take(Shown).Select(m => View(m, filer) is var view ? new GoalRow(m.Id, view.Goal, view.MayAgree || view.MayJudge || view.MaySee) : null!)];
        return Task.FromResult<Seen<GoalsView>>(new GoalsView([.. rows.OrderByDescending(r => r.ForMe)], !filer.Acts ? [] : [.. filer.Everybody.Where(p => p == filer.Viewer.Person || filer.Checks(p))], filer.Today)
        {
            Typed = form is null ? null : TermsIn(form), Refused = refused, Next = id is { } begun ? Links.Goal(begun) : null,
        });
    }

    public Task<Seen<GoalView>> One(long id, IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<GoalView>.Forbidden);
        if (Find(id, filer) is not { } kept) return Task.FromResult(Seen<GoalView>.NotFound);
        var refused = form is null ? null : Act(kept, form, filer);
        return Task.FromResult<Seen<GoalView>>(View(Find(id, filer)!, filer) with { Refused = refused });
    }

    private Filer? Asking(HttpContext context) => viewers(context) is { } viewer ? new(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds())) : null;

    private KeptMatter<GoalHappening>? Find(long id, Filer filer) => database.Matters(GoalMatters.Kind).Find(id) is { } kept && filer.Sees(kept.Of.About) ? kept : null;

    private Refusal? Act(KeptMatter<GoalHappening> kept, IFormCollection form, Filer filer) => form.Text("act") switch
    {
        "agree" => Doing.Agree(kept, form.Whole("terms") ?? 0, filer),
        "change" => Doing.Change(kept, TermsIn(form), filer),
        "check-in" => Doing.CheckIn(kept, form.Number("now"), form.Text("words"), filer),
        "judge" => Doing.Judge(kept, JudgedIn(form), filer),
        "see" => Doing.See(kept, form.Text("words"), filer),
        "drop" => Doing.Drop(kept, form.Text("words"), filer),
        _ => FilingWords.Of(FilingRefusal.KindMissing),
    };

    private static GoalHappening TermsIn(IFormCollection form) => new(GoalEvent.Proposed, "", default, "")
    {
        Name = form.Text("name"), Due = form.Day("due"), Start = form.Number("start"), Target = form.Number("target"), Words = form.Text("words"),
        Kind = form.Text("kind") switch { "position" => GoalKind.Position, "task" => GoalKind.Task, "project" => GoalKind.Project, "career" => GoalKind.Career, _ => null },
    };

    /// <summary>Marks are given in per cent.</summary>
    private static GoalHappening JudgedIn(IFormCollection form) => new(GoalEvent.Judged, "", default, "")
    {
        Time = form.Number("time") / Percent, Quality = form.Number("quality") / Percent, Attainment = form.Number("attainment") / Percent, Now = form.Number("now"), Words = form.Text("words"),
        State = form.Text("state") switch { "met" => GoalState.Met, "partly" => GoalState.Partly, "not" => GoalState.NotMet, _ => null },
    };

    private static GoalView View(KeptMatter<GoalHappening> kept, Filer filer)
    {
        var (goal, by) = (GoalMatters.StateOf(kept), filer.ActorFor(kept.Of.About));
        bool May(FilingRefusal? refused) => filer.Acts && refused is null;
        return new(kept.Id, goal, filer.Today)
        {
            MayAgree = May(GoalCycle.Agree(goal, by, goal.Terms, filer.Now).Refused), MayChange = May(GoalCycle.Propose(goal, goal.Agent, by, goal.Proposed with { Due = filer.Today }, filer.Today).Refused),
            MayCheckIn = May(GoalCycle.CheckIn(goal, by, null, "x", filer.Now).Refused), MayJudge = May(GoalCycle.Judge(goal, by, new(GoalEvent.Judged, filer.Name, filer.Now, "") { State = GoalState.Met }, filer.Today).Refused),
            MaySee = May(GoalCycle.See(goal, by, null, filer.Now).Refused), MayDrop = May(GoalCycle.Drop(goal, by, "x", filer.Now).Refused),
            Happened = [.. kept.Happened.Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))],
        };
    }
}
