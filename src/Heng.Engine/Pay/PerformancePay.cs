using Heng.Engine.Explanation;

namespace Heng.Engine.Pay;

/// <summary>
/// Performance pay (绩效工资): performance base × coefficient of the score or grade. Without a score there is nothing to multiply: the line is 0 and says so.
/// </summary>
public sealed record PerformancePay(string Id, Wording Label, decimal Base, Coefficient Coefficient, bool Prorated) : PayComponent(Id, Label)
{
    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        var (whole, notes) = (Explained.Leaf("performance-base", new("绩效基数", "performance base"), Base, Unit.Yuan), (IReadOnlyList<Wording>)[]);
        if (Prorated) (whole, notes) = Proration.Of(whole, payee);
        var score = payee.Card?.Explanation ?? Explained.Leaf("score", new("总分", "score"), null, Unit.Points);
        var coefficient = Coefficient.Of(score, payee.Card?.Grade);
        if (coefficient.Value is null) notes = [.. notes, new("没有评分，不发绩效工资", "no score, so no performance pay")];
        var product = Explained.By("product", new("绩效基数 × 系数", "performance base × coefficient"), Unit.Yuan, Product.Instance, whole, coefficient);
        return [Line(Id, Label, Explained.By("amount", Label, Unit.Yuan, OrNothing.Instance, product), notes)];
    }
}

/// <summary>The value, or 0 where there is none: only for pay that is due on nothing, and the line's note says so.</summary>
public sealed record OrNothing : Operation
{
    public static readonly OrNothing Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] ?? 0m;
    public override Wording Formula => new("无则为 0", "nothing where there is no value");
}
