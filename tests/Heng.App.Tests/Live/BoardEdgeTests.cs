using Heng.App.Features.Board;
using Heng.App.Features.Live;
using Heng.App.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;
using static Heng.App.Tests.Live.SendingSite;

namespace Heng.App.Tests.Live;

/// <summary>Edges of what the board says at 17:00 of 2 November: 小雨 and 小雪 are of 一组, the account 小店:新来 is nobody's.</summary>
public sealed class BoardEdgeTests
{
    private static readonly BoardScope Everybody = new(Counter.Shop, null, null, null), Rain = new(Counter.Shop, null, [], "小雨"), Leader = new(Counter.Shop, null, ["一组"], "陈静"), OtherLeader = new(Counter.Shop, null, ["二组"], "赵磊");

    [Fact]
    public async Task Two_minutes_without_anything_are_stale_and_a_second_less_is_not()
    {
        using var site = new SendingSite();
        await site.Send("messages", Line("16:59:59", "buyer", "在吗"));
        site.Site.Clock.Pass(TimeSpan.FromSeconds(119));
        Assert.Null(site.Now(Everybody).Stale);
        site.Site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(120, site.Now(Everybody).Stale);
        await site.Send("messages", Line("17:01:59", "buyer", "还在吗"));
        Assert.Null(site.Now(Everybody).Stale);
    }

    [Fact]
    public async Task After_a_restart_it_is_as_old_as_its_newest_message()
    {
        using var site = new SendingSite();
        await site.Send("messages", Line("16:59:30", "buyer", "在吗"));
        using var second = new LiveBook(site.Site.Database, site.Site.Clock);
        Assert.Equal(30, site.Board.Now(second.Of(Counter.Shop)!, Everybody).Stale);
    }

    [Fact]
    public async Task Who_only_says_thanks_does_not_wait_and_who_asks_along_with_it_does()
    {
        using var site = new SendingSite();
        await site.Send("messages", Line("16:58:00", "buyer", "在吗") + Line("16:58:20", "agent", "在的") + Line("16:58:30", "buyer", "谢谢"));
        Assert.Equal((0, null), (site.Now(Everybody).Waiting, site.Now(Everybody).Longest));
        Assert.Empty(site.Board.Lists(site.Shop, Everybody).Waits);
        Assert.Equal(0, Assert.Single(site.Rows(Everybody).Agents).Waiting);
        await site.Send("messages", Line("16:59:00", "buyer", "谢谢，那有红色吗"));
        // The round began with the thanks at 16:58:30: it is 90 s old.
        Assert.Equal((1, 90), (site.Now(Everybody).Waiting, site.Now(Everybody).Longest));
    }

    [Fact]
    public async Task Waits_chats_status_and_rows_are_those_of_whom_one_sees_alone()
    {
        using var site = new SendingSite();
        await site.Send("messages", Line("16:58:00", "buyer", "在吗") + Line("16:57:00", "buyer", "有货吗", buyer: "bea", account: "小店:小雪") + Line("16:56:00", "buyer", "多少钱", buyer: "cat", account: "小店:新来"));
        await site.Send("events", """{"event":"status","account":"小店:小雨","time":"2026-11-02 16:30:00","status":"online"}""" + "\n" + """{"event":"status","account":"小店:小雪","time":"2026-11-02 16:30:00","status":"suspended"}""" + "\n");
        (int, int?, int, int, int, int) Seen(BoardScope scope) => site.Now(scope) is var now ? (now.Waiting, now.Longest, now.Open, now.OnLine, now.Suspended, site.Rows(scope).Agents.Count) : default;
        // ann waits 120 s, bea 180 s, cat 240 s.
        Assert.Equal((3, 240, 3, 1, 1, 3), Seen(Everybody));
        Assert.Equal((2, 180, 2, 1, 1, 2), Seen(Leader));
        Assert.Equal((2, 180, 2, 1, 1, 2), Seen(Everybody with { Group = "一组" }));
        Assert.Equal((1, 120, 1, 1, 0, 1), Seen(Rain));
        Assert.Equal((0, null, 0, 0, 0, 0), Seen(OtherLeader));
        Assert.Equal((0, null, 0, 0, 0, 0), Seen(Leader with { Group = "二组" }));
    }

    [Fact]
    public async Task An_average_is_over_answered_rounds_and_within_30_seconds_over_all_of_them()
    {
        using var site = new SendingSite();
        await site.Send("messages", Line("16:40:00", "buyer", "在吗") + Line("16:40:30", "agent", "在的") + Line("16:41:00", "buyer", "有货吗") + Line("16:41:31", "agent", "有的")
            + Line("16:50:00", "buyer", "多少钱", buyer: "bea", account: "小店:小雪") + Line("16:50:10", "agent", "十元", buyer: "bea", account: "小店:小雪") + Line("16:50:20", "buyer", "能便宜吗", buyer: "bea", account: "小店:小雪"));
        var rows = site.Rows(Everybody);
        var (rain, snow) = (rows.Agents.Single(a => a.Name == "小雨"), rows.Agents.Single(a => a.Name == "小雪"));
        // 小雨: (30 + 31) ÷ 2 = 30.5 s, and of 2 rounds the one of 30 s is in time. 小雪: 10 s over one, and 1 of 2 for the open one. Together (30 + 31 + 10) ÷ 3, and 2 of 4.
        Assert.Equal((30.5m, 0.5m), (rain.Average!.Value, rain.Within30!.Value));
        Assert.Equal((10m, 0.5m), (snow.Average!.Value, snow.Within30!.Value));
        Assert.Equal((71m / 3, 0.5m, 2L), (rows.Sum.Average!.Value, rows.Sum.Within30!.Value, rows.Sum.Consulted));
        Assert.Equal((17, 2), (rows.Hour, rows.Hours[16]));
    }
}
