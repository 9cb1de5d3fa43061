namespace Heng.Engine.Filing;

/// <summary>Why something of the daily work may not be filed, checked or changed. Worded at the edge in both languages.</summary>
public enum FilingRefusal
{
    RoleMayNot, OwnChecked, NotYours, PersonMissing, DayAhead, DayLongAgo, KindMissing, NameMissing, CostNegative, NothingShown, AlreadyRecorded, NeedsReason, SamePerson, StillToAnswer,
    AnswerOver, AlreadyAnswered, AlreadyDecided, AlreadyWithdrawn, DutyOver, CountMissing, EvidenceMissing, NothingWritten, NotOverYet, AlreadyRead, ChargeUnclear, DueMissing, TargetUnclear, TermsChanged,
    AlreadyAgreed, NotAgreed, NotDueYet, MarksUnclear, AlreadyJudged, NotJudged, AlreadySignedUp, NotSignedUp, NobodyNamed, TooLong, TooFarAhead, NotBegun,
}

/// <summary>Who commands. Checks: whether they may check what the person concerned files, as their leader, HR or the manager; Leads: HR or the manager.</summary>
public sealed record FilingActor(string Name, bool Checks, bool Leads = false);

/// <summary>What happens, or the refusal.</summary>
public readonly record struct FilingStep<T>(T? Happens, FilingRefusal? Refused)
    where T : class
{
    public static implicit operator FilingStep<T>(FilingRefusal refused) => new(null, refused);
    public static implicit operator FilingStep<T>(T happens) => new(happens, null);
}

/// <summary>How much of a text is taken: names, links, remarks, and what is written at length.</summary>
public static class FilingText
{
    public const int MostName = 40, MostLink = 300, MostRemark = 500, MostWords = 2000;

    public static bool Fits(string? text, int most) => text is null || text.Length <= most;

    /// <summary>An address of this site, or of the web; null for words, and for what a browser would run.</summary>
    public static string? Address(string? link) =>
        link is ['/', not ('/' or '\\'), ..] || link is not null && (link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith("http://", StringComparison.Ordinal)) ? link : null;
}
