using Heng.App.Features.Live;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>
/// What of a shop's day was looked at for warnings already, and how much passed by itself: both are kept, so that a server that starts anew warns of what it had not come to, and of nothing twice.
/// A server that dies between a warning and this counts the finding once more in the open warning.
/// </summary>
internal sealed class WarnedDay(Database database, LiveShop shop)
{
    private readonly HashSet<string> facts = [.. database.Warned.Facts(shop.Shop.Id, shop.Day)];
    private readonly Dictionary<WarningKind, int> passed = database.Warned.Passed(shop.Shop.Id, shop.Day).ToDictionary(p => (WarningKind)p.Key, p => p.Value);
    private readonly List<string> fresh = [];
    private int loads;

    public DateOnly Day => shop.Day;
    public IReadOnlyDictionary<WarningKind, int> Passed => passed;

    /// <summary>What was found now, and, where the day was loaded since, all that stands in it: in order, without what was looked at before.</summary>
    public IReadOnlyList<Raised> Of(IEnumerable<(string Fact, Raised Of)> found, Func<IEnumerable<(string Fact, Raised Of)>> standing)
    {
        if (loads != shop.Loads)
        {
            loads = shop.Loads;
            found = found.Concat(standing().OrderBy(f => f.Of.Since));
        }
        var of = found.Where(f => facts.Add(f.Fact)).ToList();
        fresh.AddRange(of.Select(f => f.Fact));
        return [.. of.Select(f => f.Of)];
    }

    /// <summary>After the look, by which so many more passed by themselves, and open warnings came to what they are now.</summary>
    public void Keep(IReadOnlyDictionary<WarningKind, int> before, IReadOnlyDictionary<WarningKind, int> after, IReadOnlyDictionary<long, string> standing)
    {
        var more = after.Where(k => k.Value > before.GetValueOrDefault(k.Key)).ToDictionary(k => k.Key, k => k.Value - before.GetValueOrDefault(k.Key));
        foreach (var (kind, count) in more) passed[kind] = passed.GetValueOrDefault(kind) + count;
        database.Warned.Keep(shop.Shop.Id, shop.Day, fresh, more.Keys.ToDictionary(k => (long)k, k => passed[k]), standing);
        fresh.Clear();
    }
}
