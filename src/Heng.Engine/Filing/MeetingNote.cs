using Heng.Engine.Records;

namespace Heng.Engine.Filing;

/// <summary>Stored by number: append, never renumber.</summary>
public enum MeetingKind : byte { Morning, Weekly, Review }

/// <summary>Stored by number: append, never renumber.</summary>
public enum MeetingEvent : byte { Noted, Done }

/// <summary>What a meeting charged somebody with, until when.</summary>
public sealed record Charged(string What, string Who, DateOnly Until);

/// <summary>What happens to a note of a meeting (会议记录): it is written, and what it charged people with is done. Place: which of the charges, from 0.</summary>
public sealed record MeetingHappening(MeetingEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public MeetingKind? Kind { get; init; }
    public string? Group { get; init; }
    public string? Words { get; init; }
    public IReadOnlyList<string>? Attended { get; init; }
    public IReadOnlyList<Charged>? Charges { get; init; }
    public int? Place { get; init; }
    public DateOnly? Day { get; init; }
}

/// <summary>A meeting's note as its events leave it.</summary>
public sealed record MeetingState(DateOnly Day, IReadOnlyList<MeetingHappening> Happened)
{
    public const int MostCharges = 10;
    public MeetingHappening Noted => Happened[0];
    public IReadOnlyList<Charged> Charges => Noted.Charges ?? [];
    public DateOnly? DoneOn(int place) => Happened.Where(h => h.What == MeetingEvent.Done && h.Place == place).Select(h => h.Day).LastOrDefault();
    public bool Concerns(string person) => Noted.Who == person || Noted.Attended?.Contains(person) == true || Charges.Any(c => c.Who == person);

    /// <summary>A charge as the task that cards read; done on the day that was confirmed.</summary>
    public Assignment Record(int place) => new(Charges[place].Until, Charges[place].What, Charges[place].Who, DoneOn(place), false);
    public MeetingState After(MeetingHappening happens) => this with { Happened = [.. Happened, happens] };
}

/// <summary>A meeting is noted by whoever leads the group; what somebody was charged with is done when another, who checks them, says so.</summary>
public static class MeetingCycle
{
    public static FilingStep<MeetingHappening> Note(FilingActor by, DateOnly? day, MeetingHappening noted, DateOnly today) => noted switch
    {
        _ when !by.Checks => FilingRefusal.RoleMayNot,
        _ when day is null || noted.Kind is null => FilingRefusal.DueMissing,
        _ when day > today => FilingRefusal.DayAhead,
        { Attended: null or { Count: 0 } } => FilingRefusal.NobodyNamed,
        _ when !FilingText.Fits(noted.Words, FilingText.MostWords) || noted.Charges?.Count > MeetingState.MostCharges || noted.Charges?.Any(c => c.What.Length > FilingText.MostRemark) == true => FilingRefusal.TooLong,
        _ when noted.Words is null && noted.Charges is null or { Count: 0 } => FilingRefusal.NothingWritten,
        _ when noted.Charges?.Any(c => string.IsNullOrWhiteSpace(c.What) || c.Who.Length == 0 || c.Until < day) == true => FilingRefusal.ChargeUnclear,
        _ when noted.Charges?.Any(c => FarAhead.Is(c.Until, today)) == true => FilingRefusal.TooFarAhead,
        // Two of one name, person and day would be one task.
        _ when noted.Charges?.Distinct().Count() < noted.Charges?.Count => FilingRefusal.AlreadyRecorded,
        _ => noted,
    };

    public static FilingStep<MeetingHappening> Done(MeetingState state, int place, FilingActor by, DateOnly? day, Instant now, DateOnly today) =>
        place < 0 || place >= state.Charges.Count ? FilingRefusal.ChargeUnclear
        : by.Name == state.Charges[place].Who ? FilingRefusal.OwnChecked
        : !by.Checks ? FilingRefusal.RoleMayNot
        : state.DoneOn(place) is not null ? FilingRefusal.AlreadyDecided
        : day > today || day < state.Day ? FilingRefusal.DayAhead
        : new MeetingHappening(MeetingEvent.Done, by.Name, now, "") { Place = place, Day = day ?? today };
}
