using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Importing;
using Heng.App.Features.Leaves;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Heng.Engine.Duty;
using Heng.App.Features.Rosters;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Floor;

/// <summary>Asks for swaps and leave, and decides about them, for a page or a command; says why not. What is granted writes the records that attendance reads.</summary>
public sealed class RequestDoing(FloorDesk desk)
{
    private readonly FloorOffices offices = new(desk.Database);
    private readonly FloorTelling telling = new(desk.Database);

    public Refusal? AskSwap(Viewer viewer, DateOnly day, string with, DateOnly? forDay, string? why)
    {
        if (FloorDesk.Checked(viewer, why) is { } no) return no;
        var plan = PlanOf(day, forDay);
        if (viewer.Person is not { } me || plan.GroupOf(me, day) is not { } group) return RequestWords.Of(RequestRefusal.NotYours);
        if (plan.GroupOf(with, day) != group) return RequestWords.Of(RequestRefusal.NotYourGroup);
        var (mine, theirs) = (plan.PlannedOf(me), plan.PlannedOf(with));
        var ask = new SwapAsk(day, with, forDay, SwapCheck.Before(mine, theirs, day, forDay));
        if (SwapCheck.Against(ask, mine, theirs, desk.Now, desk.Today) is { } against) return RequestWords.Of(against);
        // One open request a day and person; a second form posted twice finds the first.
        if (Open(FloorKinds.Swaps, me).Any(k => State(k).Swap!.Day == day)) return RequestWords.AlreadyAsked;
        var (first, last) = forDay is { } other ? (day < other ? day : other, day < other ? other : day) : (day, day);
        var kept = desk.Database.Matters(FloorKinds.Swaps).Begin(new(me, first, last), new(RequestEvent.Asked, me, desk.Now, why ?? "") { Swap = ask });
        telling.Swap(kept!, [with]);
        return null;
    }

    public Refusal? AskLeave(Viewer viewer, LeaveAsk ask, string? why)
    {
        if (FloorDesk.Checked(viewer, why) is { } no) return no;
        if (viewer.Person is not { } me) return RequestWords.Of(RequestRefusal.NotYours);
        var day = ShopClock.Shanghai.DayOf(ask.From);
        if (LeaveCheck.Against(ask, OthersOf(me), desk.Now) is { } against) return RequestWords.Of(against);
        if (!LeaveKinds.Of(desk.Database).Contains(ask.Kind, StringComparer.Ordinal)) return RequestWords.Of(RequestRefusal.KindUnknown);
        var id = NextLeave();
        var (kept, refused) = new ByHand(desk.Database, desk.Folder, desk.Time).Begin(FloorKinds.Leave, new(me, day, ShopClock.Shanghai.DayOf(ask.To.Plus(-1)), id),
            new(RequestEvent.Asked, me, desk.Now, why ?? "") { Leave = ask }, "leave", HandRecord.Of(RecordKinds.Leave, RecordOf(id, me, ask, LeaveState.Pending)));
        if (refused is not null) return refused;
        telling.Leave(kept!, offices.Approving(GroupOf(me, day), State(kept!).Waiting, me));
        return null;
    }

    public Refusal? Decide(MatterKind<RequestHappening> kind, long id, RequestEvent act, string? why, Viewer viewer)
    {
        if (FloorDesk.Checked(viewer, why) is { } no) return no;
        if (desk.Database.Matters(kind).Find(id) is not { } kept || !MaySee(viewer, kept)) return RequestWords.Of(RequestRefusal.NotYours);
        var state = State(kept);
        var actor = new FloorActor(offices.NameOf(viewer), offices.Of(viewer, GroupOf(state.Asker, kept.Of.First), [state.Asker, .. Colleague(state)]));
        var step = RequestCycle.Decide(state, new(actor, act, why ?? ""), Situation(kept, state));
        if (step.Refused is { } refused) return RequestWords.Of(refused);
        var after = state.After(step.Happens!);
        if (Keep(kind, kept, after, step.Happens!) is { } busy) return busy;
        Tell(kept with { Happened = after.Happened }, after);
        return null;
    }

    /// <summary>Whoever asked, the colleague, and those who decide or look on.</summary>
    public bool MaySee(Viewer viewer, KeptMatter<RequestHappening> kept) => State(kept) is var state
        && (viewer.Person is { } me && (me == state.Asker || me == state.Swap?.With) || FloorRights.SeesRequests(viewer, GroupOf(state.Asker, kept.Of.First)));

    public static RequestState State(KeptMatter<RequestHappening> kept) => new(kept.Happened);

    /// <summary>What somebody may do with a request now.</summary>
    public IReadOnlyList<RequestEvent> MayDo(Viewer viewer, KeptMatter<RequestHappening> kept)
    {
        var state = State(kept);
        var actor = new FloorActor(offices.NameOf(viewer), offices.Of(viewer, GroupOf(state.Asker, kept.Of.First), [state.Asker, .. Colleague(state)]));
        var situation = Situation(kept, state) with { Against = null };
        return [.. new[] { RequestEvent.Agreed, RequestEvent.Declined, RequestEvent.Approved, RequestEvent.Refused, RequestEvent.Withdrawn }
            .Where(act => RequestCycle.Decide(state, new(actor, act, "x"), situation).Refused is null)];
    }

    /// <summary>Whose rest a swap would make short, while it is open.</summary>
    public IReadOnlyList<ShortRest> ShortRests(RequestState state)
    {
        if (state is not { IsOpen: true, Swap: { } ask }) return [];
        var plan = PlanOf(ask.Day, ask.ForDay);
        return SwapCheck.ShortRests(ask, plan.PlannedOf(state.Asker), plan.PlannedOf(ask.With));
    }

    public IReadOnlyList<string> Waited(KeptMatter<RequestHappening> kept) => State(kept) is { Stage: RequestStage.ToApprove } state
        ? offices.Approving(GroupOf(state.Asker, kept.Of.First), state.Waiting, [state.Asker, .. Colleague(state), .. state.Approvals.Select(a => a.Who)]) : [];

    private Refusal? Keep(MatterKind<RequestHappening> kind, KeptMatter<RequestHappening> kept, RequestState after, RequestHappening happens)
    {
        var byHand = new ByHand(desk.Database, desk.Folder, desk.Time);
        if (after.Leave is { } leave && after.Stage != RequestStage.ToApprove)
            return byHand.Keep(kind, kept, happens, "leave", HandRecord.Of(RecordKinds.Leave, RecordOf(kept.Of.Key!, after.Asker, leave, LeaveCheck.StateOf(after.Stage))));
        if (after is { Swap: { } swap, Stage: RequestStage.Granted })
            return byHand.Keep(kind, kept, happens, "roster", [.. Exchanged(after.Asker, swap).Select(row => HandRecord.Of(RecordKinds.Roster, row))]);
        return desk.Database.Matters(kind).Append(kept, happens) ? null : DoingWords.ChangedMeanwhile;
    }

    /// <summary>Each gets what the roster says of the other, under their own name as the roster writes it.</summary>
    private IEnumerable<RosterDay> Exchanged(string asker, SwapAsk swap)
    {
        var plan = PlanOf(swap.Day, swap.ForDay);
        foreach (var day in SwapCheck.DaysOf(swap.Day, swap.ForDay))
            foreach (var (who, other) in new[] { (asker, swap.With), (swap.With, asker) })
                yield return RosterDoing.Written(plan, who, day, plan.People.Find(other) is { } person ? plan.RowOf(person.Id, day) : null);
    }

    private RequestSituation Situation(KeptMatter<RequestHappening> kept, RequestState state)
    {
        if (state.Leave is { } leave) return new(desk.Now, leave.From <= desk.Now, null);
        var (swap, plan) = (state.Swap!, PlanOf(state.Swap!.Day, state.Swap!.ForDay));
        var (mine, theirs) = (plan.PlannedOf(state.Asker), plan.PlannedOf(swap.With));
        var against = state.IsOpen ? SwapCheck.Against(swap, mine, theirs, desk.Now, desk.Today) : null;
        return new(desk.Now, kept.Of.First < desk.Today, against);
    }

    private void Tell(KeptMatter<RequestHappening> kept, RequestState after)
    {
        var approving = after.Stage == RequestStage.ToApprove ? Waited(kept) : [];
        string[] concerned = after.Stage == RequestStage.ToApprove && after.Happened[^1].What == RequestEvent.Approved ? [] : [after.Asker, .. Colleague(after)];
        if (after.Swap is not null) telling.Swap(kept, [.. approving, .. concerned]);
        else telling.Leave(kept, [.. approving, .. concerned]);
    }

    private IEnumerable<LeaveAsk> OthersOf(string name)
    {
        var roster = desk.Database.People.Roster;
        return desk.Database.Records(RecordKinds.Leave).All(Shops.Company.Id)
            .Where(l => l.State is LeaveState.Approved or LeaveState.Pending && roster.PersonOf(l.Name, l.Account, ShopClock.Shanghai.DayOf(l.From)) == roster.Find(name)?.Id)
            .Select(l => new LeaveAsk(l.Kind, l.From, l.To, l.Amount, l.Unit));
    }

    private IEnumerable<KeptMatter<RequestHappening>> Open(MatterKind<RequestHappening> kind, string person) => desk.Database.Matters(kind).About(person).Where(k => State(k).IsOpen);

    // The form's number is ours, so that no form of another system has it.
    private string NextLeave() => string.Create(CultureInfo.InvariantCulture, $"{LeaveKinds.Own}{desk.Database.Matters(FloorKinds.Leave).All.Count + 1}");

    private static Leave RecordOf(string form, string name, LeaveAsk ask, LeaveState state) => new(form, name, "", ask.Kind, state, ask.From, ask.To, ask.Amount, ask.Unit);
    private static IEnumerable<string> Colleague(RequestState state) => state.Swap is { } swap ? [swap.With] : [];

    private string? GroupOf(string name, DateOnly day)
    {
        var roster = desk.Database.People.Roster;
        return roster.Find(name) is { } person ? (roster.On(person.Id, day) ?? (roster.HistoryOf(person.Id) is [var latest, ..] ? latest : null))?.Group : null;
    }

    private FloorPlan PlanOf(DateOnly day, DateOnly? forDay) => forDay is { } other && other < day ? new(desk.Database, other, day) : new(desk.Database, day, forDay ?? day);
}
