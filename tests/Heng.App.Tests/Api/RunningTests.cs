using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Heng.App.Features.Api.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Heng.App.Tests.Api;

/// <summary>How the program runs, as Prometheus reads it and as a collector gets it.</summary>
public sealed class RunningTests
{
    private const string Me = "/api/v1/me", Line = "{\"event\":\"party\"}\n";

    [Fact]
    public async Task Every_line_for_Prometheus_is_one_that_its_format_allows()
    {
        using var site = new ApiSite();
        var key = site.Key("manager", "read:running", "ingest:events");
        for (var i = 0; i < 3; i++) await site.Get(key, Me);
        await Send(site, key);
        var families = PrometheusText.Read((await site.Get(key, "/api/v1/running")).Text);
        var asked = families.Single(f => f.Name == "http_server_request_duration_seconds");
        Assert.Equal(("histogram", "Duration of HTTP server requests."), (asked.Kind, asked.Help));
        Assert.True(asked.Samples.Where(s => s.Name.EndsWith("_count", StringComparison.Ordinal) && s.Labels.GetValueOrDefault("http_route") == Me).Sum(s => s.Value) >= 3);
        var lines = families.Single(f => f.Name == "heng_ingest_lines_total");
        Assert.Equal("Lines that programs sent, by what became of them", lines.Help);
        Assert.True(lines.Samples.Single(s => s.Labels["heng_address"] == "events" && s.Labels["heng_outcome"] == "rejected").Value >= 1);
        Assert.DoesNotContain(families.SelectMany(f => f.Samples).SelectMany(s => s.Labels.Values), v => v.Contains(site.Folder, StringComparison.Ordinal) || v.Contains(key[14..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_would_end_a_line_or_a_label_is_escaped_and_what_is_no_number_is_written_as_Prometheus_does()
    {
        using var numbers = new RunningNumbers();
        await numbers.StartAsync(default);
        using var meter = new Meter(RunningNumbers.Own);
        const string hard = "a\\b\"c\nd{}=, 小店";
        meter.CreateCounter<long>("test.hard", "By", "one\\two\nthree").Add(3, new KeyValuePair<string, object?>("test.label", hard));
        meter.CreateGauge<double>("test.far").Record(double.PositiveInfinity);
        meter.CreateHistogram<double>("test.spread", "s").Record(0.005);
        var families = PrometheusText.Read(numbers.Written());
        var told = families.Single(f => f.Name == "test_hard_bytes_total");
        Assert.Equal(("counter", "one\\two\nthree", 3d), (told.Kind, told.Help, told.Samples.Single().Value));
        Assert.Equal(hard, told.Samples.Single().Labels["test_label"]);
        Assert.Equal(double.PositiveInfinity, families.Single(f => f.Name == "test_far").Samples.Single().Value);
        // 0.005 is within the first edge and so within all eleven.
        Assert.All(families.Single(f => f.Name == "test_spread_seconds").Samples.Where(s => s.Name.EndsWith("_bucket", StringComparison.Ordinal)), s => Assert.Equal(1, s.Value));
    }

    [Fact]
    public async Task A_collector_that_the_standards_variables_name_gets_Hengs_numbers_as_protobuf()
    {
        await using var collector = await Receiver.Start(200);
        using var site = new ApiSite(configure: To(collector.Url));
        var key = site.Key("manager", "read:metrics", "ingest:events");
        await site.Get(key, Me);
        await Send(site, key);
        // Other servers of this process are measured too, so that the name alone does not say that it was this one's request.
        var got = await Until(() => collector.Heard.Where(h => Encoding.Latin1.GetString(h.Body).Contains(Me, StringComparison.Ordinal)).Select(h => OtlpMetrics.Read(h.Body)).LastOrDefault(m => m.Names.Contains("heng.ingest.lines") && m.Names.Contains("http.server.request.duration")));
        Assert.Equal("heng", got.Resource["service.name"]);
        Assert.True(Sends(site));
        Assert.All(collector.Heard, h => Assert.Equal(("/v1/metrics", "application/x-protobuf"), (h.Path, h.Type)));
        var said = Encoding.Latin1.GetString(collector.Heard.SelectMany(h => h.Body).ToArray());
        Assert.Contains(Me, said, StringComparison.Ordinal);
        Assert.DoesNotContain(key[14..], said, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Folder, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_sent()
    {
        await using var collector = await Receiver.Start(200);
        using (var site = new ApiSite(configure: To(collector.Url, "")))
        {
            await site.Get(site.Key("manager", "read:metrics"), Me);
            await Task.Delay(700);
            // Nor to where the standard falls back to.
            Assert.False(Sends(site));
        }
        Assert.Empty(collector.Heard);
    }

    [Theory]
    [InlineData("away")]
    [InlineData("slow")]
    [InlineData("broken")]
    public async Task A_collector_that_is_away_slow_or_broken_keeps_nobody_waiting(string how)
    {
        await using var collector = await Receiver.Start(async (_, context) =>
        {
            if (how == "slow") await Task.Delay(TimeSpan.FromSeconds(60), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return 500;
        });
        var clock = Stopwatch.StartNew();
        using (var site = new ApiSite(configure: To(how == "away" ? "http://127.0.0.1:9" : collector.Url)))
        {
            var key = site.Key("manager", "read:metrics", "read:running");
            if (how != "away") await Until(() => collector.Heard.FirstOrDefault());
            for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await site.Get(key, Me)).Status);
            PrometheusText.Read((await site.Get(key, "/api/v1/running")).Text);
        }
        // Nothing waited for the sixty seconds, neither who asked nor the end of the server.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(45));
    }

    private static bool Sends(ApiSite site) => site.App.Services.GetServices<IHostedService>().OfType<RunningEndpoints.OtlpExport>().Single().Sends;

    private static Action<WebApplicationBuilder> To(string url, string? endpoint = null) => builder =>
    {
        builder.Configuration[RunningEndpoints.Otlp] = endpoint ?? url;
        builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        builder.Configuration["OTEL_METRIC_EXPORT_INTERVAL"] = "200";
    };

    private static async Task Send(ApiSite site, string key)
    {
        using var client = new HttpClient { BaseAddress = new(site.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var content = new StringContent(Line, Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync(new Uri("/api/v1/events", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private static async Task<T> Until<T>(Func<T?> found) where T : class
    {
        for (var i = 0; i < 300; i++)
        {
            if (found() is { } one) return one;
            await Task.Delay(100);
        }
        throw new TimeoutException("the collector got nothing of it");
    }
}

/// <summary>An ExportMetricsServiceRequest of OTLP, read field by field: what of it the tests look at.</summary>
internal sealed record OtlpMetrics(IReadOnlyDictionary<string, string> Resource, IReadOnlyList<string> Names)
{
    public static OtlpMetrics Read(byte[] body)
    {
        var all = Of(body, 1).ToList();
        var attributes = all.SelectMany(r => Of(r, 1)).SelectMany(r => Of(r, 1)).Select(a => (Key: Text(Of(a, 1).Single()), Value: Of(Of(a, 2).Single(), 1).Select(Text).FirstOrDefault() ?? "")).DistinctBy(a => a.Key);
        return new(attributes.ToDictionary(a => a.Key, a => a.Value), [.. all.SelectMany(r => Of(r, 2)).SelectMany(s => Of(s, 2)).Select(m => Text(Of(m, 1).Single()))]);
    }

    private static string Text(byte[] bytes) => new UTF8Encoding(false, true).GetString(bytes);

    /// <summary>The messages and texts under a number; every byte has to belong to a field.</summary>
    private static IEnumerable<byte[]> Of(byte[] message, int wanted)
    {
        var at = 0;
        while (at < message.Length)
        {
            var tag = Number(message, ref at);
            var (field, length) = ((int)(tag >> 3), (tag & 7) switch { 0 => 0, 1 => 8, 5 => 4, 2 => (int)Number(message, ref at), _ => throw new FormatException("no such wire type") });
            if ((tag & 7) == 0) Number(message, ref at);
            if (at + length > message.Length) throw new FormatException("a field ends behind its message");
            if (field == wanted && (tag & 7) == 2) yield return message[at..(at + length)];
            at += length;
        }
    }

    private static ulong Number(byte[] message, ref int at)
    {
        ulong number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return number;
        }
    }
}
