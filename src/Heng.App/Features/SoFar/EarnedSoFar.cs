using Heng.App.Features.Months;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Simulation;

namespace Heng.App.Features.SoFar;

/// <summary>Fills what somebody has earned so far. Whoever asks must be allowed to see the person's pay.</summary>
internal static class EarnedSoFar
{
    /// <summary>Null for who is not paid.</summary>
    public static SoFarView? Of(MonthBook book, string agent)
    {
        if (book.Find(agent) is not { Pay: { } slip } person) return null;
        MetricValue? Read(string asked) => book.Facts.Metrics.Find(asked) is { } metric ? book.Facts.Read(metric, person.Totals) : null;
        var steps = NextSteps.Of(book.Rehearsed, PlanChoice.RegimeOf(book.Files), agent, Read);
        DateOnly? finalOn = book.Facts.AsOf < book.MaturesAt ? book.Facts.Rules.Clock.DayOf(book.MaturesAt.Plus(-1)) : null;
        return new(book.Month, agent, slip.Net, finalOn, slip.Lines, steps.Steps, [.. MayChange(book, steps, finalOn)], Links.Pay(book.Month, agent));
    }

    private static IEnumerable<Wording> MayChange(MonthBook book, StepsSoFar steps, DateOnly? finalOn)
    {
        var last = book.Facts.Coverage.Spans.Select(s => s.To).DefaultIfEmpty(DateOnly.MinValue).Max();
        if (last < book.Month.Last && last >= book.Month.First)
            yield return new($"数据到 {ShowDates.Words(last, Language.Zh)}为止，这个月还没完。", $"Records reach {ShowDates.Words(last, Language.En)}: the month goes on.");
        if (finalOn is { } day)
            yield return new($"订单还在有效期内，带 * 的数字最晚 {ShowDates.Words(day, Language.Zh)}结束后定稿。", $"Orders are still within their windows: numbers with * are final after {ShowDates.Words(day, Language.En)}.");
        yield return new("退款、申诉与更正会改变它所依据的数字。", "Refunds, appeals and corrections change the numbers that it rests on.");
        if (steps.ByPlace) yield return new("名次随同事的数字变化；下一步里不含名次奖。", "Places move with colleagues' numbers; awards by rank are in no step.");
        if (steps.ByPool) yield return new("奖金池随全店数字和同事的得分变化。", "The pool moves with the shop's number and colleagues' scores.");
        yield return steps.TakenOff
            ? new("每一步都假定其余数字不变，金额为税和社保前。", "Each step takes all other numbers as they are; its amount is before tax and insurance.")
            : new("每一步都假定其余数字不变。", "Each step takes all other numbers as they are.");
    }
}
