using Heng.App.CommandLine;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Explain;

/// <summary>Finds the explanation of a number by its name: a metric, an item, a line of the payslip, or the score. Refuses what the viewer may not see.</summary>
public sealed class ExplainLookup(MonthBook book, Viewer viewer, SealedMonth? closed = null)
{
    /// <summary>In a closed month the tree is worked out from today's records and rules, and its note tells the sealed number.</summary>
    public (Explained? Explained, Refusal? Refused) Find(string agent, string? metric, string? item, string? line)
    {
        var (explained, refused) = Live(agent, metric, item, line);
        if (explained is null || closed is null) return (explained, refused);
        return (Beside(explained, metric is null ? SealedNumber(agent, item, line) : closed.MetricOf(agent, metric), metric is null ? 2 : 6), null);
    }

    /// <summary>The number as it was closed beside the one of today; where they agree, it is final.</summary>
    public static Explained Beside(Explained explained, decimal? number, int digits)
    {
        var (zh, en) = number is null ? ("封存时没有值", "sealed without a value")
            : ($"封存值 {Show.ExactWithUnit(number, explained.Unit, Language.Zh)}", $"sealed at {Show.ExactWithUnit(number, explained.Unit, Language.En)}");
        var same = (explained.Value is { } now ? Math.Round(now, digits, MidpointRounding.AwayFromZero) : (decimal?)null) == number;
        return explained with { State = same && explained.State == ValueState.Provisional ? ValueState.Final : explained.State, Note = With(explained.Note, same
            ? new($"本月已结账：{zh}", $"the month is closed: {en}")
            : new($"本月已结账，{zh}，不再改变；下面按现在的数据与规则重算，结果不同", $"the month is closed, {en} for good; below it is worked out from today's records and rules, which come to something else")) };
    }

    private static Wording With(Wording? own, Wording more) => own is { } note ? new($"{note.Zh}；{more.Zh}", $"{note.En}; {more.En}") : more;

    private decimal? SealedNumber(string agent, string? item, string? line) => (item, line) switch
    {
        (_, "net") => closed!.Of("pay", agent)?["net"]?.GetValue<decimal>(),
        (_, { } id) => closed!.Of("pay", agent)?["lines"]!.AsArray().FirstOrDefault(l => l!["line"]!.GetValue<string>() == id)?["amount"]?.GetValue<decimal>(),
        ({ } id, _) => closed!.Of("score", agent)?["items"]!.AsArray().FirstOrDefault(i => i!["item"]!.GetValue<string>() == id)?["points"]?.GetValue<decimal>(),
        _ => closed!.Of("score", agent)?["score"]?.GetValue<decimal>(),
    };

    private (Explained? Explained, Refusal? Refused) Live(string agent, string? metric, string? item, string? line)
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
