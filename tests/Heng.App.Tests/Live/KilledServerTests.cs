using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Heng.App.CommandLine;
using Heng.App.Features.Api;
using Heng.App.Features.ApiKeys;
using Heng.App.Features.Importing;
using Heng.App.Features.Live;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Tests.Importing;
using Heng.Engine.Records;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heng.App.Tests.Live;

/// <summary>A server that is killed under load, and again, and again.</summary>
public sealed class KilledServerTests
{
    private static int Times => Environment.GetEnvironmentVariable("HENG_TEST_ALL") == "1" ? 20 : 2;
    private const int Senders = 3, LinesAtOnce = 25;

    [Fact]
    public async Task Every_acknowledged_message_is_there_once_live_and_after_the_import()
    {
        using var counter = new Counter();
        counter.Import(counter.File("people.csv", SendingSite.People));
        new Accounts(counter.Database, TimeProvider.System).Add("manager", Role.Manager, null, null, null);
        var key = new KeyDeeds(counter.Database, TimeProvider.System).Make(new("load", "manager", [ApiScope.IngestMessages.Name], "", "60000"), new("manager", Role.Manager, null, null)).Text!;
        var acknowledged = new ConcurrentBag<string>();
        for (var time = 0; time < Times; time++)
        {
            var url = $"http://127.0.0.1:{FreePort()}";
            using var server = Started(counter, url);
            using var stop = new CancellationTokenSource();
            var run = time;
            var senders = Enumerable.Range(0, Senders).Select(s => Load(url, key, $"{run}-{s}", acknowledged, stop.Token)).ToList();
            var before = acknowledged.Count;
            while (acknowledged.Count < before + Senders * LinesAtOnce * 4)
            {
                Assert.False(server.HasExited, "the server ended by itself");
                await Task.Delay(20, CancellationToken.None);
            }
            // At another moment of its work each time.
            await Task.Delay(37 * time % 400, CancellationToken.None);
            server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
            await stop.CancelAsync();
            await Task.WhenAll(senders);
        }
        Assert.True(acknowledged.Count >= Times * Senders * LinesAtOnce * 4);

        using var book = new LiveBook(counter.Database, TimeProvider.System);
        var shop = book.Of(Counter.Shop)!;
        var live = shop.Ask((_, messages, _, _) => messages.Count);
        new Absorbing(counter.Database, counter.Data, TimeProvider.System, book, NullLogger<Absorbing>.Instance).Run();
        var kept = counter.Database.Days.All(shop.Shop.Id).SelectMany(d => counter.Database.Days.LoadMessages(shop.Shop.Id, d.Day)).Select(m => m.PlatformId!).ToList();
        Assert.Equal(kept.Count, kept.Distinct().Count());
        Assert.Empty(acknowledged.Except(kept));
        // Messages of a run over midnight are of two days, of which the board shows the second.
        Assert.InRange(live, counter.Database.Days.Load(shop.Shop.Id, shop.Day, withText: false)!.Count, kept.Count);
        Assert.Equal(0, counter.Database.Ingest.Lines);
        using var again = new ImportRun(counter.Database, counter.Data, TimeProvider.System);
        Assert.All(counter.Database.Imports.All(), i => Assert.NotEqual("running", i.State));
    }

    private static Process Started(Counter counter, string url) => Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(RootCommandLine).Assembly.Location, .. counter.Arguments("serve", "--urls", url)])
    {
        RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

    /// <summary>Sends until told to stop; what was answered for is noted, and nothing else.</summary>
    private static async Task Load(string url, string key, string name, ConcurrentBag<string> acknowledged, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = new(url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var ids = Enumerable.Range(0, LinesAtOnce).Select(i => string.Create(CultureInfo.InvariantCulture, $"m{name}-{n}-{i}")).ToList();
            try
            {
                using var content = new StringContent(string.Concat(ids.Select((id, i) => Line(id, i))), Encoding.UTF8, "application/x-ndjson");
                using var answer = await client.PostAsync(new Uri("/api/v1/messages", UriKind.Relative), content, stop);
                if (answer.StatusCode != HttpStatusCode.OK) continue;
                foreach (var id in ids) acknowledged.Add(id);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    private static string Line(string id, int i) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"shop":"{{Counter.Shop}}","buyer":"b{{i}}","account":"小店:小雨","at":"{{ShopClock.Shanghai.ToLocal(new(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds())):yyyy-MM-dd HH:mm:ss}}","from":"{{(i % 2 == 0 ? "buyer" : "agent")}}","text":"第 {{i}} 句","id":"{{id}}"}""") + "\n";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
