using Heng.App.Features.Plans;

namespace Heng.App.Tests.Plans;

/// <summary>Two versions of a file side by side, in words.</summary>
public sealed class PlanDiffTests
{
    private static string Template => TemplateLibrary.Find("s10-cs-360")!.Yaml;

    private static PlanChange Only(string after) => Assert.Single(PlanDiff.Of(Template, after));

    [Fact]
    public void A_file_does_not_differ_from_itself_nor_by_its_own_number()
    {
        Assert.Empty(PlanDiff.Of(Template, Template));
        Assert.Empty(PlanDiff.Of(Template, Template.Replace("version: 1", "version: 7", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_weight_is_told_by_the_names_of_plan_dimension_and_item()
    {
        var change = Only(Template.Replace("            name: { zh: 交接登记, en: Handover registered }\n            weight: 7", "            name: { zh: 交接登记, en: Handover registered }\n            weight: 9", StringComparison.Ordinal));
        Assert.Equal("plans/agent/dimensions/conduct/items/handover/weight", change.Path);
        Assert.Equal("金牌客服月度考核 › 综合 › 交接登记 › 权重", change.Place.Zh);
        Assert.Equal("Gold agent, monthly › Conduct › Handover registered › weight", change.Place.En);
        Assert.Equal(("7", "9"), (change.Before!.Value.Zh, change.After!.Value.Zh));
    }

    [Fact]
    public void A_row_of_bands_is_told_as_a_whole()
    {
        var change = Only(Template.Replace("15 < S ≤ 20", "15 < S ≤ 25", StringComparison.Ordinal).Replace("S > 20", "S > 25", StringComparison.Ordinal));
        Assert.Equal("条件 S ≤ 15，分值 10；条件 15 < S ≤ 25，分值 7；条件 S > 25，分值 4", change.After!.Value.Zh);
        Assert.Equal("when S ≤ 15, points 10; when 15 < S ≤ 20, points 7; when S > 20, points 4", change.Before!.Value.En);
    }

    [Fact]
    public void A_method_that_became_another_is_told_once()
    {
        var change = Only(Template.Replace("method: { rank: { within: group, points: [10, 8, 6], rest: 4 } }", "method: { proportional: { target: 50000 } }", StringComparison.Ordinal));
        Assert.EndsWith("个人销售额组内排名 › 评分方法", change.Place.Zh, StringComparison.Ordinal);
        Assert.Equal("按比例 目标值 50000", change.After!.Value.Zh);
    }

    [Fact]
    public void An_item_that_came_or_went_is_told_by_name_and_weight_and_order_is_no_difference()
    {
        var lines = Template.Split('\n').ToList();
        var from = lines.FindIndex(l => l.Contains("- id: weekly-report", StringComparison.Ordinal));
        var to = lines.FindIndex(l => l.Contains("- id: attitude", StringComparison.Ordinal));
        var item = lines[from..to];
        lines.RemoveRange(from, to - from);
        var without = string.Join('\n', lines);
        var gone = Only(without);
        Assert.Equal(("周报与建议（权重 5）", null), (gone.Before!.Value.Zh, gone.After?.Zh));
        Assert.Equal("Weekly report with suggestions (weight 5)", Assert.Single(PlanDiff.Of(without, Template)).After!.Value.En);
        lines.InsertRange(lines.FindIndex(l => l.Contains("- id: discipline", StringComparison.Ordinal)), item);
        Assert.Empty(PlanDiff.Of(Template, string.Join('\n', lines)));
    }

    [Fact]
    public void A_component_of_the_pay_is_found_by_its_kind_and_id()
    {
        var change = Only(Template.Replace("amount: 1500", "amount: 1800", StringComparison.Ordinal));
        Assert.Equal("pay/components/performance:performance/performance/amount", change.Path);
        Assert.Equal(("1500", "1800"), (change.Before!.Value.Zh, change.After!.Value.Zh));
    }

    [Fact]
    public void What_is_no_plan_at_all_has_no_differences_to_tell() => Assert.Empty(PlanDiff.Of(Template, "]["));
}
