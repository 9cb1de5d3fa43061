using System.Globalization;
using System.Security.Cryptography;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Importing;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Training;

/// <summary>Plans trainings and takes their steps for a page, and says why not. With the end the marks become the records that an import would bring.</summary>
public sealed class TrainingDoing(Database database, string folder, TimeProvider time)
{
    private const int Tries = 5;
    private Matters<TrainingHappening> Matters => database.Matters(LearningKinds.Trainings);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    public (long? Begun, Refusal? Refused) Plan(TrainingForm form, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        var (now, plan) = (Now, PlanOf(form, viewer));
        var step = TrainingCycle.Decide(null, new PlanTraining(Asking.TrainerOf(viewer), plan), now);
        if (step.Refused is { } refused) return (null, TrainingWords.Of(refused));
        var begun = Matters.Begin(Of(plan), step.Happens!)!;
        Tell(begun, step.Happens!);
        return (begun.Id, null);
    }

    /// <summary>What two do at once is decided one after the other: the second sees what the first did.</summary>
    public Refusal? Do(long id, TrainingAsk ask, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (ask.Why.Length > DoingWords.LongestReason) return DoingWords.ReasonTooLong;
        for (var tried = 0; tried < Tries; tried++)
        {
            var kept = Matters.Find(id)!;
            var state = new TrainingState(kept.Happened);
            var step = TrainingCycle.Decide(state, CommandOf(ask, state, viewer), Now);
            if (step.Happens is not { } happens) return TrainingWords.Of(step.Refused!.Value);
            var failed = happens.What is TrainingEvent.Ended or TrainingEvent.Corrected
                ? new ByHand(database, folder, time).Keep(LearningKinds.Trainings, kept, happens, "training", [.. Seats(state, happens).Select(s => HandRecord.Of(RecordKinds.Training, s))])
                : Matters.Append(kept, happens) ? null : DoingWords.ChangedMeanwhile;
            if (failed == DoingWords.ChangedMeanwhile) continue;
            if (failed is not null) return failed;
            Tell(kept, happens);
            return step.Refused is { } refused ? TrainingWords.Of(refused) : null;
        }
        return DoingWords.ChangedMeanwhile;
    }

    private TrainingCommand CommandOf(TrainingAsk ask, TrainingState state, Viewer viewer)
    {
        var by = Asking.TrainerOf(viewer);
        return ask.Act switch
        {
            TrainingAct.Change => new PlanTraining(by, PlanOf(ask.Form!, viewer)),
            TrainingAct.Decline => new DeclineTraining(by, ask.Why),
            TrainingAct.ShowCode => new ShowTrainingCode(by, RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture), ask.Minutes),
            TrainingAct.EnterCode => new EnterTrainingCode(by, ask.Code),
            TrainingAct.Mark => new MarkTraining(by, ask.Marks, ask.Why),
            TrainingAct.MarkRest => new MarkTraining(by, [.. state.Unmarked.Where(n => n != by.Name).Select(n => new TrainingMark(n, TrainingPresence.Absent))], ask.Why),
            TrainingAct.End => new EndTraining(by),
            _ => new CallOffTraining(by, ask.Why),
        };
    }

    private static IReadOnlyList<TrainingSeat> Seats(TrainingState state, TrainingHappening happens) =>
        TrainingState.Seats(state.Plan, happens.Marks ?? [.. state.Presence.Select(p => new TrainingMark(p.Key, p.Value))]);

    private TrainingPlan PlanOf(TrainingForm form, Viewer viewer)
    {
        var trainer = form.Trainer.Length > 0 ? form.Trainer : Asking.NameOf(viewer);
        return new(form.Name, form.From ?? default, form.To ?? default, form.Where, trainer, Asking.Chosen(form.Asked, viewer, trainer));
    }

    private Asking Asking => new(database, ShopClock.Shanghai.DayOf(Now));

    private static MatterOf Of(TrainingPlan plan) => new("", ShopClock.Shanghai.DayOf(plan.From), ShopClock.Shanghai.DayOf(plan.To));

    /// <summary>Those asked and the trainer hear what is planned, changed or called off; who can't come is told to who holds and planned it.</summary>
    private void Tell(KeptMatter<TrainingHappening> kept, TrainingHappening happened)
    {
        var state = new TrainingState([.. kept.Happened.Where(h => h != happened), happened]);
        var (kind, whom) = happened.What switch
        {
            TrainingEvent.Planned => (LearningNoticeWords.TrainingAsked, state.Plan.Asked.Append(state.Plan.Trainer)),
            TrainingEvent.Changed => (LearningNoticeWords.TrainingChanged, state.Plan.Asked.Append(state.Plan.Trainer)),
            TrainingEvent.CalledOff => (LearningNoticeWords.TrainingCalledOff, state.Plan.Asked.Append(state.Plan.Trainer)),
            TrainingEvent.Declined => (LearningNoticeWords.TrainingDeclined, new[] { state.Plan.Trainer, state.PlannedBy }),
            _ => ("", []),
        };
        if (kind.Length == 0) return;
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = state.Plan.Name, ["by"] = happened.Who, ["at"] = ShowDates.Minute(ShopClock.Shanghai.ToLocal(state.Plan.From)), ["where"] = state.Plan.Where, ["why"] = happened.What is TrainingEvent.Declined or TrainingEvent.CalledOff ? happened.Why : "",
        };
        var occasion = string.Create(CultureInfo.InvariantCulture, $"{kept.Subject}/{Json.Kebab(happened.What)}/{happened.At.UnixSeconds}/{happened.Who}");
        database.Notices.Tell([.. whom.Where(w => w != happened.Who).Distinct(StringComparer.Ordinal).Select(to => new Notice(to, kind, occasion, words, Links.Training(kept.Id), happened.At))]);
    }
}
