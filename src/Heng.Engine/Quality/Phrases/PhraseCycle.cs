namespace Heng.Engine.Quality.Phrases;

/// <summary>Why a step of a phrase is not taken.</summary>
public enum PhraseRefusal
{
    RoleMayNot, CodeMissing, CodeTaken, TextMissing, TextTooLong, TooLittleBesidePlaceholders, CategoryMissing, OwnerMissing, OwnerUnknown, FromMissing, UntilBeforeFrom, NotAfterTheLast, NothingChanged, Ended,
    EndsBeforeItBegan, NoDraft, ReasonTooLong,
}

/// <summary>The next step, or why there is none.</summary>
public sealed record PhraseStep(PhraseHappening? Happens, PhraseRefusal? Refused)
{
    public static PhraseStep No(PhraseRefusal why) => new(null, why);
}

/// <summary>How a phrase comes about, is written anew and ends. A version that counted once is never changed: another follows it.</summary>
public static class PhraseCycle
{
    public const int LongestText = 2000, LongestCode = 40, LongestCategory = 20, LongestReason = 500;

    /// <summary>A draft, or, where it is published, the next version.</summary>
    public static PhraseStep Write(Phrase? phrase, PhraseHappening written)
    {
        if (Fault(written) is { } fault) return PhraseStep.No(fault);
        if (phrase?.EndsOn is not null) return PhraseStep.No(PhraseRefusal.Ended);
        if (written.What == PhraseEvent.Drafted) return new(written, null);
        if (written.From is not { } from) return PhraseStep.No(PhraseRefusal.FromMissing);
        if (written.Until < from) return PhraseStep.No(PhraseRefusal.UntilBeforeFrom);
        if (phrase?.Versions is not [.., var last]) return new(written, null);
        if (from <= last.From) return PhraseStep.No(PhraseRefusal.NotAfterTheLast);
        var before = phrase.Happened.Last(h => h.What == PhraseEvent.Published);
        return (before.Text, before.Category, before.Owner, before.Until) == (written.Text, written.Category, written.Owner, written.Until) ? PhraseStep.No(PhraseRefusal.NothingChanged) : new(written, null);
    }

    public static PhraseStep DropDraft(Phrase phrase, PhraseHappening dropped) => phrase.Draft is null ? PhraseStep.No(PhraseRefusal.NoDraft)
        : dropped.Why.Length > LongestReason ? PhraseStep.No(PhraseRefusal.ReasonTooLong) : new(dropped, null);

    /// <summary>From a day on there is no phrase any more; what was used before stays counted as it was.</summary>
    public static PhraseStep End(Phrase phrase, PhraseHappening ends)
    {
        if (ends.Why.Length > LongestReason) return PhraseStep.No(PhraseRefusal.ReasonTooLong);
        if (phrase.EndsOn is not null) return PhraseStep.No(PhraseRefusal.Ended);
        if (ends.From is not { } from) return PhraseStep.No(PhraseRefusal.FromMissing);
        return phrase.Versions is [.., var last] && from <= last.From ? PhraseStep.No(PhraseRefusal.EndsBeforeItBegan) : new(ends, null);
    }

    private static PhraseRefusal? Fault(PhraseHappening written) => written switch
    {
        { Why.Length: > LongestReason } => PhraseRefusal.ReasonTooLong,
        { Code: null or { Length: 0 or > LongestCode } } => PhraseRefusal.CodeMissing,
        { Text: null } => PhraseRefusal.TextMissing,
        { Text.Length: > LongestText } => PhraseRefusal.TextTooLong,
        { Category: null or { Length: 0 or > LongestCategory } } => PhraseRefusal.CategoryMissing,
        { Owner: null or { Length: 0 } } => PhraseRefusal.OwnerMissing,
        _ => PhrasePattern.Of(written.Text!) is var pattern && pattern.Parts.All(p => p.Length == 0) ? PhraseRefusal.TextMissing
            : pattern.Parts.All(p => p.Length < 2) ? PhraseRefusal.TooLittleBesidePlaceholders : null,
    };
}
