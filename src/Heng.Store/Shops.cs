using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

public sealed record Shop(int Id, string Name);

/// <summary>The shops (店铺). A new shop starts with the default rule set, effective from the first day there is.</summary>
public sealed class Shops(Database database)
{
    /// <summary>What belongs to people and not to a shop stands under this one. It is in no list of shops and counts under the default rules.</summary>
    public static readonly Shop Company = new(People.Company, "");

    /// <summary>By name: the order in which shops came is nobody's business.</summary>
    public IReadOnlyList<Shop> All => database.Read(c => c.Query<(long Id, string Name)>($"SELECT shop_id, name FROM shop ORDER BY {database.Dialect.Bytes("name")}")
        .Select(s => new Shop((int)s.Id, s.Name)).ToList());
    public Shop? Find(string name) => All.FirstOrDefault(s => s.Name == name);
    public Shop? Find(int id) => All.FirstOrDefault(s => s.Id == id);

    /// <summary>The shop of that name, or the <see cref="Company"/> where it is empty.</summary>
    public Shop GetOrAdd(string name, RuleSet? rules = null) => name.Length == 0 ? Company : Find(name) ?? database.Write(Durability.Full, t =>
    {
        t.Alone("shop");
        if (t.Scalar<long?>("SELECT shop_id FROM shop WHERE name = @name", new { name }) is { } raced) return new Shop((int)raced, name);
        var id = t.Scalar<long>("SELECT COALESCE(MAX(shop_id), 0) + 1 FROM shop");
        t.Execute("INSERT INTO shop (shop_id, name) VALUES (@id, @name)", new { id, name });
        RuleSets.Insert(t, (int)id, DateOnly.MinValue, (rules ?? RuleSet.Default) with { Version = 1 });
        return new Shop((int)id, name);
    });
}

/// <summary>
/// The shop's counting rules (判定规则) by version. A version is never changed: a derived number carries the version that made it.
/// On a day the version with the latest effective day stands, then the highest version. The clock is the newest version's on all days.
/// </summary>
public sealed class RuleSets(Database database)
{
    public IReadOnlyList<(DateOnly EffectiveFrom, RuleSet Rules)> All(int shop)
    {
        if (shop == People.Company) return [(DateOnly.MinValue, RuleSet.Default)];
        var versions = database.Read(c => c
            .Query<(long From, string Payload)>("SELECT effective_from, payload FROM rule_set WHERE shop_id = @shop ORDER BY effective_from, version", new { shop })
            .Select(r => (EffectiveFrom: Stored.Day(r.From), Rules: Stored.Record<RuleSet>(r.Payload))).ToList());
        var clock = versions.Count == 0 ? ShopClock.Shanghai : versions.MaxBy(v => v.Rules.Version).Rules.Clock;
        return [.. versions.Select(v => v.Rules.Clock == clock ? v : (v.EffectiveFrom, v.Rules with { Clock = clock }))];
    }

    public RuleTimeline Timeline(int shop) => new(All(shop));
    public RuleSet Current(int shop, DateOnly day) => All(shop).Last(r => r.EffectiveFrom <= day).Rules;
    public RuleSet? Version(int shop, int version) => All(shop).Select(r => r.Rules).FirstOrDefault(r => r.Version == version);

    /// <summary>Keeps the rules under the next version, effective from the day on, and gives them back with it.</summary>
    public RuleSet Add(int shop, DateOnly effectiveFrom, RuleSet rules) => database.Write(Durability.Full, t =>
    {
        t.Alone("rule_set");
        var next = rules with { Version = 1 + (int)t.Scalar<long>("SELECT COALESCE(MAX(version), 0) FROM rule_set WHERE shop_id = @shop", new { shop }) };
        Insert(t, shop, effectiveFrom, next);
        return next;
    });

    internal static void Insert(Transaction t, int shop, DateOnly effectiveFrom, RuleSet rules) => t.Execute(
        "INSERT INTO rule_set (shop_id, version, effective_from, payload) VALUES (@shop, @version, @from, @payload)",
        new { shop, version = (long)rules.Version, from = Stored.Day(effectiveFrom), payload = Stored.Payload(rules) });
}
