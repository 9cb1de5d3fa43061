using Heng.Engine.Records;

namespace Heng.Engine.Filing;

/// <summary>What the record is to say. A link is an order, reception or message, or any words that tell where to look.</summary>
public sealed record OccurrenceText(OccurrenceKind Kind, string? Name, DateOnly? Day, string? Order, decimal? Cost, string? Link, string? Words, long? Evidence)
{
    public bool Fits => FilingText.Fits(Name, FilingText.MostName) && FilingText.Fits(Order, FilingText.MostName) && FilingText.Fits(Link, FilingText.MostLink) && FilingText.Fits(Words, FilingText.MostRemark);
}

/// <summary>What is done with a record, with the words or the reason for it.</summary>
public sealed record OccurrenceAct(OccurrenceEvent What, FilingActor By, string Why, long? Evidence = null);

/// <summary>
/// Somebody records what another did; it is told to the person, who acknowledges it or objects within the days given. It counts at once where its kind says so, else when the person
/// acknowledges it or somebody else than who recorded it confirms it, after the person was heard or let the days pass. Whoever confirms may dismiss it; who recorded it may take it back.
/// </summary>
public static class OccurrenceCycle
{
    public const int AnswerDays = 3, MostAnswerDays = 30;

    public static FilingStep<OccurrenceHappening> Record(FilingActor by, string agent, OccurrenceText text, OccurrenceType type, Instant now, DateOnly today) => text switch
    {
        _ when by.Name == agent => FilingRefusal.OwnChecked,
        _ when !by.Checks => FilingRefusal.RoleMayNot,
        { Name: null } => FilingRefusal.KindMissing,
        { Day: null } => FilingRefusal.DueMissing,
        { Fits: false } => FilingRefusal.TooLong,
        _ when text.Day > today => FilingRefusal.DayAhead,
        { Cost: < 0m } => FilingRefusal.CostNegative,
        // Nobody is told of something without a word of what it was.
        { Words: null, Link: null, Evidence: null } => FilingRefusal.NothingShown,
        _ => new OccurrenceHappening(OccurrenceEvent.Recorded, by.Name, now, "")
        {
            Kind = text.Kind, Name = text.Name, Order = text.Order, Cost = text.Kind == OccurrenceKind.Error ? text.Cost ?? 0m : null, Link = text.Link, Words = text.Words, Evidence = text.Evidence,
            AtOnce = type.AtOnce, AnswerBy = today.AddDays(type.AnswerDays),
        },
    };

    /// <param name="number">The next number of its kind, person and day, under which it is written where this makes it count.</param>
    public static FilingStep<OccurrenceHappening> Decide(OccurrenceState state, OccurrenceAct act, int number, Instant now, DateOnly today)
    {
        if (act.Why.Length > FilingText.MostRemark) return FilingRefusal.TooLong;
        if (state.Stage == OccurrenceStage.Withdrawn) return FilingRefusal.AlreadyWithdrawn;
        if (state.Stage == OccurrenceStage.Dismissed) return FilingRefusal.AlreadyDecided;
        if (Refusal(state, act, today) is { } refused) return refused;
        // Words of the person are theirs, a reason to take it back is everybody's who may read the chain.
        var words = act.What is OccurrenceEvent.Acknowledged or OccurrenceEvent.Objected or OccurrenceEvent.Shown;
        var counts = act.What is OccurrenceEvent.Counted or OccurrenceEvent.Acknowledged or OccurrenceEvent.Confirmed && state.Stage == OccurrenceStage.Waits;
        return new OccurrenceHappening(act.What, act.By.Name, now, words ? "" : act.Why.Trim())
        {
            Words = words && act.Why.Trim().Length > 0 ? act.Why.Trim() : null, Evidence = act.Evidence, Number = counts && state.Recorded.Kind == OccurrenceKind.Conduct ? number : null,
        };
    }

    private static FilingRefusal? Refusal(OccurrenceState state, OccurrenceAct act, DateOnly today) => act.What switch
    {
        OccurrenceEvent.Counted => act.By.Name == state.Recorded.Who && state.Recorded.AtOnce == true && state.Stage == OccurrenceStage.Waits ? null : FilingRefusal.AlreadyDecided,
        OccurrenceEvent.Acknowledged or OccurrenceEvent.Objected => Answered(state, act, today),
        OccurrenceEvent.Shown => act.By.Name != state.Agent && act.By.Name != state.Recorded.Who ? FilingRefusal.NotYours : act.Evidence is null && string.IsNullOrWhiteSpace(act.Why) ? FilingRefusal.NothingShown : null,
        OccurrenceEvent.Confirmed or OccurrenceEvent.Dismissed => Judged(state, act, today),
        OccurrenceEvent.Withdrawn => act.By.Name == state.Agent ? FilingRefusal.OwnChecked : act.By.Name != state.Recorded.Who && !act.By.Leads ? FilingRefusal.RoleMayNot
            : string.IsNullOrWhiteSpace(act.Why) ? FilingRefusal.NeedsReason : null,
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static FilingRefusal? Answered(OccurrenceState state, OccurrenceAct act, DateOnly today) => act.By.Name != state.Agent ? FilingRefusal.NotYours
        : state.Answer is not null ? FilingRefusal.AlreadyAnswered
        : today > state.Recorded.AnswerBy ? FilingRefusal.AnswerOver
        : act.What == OccurrenceEvent.Objected && string.IsNullOrWhiteSpace(act.Why) ? FilingRefusal.NeedsReason : null;

    private static FilingRefusal? Judged(OccurrenceState state, OccurrenceAct act, DateOnly today) => act.By.Name == state.Agent ? FilingRefusal.OwnChecked
        : !act.By.Checks ? FilingRefusal.RoleMayNot
        : act.By.Name == state.Recorded.Who ? FilingRefusal.SamePerson
        : state.Stage == OccurrenceStage.Counts && !state.ObjectionOpen ? FilingRefusal.AlreadyDecided
        : state.Answer is null && today <= state.Recorded.AnswerBy ? FilingRefusal.StillToAnswer
        : act.What == OccurrenceEvent.Dismissed && string.IsNullOrWhiteSpace(act.Why) ? FilingRefusal.NeedsReason : null;
}
