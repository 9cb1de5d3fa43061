using Heng.App.Features.Gallery;
using Heng.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Heng.App.Tests.Pages;

/// <summary>The pages on a real server with invented views, and one real browser for all tests that need it.</summary>
public sealed class Site : IAsyncLifetime
{
    // Isolating sites keeps a spare process for the next one, and starts another whenever a page of a second profile is turned: there is one site here.
    internal static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-site-isolation-trials"];

    private WebApplication _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private readonly Dictionary<(string, string), IPage> _looking = [];

    /// <summary>Where pages under test find axe. Served like a script of our own, so that the browser keeps it compiled.</summary>
    public const string Axe = "/test-only/axe.js";

    public string Url { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHengPages().AddSamplePages();
        _app = builder.Build();
        _app.MapHengPages();
        _app.MapGallery();
        var axe = Path.Combine(Checkout.App, "web", "node_modules", "axe-core", "axe.min.js");
        _app.MapGet(Axe, (HttpResponse response) =>
        {
            response.Headers.CacheControl = "max-age=3600";
            return TypedResults.PhysicalFile(axe, "text/javascript");
        });
        await _app.StartAsync();
        Url = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Switches });
    }

    public async Task DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>A fresh browser profile: signed in as the lead unless told otherwise, with or without scripts.</summary>
    public async Task<IPage> Page(string? user = "leader", bool scripts = true, int width = 1440, int height = 900, string theme = "light", string language = "zh")
    {
        var context = await _browser.NewContextAsync(new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = width, Height = height }, BaseURL = Url });
        context.SetDefaultTimeout(20_000);
        await context.AddCookiesAsync([Cookie("theme", theme), Cookie("lang", language), .. user is null ? [] : new[] { Cookie("sample-user", user) }]);
        return await context.NewPageAsync();
    }

    /// <summary>A page that stays open for who only looks: a new profile for each look is most of its time. One test at a time uses it.</summary>
    public async Task<IPage> Looking(string theme, string language)
    {
        if (!_looking.TryGetValue((theme, language), out var page)) _looking.Add((theme, language), page = await Page(theme: theme, language: language));
        return page;
    }

    public HttpClient Client(bool signedIn = true)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Url) };
        if (signedIn) client.DefaultRequestHeaders.Add("Cookie", "sample-user=leader");
        return client;
    }

    private Cookie Cookie(string name, string value) => new() { Name = name, Value = value, Url = Url };
}
