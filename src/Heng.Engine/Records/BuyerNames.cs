namespace Heng.Engine.Records;

/// <summary>Another name of a buyer (买家别名): masked (<c>摩**</c>) or an open id, as some files write it, and the name in the chats. Natural key: shop, alias.</summary>
public sealed record BuyerAlias(string Shop, string Alias, string Buyer);

/// <summary>Who a shop's buyers are behind the names that files give them.</summary>
public sealed class BuyerNames(IEnumerable<BuyerAlias> aliases)
{
    private readonly Dictionary<string, string> known = aliases.ToDictionary(a => a.Alias, a => a.Buyer, StringComparer.Ordinal);

    public bool HasAliases => known.Count > 0;

    /// <summary>Other names that mean this buyer.</summary>
    public IReadOnlyList<string> AliasesOf(string buyer) => [.. known.Keys.Where(alias => alias != buyer && Of(alias) == buyer)];

    /// <summary>The buyer that a name means, through one alias or several; a name in a ring of aliases means itself.</summary>
    public string Of(string name)
    {
        var buyer = name;
        for (var steps = 0; known.TryGetValue(buyer, out var next); steps++)
        {
            if (next == buyer) return buyer;
            if (steps == known.Count) return name;
            buyer = next;
        }
        return buyer;
    }

    /// <summary>The buyer whose chats a record of this name joins. Null for a masked name that is no alias: many people have the same mask.</summary>
    public string? Joining(string name) => known.ContainsKey(name) || !IsMasked(name) ? Of(name) : null;

    /// <summary>
    /// Stars stand for what is left out: at the end (<c>摩**</c>), or between so few characters that many names look so (<c>t**1</c>).
    /// </summary>
    public static bool IsMasked(string name)
    {
        const int few = 3;
        var stars = name.Count(IsStar);
        return stars > 0 && (IsStar(name[^1]) || stars > 1 && name.Length - stars <= few);
    }

    private static bool IsStar(char c) => c is '*' or '＊';
}
