using System.Globalization;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Orders;

/// <summary>One order with both events, the credit under each rule, refunds and who assisted.</summary>
public sealed class OrderQuery(Database database, ViewerFor viewers)
{
    public Task<Seen<OrderView>> For(string id, HttpContext context)
    {
        if (viewers(context) is { } viewer)
        {
            var sight = new Sight(viewer, database.People.Roster);
            foreach (var shop in database.Shops.All)
                if (database.Ledger.Find(shop.Id, id) is { } row && sight.Sees(row)) return Task.FromResult<Seen<OrderView>>(View(shop, row, sight, Preferences.Language(context)));
        }
        return Task.FromResult(Seen<OrderView>.NotFound);
    }

    private OrderView View(Shop shop, LedgerRow row, Sight sight, Language language)
    {
        var rules = database.RuleSets.Current(shop.Id, row.CreatedDay);
        var shown = new OrderRows(sight.Roster, rules, language);
        // The list says no day of the refund, so it stands undated; of an order that nobody paid there is nothing to give back.
        OrderRefund[] refunds = row.Order is { Refund: > 0, PaidAt: not null } ? [new(null, row.Order.Refund.Value, false)] : [];
        var assisted = row.AssistedOrder.Concat(row.AssistedPayment).Concat(row.AssistedFollow).Distinct();
        return new(
            shown.Of(row, rules.Paying), Month.Of(row.PaidDay ?? row.CreatedDay), Event(shop, row, row.Created, sight, shown), Event(shop, row, row.Paid, sight, shown),
            refunds, [.. assisted.Select(a => shown.NameOf(a)!)], rules.Paying, row.Order.Postage);
    }

    private OrderEvent Event(Shop shop, LedgerRow row, Landing landing, Sight sight, OrderRows shown)
    {
        DateTime? at = landing.At is { } instant ? shown.Local(instant) : null;
        var session = landing is { Session: { } id, Day: { } day } ? database.Facts.Sessions(shop.Id, day, day).FirstOrDefault(s => s.Id == id) : null;
        return new(
            at, shown.NameOf(landing.Agent), session is not null && sight.Sees(session.Agent, session.Day) ? ReceptionOf(shop, row, session, sight.Roster) : null,
            session is null ? null : shown.Local(session.Start), session is null ? null : shown.Local(session.End), landing.Clause, shown.NameOf(landing.RunnerUp), landing.Why);
    }

    /// <summary>The reception that holds the session; null where it is no longer kept.</summary>
    private string? ReceptionOf(Shop shop, LedgerRow row, Session session, Roster roster)
    {
        if (row.Order.Buyer is not { } buyer) return null;
        var id = FactIds.OfReception(shop.Name, roster.NameOf(session.Agent) ?? "", database.Names.Accounts.NameOf(shop.Id, session.Account), buyer, session.Day);
        return database.Facts.Reception(shop.Id, id) is null ? null : id.ToString(CultureInfo.InvariantCulture);
    }
}
