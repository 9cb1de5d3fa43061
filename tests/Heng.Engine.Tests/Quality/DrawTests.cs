using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Quality;

/// <summary>The draw follows from seed and frame alone.</summary>
public sealed class DrawTests
{
    private static readonly DateOnly First = new(2026, 10, 1);
    private static readonly SamplingPlan Plan = new(InspectionKind.Company, Sampled.Receptions, First, new(2026, 10, 31), 3, 5, 0, 0.2m, StrataAxes.All, SamplingPlan.ShippedSlots);

    private static Seed SeedOf(int number) => Seed.Of([.. Enumerable.Range(0, Seed.Bytes).Select(i => (byte)(StableHash.Mix((ulong)(number * 64 + i)) % 256))]);

    private static FrameItem Item(int id, int salt = 0)
    {
        var roll = StableHash.Mix((ulong)id + (ulong)salt * 1_000_003UL);
        var agent = (int)(roll % 6);
        return new($"r{id}", First.AddDays((int)(roll / 7 % 31)), (int)(roll / 11 % 24), $"客服{agent}", agent < 3 ? "一组" : "二组", agent % 2 == 0 ? "售前" : "售后", roll / 13 % 4 == 0);
    }

    private static readonly Arbitrary<(int Size, int Seed, int Salt)> Cases = (from size in Gen.Choose(0, 120) from seed in Gen.Choose(0, 10_000) from salt in Gen.Choose(0, 50) select (size, seed, salt)).ToArbitrary();

    private static FrameItem[] Items(int size, int salt) => [.. Enumerable.Range(0, size).Select(i => Item(i, salt))];
    private static string[] Drawn(SamplingPlan plan, IEnumerable<FrameItem> items, Seed seed) => [.. Draw.Of(plan, SamplingFrame.Of(items), seed).Select(d => $"{d.Item.Id} {d.Stratum} {d.Second}")];

    [Fact]
    public void Shuffling_and_repeating_the_frame_changes_nothing() => Prop.ForAll(Cases, c =>
    {
        var items = Items(c.Size, c.Salt);
        var shuffled = items.Concat(items.Take(5)).OrderBy(i => SeedOf(c.Seed + 1).HashOf(i.Id), StringComparer.Ordinal);
        return SamplingFrame.Of(items).Hash == SamplingFrame.Of(shuffled).Hash && Drawn(Plan with { PerAgent = 2 }, items, SeedOf(c.Seed)).SequenceEqual(Drawn(Plan with { PerAgent = 2 }, shuffled, SeedOf(c.Seed)));
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Another_seed_is_another_draw()
    {
        var items = Items(400, 1);
        Assert.Equal(50, Enumerable.Range(0, 50).Select(n => string.Join(',', Drawn(Plan, items, SeedOf(n)))).Distinct().Count());
    }

    [Fact]
    public void What_comes_to_one_stratum_moves_that_stratum_alone() => Prop.ForAll(Cases, c =>
    {
        var (items, added) = (Items(c.Size, c.Salt), Item(100_000 + c.Seed, c.Salt));
        var moved = Drawn(Plan with { SecondShare = 0m }, items, SeedOf(c.Seed)).Except(Drawn(Plan with { SecondShare = 0m }, [.. items, added], SeedOf(c.Seed)));
        return moved.All(m => m.Contains(Plan.StratumOf(added), StringComparison.Ordinal));
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void With_a_least_per_agent_it_moves_its_stratum_and_its_agent_alone() => Prop.ForAll(Cases, c =>
    {
        var plan = Plan with { SecondShare = 0m, PerAgent = 4 };
        var (items, added) = (Items(c.Size, c.Salt), Item(100_000 + c.Seed, c.Salt));
        DrawnItem[] Of(IEnumerable<FrameItem> all) => [.. Draw.Of(plan, SamplingFrame.Of(all), SeedOf(c.Seed))];
        var (before, after) = (Of(items), Of([.. items, added]));
        var moved = before.Where(b => after.All(a => a.Item.Id != b.Item.Id)).Concat(after.Where(a => before.All(b => b.Item.Id != a.Item.Id)));
        return moved.All(m => m.Stratum == plan.StratumOf(added) || m.Item.Agent == added.Agent);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Every_stratum_gives_its_quota_and_every_agent_at_least_theirs() => Prop.ForAll(Cases, c =>
    {
        var plan = Plan with { PerAgent = 4 };
        var items = Items(c.Size, c.Salt);
        var drawn = Draw.Of(plan, SamplingFrame.Of(items), SeedOf(c.Seed));
        return items.GroupBy(plan.StratumOf).All(s => drawn.Count(d => d.Stratum == s.Key) >= Math.Min(s.Count(), s.First().Risk ? 5 : 3))
            && items.GroupBy(i => i.Agent).All(a => drawn.Count(d => d.Item.Agent == a.Key) >= Math.Min(a.Count(), 4));
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Without_a_least_per_agent_a_stratum_gives_no_more_than_its_quota()
    {
        var drawn = Draw.Of(Plan, SamplingFrame.Of(Items(2000, 2)), SeedOf(7));
        // Each of 2 groups × 3 slots × lines × risk holds more than 5 of the 2000: 3 where plain, 5 at risk.
        Assert.All(drawn.GroupBy(d => d.Stratum), s => Assert.Equal(s.Key.EndsWith("risk", StringComparison.Ordinal) ? 5 : 3, s.Count()));
    }

    [Fact]
    public void The_hash_is_sha256_of_the_seeds_bytes_before_the_id()
    {
        // printf '\0%.0s' {1..32} > s; (cat s; printf r1) | sha256sum, and sha256sum of s alone.
        var seed = Seed.Of(new byte[Seed.Bytes]);
        Assert.Equal("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925", seed.Commitment);
        Assert.Equal(Expected, seed.HashOf("r1"));
        Assert.Equal(seed.Commitment, Seed.Parse(new string('0', 64))!.Commitment);
        Assert.Null(Seed.Parse(new string('0', 63)));
        Assert.Null(Seed.Parse(new string('g', 64)));
    }

    private const string Expected = "2da6d5b0bb449dbc8cfa3ec9d2352526764cb4887c16d433e0449f4103cdbe67";

    [Theory]
    [InlineData(0, "00–09")]
    [InlineData(8, "00–09")]
    [InlineData(9, "09–18")]
    [InlineData(17, "09–18")]
    [InlineData(18, "18–24")]
    [InlineData(23, "18–24")]
    public void A_slot_holds_its_first_hour_and_not_its_last(int hour, string slot) => Assert.Equal(slot, Plan.SlotOf(hour));

    [Fact]
    public void Axes_that_are_not_chosen_cut_nothing()
    {
        var item = Item(3) with { Group = "一组", Hour = 10, Line = "售前", Risk = true };
        Assert.Equal(("一组/09–18/售前/risk", "售前", ""), (Plan.StratumOf(item), (Plan with { Axes = StrataAxes.Line }).StratumOf(item), (Plan with { Axes = StrataAxes.None }).StratumOf(item)));
        // Where risk is no axis nothing is oversampled.
        Assert.Equal((5, 3), (Plan.QuotaOf(item), (Plan with { Axes = StrataAxes.Line }).QuotaOf(item)));
    }

    [Fact]
    public void A_share_of_the_companys_is_inspected_twice_and_none_of_a_groups_own()
    {
        // 5 strata at most hold 11 drawn of one agent: of 11 × 0.2 = 2.2 three.
        FrameItem[] items = [.. Enumerable.Range(0, 11).Select(i => Item(i) with { Agent = "客服0" })];
        var plan = Plan with { PerStratum = 0, PerRisk = 0, PerAgent = 11 };
        Assert.Equal(3, Draw.Of(plan, SamplingFrame.Of(items), SeedOf(1)).Count(d => d.Second));
        Assert.DoesNotContain(Draw.Of(plan with { Kind = InspectionKind.Own }, SamplingFrame.Of(items), SeedOf(1)), d => d.Second);
    }

    [Fact]
    public void A_frame_reads_its_own_text_and_says_what_differs()
    {
        var frame = SamplingFrame.Of(Items(9, 4));
        Assert.Equal(frame.Hash, SamplingFrame.Parse(frame.Text).Hash);
        Assert.True(frame.To(SamplingFrame.Parse(frame.Text)).IsNone);
        var now = SamplingFrame.Of(Items(9, 4).Where(i => i.Id != "r3").Select(i => i.Id == "r5" ? i with { Risk = !i.Risk } : i).Append(Item(77)));
        var differs = frame.To(now);
        Assert.Equal(("r3", "r77", "r5"), (Assert.Single(differs.Gone), Assert.Single(differs.Added), Assert.Single(differs.Changed)));
        Assert.NotEqual(frame.Hash, now.Hash);
    }
}
