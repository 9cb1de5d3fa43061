using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Heng.Bench.Live;

/// <summary>The program as people run it, in a process of its own, over an invented shop (<c>heng demo</c>), with a key to send by and a browser's session to watch by.</summary>
internal sealed partial class ServedShop : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Process server;

    public ServedShop(string program)
    {
        Program = program;
        Run("demo", "--agents", "12", "--months", "1", "--no-serve");
        var demo = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "demo.json")))!;
        var manager = demo["Logins"]!.AsArray().Single(l => l!["Role"]!.GetValue<string>() == "manager")!;
        (User, Password) = (manager["Name"]!.GetValue<string>(), manager[nameof(Password)]!.GetValue<string>());
        Environment.SetEnvironmentVariable("HENG_KEY", manager[nameof(Key)]!.GetValue<string>());
        Key = JsonNode.Parse(Run("keys", "make", "bench", "--account", User, "--scope", "ingest:messages", "--per-minute", "60000", "--as", User, "--format", "json"))![0]!["key"]!.GetValue<string>();
        Shop = JsonNode.Parse(Run("metrics", "--month", demo["Until"]?.ToString() is { Length: 7 } month ? month : LastMonth(), "--by", "shop", "--format", "json"))![0]!["shop"]!.GetValue<string>();
        Url = $"http://127.0.0.1:{FreePort()}";
        server = Start("serve", "--urls", Url);
        for (var tries = 0; tries < 600 && !Answers(); tries++) Thread.Sleep(100);
    }

    private string Program { get; }
    public string User { get; }
    public string Password { get; }
    public string Key { get; }
    public string Shop { get; }
    public string Url { get; }

    /// <summary>Megabytes that the process holds, and the processor seconds that it has used.</summary>
    public (long Megabytes, double ProcessorSeconds) Used
    {
        get
        {
            server.Refresh();
            return (server.WorkingSet64 >> 20, server.TotalProcessorTime.TotalSeconds);
        }
    }

    /// <summary>Signed in as the manager; the cookie stays with the handler.</summary>
    public HttpClient Browser()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new(), MaxConnectionsPerServer = 10_000 }) { BaseAddress = new(Url), Timeout = Timeout.InfiniteTimeSpan };
        var page = client.GetStringAsync(new Uri("/signin", UriKind.Relative)).GetAwaiter().GetResult();
        Post(client, "/signin", page, [new("name", User), new("password", Password)]).GetAwaiter().GetResult();
        return client;
    }

    /// <summary>So that the warnings which the board counts are those that were sent for; as many as that are not merged.</summary>
    public static async Task WarnOfRiskWordsAlone(HttpClient browser)
    {
        const string settings = "/board/warnings/settings";
        await Post(browser, settings, await browser.GetStringAsync(new Uri(settings, UriKind.Relative)), [new("risk", "on"), new("merge-over", "100"), new("merge-minutes", "1")]);
    }

    private static async Task Post(HttpClient client, string to, string page, KeyValuePair<string, string>[] fields)
    {
        var token = Token().Match(page);
        using var form = new FormUrlEncodedContent([new(token.Groups[1].Value, token.Groups[2].Value), .. fields]);
        using var answer = await client.PostAsync(new Uri(to, UriKind.Relative), form);
        if (answer.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"{to} answered {answer.StatusCode}");
    }

    public void Dispose()
    {
        if (!server.HasExited) server.Kill();
        server.WaitForExit();
        server.Dispose();
        folder.Dispose();
    }

    private bool Answers()
    {
        try
        {
            using var client = new HttpClient { BaseAddress = new(Url) };
            using var answer = client.GetAsync(new Uri("/signin", UriKind.Relative)).GetAwaiter().GetResult();
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private string Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"heng {string.Join(' ', arguments)} ended with {process.ExitCode}: {process.StandardError.ReadToEnd()}");
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments, "--data", folder.Path]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        return process;
    }

    private static string LastMonth() => DateTime.UtcNow.AddHours(8).AddMonths(-1).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"(__RequestVerificationToken|[^\"]*[Ff]orgery[^\"]*)\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
