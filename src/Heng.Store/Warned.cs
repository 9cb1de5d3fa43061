using Dapper;

namespace Heng.Store;

/// <summary>What was looked at for warnings on a shop's day, and how many passed by themselves; warnings themselves are matters.</summary>
public sealed class Warned(Database database)
{
    public IReadOnlyList<string> Facts(int shop, DateOnly day) => database.Read(c => c
        .Query<string>("SELECT fact FROM warned_fact WHERE shop_id = @shop AND day = @day", new { shop, day = Stored.Day(day) }).ToList());

    public IReadOnlyDictionary<long, int> Passed(int shop, DateOnly day) => database.Read(c => c
        .Query<(long Kind, long Passed)>("SELECT kind, passed FROM warning_passed WHERE shop_id = @shop AND day = @day", new { shop, day = Stored.Day(day) }).ToDictionary(p => p.Kind, p => (int)p.Passed));

    /// <summary>Facts that are there stay; what passed is never fewer than before: two servers that look at one shop count the same.</summary>
    public void Keep(int shop, DateOnly day, IReadOnlyCollection<string> facts, IReadOnlyDictionary<long, int> passed)
    {
        if (facts.Count == 0 && passed.Count == 0) return;
        database.Write(Durability.Full, t =>
        {
            foreach (var fact in facts) t.Execute("INSERT INTO warned_fact (shop_id, day, fact) VALUES (@shop, @day, @fact) ON CONFLICT DO NOTHING", new { shop, day = Stored.Day(day), fact });
            foreach (var (kind, count) in passed)
                t.Execute("""
                    INSERT INTO warning_passed (shop_id, day, kind, passed) VALUES (@shop, @day, @kind, @count)
                    ON CONFLICT (shop_id, day, kind) DO UPDATE SET passed = excluded.passed WHERE excluded.passed > warning_passed.passed
                    """, new { shop, day = Stored.Day(day), kind, count = (long)count });
        });
    }
}
