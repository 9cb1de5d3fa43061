using Heng.App.Features.Choosing;
using Heng.App.Features.Plans;
using Heng.Engine.Choosing;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Tests.Choosing;

/// <summary>A signed choice as the draft of a plan: whatever was chosen, the file is read without an error.</summary>
public sealed class ChoiceDraftTests
{
    private static readonly CatalogueOfRule Metrics = Catalogue.Under(Judgement.OrderFirst);

    private static KeptChoice Signed(string title, params (string Metric, decimal Weight, Better Better)[] chosen) => new(
        new(title, "一线: 客服 #1", [.. chosen.Select(c => new Considered(c.Metric, new("试试", "try")) { Weight = c.Weight, Better = c.Better })]) { Stage = ChoiceStage.Signed, Owner = "店长" },
        [new(7, 4, ChoiceStage.Signed, "{}", new(1), "店长")]);

    private static ChoiceFigures Figures(Func<Metric, decimal?[]> values) =>
        new([new(2026, 10)], 3, Metrics.All.ToDictionary(m => m.Id, m => new MetricFigures(BetweenPeople.Of(m, values(m)), null, false), StringComparer.Ordinal));

    private static PlanFileContent Read(KeptChoice kept, ChoiceFigures figures)
    {
        var read = PlanFile.Load(ChoiceDraft.Of(kept, "choice-7", Metrics, figures), "choice-7.yaml", Metrics.Find);
        Assert.Empty(read.Errors);
        return read.Content!;
    }

    [Fact]
    public void A_draft_has_a_dimension_for_each_chapter_and_the_median_as_its_target()
    {
        var content = Read(Signed("客服指标", ("average-response", 40m, Better.None), ("received", 25m, Better.Lower), ("consult-conversion", 35m, Better.None)), Figures(m => m.Id == "consult-conversion" ? [0.3m, 0.42m] : [20m, 30m, 46m]));
        Assert.Equal((7, "choice-7"), (content.Choice, content.Scheme));
        var plan = Assert.Single(content.Plans);
        Assert.Equal(["一线: 客服 #1"], plan.Positions);
        Assert.Equal(["load", "speed", "conversion"], plan.Dimensions.Select(d => d.Id));
        Assert.Equal([("received", 25m), ("average-response", 40m), ("consult-conversion", 35m)], plan.Items.Select(i => (i.Id, i.Weight)));
        // 30; (0.3 + 0.42) ÷ 2; the side that was said where the catalogue has none
        Assert.Equal([(30m, Better.Lower), (30m, Better.Lower), (0.36m, Better.Higher)], plan.Items.Select(i => i.Method.Standard!.Value));
        Assert.All(plan.Items, i => Assert.Equal(new HistoryBasis(HistoryWay.Median, new(2026, 10), new(2026, 10)), i.Method.Basis));
    }

    [Fact]
    public void Whatever_is_chosen_from_the_catalogue_makes_a_file_without_errors()
    {
        ChoiceFigures[] months = [ChoiceFigures.None, Figures(_ => [0m, 0m]), Figures(_ => [0.2m, 0.4m]), Figures(m => m.Unit == Unit.Yuan ? [-3m, 1m] : [1m, 2m]), Figures(_ => [0m, 0m, 1m]), Figures(_ => [0m, 0m, 0.4m]), Figures(_ => [1.2m, 1.3m])];
        foreach (var some in Metrics.All.Chunk(20).Where(c => c.Length == 20))
            foreach (var figures in months)
                Assert.Equal(20, Read(Signed("全部", [.. some.Select(m => (m.Id, 5m, Better.Higher))]), figures).Plans[0].Items.Count());
    }

    [Theory]
    [InlineData("带\"引号\"与\\斜线")]
    [InlineData("行一\nscheme: other")]
    [InlineData("{ a: b } # c")]
    public void A_title_stays_a_title(string title) =>
        Assert.Equal(title.Replace('\n', ' '), Read(Signed(title, ("average-response", 100m, Better.None)), ChoiceFigures.None).Title.Zh);

    [Fact]
    public void Without_data_a_usual_target_stands_and_without_one_it_is_said()
    {
        var text = ChoiceDraft.Of(Signed("客服指标", ("average-response", 50m, Better.None), ("saturation", 50m, Better.Higher)), "choice-7", Metrics, ChoiceFigures.None);
        Assert.Contains("target: 30 } } # 没有数据，常见目标 no data, a usual target: S2", text, StringComparison.Ordinal);
        Assert.Contains("target: 100% } } # 没有数据，目标待定 no data, set a target", text, StringComparison.Ordinal);
    }
}
