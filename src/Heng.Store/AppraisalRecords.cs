using Dapper;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Store;

/// <summary>Which assessment: of a scheme, for the period of a cycle that ends with the month.</summary>
public readonly record struct AppraisalOf(string Scheme, Cycle Cycle, Month Month)
{
    /// <summary>What decisions about it are noted under.</summary>
    public string Subject => $"appraisal/{Scheme}/{Cycle}/{Month}";
}

/// <summary>What happened in an assessment so far. Version is that of the scheme under which it began, 0 where it has not.</summary>
public sealed record AppraisalLog(int Version, IReadOnlyList<Happening> Happened);

/// <summary>What happens in assessments (考核过程), appended and never changed.</summary>
public sealed class AppraisalRecords(Database database)
{
    public AppraisalLog Of(AppraisalOf of) => database.Read(c => c
        .Query<Row>("SELECT version, what, stage, part_of, about, filler, doer, kept_at, kept_by, why, target FROM appraisal_event WHERE scheme = @Scheme AND cycle = @cycle AND month = @month ORDER BY seq", Key(of)).ToList())
        is { Count: > 0 } rows ? new((int)rows[0].version, [.. rows.Select(r => r.Happening)]) : new(0, []);

    /// <summary>The assessments of a month that have begun, each with the version under which it did.</summary>
    public IReadOnlyList<(AppraisalOf Of, int Version)> Begun(Month month) => database.Read(c => c
        .Query<(string Scheme, string Cycle, long Version)>("SELECT scheme, cycle, MIN(version) FROM appraisal_event WHERE month = @month GROUP BY scheme, cycle ORDER BY scheme, cycle", new { month = Stored.Month(month) })
        .Select(r => (new AppraisalOf(r.Scheme, Enum.Parse<Cycle>(r.Cycle), month), (int)r.Version)).ToList());

    /// <summary>The months in which an assessment has begun.</summary>
    public IReadOnlyList<Month> Months => database.Read(c => c.Query<long>("SELECT DISTINCT month FROM appraisal_event ORDER BY month").Select(Stored.Month).ToList());

    /// <summary>Keeps what happens where nothing else has since; false, and nothing kept, where something has. What is decided with it is chained in the same breath.</summary>
    public bool Append(AppraisalOf of, int version, int seen, IReadOnlyList<Happening> happens, IReadOnlyList<(string What, Happening Of)> decided) => database.Write(Durability.Full, t =>
    {
        t.Alone("appraisal_event");
        if (t.Scalar<long>("SELECT COUNT(*) FROM appraisal_event WHERE scheme = @Scheme AND cycle = @cycle AND month = @month", Key(of)) != seen) return false;
        foreach (var (happening, i) in happens.Select((h, i) => (h, i)))
            t.Execute("""
                INSERT INTO appraisal_event (scheme, cycle, month, seq, version, what, stage, part_of, about, filler, doer, kept_at, kept_by, why, target)
                VALUES (@Scheme, @cycle, @month, @seq, @version, @what, @Stage, @part, @about, @filler, @doer, @at, @Who, @Why, @To)
                """, new
            {
                of.Scheme, cycle = of.Cycle.ToString(), month = Stored.Month(of.Month), seq = (long)(seen + i + 1), version, what = (long)happening.What, happening.Stage,
                part = happening.Part is null ? 0L : 1L, about = happening.Part?.About, filler = happening.Part?.As ?? "", doer = happening.Part?.By, at = happening.At.UnixSeconds, happening.Who, happening.Why, happening.To,
            });
        foreach (var (what, happening) in decided)
            Decisions.Append(t, happening.At, happening.Who, what, of.Subject, string.Join(" ", new[] { happening.Stage, happening.Part?.About, happening.To, happening.Why }.Where(x => !string.IsNullOrEmpty(x))));
        return true;
    });

    private static object Key(AppraisalOf of) => new { of.Scheme, cycle = of.Cycle.ToString(), month = Stored.Month(of.Month) };

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(long version, long what, string stage, long part_of, string? about, string filler, string? doer, long kept_at, string kept_by, string? why, string? target)
    {
        public Happening Happening => new((AppraisalEvent)what, stage, part_of == 0 ? null : new(stage, about, filler, doer), kept_by, new(kept_at), why, target);
    }
#pragma warning restore IDE1006, CA1812
}
