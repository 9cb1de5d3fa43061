using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Heng.App.Features.Live;
using Heng.App.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Heng.App.Tests.Live.SendingSite;

namespace Heng.App.Tests.Live;

/// <summary>What programs send that is nearly right: marks before UTF-8, shops that nobody knows, names without end, bodies that never end.</summary>
public sealed class SendingEdgeTests
{
    private static readonly string Good = Line("16:58:00", "buyer", "在吗");

    private static (int, int, int, string?) Said(Api.Answer answer) => (answer.Json["lines"]!.GetValue<int>(), answer.Json["accepted"]!.GetValue<int>(), answer.Json["rejected"]!.GetValue<int>(), answer.Json["notTaken"]!.AsArray().FirstOrDefault()?["code"]!.GetValue<string>());

    [Fact]
    public async Task The_mark_before_UTF8_costs_no_line()
    {
        const string mark = "\uFEFF";
        using var site = new SendingSite();
        Assert.Equal((2, 2, 0, null), Said(await site.Send("messages", mark + Good + Line("16:58:10", "agent", "在的"))));
        Assert.Equal((1, 1, 0, null), Said(await site.Send("messages", mark + Line("16:58:20", "buyer", "有货吗"), gzip: true)));
        Assert.Equal((1, 1, 0, null), Said(await site.Send("messages", $"{mark}[{Line("16:58:30", "agent", "有的")}]", type: "application/json")));
        Assert.Equal((1, 1, 0, null), Said(await site.Send("events", mark + """{"event":"status","account":"小店:小雨","time":"2026-11-02 09:00:00","status":"online"}""")));
        // In the middle it belongs to its line, which is none.
        Assert.Equal((2, 1, 1, "json-unreadable"), Said(await site.Send("messages", Line("16:58:40", "buyer", "好") + mark + Good)));
    }

    [Fact]
    public async Task The_first_sending_of_all_names_its_shops_and_from_then_on_a_slip_of_the_pen_makes_none()
    {
        using var site = new SendingSite();
        string Of(string shop, string at) => Line(at, "buyer", "在吗").Replace($"\"shop\":\"{Counter.Shop}\"", $"\"shop\":\"{shop}\"", StringComparison.Ordinal);
        Assert.Equal((2, 2, 0, null), Said(await site.Send("messages", Good + Of("大店", "16:58:05"))));
        Assert.Equal((2, 1, 1, "shop-unknown"), Said(await site.Send("messages", Of("大店", "16:58:10") + Of("大点", "16:58:20"))));
        Assert.Equal((1, 0, 1, "shop-unknown"), Said(await site.Send("orders?shop=大点", """{"order":"1","amount":1,"created_at":"2026-11-02 16:00:00"}""")));
        // A status log names no shop.
        Assert.Equal((1, 1, 0, null), Said(await site.Send("events?shop=大点", """{"event":"status","account":"小店:小雨","time":"2026-11-02 09:00:00","status":"online"}""")));
        site.Absorbing.Run();
        Assert.Equal(["大店", Counter.Shop], site.Site.Database.Shops.All.Select(s => s.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Names_and_ids_of_two_hundred_characters_are_taken_and_one_more_is_not()
    {
        using var site = new SendingSite();
        var most = new string('长', 200);
        foreach (var field in new[] { "shop", "buyer", "account", "id" })
        {
            string With(string value) => Line("16:58:00", "buyer", "在吗", "m1").Replace(field switch { "shop" => $"\"shop\":\"{Counter.Shop}\"", "buyer" => "\"buyer\":\"ann\"", "account" => "\"account\":\"小店:小雨\"", _ => "\"id\":\"m1\"" }, $"\"{field}\":\"{value}\"", StringComparison.Ordinal);
            using var fresh = new SendingSite();
            Assert.Equal((1, 1, 0, null), Said(await fresh.Send("messages", With(most))));
            Assert.Equal((1, 0, 1, "value-too-long"), Said(await fresh.Send("messages", With(most + "长"))));
        }
        static string Order(string id, string buyer) => $$"""{"shop":"{{Counter.Shop}}","order":"{{id}}","buyer":"{{buyer}}","amount":1,"created_at":"2026-11-02 16:00:00"}""";
        Assert.Equal((1, 1, 0, null), Said(await site.Send("orders", Order(most, most))));
        Assert.Equal((1, 0, 1, "value-too-long"), Said(await site.Send("orders", Order(most + "长", "ann"))));
        Assert.Equal((1, 0, 1, "value-too-long"), Said(await site.Send("orders", Order("1", most + "长"))));
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_given_up_by_name_and_without_a_word_in_the_log()
    {
        var log = new Lines();
        using var counter = new Counter();
        using var site = new Api.ApiSite(counter.Database, builder => builder.Logging.AddProvider(log));
        var key = site.Key("manager", "ingest:messages");
        foreach (var (language, begins) in new[] { ("zh-CN", "请求的内容来得太慢"), ("en", "body came too slowly") })
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(IPAddress.Loopback, new Uri(site.Url).Port);
            await using var stream = tcp.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nAccept-Language: {language}\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n{{\"shop\""));
            using var reader = new StreamReader(stream);
            var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(40));
            Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
            Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
            Assert.Contains("\"code\": \"request-timeout\"".Replace(" ", "", StringComparison.Ordinal), answer.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains(begins, answer, StringComparison.Ordinal);
        }
        Assert.Empty(log.Written);
        Assert.Equal(0, site.App.Services.GetRequiredService<SentRoom>().Held);
    }

    [Fact]
    public async Task What_is_taken_apart_at_once_is_bounded_and_goes_in_order()
    {
        var turn = new SentTurn(most: 100);
        var first = await turn.Enter(60, default);
        var second = turn.Enter(50, default);
        using var gone = new CancellationTokenSource();
        var third = turn.Enter(10, gone.Token);
        var fourth = turn.Enter(1000, default);
        // 60 + 50 > 100: the second waits, and whoever came later waits behind it, small as it is.
        Assert.Equal((false, false, false, 40L), (second.IsCompleted, third.IsCompleted, fourth.IsCompleted, turn.Free));
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        first.Dispose();
        first.Dispose();
        var two = await second.WaitAsync(TimeSpan.FromSeconds(5));
        // What is larger than everything waits until it is alone.
        Assert.Equal((false, 50L), (fourth.IsCompleted, turn.Free));
        two.Dispose();
        (await fourth.WaitAsync(TimeSpan.FromSeconds(5))).Dispose();
        Assert.Equal(100, turn.Free);
    }

    [Fact]
    public async Task A_clock_that_is_five_minutes_ahead_is_taken_and_a_second_more_is_not()
    {
        using var site = new SendingSite();
        // It is 17:00:00.
        Assert.Equal((2, 1, 1, "time-in-future"), Said(await site.Send("messages", Line("17:05:00", "buyer", "在吗") + Line("17:05:01", "buyer", "有人吗"))));
    }

    [Fact]
    public async Task The_values_of_a_day_that_goes_on_are_provisional_and_of_one_that_is_over_final()
    {
        using var site = new SendingSite();
        var key = site.Site.Key("manager", "read:metrics");
        async Task<string> State(string day) => (await site.Site.Get(key, $"/api/v1/metrics?from={day}&to={day}&by=day&metric=consulted")).Rows.Single()!["metrics"]!["consulted"]!["state"]!.GetValue<string>();
        await site.Send("messages", Line("16:58:00", "buyer", "在吗") + Line("16:58:30", "agent", "在的"));
        site.Absorbing.Run();
        Assert.Equal("provisional", await State("2026-11-02"));
        // The next morning somebody writes again: yesterday is over.
        site.Site.Clock.Pass(TimeSpan.FromHours(16));
        await site.Send("messages", Line("16:58:00", "buyer", "早").Replace("2026-11-02 16:58:00", "2026-11-03 08:30:00", StringComparison.Ordinal));
        site.Absorbing.Run();
        Assert.Equal("final", await State("2026-11-02"));
        Assert.Equal("provisional", await State("2026-11-03"));
    }

    [Fact]
    public void The_last_day_of_a_file_that_was_made_on_that_day_is_provisional_and_of_any_other_final()
    {
        foreach (var (made, state) in new[] { ((string?)null, "final"), ("2026-11-02T15:30", "provisional"), ("2026-11-03T00:00", "final") })
        {
            using var counter = new Counter();
            counter.Import(counter.File("people.csv", People));
            counter.Import(counter.File("m.csv", Counter.Messages + Counter.Line("2026-11-02 10:00:00") + Counter.Line("2026-11-02 10:00:10", "在的", "agent")), made is null ? [] : ["--exported-at", made]);
            var rows = System.Text.Json.Nodes.JsonNode.Parse(counter.Json("metrics", "--from", "2026-11-02", "--to", "2026-11-02", "--by", "day", "--metric", "consulted"))!.AsArray();
            Assert.Equal((made, state), (made, rows.Single()!["metrics"]!["consulted"]!["state"]!.GetValue<string>()));
        }
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Written { get; } = [];
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Written.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{logLevel} {formatter(state, exception)} {exception}"));
        public void Dispose() { }
    }
}
