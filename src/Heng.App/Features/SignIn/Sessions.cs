using System.Globalization;
using System.Security.Claims;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Heng.App.Features.SignIn;

/// <summary>
/// Signing in and out, and who asks. A session ends at once when its account's security stamp changes or the account is disabled;
/// signing out changes it, so that all sessions of the account end, on every device, and a copied cookie with them.
/// </summary>
public sealed class Sessions(Database database, Accounts accounts, WrongTries tries, KnownDevices devices)
{
    private const string StampClaim = "stamp";

    public async Task<SetupRefusal> MakeAdministrator(string name, string password, HttpContext context)
    {
        if (accounts.AddFirst(name, password) is not { } made) return SetupRefusal.AlreadySetUp;
        devices.Learn(context, made);
        await Enter(context, made);
        return SetupRefusal.None;
    }

    /// <summary>A device that this account was signed in on is counted alone: neither its address nor others who try the name can hold it up.</summary>
    public async Task<SignInAnswer> TrySignIn(string name, string password, HttpContext context)
    {
        var user = accounts.Find(name);
        TriesOf[] counted = user is not null && devices.Of(context, user) is { } device
            ? [TriesOf.Device(device, user.Id)]
            : [TriesOf.Name(name, context.Connection.RemoteIpAddress), TriesOf.Address(context.Connection.RemoteIpAddress)];
        if (tries.Take(counted) is { } until) return Waits(until);
        if (accounts.Verify(user, password))
        {
            tries.Right(counted);
            devices.Learn(context, user!);
            await Enter(context, user!);
            return new(SignInOutcome.SignedIn);
        }
        return tries.Until(counted) is { } next ? Waits(next) : new(SignInOutcome.WrongNameOrPassword, TriesLeft: tries.Left(counted[0]));
    }

    public async Task SignOut(HttpContext context)
    {
        // Only a session that still holds ends the others: an old copy of a cookie can sign nobody out.
        if (UserOf(context) is { } user) accounts.EndSessions(user);
        await context.SignOutAsync();
    }

    /// <summary>The account behind the request's session, read again each time so that a revoked one ends at once.</summary>
    public Viewer? ViewerOf(HttpContext context)
    {
        if (context.Items.TryGetValue(typeof(Viewer), out var known)) return (Viewer?)known;
        var viewer = UserOf(context) is { } user ? Viewers.Of(database, user) : null;
        context.Items[typeof(Viewer)] = viewer;
        return viewer;
    }

    private UserAccount? UserOf(HttpContext context)
    {
        var id = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        var user = long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? accounts.Find(number) : null;
        return user is { Disabled: false } && user.SecurityStamp == context.User.FindFirstValue(StampClaim) ? user : null;
    }

    private static SignInAnswer Waits(DateTimeOffset until) => new(SignInOutcome.Waits, ShopClock.Shanghai.ToLocal(new(until.ToUnixTimeSeconds())));

    private static Task Enter(HttpContext context, UserAccount user)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)), new(StampClaim, user.SecurityStamp)], CookieAuthenticationDefaults.AuthenticationScheme);
        return context.SignInAsync(new ClaimsPrincipal(identity));
    }
}
