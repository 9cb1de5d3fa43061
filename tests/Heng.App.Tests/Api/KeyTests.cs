using System.Net;
using Heng.App.Features.ApiKeys;
using Heng.App.Features.People;
using Heng.Store;

namespace Heng.App.Tests.Api;

/// <summary>Keys of programs over HTTP: what opens, what does not, and how it is said.</summary>
public sealed class KeyTests : IDisposable
{
    private const string Me = "/api/v1/me";
    private readonly ApiSite site = new();

    [Fact]
    public async Task A_key_says_who_it_is_and_nobody_is_told_to_bring_one()
    {
        var answer = await site.Get(site.Key("manager", "read:pay", "read:metrics"), Me);
        Assert.Equal((HttpStatusCode.OK, "manager"), (answer.Status, answer.Json["account"]!.GetValue<string>()));
        Assert.Equal(["read:metrics", "read:pay"], answer.Json["scopes"]!.AsArray().Select(s => s!.GetValue<string>()));
        var nobody = await site.Get(null, Me);
        Assert.Equal((HttpStatusCode.Unauthorized, "key-missing"), (nobody.Status, nobody.Code));
        Assert.Equal("Bearer realm=\"heng\"", nobody.Headers["WWW-Authenticate"].Single());
    }

    [Theory]
    [InlineData("zh-CN", "请带上密钥")]
    [InlineData("en-GB,en;q=0.9,zh;q=0.1", "Give a key")]
    [InlineData("fr;q=1,zh;q=0.3,en;q=0.2", "请带上密钥")]
    [InlineData("en;q=0,de", "请带上密钥")]
    public async Task A_refusal_is_said_in_the_language_that_is_liked_best(string languages, string begins) =>
        Assert.StartsWith(begins, (await site.Get(null, Me, languages)).Json["title"]!.GetValue<string>(), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_nearly_a_key_opens_nothing()
    {
        var key = site.Key("manager", "read:metrics");
        var last = key[^1] == '0' ? '1' : '0';
        foreach (var wrong in new[] { key[..^1] + last, key[..^1], key + "0", key.ToUpperInvariant(), "heng_00000000_" + key[14..], key.Replace('_', '-'), "heng_", "x" })
        {
            var answer = await site.Get(wrong, Me);
            Assert.Equal((HttpStatusCode.Unauthorized, "key-invalid"), (answer.Status, answer.Code));
        }
        Assert.Equal(HttpStatusCode.OK, (await site.Get(key, Me)).Status);
    }

    [Fact]
    public void Of_a_key_the_database_holds_no_more_than_a_hash()
    {
        var done = site.Make("manager", ["read:metrics"]);
        var secret = done.Text![^64..];
        Assert.Equal(KeyText.HashOf(secret), site.Database.ApiKeys.Find(done.Key!.Id)!.SecretHash);
        Assert.DoesNotContain(site.Database.Decisions.All, d => d.Why.Contains(secret, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(site.Folder, "heng.db*")) Assert.DoesNotContain(secret, ReadShared(file), StringComparison.Ordinal);
    }

    private static string ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    [Fact]
    public async Task Revoking_here_works_at_once_and_revoking_elsewhere_within_seconds()
    {
        var (here, elsewhere) = (site.Make("manager", ["read:metrics"]), site.Make("manager", ["read:metrics"]));
        foreach (var key in new[] { here, elsewhere }) Assert.Equal(HttpStatusCode.OK, (await site.Get(key.Text, Me)).Status);
        Assert.Null(site.Deeds.Revoke(here.Key!.Id, new("root", Role.Administrator, null, null)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Get(here.Text, Me)).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(elsewhere.Text, Me)).Status); // read again: all was forgotten
        using (var other = Database.Open(site.Database.Target)) other.ApiKeys.Revoke(elsewhere.Key!.Id, new(0), "root", "");
        site.Clock.Pass(TimeSpan.FromSeconds(3));
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Get(elsewhere.Text, Me)).Status);
    }

    [Fact]
    public async Task A_key_ends_with_its_last_day_and_with_its_account()
    {
        // The clock stands at 2026-11-02 17:00 in Shanghai: seven hours are left of that day.
        var (dated, lasting) = (site.Make("manager", ["read:metrics"], until: "2026-11-02").Text, site.Key("manager", "read:metrics"));
        site.Clock.Pass(TimeSpan.FromHours(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await site.Get(dated, Me)).Status);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Get(dated, Me)).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(lasting, Me)).Status);
        site.Database.Users.Change(site.Accounts.Find("manager")!.Id, u => u with { Disabled = true });
        site.Clock.Pass(KnownKeys.Moment);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Get(lasting, Me)).Status);
    }

    [Fact]
    public async Task The_third_request_of_two_a_minute_is_told_when_to_come_again_and_another_key_is_not()
    {
        var key = site.Make("manager", ["read:metrics"], aMinute: 2).Text;
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, (await site.Get(key, Me)).Status);
        var third = await site.Get(key, Me);
        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-requests"), (third.Status, third.Code));
        Assert.InRange(int.Parse(third.Headers["Retry-After"].Single(), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(site.Key("manager", "read:metrics"), Me)).Status);
    }

    [Fact]
    public async Task When_a_key_was_last_used_is_kept_to_the_hour()
    {
        var done = site.Make("manager", ["read:metrics"]);
        async Task<long?> UsedAt()
        {
            Assert.Equal(HttpStatusCode.OK, (await site.Get(done.Text, Me)).Status);
            return site.Database.ApiKeys.Find(done.Key!.Id)!.UsedAt?.UnixSeconds;
        }
        var first = await UsedAt();
        Assert.Equal(site.Clock.GetUtcNow().ToUnixTimeSeconds(), first);
        site.Clock.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal(first, await UsedAt());
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(first + 3600, await UsedAt());
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_and_never_a_page()
    {
        var key = site.Key("manager", "read:metrics");
        foreach (var address in new[] { "/api", "/api/v1", "/api/v1/nowhere", "/api/v2/me" })
            foreach (var with in new[] { key, null }) Assert.Equal((HttpStatusCode.NotFound, "not-there"), ((await site.Get(with, address)).Status, (await site.Get(with, address)).Code));
    }

    [Fact]
    public void Only_who_sees_all_gives_keys_and_never_a_scope_that_the_account_has_not()
    {
        site.Accounts.Add("qa", Role.Qa, null, null, null);
        string Refused(Role by, KeyAsk ask) => site.Deeds.Make(ask, new("somebody", by, null, null)).Refused!.Name;
        var ask = new KeyAsk("x", "qa", ["read:metrics"]);
        foreach (var role in Enum.GetValues<Role>().Except([Role.Manager, Role.Operator])) Assert.Equal("role-may-not", Refused(role, ask));
        Assert.Equal("scope-too-wide", Refused(Role.Manager, ask with { Scopes = ["read:metrics", "read:pay"] }));
        Assert.Equal("scope-too-wide", Refused(Role.Manager, ask with { Scopes = ["ingest:messages"] }));
        Assert.Equal("scope-unknown", Refused(Role.Manager, ask with { Scopes = ["read:everything"] }));
        Assert.Equal("scopes-missing", Refused(Role.Manager, ask with { Scopes = [] }));
        Assert.Equal("account-unknown", Refused(Role.Manager, ask with { Account = "nobody" }));
        Assert.Equal("shop-unknown", Refused(Role.Manager, ask with { Shop = "没有" }));
        Assert.Equal("name-missing", Refused(Role.Manager, ask with { Name = new string('x', 61) }));
        Assert.Equal(["rate-out-of-range", "rate-out-of-range"], new[] { "0", "60001" }.Select(rate => Refused(Role.Manager, ask with { AMinute = rate })));
        Assert.Equal("day-over", Refused(Role.Manager, ask with { Until = "2026-11-01" }));
        Assert.Empty(site.Database.ApiKeys.All);
    }

    public void Dispose() => site.Dispose();
}
