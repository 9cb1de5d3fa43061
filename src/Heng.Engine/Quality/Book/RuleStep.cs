using Heng.Engine.Records;

namespace Heng.Engine.Quality.Book;

/// <summary>What happens to a quality rule. Stored by number.</summary>
public enum RuleEvent : byte { Proposed, Confirmed, Refused, Withdrawn, Activated, Ended }

/// <summary>
/// A step of a rule's course. <paramref name="Version"/> is the version that it is about, from 1; <paramref name="From"/> the business day from which a proposed one runs in shadow, an
/// activated one counts, or the rule looks at nothing any more; <paramref name="Text"/> the rule as it was proposed.
/// </summary>
public sealed record RuleStep(RuleEvent What, string Who, Instant At, string Why, int Version, DateOnly? From = null, string? Text = null) : MatterStep(Who, At, Why);

/// <summary>Why a step is not allowed. Worded at the edge in both languages.</summary>
public enum RuleRefusal { Unchanged, Waiting, NotOpen, SamePerson, NotYours, NeedsReason, NotInShadow, BarNotPassed, BeforeItsShadow, MonthClosed, NotInForce }
