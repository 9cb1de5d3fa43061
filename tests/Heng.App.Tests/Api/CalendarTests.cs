using System.Net;
using System.Text;
using Heng.App.Features.Api.Reading;
using Heng.App.Features.Calendars;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Tests.SignIn;
using Heng.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.App.Tests.Api;

/// <summary>One's own deadlines as a calendar reads them.</summary>
public sealed class CalendarTests : IDisposable
{
    private readonly ApiSite site = new();

    private void Tell(string kind, string occasion, string link, params (string Name, string Word)[] words) =>
        site.Database.Notices.Tell([new("manager", kind, occasion, words.ToDictionary(w => w.Name, w => w.Word, StringComparer.Ordinal), link, new(site.Clock.GetUtcNow().ToUnixTimeSeconds()))]);

    private string Make() => site.App.Services.GetRequiredService<OwnCalendar>().Make(site.Accounts.Find("manager")!);

    private async Task<string[]> Lines(string address)
    {
        var answer = await site.Get(null, address);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.Status, answer.Type));
        Assert.All(answer.Text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', answer.Text.Replace("\r\n", "", StringComparison.Ordinal));
        return answer.Text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public async Task A_part_is_one_event_of_its_last_day_however_often_it_is_told()
    {
        (string, string)[] words = [("scheme-zh", "客服考核；月度，及一个很长很长很长很长很长的名字"), ("scheme-en", "x"), ("period-zh", "2026 年 10 月"), ("period-en", "October 2026"), ("stage-zh", "自评"), ("stage-en", "self"), ("parts", "1")];
        Tell(NoticeWords.PartBegins, "appraisal/s2/Month/2026-10/self/0", "/month/2026-10/appraisal", [.. words, ("last-day", "2026-11-05")]);
        var address = Make();
        var first = await Lines(address);
        Assert.Equal(["DTSTART;VALUE=DATE:20261105", "DTEND;VALUE=DATE:20261106"], first.Where(l => l.StartsWith("DT", StringComparison.Ordinal) && l.Contains("DATE", StringComparison.Ordinal)));
        Assert.Contains(first, l => l.StartsWith("SUMMARY:", StringComparison.Ordinal) && l.Contains("自评", StringComparison.Ordinal));
        Assert.Contains("SEQUENCE:0", first);
        Tell(NoticeWords.PartReminded, "appraisal/s2/Month/2026-10/self/0/2026-11-04", "/month/2026-10/appraisal", [.. words, ("last-day", "2026-11-06"), ("late", "0")]);
        var second = await Lines(address);
        Assert.Equal(first.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)), second.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)));
        Assert.Contains("SEQUENCE:1", second);
        Assert.Contains("DTSTART;VALUE=DATE:20261106", second);
    }

    [Fact]
    public async Task A_key_reads_the_days_that_the_calendar_of_its_account_has_and_nobody_elses()
    {
        (string, string)[] words = [("scheme-zh", "客服考核"), ("scheme-en", "Assessment"), ("period-zh", "2026 年 10 月"), ("period-en", "October 2026"), ("stage-zh", "自评"), ("stage-en", "self"), ("parts", "1")];
        Tell("exam-set", "e/4", "/growth/exams/4", ("name", "月考"), ("at", "2026-11-05 09:00"), ("until", "2026-11-05 11:30"), ("minutes", "60"));
        Tell(NoticeWords.PartBegins, "appraisal/s2/Month/2026-10/self/0", "/month/2026-10/appraisal", [.. words, ("last-day", "2026-11-05")]);
        var lines = await Lines(Make());
        var answer = await site.Get(site.Key("manager", "read:own"), "/api/v1/deadlines");
        // A day's last days before its hours.
        Assert.Equal([("2026-11-05", null, null), (null, "2026-11-05T09:00:00", "2026-11-05T11:30:00")], answer.Rows.Select(r => (r!["lastDay"]?.ToString(), r["begins"]?.ToString(), r["ends"]?.ToString())));
        Assert.Equal(answer.Rows.Select(r => "SUMMARY:" + r!["title"]).Order(StringComparer.Ordinal), lines.Where(l => l.StartsWith("SUMMARY:", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Null(ExampleFiles.Hold("deadlines", ApiReads.All.Single(r => r.Path == "/deadlines").Examples[0], answer.Json, "王雨桐"));
        var notices = await site.Get(site.Key("manager", "read:own"), "/api/v1/notices");
        Assert.Equal(2, notices.Rows.Count);
        Assert.Null(ExampleFiles.Hold("notices", ApiReads.All.Single(r => r.Path == "/notices").Examples[0], notices.Json, "王雨桐"));
        site.Accounts.Add("hr", Role.Hr, null, null, null);
        foreach (var address in new[] { "/api/v1/deadlines", "/api/v1/notices" })
        {
            Assert.Empty((await site.Get(site.Key("hr", "read:own"), address)).Rows);
            Assert.Equal("scope-missing", (await site.Get(site.Key("manager", "read:metrics"), address)).Code);
        }
        Tell("exam-called-off", "e/4/off", "/growth/exams/4", ("name", "月考"), ("at", "2026-11-05 09:00"), ("why", "x"));
        Assert.Equal([false, true], (await site.Get(site.Key("manager", "read:own"), "/api/v1/deadlines")).Rows.Select(r => (bool)r!["calledOff"]!));
    }

    [Fact]
    public async Task A_training_stands_at_its_hour_and_is_cancelled_when_it_is_called_off()
    {
        Tell("training-asked", "t/3", "/growth/training/3", ("name", "售后; 话术, 一"), ("at", "2026-11-09 14:00"), ("where", "会议室"));
        Tell("exam-set", "e/4", "/growth/exams/4", ("name", "月考"), ("at", "2026-11-10 09:00"), ("until", "2026-11-10 11:30"), ("minutes", "60"));
        var address = Make();
        var lines = await Lines(address);
        Assert.Contains("DTSTART;TZID=Asia/Shanghai:20261109T140000", lines);
        Assert.Contains("DTEND;TZID=Asia/Shanghai:20261110T113000", lines);
        Assert.Contains(lines, l => l.StartsWith("SUMMARY:", StringComparison.Ordinal) && l.Contains("售后\\; 话术\\, 一", StringComparison.Ordinal));
        Assert.DoesNotContain("STATUS:CANCELLED", lines);
        Tell("training-called-off", "t/3/off", "/growth/training/3", ("name", "售后"), ("at", "2026-11-09 14:00"), ("why", "x"));
        Assert.Single(await Lines(address), "STATUS:CANCELLED");
    }

    /// <summary>As a program of its own reads it: a name of 300 Chinese characters, every character that means something, and one that no text may hold.</summary>
    [Fact]
    public async Task A_calendar_program_reads_long_Chinese_names_and_odd_characters_as_they_were_said()
    {
        var hard = string.Concat(Enumerable.Repeat("衡裳旗舰店客服考核，月度；\\n😀", 20)) + "a;b,c\\d\te\nf\u0007g\u000bh:\"i\"";
        Tell("exam-set", "e/4", "/growth/exams/4?of=小雨 一", ("name", hard), ("at", "2026-11-10 09:00"), ("until", "2026-11-10 11:30"), ("minutes", "60"));
        Tell("training-asked", "t/3", "/growth/training/3", ("name", "售后"), ("at", "2026-12-31 23:59"), ("where", "会议室"));
        Tell(NoticeWords.PartBegins, "appraisal/s2/Month/2026-10/self/0", "/month/2026-10/appraisal", ("scheme-zh", hard), ("scheme-en", hard), ("period-zh", "2026 年 10 月"), ("period-en", "x"), ("stage-zh", "自评"), ("stage-en", "self"), ("parts", "1"), ("last-day", "2026-12-31"));
        site.Database.NoticeSettings.Set(site.Database.NoticeSettings.Setting with { Site = "https://衡.example.com/" }, new(0), "test");
        var address = Make();
        var first = CalendarReader.Read(Encoding.UTF8.GetBytes((await site.Get(null, address)).Text));
        Assert.Equal(3, first.Count);
        var exam = first.Single(e => e.Url?.Contains("exams", StringComparison.Ordinal) == true);
        Assert.Contains(hard.Replace("\u0007", "", StringComparison.Ordinal).Replace("\u000b", "", StringComparison.Ordinal), exam.Summary, StringComparison.Ordinal);
        Assert.Equal((new(2026, 11, 10, 9, 0, 0, TimeSpan.FromHours(8)), new DateTimeOffset(2026, 11, 10, 11, 30, 0, TimeSpan.FromHours(8))), (exam.Begins!.Value, exam.Ends!.Value));
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 15, 59, 0, TimeSpan.Zero), first.Single(e => e.Summary.Contains("售后", StringComparison.Ordinal)).Begins!.Value.ToUniversalTime());
        Assert.Equal(new DateOnly(2026, 12, 31), first.Single(e => e.Day is not null).Day);
        Assert.All(first, e => Assert.Equal(site.Clock.GetUtcNow(), e.Stamp));
        site.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(first, CalendarReader.Read(Encoding.UTF8.GetBytes((await site.Get(null, address, "en")).Text)).Select(e => e with { Summary = first.Single(f => f.Uid == e.Uid).Summary }));
    }

    [Fact]
    public async Task The_page_tells_an_address_once_that_a_calendar_then_reads()
    {
        site.Accounts.Add("hr", Role.Hr, null, null, "a password of the test");
        using var visitor = new Visitor(site.Url);
        Assert.Equal(HttpStatusCode.SeeOther, await visitor.SignIn("hr", "a password of the test"));
        var page = await (await visitor.Post("/account/calendar", "/account", ("act", "make"))).Content.ReadAsStringAsync();
        var address = System.Text.RegularExpressions.Regex.Match(page, "/calendar/[0-9a-f]{64}\\.ics").Value;
        Assert.Empty(CalendarReader.Read(Encoding.UTF8.GetBytes((await site.Get(null, address)).Text)));
        Assert.DoesNotContain("/calendar/", (await visitor.Read("/account")).Replace("/account/calendar", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_good_until_another_is_made_or_its_owner_or_account_ends_it()
    {
        var first = Make();
        var second = Make();
        async Task<HttpStatusCode> Status(string address) => (await site.Get(null, address)).Status;
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await Status(first), await Status(second)));
        Assert.Equal(HttpStatusCode.NotFound, await Status(second.Replace(".ics", "0.ics", StringComparison.Ordinal)));
        Assert.DoesNotContain(second[10..^4], site.Database.Decisions.All.Select(d => d.Why));
        site.Database.Users.Change(site.Accounts.Find("manager")!.Id, u => u with { Disabled = true });
        Assert.Equal(HttpStatusCode.NotFound, await Status(second));
        site.Database.Users.Change(site.Accounts.Find("manager")!.Id, u => u with { Disabled = false });
        site.App.Services.GetRequiredService<OwnCalendar>().End(site.Accounts.Find("manager")!);
        Assert.Equal(HttpStatusCode.NotFound, await Status(second));
    }

    public void Dispose() => site.Dispose();
}
