using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;

namespace Heng.App.Tests.Plans;

/// <summary>The few metrics that plan files in these tests name, with the unit and kind they have in the catalogue.</summary>
internal static class Catalogues
{
    private static readonly Terms Any = new((Primitive.Consulted, 1));
    private static readonly Dictionary<string, Metric> Metrics = new[]
    {
        Sum("consulted", Unit.People), Sum("received", Unit.People), Sum("sales", Unit.Yuan),
        Ratio("average-response", Unit.Seconds, Better.Lower), Ratio("bad-review-rate", Unit.Rate, Better.Lower),
        Ratio("reply-rate", Unit.Rate, Better.Higher), Ratio("consult-conversion", Unit.Rate, Better.Higher),
            Ratio("inquiry-paid-final", Unit.Rate, Better.Higher),
        Ratio("invite-rate", Unit.Rate, Better.Higher), Ratio("good-rating-rate", Unit.Rate, Better.Higher),
    }.ToDictionary(m => m.Id, StringComparer.Ordinal);

    public static Metric? Find(string id) => Metrics.GetValueOrDefault(id);

    public static Func<string, Explained> Values(params (string Metric, decimal Value)[] values) => id =>
        Explained.Leaf(id, new(id, id), values.Where(v => v.Metric == id).Select(v => (decimal?)v.Value).FirstOrDefault(), Metrics[id].Unit);

    public static PlanFileContent Template(string scheme)
    {
        var result = TemplateLibrary.Find(scheme)!.Load(Catalogue.Find);
        Assert.Empty(result.Errors);
        return result.Content!;
    }

    private static Metric Sum(string id, Unit unit) => new(id, new(id, id), unit, Better.None, new Total(Any), Source.Chat, Maturity.AtOnce, default, []);
    private static Metric Ratio(string id, Unit unit, Better better) =>
        new(id, new(id, id), unit, better, new RatioOf(Any, Any), Source.Chat, Maturity.AtOnce, default, []);
}
