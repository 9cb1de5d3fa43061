using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Ui;

namespace Heng.App.Features.Api;

/// <summary>A refusal as RFC 9457 has it: its stable name as code, its words in the language that Accept-Language likes best.</summary>
public static class ApiProblem
{
    public const string Type = "application/problem+json";

    public static IResult Of(HttpContext context, int status, Refusal refusal, params (string Name, JsonNode? Value)[] more) =>
        Results.Text(Json(context, status, refusal, more).ToJsonString(Output.Json), Type, statusCode: status);

    public static Task Write(HttpContext context, int status, Refusal refusal, params (string Name, JsonNode? Value)[] more) => Of(context, status, refusal, more).ExecuteAsync(context);

    private static JsonObject Json(HttpContext context, int status, Refusal refusal, (string Name, JsonNode? Value)[] more)
    {
        var problem = new JsonObject { ["type"] = "urn:heng:refusal:" + refusal.Name, ["title"] = LanguageOf(context).T(refusal.Words), ["status"] = status, ["code"] = refusal.Name };
        foreach (var (name, value) in more) problem[name] = value;
        context.Response.Headers.ContentLanguage = LanguageOf(context).Tag;
        context.Response.Headers.CacheControl = "no-store";
        return problem;
    }

    /// <summary>Chinese, unless English is liked better.</summary>
    public static Language LanguageOf(HttpContext context)
    {
        var liked = context.Request.GetTypedHeaders().AcceptLanguage.Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.Value ?? "");
        var first = liked.FirstOrDefault(l => Speaks(l, "zh") || Speaks(l, "en"));
        return first is not null && Speaks(first, "en") ? Language.En : Language.Zh;
    }

    private static bool Speaks(string tag, string language) => tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
