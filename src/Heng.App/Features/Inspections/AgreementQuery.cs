using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>How inspectors agree, which everybody may know, how strict each is, and what they calibrated.</summary>
public sealed class AgreementQuery(Database database, ViewerFor viewers, ReceptionFor receptions, TimeProvider time)
{
    public Task<Seen<AgreementView>> Month(Month month, HttpContext context)
    {
        if (Asking(context) is not { } by) return Task.FromResult(Seen<AgreementView>.Forbidden);
        var all = InspectionBook.Between(database, month.First, month.Last);
        return Task.FromResult<Seen<AgreementView>>(new AgreementView(month, InspectionBook.Agreements(all), SeesAll(by) ? InspectionBook.Strictnesses(all) : null, all.Count(i => i.State is { AllIn: true, Needed: 2, IsVoid: false }))
        {
            Model = ModelReading.Agreements(database, all),
        });
    }

    public Task<Seen<CalibrationsView>> Calibrations(IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } by) return Task.FromResult(Seen<CalibrationsView>.Forbidden);
        var (begun, refused) = form is null ? (null, null) : new CalibrationDoing(database).Set(SettingIn(form, by), by);
        var rows = database.Matters(InspectionMatters.Calibrations).All.Reverse().Select(k => (k.Id, State: InspectionMatters.StateOf(k)))
            .Where(c => SeesAll(by) || c.State.Set.Invited!.Contains(by.Name)).Select(c => new CalibrationRow(c.Id, c.State, c.State.Opened is null && c.State.Set.Invited!.Contains(by.Name) && !c.State.IsDoneBy(by.Name)));
        return Task.FromResult<Seen<CalibrationsView>>(new CalibrationsView([.. rows], InspectionFormFile.Shipped, Notices.Recipients.Who(database, CalibrationDoing.MayBeAsked), by.Today)
        {
            Leads = CalibrationDoing.Leads(by), Typed = form is null ? new Dictionary<string, string>() : InspectionForms.Typed(form), Refused = refused, Begun = begun,
        });
    }

    public async Task<Seen<CalibrationView>> Calibration(long id, string? item, IFormCollection? form, HttpContext context)
    {
        if (Asking(context) is not { } by) return Seen<CalibrationView>.Forbidden;
        var matters = database.Matters(InspectionMatters.Calibrations);
        if (matters.Find(id) is not { } kept || !SeesAll(by) && !InspectionMatters.StateOf(kept).Set.Invited!.Contains(by.Name)) return Seen<CalibrationView>.NotFound;
        var state = InspectionMatters.StateOf(kept);
        var wanted = item ?? form?.Text("item");
        var shown = wanted is not null && state.Set.Items!.Contains(wanted) ? wanted : state.Set.Items!.FirstOrDefault(i => state.Opened is null && state.MarksOf(by.Name, i) is null);
        var reception = shown is null ? null : (await receptions(shown, context)).View;
        var marks = form is null ? null : InspectionForms.Marks(form, state.Form, reception?.Lines);
        var doing = new CalibrationDoing(database);
        var rest = form is not null && InspectionForms.IsShownAgain(form);
        var refused = rest ? null : form?.Text("act") switch
        {
            _ when form is null => null,
            "mark" => marks!.Any(m => m.Message is { } message && !InspectionForms.MessagesIn(reception).Contains(message)) ? InspectionRefusals.Of(InspectionRefusal.MessageUnknown) : doing.Mark(kept, shown ?? "", marks!, by),
            "open" => doing.Open(kept, by),
            "agree" => doing.Agree(kept, form.Text("criterion") ?? "", form.Text("words")?.ReplaceLineEndings(" ") ?? "", by),
            _ => DoingWords.ActUnknown,
        };
        var now = InspectionMatters.StateOf(matters.Find(id)!);
        return new CalibrationView(id, now, by.Name, shown, reception)
        {
            Invited = by.Acts && now.Set.Invited!.Contains(by.Name), Leads = CalibrationDoing.Leads(by), Refused = refused, Asked = rest, Filled = rest ? InspectionForms.Again(form!, now.Form, reception?.Lines) : refused is not null ? marks! : shown is not null && now.MarksOf(by.Name, shown) is { } own ? now.Form.RestFine(own) : [],
        };
    }

    private Inspector? Asking(HttpContext context) => InspectionsQuery.Asking(database, viewers, time, context);

    /// <summary>How each inspector inspects is for QA, HR, the manager and the auditor; a leader is asked to a calibration by name.</summary>
    private static bool SeesAll(Inspector by) => by.SeesWork && !by.Viewer.Leads;

    private static CalibrationHappening SettingIn(IFormCollection form, Inspector by) => new(CalibrationEvent.Set, by.Name, by.Now, "")
    {
        Name = form.Text("name"), Form = InspectionFormFile.Shipped.FirstOrDefault(f => f.Id == form.Text("form")), Of = Sampled.Receptions, Due = form.Day("due"),
        Items = [.. (form.Text("items") ?? "").Split([' ', ',', '，', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(i => i[(i.LastIndexOf('/') + 1)..]).Distinct(StringComparer.Ordinal)],
        Invited = [.. form["invited"].OfType<string>().Distinct(StringComparer.Ordinal)],
    };
}
