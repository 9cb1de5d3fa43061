using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.Features.TeamReports;

/// <summary>Fills the report of a shop or of the viewer's groups, and notes a correction where one is asked for.</summary>
public sealed class TeamReportQuery(BookCache books, ViewerFor viewers, TimeProvider time)
{
    public Task<Seen<TeamReportView>> For(Month month, CorrectionAsk? ask, HttpContext context) => Task.FromResult(View(month, ask, viewers(context)));

    private Seen<TeamReportView> View(Month month, CorrectionAsk? ask, Viewer? viewer)
    {
        if (viewer is null || !Rights.SeesSomeGroup(viewer)) return Seen<TeamReportView>.Forbidden;
        var (now, before) = (books.Of(month), books.Of(month.Plus(-1)));
        var view = new TeamReport(books.Database, now, before.HasData ? before : null, viewer).Of();
        if (ask is null) return view;
        var refused = Corrections.Note(books.Database, new(time.GetUtcNow().ToUnixTimeSeconds()), ask, view.Weeks, viewer);
        return view with { Refused = refused, Asked = refused is null ? null : ask, Done = refused is null };
    }
}
