using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Heng.App.Features.Api;
using Heng.App.Features.Live;
using Heng.App.Tests.Api;
using Heng.App.Tests.Importing;
using Heng.Store;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using static Heng.App.Tests.Live.SendingSite;

namespace Heng.App.Tests.Live;

/// <summary>What a broken or hostile program sends: each is answered by name, nothing is our fault, the good lines beside it are kept, and no memory stays held.</summary>
public class HostileSendingTests
{
    private const string Lines = "application/x-ndjson";
    private static readonly string Good = Line("16:58:00", "buyer", "在吗");

    private static string Bad(string field, string json) => Good.Replace(field switch { "at" => "\"at\":\"2026-11-02 16:58:00\"", "text" => "\"text\":\"在吗\"", _ => "\"buyer\":\"ann\"" }, $"\"{field}\":{json}", StringComparison.Ordinal);

    private static string Nested(int deep) => "\"x\":" + new string('[', deep) + new string(']', deep);

    private static async Task<Answer> Send(SendingSite site, byte[] body, string? type = Lines, string address = "messages", string? encoding = null)
    {
        using var client = new HttpClient { BaseAddress = new(site.Site.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", site.Key);
        using var content = new ByteArrayContent(body);
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (encoding is not null) content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        using var answer = await client.PostAsync(new Uri("/api/v1/" + address, UriKind.Relative), content);
        return await Answer.Of(answer);
    }

    private static Task<Answer> Send(SendingSite site, string body, string? type = Lines, string address = "messages", string? encoding = null) => Send(site, Encoding.UTF8.GetBytes(body), type, address, encoding);

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "ten thousand deep", "{" + Nested(10_000) + "}\n", "json-unreadable" },
        { "a field ten thousand deep beside good ones", Good.TrimEnd()[..^1] + "," + Nested(10_000) + "}\n", "json-unreadable" },
        { "a line of ten megabytes", Bad("text", "\"" + new string('长', 3_500_000) + "\""), "row-too-long" },
        { "a line of ten megabytes that is no JSON", new string('x', 10 << 20) + "\n", "row-too-long" },
        { "year 0", Bad("at", "\"0000-01-01 00:00:00\""), "time-unreadable" },
        { "year 9999", Bad("at", "\"9999-12-31 23:59:59\""), "time-unreadable" },
        { "1989", Bad("at", "\"1989-12-31 23:59:59\""), "time-unreadable" },
        { "a zone of 25 hours", Bad("at", "\"2026-11-02T16:58:00+25:00\""), "time-unreadable" },
        { "a zone that puts it into the day after tomorrow", Bad("at", "\"2026-11-03T17:00:01-00:01\""), "time-in-future" },
        { "the 30th of February", Bad("at", "\"2026-02-30 12:00:00\""), "time-unreadable" },
        { "a number for a time", Bad("at", "20261102"), "time-unreadable" },
        { "a list for a buyer", Bad("buyer", "[\"ann\"]"), "json-unreadable" },
        { "null for a buyer", Bad("buyer", "null"), "value-missing" },
        { "a lone surrogate", Bad("text", "\"\\ud800\""), "json-unreadable" },
        { "two objects on one line", Good.TrimEnd() + Good, "json-unreadable" },
        { "nothing but a word", "true\n", "json-unreadable" },
        { "a line's half", Good[..40] + "\n", "json-unreadable" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_bad_line_is_told_by_name_and_the_good_ones_around_it_are_kept(string what, string line, string code)
    {
        using var site = new SendingSite();
        var answer = await Send(site, Good + line + Line("16:59:00", "buyer", "有货吗"));
        Assert.True(answer.Status == HttpStatusCode.OK, $"{what}: {answer.Text}");
        Assert.Equal((3, 2, 1), (answer.Json["lines"]!.GetValue<int>(), answer.Json["accepted"]!.GetValue<int>(), answer.Json["rejected"]!.GetValue<int>()));
        Assert.Equal((2, code), (answer.Json["notTaken"]![0]!["line"]!.GetValue<int>(), answer.Json["notTaken"]![0]!["code"]!.GetValue<string>()));
        Assert.Equal((2L, 0L), (site.Site.Database.Ingest.Lines, site.Site.App.Services.GetRequiredService<SentRoom>().Held));
        if (!what.Contains("deep", StringComparison.Ordinal)) return;
        // As events they are lines that name no event.
        Assert.Equal("event-unknown", (await Send(site, line, address: "events")).Json["notTaken"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_cost_their_own_line_alone_in_lines_and_in_an_array()
    {
        using var site = new SendingSite();
        byte[] broken = [.. Encoding.UTF8.GetBytes(Good[..^5]), 0xFF, 0xC3, .. Encoding.UTF8.GetBytes("\"}\n")];
        byte[] good = Encoding.UTF8.GetBytes(Line("16:59:00", "buyer", "有货吗"));
        var lines = await Send(site, [.. broken, .. good]);
        Assert.Equal((1, "encoding-broken"), (lines.Json["accepted"]!.GetValue<int>(), lines.Json["notTaken"]![0]!["code"]!.GetValue<string>()));
        var array = await Send(site, [(byte)'[', .. good, (byte)',', .. Encoding.UTF8.GetBytes(Bad("text", "\"\\ud800\"")), (byte)',', .. Encoding.UTF8.GetBytes(Bad("text", "{}")), (byte)']'], "application/json");
        Assert.Equal((1, 2), (array.Json["duplicate"]!.GetValue<int>(), array.Json["rejected"]!.GetValue<int>()));
        Assert.Equal(["json-unreadable", "json-unreadable"], array.Json["notTaken"]!.AsArray().Select(l => l!["code"]!.GetValue<string>()));
        var whole = await Send(site, [(byte)'[', .. broken, (byte)']'], "application/json");
        Assert.Contains(whole.Status == HttpStatusCode.BadRequest ? whole.Code : whole.Json["notTaken"]![0]!["code"]!.GetValue<string>(), new[] { "request-unreadable", "encoding-broken" });
    }

    [Theory]
    [InlineData("[", "request-unreadable")]
    [InlineData("{\"orders\":[]}", null)]
    [InlineData("{\"messages\":3}", "request-unreadable")]
    [InlineData("{\"\\ud800\":[]}", null)]
    [InlineData("\"messages\"", "request-unreadable")]
    [InlineData("", "request-unreadable")]
    [InlineData("deep", "request-unreadable")]
    public async Task A_document_that_holds_no_array_is_refused_or_is_one_line_that_is_none(string body, string? code)
    {
        using var site = new SendingSite();
        var answer = await Send(site, body == "deep" ? Nested(10_000)[4..] : body, "application/json");
        if (code is not null) Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
        else Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (answer.Status, answer.Json["accepted"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Of_fields_of_one_name_the_last_counts_and_a_number_may_be_written_as_text()
    {
        using var site = new SendingSite();
        Assert.Equal(HttpStatusCode.OK, (await Send(site, Good.Replace("\"text\":\"在吗\"", "\"text\":\"甲\",\"text\":\"乙\"", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send(site, Line("16:58:20", "buyer", "").Replace("\"text\":\"\"", "\"text\":120", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send(site, "{\"shop\":\"小店\",\"order\":9001,\"buyer\":\"ann\",\"amount\":\"120.50\",\"created_at\":\"2026-11-02T08:59:10Z\"}", address: "orders")).Status);
        site.Absorbing.Run();
        Assert.Equal(["Buyer 乙", "Buyer 120"], site.Kept);
        var order = site.Site.Database.Orders.Find(site.Site.Database.Shops.Find(Counter.Shop)!.Id, ["9001"]).Single();
        // 08:59:10 in London is 16:59:10 in Shanghai.
        Assert.Equal((120.5m, new DateTime(2026, 11, 2, 16, 59, 10)), (order.Amount, Heng.Engine.Records.ShopClock.Shanghai.ToLocal(order.Created)));
    }

    [Theory]
    [InlineData("text/csv", null, "type-not-taken")]
    [InlineData("application/xml", null, "type-not-taken")]
    [InlineData("multipart/form-data; boundary=x", null, "type-not-taken")]
    [InlineData("nonsense", null, "type-not-taken")]
    [InlineData("application/x-ndjson; charset=gbk", null, "encoding-not-taken")]
    [InlineData(Lines, "zstd", "encoding-not-taken")]
    [InlineData(Lines, "br", "encoding-not-taken")]
    [InlineData(Lines, "deflate", "encoding-not-taken")]
    [InlineData(Lines, "gzip, gzip", "encoding-not-taken")]
    [InlineData(null, null, null)]
    [InlineData("text/plain; charset=\"UTF-8\"", null, null)]
    [InlineData("application/jsonl", "identity", null)]
    public async Task What_is_said_to_be_something_else_is_refused_whole(string? type, string? encoding, string? code)
    {
        using var site = new SendingSite();
        var answer = await Send(site, Good, type, encoding: encoding);
        if (code is not null) Assert.Equal((HttpStatusCode.UnsupportedMediaType, code), (answer.Status, answer.Code));
        else Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(code is null ? 1 : 0, site.Site.Database.Ingest.Lines);
    }

    [Fact]
    public async Task Gzip_that_is_none_is_refused_and_one_that_unpacks_to_a_gigabyte_is_left_at_its_thirty_third_megabyte()
    {
        using var site = new SendingSite();
        Assert.Equal((HttpStatusCode.BadRequest, "gzip-unreadable"), await Of(Encoding.UTF8.GetBytes(Good)));
        var zipped = Zipped(Encoding.UTF8.GetBytes(Good));
        zipped[12] ^= 0xFF;
        Assert.Equal((HttpStatusCode.BadRequest, "gzip-unreadable"), await Of(zipped));
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 1024; i++) gzip.Write(new byte[1 << 20]);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "request-too-large"), await Of(bomb.ToArray()));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 200L << 20);
        Assert.Equal((0L, 0L), (site.Site.Database.Ingest.Lines, site.Site.App.Services.GetRequiredService<SentRoom>().Held));
        async Task<(HttpStatusCode, string)> Of(byte[] body) => await Send(site, body, encoding: "gzip") is var answer ? (answer.Status, answer.Code) : default;
    }

    [Fact]
    public async Task Of_a_gzip_that_was_cut_off_or_goes_on_behind_its_end_no_line_is_kept_wherever_the_cut_is()
    {
        using var site = new SendingSite();
        var zipped = Zipped(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(n => Line("16:59:00", "buyer", $"有货吗{n}")))));
        foreach (var whole in new[] { zipped[..(zipped.Length / 2)], zipped[..^200], zipped[..^9], zipped[..^8], zipped[..^4], zipped[..^1], [.. zipped, 0, 0, 0, 0, 1], [] })
            Assert.Equal((HttpStatusCode.BadRequest, "gzip-unreadable"), await Send(site, whole, encoding: "gzip") is var answer ? (answer.Status, answer.Code) : default);
        Assert.Equal(0, site.Site.Database.Ingest.Lines);
        Assert.Equal(HttpStatusCode.OK, (await Send(site, zipped, encoding: "gzip")).Status);
        Assert.Equal(2000, site.Site.Database.Ingest.Lines);
    }

    [Fact]
    public async Task A_connection_that_ends_before_its_body_keeps_nothing_and_the_server_goes_on()
    {
        using var site = new SendingSite();
        foreach (var chunked in new[] { false, true })
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync("127.0.0.1", new Uri(site.Site.Url).Port);
            var head = $"POST /api/v1/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {site.Key}\r\nContent-Type: {Lines}\r\n{(chunked ? "Transfer-Encoding: chunked" : "Content-Length: 100000")}\r\n\r\n";
            var stream = tcp.GetStream();
            var body = Encoding.UTF8.GetBytes(Good);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head + (chunked ? body.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n" : "")));
            await stream.WriteAsync(body);
            tcp.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream);
            var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(20));
            Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), answer);
        }
        Assert.Equal(0, site.Site.Database.Ingest.Lines);
        Assert.Equal((1, 1, 0, 0, 0), await site.Sent("messages", Good));
        Assert.Equal(0, site.Site.App.Services.GetRequiredService<SentRoom>().Held);
    }

    [Fact]
    public async Task While_the_disk_can_not_follow_a_sender_is_told_when_to_come_again_and_then_all_is_taken()
    {
        using var site = new SendingSite();
        var commit = site.Site.App.Services.GetRequiredService<GroupCommit>();
        Assert.Equal((1, 1, 0, 0, 0), await site.Sent("messages", Good)); // the key is known, and was noted as used
        // Another writes to the same database for a while.
        using var another = site.Site.Database.Connect();
        another.Execute("BEGIN IMMEDIATE");
        var one = new IngestBatch(0, IngestFormats.Orders, "a program", 1, 0, Encoding.UTF8.GetBytes("order\n"));
        var first = commit.Keep([one with { Payload = new byte[GroupCommit.MostWaiting] }]);
        var told = await site.Send("messages", Good);
        Assert.Equal((HttpStatusCode.TooManyRequests, "ingest-full", "1"), (told.Status, told.Code, told.Headers["Retry-After"].Single()));
        another.Execute("ROLLBACK");
        await first!.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((1, 1, 0, 0, 0), await site.Sent("messages", Line("16:59:00", "buyer", "有货吗")));
    }

    [Fact]
    public async Task What_is_being_read_at_once_is_bounded_and_given_back()
    {
        var room = new SentRoom(most: 100_000);
        async Task<SentFault?> Read(SentBytes into, int bytes) => await into.Read(new MemoryStream(new byte[bytes]), default);
        using var first = new SentBytes(room, 80_000);
        Assert.Null(await Read(first, 60_000));
        using (var second = new SentBytes(room, 80_000)) Assert.Equal(SentFault.NoRoom, await Read(second, 40_001));
        using (var second = new SentBytes(room, 80_000)) Assert.Null(await Read(second, 40_000));
        using (var third = new SentBytes(room, 30_000)) Assert.Equal(SentFault.TooLarge, await Read(third, 30_001));
        Assert.Equal(60_000, room.Held);
        first.Dispose();
        Assert.Equal(0, room.Held);
    }

    [Fact]
    public async Task Fifty_thousand_lines_are_taken_and_one_more_is_not_with_or_without_its_end()
    {
        using var site = new SendingSite();
        var most = string.Concat(Enumerable.Repeat("{}\n", IngestEndpoints.MostLines));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(site, most)).Status);
        Assert.Equal("too-many-lines", (await Send(site, most + "{}")).Code);
        Assert.Equal(IngestEndpoints.MostTold, (await Send(site, most)).Json["notTaken"]!.AsArray().Count);
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Fastest)) gzip.Write(bytes);
        return into.ToArray();
    }
}
