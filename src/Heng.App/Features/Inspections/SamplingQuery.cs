using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Exams;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>Fills the pages of sampling plans, and does what their forms ask.</summary>
public sealed class SamplingQuery(Database database, ViewerFor viewers, string folder, TimeProvider time)
{
    private const int Largest = 256 * 1024;

    public Task<Seen<SamplingPlansView>> List(IFormCollection? form, HttpContext context)
    {
        if (InspectionsQuery.Asking(database, viewers, time, context) is not { } by) return Task.FromResult(Seen<SamplingPlansView>.Forbidden);
        var (begun, refused, errors) = form is null ? (null, null, []) : Commit(form, by);
        var rows = database.Matters(InspectionMatters.Plans).All.Select(k => (Kept: k, State: InspectionMatters.StateOf(k))).Where(p => by.SeesPlan(p.State.Plan)).Reverse()
            .Select(p => new SamplingRow(p.Kept.Id, p.State, p.State.Drawn is null ? 0 : InspectionMatters.DrawnBy(database, p.Kept.Id, p.State).Count(i => InspectionMatters.StateOf(i).AllIn), p.State.IsLate(ShopClock.Shanghai)));
        return Task.FromResult<Seen<SamplingPlansView>>(new SamplingPlansView([.. rows], InspectionFormFile.Shipped, KindsOf(by), GroupsOf(by), by.Today)
        {
            Typed = form is null ? new Dictionary<string, string>() : InspectionForms.Typed(form), Errors = errors, Refused = refused, Begun = begun,
        });
    }

    public Task<Seen<SamplingPlanView>> One(long id, bool again, IFormCollection? form, HttpContext context)
    {
        if (InspectionsQuery.Asking(database, viewers, time, context) is not { } by) return Task.FromResult(Seen<SamplingPlanView>.Forbidden);
        if (database.Matters(InspectionMatters.Plans).Find(id) is not { } kept || !by.SeesPlan(InspectionMatters.StateOf(kept).Plan)) return Task.FromResult(Seen<SamplingPlanView>.NotFound);
        var refused = form is null ? null : Do(kept, form, by);
        return Task.FromResult<Seen<SamplingPlanView>>(View(form is null ? kept : database.Matters(InspectionMatters.Plans).Find(id)!, again, by) with { Refused = refused });
    }

    private (long?, Refusal?, IReadOnlyList<BankError>) Commit(IFormCollection form, Inspector by)
    {
        var chosen = InspectionFormFile.Shipped.FirstOrDefault(f => f.Id == form.Text("form"));
        if (form.Files.GetFile("file") is { Length: > 0 } file)
        {
            if (file.Length > Largest) return (null, InspectionRefusals.FormUnreadable, []);
            using var reader = new StreamReader(file.OpenReadStream());
            var reading = InspectionFormFile.Of(reader.ReadToEnd(), Path.GetFileName(file.FileName));
            if (reading.Form is null) return (null, InspectionRefusals.FormUnreadable, reading.Errors);
            chosen = reading.Form;
        }
        var (id, refused) = new SamplingDoing(database, folder).Commit(InspectionForms.Plan(form, chosen), form.Text("name") ?? "", by);
        return (id, refused, []);
    }

    private Refusal? Do(KeptMatter<SamplingHappening> kept, IFormCollection form, Inspector by)
    {
        var doing = new SamplingDoing(database, folder);
        return form.Text("act") switch
        {
            "draw" => doing.Draw(kept, by),
            "reveal" => doing.Reveal(kept, by),
            "call-off" => doing.CallOff(kept, form.Text("why") ?? "", by),
            _ => DoingWords.ActUnknown,
        };
    }

    private SamplingPlanView View(KeptMatter<SamplingHappening> kept, bool again, Inspector by)
    {
        var state = InspectionMatters.StateOf(kept);
        var sampler = by.SamplerFor(state.Plan);
        var drawn = state.Drawn is null ? [] : InspectionBook.With(database, InspectionMatters.DrawnBy(database, kept.Id, state).OrderBy(i => i.Id));
        var held = state.Drawn is null ? null : InspectionMatters.FrameOf(database, kept.Id);
        var taken = drawn.GroupBy(i => i.State.Drawn.Stratum!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return new(kept.Id, state, state.IsLate(ShopClock.Shanghai),
            [.. (held?.Items ?? []).GroupBy(state.Plan.StratumOf, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count(), taken.GetValueOrDefault(g.Key)))])
        {
            Rows = [.. drawn.Where(i => by.Sees(i.State)).Select(i => InspectionsQuery.Row(i, by))], MayDraw = sampler.Sets && state is { Drawn: null, CalledOff: false } && by.Today > state.Plan.Last,
            MayReveal = sampler.Sets && state is { Drawn: not null, Revealed: null }, MayCallOff = sampler.Sets && state is { Drawn: null, CalledOff: false },
            Again = again && state.Revealed is { } revealed ? Redraw.Of(database, kept, Seed.Parse(revealed.Revealed)!) : null, Happened = [.. state.Happened.Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))],
        };
    }

    private static IReadOnlyList<InspectionKind> KindsOf(Inspector by) => !by.Acts ? [] : by.Leads ? [InspectionKind.Company, InspectionKind.Own] : by.Viewer.Leads && by.Viewer.Groups.Count > 0 ? [InspectionKind.Own] : [];

    private IReadOnlyList<string> GroupsOf(Inspector by) => by.Viewer.Leads ? by.Viewer.Groups
        : [.. database.People.All.Select(e => database.People.Roster.On(e.Id, by.Today)?.Group).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
