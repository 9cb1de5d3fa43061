using Heng.App.Features.PlanPages;
using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Simulation;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class PlanSamples
{
    private static readonly DateTime At = new(2026, 10, 31, 18, 20, 0);
    private static readonly CatalogueOfRule Metrics = Catalogue.Under(Judgement.OrderFirst);

    public static PlansView List => new(
        [new("s2-office-regulation", new("客服办公室绩效考核与服务质量管理制度", "Office regulation"), 3, At, "徐芷若", ["front-line", "after-sales"], 26, true)],
        [new("s10-cs-360", At.AddDays(1), "黄婉清")],
        [.. TemplateLibrary.All().Select(t => t.Load(Metrics.Find).Content).OfType<PlanFileContent>().Select(c => new TemplateRow(c.Scheme, c.Title, c.Explanation, c.Scheme == "s2-office-regulation"))], true);

    public static PlansView Empty => new([], [], [], false);

    public static PlanView One
    {
        get
        {
            var template = TemplateLibrary.Find("s10-cs-360")!;
            var content = template.Load(Metrics.Find).Content!;
            return new(content.Scheme, content.Title, content.Explanation, 2, content.Plans, content.Pay, [new(2, At, "黄婉清", 2), new(1, At.AddMonths(-1), "徐芷若", 0)], true)
            {
                Page = template.Page(false), MetricName = id => Metrics.Find(id)?.Name, MetricUnit = id => Metrics.Find(id)?.Unit ?? Unit.None,
                Diff = (1, 2, PlanDiff.Of(template.Yaml, template.Yaml.Replace("15 < S ≤ 20", "15 < S ≤ 25", StringComparison.Ordinal).Replace("S > 20", "S > 25", StringComparison.Ordinal).Replace("amount: 1500", "amount: 1800", StringComparison.Ordinal))),
            };
        }
    }

    public static RehearsalView Rehearsed => new("s10-cs-360", new("金牌客服 360 考核", "Gold agent: 360 degrees"),
        new([October.Plus(-2), October.Plus(-1), October], [.. Names.Take(23).Select((name, i) => Changed(name, i))], [new("gold", 6, 4), new("pass", 58, 61), new("fail", 5, 4)], 180_000m)
        {
            Cliffs = [new("s10-cs-360/agent", null, new("总分", "Score"), Unit.Points, 90m, 0.01m, 300m, 0.052m, 7)],
            Sensitivities = [new("s10-cs-360/agent", "average-response", new("平均响应", "Average response"), Unit.Seconds, 1m, -0.4217m, 0.3809m, -600m, 300m), new("s10-cs-360/agent", "reply-rate", new("回复率", "Reply rate"), Unit.Rate, 0.01m, 0.1212m, -0.8m, 0m, -1500m)],
            Undistinguishing = [new("s10-cs-360/agent", "weekly-report", new("周报与建议", "Weekly report with suggestions"), 5m, 69)],
        }, new([new("front-line", "s2-office-regulation/front-line", "s10-cs-360/agent", "s2-office-regulation", "s10-cs-360", [Names[0], Names[1]])], [new("s10-cs-360/agent", false, [], ["周明"])]), 0) { BudgetText = "180000", Seen = "1-0" };

    private static PersonChange Changed(string name, int i)
    {
        Outcome Of(decimal score, string grade, decimal net) => new(name, "s10-cs-360/agent", score, grade, i + 1, net, []);
        var (before, after) = (92.5m - i * 1.3m, 91m - i * 1.2m);
        return new(name, [.. Enumerable.Range(-2, 3).Select(m => new MonthChange(October.Plus(m), Of(before, before >= 90 ? "gold" : "pass", 6200m - i * 40m), Of(after, after >= 90 ? "gold" : "pass", 6180m - i * 38.5m)))]);
    }

    public static PlanEditView Edited
    {
        get
        {
            var yaml = TemplateLibrary.Find("s10-cs-360")!.Yaml;
            var faulty = yaml.Replace("50% ≤ F < 70%", "70% < F ≤ 50%", StringComparison.Ordinal);
            return new(faulty, [.. PlanFile.Load(faulty, "s10-cs-360.yaml", Metrics.Find).Findings])
            {
                Scheme = "s10-cs-360", Saved = new("s10-cs-360", At, "黄婉清"), Changes = PlanDiff.Of(yaml, faulty),
            };
        }
    }
}
