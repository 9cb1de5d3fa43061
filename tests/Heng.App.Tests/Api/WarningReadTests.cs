using System.Globalization;
using Heng.App.Features.Api;
using Heng.App.Features.Api.Reading;
using Heng.App.Features.Warnings;
using Heng.App.Tests.CommandLine;
using Heng.App.Tests.Quality;
using Heng.App.Tests.SignIn;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;

namespace Heng.App.Tests.Api;

/// <summary>Warnings by a key. 王雨桐 and 李思远 are of 一组, led by 陈静; 赵磊 leads 二组. It is 17:00 on Monday, 2 November 2026.</summary>
public sealed class WarningReadTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 2);
    private readonly CheckedShop shop = new();
    private readonly ApiSite site;
    private int raised;

    public WarningReadTests() => site = new(shop.Database);

    private Instant Now => new(site.Clock.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>What happened once waits for somebody: the server's rounds leave it as it is.</summary>
    private long Raise(string? person, string? group, DateOnly? day = null, WarningKind kind = WarningKind.Complaint, params WarningHappening[] then)
    {
        var of = new Raised(kind, new("小店", group, person, $"f{++raised}"), Now.Plus(-60), Gravity.Grave) { Figure = 200m, Limit = 180m, Reception = 77 };
        var matters = site.Database.Matters(WarningMatters.Kind);
        var kept = matters.Begin(new(person ?? "", day ?? Today, day ?? Today, $"k{raised}"), WarningCourse.Raise(of, Now))!;
        foreach (var step in then) Assert.True(matters.Append(matters.Find(kept.Id)!, step));
        return kept.Id;
    }

    private WarningHappening Taken => new(WarningEvent.Taken, "陈静", Now.Plus(40));
    private WarningHappening Solved => new(WarningEvent.Solved, "陈静", Now.Plus(100)) { Note = "赔了运费" };

    private async Task<long[]> Ids(string account, string more = "") =>
        [.. (await site.Get(site.Key(account, ApiScope.ReadMetrics.Name), "/api/v1/warnings" + more)).Rows.Select(r => long.Parse(r!["id"]!.ToString(), CultureInfo.InvariantCulture))];

    [Fact]
    public async Task Each_role_reads_the_warnings_that_its_page_shows_the_newest_first()
    {
        var (wang, li, group, zhao, whole) = (Raise("王雨桐", "一组", then: [Taken, Solved]), Raise("李思远", "一组", then: [Taken]), Raise(null, "一组"), Raise("赵磊", "二组"), Raise(null, null));
        foreach (var (account, ids) in new (string, long[])[]
        {
            ("boss", [whole, zhao, group, li, wang]), ("hr", [whole, zhao, group, li, wang]), ("qa", [whole, zhao, group, li, wang]), ("auditor", [whole, zhao, group, li, wang]),
            ("chen", [group, li, wang]), ("zhao", [zhao]), ("wang", [wang]), ("li", [li]),
        })
        {
            Assert.Equal((account, string.Join(' ', ids)), (account, string.Join(' ', await Ids(account))));
            // What the page lists is the same, each under its number: those to handle, and those that are over.
            using var visitor = new Visitor(site.Url);
            await visitor.SignIn(account, "balance-2026");
            var page = await visitor.Read("/board/warnings") + await visitor.Read("/board/warnings?show=over");
            Assert.Equal(ids.Order(), Enumerable.Range(1, 5).Select(i => (long)i).Where(i => page.Contains($"id=\"w{i.ToString(CultureInfo.InvariantCulture)}\"", StringComparison.Ordinal)));
            // And the command line says the same.
            Assert.Equal(ids.Select(i => i.ToString(CultureInfo.InvariantCulture)), Ran.Json(site.Folder, "warnings", "--as", account, "--key-file", DemoFixture.KeyFile(site.Folder, account, account)).Done().Rows.Select(r => r!["id"]!.ToString()));
        }
    }

    [Fact]
    public async Task A_warning_tells_when_who_took_it_and_how_it_ended()
    {
        Raise("王雨桐", "一组", then: [Taken, new(WarningEvent.Commented, "王雨桐", Now.Plus(60)) { Note = "是快递的错" }, Solved]);
        var answer = await site.Get(site.Key("chen", ApiScope.ReadMetrics.Name), "/api/v1/warnings");
        var row = answer.Rows.Single()!;
        // Raised at 17:00:00 of what held since 16:59:00; taken 40 s later, solved 100 s after it was raised.
        Assert.Equal(("complaint", "grave", "solved", "2026-11-02T16:59:00", "2026-11-02T17:00:00", "陈静", 40L, "2026-11-02T17:01:40", "陈静", 100L),
            (row["kind"]!.ToString(), row["gravity"]!.ToString(), row["state"]!.ToString(), row["since"]!.ToString(), row["at"]!.ToString(), row["takenBy"]!.ToString(), (long)row["secondsToTake"]!, row["overAt"]!.ToString(), row["overBy"]!.ToString(), (long)row["secondsToSolve"]!));
        Assert.Equal(["raised", "taken 陈静", "commented 王雨桐 是快递的错", "solved 陈静 赔了运费"], row["steps"]!.AsArray().Select(s => $"{s!["step"]} {s["by"]} {s["note"]}".Trim()));
        var example = ApiReads.All.Single(r => r.Path == "/warnings").Examples[0];
        Assert.Null(ExampleFiles.Hold("warnings", example, answer.Json, "王雨桐"));
    }

    [Fact]
    public async Task Days_and_states_narrow_the_list()
    {
        var ended = new WarningHappening(WarningEvent.Ended, "", Now.Plus(30));
        var (old, open, taken, over) = (Raise("王雨桐", "一组", Today.AddDays(-3), then: [ended]), Raise("王雨桐", "一组"), Raise("王雨桐", "一组", then: [Taken]), Raise("王雨桐", "一组", then: [Taken, Solved]));
        Assert.Equal([over, taken, open, old], await Ids("boss"));
        Assert.Equal([old], await Ids("boss", "?to=2026-10-31"));
        Assert.Equal([old], await Ids("boss", "?from=2026-10-30&to=2026-10-30"));
        Assert.Equal([over, taken, open], await Ids("boss", "?from=2026-10-31"));
        foreach (var (state, id) in new[] { ("open", open), ("taken", taken), ("solved", over), ("ended", old) }) Assert.Equal((state, id), (state, Assert.Single(await Ids("boss", "?state=" + state))));
        Assert.Empty(await Ids("boss", "?state=merged"));
        Assert.Equal([over], await Ids("boss", "?shop=小店&limit=1"));
        foreach (var (more, code) in new[] { ("?state=none", "value-unknown"), ("?from=x", "day-unreadable"), ("?shop=别的店", "shop-unknown"), ("?cursor=" + Paged.Closed("x"), "cursor-over") })
            Assert.Equal(code, (await site.Get(site.Key("boss", ApiScope.ReadMetrics.Name), "/api/v1/warnings" + more)).Code);
    }

    [Theory]
    [InlineData("boss", 1)]
    [InlineData("chen", 2)]
    public async Task Pages_together_are_the_list_while_warnings_come_and_are_solved(string account, int each)
    {
        // One of 一组, one of 二组, in turn.
        for (var i = 0; i < 60; i++) Raise(i % 2 == 0 ? "王雨桐" : "赵磊", i % 2 == 0 ? "一组" : "二组", then: [Taken]);
        var before = await Ids(account);
        Assert.Equal(60 / each, before.Length);
        var (read, next, pages) = (new List<long>(), (string?)"/api/v1/warnings?limit=7", 0);
        var key = site.Key(account, ApiScope.ReadMetrics.Name);
        while (next is not null)
        {
            var page = await site.Get(key, next);
            read.AddRange(page.Rows.Select(r => long.Parse(r!["id"]!.ToString(), CultureInfo.InvariantCulture)));
            next = page.Headers["Link"].SingleOrDefault() is { } link ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : null;
            if (++pages > 3) continue;
            Raise("王雨桐", "一组");
            var matters = site.Database.Matters(WarningMatters.Kind);
            Assert.True(matters.Append(matters.Find(before[^pages])!, Solved));
        }
        Assert.True(pages > 3);
        Assert.Equal(before, read);
    }

    [Fact]
    public async Task What_one_may_not_see_does_not_hide_what_stands_behind_it()
    {
        var zhao = Raise("赵磊", "二组");
        // More than are read at once.
        for (var i = 0; i < 205; i++) Raise("王雨桐", "一组");
        Assert.Equal([zhao], await Ids("zhao"));
        Assert.Equal([zhao], await Ids("zhao", "?limit=1"));
    }

    public void Dispose()
    {
        site.Dispose();
        shop.Dispose();
    }
}
