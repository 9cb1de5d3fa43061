using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Training;

/// <summary>Fills the pages of trainings and does what their forms ask. One is seen by who is asked, holds or planned it, and by who sees somebody asked.</summary>
public sealed class TrainingsQuery(Database database, string folder, ViewerFor viewers, TimeProvider time)
{
    private TrainingDoing Doing => new(database, folder, time);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    public Task<(Seen<TrainingsView> Seen, long? Begun)> List(Month? month, TrainingForm? plan, HttpContext context)
    {
        if (viewers(context) is not { } viewer || plan is not null && !Rights.AsksToLearn(viewer)) return Task.FromResult((Seen<TrainingsView>.Forbidden, (long?)null));
        var (begun, refused) = plan is null ? (null, null) : Doing.Plan(plan, viewer);
        var asking = new Asking(database, ShopClock.Shanghai.DayOf(Now));
        var me = asking.NameOf(viewer);
        var seen = database.Matters(LearningKinds.Trainings).All.Select(k => (k.Id, State: new TrainingState(k.Happened))).Where(k => Sees(k.State, viewer, asking)).OrderByDescending(k => k.State.Plan.From).ToLookup(k => k.State.Plan.Asked.Contains(me, StringComparer.Ordinal),
            k => new TrainingRow(k.Id, k.State, k.State.Presence.TryGetValue(me, out var own) ? own : null, k.State.DeclinedBy(me) is not null));
        var of = month ?? Month.Of(ShopClock.Shanghai.DayOf(Now));
        return Task.FromResult(((Seen<TrainingsView>)new TrainingsView(of, [.. seen[true]], [.. seen[false]], Attended(of, viewer)) { MayAsk = asking.For(viewer), Form = plan ?? TrainingForm.Empty with { Trainer = me }, Refused = refused }, begun));
    }

    public Task<Seen<TrainingView>> One(long id, TrainingAsk? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<TrainingView>.Forbidden);
        var asking = new Asking(database, ShopClock.Shanghai.DayOf(Now));
        if (database.Matters(LearningKinds.Trainings).Find(id) is not { } kept || !Sees(new(kept.Happened), viewer, asking)) return Task.FromResult(Seen<TrainingView>.NotFound);
        var refused = ask is null ? null : Doing.Do(id, ask, viewer);
        return Task.FromResult<Seen<TrainingView>>(View(id, ask, refused, viewer, asking));
    }

    private TrainingView View(long id, TrainingAsk? ask, Refusal? refused, Viewer viewer, Asking asking)
    {
        var state = new TrainingState(database.Matters(LearningKinds.Trainings).Find(id)!.Happened);
        var (by, plan) = (asking.TrainerOf(viewer), state.Plan);
        var named = viewer.Role is not (Role.Operator or Role.Auditor or Role.Administrator);
        var marks = named && TrainingCycle.MayMark(state, by);
        var rows = plan.Asked.Where(n => marks || asking.Sees(viewer, n)).Select(n => new TrainingSeatRow(n, asking.GroupOf(n), state.Presence.TryGetValue(n, out var presence) ? presence : null, state.DeclinedBy(n)));
        return new(id, state, [.. rows], by.Name, Now)
        {
            MayMark = marks, MayChange = named && TrainingCycle.MayChange(state, by) && by.Plans, MayAsk = asking.For(viewer), Refused = refused,
            Form = ask?.Form ?? new(plan.Name, plan.From, plan.To, plan.Where, plan.Trainer, new([], [], plan.Asked)),
        };
    }

    private static bool Sees(TrainingState state, Viewer viewer, Asking asking)
    {
        if (Rights.SeesEveryone(viewer)) return true;
        var me = asking.NameOf(viewer);
        return state.Plan.Trainer == me || state.PlannedBy == me || state.Plan.Asked.Any(n => n == me || asking.Sees(viewer, n));
    }

    /// <summary>From the records, imported ones too: what the metric counts. A person is in the group of the day.</summary>
    private IReadOnlyList<AttendedRow> Attended(Month month, Viewer viewer)
    {
        var roster = database.People.Roster;
        return [.. database.Records(RecordKinds.Training).Between(Shops.Company.Id, month.First, month.Last).Select(s => (Seat: s, Person: roster.PersonOf(s.Agent, s.Day))).Where(s => s.Person != 0)
            .GroupBy(s => s.Person).Select(g => (Name: roster.NameOf(g.Key)!, Group: roster.In(g.Key, month)?.Group ?? "", Seats: g.ToArray()))
            .Where(p => Rights.Sees(viewer, p.Name, p.Group)).Select(p => new AttendedRow(p.Name, p.Group, p.Seats.Length, p.Seats.Count(s => s.Seat.Attended)))
            .OrderBy(r => r.Group, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }
}
