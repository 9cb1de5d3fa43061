using System.Globalization;
using Heng.App.Features.Honours;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.Training;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Onboarding;

/// <summary>Who is told of a new hire's training, and when.</summary>
public static class OnboardingTold
{
    public const string StartedKind = "onboarding-started", ConfirmKind = "onboarding-to-confirm", MentorKind = "onboarding-mentor", ReadyKind = "onboarding-ready", ExtendedKind = "onboarding-extended", EndedKind = "onboarding-ended",
        DueKind = "onboarding-step-due", LateKind = "onboarding-step-late";

    /// <summary>Tells of the last step that was taken.</summary>
    public static void Tell(Database database, KeptMatter<OnboardingHappening> kept, DateOnly today)
    {
        var (state, last) = (new OnboardingState(kept.Happened), kept.Happened[^1]);
        string[] both = [state.Trainee, state.Mentor];
        var (kind, whom) = last.What switch
        {
            OnboardingEvent.Started => (StartedKind, both.Concat(Leading(database, state, today))),
            OnboardingEvent.MentorChanged => (MentorKind, both.Append(new OnboardingState([.. kept.Happened.SkipLast(1)]).Mentor)),
            OnboardingEvent.Extended => (ExtendedKind, both),
            OnboardingEvent.Ended => (EndedKind, both.Concat(Leading(database, state, today))),
            OnboardingEvent.Ticked when !state.Steps[last.Step!.Value].IsSettled => (ConfirmKind, both),
            _ when state.Stage == OnboardingStage.Ready => (ReadyKind, Leading(database, state, today)),
            _ => ("", []),
        };
        if (kind.Length == 0) return;
        var occasion = kind == ReadyKind ? ReadyOccasion(kept, state) : string.Create(CultureInfo.InvariantCulture, $"{kept.Subject}/{kept.Happened.Count}");
        database.Notices.Tell([.. whom.Where(w => w != last.Who).Distinct(StringComparer.Ordinal).Select(to => Of(kept, state, to, kind, occasion, last.Step, last.Until, last.Who, last.At))]);
    }

    /// <summary>Of steps the day before and when they are late; of the result on the last day. Who works here no more is not waited for.</summary>
    public static IReadOnlyList<Notice> Remind(Database database, DateOnly today, Instant now)
    {
        var roster = database.People.Roster;
        return database.Notices.Tell([.. database.Matters(GrowthMatters.Onboardings).All.Select(k => (Kept: k, State: new OnboardingState(k.Happened)))
            .Where(k => k.State.End is null && roster.Find(k.State.Trainee) is { } trainee && roster.On(trainee.Id, today) is not null)
            .SelectMany(k => OnboardingReminders.Of(k.State, today).SelectMany(r => OfStep(database, k.Kept, k.State, r, today, now)).Concat(OfResult(database, k.Kept, k.State, today, now)))]);
    }

    private static IEnumerable<Notice> OfStep(Database database, KeptMatter<OnboardingHappening> kept, OnboardingState state, (TickedStep Step, bool Late, IReadOnlyList<string> To) told, DateOnly today, Instant now)
    {
        var whom = told.Late ? told.To.Concat(Leading(database, state, today)) : told.To;
        var occasion = string.Create(CultureInfo.InvariantCulture, $"{kept.Subject}/{told.Step.At + 1}/{told.Step.Due:yyyy-MM-dd}");
        return whom.Distinct(StringComparer.Ordinal).Select(to => Of(kept, state, to, told.Late ? LateKind : DueKind, occasion, told.Step.At, told.Step.Due, "", now));
    }

    private static IEnumerable<Notice> OfResult(Database database, KeptMatter<OnboardingHappening> kept, OnboardingState state, DateOnly today, Instant now) =>
        today < state.LastDay ? [] : Leading(database, state, today).Select(to => Of(kept, state, to, ReadyKind, ReadyOccasion(kept, state), null, null, "", now));

    private static string ReadyOccasion(KeptMatter<OnboardingHappening> kept, OnboardingState state) => string.Create(CultureInfo.InvariantCulture, $"{kept.Subject}/result/{state.LastDay:yyyy-MM-dd}");

    private static Notice Of(KeptMatter<OnboardingHappening> kept, OnboardingState state, string to, string kind, string occasion, int? step, DateOnly? day, string by, Instant at)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["trainee"] = state.Trainee, ["mentor"] = state.Mentor, ["by"] = by };
        if (step is { } number) words["step"] = (number + 1).ToString(CultureInfo.InvariantCulture);
        if (day is { } of) words["day"] = of.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(to, kind, occasion, words, Links.Onboarding(kept.Id), at);
    }

    /// <summary>Who leads the group that the new hire is in today; where nobody does, who answers for all. Never the new hire.</summary>
    private static IEnumerable<string> Leading(Database database, OnboardingState state, DateOnly today)
    {
        string[] leaders = [.. Recipients.LeadersOf(database, new Asking(database, today).GroupOf(state.Trainee)).Where(l => l != state.Trainee)];
        return leaders.Length > 0 ? leaders : Recipients.Who(database, Rights.DecidesMeasures).Where(l => l != state.Trainee);
    }
}
