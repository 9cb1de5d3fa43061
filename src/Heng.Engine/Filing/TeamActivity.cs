using Heng.Engine.Records;

namespace Heng.Engine.Filing;

/// <summary>Stored by number: append, never renumber.</summary>
public enum ActivityEvent : byte { Planned, SignedUp, SignedOff, Held, Cancelled }

/// <summary>Where a session or project stands.</summary>
public enum ActivityStage { Planned, Held, Cancelled }

/// <summary>What somebody did for it: gave the session or worked in the project, with what it was; or only attended.</summary>
public sealed record TookPart(string Who, bool Contributed, string? What = null);

/// <summary>What happens to a sharing session or team project.</summary>
public sealed record ActivityHappening(ActivityEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public ActivityKind? Kind { get; init; }
    public string? Name { get; init; }
    public string? Group { get; init; }
    public string? Words { get; init; }
    /// <summary>Where its material is.</summary>
    public string? Link { get; init; }
    public DateOnly? Day { get; init; }
    public IReadOnlyList<TookPart>? Part { get; init; }
}

/// <summary>A sharing session (分享会) or team project (团队项目) as its events leave it: planned, signed up to, held.</summary>
public sealed record TeamActivity(IReadOnlyList<ActivityHappening> Happened)
{
    public ActivityHappening Planned => Happened[0];
    public ActivityHappening? Held => Happened.LastOrDefault(h => h.What == ActivityEvent.Held);
    public ActivityStage Stage => Happened.Any(h => h.What == ActivityEvent.Cancelled) ? ActivityStage.Cancelled : Held is not null ? ActivityStage.Held : ActivityStage.Planned;
    public string Named => Planned.Name!;

    /// <summary>Who is signed up, in the order of signing.</summary>
    public IReadOnlyList<string> SignedUp => [.. Happened.Where(h => h.What is ActivityEvent.SignedUp or ActivityEvent.SignedOff).GroupBy(h => h.Who, StringComparer.Ordinal)
        .Where(of => of.Last().What == ActivityEvent.SignedUp).Select(of => of.Key)];

    public TeamActivity After(ActivityHappening happens) => this with { Happened = [.. Happened, happens] };

    /// <summary>What cards read: a session of who gave it, a project of who worked in it. Who only attended has no record.</summary>
    public IEnumerable<Activity> Records => Held is { } held ? held.Part!.Where(p => p.Contributed).Select(p => new Activity(held.Day!.Value, p.Who, Planned.Kind!.Value, Named)) : [];
}

/// <summary>Anybody plans one and signs up; whoever leads the group confirms who gave it and who came. Nobody confirms what they did themself.</summary>
public static class ActivityCycle
{
    public const int MostPeople = 200;

    public static FilingStep<ActivityHappening> Plan(ActivityHappening plan, DateOnly today) => plan switch
    {
        { Name: null } => FilingRefusal.NameMissing,
        { Day: null } or { Kind: null } => FilingRefusal.DueMissing,
        _ when FarAhead.Is(plan.Day!.Value, today) => FilingRefusal.TooFarAhead,
        _ when !FilingText.Fits(plan.Name, FilingText.MostName) || !FilingText.Fits(plan.Words, FilingText.MostRemark) || !FilingText.Fits(plan.Link, FilingText.MostLink) => FilingRefusal.TooLong,
        _ => plan,
    };

    public static FilingStep<ActivityHappening> SignUp(TeamActivity activity, string who, bool up, Instant now) =>
        activity.Stage != ActivityStage.Planned ? FilingRefusal.AlreadyDecided
        : up == activity.SignedUp.Contains(who, StringComparer.Ordinal) ? up ? FilingRefusal.AlreadySignedUp : FilingRefusal.NotSignedUp
        : new ActivityHappening(up ? ActivityEvent.SignedUp : ActivityEvent.SignedOff, who, now, "");

    public static FilingStep<ActivityHappening> Hold(TeamActivity activity, FilingActor by, ActivityHappening held, DateOnly today) => held switch
    {
        _ when !by.Checks => FilingRefusal.RoleMayNot,
        _ when activity.Stage != ActivityStage.Planned => FilingRefusal.AlreadyDecided,
        { Day: null } => FilingRefusal.DueMissing,
        _ when held.Day > today => FilingRefusal.DayAhead,
        _ when held.Part is not { Count: > 0 } || !held.Part.Any(p => p.Contributed) => FilingRefusal.NobodyNamed,
        _ when held.Part.Count > MostPeople || held.Part.Any(p => !FilingText.Fits(p.What, FilingText.MostRemark)) => FilingRefusal.TooLong,
        _ when held.Part.Any(p => p.Contributed && p.Who == by.Name) => FilingRefusal.OwnChecked,
        _ => held,
    };

    public static FilingStep<ActivityHappening> Cancel(TeamActivity activity, FilingActor by, string why, Instant now) =>
        by.Name != activity.Planned.Who && !by.Checks ? FilingRefusal.RoleMayNot
        : activity.Stage != ActivityStage.Planned ? FilingRefusal.AlreadyDecided
        : string.IsNullOrWhiteSpace(why) ? FilingRefusal.NeedsReason
        : why.Length > FilingText.MostRemark ? FilingRefusal.TooLong
        : new ActivityHappening(ActivityEvent.Cancelled, by.Name, now, why.Trim());
}
