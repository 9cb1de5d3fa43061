using Dapper;

namespace Heng.Store;

/// <summary>What was looked at for warnings on a shop's day, and how many passed by themselves; warnings themselves are matters.</summary>
public sealed class Warned(Database database)
{
    public IReadOnlyList<string> Facts(int shop, DateOnly day) => database.Read(c => c
        .Query<string>("SELECT fact FROM warned_fact WHERE shop_id = @shop AND day = @day", new { shop, day = Stored.Day(day) }).ToList());

    public IReadOnlyDictionary<long, int> Passed(int shop, DateOnly day) => database.Read(c => c
        .Query<(long Kind, long Passed)>("SELECT kind, passed FROM warning_passed WHERE shop_id = @shop AND day = @day", new { shop, day = Stored.Day(day) }).ToDictionary(p => p.Kind, p => (int)p.Passed));

    /// <summary>What open warnings have come to, by number, as their keeper wrote it.</summary>
    public IReadOnlyDictionary<long, string> Standing() => database.Read(c => c.Query<(long Warning, string Standing)>("SELECT warning, standing FROM warning_now").ToDictionary(w => w.Warning, w => w.Standing));

    /// <summary>Warnings that are over: their last step says what they came to.</summary>
    public void Forget(IReadOnlyCollection<long> warnings)
    {
        if (warnings.Count == 0) return;
        database.Write(Durability.Full, t =>
        {
            foreach (var warning in warnings) t.Execute("DELETE FROM warning_now WHERE warning = @warning", new { warning });
        });
    }

    /// <summary>Facts that are there stay; what passed is never fewer than before: two servers that look at one shop count the same. What warnings have come to by these facts is kept with them.</summary>
    public void Keep(int shop, DateOnly day, IReadOnlyCollection<string> facts, IReadOnlyDictionary<long, int> passed, IReadOnlyDictionary<long, string>? standing = null)
    {
        if (facts.Count == 0 && passed.Count == 0 && standing is null or { Count: 0 }) return;
        database.Write(Durability.Full, t =>
        {
            foreach (var fact in facts) t.Execute("INSERT INTO warned_fact (shop_id, day, fact) VALUES (@shop, @day, @fact) ON CONFLICT DO NOTHING", new { shop, day = Stored.Day(day), fact });
            foreach (var (kind, count) in passed)
                t.Execute("""
                    INSERT INTO warning_passed (shop_id, day, kind, passed) VALUES (@shop, @day, @kind, @count)
                    ON CONFLICT (shop_id, day, kind) DO UPDATE SET passed = excluded.passed WHERE excluded.passed > warning_passed.passed
                    """, new { shop, day = Stored.Day(day), kind, count = (long)count });
            foreach (var (warning, now) in standing ?? new Dictionary<long, string>())
                t.Execute("INSERT INTO warning_now (warning, standing) VALUES (@warning, @now) ON CONFLICT (warning) DO UPDATE SET standing = excluded.standing", new { warning, now });
        });
    }
}
