using Heng.App.CommandLine;
using Heng.App.Features.Closing;
using Heng.App.Features.Cycles;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Explain;

/// <summary>Finds the explanation of a number by its name: a metric, an item, a line of the payslip, or the score. Refuses what the viewer may not see.</summary>
public sealed class ExplainLookup(MonthBook book, Viewer viewer, SealedMonth? closed = null)
{
    /// <summary>In a closed month the tree is worked out from today's records and rules, and its note tells the sealed number.</summary>
    /// <param name="cycle">Whose card is meant; null looks through the month's and then those of the longer cycles that end with it.</param>
    /// <returns>With it, the longer cycle's card in which the item or the score was found.</returns>
    public (Explained? Explained, Refusal? Refused, CycleCard? In) Find(string agent, string? metric, string? item, string? line, Cycle? cycle = null)
    {
        if (metric is not null || line is not null) cycle = null;
        var (refused, found) = CycleOf(agent, metric, item, line, cycle);
        var explained = refused is not null ? null : found is not null ? OfCycle(found.Card, item) : null;
        if (refused is null && explained is null) (explained, refused) = found is null ? Live(agent, metric, item, line) : Refuse("item-unknown", $"考核表没有“{item}”", $"The scorecard has no item '{item}'");
        if (explained is null) return (null, refused, found);
        if (closed is null) return (line is not null && book.Alone.TryGetValue(agent, out var alone) ? Beside(explained, LineOf(alone, agent, line), 2, new("已单独发薪", "the pay is sealed alone")) : explained, null, found);
        return (Beside(explained, metric is not null ? closed.MetricOf(agent, metric) : found is not null ? SealedNumber(found.Card, item) : SealedNumber(agent, item, line), metric is null ? 2 : 6), null, found);
    }

    private static Explained? OfCycle(Scorecard card, string? item) => item is null ? card.Explanation : card.Items.FirstOrDefault(i => i.Item == item)?.Explanation;

    /// <summary>Which longer cycle's card is meant; none where it is the month's own, or where the viewer may not see the person.</summary>
    private (Refusal? Refused, CycleCard? Found) CycleOf(string agent, string? metric, string? item, string? line, Cycle? cycle)
    {
        if (metric is not null || line is not null || cycle == Cycle.Month || cycle is null && item is null) return (null, null);
        if (book.Find(agent) is not { } person || !Rights.Sees(viewer, agent, person.Employment.Group) || cycle is null && person.Card?.Items.Any(i => i.Item == item) == true) return (null, null);
        var cards = book.Cycles.Where(c => c.Card.Agent == agent && (cycle is { } wanted ? c.Cycle == wanted : OfCycle(c.Card, item) is not null)).ToArray();
        if (cards.Length > 1)
            return (new("item-in-several", new($"几个周期的考核表都有“{item}”：{string.Join("、", cards.Select(c => CycleWords.Of(c.Cycle).Zh))}，请用 --cycle 指定",
                $"Cards of several cycles have '{item}' ({string.Join(", ", cards.Select(c => CycleWords.Id(c.Cycle)))}): name one with --cycle")), null);
        return cards.Length == 0 && cycle is { } asked
            ? (new("no-card", new($"此人没有随 {book.Month} 出的{CycleWords.Of(asked).Zh}表", $"This person has no card of the cycle '{CycleWords.Id(asked)}' that ends with {book.Month}")), null)
            : (null, cards.FirstOrDefault());
    }

    /// <summary>The number as it was closed beside the one of today; where they agree, it is final.</summary>
    public static Explained Beside(Explained explained, decimal? number, int digits, Wording? why = null)
    {
        var by = why ?? new("本月已结账", "the month is closed");
        var (zh, en) = number is null ? ("封存时没有值", "sealed without a value")
            : ($"封存值 {Show.ExactWithUnit(number, explained.Unit, Language.Zh)}", $"sealed at {Show.ExactWithUnit(number, explained.Unit, Language.En)}");
        var same = (explained.Value is { } now ? Math.Round(now, digits, MidpointRounding.AwayFromZero) : (decimal?)null) == number;
        return explained with { State = same && explained.State == ValueState.Provisional ? ValueState.Final : explained.State, Note = With(explained.Note, same
            ? new($"{by.Zh}：{zh}", $"{by.En}: {en}")
            : new($"{by.Zh}，{zh}，不再改变；下面按现在的数据与规则重算，结果不同", $"{by.En}, {en} for good; below it is worked out from today's records and rules, which come to something else")) };
    }

    private static Wording With(Wording? own, Wording more) => own is { } note ? new($"{note.Zh}；{more.Zh}", $"{note.En}; {more.En}") : more;

    private decimal? SealedNumber(string agent, string? item, string? line) => (item, line) switch
    {
        (_, { } id) => LineOf(closed!, agent, id),
        ({ } id, _) => closed!.Of("score", agent)?["items"]!.AsArray().FirstOrDefault(i => i!["item"]!.GetValue<string>() == id)?["points"]?.GetValue<decimal>(),
        _ => closed!.Of("score", agent)?["score"]?.GetValue<decimal>(),
    };

    private static decimal? LineOf(SealedMonth seal, string agent, string line) => line == "net" ? seal.Of("pay", agent)?["net"]?.GetValue<decimal>()
        : seal.Of("pay", agent)?["lines"]!.AsArray().FirstOrDefault(l => l!["line"]!.GetValue<string>() == line)?["amount"]?.GetValue<decimal>();

    private decimal? SealedNumber(Scorecard cycle, string? item)
    {
        var card = closed!.Part("cycles", a => a == cycle.Agent).FirstOrDefault(c => c!["plan"]!.GetValue<string>() == cycle.Plan);
        return (item is null ? card?["score"] : card?["items"]!.AsArray().FirstOrDefault(i => i!["item"]!.GetValue<string>() == item)?["points"])?.GetValue<decimal>();
    }

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
