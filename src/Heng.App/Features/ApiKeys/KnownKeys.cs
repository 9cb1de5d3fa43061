using System.Collections.Concurrent;
using Heng.App.Features.Api;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.ApiKeys;

/// <summary>
/// Who a key is, remembered for a moment so that a key that asks often costs no read each time. What is revoked here is forgotten at once; what another process revoked,
/// or an account that was disabled, a moment later.
/// </summary>
public sealed class KnownKeys(Database database, TimeProvider time)
{
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<string, (ApiKey Key, Viewer? Viewer, DateTimeOffset Read)> known = new(StringComparer.Ordinal);

    /// <summary>Null where the text opens nothing now.</summary>
    public ApiCaller? Of(string text)
    {
        if (KeyText.Read(text) is not var (prefix, secret) || Find(prefix) is not var (key, viewer)) return null;
        var now = new Instant(time.GetUtcNow().ToUnixTimeSeconds());
        if (!KeyText.Fits(secret, key.SecretHash) || !key.OpenAt(now) || viewer is null) return null;
        if (key.UsedAt is not { } used || now.SecondsSince(used) >= (long)ApiKey.UsedWithin.TotalSeconds) Use(prefix, key, now);
        return new(key.Id, key.Name, viewer, key.Shop, key.Scopes, key.AMinute);
    }

    public void Forget() => known.Clear();

    /// <summary>Prefixes that nobody has are not remembered: there would be no end to them.</summary>
    private (ApiKey Key, Viewer? Viewer)? Find(string prefix)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(prefix, out var one) && now - one.Read < Moment && now >= one.Read) return (one.Key, one.Viewer);
        if (database.ApiKeys.Find(prefix) is not { } key) return null;
        var viewer = database.Users.Find(key.User) is { Disabled: false } user ? Viewers.Of(database, user) : null;
        known[prefix] = (key, viewer, now);
        return (key, viewer);
    }

    private void Use(string prefix, ApiKey key, Instant now)
    {
        database.ApiKeys.Used(key.Id, now);
        if (known.TryGetValue(prefix, out var one)) known[prefix] = one with { Key = one.Key with { UsedAt = now } };
    }
}
