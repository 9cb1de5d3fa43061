using Heng.Engine.Growth;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Growth;

public sealed class HonourTests
{
    private static readonly HonourActor Hr = new("人事", true), Boss = new("店长", true), Chen = new("陈静", false);
    private static readonly HonourHappening Award = new(HonourEvent.Awarded, "", new(100), "写出退款话术") { Kind = HonourKind.Innovation, To = "王雨桐", Prize = "奖杯" };

    private static Podium? Ranked(params IEnumerable<int> ranks) => Podium.Of([.. ranks.Select((r, i) => new Placed($"人{i}", "一组", r, 100m - r))]);
    private static string Names(IEnumerable<Placed> placed) => string.Join(' ', placed.Select(p => p.Agent));
    private static HonourState Stands(HonourHappening award) => new([HonourCycle.Award(Hr, award).Happens!]);

    [Fact]
    public void The_first_and_second_place_of_five_are_champion_and_runner_up_and_of_four_nobody_is()
    {
        var five = Ranked(2, 1, 3, 4, 5)!;
        Assert.Equal(("人1", "人0"), (Names(five.Champions), Names(five.RunnersUp)));
        Assert.Null(Ranked(1, 2, 3, 4));
    }

    [Fact]
    public void Equal_scores_share_a_place_and_two_champions_leave_no_runner_up()
    {
        var shared = Ranked(1, 1, 3, 4, 5)!;
        Assert.Equal(("人0 人1", ""), (Names(shared.Champions), Names(shared.RunnersUp)));
        var second = Ranked(1, 2, 2, 4, 5)!;
        Assert.Equal(("人0", "人1 人2"), (Names(second.Champions), Names(second.RunnersUp)));
    }

    [Fact]
    public void An_honour_without_money_stands_at_once_and_with_money_once_another_confirms()
    {
        Assert.Equal(HonourStage.Standing, Stands(Award).Stage);
        var money = Stands(Award with { PrizeYuan = 500m });
        Assert.Equal(HonourStage.Unconfirmed, money.Stage);
        Assert.Equal(HonourRefusal.SamePerson, HonourCycle.Decide(money, Hr, HonourEvent.Confirmed, "", new(200)).Refused);
        var confirmed = new HonourState([.. money.Happened, HonourCycle.Decide(money, Boss, HonourEvent.Confirmed, "", new(200)).Happens!]);
        Assert.Equal((HonourStage.Standing, new Instant(200)), (confirmed.Stage, confirmed.StandsSince));
        Assert.Equal(HonourRefusal.NotUnconfirmed, HonourCycle.Decide(confirmed, Boss, HonourEvent.Confirmed, "", new(300)).Refused);
        Assert.Equal(HonourRefusal.NotStanding, HonourCycle.Decide(money, Boss, HonourEvent.TakenBack, "误", new(200)).Refused);
        var refused = new HonourState([.. money.Happened, HonourCycle.Decide(money, Hr, HonourEvent.Refused, "预算没有了", new(200)).Happens!]);
        Assert.Equal(HonourStage.Refused, refused.Stage);
    }

    [Fact]
    public void What_stands_is_taken_back_for_a_reason_and_once()
    {
        var standing = Stands(Award);
        Assert.Equal(HonourRefusal.NeedsReason, HonourCycle.Decide(standing, Boss, HonourEvent.TakenBack, " ", new(200)).Refused);
        var gone = new HonourState([.. standing.Happened, HonourCycle.Decide(standing, Boss, HonourEvent.TakenBack, "发错了人", new(200)).Happens!]);
        Assert.Equal(HonourStage.TakenBack, gone.Stage);
        Assert.Equal(new Instant(100), gone.StandsSince);
        Assert.Equal(HonourRefusal.NotStanding, HonourCycle.Decide(gone, Boss, HonourEvent.TakenBack, "再一次", new(300)).Refused);
    }

    [Fact]
    public void Each_reason_against_awarding_is_named()
    {
        HonourRefusal? Refused(HonourActor by, HonourHappening award) => HonourCycle.Award(by, award).Refused;
        Assert.Null(Refused(Hr, Award));
        Assert.Equal(HonourRefusal.RoleMayNot, Refused(Chen, Award));
        Assert.Equal(HonourRefusal.OwnHonour, Refused(new("王雨桐", true), Award));
        Assert.Equal(HonourRefusal.NeedsReason, Refused(Hr, Award with { Why = "  " }));
        Assert.Equal(HonourRefusal.NeedsTitle, Refused(Hr, Award with { Kind = HonourKind.Other, Title = " " }));
        Assert.Null(Refused(Hr, Award with { Kind = HonourKind.Other, Title = new('奖', 40) }));
        Assert.Equal(HonourRefusal.TextTooLong, Refused(Hr, Award with { Kind = HonourKind.Other, Title = new('奖', 41) }));
        Assert.Equal(HonourRefusal.TextTooLong, Refused(Hr, Award with { Prize = new('奖', 101) }));
        Assert.Equal(HonourRefusal.TextTooLong, Refused(Hr, Award with { Why = new('奖', 201) }));
        Assert.Equal(HonourRefusal.PrizeUnclear, Refused(Hr, Award with { PrizeYuan = 0m }));
        Assert.Equal(HonourRefusal.PrizeUnclear, Refused(Hr, Award with { PrizeYuan = 0.005m }));
        Assert.Null(Refused(Hr, Award with { PrizeYuan = 0.01m }));
    }
}
