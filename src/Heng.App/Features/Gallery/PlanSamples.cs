using Heng.App.Features.PlanPages;
using Heng.App.Features.Plans;
using Heng.Engine.Metrics;
using Heng.Engine.Records;

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
                Page = template.Page(false), MetricName = id => Metrics.Find(id)?.Name,
                Diff = (1, 2, PlanDiff.Of(template.Yaml, template.Yaml.Replace("15 < S ≤ 20", "15 < S ≤ 25", StringComparison.Ordinal).Replace("S > 20", "S > 25", StringComparison.Ordinal).Replace("amount: 1500", "amount: 1800", StringComparison.Ordinal))),
            };
        }
    }

    public static PlanEditView Edited
    {
        get
        {
            var yaml = TemplateLibrary.Find("s10-cs-360")!.Yaml;
            var faulty = yaml.Replace("50% ≤ F < 70%", "70% < F ≤ 50%", StringComparison.Ordinal);
            return new(faulty, [.. PlanFile.Load(faulty, "s10-cs-360.yaml", Metrics.Find).Findings], true)
            {
                Scheme = "s10-cs-360", Saved = new("s10-cs-360", At, "黄婉清"), Changes = PlanDiff.Of(yaml, faulty),
            };
        }
    }
}
