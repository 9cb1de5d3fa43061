using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Cycles;
using Heng.App.Features.Doing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.ScoringPages;

/// <summary>Fills the page of scoring, keeps what its form says and hands it in.</summary>
public sealed class ScoringQuery(BookCache books, ViewerFor viewers, TimeProvider time, string folder)
{
    public Task<Seen<ScoringView>> For(ScoringAsk ask, ScoringForm? form, HttpContext context) =>
        Task.FromResult(viewers(context) is { } viewer ? View(ask, form, viewer) : Seen<ScoringView>.Forbidden);

    private Seen<ScoringView> View(ScoringAsk ask, ScoringForm? form, Viewer viewer)
    {
        var (sittings, all) = Sittings(ask, viewer);
        var view = new ScoringView(ask.Month) { All = [.. sittings.Select(s => Named(s.One)).Distinct()], Did = ask.Did };
        if (Chosen(sittings, ask, form) is not { } sitting)
            return (ask.Scheme ?? ask.Cycle) is not null && !all ? Seen<ScoringView>.NotFound : view with { Refused = form is null ? null : ScoringWords.Nothing };
        var doing = new ScoringDoing(books.Database, folder, time);
        if (form is null) return Filled(view, sitting, ask, viewer, doing.Drafts(sitting.One), null, null);
        var drafts = doing.Save(sitting, form.Cells, form.From, form.Act == ScoringAct.Choose ? form.Chosen : null);
        var refused = Did(doing, sitting, form, drafts, ask);
        if (refused is null && form.Act is ScoringAct.Submit or ScoringAct.SubmitPerson) sitting = Chosen(Sittings(ask, viewer).Sittings, ask with { Stage = sitting.Stage.Id }, form) ?? sitting;
        return Filled(view, sitting, ask, viewer, drafts, form, refused);
    }

    private static Refusal? Did(ScoringDoing doing, Sitting sitting, ScoringForm form, IReadOnlyDictionary<ScoreCell, DraftCell> drafts, ScoringAsk ask)
    {
        if (form.Cells.Any(c => c.TooLong)) return ScoringWords.TooLong;
        if (form.Cells.Any(c => sitting.Cells.All(own => own.Key != c.Key))) return ScoringWords.Kept(ScoringWords.NotYours);
        if (!sitting.Open) return ScoringWords.Kept(AppraisalWords.Of(sitting.One.State.Closed ? AppraisalRefusal.AlreadyClosed : AppraisalRefusal.StageOver));
        var refused = form.Act switch
        {
            ScoringAct.Submit => doing.Submit(sitting, sitting.Parts, drafts),
            ScoringAct.SubmitPerson => doing.Submit(sitting, [.. sitting.Parts.Where(p => p.About == ask.At)], drafts),
            ScoringAct.Choose when form.Chosen is { } chosen && sitting.Cells.Any(c => c.Key == chosen.Key && drafts.GetValueOrDefault(c.Of)?.Beside is not null) => DoingWords.ChangedMeanwhile,
            _ => null,
        };
        return refused is null || refused == ScoringWords.Busy ? refused : ScoringWords.Kept(refused);
    }

    private (IReadOnlyList<Sitting> Sittings, bool Known) Sittings(ScoringAsk ask, Viewer viewer)
    {
        var kept = books.Of(ask.Month);
        var actor = AppraisalDoing.ActorOf(viewer, kept.Book.Facts.Roster);
        Assessment[] assessments = [.. Assessment.All(books.Database, kept, new(time.GetUtcNow().ToUnixTimeSeconds()))];
        return ([.. assessments.SelectMany(a => Sitting.All(a, actor))], assessments.Any(a => Is(a, ask)));
    }

    private static bool Is(Assessment one, ScoringAsk ask) => (ask.Scheme is null || one.Of.Scheme == ask.Scheme) && (ask.Cycle is null || CycleWords.Id(one.Of.Cycle) == ask.Cycle);

    /// <summary>The one whose cells the form names; else the one asked for, before others one that is open and not done.</summary>
    private static Sitting? Chosen(IReadOnlyList<Sitting> sittings, ScoringAsk ask, ScoringForm? form)
    {
        Sitting[] fitting = [.. sittings.Where(s => Is(s.One, ask) && (ask.Stage is null || s.Stage.Id == ask.Stage))];
        return fitting.FirstOrDefault(s => form is { Cells.Count: > 0 } && s.Cells.Any(c => c.Key == form.Cells[0].Key))
            ?? fitting.OrderBy(s => !s.Open).ThenBy(s => s.Parts.All(s.IsDone)).FirstOrDefault();
    }

    private static (string Scheme, Cycle Cycle, Wording Title) Named(Assessment one) => (one.Of.Scheme, one.Of.Cycle, one.File.Title);

    private ScoringView Filled(ScoringView view, Sitting sitting, ScoringAsk ask, Viewer viewer, IReadOnlyDictionary<ScoreCell, DraftCell> drafts, ScoringForm? form, Refusal? refused)
    {
        var sheet = new ScoringSheet(sitting, drafts, ask, form);
        var before = books.Database.Entries.Of(ask.Month.Plus(-1)).ToLookup(e => e.Agent, StringComparer.Ordinal);
        var evidence = new ScoringEvidence(sitting, viewer, before);
        var kept = books.Of(ask.Month);
        return view with
        {
            Of = Named(sitting.One), Stage = sitting.Stage.Name, StageId = sitting.Stage.Id, Open = sitting.Open, LastDay = sitting.Open ? sitting.One.LastDay : null, Late = sitting.Open ? sitting.One.Late : 0,
            ByPerson = sheet.ByPerson, Steps = sheet.Steps, Step = sheet.Step,
            Rows = [.. sheet.Here.Select(c => sheet.Row(c, kept.Book.Facts.Rules.Clock) with { Evidence = evidence.Of(c), Href = Rights.Sees(viewer, c.Of.Part.About!, kept.Find(c.Of.Part.About!)?.Group) ? Links.Agent(ask.Month, c.Of.Part.About!) : null })],
            Filled = sheet.Filled, Cells = sitting.Cells.Count, AllGiven = sitting.Cells.All(sheet.IsGiven), Conflicts = drafts.Count(d => d.Value.Beside is not null && sitting.Cells.Any(c => c.Of == d.Key)),
            From = form?.From ?? Guid.NewGuid().ToString("N"), Refused = refused, Now = kept.Book.Facts.Rules.Clock.ToLocal(new(time.GetUtcNow().ToUnixTimeSeconds())),
            Did = refused is null && form is { Act: ScoringAct.Submit or ScoringAct.SubmitPerson } ? ScoringDid.Submitted : view.Did,
        };
    }
}
