using System.Net;
using System.Text;
using Dapper;
using Heng.App.Features.Live;
using Heng.App.Features.People;
using Heng.App.Tests.Api;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Store;
using Heng.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static Heng.App.Tests.Live.SendingSite;

namespace Heng.App.Tests.Live;

/// <summary>A sending that its import can not take: kept, told of, tried again, and in nobody's way.</summary>
public sealed class SetAsideTests
{
    private static readonly long Received = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() * 1_000_000;

    private static IngestBatch Batch(string payload, string format = IngestFormats.Messages, int second = 0) => new(0, format, "a program", Received + second * 1_000_000L, payload.Count(c => c == '\n'), Encoding.UTF8.GetBytes(payload));

    /// <summary>A message of a second of its own, of a buyer.</summary>
    private static string Said(int n, string? buyer = null) => Line($"16:00:{n:00}", "buyer", $"第{n}句", $"m{n}", buyer ?? $"b{n}");

    private static Absorbing Absorbing(Counter shop, LiveBook book) => new(shop.Database, shop.Data, TimeProvider.System, book, NullLogger<Absorbing>.Instance);

    private static IReadOnlyList<string> Kept(Counter shop) => [.. shop.Database.Days.LoadMessages(shop.Database.Shops.Find(Counter.Shop)!.Id, Today).Select(m => m.PlatformId!)];

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void What_came_torn_or_of_no_format_is_set_aside_with_its_reason_and_the_others_go_on(DatabaseEngine engine)
    {
        using var shop = new Counter(engine);
        shop.Import(shop.File("people.csv", SendingSite.People));
        using var book = new LiveBook(shop.Database, TimeProvider.System);
        var absorbing = Absorbing(shop, book);
        // Twelve sendings of one message: the fourth was torn in its middle, the seventh is of a format that nobody knows.
        var sent = shop.Database.Ingest.Append([.. Enumerable.Range(1, 12).Select(n => n == 4 ? Batch(Said(n)[..40] + "\n", second: n) : n == 7 ? Batch(Said(n), "party", n) : Batch(Said(n), second: n))]);
        Assert.Equal(10, absorbing.Run());
        Assert.Equal(["m1", "m2", "m3", "m5", "m6", "m8", "m9", "m10", "m11", "m12"], Kept(shop));
        var aside = shop.Database.Ingest.Aside;
        Assert.Equal([(sent[3].Id, "header-incomplete"), (sent[6].Id, "import-failed")], aside.Select(a => (a.Id, a.Code)));
        Assert.Contains("party", aside[1].Words, StringComparison.Ordinal);
        Assert.Equal((0L, 0L), (shop.Database.Ingest.Lines, shop.Database.Ingest.Last));

        // Later ones come in alone, and what is set aside is as it came.
        shop.Database.Ingest.Append([Batch(Said(13), second: 13)]);
        Assert.Equal(1, absorbing.Run());
        Assert.Equal(2, shop.Database.Ingest.AsideCount);
        Assert.Equal(2, shop.Database.Ingest.TryAgain());
        Assert.Equal([sent[3].Payload, sent[6].Payload], shop.Database.Ingest.Waiting.Select(b => b.Payload));
        Assert.Equal(0, absorbing.Run());
        Assert.Equal(2, shop.Database.Ingest.AsideCount);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void What_the_database_would_not_take_is_taken_when_it_is_tried_again(DatabaseEngine engine)
    {
        using var shop = new Counter(engine);
        shop.Import(shop.File("people.csv", SendingSite.People));
        using var book = new LiveBook(shop.Database, TimeProvider.System);
        using var connection = shop.Database.Connect();
        connection.Execute(engine == DatabaseEngine.Sqlite ? "CREATE TRIGGER no_ogres BEFORE INSERT ON buyer WHEN NEW.name = 'ogre' BEGIN SELECT RAISE(ABORT, 'no ogres here'); END" : "ALTER TABLE buyer ADD CONSTRAINT no_ogres CHECK (name <> 'ogre')");
        // Three hundred, so that what failed is looked for through several steps; the 200th is the ogre's.
        shop.Database.Ingest.Append([.. Enumerable.Range(0, 300).Select(n => Batch(Said(n % 60, n == 200 ? "ogre" : $"b{n}").Replace("\"m", $"\"{n}m", StringComparison.Ordinal)))]);
        Assert.Equal(299, Absorbing(shop, book).Run());
        Assert.Equal("import-failed", Assert.Single(shop.Database.Ingest.Aside).Code);
        Assert.Contains("ogres", shop.Database.Ingest.Aside[0].Words, StringComparison.Ordinal);
        Assert.Equal(299, Kept(shop).Count);

        connection.Execute(engine == DatabaseEngine.Sqlite ? "DROP TRIGGER no_ogres" : "ALTER TABLE buyer DROP CONSTRAINT no_ogres");
        // The same build leaves it where it is until somebody asks; another build asks by itself.
        Assert.Equal(0, Absorbing(shop, book).Run());
        Assert.Equal(0, shop.Database.Ingest.TryAgain(exceptOf: Features.Live.Absorbing.Build));
        connection.Execute("UPDATE ingest_batch SET aside_build = 'an older one'");
        Assert.Equal(1, Absorbing(shop, book).Run());
        Assert.Equal(0, shop.Database.Ingest.AsideCount);
        Assert.Equal(300, Kept(shop).Count);
    }

    [Fact]
    public async Task Whoever_imports_is_told_and_so_are_those_who_watch_the_program()
    {
        using var site = new SendingSite();
        site.Site.Accounts.Add("hr", Role.Hr, null, null, null);
        site.Site.Accounts.Add("auditor", Role.Auditor, null, null, null);
        var watch = site.Site.Key("manager", "read:running");
        async Task<double> Gauge(string name) => PrometheusText.Read((await site.Site.Get(watch, "/api/v1/running")).Text).Single(f => f.Name == name).Samples.Single().Value;
        Assert.Equal((0d, 0d), (await Gauge("heng_ingest_set_aside"), await Gauge("heng_ingest_failing")));

        // The server's own first look is over.
        await SendingSite.Until(() => site.Absorbing.HasBegun);
        site.Site.Database.Ingest.Append([Batch(Said(1), "party"), Batch(Said(2))]);
        Assert.Equal(1, site.Absorbing.Run());
        var ready = await site.Site.Get(null, "/readyz");
        Assert.Equal((HttpStatusCode.OK, "degraded", "degraded", "sendings-set-aside"), (ready.Status, ready.Json["status"]!.GetValue<string>(), ready.Json["checks"]!["sent"]!.GetValue<string>(), ready.Json["codes"]![0]!.GetValue<string>()));
        Assert.Equal((1d, 0d), (await Gauge("heng_ingest_set_aside"), await Gauge("heng_ingest_failing")));
        foreach (var who in new[] { "manager", "hr" }) Assert.Equal("1", site.Site.Database.Notices.Of(who, 10).Single(n => n.Notice.Kind == AsideTold.Kind).Notice.Words["count"]);
        Assert.DoesNotContain(site.Site.Database.Notices.Of("auditor", 10), n => n.Notice.Kind == AsideTold.Kind);
    }

    [Fact]
    public async Task What_is_the_machines_trouble_sets_nothing_aside_and_is_said_until_it_has_passed()
    {
        using var site = new SendingSite();
        await site.Send("messages", Said(1));
        var place = Path.Combine(site.Site.Folder, "ingest");
        if (Directory.Exists(place)) Directory.Delete(place, recursive: true);
        await File.WriteAllTextAsync(place, "a file where the folder should be");
        Assert.ThrowsAny<IOException>(() => site.Absorbing.Run());
        Assert.Equal((0L, 1L), (site.Site.Database.Ingest.AsideCount, site.Site.Database.Ingest.Lines));
        var ready = await site.Site.Get(null, "/readyz");
        Assert.Equal((HttpStatusCode.OK, "import-failing"), (ready.Status, ready.Json["codes"]![0]!.GetValue<string>()));
        File.Delete(place);
        Assert.Equal(1, site.Absorbing.Run());
        Assert.Equal("healthy", (await site.Site.Get(null, "/readyz")).Json["status"]!.GetValue<string>());
    }
}
