using Heng.Engine.Records;

namespace Heng.Engine.Appraisal;

/// <summary>One thing that happens to an interview's record, as it is kept. Stored by number: append, never renumber.</summary>
public enum InterviewEvent : byte { Written, Signed, Disagreed, WentOn }

/// <summary>A step agreed in an interview: what, who does it, until when.</summary>
public sealed record AgreedStep(string What, string Who, DateOnly By);

/// <summary>What was said (面谈内容): on which day, what went well, what fell short, and the steps agreed.</summary>
public sealed record InterviewText(DateOnly Day, string Strengths, string Shortfalls, IReadOnlyList<AgreedStep> Steps);

/// <summary>What happened, who did it, when. Hash is that of the text that was written, signed or seen; Why is given where somebody disagrees or goes on.</summary>
public sealed record InterviewHappening(InterviewEvent What, string Who, Instant At, string Hash, string Why = "");

/// <summary>Where a record stands: it waits for signatures, both have signed, or it goes on to the next level.</summary>
public enum InterviewStage { Unsigned, Signed, WentOn }

/// <summary>An interview's record (面谈记录) as its events leave it: With is whose results were spoken of, By who led it.</summary>
public sealed record InterviewState(string With, string By, int Level, IReadOnlyList<InterviewHappening> Happened)
{
    /// <summary>The agent's leader, HR or the manager, and the manager once more.</summary>
    public const int LastLevel = 3;

    /// <summary>The hash of the text as it stands; empty before any was written.</summary>
    public string Hash => Happened.LastOrDefault(h => h.What == InterviewEvent.Written)?.Hash ?? "";

    /// <summary>Those of the present text alone: a text that was changed needs both again.</summary>
    public IEnumerable<InterviewHappening> Signatures => Happened.Reverse().TakeWhile(h => h.What != InterviewEvent.Written).Where(h => h.What is InterviewEvent.Signed or InterviewEvent.Disagreed);

    public bool HasSigned(string who) => Signatures.Any(s => s.Who == who);

    /// <summary>Whether the person has seen the text and disagrees.</summary>
    public InterviewHappening? Disagreement => Signatures.FirstOrDefault(s => s.What == InterviewEvent.Disagreed);

    public InterviewStage Stage => Happened.Any(h => h.What == InterviewEvent.WentOn) ? InterviewStage.WentOn : HasSigned(With) && HasSigned(By) ? InterviewStage.Signed : InterviewStage.Unsigned;

    /// <summary>Both have signed, whatever came after.</summary>
    public bool IsDone => Stage != InterviewStage.Unsigned;
}
