using System.Net;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Api;
using Heng.App.Features.Api.Reading;
using Heng.App.Features.People;
using Heng.App.Tests.CommandLine;
using Heng.App.Tests.Queries;

namespace Heng.App.Tests.Api;

/// <summary>Reading by a key: the same as the command line says, and no more than the account behind the key sees.</summary>
[Collection(DrilledShopGroup.Name)]
public sealed class ReadTests : IDisposable
{
    private readonly DrilledShop shop;
    private readonly ApiSite site;

    public ReadTests(DrilledShop shop)
    {
        this.shop = shop;
        site = new(shop.Database);
        foreach (var (name, role, person) in new[] { ("ann", Role.Agent, shop.Ann.Name), ("leader", Role.Leader, shop.AsLeader(shop.Ann).Person), ("qa", Role.Qa, null), ("hr", Role.Hr, null) })
            site.Accounts.Add(name, role, person is null ? null : site.Database.People.Roster.Find(person)!.Id, null, null, CommandContext.KeyHash(name));
    }

    private static string[] Scopes(params string[] without) => [.. ApiScope.All.Select(s => s.Name).Where(s => s.StartsWith("read:", StringComparison.Ordinal)).Except(without)];
    private string Key(string account) => site.Key(account, [.. ApiScope.All.Where(s => s.Name.StartsWith("read:", StringComparison.Ordinal) && s.Allows(Viewers.Of(site.Database, site.Accounts.Find(account)!))).Select(s => s.Name)]);

    [Theory]
    [InlineData("/metrics?month=2026-10&metric=consulted,satisfaction", "metrics --month 2026-10 --metric consulted,satisfaction")]
    [InlineData("/metrics?from=2026-10-01&to=2026-10-03&by=day", "metrics --from 2026-10-01 --to 2026-10-03 --by day")]
    [InlineData("/orders?month=2026-10", "orders --month 2026-10")]
    [InlineData("/score?month=2026-10", "score --month 2026-10")]
    [InlineData("/pay?month=2026-10", "pay --month 2026-10")]
    [InlineData("/receptions?month=2026-10&day=2026-10-05", "receptions --month 2026-10 --day 2026-10-05 --limit 500")]
    [InlineData("/months", "months")]
    [InlineData("/findings?month=2026-10", "qa --month 2026-10")]
    [InlineData("/warnings", "warnings --limit 500")]
    [InlineData("/inspections?month=2026-10", "qa inspections --month 2026-10")]
    [InlineData("/run?month=2026-10", "run show --month 2026-10")]
    [InlineData("/leavers?month=2026-10", "run leaver show --month 2026-10")]
    [InlineData("/deadlines", "deadlines")]
    [InlineData("/notices", "notices list")]
    [InlineData("/report?month=2026-10", "report --month 2026-10")]
    [InlineData("/measures?month=2026-10", "measures --month 2026-10")]
    [InlineData("/raters?month=2026-10", "raters --month 2026-10")]
    [InlineData("/pools?month=2026-10", "pool show --month 2026-10")]
    [InlineData("/funds", "fund list")]
    [InlineData("/guard?month=2026-10", "guard list --month 2026-10")]
    [InlineData("/unmatched?month=2026-10", "unmatched --month 2026-10")]
    [InlineData("/quality-rules", "qa rules list")]
    public async Task The_interface_says_what_the_command_line_says_to_everybody(string address, string command)
    {
        foreach (var account in new[] { "ann", "leader", "hr", "qa" })
        {
            var said = Ran.Json(site.Folder, [.. command.Split(' '), "--as", account, "--key-file", DemoFixture.KeyFile(site.Folder, account, account)]);
            var answer = await site.Get(Key(account), "/api/v1" + address);
            if (said.Code == Exit.Done)
            {
                var rows = JsonNode.Parse(said.Out) is JsonArray all ? new JsonArray([.. all.Take(Paged.Usual).Select(r => r!.DeepClone())]) : JsonNode.Parse(said.Out)!;
                Assert.True(answer.Status == HttpStatusCode.OK && JsonNode.DeepEquals(rows, answer.Json), $"{account} {address}: {(int)answer.Status}\n{answer.Text[..Math.Min(400, answer.Text.Length)]}\n{rows.ToJsonString()[..Math.Min(400, rows.ToJsonString().Length)]}");
            }
            else
            {
                Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
                Assert.Contains(answer.Code, new[] { said.Refusal, "scope-missing" });
            }
        }
    }

    [Fact]
    public async Task An_agents_key_sees_the_agent_alone_and_a_leaders_the_group()
    {
        async Task<string[]> People(string account) => [.. (await site.Get(Key(account), "/api/v1/score?month=2026-10")).Rows.Select(r => r!["agent"]!.GetValue<string>()).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal([shop.Ann.Name], await People("ann"));
        var group = await People("leader");
        Assert.Contains(shop.Ann.Name, group);
        Assert.DoesNotContain(shop.Other.Name, group);
        Assert.Contains(shop.Other.Name, await People("hr"));
        foreach (var (who, status) in new[] { (shop.Ann.Name, HttpStatusCode.OK), (shop.Other.Name, HttpStatusCode.NotFound) })
            Assert.Equal(status, (await site.Get(Key("ann"), $"/api/v1/explain?month=2026-10&agent={Uri.EscapeDataString(who)}&metric=consulted")).Status);
    }

    [Fact]
    public async Task Pay_is_for_who_may_and_for_keys_that_have_its_scope()
    {
        Assert.Equal([shop.Ann.Name], (await site.Get(Key("ann"), "/api/v1/pay?month=2026-10")).Rows.Select(r => r!["agent"]!.GetValue<string>()));
        Assert.True((await site.Get(Key("hr"), "/api/v1/pay?month=2026-10")).Rows.Count > 1);
        var without = site.Key("hr", Scopes("read:pay"));
        foreach (var address in new[] { "/api/v1/pay?month=2026-10", $"/api/v1/explain?month=2026-10&agent={Uri.EscapeDataString(shop.Ann.Name)}&line=net" })
        {
            var answer = await site.Get(without, address);
            Assert.Equal((HttpStatusCode.Forbidden, "scope-missing", "read:pay"), (answer.Status, answer.Code, answer.Json["scope"]!.GetValue<string>()));
        }
        // QA may not, whatever it asks for: no key of theirs has the scope.
        Assert.Equal("scope-too-wide", site.Make("qa", ["read:pay"]).Refused!.Name);
    }

    [Fact]
    public async Task A_right_that_the_account_loses_its_key_loses()
    {
        var key = Key("hr");
        Assert.Equal(HttpStatusCode.OK, (await site.Get(key, "/api/v1/pay?month=2026-10")).Status);
        site.Database.Users.Change(site.Accounts.Find("hr")!.Id, u => u with { Role = nameof(Role.Qa) });
        site.Clock.Pass(TimeSpan.FromSeconds(3));
        Assert.Equal((HttpStatusCode.Forbidden, "role-may-not"), ((await site.Get(key, "/api/v1/pay?month=2026-10")).Status, (await site.Get(key, "/api/v1/pay?month=2026-10")).Code));
    }

    [Theory]
    [InlineData("/orders?month=2026-10", "orders --month 2026-10", "order")]
    [InlineData("/receptions?month=2026-10&day=2026-10-05", "receptions --month 2026-10 --day 2026-10-05", "id")]
    public async Task Pages_of_a_list_are_the_list(string address, string command, string id)
    {
        var key = Key("hr");
        var whole = Ran.Json(site.Folder, command.Split(' ')).Done().Rows.Select(r => r![id]!.ToString()).ToArray();
        var size = Math.Min(Paged.Most, whole.Length / 3 + 1);
        var (read, next) = (new List<string>(), (string?)$"/api/v1{address}&limit={size}");
        for (var pages = 0; next is not null; pages++)
        {
            Assert.True(pages < 20, next);
            var page = await site.Get(key, next);
            read.AddRange(page.Rows.Select(r => r![id]!.ToString()));
            next = page.Headers["Link"].SingleOrDefault() is { } link ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : null;
        }
        Assert.True(whole.Length > 3);
        Assert.Equal(whole, read);
        foreach (var wrong in new[] { "limit=0", "limit=1001", "limit=x" }) Assert.Equal("limit-unreadable", (await site.Get(key, $"/api/v1{address}&{wrong}")).Code);
        Assert.Equal("cursor-over", (await site.Get(key, $"/api/v1{address}&cursor=bm9uZQ")).Code);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_twice()
    {
        var key = Key("hr");
        var first = await site.Get(key, "/api/v1/score?month=2026-10");
        using var client = new HttpClient { BaseAddress = new(site.Url) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        client.DefaultRequestHeaders.IfNoneMatch.ParseAdd(first.Headers["ETag"].Single());
        Assert.Equal(HttpStatusCode.NotModified, (await client.GetAsync(new Uri("/api/v1/score?month=2026-10", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/v1/score?month=2026-09", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("/score?month=2026-10&plan=/etc/passwd", "parameter-unknown")]
    [InlineData("/pay?month=2026-10&out=x", "parameter-unknown")]
    [InlineData("/metrics?month=2026-10&month=2026-09", "parameter-unreadable")]
    [InlineData("/metrics?month=", "parameter-unreadable")]
    [InlineData("/metrics?month=--plan", "month-unreadable")]
    [InlineData("/metrics?month=@/etc/passwd", "month-unreadable")]
    [InlineData("/metrics?month=2026-10&by=moon", "value-unknown")]
    public async Task What_the_interface_does_not_know_it_says_and_no_file_of_the_machine_can_be_named(string address, string code) =>
        Assert.Equal((HttpStatusCode.BadRequest, code), ((await site.Get(Key("hr"), "/api/v1" + address)).Status, (await site.Get(Key("hr"), "/api/v1" + address)).Code));

    [Fact]
    public async Task A_key_of_one_shop_asks_of_that_shop_and_nothing_of_the_company()
    {
        var other = site.Database.Shops.GetOrAdd("另一家店");
        var key = site.Make("hr", Scopes(), shop: other.Name).Text;
        Assert.Empty((await site.Get(key, "/api/v1/orders?month=2026-10")).Rows);
        Assert.Equal("shop-unknown", (await site.Get(key, $"/api/v1/orders?month=2026-10&shop={Uri.EscapeDataString(shop.Shop.Name)}")).Code);
        Assert.Empty((await site.Get(key, "/api/v1/warnings")).Rows);
        Assert.Equal(other.Name, (await site.Get(key, "/api/v1/today")).Json["shop"]!.ToString());
        Assert.Equal("shop-unknown", (await site.Get(key, $"/api/v1/today?shop={Uri.EscapeDataString(shop.Shop.Name)}")).Code);
        foreach (var company in new[] { "/score?month=2026-10", "/pay?month=2026-10", "/decisions", "/months", "/run?month=2026-10", "/assessments?month=2026-10", "/inspections?month=2026-10", "/deadlines" }) Assert.Equal("shop-limited", (await site.Get(key, "/api/v1" + company)).Code);
    }

    [Fact]
    public async Task How_it_runs_is_told_to_a_key_and_whether_it_runs_to_everybody()
    {
        Assert.Equal("key-missing", (await site.Get(null, "/api/v1/running")).Code);
        await site.Get(Key("hr"), "/api/v1/months");
        var numbers = await site.Get(Key("hr"), "/api/v1/running");
        Assert.Equal("text/plain", numbers.Type);
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", numbers.Text, StringComparison.Ordinal);
        Assert.Contains("http_route=\"/api/v1/months\"", numbers.Text, StringComparison.Ordinal);
        PrometheusText.Read(numbers.Text);
        foreach (var address in new[] { "/healthz", "/readyz" })
        {
            var answer = await site.Get(null, address);
            Assert.Equal((HttpStatusCode.OK, "healthy"), (answer.Status, answer.Json["status"]!.GetValue<string>()));
            Assert.DoesNotContain(site.Folder, answer.Text, StringComparison.Ordinal);
        }
        Assert.Equal(["database", "disk", "sent"], (await site.Get(null, "/readyz")).Json["checks"]!.AsObject().Select(c => c.Key).Order(StringComparer.Ordinal));
    }

    public void Dispose() => site.Dispose();
}
