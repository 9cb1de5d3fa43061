using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Engine.Tests.Simulation;

namespace Heng.Engine.Tests.Pay;

/// <summary>
/// A month of an invented shop from a seed, paid by a whole scheme: what <see cref="Shops"/> has, and below it allowances by year and shift, a year-end bonus, insurance and tax. The same
/// seed gives the same month.
/// </summary>
internal sealed class PayMonth
{
    public static readonly Month October = new(2026, 10);
    private const string Night = "夜班";

    private readonly SimulatedMonth month;
    private uint state;

    public PayMonth(int seed)
    {
        state = unchecked((uint)seed * 2246822519u + 3266489917u);
        var shop = new Shops(seed);
        month = shop.Month(October, 7);
        Version = shop.Scheme("s");
        Scheme = Version.Pay! with { Components = [.. Version.Pay!.Components, .. Below()] };
        Subject[] more = [.. month.People.Select(p => p with { Paid = With(p.Paid) })];
        month = month with { People = more };
    }

    public SchemeVersion Version { get; }
    public PayScheme Scheme { get; }
    public IReadOnlyList<Subject> People => month.People;

    public IReadOnlyList<Payee> Payees => PayeesOf(month.People);
    public IReadOnlyList<Payslip> Slips => PayRun.Compute(Scheme, October, Payees);

    /// <summary>The month's payslips if somebody's metric were another number: cards and places of everybody anew.</summary>
    public (IReadOnlyList<Payee> Payees, IReadOnlyList<Payslip> Slips) If(string agent, string metric, decimal value)
    {
        var payees = PayeesOf([.. month.People.Select(p => p.Agent == agent ? Moved(p, metric, value) : p)]);
        return (payees, PayRun.Compute(Scheme, October, payees));
    }

    private IReadOnlyList<Payee> PayeesOf(IReadOnlyList<Subject> people)
    {
        var cards = MonthCards.Of(new([Version]), October, people).ToDictionary(c => c.Agent, StringComparer.Ordinal);
        return [.. people.Select(p => p.Paid with { Card = cards.GetValueOrDefault(p.Agent), Asker = Asker.Of(p.Agent, p.Scored.Group, p.Position, new(October, October), Version.Promotions) })];
    }

    private static Subject Moved(Subject person, string metric, decimal value)
    {
        Func<string, Explained> Number(Func<string, Explained> own) => asked => asked == metric ? own(asked) with { Value = value } : own(asked);
        return person with { Scored = person.Scored with { Metric = Number(person.Scored.Metric) }, Paid = person.Paid with { Metric = Number(person.Paid.Metric) } };
    }

    private int Next(int under)
    {
        state = unchecked(state * 1664525u + 1013904223u);
        return (int)(state >> 8) % under;
    }

    private T One<T>(params T[] of) => of[Next(of.Length)];

    private IEnumerable<PayComponent> Below()
    {
        if (Next(2) == 0) yield return new Allowance("years", default, 33.33m, AllowancePer.Year) { AtMost = One<decimal?>(null, 5m), Round = Rule() };
        if (Next(2) == 0) yield return new Allowance("night", default, 25.55m, AllowancePer.Shift) { Shift = Night, For = One(Enum.GetValues<AllowanceFor>()), Round = Rule() };
        if (Next(2) == 0) yield return new YearEndBonus("year-end", default);
        if (Next(4) > 0) yield return Insurance();
        if (Next(4) > 0) yield return new IncomeTax("tax", default) { YearEnd = One(Enum.GetValues<BonusTaxed>()), Round = Rule() };
    }

    private SocialInsurance Insurance()
    {
        InsuranceRate[] rates = [new("pension", default, 0.08m), new("medical", default, 0.0205m), new("housing", default, One(0.05m, 0.07m, 0.12m))];
        return new("insurance", default, One(Enum.GetValues<InsuredBy>()), 6543.21m,
            [new("甲市", new(2026, 1, 1), One<decimal?>(null, 4_000m), One<decimal?>(null, 7_500m), rates), .. Next(2) == 0 ? [new InsuranceTable(null, new(2026, 1, 1), null, null, rates[..2])] : Array.Empty<InsuranceTable>()]) { Round = Rule() };
    }

    private Payee With(Payee payee)
    {
        var (own, nights) = (payee.Metric, Next(3) == 0 ? (decimal?)null : Next(10));
        Adjustment[] more = [.. Enumerable.Range(0, Next(4)).Select(i => new Adjustment(October, payee.Agent, One(Enum.GetValues<AdjustmentKind>()), Next(400_000) / 100m, $"r{i % 2}", "x", Next(4) > 0 ? "y" : null))];
        return payee with
        {
            Metric = asked => asked == Asking.For(Beside.Shift, Night) ? Explained.Leaf(asked, default, nights, Unit.Times) : own(asked),
            Adjustments = [.. payee.Adjustments, .. more], Place = One("甲市", "乙市", null), Tenure = Next(4) == 0 ? null : new(new(2026 - Next(9), 1 + Next(12), 15), October.Last), Tax = Year(),
        };
    }

    private TaxYear? Year()
    {
        if (Next(5) == 0) return null;
        var joined = 1 + Next(10);
        return TaxYear.Of(October, m => m.Number >= joined, m => Next(30) == 0 ? null : Earlier(m), [], Next(2) == 0 ? [] : [new("", "子女教育", new(2026, 1), null, 1000m)]);
    }

    private TaxedMonth Earlier(Month of) => new(of, Next(2_000_000) / 100m, Next(100_000) / 100m, Next(50_000) / 100m, Next(20) == 0);

    private Rounding Rule() => One(Enum.GetValues<Rounding>());
}
