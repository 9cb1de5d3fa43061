using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A shop's way to its platform's interface (接口连接). <paramref name="Secrets"/> is protected before it comes here.</summary>
public sealed record Connector(int Shop, string Platform, string Gateway, string Seller, string Evaluations, int PerSecond, string Secrets, Instant KeptAt, string KeptBy);

/// <summary>A window of time of one interface whose records are all in: from, and up to to, which is not included.</summary>
public sealed record PulledWindow(string Api, Instant From, Instant To, Instant AskedAt);

/// <summary>An account as the platform tells of it: its number there, its name here (<c>main:sub</c>), and its state in the platform's number.</summary>
public sealed record PlatformAccount(string Id, string Account, string? FullName, string State, Instant SeenAt);

/// <summary>Connections to platforms, how far each interface is pulled, and the accounts that a platform told of.</summary>
public sealed class Connectors(Database database)
{
    /// <summary>Keeps a connection, in place of the one that was. What was pulled stays known.</summary>
    public void Keep(Connector connector) => database.Write(Durability.Full, t => t.Execute("""
        INSERT INTO connector (shop_id, platform, gateway, seller, evaluations, per_second, secrets, kept_at, kept_by)
        VALUES (@Shop, @Platform, @Gateway, @Seller, @Evaluations, @PerSecond, @Secrets, @At, @KeptBy)
        ON CONFLICT (shop_id, platform) DO UPDATE SET gateway = excluded.gateway, seller = excluded.seller, evaluations = excluded.evaluations,
          per_second = excluded.per_second, secrets = excluded.secrets, kept_at = excluded.kept_at, kept_by = excluded.kept_by
        """, new
    {
        connector.Shop, connector.Platform, connector.Gateway, connector.Seller, connector.Evaluations, PerSecond = (long)connector.PerSecond, connector.Secrets,
        At = connector.KeptAt.UnixSeconds, connector.KeptBy,
    }));

    /// <summary>In the order of shops.</summary>
    public IReadOnlyList<Connector> All => database.Read(c => c.Query<Row>("SELECT shop_id, platform, gateway, seller, evaluations, per_second, secrets, kept_at, kept_by FROM connector ORDER BY shop_id, platform")
        .Select(r => new Connector((int)r.shop_id, r.platform, r.gateway, r.seller, r.evaluations, (int)r.per_second, r.secrets, new(r.kept_at), r.kept_by)).ToList());

    /// <summary>Marks a window as done. One that is done already stays as it was first asked: since then its trades come by their changes.</summary>
    public void Pulled(int shop, string platform, PulledWindow window) => database.Write(Durability.Full, t => t.Execute("""
        INSERT INTO connector_window (shop_id, platform, api, from_at, to_at, asked_at) VALUES (@shop, @platform, @api, @from, @to, @asked) ON CONFLICT DO NOTHING
        """, new { shop, platform, api = window.Api, from = window.From.UnixSeconds, to = window.To.UnixSeconds, asked = window.AskedAt.UnixSeconds }));

    /// <summary>In order of time.</summary>
    public IReadOnlyList<PulledWindow> Windows(int shop, string platform, string api) => database.Read(c => c
        .Query<(long From, long To, long Asked)>(
            "SELECT from_at, to_at, asked_at FROM connector_window WHERE shop_id = @shop AND platform = @platform AND api = @api ORDER BY from_at, to_at", new { shop, platform, api })
        .Select(r => new PulledWindow(api, new(r.From), new(r.To), new(r.Asked))).ToList());

    public void Seen(int shop, string platform, IEnumerable<PlatformAccount> accounts) => database.Write(Durability.Full, t =>
    {
        foreach (var account in accounts)
            t.Execute("""
                INSERT INTO connector_account (shop_id, platform, account_id, account, full_name, state, seen_at) VALUES (@shop, @platform, @Id, @Account, @FullName, @State, @at)
                ON CONFLICT (shop_id, platform, account_id) DO UPDATE SET account = excluded.account, full_name = excluded.full_name, state = excluded.state, seen_at = excluded.seen_at
                """, new { shop, platform, account.Id, account.Account, account.FullName, account.State, at = account.SeenAt.UnixSeconds });
    });

    public IReadOnlyList<PlatformAccount> Accounts(int shop, string platform) => database.Read(c => c
        .Query<(string Id, string Account, string? FullName, string State, long Seen)>(
            "SELECT account_id, account, full_name, state, seen_at FROM connector_account WHERE shop_id = @shop AND platform = @platform", new { shop, platform })
        .Select(r => new PlatformAccount(r.Id, r.Account, r.FullName, r.State, new(r.Seen))).OrderBy(a => a.Account, StringComparer.Ordinal).ThenBy(a => a.Id, StringComparer.Ordinal).ToList());

#pragma warning disable IDE1006 // The names are the columns'.
    private sealed record Row(long shop_id, string platform, string gateway, string seller, string evaluations, long per_second, string secrets, long kept_at, string kept_by);
#pragma warning restore IDE1006
}
