using Heng.App.Features.Plans;
using Heng.App.Features.Proposals;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Simulation;
using Heng.Engine.Targets;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class ProposalSamples
{
    private static readonly CatalogueOfRule Metrics = Catalogue.Under(Judgement.OrderFirst);

    public static ProposalsView Page
    {
        get
        {
            var content = TemplateLibrary.Find("s4-ksf")!.Load(Metrics.Find).Content! with { Promotions = [new(new(2026, 10, 20), new(2026, 10, 31))] };
            HistoryMonth[] months = [.. Enumerable.Range(-2, 3).Select(m => Month(October.Plus(m)))];
            string[] shown = ["receptions", "conversion", "average-response", "leader-rating"];
            var points = SetPoints.Of(content.Counting, Metrics.Find).Where(p => shown.Contains(p.Id, StringComparer.Ordinal)).Select(p => new PointProposals(p, p.Metric is { } id ? Metrics.Find(id)?.Name : null, TargetProposals.For(p, months, null)));
            return new(content.Scheme, content.Title, new(content, [.. months.Select(m => m.Month.Month)], [], October.Plus(1), [.. points]), 0) { From = October.Plus(-2), To = October, For = October.Plus(1) };
        }
    }

    private static HistoryMonth Month(Month month) => new(new SimulatedMonth(month, [.. Names.Take(12).Select((name, i) => Person(month, name, i))])) { ByDay = (agent, metric, _) => Number(month, agent, metric) };

    private static Subject Person(Month month, string name, int i)
    {
        var attendance = new Attendance(month, name, 22m, i == 4 ? 9m : 22m);
        return new(new(name, Group(i), "front-line", id => Number(month, name, id), [], attendance.PaidDays, attendance.DueDays), new(name, 4000m, attendance, null, id => Number(month, name, id), []));
    }

    private static Explained Number(Month month, string agent, string metric)
    {
        var (low, high) = metric switch { "received" => (9_000m, 14_000m), "average-response" => (21m, 44m), _ => (0.38m, 0.71m) };
        var seed = Array.IndexOf(Names, agent) * 31 + month.Number * 7 + metric.Length;
        var found = Metrics.Find(metric);
        return Explained.Leaf(metric, found?.Name ?? new(metric, metric), seed % 17 == 0 || found is null ? null : Between(low, high, seed), found?.Unit ?? Unit.None);
    }
}
