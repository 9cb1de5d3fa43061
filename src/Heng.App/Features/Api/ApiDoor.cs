using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.RateLimiting;
using Heng.App.Features.ApiKeys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;

namespace Heng.App.Features.Api;

/// <summary>The scope that an address asks for; null where any key will do.</summary>
public sealed record ScopeNeeded(ApiScope? Scope);

/// <summary>
/// What stands before everything under /api: who asks, how often, and for what. Whatever is refused, here or behind it, is answered as a problem and never as a page;
/// a body is not read before its sender is known.
/// </summary>
public static partial class ApiDoor
{
    public const string Path = "/api", Limit = "api";

    /// <summary>Requests a minute from an address whose keys are none.</summary>
    public const int StrangersAMinute = 300;

    public static IServiceCollection AddApiDoor(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(Limit, context => ApiCaller.Find(context) is { } caller
            ? Minute($"key/{caller.Key.ToString(CultureInfo.InvariantCulture)}", caller.AMinute)
            : Minute($"address/{context.Connection.RemoteIpAddress}", StrangersAMinute));
        options.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            await ApiProblem.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests, ApiRefusals.TooManyRequests);
        };
    });

    private static RateLimitPartition<string> Minute(string whose, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(whose, _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    public static void UseApiDoor(this WebApplication app)
    {
        app.UseApiFrame();
        app.UseRateLimiter();
        app.UseWhen(context => context.GetEndpoint()?.Metadata.GetMetadata<ScopeNeeded>() is not null, api => api.Use(Check));
    }

    /// <summary>Also behind what answers the pages' mistakes, so that it never sees one of these.</summary>
    public static void UseApiFrame(this WebApplication app) => app.UseWhen(context => context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal), api => api.Use(Frame));

    /// <summary>HEAD is asked as GET is, and its body is not sent: the server sees to that. Comes before an address is looked for.</summary>
    public static Task AskHead(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method) && context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal)) context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    /// <summary>No answer without words, and no page.</summary>
    private static async Task Frame(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await ApiProblem.Write(context, e.StatusCode, ApiRefusals.OfStatus(e.StatusCode));
            return;
        }
#pragma warning disable CA1031 // Whatever went wrong: the program that asked reads a problem, and the log has the rest.
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Failed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Heng.Api"), e);
            context.Response.Clear();
            await ApiProblem.Write(context, StatusCodes.Status500InternalServerError, ApiRefusals.Fault);
            return;
        }
#pragma warning restore CA1031
        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 }) await ApiProblem.Write(context, context.Response.StatusCode, ApiRefusals.OfStatus(context.Response.StatusCode));
    }

    private static async Task Check(HttpContext context, RequestDelegate next)
    {
        var scope = context.GetEndpoint()!.Metadata.GetMetadata<ScopeNeeded>()!.Scope;
        if (ApiCaller.Find(context) is not { } caller) await context.ChallengeAsync(KeyAuthentication.Name);
        else if (scope is null) await next(context);
        else if (!caller.Scopes.Contains(scope.Name, StringComparer.Ordinal)) await ApiProblem.Write(context, StatusCodes.Status403Forbidden, ApiRefusals.ScopeMissing(scope), ("scope", JsonValue.Create(scope.Name)));
        else if (!scope.Allows(caller.Viewer)) await ApiProblem.Write(context, StatusCodes.Status403Forbidden, ApiRefusals.RoleMayNot);
        else await next(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "a request under /api failed")]
    private static partial void Failed(ILogger log, Exception e);
}
