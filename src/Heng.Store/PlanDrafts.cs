using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A plan file that is being written (草稿), whatever is still wrong with it.</summary>
public sealed record PlanDraft(string Scheme, string Yaml, Instant SavedAt, string By);

/// <summary>Drafts of plan files, one a scheme. Who writes says which text they take the place of, so that nobody's work is lost unseen.</summary>
public sealed class PlanDrafts(Database database)
{
    /// <param name="over">The text of the draft that this one takes the place of, null for none.</param>
    /// <returns>False, and nothing written, where another draft stands.</returns>
    public bool Keep(PlanDraft draft, string? over) => database.Write(Durability.Full, t =>
    {
        if (Standing(t, draft.Scheme) != over) return false;
        t.Execute("""
            INSERT INTO plan_draft (scheme, yaml, saved_at, saved_by) VALUES (@Scheme, @Yaml, @At, @By)
            ON CONFLICT (scheme) DO UPDATE SET yaml = excluded.yaml, saved_at = excluded.saved_at, saved_by = excluded.saved_by
            """, new { draft.Scheme, draft.Yaml, At = draft.SavedAt.UnixSeconds, draft.By });
        return true;
    });

    /// <returns>False, and nothing let go, where the draft has another text.</returns>
    public bool Discard(string scheme, string yaml) => database.Write(Durability.Full, t =>
    {
        if (Standing(t, scheme) != yaml) return false;
        t.Execute("DELETE FROM plan_draft WHERE scheme = @scheme", new { scheme });
        return true;
    });

    private static string? Standing(Transaction t, string scheme)
    {
        t.Alone("draft" + scheme);
        return t.Scalar<string?>("SELECT yaml FROM plan_draft WHERE scheme = @scheme", new { scheme });
    }

    public IReadOnlyList<PlanDraft> All => database.Read(c => c
        .Query<(string Scheme, string Yaml, long At, string By)>("SELECT scheme, yaml, saved_at, saved_by FROM plan_draft")
        .Select(r => new PlanDraft(r.Scheme, r.Yaml, new(r.At), r.By)).OrderBy(d => d.Scheme, StringComparer.Ordinal).ToList());

    public PlanDraft? Find(string scheme) => All.FirstOrDefault(d => d.Scheme == scheme);
}
