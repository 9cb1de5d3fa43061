using System.Collections.Concurrent;
using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>Buyers' and accounts' names and the small numbers that stand for them. A number, once given, keeps its name for ever.</summary>
public sealed class Names
{
    internal Names(Database database) => (Buyers, Accounts) = (new(database, "buyer"), new(database, "account"));

    public NameTable Buyers { get; }
    public NameTable Accounts { get; }
}

/// <summary>Names of one kind, both ways, remembered as they are asked for; forgotten all at once when they are many. Numbers begin at 1 in each shop.</summary>
public sealed class NameTable
{
    private const int Most = 150_000;
    private readonly Database database;
    private readonly string table;
    private readonly ConcurrentDictionary<(int Shop, string Name), int> ids = new();
    private readonly ConcurrentDictionary<(int Shop, int Id), string> names = new();

    internal NameTable(Database database, string table) => (this.database, this.table) = (database, table);

    /// <summary>Gives every name its number, new ones in the order given; returns them in that order.</summary>
    public int[] Intern(int shop, IReadOnlyList<string> given)
    {
        string[] wanted = [.. given.Select(MergeHash.Storable)];
        var found = Known(shop, wanted);
        var unknown = wanted.Where(n => !found.ContainsKey(n)).Distinct(StringComparer.Ordinal).ToList();
        Put(found, Learn(shop, unknown));
        var added = unknown.Where(n => !found.ContainsKey(n)).ToList();
        if (added.Count > 0) Put(found, Add(shop, added));
        return Array.ConvertAll(wanted, n => found[n]);
    }

    public int Intern(int shop, string name) => Intern(shop, [name])[0];

    public int? Find(int shop, string given)
    {
        var name = MergeHash.Storable(given);
        if (ids.TryGetValue((shop, name), out var known)) return known;
        return Learn(shop, [name]) is [var row] ? (int)row.Id : null;
    }

    /// <summary>The numbers of those that have one.</summary>
    public IReadOnlyDictionary<string, int> Find(int shop, IReadOnlyCollection<string> given)
    {
        string[] wanted = [.. given.Select(MergeHash.Storable).Distinct(StringComparer.Ordinal)];
        var found = Known(shop, wanted);
        Put(found, Learn(shop, [.. wanted.Where(n => !found.ContainsKey(n))]));
        return found;
    }

    /// <summary>The name of a number that this store gave; an unknown number is a mistake of the caller.</summary>
    public string NameOf(int shop, int id) => NamesOf(shop, [id])[id];

    public IReadOnlyDictionary<int, string> NamesOf(int shop, IEnumerable<int> wanted)
    {
        var found = new Dictionary<int, string>();
        var unknown = new List<long>();
        foreach (var id in wanted.ToHashSet())
        {
            if (names.TryGetValue((shop, id), out var name)) found.Add(id, name);
            else unknown.Add(id);
        }
        foreach (var some in unknown.Chunk(Among.Chunk))
            foreach (var (id, name) in Remember(shop, database.Read(c => c.Query<(long, string)>($"SELECT id, name FROM {table} WHERE shop_id = @shop AND {database.Dialect.OneOf("id", "some")}", new { shop, some = new Among(some) }).ToList())))
                found.Add((int)id, name);
        if (unknown.FirstOrDefault(id => !found.ContainsKey((int)id)) is var missing and not 0) throw new KeyNotFoundException($"{table} {missing} of shop {shop}");
        return found;
    }

    /// <summary>Every name of the shop with its number, by name; for accounts, which are few.</summary>
    public IReadOnlyList<(int Id, string Name)> All(int shop) => database.Read(c => c
        .Query<(long Id, string Name)>($"SELECT id, name FROM {table} WHERE shop_id = @shop", new { shop })
        .Select(r => ((int)r.Id, r.Name)).OrderBy(r => r.Name, StringComparer.Ordinal).ToList());

    /// <summary>Every name with the name of its shop; for accounts, which are few.</summary>
    public IReadOnlyList<(string Name, string Shop)> OfShops => database.Read(c => c
        .Query<(string, string)>($"SELECT n.name, s.name FROM {table} n JOIN shop s ON s.shop_id = n.shop_id").ToList());

    /// <summary>Ids of names that hold the text, for search boxes.</summary>
    public IReadOnlyList<(int Id, string Name)> Search(int shop, string text, int limit) => database.Read(c => c
        .Query<(long Id, string Name)>($"SELECT id, name FROM {table} WHERE shop_id = @shop AND LOWER(name) LIKE LOWER(@pattern) ESCAPE '!' ORDER BY {database.Dialect.Bytes("name")} LIMIT @limit",
            new { shop, pattern = "%" + text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%", limit })
        .Select(r => ((int)r.Id, r.Name)).ToList());

    private Dictionary<string, int> Known(int shop, string[] wanted)
    {
        var found = new Dictionary<string, int>(wanted.Length, StringComparer.Ordinal);
        foreach (var name in wanted)
            if (ids.TryGetValue((shop, name), out var id)) found[name] = id;
        return found;
    }

    private static void Put(Dictionary<string, int> found, IEnumerable<(long Id, string Name)> rows)
    {
        foreach (var (id, name) in rows) found[name] = (int)id;
    }

    private List<(long Id, string Name)> Learn(int shop, List<string> unknown) =>
        [.. unknown.Chunk(Among.Chunk).SelectMany(some => Remember(shop, database.Read(c => c.Query<(long, string)>(
            $"SELECT id, name FROM {table} WHERE shop_id = @shop AND {database.Dialect.OneOf("name", "some")}", new { shop, some = new Among(some) }).ToList())))];

    private List<(long Id, string Name)> Add(int shop, List<string> added) => Remember(shop, database.Write(Durability.Bulk, t =>
    {
        t.Alone(table + Stored.Text(shop));
        // Another process may have added some since they were looked up.
        var raced = added.Chunk(Among.Chunk).SelectMany(some =>
            t.Query<(long Id, string Name)>($"SELECT id, name FROM {table} WHERE shop_id = @shop AND {database.Dialect.OneOf("name", "some")}", new { shop, some = new Among(some) })).ToList();
        var known = raced.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var next = t.Scalar<long>($"SELECT COALESCE(MAX(id), 0) FROM {table} WHERE shop_id = @shop", new { shop });
        var fresh = added.Where(n => !known.Contains(n)).Select(n => (Id: ++next, Name: n)).ToList();
        t.Insert(table, "shop_id, id, name", fresh.Select(r => (object?[])[(long)shop, r.Id, r.Name]));
        return raced.Concat(fresh).ToList();
    }));

    private List<(long Id, string Name)> Remember(int shop, List<(long Id, string Name)> rows)
    {
        if (names.Count + rows.Count > Most)
        {
            ids.Clear();
            names.Clear();
        }
        foreach (var (id, name) in rows)
        {
            ids[(shop, name)] = (int)id;
            names[(shop, (int)id)] = name;
        }
        return rows;
    }
}
