using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Heng.App.Features.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Heng.App.Features.ApiKeys;

/// <summary>Bearer keys, and under /api nothing else: a browser's session opens nothing there, so that no page of others can ask with it.</summary>
public sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KnownKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "heng-key";
    private const string Bearer = "Bearer ";

    /// <summary>Which of the two a request is asked for.</summary>
    public static string SchemeOf(HttpContext context) => context.Request.Path.StartsWithSegments(ApiDoor.Path, StringComparison.Ordinal) ? Name : CookieAuthenticationDefaults.AuthenticationScheme;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(HeaderNames.Authorization, out var given) || given is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.NoResult());
        if (keys.Of(header[Bearer.Length..].Trim()) is not { } caller) return Task.FromResult(AuthenticateResult.Fail("no such key"));
        Context.Items[typeof(ApiCaller)] = caller;
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "key/" + caller.Key.ToString(CultureInfo.InvariantCulture))], Name);
        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Name)));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var given = Request.Headers.ContainsKey(HeaderNames.Authorization);
        Response.Headers.WWWAuthenticate = given ? "Bearer realm=\"heng\", error=\"invalid_token\"" : "Bearer realm=\"heng\"";
        await ApiProblem.Write(Context, StatusCodes.Status401Unauthorized, given ? ApiRefusals.KeyInvalid : ApiRefusals.KeyMissing);
    }
}
