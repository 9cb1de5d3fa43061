using System.Security.Cryptography;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Heng.App.Features.SignIn;

/// <summary>Accounts and their passwords. An unknown name takes as long to refuse as a wrong password.</summary>
public sealed class Accounts(Database database, TimeProvider time)
{
    /// <summary>Rounds of a password's hash, as OWASP advises for PBKDF2 with SHA-512; an older hash keeps its own number. Tests, which make thousands of accounts, take fewer.</summary>
    internal const int ShippedRounds = 210_000;
    internal static int Rounds { get; set; } = ShippedRounds;

    private readonly PasswordHasher<UserAccount> hasher = Hasher();
    private readonly Lock first = new();

    public bool SetupNeeded => database.Users.All.Count == 0;

    public UserAccount? Find(string name) => database.Users.Find(name);
    public UserAccount? Find(long id) => database.Users.Find(id);

    /// <summary>Makes an account; null when the name is taken. The key is for the command line.</summary>
    public UserAccount? Add(string name, Role role, int? person, string? team, string? password, string? keyHash = null)
    {
        var now = new Instant(time.GetUtcNow().ToUnixTimeSeconds());
        var user = new UserAccount(0, name, null, role.ToString(), person, team, null, NewStamp(), keyHash, now, false);
        return database.Users.Add(user with { PasswordHash = password is null ? null : hasher.HashPassword(user, password) });
    }

    /// <summary>The first account; null when there is one already.</summary>
    public UserAccount? AddFirst(string name, string password)
    {
        lock (first) return SetupNeeded ? Add(name, Role.Administrator, null, null, password) : null;
    }

    /// <summary>A new password and key; every session of the account ends.</summary>
    public void Reset(UserAccount user, string password, string? keyHash) =>
        Change(user, now => now with { PasswordHash = hasher.HashPassword(now, password), KeyHash = keyHash ?? now.KeyHash, SecurityStamp = NewStamp() });

    /// <summary>Every session of the account ends, a copied cookie's too.</summary>
    public void EndSessions(UserAccount user) => Change(user, now => now with { SecurityStamp = NewStamp() });

    private void Change(UserAccount user, Func<UserAccount, UserAccount> change)
    {
        database.Users.Change(user.Id, change);
        database.SignInSessions.EndOf(user.Id, new(time.GetUtcNow().ToUnixTimeSeconds()));
    }

    public bool Verify(UserAccount? user, string password)
    {
        var against = user is { Disabled: false, PasswordHash: { } hash } ? hash : Decoy.Value;
        return hasher.VerifyHashedPassword(null!, against, password) != PasswordVerificationResult.Failed && !ReferenceEquals(against, Decoy.Value);
    }

    private static PasswordHasher<UserAccount> Hasher() => new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly Lazy<string> Decoy = new(() => Hasher().HashPassword(null!, NewStamp()));
    internal static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
