using System.Net;
using System.Net.Http.Headers;

namespace Heng.App.Tests.Api;

/// <summary>How an address is asked: by which method, and with which parameters.</summary>
public sealed class MethodTests : IDisposable
{
    private readonly ApiSite site = new();

    private async Task<Answer> Ask(HttpMethod method, string address, string? key)
    {
        using var client = new HttpClient { BaseAddress = new(site.Url) };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        using var answer = await client.SendAsync(request);
        return await Answer.Of(answer);
    }

    [Fact]
    public async Task HEAD_answers_as_GET_does_without_the_body()
    {
        var key = site.Key("manager", "read:metrics", "read:audit");
        foreach (var address in new[] { "/api/v1/me", "/api/v1/months", "/api/v1/decisions", "/api/v1/openapi.json", "/api/v1/pay?month=2026-10", "/api/v1/nothing" })
        {
            var (get, head) = (await Ask(HttpMethod.Get, address, key), await Ask(HttpMethod.Head, address, key));
            Assert.Equal((get.Status, get.Type, get.Headers["ETag"].FirstOrDefault(), ""), (head.Status, head.Type, head.Headers["ETag"].FirstOrDefault(), head.Text));
        }
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(HttpMethod.Head, "/api/v1/me", null)).Status);
    }

    [Fact]
    public async Task An_address_asked_by_another_method_says_by_which_it_is_asked()
    {
        var key = site.Key("manager", "read:metrics", "ingest:messages");
        foreach (var (method, address, allow) in new[] { (HttpMethod.Post, "/api/v1/months", "GET, HEAD"), (HttpMethod.Delete, "/api/v1/me", "GET, HEAD"), (HttpMethod.Get, "/api/v1/messages", "POST"), (HttpMethod.Head, "/api/v1/orders", "GET, HEAD, POST") })
        {
            var answer = await Ask(method, address, key);
            if (method == HttpMethod.Head)
            {
                // Orders are sent and read at one address: this key may not read them.
                Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
                continue;
            }
            Assert.Equal((HttpStatusCode.MethodNotAllowed, "method-unknown", allow), (answer.Status, answer.Code, string.Join(", ", answer.Headers["Allow"].SelectMany(a => a.Split(", ")).Order(StringComparer.Ordinal))));
        }
        Assert.Equal((HttpStatusCode.NotFound, "not-there"), ((await Ask(HttpMethod.Post, "/api/v1/nothing", key)).Status, (await Ask(HttpMethod.Post, "/api/nothing", key)).Code));
    }

    [Fact]
    public async Task A_parameter_that_me_does_not_know_is_said() =>
        Assert.Equal((HttpStatusCode.BadRequest, "parameter-unknown"), ((await site.Get(site.Key("manager", "read:metrics"), "/api/v1/me?shop=x")).Status, (await site.Get(site.Key("manager", "read:metrics"), "/api/v1/me?shop=x")).Code));

    [Fact]
    public async Task Days_that_do_not_fit_and_cursors_that_are_none_are_bad_requests()
    {
        var key = site.Key("manager", "read:metrics");
        foreach (var (address, code) in new[]
        {
            ("/api/v1/receptions?month=2026-10&day=2026-10-09&until=2026-10-08", "days-unreadable"), ("/api/v1/receptions?month=2026-10&until=2026-10-08", "days-unreadable"),
            ("/api/v1/receptions?month=2026-10&day=2026-09-30", "days-unreadable"), ("/api/v1/receptions?month=2026-10&cursor=abc", "cursor-over"), ("/api/v1/receptions?month=2026-10&cursor=bm9uZQ", "cursor-over"),
            ("/api/v1/metrics?from=2026-10-09&to=2026-10-08", "period-missing"),
        })
        {
            var answer = await site.Get(key, address);
            Assert.True((HttpStatusCode.BadRequest, code) == (answer.Status, answer.Code), $"{address}: {answer.Text}");
        }
        Assert.Equal(HttpStatusCode.OK, (await site.Get(key, "/api/v1/receptions?month=2026-10&day=2026-10-08&until=2026-10-08")).Status);
    }

    [Fact]
    public void A_key_until_the_last_day_there_is_has_no_end()
    {
        Assert.Null(site.Make("manager", ["read:metrics"], until: "9999-12-31").Key!.ExpiresAt);
        // The day before that ends with the last second of the 30th.
        Assert.Equal(site.Make("manager", ["read:metrics"], until: "9999-12-30").Key!.ExpiresAt, Engine.Records.ShopClock.Shanghai.StartOf(new(9999, 12, 31)));
    }

    public void Dispose() => site.Dispose();
}
