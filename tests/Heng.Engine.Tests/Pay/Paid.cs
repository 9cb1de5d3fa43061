using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Tests.Pay;

/// <summary>One person paid by a few components, and everything checked that holds for every payslip.</summary>
internal static class Paid
{
    public const string Name = "王雨桐";
    public static readonly Month October = new(2026, 10);

    /// <summary>Numbers by the name under which they are asked; the unit is the metric's own.</summary>
    public static Payee Person(params (string Asked, decimal Value)[] numbers) => new(Name, 4000m, null, null, asked =>
        Explained.Leaf(asked, new(asked, asked), numbers.Where(n => n.Asked == asked).Select(n => (decimal?)n.Value).FirstOrDefault(), Catalogue.Find(asked)?.Unit ?? Unit.Times), []);

    public static Attendance Days(decimal due, decimal paid) => new(October, Name, due, paid);

    public static IReadOnlyList<PayLine> Lines(Payee payee, params PayComponent[] components) => Run([payee], components)[0].Lines;

    public static PayLine Line(Payee payee, PayComponent component) => Assert.Single(Lines(payee, component));

    public static IReadOnlyList<Payslip> Run(IReadOnlyList<Payee> payees, params PayComponent[] components)
    {
        var slips = PayRun.Compute(new("s", 1, default, default, components), October, payees);
        Assert.All(slips, s => Assert.Equal(s.Net, s.Lines.Sum(l => l.Amount)));
        Assert.All(slips.SelectMany(s => s.Lines), l => Assert.Equal((l.Amount, decimal.Round(l.Amount, 2)), (l.Explanation.Recompute(), l.Amount)));
        return slips;
    }

    public static Band[] Slabs(params (string When, decimal Rate)[] slabs) => [.. slabs.Select(s => new Band(Heng.Engine.Scoring.Interval.Parse(s.When)!, s.Rate))];
}
