using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Pay.Paid;

namespace Heng.Engine.Tests.Pay;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(0.125, 0.13, 0.12, 0.12, 0.13)]
    [InlineData(0.135, 0.14, 0.14, 0.13, 0.14)]
    [InlineData(0.121, 0.12, 0.12, 0.12, 0.13)]
    [InlineData(0.129, 0.13, 0.13, 0.12, 0.13)]
    [InlineData(0.12, 0.12, 0.12, 0.12, 0.12)]
    [InlineData(-0.125, -0.13, -0.12, -0.12, -0.13)]
    [InlineData(-0.121, -0.12, -0.12, -0.12, -0.13)]
    public void Each_rule_ends_an_amount_in_its_own_way(decimal exact, decimal away, decimal even, decimal down, decimal up) =>
        Assert.Equal([away, even, down, up], new[] { Rounding.HalfAway, Rounding.HalfEven, Rounding.Down, Rounding.Up }.Select(r => r.Of(exact)));

    [Theory]
    [InlineData(Rounding.HalfAway, 3826.09)]
    [InlineData(Rounding.Down, 3826.08)]
    [InlineData(Rounding.Up, 3826.09)]
    public void A_components_lines_end_by_its_rule(Rounding rule, decimal pays) =>
        // 4000 × 22 ÷ 23 = 3826.0870
        Assert.Equal(pays, Line(Person() with { Attendance = Days(23m, 22m) }, new BasePay("base", default) { Round = rule }).Amount);

    [Fact]
    public void A_loss_that_somebody_caused_is_a_line_of_its_own()
    {
        Adjustment Of(AdjustmentKind kind, decimal amount, string? approved) => new(October, Name, kind, amount, "发错货", "组长", approved);
        var payee = Person() with { Adjustments = [Of(AdjustmentKind.Deduction, 120.5m, "店长"), Of(AdjustmentKind.Deduction, 30m, "组长"), Of(AdjustmentKind.Penalty, 20m, "店长")] };
        var lines = Lines(payee, new RewardPenalty("rp", default), new Deduction("loss", new("损失扣款", "loss")));
        Assert.Equal([("rp.penalty", -20m), ("loss", -120.5m)], lines.Select(l => (l.Id, l.Amount)));
        Assert.Equal("approved by the one who entered it, not counted: 发错货, ¥30.00", Assert.Single(lines[1].Notes).En);
        Assert.Empty(Lines(Person(), new Deduction("loss", default)));
    }
}
