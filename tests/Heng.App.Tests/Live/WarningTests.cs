using System.Net;
using Heng.App.Features.Live;
using Heng.App.Features.Warnings;
using Heng.App.Features.Webhooks;
using Heng.App.Tests.Api;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Quality;
using Heng.App.Tests.SignIn;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.Extensions.DependencyInjection;
using static Heng.App.Tests.Live.SendingSite;

namespace Heng.App.Tests.Live;

/// <summary>The afternoon of 2 November at 17:00: 王雨桐 and 李思远 of 一组, led by 陈静; 赵磊 leads 二组.</summary>
public sealed class WarningTests : IDisposable
{
    private readonly CheckedShop shop = new();
    private readonly ApiSite site;

    public WarningTests() => site = new(shop.Database);

    private WarningBook Book => site.App.Services.GetRequiredService<WarningBook>();
    private IReadOnlyList<KeptMatter<WarningHappening>> Kept => site.Database.Matters(WarningMatters.Kind).All;
    private KeptMatter<WarningHappening>? First => Kept is [var first, ..] ? first : null;
    private string[] Told(string who) => [.. site.Database.Notices.Of(who, 50).Select(n => n.Notice.Kind).Where(k => k.StartsWith("warning", StringComparison.Ordinal) || k.StartsWith("live", StringComparison.Ordinal))];

    [Fact]
    public async Task A_forbidden_word_is_a_warning_of_its_agent_that_the_leader_takes_and_solves_and_times_are_kept()
    {
        await Send(Said("16:58:00", "buyer", "在吗") + Said("16:58:30", "agent", "你自己看"));
        var kept = await Until(() => First);
        Assert.Equal((WarningKind.ForbiddenWords, "王雨桐", "一组", Gravity.Grave), (kept.Happened[0].Raised!.Kind, kept.Happened[0].Raised!.Of.Person, kept.Happened[0].Raised!.Of.Group, kept.Happened[0].Raised!.Gravity));
        await Until(() => Told("陈静").FirstOrDefault());
        Assert.Equal(["warning-raised"], Told("陈静"));
        Assert.Empty(Told("赵磊"));
        // Who listens for events hears of it once, however often is looked.
        for (var twice = 0; twice < 2; twice++) site.App.Services.GetRequiredService<WebhookEvents>().Gather();
        Assert.Equal(("warning/1", "warning/1"), site.Database.Webhooks.LastOf(WebhookKinds.WarningRaised, "").Select(e => (e.Subject, e.Occasion)).Single());
        // What leaves names neither the buyer nor what was said.
        Assert.All(site.Database.Notices.Of("陈静", 50).SelectMany(n => n.Notice.Words.Values), w => { Assert.DoesNotContain("ann", w, StringComparison.Ordinal); Assert.DoesNotContain("自己看", w, StringComparison.Ordinal); });

        using var zhao = await In("zhao");
        Assert.DoesNotContain("王雨桐", Body(await zhao.Read("/board/warnings")), StringComparison.Ordinal);
        using var wang = await In("wang");
        Assert.Contains("客服用了禁用语", Body(await wang.Read("/board/warnings")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await Post(wang, "/board/warnings/1", "/board/warnings", ("act", "take")));
        Assert.Equal(HttpStatusCode.NotFound, await Post(zhao, "/board/warnings/1", "/board/warnings", ("act", "take")));

        site.Clock.Pass(TimeSpan.FromSeconds(40));
        using var chen = await In("chen");
        Assert.Equal(HttpStatusCode.SeeOther, await Post(chen, "/board/warnings/1", "/board/warnings", ("act", "take")));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(chen, "/board/warnings/1", "/board/warnings", ("act", "solve"), ("note", "")));
        site.Clock.Pass(TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.SeeOther, await Post(chen, "/board/warnings/1", "/board/warnings", ("act", "solve"), ("note", "提醒过了")));
        var state = WarningMatters.StateOf(Kept[0]);
        // Raised at 17:00:00, taken 40 s later, solved 20 s after that.
        Assert.Equal((WarningStage.Solved, 40L, 60L), (state.Stage, state.SecondsToTake, state.SecondsToSolve));
        Assert.Contains("陈静,ForbiddenWords,客服用了禁用语,1,40,40,1,60,60,yes", await chen.Read("/board/warnings/report.csv?month=2026-11"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_wait_ends_by_itself_when_it_is_answered_and_untaken_it_goes_on_to_the_manager()
    {
        await Send(Said("16:55:00", "buyer", "什么时候发货"));
        // At 17:00 it waits 300 s of 180; it is kept once it stood for 20 s.
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        await Until(() => Book.Passed("小店") is not null ? "looked" : null);
        await Task.Delay(1500);
        Assert.Empty(Kept);
        site.Clock.Pass(TimeSpan.FromSeconds(20));
        var kept = await Until(() => First);
        Assert.Equal((WarningKind.LongWait, "王雨桐"), (kept.Happened[0].Raised!.Kind, kept.Happened[0].Raised!.Of.Person));
        site.Clock.Pass(TimeSpan.FromSeconds(600));
        await Until(() => Kept[0].Happened.FirstOrDefault(h => h.What == WarningEvent.Escalated));
        // There is no supervisor: it is the manager's.
        await Until(() => Told("boss").FirstOrDefault());
        Assert.Equal(["warning-escalated"], Told("boss"));
        await Send(Said("17:10:30", "agent", "今天发"));
        Assert.False((await Until(() => Kept[0].Happened.FirstOrDefault(h => h.What == WarningEvent.Ended))).ByLimits);
        Assert.Empty(Book.Open);
    }

    [Fact]
    public async Task A_complaint_that_is_sent_is_a_warning_once_however_often_it_comes()
    {
        const string complaint = """{"event":"complaint","shop":"小店","id":"T1","agent":"李思远","at":"2026-11-02 16:59:00","handled_at":"","satisfied":"","what":"发错货"}""" + "\n";
        await Send(complaint, "events");
        await Until(() => First);
        await Send(complaint, "events");
        await Task.Delay(1500);
        Assert.Equal([(WarningKind.Complaint, "李思远")], Kept.Select(k => (k.Happened[0].Raised!.Kind, k.Happened[0].Raised!.Of.Person!)));
    }

    [Fact]
    public async Task A_leader_reads_a_running_chat_leaves_a_private_note_and_nobody_else_sees_it()
    {
        await Send(Said("16:58:00", "buyer", "我是ann，在吗") + Said("16:58:30", "agent", "你自己看"));
        var live = site.App.Services.GetRequiredService<LiveBook>().Of("小店")!;
        site.App.Services.GetRequiredService<LiveFeed>().Look(live, new(site.Clock.GetUtcNow().ToUnixTimeSeconds()));
        var reception = live.Ask((day, _, _, _) => day.Receptions.First().Id);
        var address = WarningLinks.Chat("小店", reception);
        using var chen = await In("chen");
        var page = Body(await chen.Read(address));
        Assert.Contains("自己看", page, StringComparison.Ordinal);
        Assert.DoesNotContain("我是ann", page, StringComparison.Ordinal);
        Assert.Contains("<mark", page, StringComparison.Ordinal);
        using var zhao = await In("zhao");
        using (var answer = await zhao.Get(address)) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var li = await In("li");
        using (var answer = await li.Get(address)) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);

        Assert.Equal(WarningLinks.Chat("小店", reception, did: true), await Back(chen, address, address, ("words", "先道歉，再打给 ann，电话 138 0013 8000，住文三路188号楼")));
        using var wang = await In("wang");
        Assert.Equal((true, "先道歉，再打给 ****，电话 ****，****"), (Body(await wang.Read("/daily")).Contains("给您的私下提醒", StringComparison.Ordinal), site.Database.Matters(WarningMatters.Notes).All[0].Happened[0].Words));
        Assert.Equal(["live-note"], Told("王雨桐"));
        using var hr = await In("hr");
        Assert.DoesNotContain("先道歉", await hr.Read(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Post(hr, "/board/notes/1", address, ("act", "acknowledge")));
        // Who answers beside the chat stays there, who does so on their day stays on it; where one comes back to is nothing that is sent.
        Assert.Equal((address, "好的，**** 在线"), (await Back(wang, "/board/notes/1", address, ("act", "answer"), ("words", "好的，ann 在线"), ("from", "chat")), site.Database.Matters(WarningMatters.Notes).All[0].Happened[1].Words));
        Assert.Equal("/daily", await Back(wang, "/board/notes/1", "/daily", ("act", "answer"), ("words", "在改"), ("from", "https://elsewhere.example/")));
        Assert.Contains(WebUtility.HtmlEncode(address), await Refused(wang, "/board/notes/1", address, ("act", "answer"), ("words", ""), ("from", "chat")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await Post(wang, "/board/notes/1", "/daily", ("act", "acknowledge")));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(wang, "/board/notes/1", "/daily", ("act", "acknowledge")));
        // The chain of decisions tells that there was a note, and not what it says.
        Assert.All(site.Database.Decisions.About("live-note/1"), d => Assert.DoesNotContain("道歉", d.Why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wait_whose_warning_ended_by_other_thresholds_is_warned_of_again_once_they_ask_for_it()
    {
        void Set(WarningRules rules)
        {
            var (matters, step) = (site.Database.Matters(WarningMatters.Thresholds), new WarningRulesStep("boss", new(site.Clock.GetUtcNow().ToUnixTimeSeconds()), "", WarningMatters.TextOf(rules)));
            Assert.True(matters.Find(WarningMatters.RulesKey) is { } kept ? matters.Append(kept, step) : matters.Begin(new("", new(2026, 11, 2), new(2026, 11, 2), WarningMatters.RulesKey), step) is not null);
            site.Clock.Pass(TimeSpan.FromSeconds(5));
        }
        Task<object> Stands(int count, WarningStage stage) => Until(() => Kept is [.., var last] kept && kept.Count == count && WarningMatters.StateOf(last).Stage == stage ? last : (object?)null);
        await Send(Said("16:50:00", "buyer", "在吗"));
        for (var times = 1; times <= 3; times++)
        {
            Set(WarningRules.Usual with { KeepSeconds = 0 });
            await Stands(times, WarningStage.Open);
            Set(WarningRules.Usual with { Limits = new() { WaitSeconds = null, UnansweredSeconds = null } });
            await Stands(times, WarningStage.Ended);
            Assert.True(WarningMatters.StateOf(Kept[^1]).Over!.ByLimits);
        }
    }

    [Fact]
    public async Task Thresholds_are_set_by_the_manager_an_empty_one_is_off_and_what_is_out_of_range_is_refused()
    {
        using var boss = await In("boss");
        (string, string)[] fields = [("wait", ""), ("unanswered", "900"), ("average", "40"), ("over", "5"), ("open", "8"), ("away", "300"), ("risk", "on"), ("group.0", "一组"), ("wait.0", "60"), ("unanswered.0", "600"), ("quiet-from", "23:00"), ("quiet-to", "08:00"), ("escalate", "300")];
        Assert.Equal(HttpStatusCode.SeeOther, await Post(boss, "/board/warnings/settings", "/board/warnings/settings", fields));
        var rules = WarningMatters.RulesOf(site.Database);
        Assert.Equal((null, 900, false, true, 60, new QuietHours(1380, 480), 300), (rules.Limits.WaitSeconds, rules.Limits.UnansweredSeconds, rules.Limits.ForbiddenWords, rules.Limits.RiskWords, rules.For("一组", null).WaitSeconds, rules.Quiet, rules.EscalateSeconds));
        Assert.Null(rules.DriftFactor);
        Assert.Equal(HttpStatusCode.BadRequest, await Post(boss, "/board/warnings/settings", "/board/warnings/settings", ("wait", "5")));
        Assert.Equal("warning-rules-set", site.Database.Decisions.About("warning-rules/1").Single().What);
        using var chen = await In("chen");
        Assert.Equal(HttpStatusCode.Forbidden, await Post(chen, "/board/warnings/settings", "/board/warnings/settings", ("wait", "50")));
    }

    [Theory]
    [InlineData("wait", "180秒", "等待超过")]
    [InlineData("wait", "abc", "等待超过")]
    [InlineData("unanswered", "1800.5", "一直没有回答")]
    [InlineData("open", "1,5", "同时接待超过")]
    [InlineData("away", "99999999999999", "在班离线或挂起")]
    [InlineData("over", "2", "最近几次回答")]
    [InlineData("keep", "二十", "不到几秒就过去的不报")]
    [InlineData("merge-over", "3条", "同类超过几条")]
    [InlineData("merge-minutes", "71582789", "在几分钟内")]
    [InlineData("merge-minutes", "121", "在几分钟内")]
    [InlineData("escalate", "10分钟", "多久没人接手就上报")]
    [InlineData("drift", "2倍", "超过平时几倍时提醒")]
    [InlineData("wait.0", "一分钟", "一组")]
    [InlineData("quiet-from", "25:00", "安静时段")]
    [InlineData("quiet-from", "", "“从”和“到”两个时间")]
    [InlineData("quiet-to", "23:00", "相同，等于没有")]
    [InlineData("group.0", "九组", "没有“九组”这个小组")]
    [InlineData("shift.0", "夜夜班", "没有“夜夜班”这个班次")]
    [InlineData("group.0", "", "要选小组或班次")]
    public async Task What_the_form_of_thresholds_cannot_read_is_refused_by_its_field_stays_typed_and_changes_nothing(string field, string typed, string named)
    {
        using var boss = await In("boss");
        (string, string)[] fields = [.. Good.Select(f => f.Item1 == field ? (field, typed) : f)];
        foreach (var address in new[] { WarningLinks.Settings, WarningLinks.Preview })
        {
            var page = await Refused(boss, address, WarningLinks.Settings, fields);
            Assert.Contains(named, WebUtility.HtmlDecode(page.Split("data-refusal", 2)[1].Split("</p>", 2)[0]), StringComparison.Ordinal);
            Assert.Contains(typed, WebUtility.HtmlDecode(page.Split("<form", 2)[1]), StringComparison.Ordinal);
            Assert.DoesNotContain("id=\"preview\"", page, StringComparison.Ordinal);
        }
        Assert.Equal(WarningMatters.TextOf(WarningRules.Usual), WarningMatters.TextOf(WarningMatters.RulesOf(site.Database)));
    }

    [Fact]
    public async Task Full_width_digits_are_read_what_is_dropped_is_not_and_the_page_says_that_it_is_kept()
    {
        using var boss = await In("boss");
        // The last line waits to be filled in, with the shop's limits as they stand.
        (string, string)[] blank = [("group.2", ""), ("shift.2", "")];
        (string, string)[] fields = [.. Good.Select(f => f.Item1 == "wait" ? ("wait", "３００") : f), ("group.1", "二组"), ("shift.1", ""), ("wait.1", "半天"), ("drop.1", "on"), .. blank];
        Assert.Equal("/board/warnings/settings?did=1", await Back(boss, WarningLinks.Settings, WarningLinks.Settings, fields));
        var rules = WarningMatters.RulesOf(site.Database);
        Assert.Equal((300, 2400, 2m, new QuietHours(1380, 480), "一组"), (rules.Limits.WaitSeconds, rules.Limits.UnansweredSeconds, rules.DriftFactor, rules.Quiet, rules.Lines.Single().Group));
        Assert.Contains("已保存", Body(await boss.Read("/board/warnings/settings?did=1")), StringComparison.Ordinal);
        var page = Body(await boss.Read("/board/warnings/settings"));
        Assert.DoesNotContain("已保存", page, StringComparison.Ordinal);
        Assert.DoesNotContain("由店长和人事来设", page, StringComparison.Ordinal);
        // What was sent and dropped, kept or left blank keeps its place when the whole is refused.
        var refused = await Refused(boss, WarningLinks.Settings, WarningLinks.Settings, [.. fields.Select(f => f.Item1 == "drift" ? ("drift", "2倍") : f)]);
        Assert.Contains("name=\"wait.1\" inputmode=\"numeric\" value=\"半天\"", WebUtility.HtmlDecode(refused), StringComparison.Ordinal);
        Assert.Contains("name=\"drop.1\" checked", refused, StringComparison.Ordinal);
        using var chen = await In("chen");
        var read = Body(await chen.Read("/board/warnings/settings"));
        Assert.Contains("由店长和人事来设", WebUtility.HtmlDecode(read), StringComparison.Ordinal);
        Assert.Contains("<fieldset disabled", read, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_said_in_both_languages_with_whose_line_it_is()
    {
        var refused = WarningWords.Unreadable("wait", new("一组", "一组"), "180秒");
        Assert.Equal(("unreadable", "一组的“等待超过（秒）”要填整数，不带单位，不能是“180秒”", "'Waits longer than (s)' of 一组 takes a whole number without a unit, not '180秒'"), (refused.Name, refused.Words.Zh, refused.Words.En));
    }

    private static readonly (string, string)[] Good =
    [
        ("wait", "180"), ("unanswered", "2,400"), ("average", "60"), ("over", "10"), ("open", "15"), ("away", "600"), ("risk", "on"), ("group.0", "一组"), ("shift.0", ""), ("wait.0", "60"), ("unanswered.0", "600"),
        ("quiet-from", "23:00"), ("quiet-to", "08:00"), ("merge-over", "3"), ("merge-minutes", "10"), ("keep", "20"), ("escalate", "600"), ("drift", "2"),
    ];

    public void Dispose()
    {
        site.Dispose();
        shop.Dispose();
    }

    private static string Body(string page) => page.Split("<main", 2)[1];

    private async Task<Visitor> In(string name)
    {
        var visitor = new Visitor(site.Url);
        Assert.Equal(HttpStatusCode.SeeOther, await visitor.SignIn(name, "balance-2026"));
        return visitor;
    }

    private static async Task<HttpStatusCode> Post(Visitor visitor, string address, string page, params (string, string)[] fields)
    {
        using var answer = await visitor.Post(address, page, fields);
        return answer.StatusCode;
    }

    private static async Task<string> Back(Visitor visitor, string address, string page, params (string, string)[] fields)
    {
        using var answer = await visitor.Post(address, page, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<string> Refused(Visitor visitor, string address, string page, params (string, string)[] fields)
    {
        using var answer = await visitor.Post(address, page, fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return Body(await answer.Content.ReadAsStringAsync());
    }

    private Task Send(string lines, string what = "messages") => SendingSite.Send(site, lines, what);
}
