using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.Pay;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Pay.Late;
using Heng.Engine.Records;

namespace Heng.App.Features.DifferencePages;

/// <summary>Fills the page of what a month settles. Who sees everybody's pay sees all of it; others their own lines, and of what changed what is theirs.</summary>
public sealed class DifferencesQuery(BookCache books, ViewerFor viewers)
{
    private const int MostChanges = 300;

    public Task<Seen<DifferencesView>> For(Month month, HttpContext context) => Task.FromResult(View(month, viewers(context)));

    private Seen<DifferencesView> View(Month month, Viewer? viewer)
    {
        if (viewer is null || !Rights.SeesSomebodysPay(viewer)) return Seen<DifferencesView>.Forbidden;
        var (kept, database) = (books.Of(month), books.Database);
        var late = new LateFacts(database);
        var closed = SealedMonth.Find(database, month);
        DifferenceRow[] rows = [.. kept.People.Where(p => Rights.SeesPay(viewer, p.Name)).SelectMany(p => RowsOf(month, p, closed ?? kept.Book.Alone.GetValueOrDefault(p.Name)))];
        var settled = closed is null ? late.SettledBy(month) : [.. rows.Select(r => r.Of).OfType<Month>().Distinct().Order()];
        var everybody = Rights.SeesEverybodysPay(viewer);
        var unknown = closed is null ? late.Of(month).Unknown.Where(u => Rights.SeesPay(viewer, u.Agent)).ToArray() : [];
        return new DifferencesView(month, closed is not null, rows, [.. settled.OrderDescending().Select(m => LateOf(m, c => everybody || c.Person.Length > 0 && c.Person == viewer.Person))], unknown, everybody) { ClosedAt = closed?.Closed.ClosedAt };

        LateMonth LateOf(Month of, Func<LateChange, bool> seen)
        {
            var changes = new LateChanges(database).Of(of)?.Where(seen).ToArray();
            return new(of, changes?.Take(MostChanges).ToArray(), changes?.Length ?? 0);
        }
    }

    private static IEnumerable<DifferenceRow> RowsOf(Month month, MonthPerson person, SealedMonth? closed)
    {
        var slip = closed is not null ? closed.Of("pay", person.Name) : person.Live?.Pay is { } pay ? PayJson.Of(person.Live, pay) : null;
        foreach (var line in slip?["lines"]!.AsArray() ?? [])
        {
            var id = line!["line"]!.GetValue<string>();
            if (!LateLine.Is(id)) continue;
            var settles = line["settles"];
            decimal? Told(string name) => settles?[name]?.GetValue<decimal>();
            yield return new(person.Name, LateLine.Parse(id)?.Month, new(line["label"]!.GetValue<string>(), line["labelEn"]!.GetValue<string>()), Told("now"), Told("sealed"), Told("settled"),
                line["amount"]!.GetValue<decimal>(), Links.Pay(month, person.Name), closed is null ? Links.ExplainLine(month, person.Name, id) : null);
        }
    }
}
