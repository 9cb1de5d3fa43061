using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.App.Features.PlanPages;

/// <summary>Where an item's value comes from, in words.</summary>
public static class SourceWords
{
    public static Wording Of(Item item, Func<string, Wording?> metricName) => item.Source switch
    {
        FromMetric metric => Named(metric.Metric, metricName) is var name && metric.Reported ? new($"{name.Zh}（报表数）", $"{name.En} (as reported)") : name,
        FromCounter counter => new($"导入计数：{counter.Name}", $"imported counter: {counter.Name}"),
        FromRaters raters => new(string.Join("、", raters.Raters.Select(r => $"{RaterWords.Of(r.Rater).Zh} {Show.Trimmed(r.Weight)}%")), string.Join(", ", raters.Raters.Select(r => $"{RaterWords.Of(r.Rater).En} {Show.Trimmed(r.Weight)}%"))),
        FromCauses causes => new($"扣分项：{string.Join("、", causes.Causes.Select(c => $"{c.Name.Zh} −{Show.Trimmed(c.Points)}"))}", $"causes: {string.Join(", ", causes.Causes.Select(c => $"{c.Name.En} −{Show.Trimmed(c.Points)}"))}"),
        FromQa => new("质检", "inspections"),
        FromGoals goals => goals.Name is { } goal ? new($"目标：{goal}", $"goal: {goal}") : new("目标约定", "agreed goals"),
        FromSuperior => new("上级加减分，须写理由", "added or taken by a superior, with a reason"),
        FromCards cards => OfCards(cards, metricName),
        NoneYet none => new($"尚无来源：{none.Source.Zh}", $"no source yet: {none.Source.En}"),
        _ => new(item.Id, item.Id),
    };

    public static Wording OfCycle(Cycle cycle) => cycle switch
    {
        Cycle.Month => new("每月", "monthly"),
        Cycle.TwoMonths => new("每两月", "every two months"),
        Cycle.Quarter => new("每季", "quarterly"),
        _ => new("每年", "yearly"),
    };

    public static Wording OfMissing(MissingRule rule) => rule switch
    {
        MissingRule.Neutral => new("按同组平均", "the group's mean"),
        MissingRule.Zero => new("按 0 分", "counts 0"),
        MissingRule.Block => new("评分不能完成", "the card waits"),
        _ => new("权重分给其他项", "its weight goes to the others"),
    };

    private static Wording OfCards(FromCards cards, Func<string, Wording?> metricName) => cards.Of switch
    {
        PartOf.Metric => Named(cards.Id!, metricName) is var name ? new($"各期的{name.Zh}", $"{name.En} of the parts") : default,
        PartOf.Item => new($"各期的考核项 {cards.Id}", $"the item {cards.Id} of the parts"),
        _ => new("各期的总分", "the scores of the parts"),
    };

    private static Wording Named(string metric, Func<string, Wording?> metricName) => metricName(metric) ?? new(metric, metric);
}
