using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Heng.App.Features.People;
using Heng.App.Features.Webhooks;
using Heng.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.App.Tests.Api;

/// <summary>Events posted to a program that listens on this machine: signed, once each, tried again, and given up.</summary>
public sealed class WebhookTests : IAsyncLifetime, IDisposable
{
    private static readonly Viewer Operator = new("operator", Role.Operator, null, null), Manager = new("manager", Role.Manager, null, null);
    private readonly ApiSite site = new();
    private readonly List<(string Signature, string Id, string Body)> heard = [];
    private readonly Queue<int> answers = new();
    private WebApplication listener = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        listener = builder.Build();
        listener.MapPost("/hook", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            heard.Add((context.Request.Headers["Heng-Signature"].ToString(), context.Request.Headers["Heng-Event-Id"].ToString(), await reader.ReadToEndAsync()));
            var status = answers.TryDequeue(out var next) ? next : 204;
            if (status == 302) context.Response.Headers.Location = "/hook";
            return Results.StatusCode(status);
        });
        await listener.StartAsync();
    }

    private string Address => listener.Urls.First() + "/hook";
    private WebhookDeeds Deeds => site.App.Services.GetRequiredService<WebhookDeeds>();
    private WebhookEvents Events => site.App.Services.GetRequiredService<WebhookEvents>();
    /// <summary>The moment between tries at once is a real one; all else is the clock's.</summary>
    private WebhookSending Sending => new(site.Database, Events, site.App.Services.GetRequiredService<WebhookSafe>(), site.App.Services.GetRequiredService<WebhookPost>(), site.Clock,
        Microsoft.Extensions.Logging.Abstractions.NullLogger<WebhookSending>.Instance, TimeSpan.FromMilliseconds(5));

    /// <summary>As the warning of that number does when it is kept.</summary>
    private void Raise(int number) => site.Database.Decisions.Append(new(site.Clock.GetUtcNow().ToUnixTimeSeconds()), "", "warning-raised", FormattableString.Invariant($"warning/{number}"), "");

    private (Webhook Hook, string Secret) Add(params string[] kinds)
    {
        var (hook, secret, refused) = Deeds.Add(new("test", Address, kinds, Private: true), Operator);
        Assert.Null(refused);
        return (hook!, secret!);
    }

    [Fact]
    public async Task The_log_goes_back_to_the_first_event_page_by_page()
    {
        Add("warning-raised");
        for (var i = 1; i <= 2 * WebhooksView.PageSize + 5; i++) Raise(i);
        for (var i = 0; i < 4; i++) await Sending.Round();
        var query = new WebhooksQuery(site.Database, Deeds, _ => Manager);
        async Task<WebhooksView> Page(int page) => (await query.For(null, page, null!)).View!;
        // 105 events, the newest first: 50, 50 and 5; a page beyond the last is the last.
        Assert.Equal((105, 50, "warning/105"), ((await Page(1)).Total, (await Page(1)).Log.Count, (await Page(1)).Log[0].Subject));
        Assert.Equal(("warning/55", "warning/6"), ((await Page(2)).Log[0].Subject, (await Page(2)).Log[^1].Subject));
        Assert.Equal((5, 3, "warning/1"), ((await Page(9)).Log.Count, (await Page(9)).Page, (await Page(9)).Log[^1].Subject));
    }

    [Fact]
    public async Task An_event_arrives_signed_over_the_moment_and_the_body_and_says_no_more_than_its_number()
    {
        var (_, secret) = Add("month-closed", "payslips-sealed");
        site.Database.Decisions.Append(new(site.Clock.GetUtcNow().ToUnixTimeSeconds()), "王雨桐", "month-closed", "month/2026-10", "net 123456.78 王雨桐");
        await Sending.Round();
        await Sending.Round(); // nothing is posted twice
        Assert.Equal(["month-closed", "payslips-sealed"], heard.Select(h => JsonNode.Parse(h.Body)!["kind"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        foreach (var (signature, id, body) in heard)
        {
            var parts = signature.Split(',').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
            // By hand: HMAC-SHA256 of "t.body" with the secret as it was told.
            Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{body}"))), parts["v1"]);
            Assert.Equal(site.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), parts["t"]);
            Assert.Equal(["id", "kind", "subject", "at"], JsonNode.Parse(body)!.AsObject().Select(f => f.Key));
            Assert.Equal((id, "month/2026-10"), (JsonNode.Parse(body)!["id"]!.GetValue<string>(), JsonNode.Parse(body)!["subject"]!.GetValue<string>()));
            Assert.DoesNotContain("王雨桐", body, StringComparison.Ordinal);
            Assert.DoesNotContain("123456", body, StringComparison.Ordinal);
        }
        Assert.Equal(2, heard.Select(h => h.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_is_not_taken_is_tried_again_under_the_same_id_until_it_is()
    {
        var (hook, _) = Add("warning-raised");
        foreach (var status in new[] { 500, 302, 404, 204 }) answers.Enqueue(status);
        Raise(1);
        await Sending.Round();
        // Three at once, a redirect among them that nobody followed; the fourth waits for its minute.
        Assert.Equal(3, heard.Count);
        await Sending.Round();
        Assert.Equal(3, heard.Count);
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        await Sending.Round();
        Assert.Equal(["evt-1", "evt-1", "evt-1", "evt-1"], heard.Select(h => h.Id));
        Assert.Equal(["HTTP 500", "HTTP 302", "HTTP 404", "HTTP 204"], site.Database.WebhookDeliveries.TriesOf(hook.Id, 1).Select(t => t.Answer));
        Assert.Equal((MessageState.Sent, null), (site.Database.WebhookDeliveries.Latest(1).Single().State, site.Database.Webhooks.All.Single().FailingSince));
        Assert.Null(Deeds.Redeliver(hook.Id, 1, Manager));
        await Sending.Round();
        Assert.Equal("evt-1", heard[^1].Id);
        Assert.Equal(5, heard.Count);
    }

    [Fact]
    public async Task A_hook_to_which_nothing_arrives_for_five_days_is_disabled_and_the_manager_told()
    {
        Add("warning-raised");
        for (var i = 0; i < 1000; i++) answers.Enqueue(503);
        Raise(0);
        await Sending.Round();
        site.Clock.Pass(TimeSpan.FromDays(5) - TimeSpan.FromHours(1));
        Raise(1);
        await Sending.Round();
        Assert.Equal(WebhookState.Active, site.Database.Webhooks.All.Single().State);
        site.Clock.Pass(TimeSpan.FromHours(1));
        await Sending.Round();
        Assert.Equal(WebhookState.Disabled, site.Database.Webhooks.All.Single().State);
        Assert.Equal("webhook-disabled", site.Database.Notices.Of("manager", 10).Single().Notice.Kind);
        var count = heard.Count;
        site.Clock.Pass(TimeSpan.FromDays(1));
        await Sending.Round();
        Assert.Equal(count, heard.Count);
    }

    [Fact]
    public void Only_open_addresses_are_taken_and_those_of_the_house_from_the_operator_alone()
    {
        string? Refused(string address, Viewer by, bool house = false) => Deeds.Add(new("x", address, ["import-done"], house), by).Refused?.Name;
        foreach (var wrong in new[] { "http://example.com/", "https://127.0.0.1/", "https://10.1.2.3/", "https://169.254.169.254/latest", "https://[::1]/", "https://[::ffff:10.0.0.1]/", "https://[fd00::1]/", "https://user@example.com/", "https://example.com/#x", "ftp://example.com/", "x", "https://" + new string('a', 300) })
            Assert.Equal("address-not-allowed", Refused(wrong, Manager));
        Assert.Null(Refused("https://example.com/hook", Manager));
        Assert.Equal("role-may-not", Refused("http://10.1.2.3/", Manager, house: true));
        Assert.Null(Refused("http://10.1.2.3/", Operator, house: true));
        foreach (var role in Enum.GetValues<Role>().Except([Role.Manager, Role.Administrator, Role.Operator])) Assert.Equal("role-may-not", Refused("https://example.com/", Manager with { Role = role }));
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.0", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.0", true)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("fe80::1", false)]
    [InlineData("::ffff:192.168.0.1", false)]
    [InlineData("2002:0a00:0001::", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void An_address_is_of_the_open_network_or_not(string address, bool open) => Assert.Equal(open, WebhookPlaces.IsOpen(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_into_the_house_is_not_connected_to()
    {
        using var post = new WebhookPost(site.Clock);
        var answer = await post.Post(new($"http://localhost:{new Uri(Address).Port}/hook"), privateAllowed: false, "s", new(1, "import-done", "x", "import/1", new(0)), default);
        Assert.Equal("not reached", answer.Answer);
        Assert.Empty(heard);
    }

    public async Task DisposeAsync() => await listener.DisposeAsync();

    public void Dispose() => site.Dispose();
}
