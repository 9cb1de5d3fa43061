using Heng.App.Features.People;

namespace Heng.App.Features.Api;

/// <summary>Who asks by a key: the key, the account that it acts as, and the one shop that it is limited to (null: all).</summary>
public sealed record ApiCaller(long Key, string KeyName, Viewer Viewer, int? Shop, IReadOnlyList<string> Scopes, int AMinute)
{
    /// <summary>The caller of a request that came through <see cref="ApiEndpoints.RequireScope"/>.</summary>
    public static ApiCaller Of(HttpContext context) => Find(context) ?? throw new InvalidOperationException("the address asks for no key");

    public static ApiCaller? Find(HttpContext context) => context.Items[typeof(ApiCaller)] as ApiCaller;
}
