using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>What happens to an exam. Stored by number: append, never renumber.</summary>
public enum ExamEvent : byte { Set, Changed, CalledOff }

/// <summary>
/// What an exam (考试) asks, of whom and when: a version of a bank, questions by id and draws by tag, so many minutes within a window, so many tries. PassShare is the share of the
/// full points that passes, from 0 to 1.
/// </summary>
public sealed record ExamSetting(
    string Name, string Bank, int Version, IReadOnlyList<string> FixedIds, IReadOnlyList<ExamDraw> Draws, int Minutes, Instant Opens, Instant Closes, decimal PassShare, int Tries, IReadOnlyList<string> Asked);

public sealed record ExamHappening(ExamEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public ExamSetting? Setting { get; init; }
}

public sealed record ExamState(IReadOnlyList<ExamHappening> Happened)
{
    public ExamSetting Setting => Happened.Last(h => h.Setting is not null).Setting!;
    public string SetBy => Happened[0].Who;
    public bool IsCalledOff => Happened.Any(h => h.What == ExamEvent.CalledOff);
    public bool IsOpen(Instant now) => !IsCalledOff && now >= Setting.Opens && now <= Setting.Closes;
    public bool IsOver(Instant now) => now > Setting.Closes;
}

/// <summary>Why a command is not allowed. Worded at the edge in both languages.</summary>
public enum ExamRefusal
{
    RoleMayNot, NotYourGroup, NameMissing, TextTooLong, NobodyAsked, TooManyAsked, WindowUnclear, TimeTooFar, MinutesOutOfRange, PassOutOfRange, TriesOutOfRange, NothingDrawn, TooFewQuestions, UnknownQuestion, NeedsReason,
    CalledOff, HasBegun, NotAsked, NotOpenYet, WindowOver, NoTriesLeft, SittingRuns, NotYours, TimeOver, AlreadyHandedIn, NotInPaper, UnknownOption, TooManyChosen, AnswerTooLong, NotHandedIn, OwnSitting, NotScored,
    MarkOutOfRange, CommentTooLong, UnchangedMark,
}

/// <summary>Who commands. MayAsk: whom they may ask to an exam, null for everybody, empty for nobody. Manages: answers for every exam (QA, HR, manager).</summary>
public sealed record ExamActor(string Name, IReadOnlyCollection<string>? MayAsk, bool Manages)
{
    public bool Sets => MayAsk is null or { Count: > 0 };
}

public readonly record struct ExamStep(ExamHappening? Happens, ExamRefusal? Refused)
{
    public static implicit operator ExamStep(ExamRefusal refused) => new(null, refused);
    public static implicit operator ExamStep(ExamHappening happens) => new(happens, null);
}

/// <summary>Setting an exam, changing it while nobody has begun it, and calling it off.</summary>
public static class ExamCycle
{
    public const int MostName = 100, MostAsked = 500, MostMinutes = 480, MostTries = 5, DaysAhead = 400, MostDrawn = 200;

    /// <param name="bank">The version that the setting names.</param>
    /// <param name="begun">Whether anybody has begun a sitting.</param>
    public static ExamStep Set(ExamState? state, ExamActor by, ExamSetting setting, ExamBank bank, bool begun, Instant now)
    {
        if (!by.Sets || state is not null && !MayChange(state, by)) return ExamRefusal.RoleMayNot;
        if (state?.IsCalledOff == true) return ExamRefusal.CalledOff;
        if (begun) return ExamRefusal.HasBegun;
        if (Fault(setting, bank, now) is { } fault) return fault;
        if (by.MayAsk is { } own && setting.Asked.Except(own, StringComparer.Ordinal).Any()) return ExamRefusal.NotYourGroup;
        return new ExamHappening(state is null ? ExamEvent.Set : ExamEvent.Changed, by.Name, now, setting.Name) { Setting = setting };
    }

    public static ExamStep CallOff(ExamState state, ExamActor by, string why, bool begun, Instant now) =>
        !MayChange(state, by) ? ExamRefusal.RoleMayNot : state.IsCalledOff ? ExamRefusal.CalledOff : begun ? ExamRefusal.HasBegun
        : string.IsNullOrWhiteSpace(why) ? ExamRefusal.NeedsReason : new ExamHappening(ExamEvent.CalledOff, by.Name, now, why.Trim());

    /// <summary>Whoever set it, and who answers for all of them.</summary>
    public static bool MayChange(ExamState state, ExamActor by) => by.Manages || state.SetBy == by.Name;

    private static ExamRefusal? Fault(ExamSetting setting, ExamBank bank, Instant now) => setting switch
    {
        _ when string.IsNullOrWhiteSpace(setting.Name) => ExamRefusal.NameMissing,
        _ when setting.Name.Length > MostName => ExamRefusal.TextTooLong,
        _ when setting.Closes <= setting.Opens || setting.Closes <= now => ExamRefusal.WindowUnclear,
        _ when setting.Closes.SecondsSince(now) > DaysAhead * 86_400L => ExamRefusal.TimeTooFar,
        _ when setting.Minutes is < 1 or > MostMinutes => ExamRefusal.MinutesOutOfRange,
        _ when setting.PassShare is < 0m or > 1m => ExamRefusal.PassOutOfRange,
        _ when setting.Tries is < 1 or > MostTries => ExamRefusal.TriesOutOfRange,
        _ when setting.FixedIds.Except(bank.Questions.Select(q => q.Id), StringComparer.Ordinal).Any() => ExamRefusal.UnknownQuestion,
        _ when setting.FixedIds.Count + setting.Draws.Count == 0 || setting.Draws.Any(d => d.Count is < 1 or > MostDrawn) => ExamRefusal.NothingDrawn,
        _ when ExamPaper.Missing(bank, setting.FixedIds, setting.Draws) > 0 => ExamRefusal.TooFewQuestions,
        _ when setting.Asked.Count == 0 => ExamRefusal.NobodyAsked,
        _ when setting.Asked.Count > MostAsked => ExamRefusal.TooManyAsked,
        _ => null,
    };
}
