using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Api.Document;
using Heng.App.Features.Api.Reading;
using Heng.App.Features.Api.Running;
using Heng.App.Features.Board;
using Heng.App.Features.Live;
using Heng.App.Features.Months;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace Heng.App.Features.Api;

/// <summary>Everything under /api/v1. What is mapped on the group is limited a key; which scope it needs is said endpoint by endpoint.</summary>
public static class ApiEndpoints
{
    public const string V1 = ApiDoor.Path + "/v1";

    public static IServiceCollection AddApi(this IServiceCollection services, string folder) => services.AddApiDoor().AddApiDocument().AddRunning(folder)
        .AddSingleton(s => new ApiReader(s.GetRequiredService<Database>(), folder, s.GetRequiredService<BookCache>(), s.GetRequiredService<BoardQuery>(), s.GetRequiredService<TimeProvider>()));

    public static void MapApi(this WebApplication app)
    {
        var all = app.MapGroup("").RequireRateLimiting(ApiDoor.Limit).DisableAntiforgery();
        all.Map(ApiDoor.Path + "/{**path}", (HttpContext context, [FromServices] EndpointDataSource endpoints) => NotThere(context, endpoints)).WithOrder(int.MaxValue - 1);
        var v1 = all.MapGroup(V1);
        v1.MapIngest();
        v1.MapGet("/me", (HttpContext context, [FromServices] Database database) => context.Request.Query.Keys.FirstOrDefault() is { } unknown ? ApiProblem.Of(context, StatusCodes.Status400BadRequest, ApiRefusals.ParameterUnknown(unknown))
            : Results.Text(Me(ApiCaller.Of(context), database).ToJsonString(Output.Json), "application/json")).WithMetadata(new ScopeNeeded(null))
            .WithMetadata(new ApiDescribed("me", new("密钥是谁的、能做什么", "What a key is"), [], [new("usual", "/me")]));
        foreach (var read in ApiReads.All)
            v1.MapGet(read.Path, (HttpContext context, [FromServices] ApiReader reader) => reader.Answer(read, context)).RequireScope(read.Scope).WithMetadata(new ApiDescribed(read.Path[1..], read.Summary, read.All, read.Examples));
        v1.MapGet("/running", (HttpContext context, [FromServices] RunningNumbers numbers) => Results.Text(numbers.Written(), "text/plain; version=0.0.4; charset=utf-8")).RequireScope(ApiScope.ReadRunning);
        all.MapOpenApi(ApiDocument.Address);
    }

    /// <summary>Answers only who has a key with this scope whose account may do as much; others get a problem before the body is read.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, ApiScope scope) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ScopeNeeded(scope));

    /// <summary>An address that is there, and is asked by another method, says by which.</summary>
    private static IResult NotThere(HttpContext context, EndpointDataSource endpoints)
    {
        string[] methods = [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not null && Matches(e.RoutePattern, context.Request.Path))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods).SelectMany(m => HttpMethods.IsGet(m) ? (string[])[m, HttpMethods.Head] : [m]).Distinct(StringComparer.Ordinal)];
        if (methods.Length == 0) return ApiProblem.Of(context, StatusCodes.Status404NotFound, ApiRefusals.NotThere);
        context.Response.Headers.Allow = string.Join(", ", methods);
        return ApiProblem.Of(context, StatusCodes.Status405MethodNotAllowed, ApiRefusals.MethodUnknown);
    }

    private static bool Matches(RoutePattern pattern, PathString path) => pattern.RawText?.StartsWith(ApiDoor.Path, StringComparison.Ordinal) == true && new TemplateMatcher(new RouteTemplate(pattern), []).TryMatch(path, []);

    /// <summary>What a key is, for who tries it first.</summary>
    private static JsonObject Me(ApiCaller caller, Database database) => new()
    {
        ["key"] = caller.KeyName, ["account"] = caller.Viewer.Name, ["role"] = Json.Kebab(caller.Viewer.Role), ["person"] = caller.Viewer.Person,
        ["groups"] = new JsonArray([.. caller.Viewer.Groups.Select(g => JsonValue.Create(g))]), ["shop"] = caller.Shop is { } shop ? database.Shops.All.FirstOrDefault(s => s.Id == shop)?.Name : null,
        ["scopes"] = new JsonArray([.. caller.Scopes.Select(s => JsonValue.Create(s))]), ["perMinute"] = caller.AMinute,
    };
}
