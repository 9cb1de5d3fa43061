using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Findings;

/// <summary>The remarks (备注) of the cases that somebody opened for a buyer on one day; unknown where nobody told of that day's cases.</summary>
internal sealed class ReceptionRemarks
{
    private readonly ILookup<(int Agent, string Buyer), string>? cases;

    public ReceptionRemarks(Database database, Shop shop, Roster roster, BuyerNames aliases, ShopClock clock, DateOnly day)
    {
        if (!database.Coverage.Between(shop.Id, day, day).Contains((Source.Cases, day)) && !database.Coverage.Between(Shops.Company.Id, day, day).Contains((Source.Cases, day))) return;
        cases = new[] { shop, Shops.Company }.SelectMany(s => database.Records(RecordKinds.Cases).Between(s.Id, day, day)).Where(c => c.Buyer is { Length: > 0 } && clock.DayOf(c.OpenedAt) == day)
            .OrderBy(c => c.Id, StringComparer.Ordinal).ToLookup(c => (roster.PersonOf(c.Agent, day), aliases.Of(c.Buyer!)), c => c.Remark ?? "");
    }

    public IReadOnlyList<string>? Of(int agent, string buyer) => cases is null ? null : [.. cases[(agent, buyer)]];
}
