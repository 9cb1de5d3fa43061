using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Unmatched;

/// <summary>Orders and ratings of a month, on days with chats, whose buyer never talked.</summary>
internal sealed class UntalkedBuyers(Database database, Month month)
{
    /// <summary>A buyer talked if there is a session so many days before or after the month.</summary>
    private const int Around = 31;

    public IReadOnlyList<Untalked> All() => [.. database.Shops.All.SelectMany(Of).Where(u => u.All > 0)];

    private IEnumerable<Untalked> Of(Shop shop)
    {
        var clock = database.RuleSets.Current(shop.Id, month.Last).Clock;
        var covered = database.Coverage.Between(shop.Id, month.First, month.Last);
        bool Chats(Instant at) => covered.Contains((Source.Chat, clock.DayOf(at)));
        var buyers = new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Id));
        var talked = database.Names.Buyers.NamesOf(shop.Id, database.Facts.Buyers(shop.Id, month.First.AddDays(-Around), month.Last.AddDays(Around))).Values.ToHashSet(StringComparer.Ordinal);
        Untalked Count(string id, string zh, string en, IEnumerable<string> names)
        {
            long all = 0, without = 0, masked = 0;
            foreach (var name in names)
            {
                all++;
                var buyer = buyers.Joining(name);
                if (buyer is not null && talked.Contains(buyer)) continue;
                without++;
                if (buyer is null) masked++;
            }
            return new(shop.Name, id, new(zh, en), all, without, masked);
        }
        var (start, end) = (clock.StartOf(month.First), clock.EndOf(month.Last));
        yield return Count("orders", "订单", "Orders", database.Orders.Created(shop.Id, start, end).Where(o => Chats(o.Created)).Select(o => o.Buyer).OfType<string>());
        yield return Count("ratings", "服务评价", "Ratings", database.Ratings.Between(shop.Id, start, end).Where(r => Chats(r.SentAt)).Select(r => r.Buyer));
    }
}
