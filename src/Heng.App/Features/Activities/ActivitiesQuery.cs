using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Activities;

/// <summary>Fills the pages of sessions and projects and does what their forms ask.</summary>
public sealed class ActivitiesQuery(Database database, ViewerFor viewers, string folder, TimeProvider time)
{
    private const int Shown = 200;
    private ActivityDoing Doing => new(database, folder, time);

    public Task<Seen<ActivitiesView>> List(IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<ActivitiesView>.Forbidden);
        var (id, refused) = form is null ? (null, null) : Doing.Plan(PlanIn(form), filer);
        return Task.FromResult<Seen<ActivitiesView>>(new ActivitiesView([.. database.Matters(ActivityMatters.Kind).All.Select(m => (m.Id, Activity: ActivityMatters.StateOf(m))).OrderByDescending(m => m.Activity.Planned.Day).ThenByDescending(m => m.Id).Take(Shown)], filer.Today)
        {
            MayPlan = filer.Acts, Typed = form is null ? null : PlanIn(form), Refused = refused, Next = id is { } begun ? Links.Activity(begun) : null,
        });
    }

    public Task<Seen<ActivityView>> One(long id, IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } filer) return Task.FromResult(Seen<ActivityView>.Forbidden);
        if (database.Matters(ActivityMatters.Kind).Find(id) is not { } kept) return Task.FromResult(Seen<ActivityView>.NotFound);
        var refused = form is null ? null : Act(kept, form, filer);
        var activity = ActivityMatters.StateOf(database.Matters(ActivityMatters.Kind).Find(id)!);
        var open = filer.Acts && activity.Stage == ActivityStage.Planned;
        return Task.FromResult<Seen<ActivityView>>(new ActivityView(id, activity, filer.Today, [.. activity.SignedUp.Union(filer.Checked, StringComparer.Ordinal)])
        {
            MaySignUp = open && filer.Viewer.Person is not null && !activity.SignedUp.Contains(filer.Name, StringComparer.Ordinal), MaySignOff = open && activity.SignedUp.Contains(filer.Name, StringComparer.Ordinal),
            MayHold = open && filer.ChecksSomebody, MayCancel = open && (activity.Planned.Who == filer.Name || filer.ActorOfGroup(activity.Planned.Group).Checks), Refused = refused,
        });
    }

    private Filer? Asking(HttpContext context) => viewers(context) is { } viewer ? new(database, viewer, new(time.GetUtcNow().ToUnixTimeSeconds())) : null;

    private Refusal? Act(KeptMatter<ActivityHappening> kept, IFormCollection form, Filer filer) => form.Text("act") switch
    {
        "sign-up" => Doing.SignUp(kept, true, filer),
        "sign-off" => Doing.SignUp(kept, false, filer),
        "hold" => Doing.Hold(kept, HeldIn(form), filer),
        "cancel" => Doing.Cancel(kept, form.Text("why"), filer),
        _ => FilingWords.Of(FilingRefusal.KindMissing),
    };

    private static ActivityHappening PlanIn(IFormCollection form) => new(ActivityEvent.Planned, "", default, "")
    {
        Kind = form.Text("kind") switch { "sharing" => ActivityKind.Sharing, "project" => ActivityKind.Project, _ => null }, Name = form.Text("name"), Day = form.Day("day"), Words = form.Text("words"), Link = form.Text("link"),
    };

    /// <summary>Who is ticked as having given it is not asked whether they came.</summary>
    private static ActivityHappening HeldIn(IFormCollection form)
    {
        string[] gave = [.. form["gave"].OfType<string>().Distinct(StringComparer.Ordinal)];
        return new(ActivityEvent.Held, "", default, "")
        {
            Day = form.Day("day"), Words = form.Text("words"),
            Part = [.. gave.Select(who => new TookPart(who, true)), .. form["came"].OfType<string>().Distinct(StringComparer.Ordinal).Except(gave, StringComparer.Ordinal).Select(who => new TookPart(who, false))],
        };
    }
}
