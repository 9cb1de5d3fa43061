using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Api;
using Heng.App.Features.Importing;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.ApiKeys;

/// <summary>A key to be made: every field as it was typed. No shop: all; no last day, or 9999-12-31: until it is revoked.</summary>
public sealed record KeyAsk(string Name, string Account, IReadOnlyList<string> Scopes, string Shop = "", string AMinute = "", string Until = "");

/// <summary>What came of it; the text is told once and kept nowhere.</summary>
public sealed record KeyDone(ApiKey? Key, string? Text, Refusal? Refused)
{
    public static KeyDone No(Refusal refused) => new(null, null, refused);
}

/// <summary>Makes and revokes keys: load, decide, keep together with the decision. Secrets are noted nowhere.</summary>
public sealed class KeyDeeds(Database database, TimeProvider time, KnownKeys? known = null)
{
    public const int LongestName = 60, UsualAMinute = 600, MostAMinute = 60_000, MostKeys = 200;

    public KeyDone Make(KeyAsk ask, Viewer by)
    {
        if (!Rights.MakesKeys(by)) return KeyDone.No(KeyRefusals.MakerMayNot);
        if (ask.Name.Length is 0 or > LongestName || ask.Name.Any(char.IsControl)) return KeyDone.No(KeyRefusals.NameMissing);
        if (ask.Scopes.Count == 0) return KeyDone.No(KeyRefusals.ScopesMissing);
        if (ask.Scopes.FirstOrDefault(s => ApiScope.Find(s) is null) is { } unknown) return KeyDone.No(KeyRefusals.ScopeUnknown(unknown));
        if (database.Users.Find(ask.Account) is not { Disabled: false } user) return KeyDone.No(KeyRefusals.AccountUnknown);
        ApiScope[] scopes = [.. ApiScope.All.Where(s => ask.Scopes.Contains(s.Name, StringComparer.Ordinal))];
        var viewer = Viewers.Of(database, user);
        if (scopes.FirstOrDefault(s => !s.Allows(viewer)) is { } wide) return KeyDone.No(KeyRefusals.ScopeTooWide(wide));
        var shop = ask.Shop.Length == 0 ? null : database.Shops.Find(ask.Shop);
        if (shop is null && ask.Shop.Length > 0) return KeyDone.No(KeyRefusals.ShopUnknown);
        var aMinute = UsualAMinute;
        if (ask.AMinute.Length > 0 && (!int.TryParse(ask.AMinute, NumberStyles.None, CultureInfo.InvariantCulture, out aMinute) || aMinute is < 1 or > MostAMinute)) return KeyDone.No(KeyRefusals.RateOutOfRange);
        var last = ask.Until.Length == 0 ? null : SaidDays.DayOf(ask.Until);
        if (ask.Until.Length > 0 && !(last >= ShopClock.Shanghai.DayOf(Now))) return KeyDone.No(KeyRefusals.DayOver);
        if (database.ApiKeys.All.Count(k => k.OpenAt(Now)) >= MostKeys) return KeyDone.No(KeyRefusals.TooMany);
        return Kept(new(0, ask.Name, "", "", [.. scopes.Select(s => s.Name)], shop?.Id, user.Id, aMinute, Now, by.Name) { ExpiresAt = last is { } day && day < DateOnly.MaxValue ? ShopClock.Shanghai.StartOf(day.AddDays(1)) : null }, user.Name, shop?.Name);
    }

    private KeyDone Kept(ApiKey asked, string account, string? shop)
    {
        while (true)
        {
            var (text, prefix, hash) = KeyText.New();
            if (database.ApiKeys.Add(asked with { Prefix = prefix, SecretHash = hash }, k => $"{k.Name} (heng_{k.Prefix}): {account}; {string.Join(' ', k.Scopes)}; {shop ?? "*"}") is { } key) return new(key, text, null);
        }
    }

    /// <summary>Null where it is done.</summary>
    public Refusal? Revoke(long id, Viewer by)
    {
        if (!Rights.RevokesKeys(by)) return KeyRefusals.MakerMayNot;
        if (database.ApiKeys.Find(id) is not { RevokedAt: null } key || !database.ApiKeys.Revoke(id, Now, by.Name, $"{key.Name} (heng_{key.Prefix})")) return KeyRefusals.KeyUnknown;
        known?.Forget();
        return null;
    }

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
