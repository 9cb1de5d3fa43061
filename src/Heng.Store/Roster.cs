using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A person (人员) and the numbers the engine knows them by; their employment is in the roster.</summary>
public sealed record Person(int Id, string Name);

/// <summary>
/// Who is who on which day: accounts bound to people, groups and positions. A snapshot; read it again after an import.
/// When two people are bound to one account on a day, the later start stands, then the name; <see cref="Conflicts"/> tells.
/// </summary>
public sealed class Roster
{
    private readonly Dictionary<string, List<(int Person, Employment Employment)>> byAccount = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<Employment>> byPerson = [];
    private readonly Dictionary<string, Person> byName;
    private readonly Dictionary<int, Person> byId;

    public Roster(IReadOnlyList<Person> people, IReadOnlyList<Employment> employments)
    {
        People = [.. people.OrderBy(p => p.Name, StringComparer.Ordinal)];
        byName = People.ToDictionary(p => p.Name, StringComparer.Ordinal);
        byId = People.ToDictionary(p => p.Id);
        foreach (var employment in employments.OrderByDescending(e => e.From).ThenBy(e => e.Name, StringComparer.Ordinal))
        {
            var person = byName[employment.Name].Id;
            if (!byPerson.TryGetValue(person, out var stretches)) byPerson.Add(person, stretches = []);
            stretches.Add(employment);
            foreach (var account in employment.Accounts.Distinct(StringComparer.Ordinal))
            {
                if (!byAccount.TryGetValue(account, out var bound)) byAccount.Add(account, bound = []);
                bound.Add((person, employment));
            }
        }
    }

    /// <summary>By name, ordinal.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>Every account that is anybody's on any day.</summary>
    public IReadOnlySet<string> Accounts => byAccount.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>The person bound to the account on the business day; 0 is nobody.</summary>
    public int AgentOf(string account, DateOnly day) =>
        byAccount.TryGetValue(account, out var bound) ? bound.FirstOrDefault(b => b.Employment.Covers(day)).Person : 0;

    /// <summary>
    /// Whom a report means: the account bound on the day; else the person of that name; else the only account that is written so behind its shop's main
    /// account (<c>main:sub</c>). 0 is nobody.
    /// </summary>
    public int Told(string account, DateOnly day)
    {
        if (AgentOf(account, day) is var bound and not 0) return bound;
        if (Find(account) is { } person) return person.Id;
        var subs = byAccount.Keys.Where(a => a.Length > account.Length && a[^(account.Length + 1)] == ':' && a.EndsWith(account, StringComparison.Ordinal))
            .Select(a => AgentOf(a, day)).Where(id => id != 0).Distinct().ToList();
        return subs is [var only] ? only : 0;
    }

    /// <summary>The person that a name and an account, either of them empty, mean on the day: by the account, else by the name, which may be a badge; 0 is nobody.</summary>
    public int PersonOf(string name, string account, DateOnly day) =>
        AgentOf(account, day) is var bound and not 0 ? bound : Find(name)?.Id ?? AgentOf(name, day);

    public Person? Find(string name) => byName.GetValueOrDefault(name);
    public string? NameOf(int person) => byId.GetValueOrDefault(person)?.Name;

    /// <summary>The stretch that covers the day; of several the one that began last.</summary>
    public Employment? On(int person, DateOnly day) => byPerson.TryGetValue(person, out var stretches) ? stretches.FirstOrDefault(e => e.Covers(day)) : null;

    /// <summary>The stretch that stands for a month: the last one that covers any of its days.</summary>
    public Employment? In(int person, Month month) =>
        byPerson.TryGetValue(person, out var stretches) ? stretches.FirstOrDefault(e => e.From <= month.Last && (e.To ?? month.First) >= month.First) : null;

    /// <summary>Every stretch of a person, latest first.</summary>
    public IReadOnlyList<Employment> HistoryOf(int person) => byPerson.GetValueOrDefault(person) ?? [];

    /// <summary>Accounts bound to two people on the same day, with both stretches.</summary>
    public IEnumerable<(string Account, Employment Stands, Employment Yields)> Conflicts =>
        from pair in byAccount
        from stands in pair.Value
        from yields in pair.Value.SkipWhile(b => b != stands).Skip(1)
        where stands.Person != yields.Person && (yields.Employment.To ?? DateOnly.MaxValue) >= stands.Employment.From && (stands.Employment.To ?? DateOnly.MaxValue) >= yields.Employment.From
        orderby pair.Key
        select (pair.Key, stands.Employment, yields.Employment);
}
