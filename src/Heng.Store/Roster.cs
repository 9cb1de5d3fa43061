using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A person (人员) and the numbers the engine knows them by; their employment is in the roster.</summary>
public sealed record Person(int Id, string Name);

/// <summary>An account in a person's hands: by a stretch of their employment, or bound by hand.</summary>
public sealed record Bound(int Person, string Name, DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => From <= day && (To is not { } last || day <= last);
}

/// <summary>
/// Who is who on which day: accounts bound to people, groups and positions. A snapshot; read it again after an import.
/// When two people are bound to one account on a day, it is shared: the shift tells who sat there, and where none is known the later start stands, then the name.
/// </summary>
public sealed class Roster
{
    private readonly Dictionary<string, List<Bound>> byAccount;
    private readonly Dictionary<int, List<Employment>> byPerson = [];
    private readonly Dictionary<string, Person> byName;
    private readonly Dictionary<int, Person> byId;
    private readonly ILookup<string, string> shopsOf;

    /// <param name="talked">Accounts and the shops whose chats have them.</param>
    public Roster(IReadOnlyList<Person> people, IReadOnlyList<Employment> employments, IReadOnlyList<AccountBinding>? bindings = null, IEnumerable<(string Account, string Shop)>? talked = null)
    {
        shopsOf = (talked ?? []).ToLookup(t => t.Account, t => t.Shop, StringComparer.Ordinal);
        Bindings = AccountBinding.Standing(bindings ?? []);
        People = [.. people.OrderBy(p => p.Name, StringComparer.Ordinal)];
        byName = People.ToDictionary(p => p.Name, StringComparer.Ordinal);
        byId = People.ToDictionary(p => p.Id);
        foreach (var employment in employments.OrderByDescending(e => e.From).ThenBy(e => e.Name, StringComparer.Ordinal))
        {
            var person = byName[employment.Name].Id;
            if (!byPerson.TryGetValue(person, out var stretches)) byPerson.Add(person, stretches = []);
            // Where two overlap, the one that began later stands from its first day to its last.
            stretches.AddRange(stretches.Aggregate<Employment, IEnumerable<Employment>>([employment], (rest, later) => rest.SelectMany(r => r.Without(later))).ToList());
            stretches.Sort((a, b) => b.From.CompareTo(a.From));
        }
        byAccount = employments.SelectMany(e => e.Accounts.Distinct(StringComparer.Ordinal), (e, account) => (Account: account, Bound: new Bound(byName[e.Name].Id, e.Name, e.From, e.To)))
            .Concat(Bindings.Where(b => byName.ContainsKey(b.Person)).Select(b => (b.Account, Bound: new Bound(byName[b.Person].Id, b.Person, b.From, b.To))))
            .OrderByDescending(b => b.Bound.From).ThenBy(b => b.Bound.Name, StringComparer.Ordinal)
            .GroupBy(b => b.Account, b => b.Bound, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
    }

    /// <summary>Accounts bound by hand, as they stand.</summary>
    public IReadOnlyList<AccountBinding> Bindings { get; }

    /// <summary>By name, ordinal.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>The shops there are.</summary>
    public IReadOnlyList<string> Shops { get; init; } = [];

    /// <summary>Every account that is anybody's on any day.</summary>
    public IReadOnlySet<string> Accounts => byAccount.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>The person bound to the account on the business day; 0 is nobody.</summary>
    public int AgentOf(string account, DateOnly day) =>
        byAccount.TryGetValue(account, out var bound) ? bound.FirstOrDefault(b => b.Covers(day))?.Person ?? 0 : 0;

    /// <summary>Everybody bound to the account on the day, who stands first at the head. From two on it is shared.</summary>
    public IReadOnlyList<int> SharedBy(string account, DateOnly day) =>
        byAccount.TryGetValue(account, out var bound) ? [.. bound.Where(b => b.Covers(day)).Select(b => b.Person).Distinct()] : [];

    /// <summary>Whether what is told of the account over the days, without a time of day, is of several people: then it is nobody's. A person's own name is never shared.</summary>
    public bool IsShared(string account, DateOnly from, DateOnly to, string? shop = null)
    {
        if (Find(account) is not null) return false;
        var written = byAccount.ContainsKey(account) ? account : SubsOf(account, shop).FirstOrDefault(a => AgentOf(a, to) != 0) ?? account;
        for (var day = from; day <= to; day = day.AddDays(1))
            if (SharedBy(written, day).Count > 1) return true;
        return false;
    }

    /// <summary>Whether somebody said of the account that it is nobody's on the day.</summary>
    public bool IsNobodys(string account, DateOnly day) => Bindings.Any(b => b.Person.Length == 0 && b.Account == account && b.Covers(day));

    /// <summary>
    /// The person that a name and an account, either of them empty, mean on the day: by the account (of a shared one whoever of them has the name), else by the name,
    /// which may be a badge or be bound by hand, else by the only account that is written so behind its shop's main account (<c>main:sub</c>), where a shop is given not
    /// one that is known to be another shop's. 0 is nobody.
    /// </summary>
    public int PersonOf(string name, string account, DateOnly day, string? shop = null)
    {
        var bound = SharedBy(account, day);
        var named = Find(name)?.Id;
        if (named is { } one && (bound.Count == 0 || bound.Contains(one))) return one;
        if (bound is [var first, ..]) return first;
        return AgentOf(name, day) is var badge and not 0 ? badge : SubOf(account, day, shop);
    }

    /// <summary>The person that one word, a name or an account, means on the day.</summary>
    public int PersonOf(string who, DateOnly day, string? shop = null) => PersonOf(who, who, day, shop);

    private int SubOf(string account, DateOnly day, string? shop)
    {
        var subs = SubsOf(account, shop).Select(a => AgentOf(a, day)).Where(id => id != 0).Distinct().ToList();
        return subs is [var only] ? only : 0;
    }

    // An account that a shop is known to have goes before one of which no shop is known.
    private IEnumerable<string> SubsOf(string account, string? shop)
    {
        if (account.Length == 0) return [];
        var subs = byAccount.Keys.Where(a => a.Length > account.Length && a[^(account.Length + 1)] == ':' && a.EndsWith(account, StringComparison.Ordinal)).ToList();
        if (string.IsNullOrEmpty(shop) || subs.Count == 0) return subs;
        var own = subs.Where(a => IsOf(a, shop)).ToList();
        return own.Count > 0 ? own : subs.Where(a => !shopsOf.Contains(a) && !MainIsAnotherShop(a, shop));
    }

    /// <summary>The shops that somebody's accounts of the day are of, by their chats or by their name.</summary>
    public IReadOnlyList<string> ShopsOf(int person, DateOnly day) =>
        [.. byAccount.Where(a => a.Value.Any(b => b.Person == person && b.Covers(day))).SelectMany(a => Shops.Where(s => IsOf(a.Key, s))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private bool IsOf(string account, string shop) => shopsOf[account].Contains(shop, StringComparer.Ordinal) || account.StartsWith(shop + ":", StringComparison.Ordinal);

    private bool MainIsAnotherShop(string account, string shop) => Shops.Any(s => s != shop && account.StartsWith(s + ":", StringComparison.Ordinal));

    public Person? Find(string name) => byName.GetValueOrDefault(name);
    public string? NameOf(int person) => byId.GetValueOrDefault(person)?.Name;

    /// <summary>The stretch that covers the day; of several the one that began last.</summary>
    public Employment? On(int person, DateOnly day) => byPerson.TryGetValue(person, out var stretches) ? stretches.FirstOrDefault(e => e.Covers(day)) : null;

    /// <summary>The stretch that stands for a month: the last one that covers any of its days.</summary>
    public Employment? In(int person, Month month) =>
        byPerson.TryGetValue(person, out var stretches) ? stretches.FirstOrDefault(e => e.From <= month.Last && (e.To ?? month.First) >= month.First) : null;

    /// <summary>Every stretch of a person, latest first.</summary>
    public IReadOnlyList<Employment> HistoryOf(int person) => byPerson.GetValueOrDefault(person) ?? [];

    /// <summary>Accounts bound to two people on the same day, with both stretches; without a known shift the first stands.</summary>
    public IEnumerable<(string Account, Bound Stands, Bound Yields)> Conflicts =>
        from pair in byAccount
        from stands in pair.Value
        from yields in pair.Value.SkipWhile(b => b != stands).Skip(1)
        where stands.Person != yields.Person && (yields.To ?? DateOnly.MaxValue) >= stands.From && (stands.To ?? DateOnly.MaxValue) >= yields.From
        orderby pair.Key
        select (pair.Key, stands, yields);
}
