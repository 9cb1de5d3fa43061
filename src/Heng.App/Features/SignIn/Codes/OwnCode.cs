using System.Security.Cryptography;
using Heng.App.CommandLine;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.SignIn.Codes;

public enum CodeRefusal { CodeWrong, Waits, AlreadyOn, NotOn, KeysUnreadable }

/// <summary>An account's second factor: turned on, asked, renewed and ended by its owner (动态验证码). A code is used once, by whichever request comes first.</summary>
public sealed class OwnCode(Database database, CodeSafe safe, WrongTries tries, TimeProvider time)
{
    private const int SecretBytes = 20, Recoveries = 10, RecoveryBytes = 7;

    public bool IsOn(UserAccount user) => database.SecondFactors.Of(user.Id) is { ConfirmedAt: not null };

    /// <summary>The secret that waits to be confirmed; null where there is none.</summary>
    public byte[]? Waiting(UserAccount user) => database.SecondFactors.Of(user.Id) is { ConfirmedAt: null } begun ? safe.Open(begun.Secret) : null;

    public CodeRefusal? Begin(UserAccount user) => database.SecondFactors.Begin(user.Id, safe.Close(RandomNumberGenerator.GetBytes(SecretBytes)), Now) ? null : CodeRefusal.AlreadyOn;

    /// <summary>The recovery codes, told this once.</summary>
    public (IReadOnlyList<string>? Recovery, CodeRefusal? Refused) Confirm(UserAccount user, string code)
    {
        if (Waiting(user) is not { } secret) return (null, CodeRefusal.NotOn);
        if (Taken(user)) return (null, CodeRefusal.Waits);
        if (Totp.StepWith(secret, Clean(code), Now) is not { } step) return (null, CodeRefusal.CodeWrong);
        var codes = NewCodes();
        if (!database.SecondFactors.Confirm(user.Id, step, [.. codes.Select(c => HashOf(user, c))], Now)) return (null, CodeRefusal.AlreadyOn);
        tries.Right(Counted(user));
        database.Decisions.Append(Now, user.Name, "account-code-on", $"account/{user.Name}", "");
        return (codes, null);
    }

    /// <summary>Whether the code is right; it is used up by that. A recovery code does as well.</summary>
    public bool Takes(UserAccount user, string typed)
    {
        if (database.SecondFactors.Of(user.Id) is not { ConfirmedAt: not null } factor) return false;
        var code = Clean(typed);
        if (safe.Open(factor.Secret) is { } secret && Totp.StepWith(secret, code, Now) is { } step) return database.SecondFactors.Use(user.Id, step);
        return database.SecondFactors.UseRecovery(user.Id, HashOf(user, code), Now);
    }

    public CodeRefusal? End(UserAccount user, string code)
    {
        if (Asked(user, code) is { } refused) return refused;
        database.SecondFactors.End(user.Id);
        database.Decisions.Append(Now, user.Name, "account-code-off", $"account/{user.Name}", "");
        return null;
    }

    public (IReadOnlyList<string>? Recovery, CodeRefusal? Refused) Renew(UserAccount user, string code)
    {
        if (Asked(user, code) is { } refused) return (null, refused);
        var codes = NewCodes();
        database.SecondFactors.NewRecovery(user.Id, [.. codes.Select(c => HashOf(user, c))]);
        return (codes, null);
    }

    /// <summary>Whoever sits at an open session still has to have the phone.</summary>
    private CodeRefusal? Asked(UserAccount user, string code)
    {
        if (!IsOn(user)) return CodeRefusal.NotOn;
        if (Taken(user)) return CodeRefusal.Waits;
        if (!Takes(user, code)) return CodeRefusal.CodeWrong;
        tries.Right(Counted(user));
        return null;
    }

    private bool Taken(UserAccount user) => tries.Take(Counted(user)) is not null;
    private static TriesOf Counted(UserAccount user) => TriesOf.Device("own", user.Id);
    private static string[] NewCodes() => [.. Enumerable.Range(0, Recoveries).Select(_ => Base32.Of(RandomNumberGenerator.GetBytes(RecoveryBytes))[..10]).Select(c => $"{c[..5]}-{c[5..]}")];
    private static string Clean(string typed) => string.Concat((typed.Length > 40 ? "" : typed).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
    private static string HashOf(UserAccount user, string code) => CommandContext.KeyHash($"recovery/{user.Id}/{Clean(code)}");
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
