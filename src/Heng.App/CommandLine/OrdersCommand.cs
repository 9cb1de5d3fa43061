using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Facts;
using Heng.App.Features.Orders;
using Heng.App.Features.People;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng orders</c>: the attribution ledger of a month, or of one order.</summary>
public static class OrdersCommand
{
    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string?>("--month") { Description = "Orders created or paid in this month" };
        var order = new Option<string?>("--order") { Description = "One order" };
        var part = new ListPart("""["SHOP","2026-10-05T09:30:00","ORDER"]""");
        var command = new Command("orders", "Who got which order, and why") { month, order, part.Limit, part.After };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesOrders(context.Viewer), "此角色不能查看订单", "This role may not see orders");
            var rows = new JsonArray();
            var sight = new Sight(context.Viewer, context.Database.People.Roster);
            var (most, place) = (part.MostOf(parsed), part.PlaceOf(parsed, 3));
            var shops = place is null ? context.Shops : [.. context.Shops.SkipWhile(s => s.Name != place[0])];
            if (shops.Count == 0 && place is not null) throw ListPart.Over();
            foreach (var shop in shops)
            {
                var rules = context.Database.RuleSets.Current(shop.Id, DateOnly.MaxValue);
                (Instant At, string Id)? after = place is not null && shop.Name == place[0] ? PlaceOf(place, rules.Clock) : null;
                List<LedgerRow> seen = [.. Rows(context, shop, rules.Clock, parsed.GetValue(month), parsed.GetValue(order), after).Where(sight.Sees).Take(most - rows.Count)];
                var book = OrderBooks.Of(context.Database, shop, [.. seen.Select(r => r.Order.Id)]);
                foreach (var row in seen) rows.Add(LedgerJson.Of(shop.Name, row, rules, book, sight.Roster.NameOf));
            }
            if (rows.Count == 0 && parsed.GetValue(order) is { } id) throw CommandStoppedException.Refused(new("order-unknown", new($"没有订单 {id}", $"There is no order {id}")));
            context.Output.Write(rows, () => LedgerJson.Sheet(rows));
            return Exit.Done;
        });
        return command;
    }

    /// <summary>In order of creation, then id; read no further than is asked for.</summary>
    private static IEnumerable<LedgerRow> Rows(CommandContext context, Shop shop, ShopClock clock, string? month, string? order, (Instant At, string Id)? after)
    {
        if (order is not null == month is not null) throw CommandStoppedException.Usage("period-missing", "请给出 --month 或 --order 之一", "Give either --month or --order");
        if (order is not null) return context.Database.Ledger.Find(shop.Id, order) is { } row && after is null ? [row] : [];
        var of = Read.Month(month);
        return after is { } place ? context.Database.Ledger.Behind(shop.Id, of.First, of.Last, clock.DayOf(place.At), place) : context.Database.Ledger.Walk(shop.Id, of.First, of.Last);
    }

    private static (Instant At, string Id) PlaceOf(string?[] place, ShopClock clock) =>
        place[2] is { } id && DateTime.TryParseExact(place[1], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? (clock.FromLocal(at), id) : throw ListPart.Over();
}
