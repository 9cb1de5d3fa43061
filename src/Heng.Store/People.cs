using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>People and their employment (任职). A person is known by name across the company's shops.</summary>
public sealed class People(Database database)
{
    /// <summary>What belongs to people and not to a shop stands under this number.</summary>
    internal const int Company = 0;

    private readonly NaturalKeyTable<Employment> table = new(database, "employment", e => Stored.Key(e.Name, Stored.Text(Stored.Day(e.From))), ("from_day", e => Stored.Day(e.From)));

    /// <summary>Merges stretches by name and first day, and gives every new name its number.</summary>
    public MergeCounts Import(IReadOnlyList<Employment> employments, Instant? exported, long import)
    {
        Intern([.. employments.Select(e => e.Name)]);
        return table.Merge(Company, employments, exported, import);
    }

    /// <summary>What <see cref="Import"/> would answer, with nothing written.</summary>
    public MergeCounts Compare(IReadOnlyList<Employment> employments, Instant? exported) => table.Compare(Company, employments, exported);

    public IReadOnlyList<Employment> Employments => table.All(Company);
    public IReadOnlyList<Person> All => database.Read(c => c.Query<(long Id, string Name)>("SELECT person_id, name FROM person").Select(p => new Person((int)p.Id, p.Name)).ToList());
    public Roster Roster => new(All, Employments, database.Records(RecordKinds.Bindings).All(Company), database.Names.Accounts.OfShops) { Shops = [.. database.Shops.All.Select(s => s.Name)] };

    private void Intern(List<string> names) => database.Write(Durability.Full, t =>
    {
        t.Alone("person");
        var known = t.Query<string>("SELECT name FROM person").ToHashSet(StringComparer.Ordinal);
        var next = t.Scalar<long>("SELECT COALESCE(MAX(person_id), 0) FROM person");
        t.Insert("person", "person_id, name", names.Distinct(StringComparer.Ordinal).Where(n => !known.Contains(n)).Select(n => (object?[])[++next, n]));
    });
}
