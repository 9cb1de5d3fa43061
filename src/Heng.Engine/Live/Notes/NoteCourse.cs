using Heng.Engine.Records;

namespace Heng.Engine.Live.Notes;

/// <summary>What happens to a private note. Stored by number: append, never renumber.</summary>
public enum NoteEvent : byte { Written, Answered, Acknowledged }

/// <summary>Why a command is not allowed. Worded at the edge in both languages.</summary>
public enum NoteRefusal { RoleMayNot, OwnChat, NobodysChat, NeedsWords, TextTooLong, NotYours, AlreadyAcknowledged }

/// <summary>A step. Writing says to whom and about which chat; the words are between those two and who answers for them, and stay out of Why.</summary>
public sealed record NoteHappening(NoteEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public string? To { get; init; }
    public string? Shop { get; init; }
    public long? Reception { get; init; }
    public string? Words { get; init; }
}

/// <summary>What happens, or the refusal.</summary>
public readonly record struct NoteStep(NoteHappening? Happens, NoteRefusal? Refused)
{
    public static implicit operator NoteStep(NoteRefusal refused) => new(null, refused);
    public static implicit operator NoteStep(NoteHappening happens) => new(happens, null);
}

/// <summary>A private note (私下提醒) to an agent about a running chat, as its steps leave it.</summary>
public sealed record NoteState(IReadOnlyList<NoteHappening> Happened)
{
    public NoteHappening Written => Happened[0];
    public string To => Written.To!;
    public bool IsAcknowledged => Happened.Any(h => h.What == NoteEvent.Acknowledged);
    /// <summary>An answer is seen too.</summary>
    public bool IsSeen => Happened.Any(h => h.What != NoteEvent.Written && h.Who == To);
}

/// <summary>Who coaches somebody leaves a note while the chat goes on; the agent answers, or says that it was seen. It counts in no number.</summary>
public static class NoteCourse
{
    public const int Longest = 300;

    public static NoteStep Write(NoteHappening terms, string by, bool coaches) =>
        terms.To is null ? NoteRefusal.NobodysChat
        : terms.To == by ? NoteRefusal.OwnChat
        : !coaches ? NoteRefusal.RoleMayNot
        : Said(terms.Words) is { } wrong ? wrong
        : terms with { What = NoteEvent.Written, Who = by };

    /// <summary>The two of them go on talking.</summary>
    public static NoteStep Answer(NoteState state, string by, bool coaches, string? words, Instant at) =>
        by != state.To && !coaches ? NoteRefusal.NotYours : Said(words) is { } wrong ? wrong : new NoteHappening(NoteEvent.Answered, by, at) { Words = words };

    public static NoteStep Acknowledge(NoteState state, string by, Instant at) =>
        by != state.To ? NoteRefusal.NotYours : state.IsAcknowledged ? NoteRefusal.AlreadyAcknowledged : new NoteHappening(NoteEvent.Acknowledged, by, at);

    private static NoteRefusal? Said(string? words) => string.IsNullOrWhiteSpace(words) ? NoteRefusal.NeedsWords : words.Length > Longest ? NoteRefusal.TextTooLong : null;
}
