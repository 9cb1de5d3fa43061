using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Explain;

/// <summary>Finds the explanation of a number by its name: a metric, an item, a line of the payslip, or the score. Refuses what the viewer may not see.</summary>
public sealed class ExplainLookup(MonthBook book, Viewer viewer)
{
    public (Explained? Explained, Refusal? Refused) Find(string agent, string? metric, string? item, string? line)
    {
        if (book.Find(agent) is not { } person || !Rights.Sees(viewer, agent, person.Employment.Group))
            return Refuse("agent-unknown", $"这个月没有“{agent}”，或您无权查看", $"There is no '{agent}' in this month, or you may not see them");
        if (metric is not null)
            return book.Facts.Metrics.Find(metric) is null
                ? Refuse("metric-unknown", $"没有指标“{metric}”", $"There is no metric '{metric}'")
                : (book.Facts.Explain(metric, person.Person.Id), null);
        if (line is not null && !Rights.SeesPay(viewer, agent)) return Refuse("role-may-not", "您无权查看此人的工资", "You may not see this person's pay");
        if (line == "net" && person.Pay is { } slip)
            return (Explained.By("net", new("实发合计", "Net pay"), Unit.Yuan, Sum.Instance, [.. slip.Lines.Select(l => l.Explanation)]), null);
        if (line is not null)
            return person.Pay?.Lines.FirstOrDefault(l => l.Id == line) is { } found
                ? (found.Explanation, null)
                : Refuse("line-unknown", $"工资条没有“{line}”", $"The payslip has no line '{line}'");
        if (item is not null)
            return person.Card?.Items.FirstOrDefault(i => i.Item == item) is { } scored
                ? (scored.Explanation, null)
                : Refuse("item-unknown", $"考核表没有“{item}”", $"The scorecard has no item '{item}'");
        return person.Card is { } card ? (card.Explanation, null) : Refuse("no-card", "此人这个月没有考核表", "This person has no scorecard in this month");
    }

    private static (Explained?, Refusal?) Refuse(string name, string zh, string en) => (null, new(name, new(zh, en)));
}
