using Dapper;
using Heng.Engine.Filing;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A picture or PDF that was brought as evidence (证据). About is the person whom it concerns, area what it belongs to: both say who may see it.</summary>
public sealed record KeptEvidence(string About, string Area, string Name, EvidenceType Type, string By, Instant At);

/// <summary>Evidence as it came, appended and never changed.</summary>
public sealed class EvidenceRecords(Database database)
{
    /// <returns>Its number.</returns>
    public long Add(KeptEvidence evidence, byte[] content) => database.Write(Durability.Full, t =>
    {
        t.Alone("evidence");
        var id = 1 + t.Scalar<long>("SELECT COALESCE(MAX(evidence_id), 0) FROM evidence");
        t.Execute("INSERT INTO evidence (evidence_id, about, area, name, kind, content, kept_by, kept_at) VALUES (@id, @About, @Area, @Name, @kind, @content, @By, @at)",
            new { id, evidence.About, evidence.Area, evidence.Name, kind = (long)evidence.Type, content, evidence.By, at = evidence.At.UnixSeconds });
        return id;
    });

    public KeptEvidence? Find(long id) => database.Read(c => c.Query<(string About, string Area, string Name, long Kind, string By, long At)>(
        "SELECT about, area, name, kind, kept_by, kept_at FROM evidence WHERE evidence_id = @id", new { id })
        .Select(r => new KeptEvidence(r.About, r.Area, r.Name, (EvidenceType)r.Kind, r.By, new(r.At))).FirstOrDefault());

    public byte[] Content(long id) => database.Read(c => c.QuerySingle<byte[]>("SELECT content FROM evidence WHERE evidence_id = @id", new { id }));
}
