namespace Heng.Engine.Quality.Findings;

/// <summary>What of a message a finding points at, by the message's natural key; length 0 is the message as a whole.</summary>
public readonly record struct MessageSpan(UInt128 Message, int Start, int Length);

/// <summary>
/// A finding (质检发现) of a reception as it is kept. The id is a hash of the rule, the reception and the first message, so counting again keeps it. It bears what it comes to, so that a closed
/// month needs no rule book.
/// </summary>
/// <param name="Hundredths">Hundredths of a point that one takes, or, praised, adds.</param>
public sealed record KeptFinding(
    long Id, long Reception, int Agent, DateOnly Day, string Rule, int Version, Severity Severity, string Category, long Hundredths, string CountsAs, IReadOnlyList<MessageSpan> Spans)
{
    /// <summary>Found by a version in shadow (影子): shown to those who tend the rules, in no number.</summary>
    public bool Shadow { get; init; }
    /// <summary>Taken back by a correction after an appeal (更正): in no number.</summary>
    public bool Struck { get; init; }

    public bool Counts => !Shadow && !Struck;
}
