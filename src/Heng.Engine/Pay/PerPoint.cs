using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>
/// So many yuan for each step of a metric over a base value (按点奖金), a percentage point where nothing else is written. Whole steps alone count unless the plan says otherwise;
/// below the base value nothing is taken unless low is under 0.
/// </summary>
public sealed record PerPoint(string Id, Wording Label, FromMetric Source, Better Better, decimal Start, decimal Step, decimal Amount) : PayComponent(Id, Label)
{
    public bool Whole { get; init; } = true;
    public decimal Low { get; init; }
    public decimal? High { get; init; }
    /// <summary>The base value where it differs from person to person, month to month or by promotion days.</summary>
    public Aim? StartBy { get; init; }

    public override IReadOnlyList<FromMetric> Metrics => [Source];

    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        var value = Scaling.Scoring(payee.Metric(Source.Asked));
        var own = StartBy is { } by ? payee.AimOf(by) : Start;
        var start = Explained.Leaf("start", new("基准", "base value"), own, value.Unit);
        Operation count = Whole ? new WholeSteps(Better, Step) : new StepsOver(Better, Step);
        var steps = Explained.By("steps", new("步数", "steps"), Unit.Times, count, value, start);
        var product = Explained.By("product", new("步数 × 每步金额", "steps × amount a step"), Unit.Yuan, Product.Instance, steps, Explained.Leaf("each", new("每步金额", "amount a step"), Amount, Unit.Yuan));
        var held = Explained.By("held", Label, Unit.Yuan, new HeldBetween(Low, High), product);
        IReadOnlyList<Wording> notes = value.Value is null ? [new("暂无数据，不发", "no data, so nothing is paid")]
            : own is null ? [new("没有基准，不发", "no base value, so nothing is paid")] : [];
        return [Line(Id, Label, Explained.By("amount", Label, Unit.Yuan, OrNothing.Instance, held), notes)];
    }
}

/// <summary>Steps from the base value with their parts, positive on the better side.</summary>
public sealed record StepsOver(Better Better, decimal Step) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) =>
        inputs is [{ } actual, { } start] ? (Better == Better.Lower ? start - actual : actual - start) / Step : null;

    public override Wording Formula => new($"（实际 − 基准）÷ {Shown.Number(Step)}，越好越多", $"(actual − base value) ÷ {Shown.Number(Step)}, positive when better");
}
