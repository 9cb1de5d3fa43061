using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>An account's second factor (动态验证码). The secret is protected before it comes here; it counts once its owner confirmed it with a code.</summary>
public sealed record SecondFactor(long User, string Secret, Instant BegunAt, Instant? ConfirmedAt);

public sealed record SignInSetting(IReadOnlyList<string> CodeRoles, Instant At, string By);

public sealed class SecondFactors(Database database)
{
    public SecondFactor? Of(long user) => database.Read(c => c
        .Query<(long User, string Secret, long Begun, long? Confirmed)>("SELECT user_id, secret, begun_at, confirmed_at FROM sign_in_code WHERE user_id = @user", new { user })
        .Select(r => new SecondFactor(r.User, r.Secret, new(r.Begun), Stored.Instant(r.Confirmed))).FirstOrDefault());

    /// <summary>The accounts that have one.</summary>
    public IReadOnlySet<long> Confirmed => database.Read(c => c.Query<long>("SELECT user_id FROM sign_in_code WHERE confirmed_at IS NOT NULL").ToHashSet());

    /// <summary>A new secret, to be confirmed. One that is confirmed stays as it is.</summary>
    public bool Begin(long user, string secret, Instant at) => database.Write(Durability.Full, t => t.Execute("""
        INSERT INTO sign_in_code (user_id, secret, begun_at, confirmed_at, last_step) VALUES (@user, @secret, @at, NULL, 0)
        ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, begun_at = excluded.begun_at WHERE sign_in_code.confirmed_at IS NULL
        """, new { user, secret, at = at.UnixSeconds })) == 1;

    /// <summary>False where it was confirmed before.</summary>
    public bool Confirm(long user, long step, IReadOnlyList<string> recoveryHashes, Instant at) => database.Write(Durability.Full, t =>
    {
        if (t.Execute("UPDATE sign_in_code SET confirmed_at = @at, last_step = @step WHERE user_id = @user AND confirmed_at IS NULL", new { user, step, at = at.UnixSeconds }) == 0) return false;
        Replace(t, user, recoveryHashes);
        return true;
    });

    /// <summary>A code is used once: false where one of its step or a later one was used before.</summary>
    public bool Use(long user, long step) => database.Write(Durability.Full, t =>
        t.Execute("UPDATE sign_in_code SET last_step = @step WHERE user_id = @user AND confirmed_at IS NOT NULL AND last_step < @step", new { user, step }) == 1);

    public bool UseRecovery(long user, string hash, Instant at) => database.Write(Durability.Full, t =>
        t.Execute("UPDATE recovery_code SET used_at = @at WHERE user_id = @user AND code_hash = @hash AND used_at IS NULL", new { user, hash, at = at.UnixSeconds }) == 1);

    public int RecoveryLeft(long user) => database.Read(c => (int)c.ExecuteScalar<long>("SELECT COUNT(*) FROM recovery_code WHERE user_id = @user AND used_at IS NULL", new { user }));

    public void NewRecovery(long user, IReadOnlyList<string> hashes) => database.Write(Durability.Full, t => Replace(t, user, hashes));

    /// <summary>False where there was none.</summary>
    public bool End(long user) => database.Write(Durability.Full, t =>
    {
        t.Execute("DELETE FROM recovery_code WHERE user_id = @user", new { user });
        return t.Execute("DELETE FROM sign_in_code WHERE user_id = @user", new { user }) == 1;
    });

    /// <summary>Null where nobody set anything: no role must have one.</summary>
    public SignInSetting? Setting => database.Read(c => c.Query<(string Roles, long At, string By)>("SELECT code_roles, set_at, set_by FROM sign_in_setting ORDER BY step DESC LIMIT 1")
        .Select(r => new SignInSetting(r.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries), new(r.At), r.By)).FirstOrDefault());

    public void Set(SignInSetting setting) => database.Write(Durability.Full, t =>
    {
        t.Alone("sign_in_setting");
        var step = 1 + t.Scalar<long>("SELECT COALESCE(MAX(step), 0) FROM sign_in_setting");
        t.Execute("INSERT INTO sign_in_setting (step, code_roles, set_at, set_by) VALUES (@step, @roles, @at, @By)", new { step, roles = string.Join(' ', setting.CodeRoles), at = setting.At.UnixSeconds, setting.By });
    });

    private static void Replace(Transaction t, long user, IReadOnlyList<string> hashes)
    {
        t.Execute("DELETE FROM recovery_code WHERE user_id = @user", new { user });
        foreach (var hash in hashes) t.Execute("INSERT INTO recovery_code (user_id, code_hash, used_at) VALUES (@user, @hash, NULL)", new { user, hash });
    }
}
