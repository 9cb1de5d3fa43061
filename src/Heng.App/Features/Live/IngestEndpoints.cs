using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Api;
using Heng.App.Features.Api.Document;
using Heng.App.Features.Api.Running;
using Heng.App.Ui;
using Heng.Intake;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Refusal = Heng.App.CommandLine.Refusal;

namespace Heng.App.Features.Live;

/// <summary>
/// <c>POST /api/v1/messages|orders|events</c>: lines of JSON, or a JSON array, plain or gzipped. Answered when all accepted lines are on the disk; each line that was not taken is told with
/// its number and the name of the reason.
/// </summary>
public static class IngestEndpoints
{
    /// <summary>Of the body as it is after unpacking, and its lines; whoever has more sends more often.</summary>
    public const int MostBytes = 32 << 20, MostLines = 50_000;
    /// <summary>So that we say it is too large, and in our words, before the server does.</summary>
    private const int Beyond = 1 << 20;
    /// <summary>Lines that are told one by one; of more only the number is told.</summary>
    public const int MostTold = 1000;

    public static void MapIngest(this IEndpointRouteBuilder v1)
    {
        Map(v1, "/messages", "messages", ApiScope.IngestMessages, IngestDocument.Messages, lines => ([new(IngestFormats.Of(IngestFormats.Messages), lines)], []));
        Map(v1, "/orders", "orders", ApiScope.IngestOrders, IngestDocument.Orders, lines => ([new(IngestFormats.Of(IngestFormats.Orders), lines)], []));
        Map(v1, "/events", "events", ApiScope.IngestEvents, IngestDocument.Events, SentBody.Events);
    }

    private static void Map(IEndpointRouteBuilder v1, string address, string name, ApiScope scope, ApiDescribed described, Func<ArraySegment<byte>, (IReadOnlyList<SentPart>, IReadOnlyList<long>)> parted) =>
        v1.MapPost(address, async (string? shop, HttpContext context, [FromServices] Ingest ingest, [FromServices] SentRoom room, [FromServices] SentTurn turn, [FromServices] Database database) =>
        {
            if (NotTaken(context.Request) is { } wrong) return ApiProblem.Of(context, StatusCodes.Status415UnsupportedMediaType, wrong);
            using var body = new SentBytes(room, MostBytes);
            if (await body.Read(context.Request.Body, context.RequestAborted, context.Request.ContentLength) is { } why) return Refused(context, why);
            using var place = await turn.Enter(body.Bytes.Count, context.RequestAborted);
            if ((IsOneDocument(context.Request) ? SentBody.Lines(body.Bytes, name) : body.Bytes) is not { } lines) return ApiProblem.Of(context, StatusCodes.Status400BadRequest, IngestRefusals.NoArray(name));
            if (LinesOf(lines) > MostLines) return ApiProblem.Of(context, StatusCodes.Status413PayloadTooLarge, IngestRefusals.TooManyLines);
            var caller = ApiCaller.Of(context);
            var only = caller.Shop is { } own ? database.Shops.All.First(s => s.Id == own).Name : null;
            if (only is not null && shop is not null && shop != only) return ApiProblem.Of(context, StatusCodes.Status403Forbidden, IngestRefusals.OtherShop(only));
            var (parts, unknown) = parted(lines);
            return await ingest.Take(parts, shop, only, caller.KeyName) is { } taken ? Answer(context, taken, unknown, name) : Refused(context, SentFault.NoRoom);
        }).RequireScope(scope).WithMetadata(described, new RequestSizeLimitAttribute(MostBytes + Beyond));

    /// <summary>What does not say what it is is taken for lines.</summary>
    private static Refusal? NotTaken(HttpRequest request) =>
        request.Headers.ContentEncoding.Count > 0 && request.Headers.ContentEncoding is not ["identity"] ? IngestRefusals.EncodingUnknown
        : request.ContentType is not { } type ? null
        : !MediaTypeHeaderValue.TryParse(type, out var media) || !Types.Contains(media.MediaType.Value, StringComparer.OrdinalIgnoreCase) ? IngestRefusals.TypeUnknown
        : media.Charset.Value is { } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? IngestRefusals.EncodingUnknown : null;

    private static readonly string[] Types = ["application/x-ndjson", "application/jsonl", "application/x-jsonlines", "application/json", "text/plain"];

    private static bool IsOneDocument(HttpRequest request) => request.ContentType is { } type && type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("application/jsonl", StringComparison.OrdinalIgnoreCase);

    /// <summary>The last may have no end.</summary>
    private static int LinesOf(ReadOnlySpan<byte> lines) => lines.Count((byte)'\n') + (lines is [.., not (byte)'\n'] ? 1 : 0);

    private static IResult Refused(HttpContext context, SentFault why)
    {
        if (why == SentFault.NoRoom) context.Response.Headers.RetryAfter = "1";
        var (status, refusal) = why switch
        {
            SentFault.NoRoom => (StatusCodes.Status429TooManyRequests, IngestRefusals.Full),
            SentFault.TooLarge => (StatusCodes.Status413PayloadTooLarge, ApiRefusals.TooLarge),
            _ => (StatusCodes.Status400BadRequest, IngestRefusals.GzipBroken),
        };
        return ApiProblem.Of(context, status, refusal);
    }

    private static IResult Answer(HttpContext context, Ingested taken, IReadOnlyList<long> unknown, string name)
    {
        var language = ApiProblem.LanguageOf(context);
        var rejected = taken.Others.Count(o => o.Outcome == Outcome.Rejected) + unknown.Count;
        var told = taken.Others.Select(o => (o.Line, Outcome: Json.Kebab(o.Outcome), o.Reason!.Code, Words: language.T(o.Reason.Words)))
            .Concat(unknown.Select(line => (line, Json.Kebab(Outcome.Rejected), IngestRefusals.EventUnknown.Name, language.T(IngestRefusals.EventUnknown.Words)))).OrderBy(t => t.Item1);
        var answer = new JsonObject
        {
            ["lines"] = taken.Lines + unknown.Count, ["accepted"] = taken.Accepted, ["duplicate"] = taken.Duplicate, ["rejected"] = rejected, ["dropped"] = taken.Others.Count(o => o.Outcome == Outcome.Dropped),
            ["notTaken"] = new JsonArray([.. told.Take(MostTold).Select(t => new JsonObject { ["line"] = t.Item1, ["outcome"] = t.Item2, ["code"] = t.Item3, ["reason"] = t.Item4 })]),
        };
        OwnNumbers.Lines(name, "accepted", taken.Accepted);
        OwnNumbers.Lines(name, "duplicate", taken.Duplicate);
        OwnNumbers.Lines(name, "rejected", rejected);
        OwnNumbers.Lines(name, "dropped", taken.Others.Count(o => o.Outcome == Outcome.Dropped));
        // Where nothing at all was taken the sender most likely has to mend something first.
        var status = rejected > 0 && rejected == taken.Lines + unknown.Count ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return Results.Text(answer.ToJsonString(Output.Json), "application/json", statusCode: status);
    }
}

/// <summary>Why a sending is not taken, by name.</summary>
public static class IngestRefusals
{
    public static readonly Refusal Full = new("ingest-full", new("等待写入的数据太多，请按 Retry-After 稍后重发；本次一行也没有收下", "Too much waits to be kept; send again after Retry-After. No line of this was taken"));
    public static readonly Refusal GzipBroken = new("gzip-unreadable", new("gzip 解不开；本次一行也没有收下", "The gzip can't be unpacked. No line of this was taken"));
    public static readonly Refusal TypeUnknown = new("type-not-taken", new("Content-Type 要是 application/x-ndjson（逐行的 JSON）或 application/json", "Content-Type has to be application/x-ndjson, lines of JSON, or application/json"));
    public static readonly Refusal EncodingUnknown = new("encoding-not-taken", new("Content-Encoding 只能是 gzip，文字是 UTF-8", "Content-Encoding has to be gzip, and the text UTF-8"));
    public static readonly Refusal TooManyLines = new("too-many-lines", new($"一次最多 {IngestEndpoints.MostLines} 行", $"{IngestEndpoints.MostLines} lines at most in one sending"));
    public static readonly Refusal EventUnknown = new("event-unknown", new($"event 要是 {string.Join("、", IngestFormats.Events.Keys)} 之一", $"event has to be one of {string.Join(", ", IngestFormats.Events.Keys)}"));
    public static Refusal NoArray(string name) => new("request-unreadable", new($"application/json 的内容要是一个数组，或 {{\"{name}\": […]}}；逐行的 JSON 请用 application/x-ndjson", $"application/json has to be an array, or {{\"{name}\": […]}}; lines of JSON come as application/x-ndjson"));
    public static Refusal OtherShop(string only) => new("shop-not-allowed", new($"密钥只能送入“{only}”的数据", $"The key is for '{only}' alone"));
}
