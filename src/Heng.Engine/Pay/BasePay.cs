using Heng.Engine.Explanation;

namespace Heng.Engine.Pay;

/// <summary>Base pay (底薪) by days. Amount null is the person's own base from the roster.</summary>
public sealed record BasePay(string Id, Wording Label, decimal? Amount = null) : PayComponent(Id, Label)
{
    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        var whole = Amount is { } fixedAmount
            ? Explained.Leaf("base", Label, fixedAmount, Unit.Yuan)
            : Explained.Leaf("base", Label, payee.BasePay, Unit.Yuan, [new Evidence(FactKind.Employment, payee.Agent, payee.BasePay)]);
        var (amount, notes) = Proration.Of(whole, payee.Attendance);
        return [PayLine.Of(Id, Label, amount, notes)];
    }
}
