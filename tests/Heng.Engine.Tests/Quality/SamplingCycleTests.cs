using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Quality;

/// <summary>A plan for October 2026, from its commitment to the revealed seed.</summary>
public sealed class SamplingCycleTests
{
    private static readonly SamplingActor Hr = new("hr", true), Qa = new("qa", false);
    private static readonly Seed Seed = Seed.Of([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly InspectionForm Form = new("f", new("表", "form"), 0m, [new("a", new("甲", "a"), 10m, [new("x", new("错", "x"), Severity.NonFatal, 2m)])]);
    private static readonly SamplingPlan Plan = new(InspectionKind.Company, Sampled.Receptions, new(2026, 10, 1), new(2026, 10, 31), 2, 4, 1, 0.1m, StrataAxes.All, SamplingPlan.ShippedSlots);
    private static readonly SamplingFrame Frame = SamplingFrame.Of([new("1", new(2026, 10, 5), 10, "王雨桐", "一组", "售前", false)]);

    private static Instant On(int month, int day) => ShopClock.Shanghai.FromLocal(new(2026, month, day, 10, 0, 0));
    private static SamplingHappening Set(SamplingPlan? plan = null, int day = 30) => new(SamplingEvent.Committed, "", On(9, day), "") { Plan = plan ?? Plan, Form = Form, DueDays = 7, AppealDays = 3, Commitment = Seed.Commitment };
    private static SamplingState Committed => new([SamplingCycle.Commit(Hr, Set()).Happens!]);
    private static SamplingState Drawn => Committed with { Happened = [.. Committed.Happened, SamplingCycle.Draw(Committed, Hr, Frame, Seed, On(11, 1), new(2026, 11, 1)).Happens!] };

    [Fact]
    public void Each_reason_against_a_plan_is_named()
    {
        SamplingRefusal? Of(SamplingPlan plan) => SamplingCycle.Commit(Hr, Set(plan)).Refused;
        Assert.Null(Of(Plan));
        Assert.Equal(SamplingRefusal.RoleMayNot, SamplingCycle.Commit(Qa, Set()).Refused);
        Assert.Equal(SamplingRefusal.FormMissing, SamplingCycle.Commit(Hr, Set() with { Form = null }).Refused);
        Assert.Equal(SamplingRefusal.PlanUnclear, Of(Plan with { PerStratum = 0, PerRisk = 0, PerAgent = 0 }));
        Assert.Null(Of(Plan with { PerStratum = 0, PerRisk = 0 }));
        Assert.Equal(SamplingRefusal.PlanUnclear, Of(Plan with { SecondShare = 1.01m }));
        Assert.Null(Of(Plan with { SecondShare = 1m }));
        Assert.Equal(SamplingRefusal.PlanUnclear, Of(Plan with { SlotStarts = [9, 18] }));
        Assert.Equal(SamplingRefusal.PlanUnclear, Of(Plan with { SlotStarts = [0, 18, 9] }));
        Assert.Equal(SamplingRefusal.PlanUnclear, Of(Plan with { SlotStarts = [0, 24] }));
        Assert.Equal(SamplingRefusal.DaysUnclear, Of(Plan with { Last = new(2026, 9, 30) }));
        // 1 October and 91 days on are 92 days; one more is too many.
        Assert.Null(Of(Plan with { Last = Plan.First.AddDays(91) }));
        Assert.Equal(SamplingRefusal.DaysUnclear, Of(Plan with { Last = Plan.First.AddDays(92) }));
        Assert.Equal(SamplingRefusal.DaysUnclear, SamplingCycle.Commit(Hr, Set() with { AppealDays = 0 }).Refused);
        Assert.Equal(SamplingRefusal.DaysUnclear, SamplingCycle.Commit(Hr, Set() with { DueDays = 61 }).Refused);
    }

    [Fact]
    public void A_plan_committed_on_the_periods_first_day_is_late_for_good()
    {
        Assert.False(Committed.IsLate(ShopClock.Shanghai));
        var late = new SamplingState([Set() with { At = On(10, 1) }]);
        Assert.True(late.IsLate(ShopClock.Shanghai));
        Assert.True((late with { Happened = [.. late.Happened, .. Drawn.Happened.Skip(1)] }).IsLate(ShopClock.Shanghai));
    }

    [Fact]
    public void It_is_drawn_once_after_its_last_day_with_the_seed_that_was_committed()
    {
        SamplingRefusal? Of(SamplingState state, Seed? seed, DateOnly today) => SamplingCycle.Draw(state, Hr, Frame, seed, On(11, 1), today).Refused;
        Assert.Equal(SamplingRefusal.PeriodNotOver, Of(Committed, Seed, new(2026, 10, 31)));
        Assert.Null(Of(Committed, Seed, new(2026, 11, 1)));
        Assert.Equal(SamplingRefusal.SeedUnreadable, Of(Committed, null, new(2026, 11, 1)));
        Assert.Equal(SamplingRefusal.SeedWrong, Of(Committed, Seed.Of(new byte[32]), new(2026, 11, 1)));
        Assert.Equal(SamplingRefusal.AlreadyDrawn, Of(Drawn, Seed, new(2026, 11, 1)));
        Assert.Equal(SamplingRefusal.RoleMayNot, SamplingCycle.Draw(Committed, Qa, Frame, Seed, On(11, 1), new(2026, 11, 1)).Refused);
        Assert.Equal(SamplingRefusal.NothingToDraw, SamplingCycle.Draw(Committed, Hr, SamplingFrame.Of([]), Seed, On(11, 1), new(2026, 11, 1)).Refused);
        Assert.Equal((Frame.Hash, 1, 1), (Drawn.Drawn!.FrameHash, Drawn.Drawn.FrameSize, Drawn.Drawn.Drawn));
    }

    [Fact]
    public void The_seed_is_revealed_after_the_draw_and_must_be_the_committed_one()
    {
        Assert.Equal(SamplingRefusal.NotDrawn, SamplingCycle.Reveal(Committed, Hr, Seed, On(11, 2)).Refused);
        Assert.Equal(SamplingRefusal.SeedWrong, SamplingCycle.Reveal(Drawn, Hr, Seed.Of(new byte[32]), On(11, 2)).Refused);
        var revealed = SamplingCycle.Reveal(Drawn, Hr, Seed, On(11, 2)).Happens!;
        Assert.Equal(Seed.Hex, revealed.Revealed);
        Assert.Equal(SamplingRefusal.AlreadyRevealed, SamplingCycle.Reveal(Drawn with { Happened = [.. Drawn.Happened, revealed] }, Hr, Seed, On(11, 2)).Refused);
    }

    [Fact]
    public void What_was_drawn_is_not_called_off()
    {
        Assert.Equal(SamplingRefusal.AlreadyDrawn, SamplingCycle.CallOff(Drawn, Hr, "改了", On(11, 2)).Refused);
        Assert.Equal(SamplingRefusal.NeedsReason, SamplingCycle.CallOff(Committed, Hr, " ", On(9, 30)).Refused);
        var off = Committed with { Happened = [.. Committed.Happened, SamplingCycle.CallOff(Committed, Hr, "改了", On(9, 30)).Happens!] };
        Assert.Equal(SamplingRefusal.AlreadyCalledOff, SamplingCycle.Draw(off, Hr, Frame, Seed, On(11, 1), new(2026, 11, 1)).Refused);
    }
}
