using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Pay;

/// <summary>Base pay of who joined or left within the month, for want of an attendance sheet.</summary>
public sealed class EmployedDaysTests
{
    private static readonly Month October = new(2026, 10);

    private static PayLine Base(Attendance? attendance, bool byEmployment) => new BasePay("base", new("底薪", "Base pay"))
        .Lines(new Payee("ann", 4200m, attendance, null, _ => throw new InvalidOperationException(), []) { Month = October, ByEmployment = byEmployment }).Single();

    private static IEnumerable<Explained> Leaves(Explained of) => of.Inputs.Count == 0 ? [of] : of.Inputs.SelectMany(Leaves);

    // 4200 × 6 ÷ 21 = 1200.
    [Fact]
    public void The_paid_days_employed_count_and_the_explanation_says_that_they_are_no_sheet()
    {
        var line = Base(new(October, "ann", 21m, 6m), byEmployment: true);
        Assert.Equal(1200m, line.Amount);
        var days = Leaves(line.Explanation).Where(l => l.Unit == Unit.Days).ToArray();
        Assert.Equal(["在职的计薪日", "当月计薪日"], days.Select(d => d.Label.Zh));
        Assert.All(days, d => Assert.Equal(FactKind.Employment, Assert.Single(d.Evidence).Kind));
    }

    [Fact]
    public void A_sheet_is_named_as_one()
    {
        var line = Base(new(October, "ann", 21m, 6m), byEmployment: false);
        Assert.Equal(1200m, line.Amount);
        Assert.Contains(Leaves(line.Explanation), l => l.Evidence.Any(e => e.Kind == FactKind.Attendance));
    }

    [Fact]
    public void With_neither_the_whole_month_is_paid_and_said() => Assert.Contains(Base(null, false).Notes, n => n.Zh.Contains("按全勤计算", StringComparison.Ordinal));
}
