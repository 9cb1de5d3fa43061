using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Exams;
using Heng.App.Features.People;
using Heng.App.Features.Training;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Dialogues;

/// <summary>Fills the pages of simulated dialogues and does what their forms ask. A transcript is read by who wrote it, who set it, and by who sees the person.</summary>
public sealed class DialoguesQuery(Database database, string folder, ViewerFor viewers, TimeProvider time)
{
    private DialogueDoing Doing => new(database, folder, time);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
    private Asking Asking => new(database, ShopClock.Shanghai.DayOf(Now));

    public Task<(Seen<DialoguesView> Seen, long? Begun)> List(DialogueForm? set, HttpContext context)
    {
        if (viewers(context) is not { } viewer || set is not null && !Rights.AsksToLearn(viewer)) return Task.FromResult((Seen<DialoguesView>.Forbidden, (long?)null));
        var (begun, refused) = set is null ? (null, null) : Doing.Set(set, viewer);
        return Task.FromResult(((Seen<DialoguesView>)(View(viewer) with { Form = set ?? DialogueForm.Empty, Refused = refused }), begun));
    }

    public Task<Seen<DialoguesView>> Bring(string path, string fileName, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.AsksToLearn(viewer)) return Task.FromResult(Seen<DialoguesView>.Forbidden);
        if (path.Length == 0) return Task.FromResult<Seen<DialoguesView>>(View(viewer) with { Refused = ExamWords.FileMissing });
        var read = ScriptFile.Read(path, fileName);
        if (read.Script is not { } script) return Task.FromResult<Seen<DialoguesView>>(View(viewer) with { Refused = DialogueWords.ScriptUnreadable, ScriptErrors = read.Errors });
        var refused = Doing.Bring(script, viewer);
        return Task.FromResult<Seen<DialoguesView>>(View(viewer) with { Refused = refused });
    }

    public Task<Seen<DialogueView>> One(long id, string? act, string why, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<DialogueView>.Forbidden);
        var asking = Asking;
        if (database.Matters(LearningKinds.Dialogues).Find(id) is not { } kept || !Sees(new(kept.Happened), viewer, asking)) return Task.FromResult(Seen<DialogueView>.NotFound);
        var refused = act switch { null => null, "begin" => Doing.Begin(id, viewer), _ => Doing.CallOff(id, why, viewer) };
        kept = act is null ? kept : database.Matters(LearningKinds.Dialogues).Find(id)!;
        var (state, by) = (new DialogueState(kept.Happened), asking.ExaminerOf(viewer));
        var runs = DialogueBook.RunsOf(database, kept).ToDictionary(r => r.Happened[0].Who, StringComparer.Ordinal);
        var leads = Rights.SeesSomeGroup(viewer);
        return Task.FromResult<Seen<DialogueView>>(new DialogueView(id, state, DialogueBook.Script(database, state.Setting.Script, state.Setting.Version), by.Name, Now)
        {
            Own = runs.TryGetValue(by.Name, out var own) ? (own.Id, new(own.Happened)) : null, MayChange = viewer.Role is not Role.Operator && by.Sets && DialogueCycle.MayChange(state, by) && runs.Count == 0 && !state.IsCalledOff, Refused = refused,
            People = [.. state.Setting.Asked.Where(n => leads && asking.Sees(viewer, n)).Select(n => runs.TryGetValue(n, out var run) ? new DialoguePersonRow(n, asking.GroupOf(n), run.Id, new(run.Happened)) : new(n, asking.GroupOf(n), null, null))],
        });
    }

    public Task<Seen<DialogueRunView>> Run(long id, (int Step, string Text)? reply, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<DialogueRunView>.Forbidden);
        var key = DialogueBook.KeyOf(id, Asking.NameOf(viewer));
        if (database.Matters(LearningKinds.Runs).Find(key) is null) return Task.FromResult(Seen<DialogueRunView>.NotFound);
        var refused = reply is { } said ? Doing.Reply(id, said.Step, said.Text, viewer) : null;
        var (run, state) = (new DialogueRunState(database.Matters(LearningKinds.Runs).Find(key)!.Happened), new DialogueState(database.Matters(LearningKinds.Dialogues).Find(id)!.Happened));
        return Task.FromResult<Seen<DialogueRunView>>(new DialogueRunView(id, state.Setting.Name, run, DialogueBook.Script(database, state.Setting.Script, run.Version), Now) { Refused = refused, Typed = refused is null ? "" : reply?.Text ?? "" });
    }

    public Task<Seen<DialogueSheetView>> Sheet(long id, DialogueMarks? marks, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<DialogueSheetView>.Forbidden);
        var asking = Asking;
        var by = asking.ExaminerOf(viewer);
        if (database.Matters(LearningKinds.Runs).Find(id) is not { } kept) return Task.FromResult(Seen<DialogueSheetView>.NotFound);
        var run = new DialogueRunState(kept.Happened);
        var state = new DialogueState(database.Matters(LearningKinds.Dialogues).Find(run.Dialogue)!.Happened);
        var script = DialogueBook.Script(database, state.Setting.Script, run.Version);
        if (run.Who != by.Name && !(state.SetBy == by.Name && by.Sets) && !asking.Sees(viewer, run.Who) || !run.IsOver(script, Now)) return Task.FromResult(Seen<DialogueSheetView>.NotFound);
        var refused = marks is null ? null : Doing.Score(kept, MarksOf(marks), marks.Comment, viewer);
        if (marks is not null) run = new(database.Matters(LearningKinds.Runs).Find(id)!.Happened);
        var may = viewer.Role is not Role.Operator && by.Sets && DialogueCycle.MayChange(state, by) && run.Who != by.Name;
        return Task.FromResult<Seen<DialogueSheetView>>(new DialogueSheetView(id, run.Dialogue, state.Setting.Name, run, script, DialogueAids.Of(script, run))
        {
            MayScore = may, ShowsGood = run.Who != by.Name || run.Scored is not null, Refused = refused, Comment = refused is null ? run.Scored?.Comment ?? "" : marks!.Comment,
            Typed = refused is null ? [.. (run.Scored?.Marks ?? []).Select(m => new TypedMark(m.Item, m.Points.ToString("0.##", CultureInfo.InvariantCulture), m.Comment))] : marks!.Marks,
        });
    }

    /// <summary>What can't be read is no mark, so that the item is missing and said to be.</summary>
    private static IReadOnlyList<DialogueMark> MarksOf(DialogueMarks marks) =>
        [.. marks.Marks.Where(m => Points(m.Points) is not null).Select(m => new DialogueMark(m.Item, Points(m.Points)!.Value, m.Comment))];

    private static decimal? Points(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) ? points : null;

    private DialoguesView View(Viewer viewer)
    {
        var asking = Asking;
        var me = asking.NameOf(viewer);
        var rows = database.Matters(LearningKinds.Dialogues).All.Select(k => (Kept: k, State: new DialogueState(k.Happened))).Where(k => Sees(k.State, viewer, asking)).OrderByDescending(k => k.State.Setting.Opens)
            .Select(k => new DialogueRow(k.Kept.Id, k.State, k.State.Setting.Asked.Contains(me, StringComparer.Ordinal), database.Matters(LearningKinds.Runs).Find(DialogueBook.KeyOf(k.Kept.Id, me)) is { } own ? new(own.Happened) : null, DialogueBook.Script(database, k.State.Setting.Script, k.State.Setting.Version)));
        ScriptRow[] scripts = Rights.AsksToLearn(viewer) ? [.. database.Matters(LearningKinds.Scripts).All.Select(s => new ScriptRow(s.Happened[^1].Script!, s.Happened.Count, s.Happened[^1].Who, s.Happened[^1].At))] : [];
        return new([.. rows], scripts, Now) { MayAsk = asking.For(viewer), MayBring = Rights.AsksToLearn(viewer) };
    }

    private static bool Sees(DialogueState state, Viewer viewer, Asking asking)
    {
        if (Rights.SeesEveryone(viewer)) return true;
        var me = asking.NameOf(viewer);
        return state.SetBy == me || state.Setting.Asked.Any(n => n == me || asking.Sees(viewer, n));
    }
}
