using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

public sealed record PlanVersion(string Id, int Version, string Yaml, Instant PublishedAt, string By);

/// <summary>Published plans and pay schemes (方案) by version. A published version never changes; the tables refuse it.</summary>
public sealed class Plans(Database database)
{
    /// <summary>Publishes the text under the plan's next version, with the rehearsal that it was published on.</summary>
    public PlanVersion Publish(string id, string yaml, Instant at, string by, string? simulation = null) =>
        database.Write(Durability.Full, t => Next(t, id, yaml, at, by, simulation, Newest(t, id)));

    /// <summary>
    /// The same, where the newest version is still this one, 0 for none; null, and nothing written, where somebody published meanwhile. What is published last wins, so no
    /// two are of one second.
    /// </summary>
    public PlanVersion? PublishAfter(int newest, string id, string yaml, Instant at, string by, string? simulation) => database.Write(Durability.Full, t =>
    {
        if (Newest(t, id) != newest) return null;
        var last = t.Scalar<long>("SELECT COALESCE(MAX(published_at), 0) FROM plan_version");
        return Next(t, id, yaml, at.UnixSeconds == last ? at.Plus(1) : at, by, simulation, newest);
    });

    private static long Newest(Transaction t, string id)
    {
        t.Alone("plan" + id);
        return t.Scalar<long>("SELECT COALESCE(MAX(version), 0) FROM plan_version WHERE plan_id = @id", new { id });
    }

    private static PlanVersion Next(Transaction t, string id, string yaml, Instant at, string by, string? simulation, long newest)
    {
        var version = newest + 1;
        t.Execute("INSERT INTO plan_version (plan_id, version, yaml, published_at, published_by) VALUES (@id, @version, @yaml, @at, @by)",
            new { id, version, yaml, at = at.UnixSeconds, by });
        if (simulation is not null) t.Execute("INSERT INTO plan_simulation (plan_id, version, result) VALUES (@id, @version, @simulation)", new { id, version, simulation });
        return new(id, (int)version, yaml, at, by);
    }

    /// <summary>The rehearsal on which a version was published, as JSON; null for one that was published without.</summary>
    public string? SimulationOf(string id, int version) => database.Read(c =>
        c.QuerySingleOrDefault<string>("SELECT result FROM plan_simulation WHERE plan_id = @id AND version = @version", new { id, version }));

    /// <summary>By id, then version.</summary>
    public IReadOnlyList<PlanVersion> All => Rows("1 = 1", new { });
    /// <summary>The newest version of each plan.</summary>
    public IReadOnlyList<PlanVersion> Current => [.. All.GroupBy(p => p.Id, StringComparer.Ordinal).Select(g => g.Last())];
    public PlanVersion? Find(string id, int? version = null) => Rows("plan_id = @id", new { id }).LastOrDefault(p => version is null || p.Version == version);

    private List<PlanVersion> Rows(string condition, object with) => database.Read(c => c
        .Query<(string Id, long Version, string Yaml, long At, string By)>($"SELECT plan_id, version, yaml, published_at, published_by FROM plan_version WHERE {condition}", with)
        .Select(r => new PlanVersion(r.Id, (int)r.Version, r.Yaml, new(r.At), r.By)).OrderBy(p => p.Id, StringComparer.Ordinal).ThenBy(p => p.Version).ToList());
}
