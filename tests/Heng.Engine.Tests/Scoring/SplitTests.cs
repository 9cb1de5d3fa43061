using Heng.Engine.Scoring;

namespace Heng.Engine.Tests.Scoring;

public sealed class SplitTests
{
    [Fact]
    public void What_cannot_be_divided_goes_to_the_largest_remainder_and_then_the_first_id()
    {
        // 100 ÷ 3 = 33.333 each: one fen is left, all remainders equal, "a" is first.
        Assert.Equal([33.33m, 33.34m, 33.33m], Split.Of(100m, [("c", 1m), ("a", 1m), ("b", 1m)]));
        // 10.01 by 1 : 2 = 3.3367 and 6.6733: the left fen goes to the first, its remainder 0.67 fen is larger.
        Assert.Equal([3.34m, 6.67m], Split.Of(10.01m, [("b", 1m), ("a", 2m)]));
    }

    [Fact]
    public void Nothing_to_weigh_by_splits_into_nothing() => Assert.Equal([0m, 0m], Split.Of(5m, [("a", 0m), ("b", 0m)]));
}
