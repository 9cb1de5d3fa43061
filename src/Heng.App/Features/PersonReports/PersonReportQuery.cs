using Heng.App.Features.Months;
using Heng.App.Features.Pay.Papers;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.Features.PersonReports;

/// <summary>Fills a person's report. Who may open the person's month may open it; what is paid stands in it only for who may see the payslip.</summary>
public sealed class PersonReportQuery(BookCache books, ViewerFor viewers)
{
    private readonly PastCards past = new(books.Database, books.Of);

    public Task<Seen<PersonReportView>> For(Month month, string agent, HttpContext context) => Task.FromResult(View(month, agent, viewers(context), Preferences.Language(context)));

    private Seen<PersonReportView> View(Month month, string agent, Viewer? viewer, Language language)
    {
        var now = books.Of(month);
        // Who may not be seen is as if not there.
        if (viewer is null || now.Find(agent) is not { } person || !KeptMonth.Sees(viewer, person)) return Seen<PersonReportView>.NotFound;
        return new PersonReport(books.Database, now, past, viewer, language).Of(person) with { PdfHref = Chromium.Find() is null ? null : Links.PersonReportPaper(month, agent) };
    }
}
