using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class ApiKeyRecordTests
{
    private static ApiKey Key(string prefix) => new(0, "大屏", prefix, "hash", ["read:metrics", "read:pay"], null, 7, 600, new(100), "manager");

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_key_is_kept_as_it_was_made_and_its_making_is_a_decision(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var made = fresh.Database.ApiKeys.Add(Key("0123abcd") with { Shop = 3, ExpiresAt = new(200) }, k => $"{k.Name} {k.Id}")!;
        using var again = fresh.Again();
        var kept = again.ApiKeys.Find("0123abcd")!;
        Assert.Equal((1L, 3, 7L, 600, new(200)), (kept.Id, kept.Shop!.Value, kept.User, kept.AMinute, kept.ExpiresAt!.Value));
        Assert.Equal(["read:metrics", "read:pay"], kept.Scopes);
        Assert.Equal((true, false), (kept.OpenAt(new(199)), kept.OpenAt(new(200))));
        Assert.Equal(("api-key-made", "大屏 1", "manager"), again.Decisions.About(ApiKey.SubjectOf(made.Id)).Select(d => (d.What, d.Why, d.Who)).Single());
        Assert.Null(fresh.Database.ApiKeys.Add(Key("0123abcd"), _ => "")); // the prefix finds one key alone
        Assert.Single(fresh.Database.Decisions.All);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_key_is_revoked_once_and_opens_nothing_after(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var keys = fresh.Database.ApiKeys;
        var (one, other) = (keys.Add(Key("00000001"), _ => "")!, keys.Add(Key("00000002"), _ => "")!);
        keys.Used(one.Id, new(150));
        Assert.Equal((true, false), (keys.Revoke(one.Id, new(160), "root", "lost"), keys.Revoke(one.Id, new(161), "root", "again")));
        Assert.False(keys.Find(one.Id)!.OpenAt(new(160)));
        Assert.True(keys.Find(other.Id)!.OpenAt(new(160)));
        Assert.Equal((new(150), "root"), (keys.Find(one.Id)!.UsedAt!.Value, keys.Find(one.Id)!.RevokedBy));
        Assert.Equal(["api-key-made", "api-key-made", "api-key-revoked"], fresh.Database.Decisions.All.Select(d => d.What));
        Assert.Null(fresh.Database.Decisions.FirstBroken());
    }
}
