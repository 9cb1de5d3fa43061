using Heng.App.Features.Months;
using Heng.App.Features.Pay.Papers;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.Features.Forms;

/// <summary>Fills a person's assessment form. Who may open the person's month may open it; no pay stands in it.</summary>
public sealed class FormQuery(BookCache books, ViewerFor viewers)
{
    public Task<Seen<FormView>> For(Month month, string agent, HttpContext context) => Task.FromResult(View(month, agent, viewers(context), Preferences.Language(context)));

    private Seen<FormView> View(Month month, string agent, Viewer? viewer, Language language)
    {
        var kept = books.Of(month);
        // Who may not be seen is as if not there.
        if (viewer is null || kept.Find(agent) is not { } person || !KeptMonth.Sees(viewer, person)) return Seen<FormView>.NotFound;
        return new FormMaking(books.Database, kept, viewer, language).Of(person) with { PdfHref = Chromium.Find() is null ? null : Links.FormPaper(month, agent) };
    }
}
