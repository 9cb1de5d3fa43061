using System.Net;
using System.Text.RegularExpressions;
using Heng.App.Features.Warnings;
using Heng.App.Tests.Api;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Quality;
using Heng.App.Tests.SignIn;
using Heng.Engine.Live.Warnings;
using Heng.Store;
using static Heng.App.Tests.Live.SendingSite;

namespace Heng.App.Tests.Live;

/// <summary>What the page of warnings says to who must act: the afternoon of 2 November at 17:00, 王雨桐 and 李思远 of 一组, led by 陈静, without a supervisor; boss is the manager.</summary>
public sealed partial class WarningFloorTests : IDisposable
{
    private readonly CheckedShop shop = new();
    private ApiSite? site;

    private ApiSite Site => site ??= new(shop.Database);
    private IReadOnlyList<KeptMatter<WarningHappening>> Kept => Site.Database.Matters(WarningMatters.Kind).All;

    [Fact]
    public async Task Who_is_away_is_one_warning_of_their_own_shop_in_a_house_of_several()
    {
        shop.Import("roster.csv", "name,date,start,end\n王雨桐,2026-11-02,16:00,23:30\n", "roster-times");
        // Two other shops are open, and nothing is said in 小店 all day.
        foreach (var other in new[] { "大店", "老店" }) shop.Import($"{other}.csv", Counter.Messages + $"{other},old,{other}:客服,2026-10-30 09:00:00,buyer,,,在吗,{other}\n", "messages-csv");
        foreach (var other in new[] { "大店", "老店" }) await SendingSite.Send(Site, Said("16:59:30", "buyer", "在吗").Replace("\"小店\"", $"\"{other}\"", StringComparison.Ordinal).Replace("小店:雨桐", $"{other}:客服", StringComparison.Ordinal));
        await SendingSite.Send(Site, """{"event":"status","account":"小店:雨桐","time":"2026-11-02 16:45:00","status":"offline"}""" + "\n", "events");
        await Task.Delay(2500);
        Site.Clock.Pass(TimeSpan.FromSeconds(25));
        await Until(() => Kept.Count > 0);
        await Task.Delay(2500);
        var of = Assert.Single(Kept).Happened[0].Raised!;
        Assert.Equal((WarningKind.Away, "小店", "王雨桐"), (of.Kind, of.Of.Shop, of.Of.Person));
        using var chen = await In("chen");
        // Since 16:45:00, at 17:00:25.
        Assert.Contains("王雨桐 · 一组 · 小店 · 已离线 15:25（上限 10:00），17:00 报出", await Page(chen), StringComparison.Ordinal);
        Site.Clock.Pass(TimeSpan.FromSeconds(600));
        // Who is told of it is told which shop.
        await Until(() => Site.Database.Notices.Of("boss", 9).Any(n => n.Notice.Words.GetValueOrDefault("in") == "小店"));
    }

    [Fact]
    public async Task A_warning_of_a_group_names_who_and_how_long_as_it_is_now_and_its_course_as_it_was()
    {
        Set(WarningRules.Usual with { KeepSeconds = 0, MergeOver = 1 });
        // At 17:00:00 ann waits 400 s and eve 200 s for 王雨桐, bea 300 s for 李思远.
        await Send(Said("16:53:20", "buyer", "在吗") + Said("16:56:40", "buyer", "在吗", "eve") + Said("16:55:00", "buyer", "在吗", "bea", "思远"));
        await Until(() => Kept.Any(k => k.Happened[0].Raised!.Of.Person is null));
        using var chen = await In("chen");
        Assert.Contains("3 位买家", await Page(chen), StringComparison.Ordinal);
        Site.Clock.Pass(TimeSpan.FromSeconds(100));
        await Task.Delay(2500);
        // Each with 100 s more.
        var page = await Page(chen);
        Assert.Contains("小组 一组 · 最久已等 8:20（上限 3:00），17:00 报出", page, StringComparison.Ordinal);
        Assert.Matches("王雨桐 ?已等 8:20 ?看聊天 ?李思远 ?已等 6:40 ?看聊天 ?王雨桐 ?已等 5:00 ?看聊天", page);
        Assert.Contains("17:00 报出（当时 6:40）", page, StringComparison.Ordinal);
        // Answered, two are left.
        await Send(Said("17:01:00", "agent", "在的", "bea", "思远"));
        for (var tries = 0; tries < 100 && !(await Page(chen)).Contains("2 位买家", StringComparison.Ordinal); tries++) await Task.Delay(100);
        Assert.Matches("2 位买家.*王雨桐 ?已等 8:20 ?看聊天 ?王雨桐 ?已等 5:00", await Page(chen));
        Assert.DoesNotContain("李思远 已等", await Page(chen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forbidden_words_are_each_named_with_their_chat_and_counted_in_all()
    {
        await Send(Said("16:57:00", "buyer", "在吗") + Said("16:57:30", "agent", "自己看") + Said("16:58:00", "agent", "自己看吧") + Said("16:58:30", "agent", "您自己看"));
        await Until(() => Kept is [var one] && WarningMatters.StateOf(one).Count >= 2);
        await Task.Delay(1500);
        using var chen = await In("chen");
        var page = await Page(chen);
        Assert.Contains("累计 3 次", page, StringComparison.Ordinal);
        // Each at the time when it was said, the newest first.
        Assert.Matches("16:58 [^:]{1,30}看聊天 16:58 [^:]{1,30}看聊天 16:57 [^:]{1,30}看聊天", page);
    }

    [Fact]
    public async Task A_flood_is_told_once_of_its_group_and_what_was_its_part_is_told_of_nowhere()
    {
        Set(WarningRules.Usual with { MergeOver = 1 });
        // Two of the group in one breath: the second makes them one of the group.
        await Send(Said("16:58:00", "agent", "自己看") + Said("16:58:10", "agent", "自己看", "bea", "思远"));
        await Until(() => Kept.Any(k => k.Happened[0].Raised!.Of.Person is null));
        await Task.Delay(1500);
        var whole = Kept.Single(k => k.Happened[0].Raised!.Of.Person is null);
        string Of(string occasion) => string.Join('/', occasion.Split('/').Take(2));
        Assert.Equal([$"warning/{whole.Id}"], Site.Database.Notices.Of("陈静", 9).Where(n => n.Notice.Kind == WarningTold.RaisedKind).Select(n => Of(n.Notice.Occasion)));
        new Features.Webhooks.WebhookEvents(Site.Database, Site.Clock).Gather();
        Assert.Equal([$"warning/{whole.Id}"], Site.Database.Webhooks.LastOf(Features.Webhooks.WebhookKinds.WarningRaised, "warning/").Select(e => e.Subject));
    }

    [Fact]
    public async Task It_goes_on_to_who_really_has_the_office_and_says_who()
    {
        await Send(Said("16:58:00", "buyer", "在吗") + Said("16:58:30", "agent", "自己看"));
        await Until(() => Kept.Count == 1);
        using var chen = await In("chen");
        Assert.Contains("轮到组长 陈静", await Page(chen), StringComparison.Ordinal);
        Site.Clock.Pass(TimeSpan.FromSeconds(600));
        await Until(() => Kept[0].Happened.Any(h => h.What == WarningEvent.Escalated));
        // There is no supervisor.
        var page = await Page(chen);
        Assert.Contains("10 分钟没人接手，已转给店长", page, StringComparison.Ordinal);
        Assert.Contains("已转给店长 boss", page, StringComparison.Ordinal);
        Assert.DoesNotContain("主管", page, StringComparison.Ordinal);
        Site.Clock.Pass(TimeSpan.FromSeconds(700));
        await Task.Delay(2500);
        Assert.Single(Kept[0].Happened, h => h.What == WarningEvent.Escalated);
    }

    [Fact]
    public async Task What_is_about_the_leader_is_the_managers_at_once()
    {
        await Send(Said("16:58:00", "buyer", "在吗", "cat", "陈静") + Said("16:58:30", "agent", "自己看", "cat", "陈静"));
        await Until(() => Kept.Count == 1);
        using var boss = await In("boss");
        var page = await Page(boss);
        Assert.Contains("轮到店长 boss", page, StringComparison.Ordinal);
        Assert.DoesNotContain("轮到组长", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complaint_says_what_it_is_about_and_whose()
    {
        await Send("""{"event":"complaint","shop":"小店","id":"T1","agent":"李思远","at":"2026-11-02 16:59:00","handled_at":"","satisfied":"","what":"发错货"}""" + "\n", "events");
        await Until(() => Kept.Count == 1);
        using var chen = await In("chen");
        Assert.Contains("李思远 · 一组 · T1 发错货，17:00 报出", await Page(chen), StringComparison.Ordinal);
        Assert.Contains("/board/chats?shop=", await chen.Read("/board/warnings"), StringComparison.Ordinal);
        // What it is about stays here: a notice names the kind.
        await Until(() => Site.Database.Notices.Of("陈静", 9).Any());
        Assert.All(Site.Database.Notices.Of("陈静", 9).SelectMany(n => n.Notice.Words.Values), w => Assert.DoesNotContain("发错货", w, StringComparison.Ordinal));
    }

    [Fact]
    public async Task QA_solves_what_was_said_and_nobodys_wait_and_lists_say_how_many()
    {
        Set(WarningRules.Usual with { KeepSeconds = 0 });
        await Send(Said("16:55:00", "buyer", "在吗", "bea", "思远") + Said("16:58:00", "buyer", "在吗") + Said("16:58:30", "agent", "自己看"));
        await Until(() => Kept.Count == 2);
        var (wait, words) = (Kept.Single(k => k.Happened[0].Raised!.Kind == WarningKind.LongWait).Id, Kept.Single(k => k.Happened[0].Raised!.Kind == WarningKind.ForbiddenWords).Id);
        using var qa = await In("qa");
        using var hr = await In("hr");
        foreach (var who in new[] { qa, hr }) Assert.Equal(HttpStatusCode.BadRequest, await Post(who, wait, ("act", "solve"), ("note", "在催")));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(hr, words, ("act", "take")));
        Assert.Equal(HttpStatusCode.SeeOther, await Post(hr, words, ("act", "comment"), ("note", "已告知")));
        Assert.Equal(HttpStatusCode.SeeOther, await Post(qa, words, ("act", "take")));
        Assert.Matches("待处理 ?2 ?待接手 ?1 ?处理中 ?1 ?今天结束的 ?0", await Page(qa));
        Assert.DoesNotContain("等待太久", (await Page(qa, "?show=taken")).Split("今天结束的")[1], StringComparison.Ordinal);
        using (var answer = await qa.Post(WarningLinks.Act(words), "/board/warnings", [("act", "solve"), ("note", "谈过")]))
            Assert.Equal("/board/warnings?show=over#w" + words.ToString(System.Globalization.CultureInfo.InvariantCulture), answer.Headers.Location!.OriginalString);
        Assert.Matches("待处理 ?1 ?待接手 ?1 ?处理中 ?0 ?今天结束的 ?1", await Page(qa));
        Assert.Contains("qa 解决 谈过", await Page(qa, "?show=over"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_limits_ended_says_so_on_the_page_and_in_the_report()
    {
        Set(WarningRules.Usual with { KeepSeconds = 0 });
        await Send(Said("16:55:00", "buyer", "在吗", "bea", "思远"));
        await Until(() => Kept.Count == 1);
        Set(WarningRules.Usual with { Quiet = new(0, 1439) });
        await Until(() => WarningMatters.StateOf(Kept[0]).Over is not null);
        using var chen = await In("chen");
        var page = await Page(chen, "?show=over");
        Assert.Contains("因阈值或安静时段停报", page, StringComparison.Ordinal);
        Assert.DoesNotContain("自行结束", page.Split("今天结束的")[1], StringComparison.Ordinal);
        Assert.Contains("1 条预警 = 解决 0 + 自行结束 0 + 因阈值或安静时段停报 1 + 并入小组的一条 0 + 还开着 0", await Page(chen, "/report?month=2026-11"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drift_ends_by_itself_or_by_a_higher_factor_and_is_told_apart()
    {
        // Twenty receptions from 17:00 to 18:00 of three Mondays before; of the fourth two at other hours. The median is 20.
        string Buyers(string day, int count) => string.Concat(Enumerable.Range(0, count).Select(b => $"小店,d{b},小店:雨桐,{day} 17:{b:00}:00,buyer,,,在吗,{day}-{b}\n"));
        shop.Import("mondays.csv", Counter.Messages + Buyers("2026-10-12", 20) + Buyers("2026-10-19", 20) + Buyers("2026-10-26", 20), "messages-csv");
        var rules = WarningRules.Usual with { KeepSeconds = 0, Limits = new() { WaitSeconds = null, UnansweredSeconds = null, AverageSeconds = null, OpenSessions = null, AwaySeconds = null } };
        Set(rules);
        Site.Clock.Pass(TimeSpan.FromMinutes(59));
        // 50 is more than 2 × 20, and less than 3 × 20.
        await Send(string.Concat(Enumerable.Range(0, 50).Select(b => Said($"17:{b:00}:00", "buyer", "在吗", $"n{b}"))));
        await Until(() => Kept.Count == 1);
        Assert.Equal((WarningKind.Drift, 50m, 20m), (Kept[0].Happened[0].Raised!.Kind, Kept[0].Happened[0].Raised!.Figure, Kept[0].Happened[0].Raised!.Limit));
        Set(rules with { DriftFactor = 3m });
        await Until(() => WarningMatters.StateOf(Kept[0]).Over is not null);
        Assert.True(WarningMatters.StateOf(Kept[0]).Over!.ByLimits);
        var first = Kept[0].Id;
        Set(rules);
        await Until(() => Kept.Count == 2);
        // At 19:01 the hour of many is neither this one nor the one before.
        Site.Clock.Pass(TimeSpan.FromMinutes(62));
        await Until(() => Kept.All(k => WarningMatters.StateOf(k).Over is not null));
        Assert.False(WarningMatters.StateOf(Kept.Single(k => k.Id != first)).Over!.ByLimits);
    }

    public void Dispose()
    {
        site?.Dispose();
        shop.Dispose();
    }

    private Task Send(string lines, string what = "messages") => SendingSite.Send(Site, lines, what);

    private void Set(WarningRules rules)
    {
        var (matters, step) = (Site.Database.Matters(WarningMatters.Thresholds), new WarningRulesStep("boss", new(Site.Clock.GetUtcNow().ToUnixTimeSeconds()), "", WarningMatters.TextOf(rules)));
        Assert.True(matters.Find(WarningMatters.RulesKey) is { } kept ? matters.Append(kept, step) : matters.Begin(new("", Today, Today, WarningMatters.RulesKey), step) is not null);
    }

    /// <summary>What is read of it: without marks, one space between words.</summary>
    private static async Task<string> Page(Visitor visitor, string more = "") => Space().Replace(WebUtility.HtmlDecode(Mark().Replace((await visitor.Read("/board/warnings" + more)).Split("<main", 2)[1], " ")), " ").Replace(" ·", " ·", StringComparison.Ordinal).Replace(" ，", "，", StringComparison.Ordinal);

    private async Task<Visitor> In(string name)
    {
        var visitor = new Visitor(Site.Url);
        Assert.Equal(HttpStatusCode.SeeOther, await visitor.SignIn(name, "balance-2026"));
        return visitor;
    }

    private static async Task<HttpStatusCode> Post(Visitor visitor, long id, params (string, string)[] fields)
    {
        using var answer = await visitor.Post(WarningLinks.Act(id), "/board/warnings", fields);
        return answer.StatusCode;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Mark();
    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
