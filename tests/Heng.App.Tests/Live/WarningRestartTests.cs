using System.Globalization;
using System.Text;
using Heng.App.Features.Board;
using Heng.App.Features.Live;
using Heng.App.Features.Warnings;
using Heng.App.Tests.Api;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Quality;
using Heng.Engine.Live.Warnings;
using Heng.Store;
using Microsoft.Extensions.DependencyInjection;
using static Heng.App.Tests.Live.SendingSite;

namespace Heng.App.Tests.Live;

/// <summary>A server that ends, or is killed, and one that begins behind it over the same records: nothing is lost and nothing is told twice.</summary>
public sealed class WarningRestartTests : IDisposable
{
    private readonly CheckedShop shop = new();

    [Fact]
    public async Task What_was_acknowledged_and_never_looked_at_is_warned_of_by_the_next_server_and_by_no_other_after_it()
    {
        // Killed between the acknowledgement and the fold: it is in the log, and nobody has looked.
        Leave(Said("16:58:00", "buyer", "在吗") + Said("16:58:30", "agent", "自己看") + Said("16:58:40", "agent", "自己看吧"));
        using var second = new ApiSite(shop.Database);
        var kept = await Until(() => Kept(second) is [var first, ..] ? first : null);
        Assert.Equal((WarningKind.ForbiddenWords, "王雨桐", 2), (kept.Happened[0].Raised!.Kind, kept.Happened[0].Raised!.Of.Person, WarningMatters.StateOf(kept).Count));
        await Until(() => Told(second).FirstOrDefault());
        await Looked(second);

        using var third = new ApiSite(second.Database);
        // The board shows what was found today, at the time when it was said.
        var board = third.App.Services.GetRequiredService<BoardQuery>();
        var live = third.App.Services.GetRequiredService<LiveBook>().Of(Counter.Shop)!;
        Assert.Equal(["16:58 自己看", "16:58 自己看"], board.Lists(live, new(Counter.Shop, null, null, null)).Found.Where(f => f.Rule.En == "taboo rule").Select(f => f.At.ToString("HH:mm ", CultureInfo.InvariantCulture) + f.Words));
        // Had the two been looked at again, the count would have doubled and be said.
        await Looked(third);
        Assert.Single(Assert.Single(Kept(third)).Happened);
        await Send(third, Said("16:59:00", "agent", "您自己看"));
        await Looked(third);
        await Send(third, Said("16:59:10", "agent", "自己看呀"));
        await Until(() => Kept(third)[0].Happened.FirstOrDefault(h => h.Count == 4));
        Assert.Equal(["Raised ", "Again 4"], Kept(third)[0].Happened.Select(h => $"{h.What} {h.Count}"));
        Assert.Single(Told(third));
    }

    [Fact]
    public async Task What_came_between_two_steps_is_counted_after_a_restart_and_every_page_and_program_says_the_same_number()
    {
        using var first = new ApiSite(shop.Database);
        await Send(first, Said("16:58:00", "buyer", "在吗") + Said("16:58:30", "agent", "自己看"));
        await Until(() => Kept(first) is [var one] ? one : null);
        await Send(first, Said("16:58:40", "agent", "自己看吧"));
        await Until(() => Kept(first)[0].Happened.FirstOrDefault(h => h.Count == 2));
        // Three is no doubling of two: no step says it.
        await Send(first, Said("16:58:50", "agent", "您自己看"));
        await Looked(first);
        Assert.Equal(["Raised ", "Again 2"], Kept(first)[0].Happened.Select(h => $"{h.What} {h.Count}"));
        await Says(first, 3);

        using var second = new ApiSite(first.Database);
        await Looked(second);
        await Says(second, 3);
        Assert.Equal(["16:58:50", "16:58:40", "16:58:30"], second.App.Services.GetRequiredService<WarningBook>().CameTo(Kept(second)[0]).Parts.Select(p => Engine.Records.ShopClock.Shanghai.ToLocal(p.Since).ToString("HH:mm:ss", CultureInfo.InvariantCulture)));
        await Send(second, Said("16:59:00", "agent", "自己看呀"));
        await Until(() => Kept(second)[0].Happened.FirstOrDefault(h => h.Count == 4));
        // What it had come to when it was solved stands in that step.
        await Send(second, Said("16:59:10", "agent", "自己看嘛"));
        await Looked(second);
        Assert.True(second.App.Services.GetRequiredService<WarningBook>().Keep(Kept(second)[0], new(WarningEvent.Solved, "陈静", Now(second)) { Note = "谈过了" }));
        Assert.Equal(5, WarningMatters.StateOf(Kept(second)[0]).Count);

        using var third = new ApiSite(second.Database);
        await Looked(third);
        Assert.Equal(5, WarningMatters.StateOf(Assert.Single(Kept(third))).Count);
        Assert.Empty(third.Database.Warned.Standing());
    }

    /// <summary>The program's number and the board's.</summary>
    private static async Task Says(ApiSite site, int count)
    {
        var row = (await site.Get(site.Key("manager", "read:metrics"), "/api/v1/warnings")).Rows.Single()!;
        Assert.Equal(count, row["count"]!.GetValue<int>());
        var (board, live) = (site.App.Services.GetRequiredService<BoardQuery>(), site.App.Services.GetRequiredService<LiveBook>().Of(Counter.Shop)!);
        Assert.Equal(count, Assert.Single(board.Lists(live, new(Counter.Shop, null, null, null)).Warnings).Count);
    }

    [Fact]
    public async Task What_was_solved_before_a_restart_stays_so_and_a_complaint_is_one_however_often_it_is_loaded()
    {
        using var first = new ApiSite(shop.Database);
        await Send(first, Said("16:58:00", "buyer", "在吗") + Said("16:58:30", "agent", "自己看"));
        await Send(first, """{"event":"complaint","shop":"小店","id":"T1","agent":"李思远","at":"2026-11-02 16:59:00","handled_at":"","satisfied":"","what":"发错货"}""" + "\n", "events");
        await Until(() => Kept(first) is { Count: 2 } all ? all : null);
        var words = Kept(first).Single(k => k.Happened[0].Raised!.Kind == WarningKind.ForbiddenWords);
        Assert.True(first.App.Services.GetRequiredService<WarningBook>().Keep(words, new(WarningEvent.Solved, "陈静", Now(first)) { Note = "提醒过了" }));
        first.App.Services.GetRequiredService<Absorbing>().Run();
        await Looked(first);

        using var second = new ApiSite(first.Database);
        await Looked(second);
        Assert.Equal(["Raised,Solved", "Raised"], Kept(second).OrderBy(k => k.Happened[0].Raised!.Kind).Select(k => string.Join(',', k.Happened.Select(h => h.What))));
        Assert.Equal(2, Told(second).Count);
    }

    [Fact]
    public async Task What_passed_by_itself_and_what_waits_for_the_digest_are_known_after_a_restart()
    {
        using var first = new ApiSite(shop.Database);
        // Waits 185 s at 17:00:00, over the 180, and is answered before it held for 20 s.
        await Send(first, Said("16:56:55", "buyer", "有货吗", "dan", "思远"));
        await Looked(first);
        first.Clock.Pass(TimeSpan.FromSeconds(1));
        await Send(first, Said("17:00:00", "agent", "有的", "dan", "思远"));
        await Until(() => Passed(first) == 1 ? "one" : null);
        // Risk words: the first is told in the first digest, the second waits for the next.
        await Send(first, Said("16:58:00", "buyer", "我要投诉"));
        await Until(() => Told(first).FirstOrDefault());
        await Send(first, Said("16:58:10", "buyer", "给差评", "bea", "思远"));
        await Until(() => Kept(first) is { Count: 2 } all ? all : null);
        await Looked(first);

        using var second = new ApiSite(first.Database);
        await Looked(second);
        Assert.Equal(1, Passed(second));
        // The window of ten minutes is the first server's: the digest of the second begins when it is over, with what waits alone.
        Assert.Single(Told(second));
        second.Clock.Pass(TimeSpan.FromSeconds(300));
        await Looked(second);
        Assert.Single(Told(second));
        second.Clock.Pass(TimeSpan.FromSeconds(299));
        await Looked(second);
        second.Clock.Pass(TimeSpan.FromSeconds(2));
        await Until(() => Told(second).Concat(ToldTo(second, "boss")).FirstOrDefault(n => n.Kind == WarningTold.DigestKind && n.Words["ids"] == "2"));
    }

    public void Dispose() => shop.Dispose();

    private static Engine.Records.Instant Now(ApiSite site) => new(site.Clock.GetUtcNow().ToUnixTimeSeconds());
    private static IReadOnlyList<KeptMatter<WarningHappening>> Kept(ApiSite site) => site.Database.Matters(WarningMatters.Kind).All;
    private static List<Notice> Told(ApiSite site) => ToldTo(site, "陈静");
    private static List<Notice> ToldTo(ApiSite site, string who) => [.. site.Database.Notices.Of(who, 50).Select(n => n.Notice).Where(n => n.Kind.StartsWith("warning", StringComparison.Ordinal))];
    private static int Passed(ApiSite site) => site.App.Services.GetRequiredService<WarningBook>().Passed(Counter.Shop).Values.Sum();

    /// <summary>Long enough for a fold and two looks.</summary>
    private static Task Looked(ApiSite site) => site.App.Lifetime.ApplicationStopping.IsCancellationRequested ? throw new InvalidOperationException("the server has ended") : Task.Delay(2500);

    /// <summary>As a server leaves it that acknowledged and died.</summary>
    private void Leave(string lines) => shop.Database.Ingest.Append([new(0, IngestFormats.Messages, "a program", shop.Clock.GetUtcNow().ToUnixTimeSeconds() * 1_000_000, lines.Count(c => c == '\n'), Encoding.UTF8.GetBytes(lines))]);
}
