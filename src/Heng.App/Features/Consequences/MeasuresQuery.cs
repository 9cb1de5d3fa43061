using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Consequences;

/// <summary>Fills the page of a month's proposals; a leader's or supervisor's are those of their groups.</summary>
public sealed class MeasuresQuery(BookCache books, ViewerFor viewers)
{
    public Task<Seen<MeasuresView>> For(Month month, HttpContext context) => Task.FromResult(View(month, viewers(context)));

    private Seen<MeasuresView> View(Month month, Viewer? viewer)
    {
        if (viewer is null || !Rights.SeesSomeMeasures(viewer)) return Seen<MeasuresView>.Forbidden;
        var (kept, proposed) = (books.Of(month), new ProposedMeasures(books.Database, books.Of, month));
        var roster = kept.Book.Facts.Roster;
        return new MeasuresView(month, proposed.Any,
            [.. proposed.All.Where(p => Rights.SeesMeasures(viewer, p.Group)).Select(p => new ProposedRow(p.Agent, p.Group, p.Plan.Title, new(p.Score, Unit.Points), p.Grade,
                p.Proposal.Measure, p.Proposal.Why, p.Proposal.Running, Links.Agent(month, p.Agent)))],
            [.. proposed.Taken.Where(t => Rights.SeesMeasures(viewer, roster.On(t.Person, t.Record.Day)?.Group))
                .Select(t => new TakenRow(t.Record.Day, roster.NameOf(t.Person) ?? t.Record.Agent, t.Record.Kind, t.Record.Remark))],
            Rights.Imports(viewer));
    }
}
