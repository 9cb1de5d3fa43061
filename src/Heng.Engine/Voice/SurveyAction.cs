using Heng.Engine.Records;

namespace Heng.Engine.Voice;

/// <summary>One thing that happens to an action, as it is kept. Stored by number: append, never renumber.</summary>
public enum ActionEvent : byte { Written, Begun, Done, Dropped }

/// <summary>What happened to an action. Where it was written: after which survey, what was heard, what is done about it, by whom, until when.</summary>
public sealed record ActionHappening(ActionEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public long? Survey { get; init; }
    public string? Heard { get; init; }
    public string? Doing { get; init; }
    public string? By { get; init; }
    public DateOnly? Due { get; init; }
}

public enum ActionRefusal { RoleMayNot, NeedsWords, TextTooLong, NeedsDue, NeedsReason, AlreadyBegun, AlreadyOver }

/// <summary>What is done about what a survey told (改进反馈), as its events leave it.</summary>
public sealed record ActionState(IReadOnlyList<ActionHappening> Happened)
{
    public const int MostWords = 500;

    public ActionHappening Written => Happened[0];
    public ActionHappening Latest => Happened[^1];
    public bool IsOver => Latest.What is ActionEvent.Done or ActionEvent.Dropped;
    public bool IsLate(DateOnly today) => !IsOver && today > Written.Due;

    public static (ActionHappening? Happens, ActionRefusal? Refused) Write(VoiceActor by, long survey, string heard, string doing, string whom, DateOnly? due, DateOnly today, Instant now) =>
        !by.Decides ? (null, ActionRefusal.RoleMayNot)
        : string.IsNullOrWhiteSpace(heard) || string.IsNullOrWhiteSpace(doing) || string.IsNullOrWhiteSpace(whom) ? (null, ActionRefusal.NeedsWords)
        : heard.Length > MostWords || doing.Length > MostWords || whom.Length > 60 ? (null, ActionRefusal.TextTooLong)
        : due is null || due < today || due > today.AddYears(3) ? (null, ActionRefusal.NeedsDue)
        : (new(ActionEvent.Written, by.Name, now) { Survey = survey, Heard = heard.Trim(), Doing = doing.Trim(), By = whom.Trim(), Due = due }, null);

    /// <summary>It begins, is done with what came of it, or is dropped with why.</summary>
    public (ActionHappening? Happens, ActionRefusal? Refused) Step(VoiceActor by, ActionEvent what, string why, Instant now) =>
        !by.Decides ? (null, ActionRefusal.RoleMayNot)
        : IsOver ? (null, ActionRefusal.AlreadyOver)
        : what == ActionEvent.Begun && Latest.What == ActionEvent.Begun ? (null, ActionRefusal.AlreadyBegun)
        : what != ActionEvent.Begun && string.IsNullOrWhiteSpace(why) ? (null, ActionRefusal.NeedsReason)
        : (new(what, by.Name, now, why.Trim()), null);
}
