using System.Net;
using System.Text.RegularExpressions;
using Heng.App.Features.Explain;
using Heng.App.Features.Gallery;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Heng.App.Tests.Queries.DrilledShop;

namespace Heng.App.Tests.Queries;

/// <summary>From any number to a transcript in at most four clicks, by the links that the served pages hold.</summary>
[Collection(DrilledShopGroup.Name)]
public sealed class FourClicksTests(DrilledShop shop) : IAsyncLifetime
{
    private WebApplication app = null!;
    private string url = "";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHengPages().AddSamplePages();
        builder.Services.AddSingleton(shop.Database).AddSingleton<BookCache>().AddSingleton<ViewerFor>(_ => Manager).AddDrillDownQueries();
        app = builder.Build();
        app.MapHengPages();
        await app.StartAsync();
        url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    private async Task<HttpResponseMessage> Get(string address)
    {
        using var client = new HttpClient { BaseAddress = new(url) };
        client.DefaultRequestHeaders.Add("Cookie", "sample-user=leader");
        return await client.GetAsync(new Uri(address, UriKind.Relative));
    }

    private async Task<string> Read(string address)
    {
        using var answer = await Get(address);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private async Task<IReadOnlyList<string>> LinksOf(string address)
    {
        var main = (await Read(address)).Split("<main", 2)[^1];
        return [.. Regex.Matches(main, "href=\"(/[^\"]+)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];
    }

    /// <summary>Follows the number's link, then on each page the first link that leads on, at most four clicks in all.</summary>
    private async Task<string?> ToTranscript(string number)
    {
        var at = number;
        for (var clicks = 2; clicks <= 4; clicks++)
        {
            var links = await LinksOf(at);
            var next = links.FirstOrDefault(l => l.StartsWith("/reception/", StringComparison.Ordinal))
                ?? links.FirstOrDefault(l => l.StartsWith("/orders/", StringComparison.Ordinal))
                ?? links.FirstOrDefault(l => l.StartsWith("/explain", StringComparison.Ordinal) && l.Contains("agent=", StringComparison.Ordinal) && l.Contains("day=", StringComparison.Ordinal))
                ?? links.FirstOrDefault(l => l.StartsWith("/explain", StringComparison.Ordinal) && l.Contains("metric=", StringComparison.Ordinal) && !l.Contains("page=", StringComparison.Ordinal));
            if (next is null) return null;
            if (next.StartsWith("/reception/", StringComparison.Ordinal)) return next;
            at = next;
        }
        return null;
    }

    [Theory]
    [InlineData("average-response")]
    [InlineData("consulted")]
    [InlineData("inquiry-paid-final")]
    [InlineData("sales")]
    public async Task A_number_of_a_person_or_of_the_shop_leads_to_a_transcript_whose_waits_add_up(string metric)
    {
        foreach (var agent in new[] { shop.Ann.Name, null })
        {
            var reception = await ToTranscript(Links.ExplainMetric(October, agent, metric));
            Assert.NotNull(reception);
            var id = reception["/reception/".Length..];
            var view = (await shop.Reception(Manager, id))!;
            var kept = shop.Database.Facts.Reception(shop.Shop.Id, long.Parse(id, System.Globalization.CultureInfo.InvariantCulture))!;
            Assert.NotEmpty(view.Lines);
            Assert.Equal(kept.Measures[Primitive.RoundSeconds], view.Waits.Sum(w => w.Seconds));
            Assert.Contains("class=\"chat\"", await Read(reception), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_measured_item_of_the_card_leads_to_a_transcript()
    {
        var book = Features.Months.MonthBook.Load(shop.Database, October, shop.Database.Shops.All, null, null, who => who == shop.Ann.Name);
        var measured = book.Find(shop.Ann.Name)!.Card!.Items.Where(i => i.Points is not null && LeafFacts.Of(i.Explanation, m => book.Facts.Metrics.Find(m) is not null).Facts.Any(f => f.Kind == Engine.Explanation.FactKind.Reception)).ToList();
        Assert.NotEmpty(measured);
        foreach (var item in measured) Assert.NotNull(await ToTranscript(Links.ExplainItem(October, shop.Ann.Name, item.Item)));
    }

    [Fact]
    public async Task No_page_says_a_buyers_whole_name()
    {
        var day = new DateOnly(2026, 10, 14);
        var reception = shop.Database.Facts.Receptions(shop.Shop.Id, day, day).First(r => !r.Filtered && shop.Database.Names.Buyers.NameOf(shop.Shop.Id, r.Buyer).Length > 3 && !shop.Database.Names.Buyers.NameOf(shop.Shop.Id, r.Buyer).Contains("**", StringComparison.Ordinal));
        var whole = shop.Database.Names.Buyers.NameOf(shop.Shop.Id, reception.Buyer);
        var order = shop.Database.Ledger.Between(shop.Shop.Id, day, day).First(r => r.Order.Buyer is { Length: > 3 } b && !b.Contains("**", StringComparison.Ordinal));
        var page = await Read($"/reception/{reception.Id}");
        Assert.DoesNotContain(whole, page, StringComparison.Ordinal);
        Assert.Contains(Masked.Name(whole), page, StringComparison.Ordinal);
        Assert.DoesNotContain(order.Order.Buyer!, await Read($"/orders/{order.Order.Id}"), StringComparison.Ordinal);
        var names = shop.Database.Names.Buyers.Search(shop.Shop.Id, "", 100_000).Select(n => n.Name).Where(n => n.Length > 5 && !n.Contains("**", StringComparison.Ordinal)).ToList();
        foreach (var list in new[] { $"/receptions?month=2026-10&day={day:yyyy-MM-dd}", "/orders?month=2026-10", Links.ExplainMetric(October, shop.Ann.Name, "consulted"), Links.ExplainMetric(October, shop.Ann.Name, "sales"), "/orders.csv?month=2026-10" })
        {
            var html = await Read(list);
            Assert.DoesNotContain(names, n => html.Contains(n, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/orders.csv?month=2026-10&rule=payment", "text/csv")]
    [InlineData("/orders.xlsx?month=2026-10&rule=payment&bucket=silent", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task The_ledger_is_taken_away_as_the_page_offers(string address, string type)
    {
        using var answer = await Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(answer.Content.Headers.ContentDisposition!.FileName);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/reception/abc")]
    [InlineData("/reception/99999999999999999999")]
    [InlineData("/orders/none")]
    [InlineData("/orders.csv?month=2026-13")]
    [InlineData("/explain?month=2026-10&agent=none&metric=consulted")]
    [InlineData("/explain?month=2026-10&metric=none")]
    [InlineData("/receptions?month=2026-10&agent=none")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var answer = await Get(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
