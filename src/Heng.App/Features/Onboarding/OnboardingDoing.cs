using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Honours;
using Heng.App.Features.People;
using Heng.App.Features.Training;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Onboarding;

/// <summary>What is asked to be started.</summary>
public sealed record OnboardingStart(string? Trainee, string? Mentor, string? Plan, DateOnly? From);

/// <summary>Starts, ticks, leads and ends new hires' training for a page, and says why not.</summary>
public sealed class OnboardingDoing(Database database, TimeProvider time)
{
    private const int FarthestDays = 365;

    public static Matters<OnboardingHappening> In(Database database) => database.Matters(GrowthMatters.Onboardings);
    public Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
    public DateOnly Today => ShopClock.Shanghai.DayOf(Now);

    public (long? Begun, Refusal? Refused) Start(OnboardingStart ask, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        var roster = database.People.Roster;
        if (ask.Trainee is not { } trainee || HiredPeople.Find(roster, trainee, Today) is not { } hired || !Rights.LeadsOnboarding(viewer, hired.Group)) return (null, OnboardingWords.NeedsPerson);
        if (ask.Mentor is { } mentor && HiredPeople.Find(roster, mentor, Today) is null) return (null, DoingWords.PersonUnknown(mentor));
        if (OnboardingPlans.Find(database, ask.Plan ?? "") is not { } plan) return (null, OnboardingWords.UnknownPlan);
        var from = ask.From ?? (OnboardingCycle.IsProposed(hired.Joined, Today) ? hired.Joined : Today);
        if (from < hired.Joined || Math.Abs(from.DayNumber - Today.DayNumber) > FarthestDays) return (null, OnboardingWords.DayFar);
        var before = In(database).About(trainee);
        if (before.Any(b => new OnboardingState(b.Happened).End is null)) return (null, OnboardingWords.AlreadyTrained);
        var step = OnboardingCycle.Decide(null, ActorOf(viewer, trainee, hired.Group), new(OnboardingEvent.Started, "", Now) { Trainee = trainee, Group = hired.Group, Mentor = ask.Mentor, From = from, Plan = plan.Plan }, Today);
        if (step.Refused is { } refused) return (null, OnboardingWords.Of(refused));
        // The key counts a person's trainings, so that of two who start one at once one alone does.
        var of = new MatterOf(trainee, from, from.AddDays(plan.Plan.Steps.Max(s => s.Day) - 1), string.Create(CultureInfo.InvariantCulture, $"{trainee}/{before.Count + 1}"));
        if (In(database).Begin(of, step.Happens!) is not { } begun) return (null, OnboardingWords.AlreadyTrained);
        OnboardingTold.Tell(database, begun, Today);
        return (begun.Id, null);
    }

    public Refusal? Do(KeptMatter<OnboardingHappening> kept, OnboardingHappening asks, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var state = new OnboardingState(kept.Happened);
        if (asks is { What: OnboardingEvent.MentorChanged, Mentor: { } mentor } && HiredPeople.Find(database.People.Roster, mentor, Today) is null) return DoingWords.PersonUnknown(mentor);
        var step = OnboardingCycle.Decide(state, ActorOf(viewer, state.Trainee, new Asking(database, Today).GroupOf(state.Trainee)), asks with { At = Now }, Today);
        if (step.Refused is { } refused) return OnboardingWords.Of(refused);
        if (!In(database).Append(kept, step.Happens!)) return DoingWords.ChangedMeanwhile;
        OnboardingTold.Tell(database, In(database).Find(kept.Id)!, Today);
        return null;
    }

    /// <param name="seen">The version that was changed.</param>
    public (OnboardingReading Read, Refusal? Refused) Keep(KnownPlan plan, string yaml, int seen, Viewer viewer)
    {
        var read = OnboardingFile.Read(yaml, plan.Id);
        if (viewer.Role is Role.Operator) return (read, DoingWords.NeedsNamedPerson);
        // Looked at first: a page that only told of errors would stand on the newer version, and the next try write over it unseen.
        if (plan.Version != seen) return (read, DoingWords.ChangedMeanwhile);
        if (read.Plan is null) return (read, OnboardingWords.PlanUnreadable);
        var (plans, step) = (OnboardingPlans.In(database), new OnboardingPlanKept(new Asking(database, Today).NameOf(viewer), Now, yaml));
        var of = new MatterOf("", Today, Today, read.Id);
        // Under another id it becomes another plan, beside the one that it was made from.
        if (read.Id != plan.Id) return (read, OnboardingPlans.Find(database, read.Id) is null && plans.Begin(of, step) is not null ? null : OnboardingWords.PlanExists);
        if (plan.Yaml == yaml) return (read, OnboardingWords.PlanUnchanged);
        var kept = plans.Find(plan.Id) is { } before ? before.Happened.Count == seen && plans.Append(before, step) : plans.Begin(of, step) is not null;
        return (read, kept ? null : DoingWords.ChangedMeanwhile);
    }

    public OnboardingActor ActorOf(Viewer viewer, string trainee, string? group)
    {
        var name = new Asking(database, Today).NameOf(viewer);
        return new(name, name != trainee && Rights.LeadsOnboarding(viewer, group));
    }
}
