using Heng.Engine.Duty;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Live.WarningTests;

namespace Heng.Engine.Tests.Live;

/// <summary>What an open warning says now, whose turn it is, and why it ended: the afternoon of <see cref="WarningTests"/>.</summary>
public class WarningPresentTests
{
    private static readonly WarningRules Rules = WarningTests.Rules;

    [Theory]
    // A leader and a manager: from the one to the other, in one step.
    [InlineData(new[] { 0, 2 }, 0, 2)]
    [InlineData(new[] { 0, 2 }, 2, null)]
    // No leader: the supervisor has it from the start, so the next is the manager.
    [InlineData(new[] { 1, 2 }, 1, 2)]
    // A manager alone has it from the start, and a house of nobody has nobody to ask.
    [InlineData(new[] { 2 }, 2, null)]
    [InlineData(new int[0], null, null)]
    public void An_office_that_nobody_holds_is_passed_over(int[] held, int? has, int? next)
    {
        var state = new WarningState([WarningCourse.Raise(Wait("小雨"), At(0))]);
        if (has == 2 && held.Length > 1) state = Then(state, new WarningHappening(WarningEvent.Escalated, "", At(600)) { Level = 2 });
        Assert.Equal(has, WarningCourse.TurnOf(state.Level, held));
        Assert.Equal(next, WarningCourse.Escalate(state, Rules, At(1200), () => held)?.Level);
    }

    [Fact]
    public void A_merged_one_says_who_the_worst_first_and_what_holds_is_as_it_is_now()
    {
        var open = new OpenWarnings();
        Raised Of(string person, int since, int now) => Wait(person, since) with { Figure = now - since, Limit = 180 };
        Raised[] At201() => [Of("小雨", 0, 201), Of("小雪", 10, 201), Of("小冰", 5, 201)];
        open.Look(At201(), [], Rules, At(181));
        var whole = open.Look(At201(), [], Rules, At(201)).Last(n => n.What == NewsKind.Opened).Of;
        // 201 − 0, 201 − 5 and 201 − 10 s.
        Assert.Equal([("小雨", 201m), ("小冰", 196m), ("小雪", 191m)], whole.Parts.Select(p => (p.Person!, p.Figure!.Value)));
        Assert.Equal((3, 201m, null), (whole.Count, whole.Figure, whole.Of.Person));
        // 小雨 has answered; 小冰 waits 300 − 5. Of three that were, two are now.
        open.Look([Of("小雪", 10, 300), Of("小冰", 5, 300)], [], Rules, At(300));
        var now = open.Now(whole.Key)!;
        Assert.Equal((2, 295m, null), (now.Count, now.Figure, now.Of.Person));
        Assert.Equal(["小冰", "小雪"], now.Parts.Select(p => p.Person!));
        // Alone again it names the one who is left.
        open.Look([Of("小雪", 10, 400)], [], Rules, At(400));
        Assert.Equal((1, "小雪"), (open.Now(whole.Key)!.Count, open.Now(whole.Key)!.Each.Single().Person));
        var ended = Assert.Single(open.Look([], [], Rules, At(410)));
        Assert.Equal((3, 390m), (ended.Of.Count, ended.Of.Figure));
        Assert.Null(open.Now(whole.Key));
    }

    [Fact]
    public void Of_what_happened_the_newest_five_are_named_and_all_are_counted()
    {
        var open = new OpenWarnings();
        for (var at = 0; at < 70; at += 10) open.Look([], [Forbidden("小雨", at) with { Reception = at, What = new($"{at}", $"{at}") }], Rules, At(at));
        var now = open.Now(Forbidden("小雨", 0).Key)!;
        Assert.Equal(7, now.Count);
        Assert.Equal(["60", "50", "40", "30", "20"], now.Parts.Select(p => p.What!.Value.En));
        // Kept with each doubling: a server that begins anew goes on from the fourth.
        var state = new WarningState([WarningCourse.Raise(Forbidden("小雨", 0), At(0)), WarningCourse.Tell(new([WarningCourse.Raise(Forbidden("小雨", 0), At(0))]), new(NewsKind.Again, now with { Count = 4 }, At(30)))!]);
        Assert.Equal((4, 5), (state.Kept.Count, state.Kept.Parts.Count));
        var anew = new OpenWarnings();
        anew.Known(state.Kept, taken: false);
        anew.Look([], [Forbidden("小雨", 80)], Rules, At(80));
        Assert.Equal((5, At(80)), (anew.Now(state.Raised.Key)!.Count, anew.Now(state.Raised.Key)!.Parts[0].Since));
    }

    [Fact]
    public void What_other_limits_or_quiet_hours_ended_is_told_from_what_ended_by_itself()
    {
        static bool Still(int second, AgentMoment agent, Raised of, WarningRules rules) => WarningWatch.HoldsStill(of, new("小店", At(second), 900, [agent]), rules);
        var wait = Look(181, Rain(0)).Single();
        var off = Rules with { Limits = Rules.Limits with { WaitSeconds = null } };
        Assert.True(Still(190, Rain(0), wait, off));
        Assert.True(Still(190, Rain(0), wait, Rules with { Quiet = new(0, 1439) }));
        // Answered, or by now of the graver kind: that is by itself.
        Assert.False(Still(190, Rain(), wait, off));
        Assert.False(Still(1801, Rain(0), wait, Rules));
        // 60.33 s on average over three answers, then 60.
        var slow = Look(0, Rain() with { Answered = [60, 100, 21] }).Single();
        var free = Rules with { Limits = Rules.Limits with { AverageSeconds = null, OpenSessions = null, AwaySeconds = null } };
        Assert.True(Still(1, Rain() with { Answered = [60, 100, 21] }, slow, free));
        Assert.False(Still(1, Rain() with { Answered = [60, 100, 20] }, slow, free));
        var many = Look(0, Rain() with { Open = 6 }).Single();
        Assert.True(Still(1, Rain() with { Open = 6 }, many, free));
        Assert.False(Still(1, Rain() with { Open = 5 }, many, free));
        var away = Rain() with { Status = AccountStatus.Offline, StatusSince = At(0), OnShift = new(At(0), At(7200), 0) };
        var gone = Look(601, away).Single();
        Assert.Equal("离线", gone.What!.Value.Zh);
        Assert.True(Still(602, away, gone, free));
        Assert.False(Still(602, away with { Status = AccountStatus.Online }, gone, free));

        var open = new OpenWarnings();
        open.Known(wait, taken: false);
        var ended = Assert.Single(open.Look([], [], off, At(190), of => Still(190, Rain(0), of, off)));
        Assert.True(WarningCourse.Tell(new([WarningCourse.Raise(wait, At(181))]), ended)!.ByLimits);
    }
}
