using Heng.Engine.Quality.Measure;

namespace Heng.Engine.Tests.Quality;

public sealed class KnownFaultsTests
{
    private static readonly KnownFault[] Known = [new("推诿", "", "m1"), new("推诿", "spaces", "m2"), new("推诿", "spaces", "m3"), new("引导站外", "", "m3")];

    [Fact]
    public void Recall_and_false_alarms_are_told_by_kind()
    {
        // 推诿 is known in m1, m2, m3; found in m1 (twice) and m2, and in m4, where none is. 引导站外 in m3 was not found. Of 绝对化用语 nothing is known.
        (string, string)[] found = [("推诿", "m1"), ("推诿", "m1"), ("推诿", "m2"), ("推诿", "m4"), ("绝对化用语", "m1")];
        Assert.Equal([new KnownTally("引导站外", 1, 0, 0), new KnownTally("推诿", 3, 2, 1)], KnownFaults.ByKind(Known, found));
        // 2 of 3: (2⁄3 + 1.2805 ⁄ 2 ∓ 1.96 × √((2⁄9 + 0.3201) ⁄ 3)) ⁄ (1 + 1.2805), by hand 0.2077 to 0.9385, of recall and of precision alike.
        var evasion = KnownFaults.ByKind(Known, found)[1];
        Assert.Equal((0.2077m, 0.9385m), (Math.Round(evasion.RecallWithin!.Value.Low, 4), Math.Round(evasion.RecallWithin!.Value.High, 4)));
        Assert.Equal(evasion.RecallWithin, evasion.PrecisionWithin);
    }

    [Fact]
    public void A_disguise_tells_how_much_of_it_was_seen_through() =>
        Assert.Equal([new KnownTally("", 2, 1, 0), new KnownTally("spaces", 2, 1, 0)], KnownFaults.ByDisguise(Known, [("推诿", "m1"), ("推诿", "m2")]));

    [Fact]
    public void Of_nothing_known_nothing_is_said()
    {
        Assert.Empty(KnownFaults.ByKind([], [("推诿", "m1")]));
        Assert.Null(new KnownTally("推诿", 0, 0, 0).RecallWithin);
        Assert.Null(new KnownTally("推诿", 3, 0, 0).PrecisionWithin);
    }
}
