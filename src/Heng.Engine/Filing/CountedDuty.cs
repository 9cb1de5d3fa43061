using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Filing;

/// <summary>How often a duty's count begins anew; weeks begin on Monday. Stored by number.</summary>
public enum DutyPace : byte { Daily, Weekly, Monthly }

/// <summary>What a duty makes of confirmed counts: a task that is done once the goal is reached, or a counter of the person that plans read by its name. Stored by number.</summary>
public enum DutyFeeds : byte { Task, Counter }

/// <summary>Stored by number: append, never renumber.</summary>
public enum DutyEvent : byte { Set, Ended }

/// <summary>What happens to a countable duty: it is set, set anew, or ends.</summary>
public sealed record DutyHappening(DutyEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public string? Zh { get; init; }
    public string? En { get; init; }
    public string? Unit { get; init; }
    public DutyPace? Pace { get; init; }
    public decimal? Goal { get; init; }
    public DutyFeeds? Feeds { get; init; }
    /// <summary>Whether a filing of it shows something: a link or a picture.</summary>
    public bool? NeedsEvidence { get; init; }
    /// <summary>Whose position has it; null where it is one person's.</summary>
    public string? Position { get; init; }
}

/// <summary>A countable duty (可计数的职责) of a position or a person, as its events leave it.</summary>
/// <param name="Person">Whose it is; empty for a position's.</param>
public sealed record CountedDuty(string Person, DateOnly First, IReadOnlyList<DutyHappening> Happened)
{
    private DutyHappening Set => Happened.Last(h => h.What == DutyEvent.Set);
    public string Name => Set.Zh!;
    public Wording Wording => new(Set.Zh!, Set.En ?? Set.Zh!);
    public string Unit => Set.Unit ?? "";
    public DutyPace Pace => Set.Pace!.Value;
    public decimal Goal => Set.Goal!.Value;
    public DutyFeeds Feeds => Set.Feeds!.Value;
    public bool NeedsEvidence => Set.NeedsEvidence == true;
    public string? Position => Set.Position;
    public bool Ended => Happened[^1].What == DutyEvent.Ended;

    public bool IsOf(string person, string? position) => Person.Length > 0 ? Person == person : Position == position;

    /// <summary>The stretch whose counts add up with those of the day.</summary>
    public (DateOnly First, DateOnly Last) Around(DateOnly day) => Pace switch
    {
        DutyPace.Daily => (day, day),
        DutyPace.Weekly => (Weeks.Monday(day), Weeks.Monday(day).AddDays(6)),
        _ => (Month.Of(day).First, Month.Of(day).Last),
    };
}

/// <summary>Sets of duties: by HR and the manager for a position, by whoever checks somebody for that person.</summary>
public static class CountedDuties
{
    public static FilingStep<DutyHappening> Decide(CountedDuty? before, DutyHappening set, FilingActor by) => set switch
    {
        _ when !by.Checks => FilingRefusal.RoleMayNot,
        { What: DutyEvent.Ended } => before is null or { Ended: true } ? FilingRefusal.DutyOver : set,
        { Zh: null } => FilingRefusal.NameMissing,
        _ when !FilingText.Fits(set.Zh, FilingText.MostName) || !FilingText.Fits(set.En, FilingText.MostName) || !FilingText.Fits(set.Unit, FilingText.MostName) => FilingRefusal.TooLong,
        { Goal: null or <= 0m or > 1_000_000m } or { Pace: null } or { Feeds: null } => FilingRefusal.CountMissing,
        _ => set,
    };
}

/// <summary>Weeks begin on Monday.</summary>
public static class Weeks
{
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The first such weekday on or after the day.</summary>
    public static DateOnly Next(DateOnly day, DayOfWeek weekday) => day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);
}
