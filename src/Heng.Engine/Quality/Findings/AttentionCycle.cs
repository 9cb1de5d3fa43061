using Heng.Engine.Records;

namespace Heng.Engine.Quality.Findings;

/// <summary>What is done about a reception that draws attention. Stored by number.</summary>
public enum AttentionEvent : byte { Taken, Solved, Reopened }

/// <summary>A step, with a note in Why where it is solved or taken up again. <paramref name="Reception"/> is told by the first.</summary>
public sealed record AttentionStep(AttentionEvent What, string Who, Instant At, string Why, string? Reception = null) : MatterStep(Who, At, Why);

public enum AttentionRefusal { AlreadyTaken, AlreadySolved, NotSolved, NeedsNote, TakenByAnother }

/// <summary>Buyers' words of risk (关注) are taken by a leader and solved with a note; what was solved may be taken up again. What another handles is only taken over from them by name.</summary>
public static class AttentionCycle
{
    /// <summary>Who handles it now; null where nobody does.</summary>
    public static string? HolderOf(IReadOnlyList<AttentionStep> happened) => happened is [.., { What: AttentionEvent.Taken } last] ? last.Who : null;

    /// <param name="from">From whom it is known to be taken over.</param>
    public static (AttentionStep? Happens, AttentionRefusal? Refused) Decide(IReadOnlyList<AttentionStep> happened, AttentionEvent wanted, string who, Instant at, string note, string reception, params IReadOnlyList<string> from)
    {
        var solved = happened is [.., { What: AttentionEvent.Solved }];
        return wanted switch
        {
            AttentionEvent.Taken when solved => (null, AttentionRefusal.AlreadySolved),
            AttentionEvent.Taken when happened is [.., var last] && last.Who == who => (null, AttentionRefusal.AlreadyTaken),
            AttentionEvent.Taken when HolderOf(happened) is { } holder && !from.Contains(holder, StringComparer.Ordinal) => (null, AttentionRefusal.TakenByAnother),
            AttentionEvent.Solved when solved => (null, AttentionRefusal.AlreadySolved),
            AttentionEvent.Reopened when !solved => (null, AttentionRefusal.NotSolved),
            AttentionEvent.Solved or AttentionEvent.Reopened when string.IsNullOrWhiteSpace(note) => (null, AttentionRefusal.NeedsNote),
            _ => (new(wanted, who, at, note.Trim(), happened.Count == 0 ? reception : null), null),
        };
    }
}
