using Heng.Engine.Records;

namespace Heng.Engine.Quality.Measure;

/// <summary>What somebody says of a place (标注); that they take back what they said; or that they passed it over, which says nothing. Stored by number.</summary>
public enum LabelEvent : byte { There, NotThere, TakenBack, Skipped }

/// <summary>
/// That somebody looked at a place and said whether what the rule looks for is there. The first step tells where it is: the shop, the reception, and of a place that no version hit the message.
/// </summary>
public sealed record LabelStep(LabelEvent What, string Who, Instant At, string Why, TruthSource Source, bool Whole) : MatterStep(Who, At, Why)
{
    public string? Shop { get; init; }
    public string? Reception { get; init; }
    public string? Message { get; init; }

    public bool Says => What is LabelEvent.There or LabelEvent.NotThere;

    public Truth On(string place) => new(place, What == LabelEvent.There, Source, Whole);

    /// <summary>What still stands of what was said: who takes back takes back all they said before.</summary>
    public static IEnumerable<LabelStep> Standing(IReadOnlyList<LabelStep> happened) => happened.Where((step, i) => step.Says && !happened.Skip(i + 1).Any(later => later.What == LabelEvent.TakenBack && later.Who == step.Who));
}

/// <summary>Stored by number.</summary>
public enum AuditEvent : byte { Read }

/// <summary>That somebody read a reception from end to end (整段审听): how many hits of rules it had, and how many places they had missed.</summary>
public sealed record AuditStep(AuditEvent What, string Who, Instant At, string Why, string Shop, string Reception, int Hits, int Missed) : MatterStep(Who, At, Why);

/// <summary>The bar as somebody set it, with the reason.</summary>
public sealed record BarStep(string Who, Instant At, string Why, decimal Precision, int AtLeast) : MatterStep(Who, At, Why)
{
    public Bar Bar => new(Precision, AtLeast);
}

/// <summary>Why somebody's word on a place, or the end of an audit, is not taken. Worded at the edge in both languages.</summary>
public enum MeasureRefusal { RoleMayNot, PlaceUnknown, RuleUnknown, AnswerMissing, AlreadyRead, BarUnsound, NeedsReason, LineNotRead, NotItsTurn, NothingToTakeBack }
