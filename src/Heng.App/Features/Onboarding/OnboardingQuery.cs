using Heng.App.Features.People;
using Heng.App.Features.Training;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Store;

namespace Heng.App.Features.Onboarding;

/// <summary>Fills the pages of new hires' training and does what their forms ask. One is between the new hire, the mentor, who leads the group and those who answer for all.</summary>
public sealed class OnboardingQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    private OnboardingDoing Doing => new(database, time);

    /// <param name="begin">Whether it is to be started, not only typed in.</param>
    public Task<(Seen<OnboardingsView> Seen, long? Begun)> List(string? agent, bool over, OnboardingStart? start, bool begin, HttpContext context)
    {
        if (viewers(context) is not { } viewer || begin && (Rights.OnlyLooks(viewer) || !Rights.DecidesSomeMeasures(viewer) && viewer.Role is not Role.Operator)) return Task.FromResult((Seen<OnboardingsView>.Forbidden, (long?)null));
        var (begun, refused) = begin ? Doing.Start(start!, viewer) : (null, null);
        return Task.FromResult(((Seen<OnboardingsView>)(View(agent, over, start, viewer) with { Refused = refused }), begun));
    }

    public Task<Seen<OnboardingView>> One(long id, OnboardingHappening? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || ask is not null && Rights.OnlyLooks(viewer)) return Task.FromResult(Seen<OnboardingView>.Forbidden);
        if (OnboardingDoing.In(database).Find(id) is not { } kept || !Sees(viewer, new(kept.Happened), new(database, Doing.Today))) return Task.FromResult(Seen<OnboardingView>.NotFound);
        var refused = ask is null ? null : Doing.Do(kept, ask, viewer);
        return Task.FromResult<Seen<OnboardingView>>(View(OnboardingDoing.In(database).Find(id)!, viewer) with { Refused = refused });
    }

    public Task<(Seen<OnboardingPlanView> Seen, string? Kept)> Plan(string id, OnboardingPlanAsk? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesOnboardingPlans(viewer) && viewer.Role is not Role.Operator || ask is not null && !Rights.DecidesMeasures(viewer)) return Task.FromResult((Seen<OnboardingPlanView>.Forbidden, (string?)null));
        if (OnboardingPlans.Find(database, id) is not { } plan) return Task.FromResult((Seen<OnboardingPlanView>.NotFound, (string?)null));
        var may = Rights.DecidesMeasures(viewer);
        if (ask is null) return Task.FromResult(((Seen<OnboardingPlanView>)new OnboardingPlanView(plan, plan.Yaml, may), (string?)null));
        var (read, refused) = Doing.Keep(plan, ask.Yaml, ask.Seen, viewer);
        return Task.FromResult(((Seen<OnboardingPlanView>)new OnboardingPlanView(plan, ask.Yaml, may) { Errors = read.Errors, Refused = refused }, refused is null ? read.Id : null));
    }

    private OnboardingsView View(string? agent, bool over, OnboardingStart? start, Viewer viewer)
    {
        var (today, asking) = (Doing.Today, new Asking(database, Doing.Today));
        var me = asking.NameOf(viewer);
        var all = OnboardingDoing.In(database).All.Select(k => (k.Id, State: new OnboardingState(k.Happened))).ToArray();
        var rows = all.Where(k => k.State.End is not null == over && (agent is null || k.State.Trainee == agent) && Sees(viewer, k.State, asking)).Select(k => RowOf(k.Id, k.State, me, today));
        var people = HiredPeople.All(database.People.Roster, today);
        // Who was trained since joining has had it; who came back is new again.
        var untrained = people.Where(p => p.Name != viewer.Person && all.All(k => k.State.Trainee != p.Name || k.State.End is not null && k.State.Start.From < p.Joined)).ToArray();
        var startable = people.Where(p => p.Name != viewer.Person && Rights.LeadsOnboarding(viewer, p.Group) && all.All(k => k.State.Trainee != p.Name || k.State.End is not null)).ToArray();
        var plans = OnboardingPlans.All(database);
        return new(agent, over, today, [.. rows.OrderByDescending(r => r.Late).ThenBy(r => r.Next?.Due ?? DateOnly.MaxValue).ThenByDescending(r => r.Id)])
        {
            Proposed = over || agent is not null ? [] : [.. untrained.Where(p => OnboardingCycle.IsProposed(p.Joined, today) && Rights.SeesGrowth(viewer, null, p.Group)).OrderBy(p => p.Joined).ThenBy(p => p.Name, StringComparer.Ordinal)],
            Fields = over || startable.Length == 0 || plans.Count == 0 ? null : new(startable, people, start ?? new(agent, null, null, null)),
            SeesPlans = Rights.SeesOnboardingPlans(viewer), Plans = [.. plans.Select(p => new PlanTitle(p.Id, p.Plan.Title))],
        };
    }

    private static OnboardingRow RowOf(long id, OnboardingState state, string me, DateOnly today)
    {
        var open = state.Steps.Where(s => state.End is null && !s.IsSettled).ToArray();
        return new(id, state, state.Late(today).Count(), open.FirstOrDefault(s => me == state.Trainee ? s.Trainee is null : me == state.Mentor && s.Mentor is null) ?? open.FirstOrDefault());
    }

    private OnboardingView View(KeptMatter<OnboardingHappening> kept, Viewer viewer)
    {
        var (state, today, asking) = (new OnboardingState(kept.Happened), Doing.Today, new Asking(database, Doing.Today));
        var group = asking.GroupOf(state.Trainee);
        var (actor, open) = (Doing.ActorOf(viewer, state.Trainee, group), state.End is null && !Rights.OnlyLooks(viewer) && viewer.Role is not Role.Operator);
        return new(kept.Id, state, today)
        {
            Group = group, Ticks = open && (actor.Name == state.Trainee || actor.Name == state.Mentor) ? actor.Name : null, Leads = open && actor.Leads,
            Mentors = open && actor.Leads ? [.. HiredPeople.All(database.People.Roster, today).Where(p => p.Name != state.Trainee && p.Name != state.Mentor)] : [],
        };
    }

    private static bool Sees(Viewer viewer, OnboardingState state, Asking asking) =>
        Rights.SeesGrowth(viewer, state.Trainee, asking.GroupOf(state.Trainee)) || asking.NameOf(viewer) == state.Mentor;
}
