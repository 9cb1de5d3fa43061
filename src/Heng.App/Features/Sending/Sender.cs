using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Live;
using Heng.Intake;
using Heng.Intake.Written;

namespace Heng.App.Features.Sending;

/// <summary>What was sent of a file in one go, and what the server made of it.</summary>
public sealed record SendReport(string File, long Lines, long Accepted, long Duplicate, long Rejected, long Dropped)
{
    public static SendReport operator +(SendReport a, SendReport b) => new(b.File, a.Lines + b.Lines, a.Accepted + b.Accepted, a.Duplicate + b.Duplicate, a.Rejected + b.Rejected, a.Dropped + b.Dropped);
}

/// <summary>
/// Sends files to a server that serves Heng (<c>heng send</c>), goes on where it stopped, and follows files that grow. A server that is full, ending or not there is waited for; what it will
/// never take (a key that is none, a format that is not sent) ends it by name. Lines that the server rejects are told and passed by.
/// </summary>
public sealed class Sender(HttpClient client, string? shop, string? kind, Action<string, JsonObject> told)
{
    private const int LinesAtOnce = 2000, MostWait = 60;

    /// <summary>Sends what is new of a file: of one of lines up to its last whole line; where nothing is waited for, a last one without its end too if it is whole.</summary>
    public async Task<SendReport> Send(string file, SendState state, bool ended, CancellationToken cancel)
    {
        var (done, before) = (state.Of(file), state.LinesOf(file));
        var isLines = Path.GetExtension(file).ToLowerInvariant() is ".ndjson" or ".jsonl";
        var report = new SendReport(Path.GetFileName(file), 0, 0, 0, 0, 0);
        foreach (var (address, body, lines, reached) in isLines ? Lines(file, done, ended) : Rows(file, done))
        {
            if (lines > 0) report += await Post(file, address, body, isLines ? before : 0, cancel);
            state.Reached(file, reached, before += lines);
        }
        return report;
    }

    private string Address(string format) => format switch
    {
        IngestFormats.Messages => "messages",
        IngestFormats.Orders => "orders",
        _ => "events",
    };

    private IEnumerable<(string Address, byte[] Body, int Lines, long Reached)> Lines(string file, long from, bool ended)
    {
        using var stream = File.Open(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = from;
        using var part = new MemoryStream();
        var buffer = new byte[1 << 16];
        var (lines, reached) = (0, from);
        while (true)
        {
            var read = stream.Read(buffer);
            var at = 0;
            while (buffer.AsSpan(at, read - at).IndexOf((byte)'\n') is >= 0 and var stop)
            {
                part.Write(buffer, at, stop + 1);
                (at, lines) = (at + stop + 1, lines + 1);
                if (lines < LinesAtOnce && part.Length < IngestEndpoints.MostBytes / 2) continue;
                reached += part.Length;
                yield return (kind ?? "messages", part.ToArray(), lines, reached);
                part.SetLength(0);
                lines = 0;
            }
            part.Write(buffer, at, read - at);
            if (read > 0) continue;
            // The last line may be only half there yet.
            var whole = part.GetBuffer().AsSpan(0, (int)part.Length).LastIndexOf((byte)'\n') + 1;
            var last = part.GetBuffer().AsMemory(whole, (int)part.Length - whole);
            var takes = ended && IsWhole(last);
            if (ended && !takes && last.Span.IndexOfAnyExcept(" \t\r"u8) >= 0) Untold(file);
            var length = takes ? (int)part.Length : whole;
            if (length > 0) yield return (kind ?? "messages", part.GetBuffer().AsSpan(0, length).ToArray(), lines + (takes ? 1 : 0), reached + length);
            yield break;
        }
    }

    private void Untold(string file) => told(Path.GetFileName(file), new()
    {
        ["code"] = "line-unfinished", ["reason"] = "最后一行还没有写完，留到下次再送 / the last line has no end yet and is left for the next time",
    });

    private static bool IsWhole(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private IEnumerable<(string Address, byte[] Body, int Lines, long Reached)> Rows(string file, long from)
    {
        using var opening = IntakeFile.Open(file, new(shop));
        if (opening is Refused { Refusal: var why }) throw new CommandStoppedException(Exit.BadInput, why.Code, why.Message);
        var opened = (Opened)opening;
        var sent = opened.Format.Holds == Holding.Messages ? IngestFormats.Messages : opened.Format.Id;
        var named = IngestFormats.Events.FirstOrDefault(e => e.Value == sent).Key;
        if (sent is not (IngestFormats.Messages or IngestFormats.Orders) && named is null)
            throw CommandStoppedException.BadInput("format-not-sent", $"“{opened.Format.Id}”不能用接口送入，请用 heng import 导入", $"'{opened.Format.Id}' is not sent by the interface; import it with heng import");
        var (part, lines, row) = (new StringBuilder(), 0, 0L);
        foreach (var one in opened.Rows())
        {
            if (++row <= from || one.Outcome != Outcome.Accepted) continue;
            if (one.Record is { } record) part.Append(SentRecords.Line(opened.Format, record, named));
            else
            {
                using var text = new StringWriter();
                new MessageLines(text).Add(one.Message);
                part.Append(text);
            }
            if (++lines < LinesAtOnce) continue;
            yield return (Address(sent), Encoding.UTF8.GetBytes(part.ToString()), lines, row);
            part.Clear();
            lines = 0;
        }
        yield return (Address(sent), Encoding.UTF8.GetBytes(part.ToString()), lines, row);
    }

    private async Task<SendReport> Post(string file, string address, byte[] body, long before, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            var wait = Math.Min(MostWait, 1 << Math.Min(tries, 6));
            try
            {
                using var content = new ByteArrayContent(Zipped(body));
                content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
                content.Headers.ContentEncoding.Add("gzip");
                using var answer = await client.PostAsync(new Uri(shop is null ? address : $"{address}?shop={Uri.EscapeDataString(shop)}", UriKind.Relative), content, cancel);
                var text = await answer.Content.ReadAsStringAsync(cancel);
                if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity && Read(text) is { } json) return Told(file, json, before);
                if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout) && (int)answer.StatusCode < 500) throw Refused(answer.StatusCode, text);
                wait = (int)Math.Clamp(answer.Headers.RetryAfter?.Delta?.TotalSeconds ?? wait, 1, MostWait);
            }
            catch (Exception e) when (e is HttpRequestException or IOException || e is TaskCanceledException && !cancel.IsCancellationRequested)
            {
                // Not there, or gone in the middle: what it had acknowledged is a duplicate next time.
            }
            await Task.Delay(TimeSpan.FromSeconds(wait), cancel);
        }
    }

    /// <param name="before">Lines of the file before those that were sent: a line is told by its place in the file.</param>
    private SendReport Told(string file, JsonObject json, long before)
    {
        foreach (var line in json["notTaken"]?.AsArray() ?? [])
        {
            var one = line!.DeepClone().AsObject();
            one["line"] = (one["line"]?.GetValue<long>() ?? 0) + before;
            told(Path.GetFileName(file), one);
        }
        long Of(string name) => json[name]?.GetValue<long>() ?? 0;
        return new(Path.GetFileName(file), Of("lines"), Of("accepted"), Of("duplicate"), Of("rejected"), Of("dropped"));
    }

    private static CommandStoppedException Refused(HttpStatusCode status, string text)
    {
        var problem = Read(text);
        var (code, words) = (problem?["code"]?.GetValue<string>() ?? "server-refused", problem?["title"]?.GetValue<string>() ?? $"HTTP {(int)status}");
        return CommandStoppedException.Refused(new(code, new(words, words)));
    }

    private static JsonObject? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Fastest)) gzip.Write(bytes);
        return into.ToArray();
    }
}
