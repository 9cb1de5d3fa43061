using System.Security.Claims;
using System.Security.Cryptography;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Heng.App.Features.SignIn;

/// <summary>
/// Accounts, passwords and sessions. Five wrong passwords lock an account for a quarter of an hour; an unknown name takes as long to refuse as a wrong password.
/// A session ends at once when its account's security stamp changes or the account is disabled.
/// </summary>
public sealed class Accounts(Database database, TimeProvider time)
{
    private const int TriesBeforeLock = 5;
    private const long LockSeconds = 15 * 60;
    private const string StampClaim = "stamp";
    private readonly PasswordHasher<UserAccount> hasher = new();
    private readonly Lock first = new();

    public bool SetupNeeded => database.Users.All.Count == 0;

    /// <summary>Makes an account; null when the name is taken. The key is for the command line.</summary>
    public UserAccount? Add(string name, Role role, int? person, string? team, string? password, string? keyHash = null)
    {
        var user = new UserAccount(0, name, null, role.ToString(), person, team, null, NewStamp(), 0, null, keyHash, Now(), false);
        return database.Users.Add(user with { PasswordHash = password is null ? null : hasher.HashPassword(user, password) });
    }

    /// <summary>A new password and key; a lock is lifted and every session of the account ends.</summary>
    public void Reset(UserAccount user, string password, string? keyHash) => database.Users.Update(user with
    {
        PasswordHash = hasher.HashPassword(user, password), KeyHash = keyHash ?? user.KeyHash, SecurityStamp = NewStamp(), FailedSignIns = 0, LockedUntil = null,
    });

    public async Task<SetupRefusal> MakeAdministrator(string name, string password, HttpContext context)
    {
        UserAccount? made;
        lock (first) made = SetupNeeded ? Add(name, Role.Administrator, null, null, password) : null;
        if (made is null) return SetupRefusal.AlreadySetUp;
        await Enter(context, made);
        return SetupRefusal.None;
    }

    public async Task<SignInAnswer> TrySignIn(string name, string password, HttpContext context)
    {
        var user = database.Users.Find(name);
        if (user is { LockedUntil: { } until } && until > Now()) return new(SignInOutcome.Locked, ShopClock.Shanghai.ToLocal(until));
        var right = Verify(user, password);
        if (user is null) return new(SignInOutcome.WrongNameOrPassword);
        if (right)
        {
            database.Users.Update(user with { FailedSignIns = 0, LockedUntil = null });
            await Enter(context, user);
            return new(SignInOutcome.SignedIn);
        }
        return Failed(user);
    }

    public static Task SignOut(HttpContext context) => context.SignOutAsync();

    /// <summary>The account behind the request's session, read again each time so that a revoked one ends at once.</summary>
    public Viewer? ViewerOf(HttpContext context)
    {
        if (context.Items.TryGetValue(typeof(Viewer), out var known)) return (Viewer?)known;
        var id = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        var user = long.TryParse(id, System.Globalization.CultureInfo.InvariantCulture, out var number) ? database.Users.Find(number) : null;
        var viewer = user is { Disabled: false } && user.SecurityStamp == context.User.FindFirstValue(StampClaim) ? Viewers.Of(database, user) : null;
        context.Items[typeof(Viewer)] = viewer;
        return viewer;
    }

    private bool Verify(UserAccount? user, string password)
    {
        var against = user is { Disabled: false, PasswordHash: { } hash } ? hash : Decoy.Value;
        return hasher.VerifyHashedPassword(null!, against, password) != PasswordVerificationResult.Failed && !ReferenceEquals(against, Decoy.Value);
    }

    private SignInAnswer Failed(UserAccount user)
    {
        var failed = user.FailedSignIns + 1;
        var locked = failed >= TriesBeforeLock ? Now().Plus(LockSeconds) : (Instant?)null;
        database.Users.Update(user with { FailedSignIns = locked is null ? failed : 0, LockedUntil = locked });
        return locked is { } until
            ? new(SignInOutcome.Locked, ShopClock.Shanghai.ToLocal(until))
            : new(SignInOutcome.WrongNameOrPassword, TriesLeft: TriesBeforeLock - failed);
    }

    private static Task Enter(HttpContext context, UserAccount user)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), new(StampClaim, user.SecurityStamp)],
            CookieAuthenticationDefaults.AuthenticationScheme);
        return context.SignInAsync(new ClaimsPrincipal(identity));
    }

    private static readonly Lazy<string> Decoy = new(() => new PasswordHasher<UserAccount>().HashPassword(null!, NewStamp()));
    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private Instant Now() => new(time.GetUtcNow().ToUnixTimeSeconds());
}
