using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.People;
using Heng.App.Features.Training;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Exams;

/// <summary>Fills the pages of exams and does what their forms ask. One is seen by who is asked or set it, and by who sees somebody asked; banks by who sets exams.</summary>
public sealed class ExamsQuery(Database database, string folder, ViewerFor viewers, TimeProvider time)
{
    private ExamDoing Doing => new(database, folder, time);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
    private Asking Asking => new(database, ShopClock.Shanghai.DayOf(Now));

    public Task<(Seen<ExamsView> Seen, long? Begun)> List(ExamForm? set, HttpContext context)
    {
        if (viewers(context) is not { } viewer || set is not null && !Rights.AsksToLearn(viewer)) return Task.FromResult((Seen<ExamsView>.Forbidden, (long?)null));
        var (begun, refused) = set is null ? (null, null) : Doing.Set(set, null, viewer);
        return Task.FromResult(((Seen<ExamsView>)(View(viewer) with { Form = set ?? ExamForm.Empty, Refused = refused }), begun));
    }

    public Task<Seen<ExamsView>> Bring(string path, string fileName, string id, string name, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.AsksToLearn(viewer)) return Task.FromResult(Seen<ExamsView>.Forbidden);
        var view = View(viewer);
        if (path.Length == 0) return Task.FromResult<Seen<ExamsView>>(view with { Refused = ExamWords.FileMissing });
        var read = BankFile.Read(path, fileName, id, name);
        if (read.Bank is not { } bank) return Task.FromResult<Seen<ExamsView>>(view with { Refused = ExamWords.BankUnreadable, BankErrors = read.Errors });
        var (_, refused) = Doing.Bring(bank, viewer);
        return Task.FromResult<Seen<ExamsView>>(View(viewer) with { Refused = refused });
    }

    public Task<Seen<ExamView>> One(long id, string? act, ExamForm? form, string why, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<ExamView>.Forbidden);
        var asking = Asking;
        if (ExamBook.Find(database, id) is not { } book || !Sees(book.State, viewer, asking)) return Task.FromResult(Seen<ExamView>.NotFound);
        var refused = act switch
        {
            null => null,
            "begin" => Doing.Begin(id, viewer),
            "change" => Doing.Set(form!, id, viewer).Refused,
            _ => Doing.CallOff(id, why, viewer),
        };
        var page = Page(act is null ? book : ExamBook.Find(database, id)!, viewer, asking);
        return Task.FromResult<Seen<ExamView>>(page with { Refused = refused, Form = form ?? page.Form });
    }

    public Task<Seen<SittingView>> Sit(long exam, SheetForm? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<SittingView>.Forbidden);
        var me = Asking.NameOf(viewer);
        if (ExamBook.Find(database, exam) is not { } book || book.Of(me).Count == 0) return Task.FromResult(Seen<SittingView>.NotFound);
        var refused = form is null ? null : Doing.Answer(exam, viewer, (_, paper) => ExamForms.Changed(form, paper), form.Act is "hand-in" or "hand-in-sure", form.Act is "hand-in-sure");
        if (form is not null) book = ExamBook.Find(database, exam)!;
        var sitting = book.Of(me)[^1];
        return Task.FromResult<Seen<SittingView>>(new SittingView(exam, book.State.Setting.Name, sitting, book.Paper(sitting), Now) { Refused = refused, Saved = form is not null && refused is null, AsksAgain = refused == ExamWords.SomeUnanswered });
    }

    private ExamsView View(Viewer viewer)
    {
        var (asking, now) = (Asking, Now);
        var me = asking.NameOf(viewer);
        var rows = database.Matters(LearningKinds.Exams).All.Where(k => Sees(new(k.Happened), viewer, asking)).Select(k => (Kept: k, State: new ExamState(k.Happened))).OrderByDescending(k => k.State.Setting.Opens)
            .Select(k => k.State.Setting.Asked.Contains(me, StringComparer.Ordinal) ? new ExamRow(k.Kept.Id, k.State, true, ExamBook.Of(database, k.Kept).Result(me, now)) : new ExamRow(k.Kept.Id, k.State, false, null));
        return new([.. rows], Banks(viewer), now) { MayAsk = asking.For(viewer), MayBring = Rights.AsksToLearn(viewer) };
    }

    private IReadOnlyList<BankRow> Banks(Viewer viewer) => !Rights.AsksToLearn(viewer) ? [] : [.. database.Matters(LearningKinds.Banks).All.Select(b => new BankRow(b.Happened[^1].Bank!, b.Happened.Count, b.Happened[^1].Who, b.Happened[^1].At))];

    private ExamView Page(ExamBook book, Viewer viewer, Asking asking)
    {
        var (state, now, by) = (book.State, Now, asking.ExaminerOf(viewer));
        var me = by.Name;
        var leads = Rights.SeesSomeGroup(viewer);
        var people = state.Setting.Asked.Where(n => leads && asking.Sees(viewer, n)).Select(n => Row(book, n, asking, now)).ToArray();
        var may = viewer.Role is not Role.Operator && by.Sets && ExamCycle.MayChange(state, by);
        return new(book.Kept.Id, state, book.Bank(state.Setting.Version).Name, state.Setting.FixedIds.Count + state.Setting.Draws.Sum(d => d.Count), me, now)
        {
            Own = state.Setting.Asked.Contains(me, StringComparer.Ordinal) ? book.Result(me, now) : null, Sits = book.Running(me, now) is not null, People = people,
            Items = leads && state.IsOver(now) ? ExamItems.Of([.. book.Sittings.Select(s => book.Scored(new(s.Happened)))]) : [],
            MayScore = may, ToScore = may ? ExamWordsSheet.Of(book, me, now).Sum(q => q.Rows.Count(r => r.Points is null)) : 0, MayChange = may && book.Sittings.Count == 0 && !state.IsCalledOff,
            Banks = may ? Banks(viewer) : [], MayAsk = may ? asking.For(viewer) : [], Form = ExamForms.Of(state.Setting),
        };
    }

    private static ExamPersonRow Row(ExamBook book, string name, Asking asking, Instant now)
    {
        var result = book.Result(name, now);
        return new(name, asking.GroupOf(name), result, book.Running(name, now) is not null, result.Tries.Any(t => t.Sitting.IsOver(now) && t.Points is null));
    }

    internal static bool Sees(ExamState state, Viewer viewer, Asking asking)
    {
        if (Rights.SeesEveryone(viewer)) return true;
        var me = asking.NameOf(viewer);
        return state.SetBy == me || state.Setting.Asked.Any(n => n == me || asking.Sees(viewer, n));
    }
}
