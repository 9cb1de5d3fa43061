using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A plan file that is being written (草稿), whatever is still wrong with it.</summary>
public sealed record PlanDraft(string Scheme, string Yaml, Instant SavedAt, string By);

/// <summary>Drafts of plan files, one a scheme: the last one saved stands.</summary>
public sealed class PlanDrafts(Database database)
{
    public void Keep(PlanDraft draft) => database.Write(Durability.Full, t => t.Execute("""
        INSERT INTO plan_draft (scheme, yaml, saved_at, saved_by) VALUES (@Scheme, @Yaml, @At, @By)
        ON CONFLICT (scheme) DO UPDATE SET yaml = excluded.yaml, saved_at = excluded.saved_at, saved_by = excluded.saved_by
        """, new { draft.Scheme, draft.Yaml, At = draft.SavedAt.UnixSeconds, draft.By }));

    public void Discard(string scheme) => database.Write(Durability.Full, t => t.Execute("DELETE FROM plan_draft WHERE scheme = @scheme", new { scheme }));

    public IReadOnlyList<PlanDraft> All => database.Read(c => c
        .Query<(string Scheme, string Yaml, long At, string By)>("SELECT scheme, yaml, saved_at, saved_by FROM plan_draft")
        .Select(r => new PlanDraft(r.Scheme, r.Yaml, new(r.At), r.By)).OrderBy(d => d.Scheme, StringComparer.Ordinal).ToList());

    public PlanDraft? Find(string scheme) => All.FirstOrDefault(d => d.Scheme == scheme);
}
