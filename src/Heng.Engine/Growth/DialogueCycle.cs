using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>Why a command is not allowed. Worded at the edge in both languages.</summary>
public enum DialogueRefusal
{
    RoleMayNot, NotYourGroup, NameMissing, TextTooLong, NobodyAsked, TooManyAsked, WindowUnclear, TimeTooFar, NeedsReason, CalledOff, HasBegun, NotAsked, NotOpenYet, WindowOver, AlreadyBegun, NotYours, AlreadyDone, TimeOver,
    StepAnswered, ReplyMissing, ReplyTooLong, NotDone, OwnRun, ItemsUnclear, MarkOutOfRange, CommentMissing, CommentTooLong,
}

public readonly record struct DialogueSetStep(DialogueHappening? Happens, DialogueRefusal? Refused)
{
    public static implicit operator DialogueSetStep(DialogueRefusal refused) => new(null, refused);
    public static implicit operator DialogueSetStep(DialogueHappening happens) => new(happens, null);
}

public readonly record struct DialogueRunStep(DialogueRunHappening? Happens, DialogueRefusal? Refused)
{
    public static implicit operator DialogueRunStep(DialogueRefusal refused) => new(null, refused);
    public static implicit operator DialogueRunStep(DialogueRunHappening happens) => new(happens, null);
}

/// <summary>
/// A simulated dialogue (模拟对话): set for people within a window, run through once by each against a scripted buyer, scored afterwards by a person and a rubric.
/// </summary>
public static class DialogueCycle
{
    public const int MostName = 100, MostAsked = 500, MostReply = 1000, MostComment = 500, DaysAhead = 400;
    /// <summary>From the first line to the last reply; who is called away has not all day.</summary>
    public const long MostSeconds = 3600;

    public static DialogueSetStep Set(ExamActor by, DialogueSetting setting, Instant now) => setting switch
    {
        _ when !by.Sets => DialogueRefusal.RoleMayNot,
        _ when string.IsNullOrWhiteSpace(setting.Name) => DialogueRefusal.NameMissing,
        _ when setting.Name.Length > MostName => DialogueRefusal.TextTooLong,
        _ when setting.Closes <= setting.Opens || setting.Closes <= now => DialogueRefusal.WindowUnclear,
        _ when setting.Closes.SecondsSince(now) > DaysAhead * 86_400L => DialogueRefusal.TimeTooFar,
        _ when setting.Asked.Count == 0 => DialogueRefusal.NobodyAsked,
        _ when setting.Asked.Count > MostAsked => DialogueRefusal.TooManyAsked,
        _ when by.MayAsk is { } own && setting.Asked.Except(own, StringComparer.Ordinal).Any() => DialogueRefusal.NotYourGroup,
        _ => new DialogueHappening(DialogueEvent.Set, by.Name, now, setting.Name) { Setting = setting },
    };

    public static DialogueSetStep CallOff(DialogueState state, ExamActor by, string why, bool begun, Instant now) =>
        !MayChange(state, by) ? DialogueRefusal.RoleMayNot : state.IsCalledOff ? DialogueRefusal.CalledOff : begun ? DialogueRefusal.HasBegun
        : string.IsNullOrWhiteSpace(why) ? DialogueRefusal.NeedsReason : new DialogueHappening(DialogueEvent.CalledOff, by.Name, now, why.Trim());

    public static bool MayChange(DialogueState state, ExamActor by) => by.Manages || state.SetBy == by.Name;

    public static DialogueRunStep Begin(DialogueState state, long id, string who, bool begun, Instant now) => state.Setting switch
    {
        _ when state.IsCalledOff => DialogueRefusal.CalledOff,
        var s when !s.Asked.Contains(who, StringComparer.Ordinal) => DialogueRefusal.NotAsked,
        _ when begun => DialogueRefusal.AlreadyBegun,
        var s when now < s.Opens => DialogueRefusal.NotOpenYet,
        var s when now > s.Closes => DialogueRefusal.WindowOver,
        var s => new DialogueRunHappening(DialogueRunEvent.Begun, who, now) { Dialogue = id, Version = s.Version },
    };

    /// <param name="step">Which line the reply answers, as the page showed it: a form that is posted twice answers one line once.</param>
    public static DialogueRunStep Reply(DialogueRunState state, string who, int step, string text, DialogueScript script, Instant now) => text switch
    {
        _ when state.Who != who => DialogueRefusal.NotYours,
        _ when state.IsDone(script) => DialogueRefusal.AlreadyDone,
        _ when state.IsOver(script, now) => DialogueRefusal.TimeOver,
        _ when step != state.Step => DialogueRefusal.StepAnswered,
        _ when string.IsNullOrWhiteSpace(text) => DialogueRefusal.ReplyMissing,
        _ when text.Length > MostReply => DialogueRefusal.ReplyTooLong,
        _ => new DialogueRunHappening(DialogueRunEvent.Replied, who, now) { Step = step, Text = text.Trim() },
    };

    /// <summary>Every item of the rubric has points; none or all of them are given with a comment, because they say most.</summary>
    public static DialogueRunStep Score(DialogueRunState state, string by, bool mayScore, IReadOnlyList<DialogueMark> marks, string comment, DialogueScript script, Instant now)
    {
        if (!mayScore) return DialogueRefusal.RoleMayNot;
        if (state.Who == by) return DialogueRefusal.OwnRun;
        if (!state.IsOver(script, now)) return DialogueRefusal.NotDone;
        if (!marks.Select(m => m.Item).Order(StringComparer.Ordinal).SequenceEqual(script.Rubric.Select(i => i.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal)) return DialogueRefusal.ItemsUnclear;
        foreach (var mark in marks)
        {
            var full = script.Rubric.First(i => i.Id == mark.Item).Points;
            if (mark.Points < 0m || mark.Points > full || decimal.Round(mark.Points, 2) != mark.Points) return DialogueRefusal.MarkOutOfRange;
            if ((mark.Points == 0m || mark.Points == full) && string.IsNullOrWhiteSpace(mark.Comment)) return DialogueRefusal.CommentMissing;
        }
        if (marks.Any(m => m.Comment.Length > MostComment) || comment.Length > MostComment) return DialogueRefusal.CommentTooLong;
        return new DialogueRunHappening(DialogueRunEvent.Scored, by, now) { Marks = marks, Comment = comment.Trim() };
    }
}
