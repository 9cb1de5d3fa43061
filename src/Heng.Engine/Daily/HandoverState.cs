using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>What happens to a handover note (交接单). Stored by number: append, never renumber.</summary>
public enum HandoverEvent : byte { Written, Asked, Answered, TakenOver, Missed, Excused }

/// <summary>What a note hands over. Campaigns, stock and all else are words; cases and receptions are linked by their ids.</summary>
public sealed record HandoverText(string OpenCases, string Waiting, string Campaigns, string Stock, string Other, IReadOnlyList<string> Cases, IReadOnlyList<string> Receptions)
{
    public static readonly HandoverText Nothing = new("", "", "", "", "", [], []);

    public IEnumerable<string> Parts => [OpenCases, Waiting, Campaigns, Stock, Other];
    public bool IsEmpty => Parts.All(string.IsNullOrWhiteSpace) && Cases.Count + Receptions.Count == 0;
}

/// <summary>One step of a note. Of what is written: the text, to whom by the roster (empty: anybody of the group), the shift and when it ended; null where nobody rostered one.</summary>
public sealed record HandoverHappening(HandoverEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public HandoverText? Text { get; init; }
    public IReadOnlyList<string>? To { get; init; }
    public string? Shift { get; init; }
    public Instant? ShiftEnd { get; init; }
}

/// <summary>Somebody's handover at the end of a day's shift, as its steps make it.</summary>
public sealed record HandoverState(string From, DateOnly Day, IReadOnlyList<HandoverHappening> Happened)
{
    private HandoverHappening? Latest => Happened.LastOrDefault(h => h.What == HandoverEvent.Written);

    public HandoverText? Text => Latest?.Text;
    public IReadOnlyList<string> To => Latest?.To ?? [];
    public string Shift => Happened.Select(h => h.Shift).OfType<string>().LastOrDefault() ?? "";
    public HandoverHappening? Written => Happened.FirstOrDefault(h => h.What == HandoverEvent.Written);
    public HandoverHappening? Taken => Happened.FirstOrDefault(h => h.What == HandoverEvent.TakenOver);
    public HandoverHappening? Settled => Happened.FirstOrDefault(h => h.What is HandoverEvent.Missed or HandoverEvent.Excused);

    /// <summary>A question that nobody has answered.</summary>
    public bool HasOpenQuestion => Happened.Count(h => h.What == HandoverEvent.Asked) > Happened.Count(h => h.What == HandoverEvent.Answered);

    /// <summary>What the record says: made where it was written in time or taken over, missed where somebody settled so; null while neither is known.</summary>
    public bool? Made => Taken is not null || Written is { } note && IsInTime(note) ? true : Settled?.What == HandoverEvent.Missed ? false : null;

    public HandoverState After(HandoverHappening happens) => this with { Happened = [.. Happened, happens] };

    private static bool IsInTime(HandoverHappening note) => note.ShiftEnd is not { } end || note.At <= end.Plus(HandoverCycle.ToleranceSeconds);
}
