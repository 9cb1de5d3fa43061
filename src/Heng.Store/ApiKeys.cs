using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>
/// A key by which a program asks (接口密钥), as kept: what it may be used for, for which shop (null: all) and as which account. Of the secret there is a hash alone.
/// What scopes there are and what they allow is the application's to say.
/// </summary>
public sealed record ApiKey(long Id, string Name, string Prefix, string SecretHash, IReadOnlyList<string> Scopes, int? Shop, long User, int AMinute, Instant MadeAt, string MadeBy)
{
    public Instant? ExpiresAt { get; init; }
    public Instant? RevokedAt { get; init; }
    public string? RevokedBy { get; init; }
    public Instant? UsedAt { get; init; }

    /// <summary>How exactly the last use is kept.</summary>
    public static readonly TimeSpan UsedWithin = TimeSpan.FromHours(1);

    public static string SubjectOf(long id) => "api-key/" + Stored.Text(id);

    public bool OpenAt(Instant now) => RevokedAt is null && !(ExpiresAt <= now);
}

public sealed class ApiKeys(Database database)
{
    private const string Columns = "key_id, name, prefix, secret_hash, scopes, shop_id, user_id, a_minute, made_at, made_by, expires_at, revoked_at, revoked_by, used_at";

    /// <summary>Keeps a new key under a number of its own, with the decision to make it; null where the prefix is taken.</summary>
    public ApiKey? Add(ApiKey key, Func<ApiKey, string> why) => database.Write(Durability.Full, t =>
    {
        t.Alone("api_key");
        if (t.Scalar<long>("SELECT COUNT(*) FROM api_key WHERE prefix = @Prefix", new { key.Prefix }) > 0) return null;
        var added = key with { Id = 1 + t.Scalar<long>("SELECT COALESCE(MAX(key_id), 0) FROM api_key") };
        t.Execute($"INSERT INTO api_key ({Columns}) VALUES (@key_id, @name, @prefix, @secret_hash, @scopes, @shop_id, @user_id, @a_minute, @made_at, @made_by, @expires_at, NULL, NULL, NULL)", Row.Of(added));
        Decisions.Append(t, added.MadeAt, added.MadeBy, "api-key-made", ApiKey.SubjectOf(added.Id), why(added));
        return added;
    });

    /// <summary>False where there is no such key, or it was revoked already.</summary>
    public bool Revoke(long id, Instant at, string by, string why) => database.Write(Durability.Full, t =>
    {
        if (t.Execute("UPDATE api_key SET revoked_at = @at, revoked_by = @by WHERE key_id = @id AND revoked_at IS NULL", new { id, at = at.UnixSeconds, by }) == 0) return false;
        Decisions.Append(t, at, by, "api-key-revoked", ApiKey.SubjectOf(id), why);
        return true;
    });

    /// <summary>When it was last used may be lost with the power.</summary>
    public void Used(long id, Instant at) => database.Write(Durability.Bulk, t => t.Execute("UPDATE api_key SET used_at = @at WHERE key_id = @id", new { id, at = at.UnixSeconds }));

    public ApiKey? Find(string prefix) => Rows("prefix = @prefix", new { prefix }).FirstOrDefault();
    public ApiKey? Find(long id) => Rows("key_id = @id", new { id }).FirstOrDefault();

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ApiKey> All => Rows("1 = 1 ORDER BY key_id DESC", new { });

    private List<ApiKey> Rows(string condition, object with) => database.Read(c => c.Query<Row>($"SELECT {Columns} FROM api_key WHERE {condition}", with).Select(r => r.Key).ToList());

#pragma warning disable IDE1006 // The names are the columns'.
    private sealed record Row(
        long key_id, string name, string prefix, string secret_hash, string scopes, long? shop_id, long user_id, long a_minute, long made_at, string made_by,
        long? expires_at, long? revoked_at, string? revoked_by, long? used_at)
    {
        public static Row Of(ApiKey k) => new(k.Id, k.Name, k.Prefix, k.SecretHash, string.Join(' ', k.Scopes), k.Shop, k.User, k.AMinute, k.MadeAt.UnixSeconds, k.MadeBy, k.ExpiresAt?.UnixSeconds, null, null, null);

        public ApiKey Key => new(key_id, name, prefix, secret_hash, scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries), (int?)shop_id, user_id, (int)a_minute, new(made_at), made_by)
        {
            ExpiresAt = Stored.Instant(expires_at), RevokedAt = Stored.Instant(revoked_at), RevokedBy = revoked_by, UsedAt = Stored.Instant(used_at),
        };
    }
#pragma warning restore IDE1006
}
