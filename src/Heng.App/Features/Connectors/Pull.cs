using Heng.App.Features.Connectors.Taobao;
using Heng.App.Features.Importing;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Connectors;

/// <summary>What to pull of a shop: days (all that the platform still has, where none are named) and interfaces (all, where none are).</summary>
public sealed record PullRequest(Connector Connector, TopKeys Keys, string By)
{
    /// <summary>The key's pace, where several shops are pulled with one key.</summary>
    public Pace? Pace { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public IReadOnlyList<string> Only { get; init; } = [];
    /// <summary>Asks again for what is done already.</summary>
    public bool Again { get; init; }
}

/// <summary>Pulls a shop from its platform (拉取): what is not done yet, into the same records that files become.</summary>
public sealed class Pull(Database database, string folder, TimeProvider time, Patience? patience = null)
{
    /// <summary>What <c>--only</c> may name.</summary>
    public static readonly IReadOnlyList<string> Names = [SubAccounts.Id, Trades.Created.Id, Rates.Api.Id, Refunds.Api.Id, "evaluations", StatusLog.Api.Id];

    public Action<string, int, int> Progress { get; init; } = (_, _, _) => { };

    /// <exception cref="ImportBusyException">Another import runs in this data folder; what was pulled before it stays.</exception>
    public async Task<IReadOnlyList<PullReport>> Run(PullRequest request, CancellationToken cancel = default)
    {
        var connector = request.Connector;
        var shop = database.Shops.Find(connector.Shop)!;
        using var client = new TopClient(new Uri(connector.Gateway), request.Keys, request.Pace ?? new(connector.PerSecond, time), time, patience);
        var pull = new ApiPull(database, folder, shop, client, request.By, time) { Progress = Progress };
        var reports = new List<PullReport>();
        bool Wants(string id) => request.Only.Count == 0 || request.Only.Contains(id, StringComparer.Ordinal);
        bool GoesOn() => !reports.Any(r => r.Fault is { OfConnection: true });

        var evaluations = Evaluations.Of(connector.Evaluations);
        var needing = new[] { evaluations, StatusLog.Api }.Where(a => Wants(a.Id)).ToList();
        if (Wants(SubAccounts.Id) || needing.Count > 0 && Known(shop).Accounts.Count == 0) reports.Add(await Accounts(client, shop, connector, cancel));
        if (Wants(Trades.Created.Id) && GoesOn()) reports.Add(await Dated(pull, shop, Trades.Created, request, null, Changes(shop) ?? Now(Trades.Created), cancel));
        if (Wants(Trades.Created.Id) && GoesOn() && reports[^1].Fault is null && Changes(shop) is { } since) reports.Add(await Dated(pull, shop, Trades.Changed, request, since, null, cancel));
        foreach (var api in new[] { Rates.Api, Refunds.Api }.Where(a => Wants(a.Id)).Concat(needing))
            if (GoesOn()) reports.Add(await Dated(pull, shop, api, request, null, null, cancel));
        return reports;
    }

    private async Task<PullReport> Dated(ApiPull pull, Shop shop, TopApi api, PullRequest request, Instant? since, Instant? until, CancellationToken cancel)
    {
        var clock = ShopClock.Shanghai;
        var now = Now(api);
        var reach = clock.StartOf(clock.DayOf(now).AddDays(-api.ReachDays));
        var before = pull.Done(api.Id);
        var from = request.From is { } first ? clock.StartOf(first) : since ?? (before.Count > 0 && before.Max(s => s.To) is var end && end < reach ? end : reach);
        if (since is { } start && start > from) from = start;
        var wanted = new Span(from, request.To is { } last ? clock.EndOf(last) : now).Within(new(reach, until is { } stop && stop < now ? stop : now));
        var report = wanted.IsEmpty ? new(shop.Name, api.Id, api.Format) : await pull.Run(api, wanted, Known(shop), request.Again, cancel);

        var done = pull.Done(api.Id);
        // An order that was placed on one day and changed on another is met on the other: until the last window is in, no day is known.
        var together = api == Trades.Changed ? report.Fault is null ? done.Concat(pull.Done(Trades.Created.Id)) : [] : done;
        pull.Cover(api.Covers, together);
        var lost = PullWindows.Left(new Span(from, reach).Within(new(from, until ?? reach)), done);
        return lost.Count == 0 ? report : report with { Notices = [.. report.Notices, TooOld(lost)] };
    }

    private static ImportNotice TooOld(IReadOnlyList<Span> lost) => new("connector-too-old",
        new("平台已不再提供这段时间的数据；请改用导出的文件", "The platform no longer gives what is this old; bring it in as files"), [.. lost.Select(s => $"{Signature.Time(s.From)} – {Signature.Time(s.To)}")]);

    private async Task<PullReport> Accounts(TopClient client, Shop shop, Connector connector, CancellationToken cancel)
    {
        var (calls, before) = (client.Calls, database.Connectors.Accounts(shop.Id, ApiPull.Platform).Select(Bare).ToHashSet());
        var (accounts, fault) = await SubAccounts.Pull(client, connector.Seller, new(time.GetUtcNow().ToUnixTimeSeconds()), cancel);
        database.Connectors.Seen(shop.Id, ApiPull.Platform, accounts);
        var same = accounts.Count(a => before.Contains(Bare(a)));
        return new(shop.Name, SubAccounts.Id, null) { Calls = client.Calls - calls, Counts = new(accounts.Count, accounts.Count - same, 0, same, 0), Fault = fault };
    }

    private static PlatformAccount Bare(PlatformAccount account) => account with { SeenAt = default };

    /// <summary>The accounts that the platform may be asked about: it knows nothing of deleted ones.</summary>
    private Known Known(Shop shop) => new(database.Connectors.Accounts(shop.Id, ApiPull.Platform).Where(a => a.State != SubAccounts.Deleted)
        .ToDictionary(a => a.Id, a => a.Account, StringComparer.Ordinal));

    /// <summary>From when on trades come by their changes: the first time that they were asked for by creation. Whatever was older then is changed later or not at all.</summary>
    private Instant? Changes(Shop shop) => database.Connectors.Windows(shop.Id, ApiPull.Platform, Trades.Created.Id) is { Count: > 0 } windows
        ? windows.Min(w => w.AskedAt).Plus(-(long)Trades.Created.Lag.TotalSeconds) : null;

    private Instant Now(TopApi api) => new(time.GetUtcNow().ToUnixTimeSeconds() - (long)api.Lag.TotalSeconds);
}
