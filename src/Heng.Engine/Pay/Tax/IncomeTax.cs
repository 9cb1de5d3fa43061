using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.Engine.Pay.Tax;

/// <summary>How a year-end bonus is taxed: apart (单独计税), merged into the year's wages (并入综合所得), or whichever takes less this month.</summary>
public enum BonusTaxed : byte { Cheaper, Apart, Merged }

/// <summary>
/// Income tax by cumulative withholding (累计预扣法): the year so far by the table, less what was withheld; never below 0, what is too much stays with the year. A month of the year that
/// nobody knows leaves no tax to work out: the line is 0 and says which.
/// </summary>
public sealed record IncomeTax(string Id, Wording Label) : PayComponent(Id, Label)
{
    public const decimal FreeAMonth = 5000m;

    public BonusTaxed YearEnd { get; init; }

    public override PayKind Kind => PayKind.Tax;
    public override bool ReadsLines => true;

    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        Explained[] bonus = [.. payee.Above.Where(l => l.Kind == PayKind.YearEnd && l.Amount > 0m).Select(l => l.Explanation)];
        if (payee is not { Tax: { Unknown.Count: 0 } year, Month: { } month })
            return [Unknown(Id, Label, Missing(payee.Tax)), .. bonus.Length == 0 ? [] : new[] { BonusAlone(bonus) }];
        var sums = new YearSums(payee, year, month);
        var wages = Withheld("wages", sums, sums.Income);
        var line = Line(Id, Label, wages, sums.Notes);
        return bonus.Length == 0 ? [line] : [line, OfBonus(sums, wages, bonus, year.BonusWasApart)];
    }

    /// <summary>At most 0: what the year so far owes beyond what was withheld of it.</summary>
    private Explained Withheld(string id, YearSums sums, Explained income)
    {
        var taxable = Explained.By("taxable", new("累计应纳税所得额", "taxable in the year so far"), Unit.Yuan, new HeldBetween(0m, null),
            Explained.By("net-income", new("累计收入减扣除", "income less what is deducted"), Unit.Yuan, Difference.Instance, [income, .. sums.Deducted]));
        var due = Explained.By("due", new("累计应纳税额", "tax of the year so far"), Unit.Yuan, TaxByTable.OfYear, taxable);
        return Explained.By(id, Label, Unit.Yuan, new HeldBetween(null, 0m), Explained.By("open", new("已预扣 − 应纳", "withheld − due"), Unit.Yuan, Difference.Instance, sums.Withheld, due));
    }

    private PayLine OfBonus(YearSums sums, Explained wages, Explained[] bonus, bool wasApart)
    {
        var (label, whole) = (new Wording("年终奖个人所得税", "income tax on the year-end bonus"), SumOf(bonus));
        var apart = Apart(whole);
        var both = Withheld("with-bonus", sums, Explained.By("income", new("累计收入（含年终奖）", "income with the bonus"), Unit.Yuan, Sum.Instance, sums.Income, whole));
        var merged = Explained.By("merged", new("并入当年综合所得多缴的税", "tax more when merged with the year"), Unit.Yuan, Difference.Instance, wages, both);
        var takesApart = !wasApart && (YearEnd == BonusTaxed.Apart || YearEnd == BonusTaxed.Cheaper && apart.Value <= merged.Value);
        var taken = YearEnd == BonusTaxed.Cheaper && !wasApart ? Explained.By("taken", label, Unit.Yuan, Smallest.Instance, apart, merged) : takesApart ? apart : merged;
        var line = Line($"{Id}.year-end", label, Explained.By("amount", label, Unit.Yuan, new Times(-1m), taken), [Said(apart, merged, takesApart, wasApart)]);
        return line with { Kind = takesApart ? PayKind.YearEndTax : PayKind.Tax };
    }

    /// <summary>Without the year only the tax apart is known, and it stands only where the plan says so.</summary>
    private PayLine BonusAlone(Explained[] bonus)
    {
        var label = new Wording("年终奖个人所得税", "income tax on the year-end bonus");
        return YearEnd != BonusTaxed.Apart ? Unknown($"{Id}.year-end", label, new("当年累计不全，不能与并入比较，未计算", "the year so far is not known, so there is nothing to compare with: not worked out"))
            : Line($"{Id}.year-end", label, Explained.By("amount", label, Unit.Yuan, new Times(-1m), Apart(SumOf(bonus))), []) with { Kind = PayKind.YearEndTax };
    }

    private static Explained SumOf(Explained[] bonus) => Explained.By("bonus", new("年终奖", "year-end bonus"), Unit.Yuan, Sum.Instance, bonus);

    private static Explained Apart(Explained bonus) => Explained.By("apart", new("单独计税", "taxed apart"), Unit.Yuan, TaxByTable.OfBonus, bonus);

    private PayLine Unknown(string id, Wording label, Wording why) =>
        Line(id, label, Explained.By("amount", label, Unit.Yuan, OrNothing.Instance, Explained.Leaf("tax", label, null, Unit.Yuan)), [why]) with { Kind = PayKind.TaxUnknown };

    private static Wording Missing(TaxYear? year)
    {
        if (year is null) return new("不知道当年累计，未计算个税", "nothing is known of the year so far, so no tax was worked out");
        var months = string.Join(", ", year.Unknown);
        return new($"{months} 没有已结账且算过个税的工资，也没有期初数（tax-openings），未计算个税", $"{months}: neither closed with its tax nor in an opening balance (tax-openings), so no tax was worked out");
    }

    private static Wording Said(Explained apart, Explained merged, bool takesApart, bool wasApart)
    {
        var (a, m) = (Yuan(apart.Value), Yuan(merged.Value));
        if (wasApart) return new($"今年已有一次单独计税，只能并入：{m} 元（单独计税为 {a} 元）", $"one bonus of this year was taxed apart already, so it is merged: ¥{m} (apart it would be ¥{a})");
        return takesApart ? new($"单独计税 {a} 元，并入 {m} 元：本月按单独计税；汇算清缴时本人可另选", $"apart ¥{a}, merged ¥{m}: taken apart this month; at the yearly settlement the person may choose otherwise")
            : new($"单独计税 {a} 元，并入 {m} 元：本月并入；汇算清缴时本人可另选", $"apart ¥{a}, merged ¥{m}: merged this month; at the yearly settlement the person may choose otherwise");
    }

    private static string Yuan(decimal? amount) => (amount ?? 0m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The sums of a tax year up to and with a payslip's lines.</summary>
internal sealed class YearSums
{
    public YearSums(Payee payee, TaxYear year, Month month)
    {
        var now = month.ToString();
        var (wage, insured) = (Above.Sum("this-month", new($"{now} 应税收入", $"taxable income of {now}"), payee, k => k.IsWage()), Above.Sum("insurance", new($"{now} 社保公积金", $"insurance of {now}"), payee, k => k == PayKind.Insurance));
        Income = Explained.By("income", new("累计收入", "income so far"), Unit.Yuan, Sum.Instance, [.. Before(year, "应税收入", "taxable income", o => o.Income, m => m.Income), wage]);
        var free = Explained.By("free", new("累计减除费用", "5000 a month"), Unit.Yuan, Product.Instance,
            Explained.Leaf("each", new("每月减除费用", "free a month"), IncomeTax.FreeAMonth, Unit.Yuan), Explained.Leaf("months", new("当年任职月数", "months employed this year"), year.Months, Unit.None));
        Deducted =
        [
            free, .. Before(year, "专项扣除", "deductions", o => o.Deductions, m => m.Insurance), Explained.By("insured", new($"{now} 社保公积金（个人）", $"own insurance of {now}"), Unit.Yuan, new Times(-1m), insured),
            .. year.Special.Select((s, i) => Explained.Leaf($"special-{i + 1}", new($"专项附加扣除：{s.Declared.Kind}（{s.Months} 个月）", $"declared: {s.Declared.Kind}, {s.Months} months"), s.Amount, Unit.Yuan)),
        ];
        Explained[] withheld = [.. Before(year, "已预扣税额", "tax withheld", o => o.Withheld, m => m.Withheld)];
        var label = new Wording("已预扣税额", "withheld so far");
        Withheld = withheld.Length == 0 ? Explained.Leaf("withheld", label, 0m, Unit.Yuan) : Explained.By("withheld", label, Unit.Yuan, Sum.Instance, withheld);
        Notes = [new($"按当年 {year.Months} 个月累计预扣", $"withheld on {year.Months} {(year.Months == 1 ? "month" : "months")} of the year together")];
    }

    public Explained Income { get; }
    public IReadOnlyList<Explained> Deducted { get; }
    public Explained Withheld { get; }
    public IReadOnlyList<Wording> Notes { get; }

    private static IEnumerable<Explained> Before(TaxYear year, string zh, string en, Func<TaxOpening, decimal> opened, Func<TaxedMonth, decimal> of)
    {
        if (year.Opening is { } opening)
            yield return Explained.Leaf($"opening-{opening.Through}", new($"期初至 {opening.Through} {zh}", $"{en} up to {opening.Through}"), opened(opening), Unit.Yuan);
        foreach (var month in year.Earlier) yield return Explained.Leaf($"{month.Month}", new($"{month.Month} {zh}", $"{en} of {month.Month}"), of(month), Unit.Yuan);
    }
}
