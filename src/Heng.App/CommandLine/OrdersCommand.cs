using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Facts;
using Heng.App.Features.Orders;
using Heng.App.Features.People;
using Heng.Engine.Orders;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng orders</c>: the attribution ledger of a month, or of one order.</summary>
public static class OrdersCommand
{
    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string?>("--month") { Description = "Orders created or paid in this month" };
        var order = new Option<string?>("--order") { Description = "One order" };
        var command = new Command("orders", "Who got which order, and why") { month, order };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesOrders(context.Viewer), "此角色不能查看订单", "This role may not see orders");
            var rows = new JsonArray();
            var sight = new Sight(context.Viewer, context.Database.People.Roster);
            foreach (var (shop, found) in Rows(context, parsed.GetValue(month), parsed.GetValue(order)))
            {
                var rules = context.Database.RuleSets.Current(shop.Id, DateOnly.MaxValue);
                List<LedgerRow> seen = [.. found.Where(sight.Sees)];
                var book = OrderBooks.Of(context.Database, shop, [.. seen.Select(r => r.Order.Id)]);
                foreach (var row in seen) rows.Add(LedgerJson.Of(shop.Name, row, rules, book, sight.Roster.NameOf));
            }
            if (rows.Count == 0 && parsed.GetValue(order) is { } id) throw CommandStoppedException.Refused(new("order-unknown", new($"没有订单 {id}", $"There is no order {id}")));
            context.Output.Write(rows, () => LedgerJson.Sheet(rows));
            return Exit.Done;
        });
        return command;
    }

    private static IEnumerable<(Shop, IReadOnlyList<LedgerRow>)> Rows(CommandContext context, string? month, string? order)
    {
        if (order is not null == month is not null) throw CommandStoppedException.Usage("period-missing", "请给出 --month 或 --order 之一", "Give either --month or --order");
        foreach (var shop in context.Shops)
        {
            if (order is not null) yield return (shop, context.Database.Ledger.Find(shop.Id, order) is { } row ? [row] : []);
            else yield return (shop, context.Database.Ledger.Between(shop.Id, Read.Month(month).First, Read.Month(month).Last));
        }
    }
}
