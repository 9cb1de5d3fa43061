using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Importing;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.Training;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Dialogues;

/// <summary>Brings scripts, sets and runs simulated dialogues and scores them for a page, and says why not. What is scored becomes the record that an import would bring.</summary>
public sealed class DialogueDoing(Database database, string folder, TimeProvider time)
{
    private const int Tries = 5;
    private Matters<DialogueRunHappening> Runs => database.Matters(LearningKinds.Runs);
    private Matters<DialogueHappening> Dialogues => database.Matters(LearningKinds.Dialogues);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
    private DateOnly Today => ShopClock.Shanghai.DayOf(Now);
    private Asking Asking => new(database, Today);

    public Refusal? Bring(DialogueScript script, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (!Rights.AsksToLearn(viewer)) return DialogueWords.Of(DialogueRefusal.RoleMayNot);
        var scripts = database.Matters(LearningKinds.Scripts);
        for (var tried = 0; tried < Tries; tried++)
        {
            var kept = scripts.Find(script.Id);
            var happens = new DialogueScriptHappening(DialogueScriptEvent.Imported, Asking.NameOf(viewer), Now, string.Create(CultureInfo.InvariantCulture, $"v{(kept?.Happened.Count ?? 0) + 1}, {script.Steps.Count}")) { Script = script };
            if (kept is null ? scripts.Begin(new("", Today, Today, script.Id), happens) is not null : scripts.Append(kept, happens)) return null;
        }
        return DoingWords.ChangedMeanwhile;
    }

    public (long? Begun, Refusal? Refused) Set(DialogueForm form, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        if (database.Matters(LearningKinds.Scripts).Find(form.Script) is not { } script) return (null, DialogueWords.ScriptUnknown);
        var asking = Asking;
        var setting = new DialogueSetting(form.Name, form.Script, script.Happened.Count, form.Opens ?? default, form.Closes ?? default, asking.Chosen(form.Asked, viewer));
        var step = DialogueCycle.Set(asking.ExaminerOf(viewer), setting, Now);
        if (step.Refused is { } refused) return (null, DialogueWords.Of(refused));
        var kept = Dialogues.Begin(new("", ShopClock.Shanghai.DayOf(setting.Opens), ShopClock.Shanghai.DayOf(setting.Closes)), step.Happens!)!;
        Tell(LearningNoticeWords.DialogueSet, kept.Subject, setting, step.Happens!, Links.Dialogue(kept.Id), setting.Asked);
        return (kept.Id, null);
    }

    public Refusal? CallOff(long id, string why, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (why.Length > DoingWords.LongestReason) return DoingWords.ReasonTooLong;
        var kept = Dialogues.Find(id)!;
        var state = new DialogueState(kept.Happened);
        var step = DialogueCycle.CallOff(state, Asking.ExaminerOf(viewer), why, DialogueBook.RunsOf(database, kept).Count > 0, Now);
        if (step.Refused is { } refused) return DialogueWords.Of(refused);
        if (!Dialogues.Append(kept, step.Happens!)) return DoingWords.ChangedMeanwhile;
        Tell(LearningNoticeWords.DialogueCalledOff, kept.Subject, state.Setting, step.Happens!, Links.Dialogue(id), state.Setting.Asked);
        return null;
    }

    /// <summary>Of two beginnings at once one is kept: whose it is, is its key.</summary>
    public Refusal? Begin(long id, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var (me, key) = (Asking.NameOf(viewer), "");
        key = DialogueBook.KeyOf(id, me);
        var step = DialogueCycle.Begin(new(Dialogues.Find(id)!.Happened), id, me, Runs.Find(key) is not null, Now);
        if (step.Refused is { } refused) return DialogueWords.Of(refused);
        return Runs.Begin(new(me, Today, Today, key), step.Happens!) is null ? DialogueWords.Of(DialogueRefusal.AlreadyBegun) : null;
    }

    public Refusal? Reply(long id, int line, string text, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var me = Asking.NameOf(viewer);
        if (Runs.Find(DialogueBook.KeyOf(id, me)) is not { } kept) return DialogueWords.Of(DialogueRefusal.NotYours);
        var (run, dialogue) = (new DialogueRunState(kept.Happened), new DialogueState(Dialogues.Find(id)!.Happened));
        var script = DialogueBook.Script(database, dialogue.Setting.Script, run.Version);
        var step = DialogueCycle.Reply(run, me, line, text, script, Now);
        if (step.Refused is { } refused) return DialogueWords.Of(refused);
        if (!Runs.Append(kept, step.Happens!)) return DoingWords.ChangedMeanwhile;
        if (new DialogueRunState([.. kept.Happened, step.Happens!]).IsDone(script))
            Tell(LearningNoticeWords.DialogueToScore, kept.Subject, dialogue.Setting, step.Happens!, Links.DialogueSheet(kept.Id), [dialogue.SetBy]);
        return null;
    }

    /// <summary>Scored anew it is the same record with other points: the later one stands.</summary>
    public Refusal? Score(KeptMatter<DialogueRunHappening> kept, IReadOnlyList<DialogueMark> marks, string comment, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var run = new DialogueRunState(kept.Happened);
        var (state, by) = (new DialogueState(Dialogues.Find(run.Dialogue)!.Happened), Asking.ExaminerOf(viewer));
        var script = DialogueBook.Script(database, state.Setting.Script, run.Version);
        var step = DialogueCycle.Score(run, by.Name, by.Sets && DialogueCycle.MayChange(state, by), marks, comment, script, Now);
        if (step.Refused is { } refused) return DialogueWords.Of(refused);
        var record = new Exam(ShopClock.Shanghai.DayOf(run.EndedAt(script)), state.Setting.Name, run.Who, marks.Sum(m => m.Points), script.Full, IsDialogue: true);
        if (new ByHand(database, folder, time).Keep(LearningKinds.Runs, kept, step.Happens!, "exams", HandRecord.Of(RecordKinds.Exams, record)) is { } failed) return failed;
        Tell(LearningNoticeWords.DialogueScored, string.Create(CultureInfo.InvariantCulture, $"{kept.Subject}/{step.Happens!.At.UnixSeconds}"), state.Setting, step.Happens!, Links.DialogueSheet(kept.Id), [run.Who]);
        return null;
    }

    private void Tell(string kind, string occasion, DialogueSetting setting, MatterStep happened, string link, IReadOnlyList<string> whom)
    {
        string Minute(Instant at) => ShowDates.Minute(ShopClock.Shanghai.ToLocal(at));
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = setting.Name, ["by"] = happened.Who, ["at"] = Minute(setting.Opens), ["until"] = Minute(setting.Closes), ["why"] = kind == LearningNoticeWords.DialogueCalledOff ? happened.Why : "" };
        database.Notices.Tell([.. whom.Where(w => w != happened.Who).Distinct(StringComparer.Ordinal).Select(to => new Notice(to, kind, occasion, words, link, happened.At))]);
    }
}
