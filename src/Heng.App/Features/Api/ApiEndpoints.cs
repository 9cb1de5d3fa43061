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
        // A method that an address does not have is not there either.
        all.Map(ApiDoor.Path + "/{**path}", (HttpContext context) => ApiProblem.Of(context, StatusCodes.Status404NotFound, ApiRefusals.NotThere)).WithOrder(int.MaxValue - 1);
        var v1 = all.MapGroup(V1);
        v1.MapIngest();
        v1.MapGet("/me", (HttpContext context, [FromServices] Database database) => Results.Text(Me(ApiCaller.Of(context), database).ToJsonString(Output.Json), "application/json")).WithMetadata(new ScopeNeeded(null))
            .WithMetadata(new ApiDescribed("me", new("密钥是谁的、能做什么", "What a key is"), [], [new("usual", "/me")]));
        foreach (var read in ApiReads.All)
            v1.MapGet(read.Path, (HttpContext context, [FromServices] ApiReader reader) => reader.Answer(read, context)).RequireScope(read.Scope).WithMetadata(new ApiDescribed(read.Path[1..], read.Summary, read.All, read.Examples));
        v1.MapGet("/running", (HttpContext context, [FromServices] RunningNumbers numbers) => Results.Text(numbers.Written(), "text/plain; version=0.0.4; charset=utf-8")).RequireScope(ApiScope.ReadRunning);
        all.MapOpenApi(ApiDocument.Address);
    }

    /// <summary>Answers only who has a key with this scope whose account may do as much; others get a problem before the body is read.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, ApiScope scope) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ScopeNeeded(scope));

    /// <summary>What a key is, for who tries it first.</summary>
    private static JsonObject Me(ApiCaller caller, Database database) => new()
    {
        ["key"] = caller.KeyName, ["account"] = caller.Viewer.Name, ["role"] = Json.Kebab(caller.Viewer.Role), ["person"] = caller.Viewer.Person,
        ["groups"] = new JsonArray([.. caller.Viewer.Groups.Select(g => JsonValue.Create(g))]), ["shop"] = caller.Shop is { } shop ? database.Shops.All.FirstOrDefault(s => s.Id == shop)?.Name : null,
        ["scopes"] = new JsonArray([.. caller.Scopes.Select(s => JsonValue.Create(s))]), ["perMinute"] = caller.AMinute,
    };
}
