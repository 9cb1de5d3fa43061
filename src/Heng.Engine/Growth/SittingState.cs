using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>What happens to a sitting. Stored by number: append, never renumber.</summary>
public enum SittingEvent : byte { Begun, Answered, HandedIn, Scored, Recorded }

/// <summary>What happened. Exam, Try, Version, Seed and Until are of the beginning, Answers of answers and Marks of scoring.</summary>
public sealed record SittingHappening(SittingEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public long? Exam { get; init; }
    public int? Try { get; init; }
    public int? Version { get; init; }
    public ulong? Seed { get; init; }
    public Instant? Until { get; init; }
    public IReadOnlyList<SittingAnswer>? Answers { get; init; }
    public IReadOnlyList<SittingMark>? Marks { get; init; }
}

/// <summary>One person's try at an exam (一次作答) as its events leave it. What is answered stays with the version of the bank that it was asked from.</summary>
public sealed record SittingState(IReadOnlyList<SittingHappening> Happened)
{
    private SittingHappening Begun => Happened[0];
    public string Who => Begun.Who;
    public long Exam => Begun.Exam!.Value;
    public int Try => Begun.Try!.Value;
    public int Version => Begun.Version!.Value;
    public ulong Seed => Begun.Seed!.Value;
    public Instant BegunAt => Begun.At;
    /// <summary>The last second in which an answer counts, by the server's clock.</summary>
    public Instant Until => Begun.Until!.Value;

    /// <summary>The last answer to each question.</summary>
    public IReadOnlyList<SittingAnswer> Answers => [.. Happened.SelectMany(h => h.Answers ?? []).GroupBy(a => a.Question, StringComparer.Ordinal).Select(g => g.Last())];
    public IReadOnlyList<SittingMark> Marks => [.. Happened.SelectMany(h => h.Marks ?? []).GroupBy(m => m.Question, StringComparer.Ordinal).Select(g => g.Last())];

    public SittingAnswer? AnswerTo(string question) => Answers.FirstOrDefault(a => a.Question == question);
    public bool IsHandedIn => Happened.Any(h => h.What == SittingEvent.HandedIn);
    /// <summary>Handed in, or its time is over: what was answered by then is what counts.</summary>
    public bool IsOver(Instant now) => IsHandedIn || now > Until;
    public Instant EndedAt => Happened.FirstOrDefault(h => h.What == SittingEvent.HandedIn)?.At ?? Until;
    public bool IsRecorded => Happened.Any(h => h.What == SittingEvent.Recorded);
}

/// <summary>What happens, or the refusal.</summary>
public readonly record struct SittingStep(SittingHappening? Happens, ExamRefusal? Refused)
{
    public static implicit operator SittingStep(ExamRefusal refused) => new(null, refused);
    public static implicit operator SittingStep(SittingHappening happens) => new(happens, null);
}
