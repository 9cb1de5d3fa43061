using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>What becomes of something found in logs and chats: a relief that was not waited for, or a shift that stretched. Stored by number: append, never renumber.</summary>
public enum FindingEvent : byte { Found, Excused, Incident, Confirmed, Refused }

/// <summary>One step of a finding. Found keeps what was shown when somebody decided: minutes, the shift's end, and where to look.</summary>
public sealed record FindingHappening(FindingEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public int? Minutes { get; init; }
    public Instant? ShiftEnd { get; init; }
    public string? Evidence { get; init; }
}

public enum FindingRefusal { NotFound, RoleMayNot, OwnFinding, NeedsReason, AlreadyDecided, TooManyMinutes }

/// <summary>Who decides: whether they answer for the group.</summary>
public sealed record FindingActor(string Name, bool LeadsGroup);

/// <summary>A finding is decided once, by who answers for the group and not by whom it is about: excused or made an incident, or confirmed as overtime or not.</summary>
public static class FindingCycle
{
    /// <param name="found">Minutes that the logs show now.</param>
    /// <param name="minutes">Of a stretch: how many of them count; none where all do.</param>
    public static (FindingHappening? Happens, FindingRefusal? Refused) Decide(
        IReadOnlyList<FindingHappening> happened, FindingActor by, string about, FindingEvent act, string why, Instant now, int found, int? minutes = null)
    {
        if (!by.LeadsGroup) return (null, FindingRefusal.RoleMayNot);
        if (by.Name == about) return (null, FindingRefusal.OwnFinding);
        if (happened.Any(h => h.What != FindingEvent.Found)) return (null, FindingRefusal.AlreadyDecided);
        if (act is FindingEvent.Excused or FindingEvent.Refused && string.IsNullOrWhiteSpace(why)) return (null, FindingRefusal.NeedsReason);
        if (minutes is { } some && (some <= 0 || some > found)) return (null, FindingRefusal.TooManyMinutes);
        return (new(act, by.Name, now, why) { Minutes = minutes ?? found }, null);
    }
}
