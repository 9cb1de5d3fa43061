using System.Globalization;
using Heng.App.Features.Api;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.ApiKeys;

/// <summary>Fills the page of keys, and does what its forms ask.</summary>
public sealed class KeysQuery(Database database, KeyDeeds deeds, ViewerFor viewers, TimeProvider time)
{
    public Task<Seen<KeysView>> For(IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesSettings(viewer) || form is not null && !Rights.RevokesKeys(viewer)) return Task.FromResult(Seen<KeysView>.Forbidden);
        if (form is null) return Task.FromResult<Seen<KeysView>>(View(viewer));
        if (form.Text("act") == "revoke")
        {
            var refused = deeds.Revoke(long.TryParse(form.Text("key"), CultureInfo.InvariantCulture, out var id) ? id : 0, viewer);
            return Task.FromResult<Seen<KeysView>>(View(viewer) with { Refused = refused, Did = refused is null });
        }
        var ask = new KeyAsk(form.Text("name") ?? "", form.Text("account") ?? "", [.. form["scopes"].OfType<string>()], form.Text("shop") ?? "", form.Text("per-minute") ?? "", form.Text("until") ?? "");
        var done = deeds.Make(ask, viewer);
        return Task.FromResult<Seen<KeysView>>(View(viewer) with { Refused = done.Refused, Told = done.Text, Asked = done.Refused is null ? null : ask });
    }

    private KeysView View(Viewer viewer)
    {
        var users = database.Users.All.ToDictionary(u => u.Id);
        var now = new Instant(time.GetUtcNow().ToUnixTimeSeconds());
        return new([.. database.ApiKeys.All.Select(k => Row(k, users.GetValueOrDefault(k.User), database.Shops.All, now))], [.. users.Values.Where(u => !u.Disabled).Select(u => u.Name).Order(StringComparer.Ordinal)],
            [.. database.Shops.All.Select(s => s.Name)], Rights.MakesKeys(viewer), Rights.RevokesKeys(viewer));
    }

    public static KeyRow Row(ApiKey key, UserAccount? user, IReadOnlyList<Shop> shops, Instant now) => new(
        key.Id, key.Name, $"heng_{key.Prefix}_…", [.. key.Scopes.Select(ApiScope.Find).OfType<ApiScope>()], key.Shop is { } shop ? shops.FirstOrDefault(s => s.Id == shop)?.Name ?? "–" : null, user?.Name ?? "–", key.AMinute,
        Local(key.MadeAt), key.MadeBy, key.RevokedAt is not null ? KeyState.Revoked : !key.OpenAt(now) ? KeyState.Over : user is not { Disabled: false } ? KeyState.AccountDisabled : KeyState.Open)
    {
        LastDay = key.ExpiresAt is { } end ? ShopClock.Shanghai.DayOf(end.Plus(-1)) : null, UsedAt = key.UsedAt is { } used ? Local(used) : null, RevokedAt = key.RevokedAt is { } over ? Local(over) : null, RevokedBy = key.RevokedBy,
    };

    private static DateTime Local(Instant at) => ShopClock.Shanghai.ToLocal(at);
}
