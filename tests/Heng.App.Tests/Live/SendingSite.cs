using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Heng.App.Features.Api;
using Heng.App.Features.Board;
using Heng.App.Features.Live;
using Heng.App.Tests.Api;
using Heng.App.Tests.Importing;
using Heng.Engine.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.App.Tests.Live;

/// <summary>A shop on the afternoon of Monday, 2 November 2026, and a program that sends what is said there: 小雨 and 小雪 of 一组 at the accounts 小店:小雨 and 小店:小雪.</summary>
internal sealed class SendingSite : IDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 2);
    public const string People = "name,accounts,group,position,base_pay,from\n小雨,小店:小雨,一组,front-line,4000,2026-01-01\n小雪,小店:小雪,一组,front-line,4000,2026-01-01\n";
    private readonly Counter counter = new();

    public SendingSite(Action<Counter>? before = null)
    {
        counter.Import(counter.File("people.csv", People));
        before?.Invoke(counter);
        Site = new(counter.Database);
        Key = Site.Key("manager", ApiScope.IngestMessages.Name, ApiScope.IngestOrders.Name, ApiScope.IngestEvents.Name);
    }

    public ApiSite Site { get; }
    public string Key { get; }
    public LiveBook Book => Site.App.Services.GetRequiredService<LiveBook>();
    public Absorbing Absorbing => Site.App.Services.GetRequiredService<Absorbing>();
    public LiveShop Shop => Book.Of(Counter.Shop)!;
    public BoardQuery Board => Site.App.Services.GetRequiredService<BoardQuery>();

    public static string Line(string at, string from, string text, string id = "", string buyer = "ann", string account = "小店:小雨", string more = "") => string.Create(CultureInfo.InvariantCulture,
        $$"""{"shop":"{{Counter.Shop}}","buyer":"{{buyer}}","account":"{{account}}","at":"2026-11-02 {{at}}","from":"{{from}}","text":"{{text}}"{{(id.Length > 0 ? $",\"id\":\"{id}\"" : "")}}{{more}}}""") + "\n";

    public async Task<Answer> Send(string address, string body, string? key = null, string type = "application/x-ndjson", bool gzip = false)
    {
        using var client = new HttpClient { BaseAddress = new(Site.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key ?? Key);
        var bytes = Encoding.UTF8.GetBytes(body);
        using var content = new ByteArrayContent(gzip ? Zipped(bytes) : bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (gzip) content.Headers.ContentEncoding.Add("gzip");
        using var answer = await client.PostAsync(new Uri("/api/v1/" + address, UriKind.Relative), content);
        return await Answer.Of(answer);
    }

    /// <summary>As a program of 小店 sends it, by the name behind the shop's.</summary>
    public static string Said(string at, string from, string text, string buyer = "ann", string account = "雨桐") => Line(at, from, text, buyer: buyer, account: $"{Counter.Shop}:{account}");

    /// <summary>Sends to any site, which takes it.</summary>
    public static async Task Send(ApiSite site, string lines, string what = "messages", string? key = null)
    {
        using var client = new HttpClient { BaseAddress = new(site.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key ?? site.Key("manager", ApiScope.IngestMessages.Name, ApiScope.IngestEvents.Name));
        using var content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync(new Uri("/api/v1/" + what, UriKind.Relative), content);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }

    public static async Task Until(Func<bool> holds) => await Until(() => holds() ? "it does" : null);

    public static async Task<T> Until<T>(Func<T?> there) where T : class
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (there() is { } found) return found;
            await Task.Delay(50);
        }
        throw new TimeoutException("it did not come within half a minute");
    }

    /// <summary>Lines, accepted, duplicate, rejected and dropped.</summary>
    public async Task<(int, int, int, int, int)> Sent(string address, string body)
    {
        var answer = await Send(address, body);
        int Of(string name) => answer.Json[name]!.GetValue<int>();
        return (Of("lines"), Of("accepted"), Of("duplicate"), Of("rejected"), Of("dropped"));
    }

    /// <summary>What the board says of all that was sent so far.</summary>
    public BoardNow Now(BoardScope scope)
    {
        Shop.Tick(Book.Now);
        return Board.Now(Shop, scope);
    }

    public BoardRows Rows(BoardScope scope)
    {
        Shop.Tick(Book.Now);
        return Board.Rows(Shop, scope);
    }

    /// <summary>Who waits now, by agent, and since when.</summary>
    public IReadOnlyList<(string Agent, string Since)> Waiting()
    {
        Shop.Tick(Book.Now);
        return Shop.Ask((day, _, roster, _) => day.WaitingAt(Shop.Clock.SecondOfDay(Book.Now)).Where(w => !w.Courtesy)
            .Select(w => (roster.NameOf(w.Agent) ?? "", ShopClock.Shanghai.ToLocal(Shop.Clock.StartOf(Today).Plus(w.Since)).ToString("HH:mm:ss", CultureInfo.InvariantCulture))).ToList());
    }

    public IReadOnlyList<string> Kept => Site.Database.Shops.Find(Counter.Shop) is { } shop ? [.. Site.Database.Days.LoadMessages(shop.Id, Today).Select(m => $"{m.From} {m.Text}")] : [];

    public void Dispose()
    {
        Site.Dispose();
        counter.Dispose();
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Fastest)) gzip.Write(bytes);
        return into.ToArray();
    }
}
