using Heng.Engine.Records;

namespace Heng.Engine.Quality.Phrases;

/// <summary>What happens to a phrase. Stored by number: append, never renumber.</summary>
public enum PhraseEvent : byte { Drafted, Published, DraftDropped, Ended }

/// <summary>
/// A step of a phrase (快捷短语). A draft and a published version carry the whole text; a version holds from <see cref="From"/> on until <see cref="Until"/> (有效期, that day included),
/// or until the next version begins. Of an end <see cref="From"/> is the first day without it.
/// </summary>
public sealed record PhraseHappening(PhraseEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public string? Code { get; init; }
    public string? Text { get; init; }
    public string? Category { get; init; }
    public string? Owner { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
}

/// <summary>A version as it counts: <paramref name="Last"/> is its last valid day, by its expiry, by the version after it or by the phrase's end; null is open.</summary>
public sealed record PhraseVersion(string Code, int Version, string Text, string Category, string Owner, DateOnly From, DateOnly? Last)
{
    public bool Begun(DateOnly day) => From <= day;

    /// <summary>Its last day is valid still.</summary>
    public bool Holds(DateOnly day) => Begun(day) && (Last is not { } last || day <= last);
}

/// <summary>A phrase (快捷短语) as its steps have left it. Versions are numbered from 1.</summary>
public sealed record Phrase(IReadOnlyList<PhraseHappening> Happened)
{
    public string Code => Happened[0].Code!;
    public IReadOnlyList<PhraseVersion> Versions { get; } = VersionsOf(Happened);

    public DateOnly? EndsOn => Happened.LastOrDefault(h => h.What == PhraseEvent.Ended)?.From;

    /// <summary>What is written and not in force.</summary>
    public PhraseHappening? Draft => Happened.LastOrDefault(h => h.What is PhraseEvent.Drafted or PhraseEvent.Published or PhraseEvent.DraftDropped) is { What: PhraseEvent.Drafted } draft ? draft : null;

    /// <summary>The version in force on the day, else the newest, else what is drafted.</summary>
    public PhraseVersion Shown(DateOnly day) => Versions.LastOrDefault(v => v.Holds(day)) ?? (Versions.Count > 0 ? Versions[^1] : null) ?? Drafted(Happened.Last(h => h.Text is not null), 0, null);

    private static List<PhraseVersion> VersionsOf(IReadOnlyList<PhraseHappening> happened)
    {
        var published = happened.Where(h => h.What == PhraseEvent.Published).ToList();
        var ended = happened.LastOrDefault(h => h.What == PhraseEvent.Ended)?.From;
        return [.. published.Select((h, i) => Drafted(h with { Code = happened[0].Code }, i + 1, Earliest(h.Until, Earliest(i + 1 < published.Count ? published[i + 1].From!.Value.AddDays(-1) : null, ended?.AddDays(-1)))))];
    }

    private static PhraseVersion Drafted(PhraseHappening h, int number, DateOnly? last) => new(h.Code ?? "", number, h.Text!, h.Category!, h.Owner!, h.From ?? default, last);

    private static DateOnly? Earliest(DateOnly? one, DateOnly? other) => one is null ? other : other is null || one < other ? one : other;
}
