using System.Globalization;
using Heng.App.Features.Facts;
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
        var book = OrderBooks.Of(database, shop, [row.Order.Id]);
        OrderRefund[] refunds = [.. RefundRow.Of(rules, row, book).Select(r => Refund(r, sight, shown))];
        var assisted = row.AssistedOrder.Concat(row.AssistedPayment).Concat(row.AssistedFollow).Distinct();
        return new(
            shown.Of(row, rules.Paying) with { Refunded = refunds.Where(r => r.Counts).Sum(r => r.Amount) }, Month.Of(row.PaidDay ?? row.CreatedDay), Event(shop, row.Created, sight, shown), Event(shop, row.Paid, sight, shown),
            refunds, [.. assisted.Select(a => shown.NameOf(a)!)], rules.Paying, row.Order.Postage)
        {
            Reasons = [.. OrderWords.Rules.Select(rule => shown.Why(row, rule))],
            Items = [.. book.Items(row.Order.Id).Select(i => new OrderedItem(i.Title ?? i.Code ?? i.Id, i.Code, i.Properties, i.Pieces, i.Price, i.Refunded == RefundState.Succeeded ? i.Refund : null))],
            Deposit = row.Order.DepositAt is { } deposit ? shown.Local(deposit) : null,
            Corrected = CorrectionRecords.Of(database, shop).Of(CorrectedFact.Order, row.Order.Id) is { } correction ? (correction.Why, shown.Local(correction.At)) : null,
        };
    }

    private static OrderRefund Refund(RefundRow refund, Sight sight, OrderRows shown)
    {
        if (refund.Record is not { } record) return new(null, refund.Amount, false);
        var at = record.FinishedAt ?? record.AppliedAt;
        var day = at is { } instant ? DateOnly.FromDateTime(shown.Local(instant)) : default;
        return new(at is { } known ? shown.Local(known) : null, refund.Amount, true)
        {
            Counts = refund.Counts, Id = record.Id, Status = record.Status, Kind = record.Kind,
            Handlers = [.. new[] { record.Reviewer, record.Operator }.OfType<string>().Select(who => sight.Roster.NameOf(sight.Roster.PersonOf(who, day)) ?? who).Distinct(StringComparer.Ordinal)],
        };
    }

    private OrderEvent Event(Shop shop, Landing landing, Sight sight, OrderRows shown)
    {
        DateTime? at = landing.At is { } instant ? shown.Local(instant) : null;
        var session = landing is { Session: { } id, Day: { } day } ? database.Facts.Sessions(shop.Id, day, day).FirstOrDefault(s => s.Id == id) : null;
        return new(
            at, shown.NameOf(landing.Agent), session is not null && sight.Sees(session.Agent, session.Day) ? ReceptionOf(shop, session, sight.Roster) : null,
            session is null ? null : shown.Local(session.Start), session is null ? null : shown.Local(session.End), landing.Clause, shown.NameOf(landing.RunnerUp), landing.Why);
    }

    /// <summary>The reception that holds the session; null where it is no longer kept.</summary>
    private string? ReceptionOf(Shop shop, Session session, Roster roster)
    {
        var buyer = database.Names.Buyers.NameOf(shop.Id, session.Buyer);
        var id = FactIds.OfReception(shop.Name, roster.NameOf(session.Agent) ?? "", database.Names.Accounts.NameOf(shop.Id, session.Account), buyer, session.Day);
        return database.Facts.Reception(shop.Id, id) is null ? null : id.ToString(CultureInfo.InvariantCulture);
    }
}
