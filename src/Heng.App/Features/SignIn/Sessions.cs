using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Features.SignIn.Codes;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Heng.App.Features.SignIn;

/// <summary>
/// Signing in and out, and who asks. A session ends at once when it is ended by itself, when its account's security stamp changes or the account is disabled;
/// signing out changes it, so that all sessions of the account end, on every device, and a copied cookie with them.
/// </summary>
public sealed class Sessions(Database database, Accounts accounts, WrongTries tries, KnownDevices devices, OwnCode codes, CodeSafe safe, TimeProvider time)
{
    private const string StampClaim = "stamp", SessionClaim = "session";

    /// <summary>How long a session lasts that nobody uses, and how exactly its last use is kept.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12), SeenWithin = TimeSpan.FromMinutes(5);

    /// <summary>What was last seen before it has run out.</summary>
    public Instant OpenSince => Now.Plus(-(long)(Lasts + SeenWithin).TotalSeconds);

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
        var counted = Counted(name, user, context);
        if (tries.Take(counted) is { } until) return Waits(until);
        if (accounts.Verify(user, password))
        {
            // The try stays counted until the code is right too: a password that is known gives no free codes.
            if (codes.IsOn(user!)) return new(SignInOutcome.NeedsCode) { Ticket = safe.TicketFor(user!) };
            tries.Right(counted);
            devices.Learn(context, user!);
            await Enter(context, user!);
            return new(SignInOutcome.SignedIn);
        }
        return tries.Until(counted) is { } next ? Waits(next) : new(SignInOutcome.WrongNameOrPassword, TriesLeft: tries.Left(counted[0]));
    }

    /// <summary>The second half of signing in. Wrong codes count as wrong passwords do.</summary>
    public async Task<SignInAnswer> TryCode(string ticket, string code, HttpContext context)
    {
        if (safe.Read(ticket) is not var (id, stamp) || accounts.Find(id) is not { Disabled: false } user || user.SecurityStamp != stamp || !codes.IsOn(user)) return new(SignInOutcome.TicketOver);
        var counted = Counted(user.Name, user, context);
        if (tries.Take(counted) is { } until) return Waits(until);
        if (!codes.Takes(user, code)) return tries.Until(counted) is { } next ? Waits(next) : new(SignInOutcome.CodeWrong);
        tries.Right(counted);
        devices.Learn(context, user);
        await Enter(context, user);
        return new(SignInOutcome.SignedIn);
    }

    private TriesOf[] Counted(string name, UserAccount? user, HttpContext context) => user is not null && devices.Of(context, user) is { } device
        ? [TriesOf.Device(device, user.Id)]
        : [TriesOf.Name(name, context.Connection.RemoteIpAddress), TriesOf.Address(context.Connection.RemoteIpAddress)];

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
        return user is { Disabled: false } && user.SecurityStamp == context.User.FindFirstValue(StampClaim) && Holds(context, user) ? user : null;
    }

    /// <summary>The number that the request's session is kept under.</summary>
    public string? IdOf(HttpContext context) => context.User.FindFirstValue(SessionClaim) is { } mark ? CommandContext.KeyHash(mark) : null;

    private bool Holds(HttpContext context, UserAccount user)
    {
        if (IdOf(context) is not { } id || database.SignInSessions.Find(id) is not { EndedAt: null } session || session.User != user.Id) return false;
        if (Now.SecondsSince(session.SeenAt) >= (long)SeenWithin.TotalSeconds) database.SignInSessions.Seen(id, Now);
        return true;
    }

    private static SignInAnswer Waits(DateTimeOffset until) => new(SignInOutcome.Waits, ShopClock.Shanghai.ToLocal(new(until.ToUnixTimeSeconds())));

    private Task Enter(HttpContext context, UserAccount user)
    {
        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        database.SignInSessions.Add(new(CommandContext.KeyHash(mark), user.Id, DeviceWords.Of(context.Request.Headers.UserAgent), Now, Now, null));
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)), new(StampClaim, user.SecurityStamp), new(SessionClaim, mark)], CookieAuthenticationDefaults.AuthenticationScheme);
        return context.SignInAsync(new ClaimsPrincipal(identity));
    }

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
