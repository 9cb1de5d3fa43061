using System.Globalization;
using Dapper;
using Heng.App.Features.Api;
using Heng.App.Features.Importing;
using Heng.App.Features.People;
using Heng.App.Tests.Queries;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Tests.Api;

/// <summary>Long lists page by page: the pages together are the list, no row twice and none lost, also while rows are added before and behind.</summary>
[Collection(DrilledShopGroup.Name)]
public sealed class PagingTests : IDisposable
{
    private const int Findings = 700;
    private readonly DrilledShop shop;
    private readonly ApiSite site;

    public PagingTests(DrilledShop shop)
    {
        this.shop = shop;
        site = new(shop.Database);
        site.Accounts.Add("hr", Role.Hr, null, null, null);
        site.Accounts.Add("ann", Role.Agent, site.Database.People.Roster.Find(shop.Ann.Name)!.Id, null, null);
        // Findings of all days of October by eight people, many of one day and reception.
        int[] people = [.. shop.Summary.People.Take(8).Select(p => site.Database.People.Roster.Find(p.Name)!.Id)];
        for (var i = 0; i < Findings; i++) Find(i, new DateOnly(2026, 10, 1).AddDays(i * 7 % 31), people[i % 8]);
        for (var i = 0; i < 300; i++) site.Database.Decisions.Append(new(1_790_000_000 + i), i % 3 == 0 ? "甲" : "乙", "rules-changed", $"rules/{i}", "x");
    }

    private void Find(int id, DateOnly day, int agent)
    {
        using var connection = site.Database.Connect();
        connection.Execute("INSERT INTO finding (shop_id, day, finding_id, version, reception_id, agent_id, rule_id, severity, category, points, counts_as, flags, spans) VALUES (@shop, @day, @id, 1, @reception, @agent, @rule, @severity, 'c', 200, 'r', 0, x'00')",
            new { shop = shop.Shop.Id, day = day.Year * 10_000L + day.Month * 100 + day.Day, id = 1000L + id, reception = 50L + id % 5, agent, rule = "r" + id % 3, severity = (long)(id % 4) });
    }

    private void Order(params (string Id, string Created)[] orders)
    {
        var file = Path.Combine(site.Folder, orders[0].Id + ".csv");
        File.WriteAllText(file, "shop,order,buyer,amount,created_at,paid_at\n" + string.Concat(orders.Select(o => $"{shop.Shop.Name},{o.Id},somebody,9.9,{o.Created},{o.Created}\n")));
        using var run = new ImportRun(site.Database, site.Folder, TimeProvider.System);
        Assert.Equal(orders.Length, run.Import([new ImportRequest(file, new IntakeOptions(Kind: "orders"), "test")]).Single().Counts.Accepted);
    }

    private string Key(string account) => site.Key(account, [.. ApiScope.All.Where(s => s.Name.StartsWith("read:", StringComparison.Ordinal) && s.Allows(Viewers.Of(site.Database, site.Accounts.Find(account)!))).Select(s => s.Name)]);

    private async Task<List<string>> Pages(string key, string address, Func<System.Text.Json.Nodes.JsonNode, string> id, int limit, Action<int>? between = null)
    {
        var (read, next, pages) = (new List<string>(), (string?)$"/api/v1{address}&limit={limit.ToString(CultureInfo.InvariantCulture)}", 0);
        while (next is not null)
        {
            Assert.True(++pages < 200, next);
            var page = await site.Get(key, next);
            Assert.True((int)page.Status == 200, page.Text);
            Assert.InRange(page.Rows.Count, 0, limit);
            read.AddRange(page.Rows.Select(r => id(r!)));
            next = page.Headers["Link"].SingleOrDefault() is { } link ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : null;
            between?.Invoke(pages);
        }
        Assert.True(pages > 2);
        Assert.Equal(read.Count, read.Distinct(StringComparer.Ordinal).Count());
        return read;
    }

    private static string Id(System.Text.Json.Nodes.JsonNode row, string address) => address.Split('?')[0] switch { "/orders" => row["order"]!.ToString(), "/findings" => row["finding"]!.ToString(), "/decisions" => row["seq"]!.ToString(), _ => row["id"]!.ToString() };

    [Theory]
    [InlineData("/orders?month=2026-10", "hr", 97)]
    [InlineData("/orders?month=2026-10", "ann", 20)]
    [InlineData("/findings?month=2026-10", "hr", 97)]
    [InlineData("/findings?month=2026-10", "ann", 20)]
    [InlineData("/findings?month=2026-10&rule=r1", "hr", 50)]
    [InlineData("/decisions?area=rules", "hr", 70)]
    [InlineData("/decisions?who=甲", "hr", 9)]
    [InlineData("/receptions?month=2026-10&day=2026-10-05&until=2026-10-06", "hr", 41)]
    public async Task All_pages_together_are_the_list(string address, string account, int limit)
    {
        var key = Key(account);
        var whole = await Pages(key, address, r => Id(r, address), limit);
        // Another size of page parts the same list elsewhere.
        Assert.Equal(whole, await Pages(key, address, r => Id(r, address), limit / 2 + 1));
        Assert.True(whole.Count > 2 * limit);
    }

    [Fact]
    public async Task Decisions_that_come_while_they_are_read_come_last_and_nothing_twice()
    {
        var before = await Pages(Key("hr"), "/decisions?area=rules", r => Id(r, "/decisions"), 100);
        var read = await Pages(Key("hr"), "/decisions?area=rules", r => Id(r, "/decisions"), 100, page =>
        {
            if (page <= 3) site.Database.Decisions.Append(new(1_795_000_000 + page), "丙", "rules-changed", "rules/new", "x");
        });
        Assert.Equal(before, read.Take(before.Count));
        Assert.InRange(read.Count - before.Count, 2, 3);
    }

    [Fact]
    public async Task Findings_that_come_while_they_are_read_repeat_no_row_and_lose_none()
    {
        var before = await Pages(Key("hr"), "/findings?month=2026-10", r => Id(r, "/findings"), 97);
        Assert.Equal(Findings, before.Count);
        var agent = site.Database.People.Roster.Find(shop.Ann.Name)!.Id;
        // One on a day that was read already, one on a day to come, after each of the first pages.
        var read = await Pages(Key("hr"), "/findings?month=2026-10", r => Id(r, "/findings"), 97, page =>
        {
            if (page > 4) return;
            Find(5000 + page, new(2026, 10, 31), agent);
            Find(6000 + page, new(2026, 10, 1), agent);
        });
        Assert.Equal(before, read.Where(r => before.Contains(r)));
        Assert.Equal(4, read.Count - before.Count);
    }

    [Fact]
    public async Task Orders_that_come_while_they_are_read_repeat_no_row_and_lose_none()
    {
        var before = await Pages(Key("hr"), "/orders?month=2026-10", r => Id(r, "/orders"), 200);
        var read = await Pages(Key("hr"), "/orders?month=2026-10", r => Id(r, "/orders"), 200, page =>
        {
            if (page == 2) Order(("77000000000001", "2026-10-01 00:00:01"), ("77000000000002", "2026-10-31 23:59:58"), ("77000000000003", "2026-10-31 23:59:58"));
        });
        Assert.Equal(before, read.Where(r => before.Contains(r)));
        Assert.Equal(["77000000000002", "77000000000003"], read.Except(before));
        // And by a place whose order is not there: what stands behind it.
        var cursor = Features.Api.Reading.Paged.Closed($"""["{shop.Shop.Name}","2026-10-31T23:59:58","77000000000001"]""");
        Assert.Equal(["77000000000002", "77000000000003"], (await site.Get(Key("hr"), $"/api/v1/orders?month=2026-10&cursor={cursor}")).Rows.Select(r => r!["order"]!.ToString()));
    }

    [Theory]
    [InlineData("/orders?month=2026-10", "")]
    [InlineData("/orders?month=2026-10", "none")]
    [InlineData("/orders?month=2026-10", "[1,2,3]")]
    [InlineData("/orders?month=2026-10", "[\"another shop\",\"2026-10-31T23:59:58\",\"1\"]")]
    [InlineData("/orders?month=2026-10", "[\"\\ud800\",\"x\",\"1\"]")]
    [InlineData("/findings?month=2026-10", "[\"2026-10-01\",null,\"1\",\"dreadful\",\"r\",\"1\",\"1\"]")]
    [InlineData("/findings?month=2026-10", "[null,null,null,null,null,null,null]")]
    [InlineData("/decisions?area=rules", "-1")]
    [InlineData("/decisions?area=rules", "99999999999999999999")]
    public async Task A_cursor_that_names_no_place_is_refused(string address, string place)
    {
        var answer = await site.Get(Key("hr"), $"/api/v1{address}&cursor={(place.Length == 0 ? "!" : Features.Api.Reading.Paged.Closed(place))}");
        Assert.Equal((System.Net.HttpStatusCode.BadRequest, "cursor-over"), (answer.Status, answer.Code));
    }

    public void Dispose() => site.Dispose();
}
