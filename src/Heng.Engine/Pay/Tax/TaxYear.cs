using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Pay.Tax;

/// <summary>What a month of somebody's was to tax, as its payslip was sealed.</summary>
public sealed record TaxedMonth(Month Month, decimal Income, decimal Insurance, decimal Withheld, bool BonusApart)
{
    /// <summary>
    /// Of a payslip's lines; null where they worked out no tax, for then nobody knows what was withheld. A bonus that was taxed apart is in no cumulative number.
    /// </summary>
    public static TaxedMonth? Of(Month month, IReadOnlyList<(PayKind Kind, decimal Amount)> lines)
    {
        if (lines.Any(l => l.Kind == PayKind.TaxUnknown) || lines.All(l => l.Kind != PayKind.Tax)) return null;
        var apart = lines.Any(l => l.Kind == PayKind.YearEndTax);
        decimal Sum(Func<PayKind, bool> of) => lines.Where(l => of(l.Kind)).Sum(l => l.Amount);
        return new(month, Sum(k => k.IsWage() || k == PayKind.YearEnd && !apart), -Sum(k => k == PayKind.Insurance), -Sum(k => k == PayKind.Tax), apart);
    }
}

/// <summary>Something declared and how much of it the months of the tax year make so far.</summary>
public sealed record SpecialSum(SpecialDeduction Declared, int Months)
{
    public decimal Amount => Declared.Monthly * Months;
}

/// <summary>
/// Somebody's tax year up to a month (本年累计): how many months it has, the months before as they were sealed, behind an opening where there is one, and what was declared. Months
/// that nobody knows leave the tax without a value.
/// </summary>
public sealed record TaxYear(int Months, TaxOpening? Opening, IReadOnlyList<TaxedMonth> Earlier, IReadOnlyList<Month> Unknown, IReadOnlyList<SpecialSum> Special)
{
    /// <summary>A year-end bonus may be taxed apart once a year.</summary>
    public bool BonusWasApart => Earlier.Any(m => m.BonusApart);

    /// <param name="employed">Whether they were employed in a month of the year.</param>
    /// <param name="sealedOf">What a closed month was to tax; null where it is open, or worked out no tax.</param>
    public static TaxYear Of(Month month, Func<Month, bool> employed, Func<Month, TaxedMonth?> sealedOf, IEnumerable<TaxOpening> openings, IEnumerable<SpecialDeduction> declared)
    {
        var opening = openings.Where(o => o.Through.Year == month.Year && o.Through < month).MaxBy(o => o.Through.Number);
        var own = Enumerable.Range(1, month.Number).Select(number => new Month(month.Year, number)).Where(m => (opening is null || opening.Through < m) && (m == month || employed(m))).ToArray();
        var before = own.Where(m => m != month).Select(m => (Month: m, Taxed: sealedOf(m))).ToArray();
        return new(
            (opening?.Months ?? 0) + own.Length, opening, [.. before.Select(b => b.Taxed).OfType<TaxedMonth>()], [.. before.Where(b => b.Taxed is null).Select(b => b.Month)],
            [.. declared.Select(d => new SpecialSum(d, own.Count(d.Covers))).Where(s => s.Months > 0).OrderBy(s => s.Declared.Kind, StringComparer.Ordinal).ThenBy(s => s.Declared.From.ToString(), StringComparer.Ordinal)]);
    }
}
