using Heng.App.Features.Exports;
using Heng.App.Features.Facts;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Orders;

/// <summary>
/// The attribution ledger of a month: orders paid in it, and orders placed in it that nobody paid. So its buckets add up to the month's sales.
/// </summary>
public sealed class OrdersQuery(Database database, ViewerFor viewers)
{
    public Task<Seen<OrdersView>> For(OrdersAsk ask, HttpContext context)
    {
        var loaded = Load(ask, context);
        if (loaded.Shown is not { } shown) return Task.FromResult(new Seen<OrdersView>(null, loaded.Status));
        var (rows, wanted) = (loaded.Rows, loaded.Wanted);
        var page = Paging.Held(ask.Page, wanted.Count, OrdersAsk.PageSize);
        List<LedgerRow> here = [.. Paging.Of(wanted, page, OrdersAsk.PageSize)];
        var sums = OrderWords.Buckets.Select(bucket => SumOf(bucket, [.. rows.Where(r => r.Under(ask.Rule).Bucket == bucket)]));
        return Task.FromResult<Seen<OrdersView>>(new OrdersView(
            ask with { Page = page }, WithRefunds(here, shown, ask.Rule), wanted.Count, [.. sums], loaded.People, loaded.Paying)
        { WholeShop = loaded.Everyone });
    }

    /// <summary>The same rows, all pages of them.</summary>
    public Task<Seen<ExportSheet>> Export(OrdersAsk ask, HttpContext context)
    {
        var loaded = Load(ask, context);
        return Task.FromResult(loaded.Shown is { } shown
            ? OrderSheet.Of(ask, WithRefunds(loaded.Wanted, shown, ask.Rule), Preferences.Language(context))
            : new Seen<ExportSheet>(null, loaded.Status));
    }

    private IReadOnlyList<OrderRow> WithRefunds(IReadOnlyList<LedgerRow> rows, OrderRows shown, Judgement rule)
    {
        var refunded = OrderBooks.Refunded(database, shown.Rules, rows);
        return [.. rows.Select(r => shown.Of(r, rule) with { Refunded = refunded.GetValueOrDefault((r.Order.Shop, r.Order.Id)) })];
    }

    private static BucketSum SumOf(Bucket bucket, IReadOnlyList<LedgerRow> rows) => new(bucket, rows.Count, rows.Sum(r => r.Order.Amount));

    private sealed record Loaded(int Status, IReadOnlyList<LedgerRow> Rows, IReadOnlyList<LedgerRow> Wanted, IReadOnlyList<string> People, bool Everyone, Judgement Paying, OrderRows? Shown)
    {
        public static Loaded No(int status) => new(status, [], [], [], false, default, null);
    }

    private Loaded Load(OrdersAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Loaded.No(StatusCodes.Status404NotFound);
        if (!Rights.SeesOrders(viewer)) return Loaded.No(StatusCodes.Status403Forbidden);
        var sight = new Sight(viewer, database.People.Roster);
        var people = sight.People(ask.Month);
        if (ask.Agent is { } name && !people.Contains(name, StringComparer.Ordinal)) return Loaded.No(StatusCodes.Status404NotFound);
        var shops = database.Shops.All;
        var rules = shops.Count == 0 ? RuleSet.Default : database.RuleSets.Current(shops[0].Id, ask.Month.Last);
        List<LedgerRow> rows = [.. shops.SelectMany(s => database.Ledger.Between(s.Id, ask.Month.First, ask.Month.Last))
            .Where(r => ask.Month.Holds(r.PaidDay ?? r.CreatedDay) && sight.Lists(r, ask.Rule))
            .OrderBy(r => r.Order.Created).ThenBy(r => r.Order.Id, StringComparer.Ordinal)];
        var agent = ask.Agent is { } wanted ? sight.Roster.Find(wanted)?.Id : null;
        List<LedgerRow> filtered = [.. rows.Where(r =>
            (ask.Bucket is null || r.Under(ask.Rule).Bucket == ask.Bucket) && (agent is null || r.Under(ask.Rule).Agent == agent)
            && (ask.Search is not { } text || r.Order.Id.Contains(text, StringComparison.OrdinalIgnoreCase)))];
        return new(StatusCodes.Status200OK, rows, filtered, people, sight.Everyone, rules.Paying, new OrderRows(sight.Roster, rules, Preferences.Language(context)));
    }
}
