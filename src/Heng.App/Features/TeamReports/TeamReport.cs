using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.PersonReports;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.TeamReports;

/// <summary>Makes the report of the groups that a viewer sees. Every number's definition stands in docs/reports.md.</summary>
public sealed class TeamReport(Database database, KeptMonth now, KeptMonth? before, Viewer viewer)
{
    private const int Band = 10, MostMoves = 15;

    /// <summary>Of the comparison: load, speed, conversion, sales and how satisfied buyers are.</summary>
    private static readonly string[] Compared = ["consulted", "received", "reply-rate", "first-response", "average-response", "consult-conversion", "sales", "average-order-value", "satisfaction", "refund-rate"];

    /// <param name="only">One of the groups alone; null is all that the viewer sees.</param>
    public TeamReportView Of(string? only = null)
    {
        var (everyone, people) = (only is null && Rights.SeesEveryone(viewer), now.SeenBy(viewer).Where(p => p.Group.Length > 0 && Rights.SeesGroup(viewer, p.Group) && (only is null || p.Group == only)).ToArray());
        string[] groups = [.. people.Select(p => p.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var scope = everyone ? MonthScope.Shop : new MonthScope(null, only ?? GroupNames.Joined(viewer.Groups) ?? "");
        return new(
            now.Month, groups, everyone, [.. Metrics(groups, everyone)], [.. Plans(people, groups)], [.. Moves(people)], new Headlines(now, null, scope).Hours(),
            new BuyerWeeks(database, now.Book.Facts).Of(groups), [.. MonthNotes.Of(now, viewer)])
        { MayCorrect = Corrections.May(viewer) };
    }

    private IEnumerable<TeamRow> Metrics(string[] groups, bool everyone)
    {
        foreach (var metric in Compared.Select(now.Book.Facts.Metrics.Find).OfType<Metric>())
        {
            Figure Of(MonthScope scope) => Figures.Of(now.Read(scope, metric), scope.Explain(now.Month, metric.Id));
            yield return new(metric.Name, metric.Unit, metric.Better, [.. groups.Select(g => Of(new(null, g)))], everyone ? Of(MonthScope.Shop) : null);
        }
    }

    private IEnumerable<TeamPlan> Plans(MonthPerson[] people, string[] groups)
    {
        var cards = people.Select(p => (p.Group, Card: ReadCard.Of(now, p))).Where(c => c.Card is not null).Select(c => (c.Group, Card: c.Card!)).ToArray();
        foreach (var own in cards.GroupBy(c => c.Card.Plan, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            if (Targets.PlanOf(now.Book, own.Key, own.Max(c => c.Card.Version)) is not { } plan) continue;
            TeamItem Row(Wording name, decimal full, Func<ReadCard, decimal?> points) =>
                new(name, full, [.. groups.Select(g => Mean(own.Where(c => c.Group == g).Select(c => points(c.Card))))], Mean(own.Select(c => points(c.Card))));
            var scores = own.Select(c => c.Card.Score).OfType<decimal>().ToArray();
            yield return new(
                plan.Title, plan.TotalWeight, [Row(new("总分", "Score"), plan.TotalWeight, c => c.Score), .. plan.Items.Select(i => Row(i.Name, i.Weight, c => c.Item(i.Id)?.Points))],
                [.. Bands(scores)], [.. plan.Grades.Select(g => (g.Id, own.Count(c => c.Card.Grade == g.Id)))], scores.Length, own.Count() - scores.Length);
        }
    }

    private static decimal? Mean(IEnumerable<decimal?> values) => values.OfType<decimal>().ToArray() is { Length: >= PersonReport.LeastPeople } known ? known.Average() : null;

    /// <summary>From the lowest ten that anybody is in to the highest.</summary>
    private static IEnumerable<TeamBand> Bands(decimal[] scores)
    {
        if (scores.Length == 0) yield break;
        int At(decimal score) => (int)decimal.Floor(score / Band) * Band;
        for (var from = At(scores.Min()); from <= At(scores.Max()); from += Band) yield return new(from, scores.Count(s => At(s) == from));
    }

    private IEnumerable<TeamMove> Moves(MonthPerson[] people)
    {
        if (before is null) return [];
        return people.Select(person =>
        {
            if (before.Find(person.Name) is not { } then || ReadCard.Of(now, person) is not { Score: { } after } card || ReadCard.Of(before, then) is not { Score: { } was } old) return null;
            // Items of another plan are not the same.
            var item = card.Plan != old.Plan ? default : card.Items.Select(i => (i.Id, Moved: i.Points - old.Item(i.Id)?.Points)).Where(i => i.Moved is { } by && by * (after - was) > 0m)
                .OrderByDescending(i => Math.Abs(i.Moved!.Value)).ThenBy(i => i.Id, StringComparer.Ordinal).FirstOrDefault();
            var name = item.Id is null ? null : Targets.PlanOf(now.Book, card.Plan, card.Version)?.Items.FirstOrDefault(i => i.Id == item.Id)?.Name;
            return new TeamMove(person.Name, person.Group, was, after, name, item.Moved ?? 0m, Links.Change(now.Month, person.Name));
        }).OfType<TeamMove>().Where(m => m.Moved != 0m).OrderByDescending(m => Math.Abs(m.Moved)).ThenBy(m => m.Agent, StringComparer.Ordinal).Take(MostMoves);
    }
}
