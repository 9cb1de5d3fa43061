using System.Net;
using System.Text.RegularExpressions;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Tests.Importing;
using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.App.Tests.Pages;

/// <summary>People, buyers, groups and orders whose names are made of what an address is made of: every link leads to what it names.</summary>
public sealed partial class OddNameTests : IDisposable
{
    private const string Buyer = "x/y%2F+# ?&z😀", Group = "组/1 #%+";
    private static readonly string[] Agents = ["a/b%2F+# ?&c😀", "50%20x\\y'\"<b>", "..", "%"];
    private static readonly string[] Orders = ["4/0%2F+# ?&1😀", "..", "%25", "7"];
    private static readonly Month October = new(2026, 10);
    private readonly Counter counter = new();
    private readonly WebApplication app;
    private readonly HttpClient client;

    public OddNameTests()
    {
        Import("people.csv", "name,accounts,group,position,base_pay,from,to", Agents.Select((a, i) => new[] { a, $"小店:{a}", Group, "front-line", "4000", "2026-01-01", "" }));
        Import("messages.csv", Counter.Messages.TrimEnd(), Agents.SelectMany((a, i) => new[] { ("buyer", "00"), ("agent", "20") }.Select(m =>
            new[] { Counter.Shop, $"{Buyer}{i}", $"小店:{a}", $"2026-10-08 1{i}:00:{m.Item2}", m.Item1, "", "", "在吗", $"{i}{m.Item2}" })));
        Import("orders.csv", "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,店铺名称", Orders.Select((o, i) =>
            new[] { o, $"{Buyer}{i}", "100.00", "100.00", "交易成功", $"2026-10-08 1{i}:00:30", $"2026-10-08 1{i}:01:00", Counter.Shop }));
        counter.Database.Plans.Publish("s4-ksf", TemplateLibrary.Find("s4-ksf")!.Yaml.Replace("agent", "front-line", StringComparison.Ordinal), new(1), "test");
        app = Server.Build(counter.Database, counter.Data, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton<ViewerFor>(_ => new("店长", Role.Manager, null, null));
        });
        app.Start();
        client = new() { BaseAddress = new(app.Urls.First()) };
    }

    private void Import(string name, string header, IEnumerable<string[]> rows)
    {
        var text = string.Join('\n', rows.Select(r => string.Join(',', r.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))).Prepend(header));
        Assert.Equal(Exit.Done, counter.Import(counter.File(name, text + "\n")).Code);
    }

    private Task<HttpResponseMessage> Get(string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    private async Task<string> Title(string address)
    {
        var answer = await Get(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {address}");
        return WebUtility.HtmlDecode(Heading().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    [Fact]
    public async Task A_persons_pages_and_an_orders_page_are_theirs_also_after_a_switch_of_language()
    {
        foreach (var agent in Agents)
            foreach (var address in new[] { Links.Agent(October, agent), Links.Pay(October, agent), Links.With(Links.Agent(October, agent), ("theme", "dark")) })
                Assert.Contains(agent, WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative))), StringComparison.Ordinal);
        foreach (var agent in Agents) Assert.Equal(agent, await Title(Links.With(Links.Agent(October, agent), ("theme", "dark"))));
        foreach (var order in Orders)
            foreach (var address in new[] { Links.Order(order), Links.With(Links.Order(order), ("theme", "dark")) })
                Assert.Contains(order, await Title(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_to_a_page()
    {
        // Whoever asks here has no account, and so no page of it.
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/", "/account" };
        var open = new Queue<string>(["/", "/people", "/import", Links.Month(October), Links.Orders(October), Links.Receptions(October), .. Agents.Select(a => Links.Agent(October, a))]);
        var walked = new Dictionary<string, int>(StringComparer.Ordinal);
        while (open.TryDequeue(out var address))
        {
            // A browser prints each PDF: one with the oddest name, and one of all, stand for the rest.
            var paper = address.Contains(".pdf", StringComparison.Ordinal) || address.Contains("-pdf.", StringComparison.Ordinal);
            var kind = paper ? Path.GetFileName(address.Split('?')[0]) : address.Split('?')[0].Split('/')[1];
            if (!seen.Add(address) && address != "/" || walked.GetValueOrDefault(kind) >= (paper ? 1 : 120)) continue;
            walked[kind] = walked.GetValueOrDefault(kind) + 1;
            var answer = await Get(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {address}");
            if (answer.Content.Headers.ContentType!.MediaType != "text/html") continue;
            foreach (Match link in Link().Matches(await answer.Content.ReadAsStringAsync()))
                open.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
        }
        Assert.All(new[] { "month", "people", "orders", "receptions", "reception", "explain", "import" }, kind => Assert.Contains(kind, walked.Keys));
        foreach (var agent in Agents) Assert.Contains(Links.Agent(October, agent), seen);
        foreach (var order in Orders) Assert.Contains(Links.Order(order), seen);
    }

    [Fact]
    public void The_command_line_takes_them_as_they_are()
    {
        foreach (var agent in Agents) Assert.Equal(0, counter.Heng("explain", "--month", "2026-10", "--agent", agent, "--metric", "sales").Code);
        foreach (var order in Orders) Assert.Contains(order, counter.Heng("orders", "--order", order).Out, StringComparison.Ordinal);
    }

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    // The built files beside the pages are not walked.
    [GeneratedRegex("<a [^>]*?href=\"(/[^\"#]*)\"")]
    private static partial Regex Link();

    public void Dispose()
    {
        client.Dispose();
        ((IDisposable)app).Dispose();
        counter.Dispose();
    }
}
