using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>One thing that happens to a training, as it is kept. Stored by number: append, never renumber.</summary>
public enum TrainingEvent : byte { Planned, Changed, Declined, CodeShown, CheckedIn, WrongCode, Marked, Ended, Corrected, CalledOff }

/// <summary>Whether somebody came: in time, late, not, or excused by who held it. Stored by number.</summary>
public enum TrainingPresence : byte { Present, Late, Absent, Excused }

/// <summary>What a training (培训) is to be: what, when, where, held by whom, for whom.</summary>
public sealed record TrainingPlan(string Name, Instant From, Instant To, string Where, string Trainer, IReadOnlyList<string> Asked);

/// <summary>A mark for one of those asked.</summary>
public sealed record TrainingMark(string Name, TrainingPresence Presence);

/// <summary>What happened. Plan is of one that is planned or changed, Code and Until of a code that is shown, Marks of attendance.</summary>
public sealed record TrainingHappening(TrainingEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public TrainingPlan? Plan { get; init; }
    public string? Code { get; init; }
    public Instant? Until { get; init; }
    public IReadOnlyList<TrainingMark>? Marks { get; init; }
}

public enum TrainingStage { Planned, Ended, CalledOff }

/// <summary>A training as its events leave it.</summary>
public sealed record TrainingState(IReadOnlyList<TrainingHappening> Happened)
{
    public TrainingPlan Plan => Happened.Last(h => h.Plan is not null).Plan!;
    public string PlannedBy => Happened[0].Who;

    public TrainingStage Stage => Happened.Any(h => h.What == TrainingEvent.CalledOff) ? TrainingStage.CalledOff
        : Happened.Any(h => h.What == TrainingEvent.Ended) ? TrainingStage.Ended : TrainingStage.Planned;

    /// <summary>The last word about each of those asked; who has none is not there.</summary>
    public IReadOnlyDictionary<string, TrainingPresence> Presence => Happened.SelectMany(h => h.Marks ?? []).Where(m => Plan.Asked.Contains(m.Name, StringComparer.Ordinal))
        .GroupBy(m => m.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Presence, StringComparer.Ordinal);

    /// <summary>Why somebody said that they can't; null where they didn't.</summary>
    public string? DeclinedBy(string name) => Happened.LastOrDefault(h => h.What == TrainingEvent.Declined && h.Who == name)?.Why;

    /// <summary>The code shown last, over or not.</summary>
    public TrainingHappening? Code => Happened.LastOrDefault(h => h.What == TrainingEvent.CodeShown);

    public int WrongTries(string name) => Happened.Count(h => h.What == TrainingEvent.WrongCode && h.Who == name);

    public IReadOnlyList<string> Unmarked => [.. Plan.Asked.Where(a => !Presence.ContainsKey(a))];

    /// <summary>
    /// The records that the marks come to: late has come, excused has no seat, so that it counts neither way. Each is of the day that the training began on.
    /// </summary>
    public static IReadOnlyList<TrainingSeat> Seats(TrainingPlan plan, IEnumerable<TrainingMark> marks) =>
        [.. marks.Where(m => m.Presence != TrainingPresence.Excused).Select(m => new TrainingSeat(ShopClock.Shanghai.DayOf(plan.From), plan.Name, m.Name, m.Presence != TrainingPresence.Absent))];
}
