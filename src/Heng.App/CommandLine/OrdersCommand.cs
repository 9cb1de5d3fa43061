using System.CommandLine;
using System.Text.Json.Nodes;
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
            var rows = new JsonArray();
            foreach (var (shop, found) in Rows(context, parsed.GetValue(month), parsed.GetValue(order)))
            {
                var clock = context.Database.RuleSets.Current(shop.Id, DateOnly.MaxValue).Clock;
                var roster = context.Database.People.Roster;
                foreach (var row in found.Where(r => Sees(context.Viewer, r, roster))) rows.Add(LedgerJson.Of(shop.Name, row, clock, roster.NameOf));
            }
            if (rows.Count == 0 && parsed.GetValue(order) is { } id) throw CommandStoppedException.Refused(new("order-unknown", new($"没有订单 {id}", $"There is no order {id}")));
            context.Output.Write(rows, () => LedgerJson.Sheet(rows));
            return Exit.Done;
        });
        return command;
    }

    /// <summary>Everybody who sees everyone sees all orders; others those that touch somebody they see.</summary>
    public static bool Sees(Viewer viewer, LedgerRow row, Roster roster) => Rights.SeesEveryone(viewer)
        || row.Credits.Select(c => c.Agent).Append(row.Created.Agent).Append(row.Paid.Agent).OfType<int>()
            .Any(a => roster.NameOf(a) is { } name && Rights.Sees(viewer, name, roster.On(a, row.CreatedDay)?.Group));

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
