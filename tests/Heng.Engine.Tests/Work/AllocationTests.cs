using Heng.Engine.Facts;
using Heng.Engine.Statistics;
using Heng.Engine.Work;

namespace Heng.Engine.Tests.Work;

public sealed class AllocationTests
{
    private static LineWork Of(string agent, long buyers, long worked = 0, long rostered = 0, int days = 5) =>
        new(agent, new Measures().Add(Primitive.Consulted, buyers).Add(Primitive.WorkedSeconds, worked).Add(Primitive.RosteredSeconds, rostered), days);

    // 40, 40 and 20 hours of 100: of 100 buyers 40, 40 and 20 are due. 20² ÷ 40 + 10² ÷ 40 + 10² ÷ 20 = 10 + 2.5 + 5 = 17.5; p = e^−8.75 = 0.000158.
    [Fact]
    public void Buyers_are_due_by_hours_on_duty()
    {
        var allocation = Allocation.Of([Of("b", 30, 144_000), Of("a", 60, 144_000), Of("c", 10, 72_000)])!;
        Assert.Equal(DutyBasis.Worked, allocation.By);
        Assert.Equal([new("a", 60, 40m, 40m), new("b", 30, 40m, 40m), new("c", 10, 20m, 20m)], allocation.Shares);
        Assert.Equal(new(FitBy.ChiSquare, 17.5m, 2, 0.000158m), allocation.Fit);
        Assert.Equal(AllocationVerdict.Uneven, allocation.Verdict);
    }

    // Two with the same hours: (60 − 50)² ÷ 50 × 2 = 4, p 0.0455; 62 and 38: 5.76, p 0.016395; 63 and 37: 6.76, p 0.009322; 59 and 41: 3.24, p 0.071861.
    [Theory]
    [InlineData(59, 41, AllocationVerdict.Even)]
    [InlineData(60, 40, AllocationVerdict.Watch)]
    [InlineData(62, 38, AllocationVerdict.Watch)]
    [InlineData(63, 37, AllocationVerdict.Uneven)]
    public void Under_five_in_a_hundred_is_watched_and_under_one_is_uneven(long one, long other, AllocationVerdict verdict) =>
        Assert.Equal(verdict, Allocation.Of([Of("a", one, 3600), Of("b", other, 3600)])!.Verdict);

    [Fact]
    public void The_basis_is_the_first_that_is_known_of_everybody_with_a_buyer()
    {
        Assert.Equal(DutyBasis.Rostered, Allocation.Of([Of("a", 9, 3600, 7200), Of("b", 9, 0, 7200)])!.By);
        var days = Allocation.Of([Of("a", 9, 3600, 0, days: 2), Of("b", 9, 0, 7200, days: 1)])!;
        Assert.Equal((DutyBasis.Days, 12m), (days.By, days.Shares[0].Due)); // 18 buyers, 2 of 3 days
    }

    [Fact]
    public void Who_was_on_duty_and_got_nobody_is_in_it_and_who_was_not_there_is_not()
    {
        Assert.Equal([("a", 10m), ("b", 10m)], Allocation.Of([Of("a", 20, 3600), Of("b", 0, 3600), Of("c", 0, 0, days: 0)])!.Shares.Select(s => (s.Agent, s.Due)));
        Assert.Null(Allocation.Of([Of("a", 0, 3600), Of("b", 0, 3600)]));
        Assert.Equal(AllocationVerdict.TooFew, Allocation.Of([Of("a", 20, 3600)])!.Verdict);
    }
}
