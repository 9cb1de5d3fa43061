using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Board;
using Heng.App.Features.Months;
using Heng.App.Ui;
using Heng.Store;
using Microsoft.Net.Http.Headers;

namespace Heng.App.Features.Api.Reading;

/// <summary>Asks a command what a request asks for, and answers its JSON, a page of it where it is long, or the refusal as a problem.</summary>
public sealed class ApiReader(Database database, string folder, BookCache books, BoardQuery board, TimeProvider time)
{
    private static readonly Refusal ShopLimited = new("shop-limited", new("这个密钥只限一家店，这里是全公司的", "The key is limited to one shop, and this is the company's"));
    private static readonly ParserConfiguration Plainly = new() { ResponseFileTokenReplacer = null };

    public IResult Answer(ApiRead read, HttpContext context)
    {
        var caller = ApiCaller.Of(context);
        if (caller.Shop is not null && !read.OfShops) return ApiProblem.Of(context, StatusCodes.Status403Forbidden, ShopLimited);
        var (given, refused) = Given(read, context.Request.Query);
        if (refused is not null) return ApiProblem.Of(context, StatusCodes.Status400BadRequest, refused);
        if (read.Parameters.FirstOrDefault(p => given.ContainsKey(p.Name) && p.Scope is { } more && !caller.Scopes.Contains(more.Name, StringComparer.Ordinal))?.Scope is { } missing)
            return ApiProblem.Of(context, StatusCodes.Status403Forbidden, ApiRefusals.ScopeMissing(missing), ("scope", JsonValue.Create(missing.Name)));
        if (read.RowKey.Count > 0 && Paged.LimitOf(given.GetValueOrDefault("limit")) is null) return ApiProblem.Of(context, StatusCodes.Status400BadRequest, Paged.LimitUnreadable);
        if (given.TryGetValue("cursor", out var cursor) && Paged.Opened(cursor) is null or "") return ApiProblem.Of(context, StatusCodes.Status400BadRequest, Paged.CursorOver);
        if (Limited(given, caller) is { } elsewhere) return ApiProblem.Of(context, StatusCodes.Status404NotFound, elsewhere);
        try
        {
            var (json, stopped) = Ask(read, given, new(database, folder, caller.Viewer, books, board, time));
            return stopped is null ? Page(read, given, json!, context) : Refused(stopped, context);
        }
        catch (CommandStoppedException stopped)
        {
            return Refused(stopped, context);
        }
    }

    /// <summary>The values by name; a name that the address does not know is said, so that a mistyped filter does not pass for none.</summary>
    private static (Dictionary<string, string> Given, Refusal? Refused) Given(ApiRead read, IQueryCollection query)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in query)
        {
            if (read.All.All(p => p.Name != name)) return (given, ApiRefusals.ParameterUnknown(name));
            if (values is not [{ Length: > 0 } value]) return (given, new("parameter-unreadable", new($"参数 {name} 要有一个值", $"The parameter {name} takes one value")));
            given[name] = value;
        }
        return read.Parameters.FirstOrDefault(p => p.Required && !given.ContainsKey(p.Name)) is { } missing
            ? (given, new($"{missing.Name}-missing", new($"请给出 {missing.Name}（{missing.Words.Zh}）", $"Give {missing.Name} ({missing.Words.En})"))) : (given, null);
    }

    /// <summary>A key of one shop asks of that one, named or not; another is not there for it.</summary>
    private Refusal? Limited(Dictionary<string, string> given, ApiCaller caller)
    {
        if (caller.Shop is not { } only) return null;
        var name = database.Shops.Find(only)?.Name;
        if (name is null || given.TryGetValue("shop", out var asked) && asked != name) return new("shop-unknown", new("没有这家店铺", "There is no such shop"));
        given["shop"] = name;
        return null;
    }

    private static (JsonNode? Json, CommandStoppedException? Stopped) Ask(ApiRead read, Dictionary<string, string> given, AskedOver over)
    {
        var options = new GlobalOptions { Over = over };
        var root = new RootCommand();
        foreach (var option in options.All) root.Options.Add(option);
        root.Subcommands.Add(read.Build(options));
        var parsed = root.Parse([.. read.Words.Split(' '), .. Arguments(read, given)], Plainly);
        if (parsed.Errors is [var wrong, ..]) return (null, Unreadable(wrong.Message));
        using var output = new StringWriter();
        parsed.Invoke(new() { Output = output, Error = TextWriter.Null, EnableDefaultExceptionHandler = false });
        return (JsonNode.Parse(output.ToString()), null);
    }

    /// <summary>Name and value in one, so that no value is taken for an option.</summary>
    private static IEnumerable<string> Arguments(ApiRead read, Dictionary<string, string> given)
    {
        foreach (var parameter in read.All.Where(p => given.ContainsKey(p.Name) && (p.Name is not ("limit" or "cursor") || read.PagesItself)))
            if (parameter.Name == "cursor") yield return $"--after={Paged.Opened(given["cursor"]) ?? ""}";
            else if (!parameter.Flag) yield return $"--{parameter.Name}={given[parameter.Name]}";
            else if (given[parameter.Name] == "true") yield return $"--{parameter.Name}";
        if (read.PagesItself && !given.ContainsKey("limit")) yield return FormattableString.Invariant($"--limit={Paged.Usual}");
    }

    /// <summary>As the options' own parsers word it: name, then English and Chinese parted by a slash.</summary>
    private static CommandStoppedException Unreadable(string message) => message.Split(": ", 2) is [var name, var words] && words.Split(" / ") is [var en, var zh] && name.All(c => char.IsAsciiLetterLower(c) || c == '-')
        ? CommandStoppedException.Usage(name, zh, en) : CommandStoppedException.Usage(ApiRefusals.Unreadable.Name, ApiRefusals.Unreadable.Words.Zh, ApiRefusals.Unreadable.Words.En);

    private static IResult Page(ApiRead read, Dictionary<string, string> given, JsonNode json, HttpContext context)
    {
        if (read.RowKey.Count > 0 && json is JsonArray all)
        {
            var limit = Paged.LimitOf(given.GetValueOrDefault("limit"))!.Value;
            var page = read.PagesItself ? (all, all.Count == limit ? Paged.Closed(Paged.KeyOf(all[^1]!, read.RowKey)) : null) : Paged.Of(all, read.RowKey, given.GetValueOrDefault("cursor"), limit);
            if (page is not var (rows, next)) return ApiProblem.Of(context, StatusCodes.Status400BadRequest, Paged.CursorOver);
            json = rows;
            if (next is not null)
                context.Response.Headers.Link = $"<{Links.With(Links.Of(context.Request.Path), given.Where(g => g.Key != "cursor").Select(g => (g.Key, (string?)g.Value)).Append(("cursor", next)))}>; rel=\"next\"";
        }
        return Tagged(Encoding.UTF8.GetBytes(json.ToJsonString(Output.Json)), context);
    }

    /// <summary>What has not changed is not sent again: of a closed month that is for ever. Kept by whoever asked alone.</summary>
    private static IResult Tagged(byte[] body, HttpContext context)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Authorization";
        return Results.Bytes(body, "application/json", entityTag: tag);
    }

    private static IResult Refused(CommandStoppedException stopped, HttpContext context) => ApiProblem.Of(context, stopped switch
    {
        { Name: "role-may-not" } => StatusCodes.Status403Forbidden,
        { Code: Exit.Refused } when stopped.Name.EndsWith("-unknown", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        { Code: Exit.Refused } => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    }, new(stopped.Name, stopped.Words));
}
