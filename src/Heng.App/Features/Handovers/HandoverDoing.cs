using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Floor;
using Heng.App.Features.Importing;
using Heng.App.Features.People;
using Heng.Engine.Daily;
using Heng.Engine.Duty;
using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Store;

namespace Heng.App.Features.Handovers;

/// <summary>Writes, answers, takes over and settles handovers for a page, and says why not. What is made or missed becomes the record that cards count.</summary>
public sealed class HandoverDoing(FloorDesk desk)
{
    private readonly FloorOffices offices = new(desk.Database);

    public Refusal? Do(string from, DateOnly day, HandoverEvent act, HandoverText? text, string? why, Viewer viewer)
    {
        if (FloorDesk.Checked(viewer, why) is { } no) return no;
        (text, why) = (text is null ? null : Masked(text), why is null ? null : Privacy.Masked(why));
        var plan = new FloorPlan(desk.Database, day, day);
        var group = plan.GroupOf(from, day);
        // What one may not see is not there.
        if (group is null || !FloorRights.SeesFloor(viewer, group)) return HandoverWords.Of(HandoverRefusal.NotYours);
        var kept = desk.Database.Matters(FloorKinds.Handovers).Find(KeyOf(from, day));
        var state = kept is null ? new HandoverState(from, day, []) : StateOf(kept);
        var shift = plan.ShiftOf(plan.People.Find(from)!.Id, day);
        var situation = new HandoverSituation(desk.Now, ShiftName(plan, from, day), shift?.End);
        // An agent's day is the one before too, for a night shift that ends in the morning; nobody hands over a shift that is to come.
        if (act == HandoverEvent.Written && (day > desk.Today || shift is { } own && desk.Now < own.Start)) return HandoverWords.Of(HandoverRefusal.NotYet);
        if (act is HandoverEvent.Missed or HandoverEvent.Excused && shift is null) return HandoverWords.Of(HandoverRefusal.NotYet);
        var actor = new HandoverActor(offices.NameOf(viewer), viewer.Person is { } me && plan.GroupOf(me, day) == group, FloorRights.LeadsFloor(viewer, group));
        var step = HandoverCycle.Decide(state, new(actor, act, why ?? "") { Text = text, To = shift is { } ends ? Receivers(plan, from, group, day, ends.End) : [] }, situation);
        if (step.Refused is { } refused) return HandoverWords.Of(refused);
        var after = state.After(step.Happens!);
        if (Keep(kept, after, step.Happens!) is { } busy) return busy;
        Tell(plan, group, after);
        return null;
    }

    public static HandoverState StateOf(KeptMatter<HandoverHappening> kept) => new(kept.Of.About, kept.Of.First, kept.Happened);

    public static string KeyOf(string from, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}/{from}");

    public static string ShiftName(FloorPlan plan, string name, DateOnly day) => plan.People.Find(name) is { } person && plan.RowOf(person.Id, day) is { } row && plan.ShiftOf(person.Id, day) is not null ? row.Shift : "";

    public static IReadOnlyList<string> Receivers(FloorPlan plan, string from, string group, DateOnly day, Instant end) =>
        NextShift.After(from, end, plan.ShiftsOf(group, day.AddDays(-1), day.AddDays(1)).Select(s => (s.Name, s.Shift)));

    private static HandoverText Masked(HandoverText of) => of with
    {
        OpenCases = Privacy.Masked(of.OpenCases), Waiting = Privacy.Masked(of.Waiting), Campaigns = Privacy.Masked(of.Campaigns), Stock = Privacy.Masked(of.Stock), Other = Privacy.Masked(of.Other),
    };

    private Refusal? Keep(KeptMatter<HandoverHappening>? kept, HandoverState after, HandoverHappening happens)
    {
        var byHand = new ByHand(desk.Database, desk.Folder, desk.Time);
        var was = kept is null ? null : StateOf(kept).Made;
        IReadOnlyList<HandRecord> records = after.Made is { } made && made != was
            ? [HandRecord.Of(RecordKinds.Handovers, new Handover(after.Day, after.From, after.Shift is { Length: > 0 } shift ? shift : null, made))] : [];
        var of = new MatterOf(after.From, after.Day, after.Day, KeyOf(after.From, after.Day));
        if (records.Count == 0)
            return (kept is null ? desk.Database.Matters(FloorKinds.Handovers).Begin(of, happens) is not null : desk.Database.Matters(FloorKinds.Handovers).Append(kept, happens)) ? null : DoingWords.ChangedMeanwhile;
        return kept is null ? byHand.Begin(FloorKinds.Handovers, of, happens, "handovers", [.. records]).Refused : byHand.Keep(FloorKinds.Handovers, kept, happens, "handovers", [.. records]);
    }

    /// <summary>A note is told to who takes over, by the roster, else to everybody of the group who works then; a question to who wrote, an answer to who asked.</summary>
    private void Tell(FloorPlan plan, string group, HandoverState state)
    {
        var kept = desk.Database.Matters(FloorKinds.Handovers).Find(KeyOf(state.From, state.Day))!;
        IReadOnlyList<string> to = state.Happened[^1].What switch
        {
            HandoverEvent.Written => state.To.Count > 0 ? state.To : [.. plan.ShiftsOf(group, state.Day, state.Day.AddDays(1)).Where(s => s.Shift.End > desk.Now).Select(s => s.Name)],
            HandoverEvent.Answered => [.. state.Happened.Where(h => h.What == HandoverEvent.Asked).Select(h => h.Who)],
            _ => [state.From],
        };
        new FloorTelling(desk.Database).Handover(kept, to);
    }
}
