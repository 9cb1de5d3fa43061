using System.Net;
using Heng.App.Features.AgentMonth;
using Heng.App.Features.Overview;
using Heng.App.Features.Pay;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.App.Ui.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.App.Tests.Queries;

/// <summary>The pages over the small shop as the server serves them, without signing in: who asks is given.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class AddressTests : IDisposable
{
    private readonly QueryShop shop;
    private readonly string folder = Directory.CreateTempSubdirectory("heng-addresses-").FullName;
    private readonly WebApplication app;
    private Viewer viewer;

    public AddressTests(QueryShop shop)
    {
        (this.shop, viewer) = (shop, shop.Manager);
        app = Server.Build(shop.Database, folder, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton<ViewerFor>(_ => viewer);
        });
        app.Start();
    }

    [Fact]
    public async Task Every_number_leads_to_a_page_that_exists()
    {
        // The page that answers all other addresses, and says that there is none, is left out.
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !e.RoutePattern.RawText!.Contains("{*", StringComparison.Ordinal))
            .Select(e => new TemplateMatcher(TemplateParser.Parse(e.RoutePattern.RawText!), [])).ToArray();
        var overview = (await View<OverviewFor>()(new(QueryShop.October), QueryShop.Request)).View!;
        var agent = (await View<AgentMonthFor>()(QueryShop.October, shop.Agent, QueryShop.Request)).View!;
        var slip = (await View<PayslipFor>()(QueryShop.October, shop.Agent, QueryShop.Request)).View!;
        string?[] addresses =
        [
            .. Of(overview.Stats), .. Of(overview.Chart), overview.Ask.Export("csv"), overview.Ask.Export("xlsx"),
            .. overview.Ranking.Rows.SelectMany(r => r.Figures.Append(r.Score).Append(r.NetPay ?? r.Score).Select(f => f.ExplainHref).Append(r.Href)),
            .. Of(agent.Stats), .. Of(agent.Chart), agent.Card!.Score.ExplainHref, .. agent.Card.Items.Select(i => i.Points.ExplainHref),
            .. agent.Metrics.SelectMany(g => g.Figures).Select(f => f.Figure.ExplainHref), .. slip.Lines.Select(l => l.ExplainHref), slip.ScoreHref,
        ];
        Assert.True(addresses.OfType<string>().Count() > 300);
        Assert.All(addresses.OfType<string>(), a => Assert.Contains(routes, r => r.TryMatch(a.Split('?')[0], [])));
        Assert.DoesNotContain(routes, r => r.TryMatch("/nowhere/at/all", []));
    }

    [Fact]
    public async Task The_pages_and_files_answer_and_refuse_as_the_rights_say()
    {
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        async Task<HttpStatusCode> Answer(string address) => (await client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode;
        var month = Links.Month(QueryShop.October);
        foreach (var address in new[] { month, $"{month}?sort=sales&desc=1&group=售后组", Links.Month(new(2020, 1)), Links.Agent(QueryShop.October, shop.Agent), Links.Pay(QueryShop.September, shop.Agent), "/people" })
            Assert.Equal(HttpStatusCode.OK, await Answer(address));
        var csv = await client.GetAsync(new Uri($"{month}/ranking.csv?sort=sales&desc=1", UriKind.Relative));
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Equal("ranking-2026-10.csv", csv.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            (await client.GetAsync(new Uri($"{month}/ranking.xlsx", UriKind.Relative))).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, await Answer("/month/2026-13/ranking.csv"));
        var slip = await client.GetAsync(new Uri(Links.PayWorkbook(QueryShop.September, shop.Agent), UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, Heng.App.Features.Exports.Workbook.ContentType), (slip.StatusCode, slip.Content.Headers.ContentType!.MediaType));
        using var zip = new System.IO.Compression.ZipArchive(await client.GetStreamAsync(new Uri(Links.Payslips(QueryShop.October), UriKind.Relative)));
        Assert.Contains(zip.Entries, e => e.FullName.Contains(shop.Agent, StringComparison.Ordinal) && e.Length > 0);
        Assert.Equal(HttpStatusCode.NotFound, await Answer(Links.Payslips(new(2020, 1))));
        viewer = shop.AsLeader;
        foreach (var pay in new[] { Links.Pay(QueryShop.October, shop.Agent), Links.PayWorkbook(QueryShop.October, shop.Agent), Links.Payslips(QueryShop.October) })
            Assert.Equal(HttpStatusCode.Forbidden, await Answer(pay));
        Assert.Equal(HttpStatusCode.Forbidden, await Answer(Links.Agent(QueryShop.October, shop.Stranger)));
        var page = await client.GetStringAsync(new Uri(Links.Agent(QueryShop.October, shop.Agent), UriKind.Relative));
        Assert.Contains(shop.Agent, page, StringComparison.Ordinal);
        Assert.DoesNotContain("工资条", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_says_nothing_is_not_there_and_a_form_of_binary_content_says_so()
    {
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        foreach (var address in new[] { "/plans/s4-ksf?version=abc", "/plans/s4-ksf?version=1&against=x" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        var edit = new Uri("/plans/s4-ksf/edit", UriKind.Relative);
        async Task<string> Post(string body)
        {
            using var content = new StringContent(body, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
            var answer = await client.PostAsync(edit, content);
            return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
        }
        var page = await client.GetStringAsync(edit);
        string Value(string name) => page.Split($"name=\"{name}\" value=\"")[1].Split('"')[0];
        var token = $"__RequestVerificationToken={Uri.EscapeDataString(Value("__RequestVerificationToken"))}&seen={Value("seen")}";
        Assert.Contains("提交的文本里有空字符", await Post($"{token}&act=save&yaml=scheme:+s4-ksf%00"), StringComparison.Ordinal);
        Assert.Contains("表单已过期", await Post("act=save&yaml=x"), StringComparison.Ordinal);
        Assert.StartsWith("200", await Post($"{token}&act=check&yaml=x"), StringComparison.Ordinal);
        Assert.Contains("没有草稿可以放弃", await Post($"{token}&act=discard&yaml=x"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_see_gets_the_same_answer_whether_it_exists_or_not()
    {
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        async Task<(HttpStatusCode, int)> Answer(string address)
        {
            var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            // Names of the same length in the address make pages of the same length.
            return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Length);
        }

        var (month, stranger, nobody) = (QueryShop.October, shop.Stranger, new string('无', shop.Stranger.Length));
        var store = shop.Database.Shops.All[0].Id;
        var id = shop.Database.People.Roster.Find(stranger)!.Id;
        var reception = shop.Database.Facts.Receptions(store, month.First, month.Last, id)[0].Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var order = shop.Database.Ledger.Between(store, month.First, month.Last).First(r => r.Created.Agent == id && r.Paid.Agent == id).Order.Id;
        foreach (var who in new[] { shop.AsAgent, shop.AsLeader })
        {
            viewer = who;
            foreach (var page in new Func<string, string>[]
            {
                name => Links.Agent(month, name), name => Links.Pay(month, name), name => Links.Receptions(month, name), name => Links.Orders(month, name),
                name => Links.ExplainMetric(month, name, "sales"), name => Links.ExplainItem(month, name, "score"), name => Links.ExplainLine(month, name, "net"),
            })
            {
                var there = await Answer(page(stranger));
                Assert.Equal(there, await Answer(page(nobody)));
                Assert.True(there.Item1 is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, page(stranger));
            }
            Assert.Equal(await Answer(Links.Reception(reception)), await Answer(Links.Reception(new string('9', reception.Length))));
            Assert.Equal(await Answer(Links.Order(order)), await Answer(Links.Order(new string('9', order.Length))));
        }
        viewer = shop.Manager;
        Assert.Equal(HttpStatusCode.OK, (await Answer(Links.Reception(reception))).Item1);
        Assert.Equal(HttpStatusCode.OK, (await Answer(Links.Order(order))).Item1);
    }

    private TView View<TView>() where TView : Delegate => app.Services.GetRequiredService<TView>();
    private static IEnumerable<string?> Of(IEnumerable<StatFigure> stats) => stats.Select(s => s.Figure.ExplainHref);
    private static IEnumerable<string?> Of(DailyChart chart) => chart.Series.SelectMany(s => s.Hrefs!);

    public void Dispose()
    {
        ((IDisposable)app).Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
