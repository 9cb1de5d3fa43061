using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>Why a request, or a step of one, is not allowed. Worded at the edge in both languages.</summary>
public enum RequestRefusal
{
    NotYours, OwnRequest, RoleMayNot, AlreadyDecided, ColleagueFirst, SamePerson, NeedsReason, AlreadyBegun,
    AskedOneself, PastDay, TooFarAhead, NoShift, ColleagueWorks, YouWork, ColleagueRests, SameShift, OnLeave, ShiftsOverlap, RosterChanged, NotYourGroup,
    NeedsKind, NothingAsked, TooLong, LeaveOverlaps, KindUnknown,
}

/// <summary>Who acts, and which approvals they may give for the group of who asks: their own office, or one that nobody of the group holds and HR or the manager stands in for.</summary>
public sealed record FloorActor(string Name, IReadOnlyList<Office> Offices);

/// <summary>One step that somebody wants to take.</summary>
public sealed record RequestCommand(FloorActor By, RequestEvent Act, string Why);

/// <summary>What is known when a step arrives: whether the day has begun, and what stands against the request itself now; null where nothing does.</summary>
public sealed record RequestSituation(Instant Now, bool HasBegun, RequestRefusal? Against);

/// <summary>What happens, or the refusal.</summary>
public readonly record struct RequestStep(RequestHappening? Happens, RequestRefusal? Refused)
{
    public static implicit operator RequestStep(RequestRefusal refused) => new(null, refused);
}

/// <summary>
/// A swap is agreed to by the colleague, then it and leave are approved by two: the group's leader and its supervisor, never the same person twice, never one of those concerned.
/// Who asked takes it back until the day begins; what was refused, declined or taken back stays so.
/// </summary>
public static class RequestCycle
{
    public static RequestStep Decide(RequestState state, RequestCommand command, RequestSituation now) => command.Act switch
    {
        RequestEvent.Agreed or RequestEvent.Declined => ByColleague(state, command, now),
        RequestEvent.Approved or RequestEvent.Refused => ByOffice(state, command, now),
        RequestEvent.Withdrawn => Withdrawn(state, command, now),
        _ => RequestRefusal.AlreadyDecided,
    };

    private static RequestStep ByColleague(RequestState state, RequestCommand command, RequestSituation now)
    {
        if (state.Swap?.With != command.By.Name) return RequestRefusal.NotYours;
        if (state.Stage != RequestStage.WithColleague) return RequestRefusal.AlreadyDecided;
        if (command.Act == RequestEvent.Declined) return Happens(command, now);
        return now.HasBegun ? RequestRefusal.AlreadyBegun : now.Against is { } against ? against : Happens(command, now);
    }

    private static RequestStep ByOffice(RequestState state, RequestCommand command, RequestSituation now)
    {
        if (command.By.Name == state.Asker || command.By.Name == state.Swap?.With) return RequestRefusal.OwnRequest;
        if (command.By.Offices.Count == 0) return RequestRefusal.RoleMayNot;
        if (!state.IsOpen) return RequestRefusal.AlreadyDecided;
        if (state.Stage == RequestStage.WithColleague) return RequestRefusal.ColleagueFirst;
        if (command.Act == RequestEvent.Refused) return string.IsNullOrWhiteSpace(command.Why) ? RequestRefusal.NeedsReason : Happens(command, now);
        if (state.Approvals.Any(a => a.Who == command.By.Name)) return RequestRefusal.SamePerson;
        if (command.By.Offices.Where(state.Waiting.Contains).Select(o => (Office?)o).FirstOrDefault() is not { } office) return RequestRefusal.AlreadyDecided;
        if (now.HasBegun && state.Swap is not null) return RequestRefusal.AlreadyBegun;
        return now.Against is { } against ? against : Happens(command, now, office);
    }

    private static RequestStep Withdrawn(RequestState state, RequestCommand command, RequestSituation now)
    {
        if (command.By.Name != state.Asker) return RequestRefusal.NotYours;
        // A swap that was granted is the roster's: it is undone by another swap. Leave is given back while it has not begun.
        if (!state.IsOpen && !(state.Stage == RequestStage.Granted && state.Leave is not null)) return RequestRefusal.AlreadyDecided;
        return now.HasBegun && !state.IsOpen ? RequestRefusal.AlreadyBegun : Happens(command, now);
    }

    private static RequestStep Happens(RequestCommand command, RequestSituation now, Office? office = null) =>
        new(new(command.Act, command.By.Name, now.Now, command.Why) { Office = office }, null);
}
