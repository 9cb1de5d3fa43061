using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>What insurance is taken of: what the month's lines above earn, the person's own base pay, or an amount.</summary>
public enum InsuredBy : byte { Earned, Person, Amount }

/// <summary>One insurance (险种) and the person's own rate.</summary>
public sealed record InsuranceRate(string Id, Wording Name, decimal Rate);

/// <summary>The rates of a place from a day on, with the least and the most that they are taken of; without a place they are everybody else's.</summary>
public sealed record InsuranceTable(string? Place, DateOnly From, decimal? Floor, decimal? Ceiling, IReadOnlyList<InsuranceRate> Rates);

/// <summary>
/// Social insurance and housing fund (五险一金), the person's own part: a line an insurance, base × rate, by the place's table in force on the month's first day; of earnings under 0
/// nothing. Where no table fits
/// or nobody knows the base nothing is taken, and the line says so.
/// </summary>
public sealed record SocialInsurance(string Id, Wording Label, InsuredBy By, decimal Amount, IReadOnlyList<InsuranceTable> Tables) : PayComponent(Id, Label)
{
    public override PayKind Kind => PayKind.Insurance;
    public override bool ReadsLines => true;

    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        if (TableFor(payee) is not { } table)
            return [Line(Id, Label, Explained.By("amount", Label, Unit.Yuan, OrNothing.Instance, Explained.Leaf("insurance", Label, null, Unit.Yuan)), [NoTable(payee.Place)])];
        var of = Explained.By("insured", new("缴费基数", "insured base"), Unit.Yuan, new HeldBetween(table.Floor ?? 0m, table.Ceiling), BaseOf(payee));
        return [.. table.Rates.Select(rate => Of(rate, of))];
    }

    /// <summary>The place's own table before everybody else's, of each the one that began last.</summary>
    public InsuranceTable? TableFor(Payee payee) => Tables
        .Where(t => (t.Place is null || t.Place == payee.Place) && (payee.Month is not { } month || t.From <= month.First))
        .OrderByDescending(t => t.Place is not null).ThenByDescending(t => t.From).FirstOrDefault();

    private PayLine Of(InsuranceRate rate, Explained of)
    {
        var label = new Wording($"{Label.Zh}·{rate.Name.Zh}", $"{Label.En}, {rate.Name.En}");
        var own = Explained.By("own-part", label, Unit.Yuan, Product.Instance, of, Explained.Leaf("rate", new("个人费率", "own rate"), rate.Rate, Unit.Rate));
        return Line($"{Id}.{rate.Id}", label, Explained.By("taken", label, Unit.Yuan, new Times(-1m), own), []);
    }

    private Explained BaseOf(Payee payee) => By switch
    {
        InsuredBy.Amount => Explained.Leaf("base", new("申报基数", "declared base"), Amount, Unit.Yuan),
        InsuredBy.Person => payee.BaseOf(null, new("底薪", "base pay")),
        _ => Above.Sum("earned", new("本月应发", "earned this month"), payee, k => k.IsWage()),
    };

    private static Wording NoTable(string? place) => place is null
        ? new("不知道工作地，也没有通用的费率，不扣", "nobody knows the place of work and no rates are for everybody, so nothing is taken")
        : new($"没有{place}当月有效的费率，不扣", $"no rates of {place} are in force, so nothing is taken");
}

/// <summary>Sums over the lines above, each as it is explained.</summary>
internal static class Above
{
    public static Explained Sum(string id, Wording label, Payee payee, Func<PayKind, bool> of)
    {
        Explained[] lines = [.. payee.Above.Where(l => of(l.Kind)).Select(l => l.Explanation)];
        return lines.Length == 0 ? Explained.Leaf(id, label, 0m, Unit.Yuan) : Explained.By(id, label, Unit.Yuan, Explanation.Sum.Instance, lines);
    }
}
