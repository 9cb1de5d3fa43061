using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;

namespace Heng.App.Features.Pay;

/// <summary>How a line of the payslip came about, in one line: 底薪 4,000.00 × 计薪天数 22 ÷ 应出勤天数 23.</summary>
public static class PayWords
{
    private const int MostTerms = 4;

    public static Wording Of(Explained line) => new(Words(line, Language.Zh), Words(line, Language.En));

    private static string Words(Explained node, Language language) => (node.How, node.Inputs) switch
    {
        (Rounded or OrNothing, [var only]) => Words(only, language),
        (PaidPart, [var amount, var paid, var due]) => $"{Words(amount, language)} × {Named(paid, language)} ÷ {Named(due, language)}",
        (Product, { Count: > 0 } factors) => string.Join(" × ", factors.Select(f => Factor(f, language))),
        (Difference, { Count: > 0 } terms) => string.Join(" − ", terms.Select(t => Named(t, language))),
        (Sum, { Count: 1 } terms) => Words(terms[0], language),
        (Sum, { Count: > 1 and <= MostTerms } terms) => string.Join(" + ", terms.Select(t => Named(t, language))),
        (Sum, { Count: > MostTerms } terms) => language.T($"{terms.Count} 笔之和", $"the sum of {terms.Count}"),
        (Times { Factor: -1m }, [var only]) => $"− {Words(only, language)}",
        (HeldBetween { Low: null, High: 0m }, [{ How: Difference, Inputs: [var withheld, var due] }]) => $"{Named(withheld, language)} − {Named(due, language)}",
        (Smallest, [var one, var other]) => language.T($"较小者：{Named(one, language)}，{Named(other, language)}", $"the smaller of {Named(one, language)} and {Named(other, language)}"),
        (PaidByDays by, [var amount, var paid, var due]) => language.T($"{Words(amount, language)}，{Named(paid, language)}、{Named(due, language)}，按 {Show.Trimmed(by.PayDays)} 天折算",
            $"{Words(amount, language)}, {Named(paid, language)}, {Named(due, language)}, by {Show.Trimmed(by.PayDays)} pay days"),
        (HeldBetween held, [var only]) => Held(held, only, language),
        (AwardOfPlace, [var own, ..]) => Named(own, language),
        (PaidBySteps steps, [var part, var count]) => BySteps(steps, part, count, language),
        _ => Named(node, language),
    };

    private static string BySteps(PaidBySteps paid, Explained part, Explained count, Language language)
    {
        if (count.Value is not { } steps) return Named(part, language);
        var why = count.Inputs is [var actual, var balance]
            ? language.T($"（实际 {Value(actual, language)}，{balance.Label.Zh} {Value(balance, language)}）", $" (actual {Value(actual, language)}, {balance.Label.En} {Value(balance, language)})")
            : "";
        var sum = $"{Named(part, language)} {(steps < 0 ? "−" : "+")} {language.T("步数", "steps")} {Show.Trimmed(Math.Abs(steps))} × {Plain(paid.PerStep)}{why}";
        var held = (part.Value ?? 0m) + steps * paid.PerStep;
        var (low, high) = (paid.Low ?? 0m, paid.High ?? 2m * (part.Value ?? 0m));
        return held < low ? sum + language.T($"，最低 {Show.Number(low, Unit.Yuan)}", $", at least {Show.Number(low, Unit.Yuan)}")
            : held > high ? sum + language.T($"，最高 {Show.Number(high, Unit.Yuan)}", $", at most {Show.Number(high, Unit.Yuan)}")
            : sum;
    }

    private static string Held(HeldBetween held, Explained only, Language language) => Words(only, language) + (
        only.Value < held.Low ? language.T($"，最低 {Show.Number(held.Low.Value, Unit.Yuan)}", $", at least {Show.Number(held.Low.Value, Unit.Yuan)}")
        : only.Value > held.High ? language.T($"，最高 {Show.Number(held.High.Value, Unit.Yuan)}", $", at most {Show.Number(held.High.Value, Unit.Yuan)}") : "");

    // A factor that is itself worked out from days shows them; any other shows what it is and comes to.
    private static string Factor(Explained node, Language language) => node.How is PaidPart or PaidByDays or OrNothing ? Words(node, language) : Named(node, language);

    // A label that says a sum itself is what the value comes from.
    private static string Named(Explained node, Language language) => language.T(node.Label) is var label && label.Contains(" × ", StringComparison.Ordinal) ? $"{label} = {Value(node, language)}" : $"{label} {Value(node, language)}";

    private static string Value(Explained node, Language language) => node.Value is null ? language.T("无", "none") : node.Unit switch
    {
        Unit.Ratio => Plain(node.Value.Value),
        Unit.None or Unit.Times or Unit.Days => Show.Trimmed(node.Value),
        Unit.Points => Show.Number(node.Value, Unit.Points),
        Unit.Seconds => Show.ExactWithUnit(node.Value, Unit.Seconds, language),
        _ => Show.Number(node.Value, node.Unit),
    };

    private static string Plain(decimal value) => value.ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '−');
}
