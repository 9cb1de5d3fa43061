using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>
/// Of which shop somebody is (所属店铺), for what is told of a person and of no shop, as being away: the one that their accounts are of; of several the one where they had most receptions in the
/// four weeks before; of none the first. It is the same all day, so that a warning stays where it is.
/// </summary>
internal sealed class HomeShops(Database database, DateOnly day)
{
    private const int DaysBefore = 28;
    private readonly Dictionary<int, string> known = [];
    private readonly IReadOnlyList<Shop> shops = database.Shops.All;
    private readonly Lazy<Dictionary<(string Shop, int Agent), long>> lately = new(() => database.Shops.All
        .SelectMany(shop => database.Facts.AgentDays(shop.Id, day.AddDays(-DaysBefore), day.AddDays(-1), parts: [FactPart.Chat]).GroupBy(d => d.Agent).Select(g => (Key: (shop.Name, g.Key), Receptions: g.Sum(d => d.Measures[Primitive.Consulted]))))
        .ToDictionary(s => s.Key, s => s.Receptions));

    public bool IsOneShop => shops.Count < 2;

    /// <summary>Whether they were all there when this was made.</summary>
    public bool Knows(IEnumerable<string> names) => names.All(n => shops.Any(s => s.Name == n));

    public bool Holds(string shop, int agent, Roster roster) => IsOneShop || Of(agent, roster) == shop;

    public string Of(int agent, Roster roster)
    {
        if (known.TryGetValue(agent, out var home)) return home;
        var of = roster.ShopsOf(agent, day).Where(s => shops.Any(shop => shop.Name == s)).ToList();
        return known[agent] = of is [var only] ? only : (of.Count > 0 ? of : shops.Select(s => s.Name)).OrderByDescending(s => lately.Value.GetValueOrDefault((s, agent))).First();
    }
}
