using Heng.App.CommandLine;
using Heng.App.Features.Meaning;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>Has a model read the chat of an inspection, for who marks it. What was typed into the marks stands there again, whether it answered or not.</summary>
public sealed class ModelAsking(Database database, ViewerFor viewers, TimeProvider time, MeaningReader reader, InspectionQuery pages)
{
    public async Task<Seen<InspectionView>> Ask(long id, IFormCollection form, HttpContext context)
    {
        var seen = await pages.One(id, null, context);
        if (seen.View is not { } page || InspectionsQuery.Asking(database, viewers, time, context) is not { } by || InspectionBook.Find(database, id) is not { } found) return seen;
        var refused = await Read(page, found, by);
        var after = await pages.One(id, null, context);
        if (after.View is not { } now) return after;
        var typed = form.ContainsKey("words");
        return now with { Refused = refused, Filled = typed ? InspectionForms.Marks(form, found.Plan.Form, page.Reception?.Lines) : now.Filled, Words = typed ? form["words"].ToString() : null };
    }

    private async Task<Refusal?> Read(InspectionView page, BookedInspection found, Inspector by)
    {
        if (!MeaningMatters.SettingOf(database).On) return MeaningWords.Of(Engine.Quality.Meaning.MeaningRefusal.Off);
        if (page.Proposed is not { MayAsk: true }) return page.Proposed is null ? InspectionRefusals.Of(Engine.Quality.Inspection.InspectionRefusal.RoleMayNot) : MeaningWords.Of(Engine.Quality.Meaning.MeaningRefusal.AlreadyRead);
        // Whoever leaves the page has asked all the same: what comes back is kept, so the request's own end does not end it.
        return (await reader.Read(ModelReading.KeyOf(found.Id), ModelReading.Question(database, found.State, found.Plan.Form, page.Reception!).Question, by.Name, CancellationToken.None)).Refused;
    }
}
