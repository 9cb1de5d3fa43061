using System.Buffers.Binary;
using Dapper;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;
using Heng.Store.Packing;

namespace Heng.Store;

/// <summary>What the findings of a rule took in one reception; hundredths of a point together.</summary>
public sealed record LostPoints(DateOnly Day, int Agent, string Rule, long Reception, bool Fatal, long Hundredths);

/// <summary>What quality rules found (质检发现), kept with the day that was checked and replaced with it.</summary>
public sealed class Findings(Database database)
{
    private const string Columns = "day, finding_id, version, reception_id, agent_id, rule_id, severity, category, points, counts_as, flags, spans";

    /// <summary>By day, reception and id.</summary>
    public IReadOnlyList<KeptFinding> Between(int shop, DateOnly from, DateOnly to, int? agent = null) =>
        Rows("shop_id = @shop AND day BETWEEN @from AND @to" + (agent is null ? "" : " AND agent_id = @agent"), new { shop, from = Stored.Day(from), to = Stored.Day(to), agent = (long?)agent });

    public IReadOnlyList<KeptFinding> Of(int shop, long reception) => Rows("shop_id = @shop AND reception_id = @reception", new { shop, reception });

    public IReadOnlyList<KeptFinding> Find(int shop, DateOnly day, long id) => Rows("shop_id = @shop AND day = @day AND finding_id = @id", new { shop, day = Stored.Day(day), id });

    /// <summary>What a rule found, by day, reception and id.</summary>
    public IReadOnlyList<KeptFinding> OfRule(int shop, string rule, DateOnly from, DateOnly to) =>
        Rows("shop_id = @shop AND day BETWEEN @from AND @to AND rule_id = @rule", new { shop, from = Stored.Day(from), to = Stored.Day(to), rule });

    /// <summary>What counts of one severity, by day, reception and id.</summary>
    public IReadOnlyList<KeptFinding> OfSeverity(int shop, Severity severity, DateOnly from, DateOnly to) =>
        Rows("shop_id = @shop AND day BETWEEN @from AND @to AND severity = @severity AND flags = 0", new { shop, from = Stored.Day(from), to = Stored.Day(to), severity = (long)severity });

    /// <summary>What fatal and non-fatal findings that count took, each rule and reception once, of one agent where given.</summary>
    public IReadOnlyList<LostPoints> Lost(int shop, DateOnly from, DateOnly to, int? agent = null) => database.Read(c => c
        .Query<(long Day, long Agent, string Rule, long Reception, long Severity, long Points)>($"""
            SELECT day, agent_id, rule_id, reception_id, MIN(severity), CAST(SUM(points) AS BIGINT) FROM finding
            WHERE shop_id = @shop AND day BETWEEN @from AND @to AND severity <= @worst AND flags = 0{(agent is null ? "" : " AND agent_id = @agent")}
            GROUP BY day, agent_id, rule_id, reception_id ORDER BY day, reception_id, rule_id
            """, new { shop, from = Stored.Day(from), to = Stored.Day(to), worst = (long)Severity.NonFatal, agent = (long?)agent })
        .Select(r => new LostPoints(Stored.Day(r.Day), (int)r.Agent, r.Rule, r.Reception, (Severity)r.Severity == Severity.Fatal, r.Points)).ToList());

    /// <summary>Which of the ids are findings, and by which versions.</summary>
    public IReadOnlyList<(long Id, int Version)> Standing(int shop, DateOnly from, DateOnly to, IReadOnlyCollection<long> ids) => [.. ids.Chunk(Among.Chunk).SelectMany(some => database.Read(c => c
        .Query<(long Id, long Version)>($"SELECT finding_id, version FROM finding WHERE shop_id = @shop AND day BETWEEN @from AND @to AND {database.Dialect.OneOf("finding_id", "some")}",
            new { shop, from = Stored.Day(from), to = Stored.Day(to), some = new Among(some) }).Select(f => (f.Id, (int)f.Version)).ToList()))];

    /// <summary>How often each version of each rule found something, and how many of those a correction took back.</summary>
    public IReadOnlyList<(string Rule, int Version, int Found, int Struck)> Counts(int shop, DateOnly from, DateOnly to) => database.Read(c => c
        .Query<(string Rule, long Version, long Found, long Struck)>("SELECT rule_id, version, COUNT(*), SUM(CASE WHEN flags >= 2 THEN 1 ELSE 0 END) FROM finding WHERE shop_id = @shop AND day BETWEEN @from AND @to GROUP BY rule_id, version",
            new { shop, from = Stored.Day(from), to = Stored.Day(to) }).Select(f => (f.Rule, (int)f.Version, (int)f.Found, (int)f.Struck)).ToList());

    /// <summary>Of each day on which findings count a mark that is another when other findings do: how many, and sums of what tells them apart.</summary>
    public IReadOnlyList<(DateOnly Day, string Mark)> CountingByDay(int shop, DateOnly from, DateOnly to) => database.Read(c => c
        .Query<(long Day, long Counting, long Ids, long Versions, long Points)>("""
            SELECT day, COUNT(*), CAST(SUM(finding_id % 2147483647) AS BIGINT), CAST(SUM(version) AS BIGINT), CAST(SUM(points) AS BIGINT) FROM finding
            WHERE shop_id = @shop AND day BETWEEN @from AND @to AND flags = 0 GROUP BY day ORDER BY day
            """, new { shop, from = Stored.Day(from), to = Stored.Day(to) }).Select(f => (Stored.Day(f.Day), string.Join('-', new[] { f.Counting, f.Ids, f.Versions, f.Points }.Select(Stored.Text)))).ToList());

    /// <summary>Which kinds of occurrences were looked for, by rules that count, on any of the days.</summary>
    public IReadOnlySet<string> Kinds(int shop, DateOnly from, DateOnly to) => database.Read(c => c
        .Query<string>("SELECT DISTINCT kind FROM finding_kind WHERE shop_id = @shop AND day BETWEEN @from AND @to", new { shop, from = Stored.Day(from), to = Stored.Day(to) }).ToHashSet(StringComparer.Ordinal));

    /// <summary>Which rules looked at each day, by their stamp; a day that none looked at has none.</summary>
    public IReadOnlyDictionary<DateOnly, long> Stamps(int shop) => database.Read(c => c
        .Query<(long Day, long Stamp)>("SELECT day, stamp FROM finding_stamp WHERE shop_id = @shop", new { shop }).ToDictionary(r => Stored.Day(r.Day), r => r.Stamp));

    internal static void Replace(Transaction t, int shop, DayQuality quality)
    {
        var day = Stored.Day(quality.Day);
        t.Execute("DELETE FROM finding WHERE shop_id = @shop AND day = @day", new { shop, day });
        t.Execute("DELETE FROM finding_kind WHERE shop_id = @shop AND day = @day", new { shop, day });
        t.Execute("DELETE FROM finding_stamp WHERE shop_id = @shop AND day = @day", new { shop, day });
        if (quality.Stamp != 0) t.Insert("finding_stamp", "shop_id, day, stamp", [[shop, day, quality.Stamp]]);
        t.Insert("finding", "shop_id, " + Columns, quality.Findings.OrderBy(f => f.Id).ThenBy(f => f.Version).Select(f => (object?[])
            [shop, day, f.Id, f.Version, f.Reception, f.Agent, f.Rule, (int)f.Severity, f.Category, f.Hundredths, f.CountsAs, (f.Shadow ? 1 : 0) | (f.Struck ? 2 : 0), Pack(f.Spans)]));
        t.Insert("finding_kind", "shop_id, day, kind", quality.Kinds.Select(k => (object?[])[shop, day, k]));
    }

    private List<KeptFinding> Rows(string condition, object with) =>
        [.. database.Read(c => c.Query<Row>($"SELECT {Columns} FROM finding WHERE {condition}", with)).Select(r => r.Finding).OrderBy(f => f.Day).ThenBy(f => f.Reception).ThenBy(f => f.Id).ThenBy(f => f.Version)];

    // Each span: the message's key of 16 bytes, then where in it and how far.
    private static byte[] Pack(IReadOnlyList<MessageSpan> spans)
    {
        var pack = new PackWriter(spans.Count * 20 + 2).Whole(spans.Count);
        Span<byte> key = stackalloc byte[16];
        foreach (var span in spans)
        {
            BinaryPrimitives.WriteUInt128BigEndian(key, span.Message);
            pack.Raw(key).Whole(span.Start).Whole(span.Length);
        }
        return pack.ToArray();
    }

    private static MessageSpan[] Spans(byte[] packed)
    {
        var reader = new PackReader(packed);
        var spans = new MessageSpan[reader.Int()];
        for (var i = 0; i < spans.Length; i++) spans[i] = new(BinaryPrimitives.ReadUInt128BigEndian(reader.Raw()), reader.Int(), reader.Int());
        return spans;
    }

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(
        long day, long finding_id, long version, long reception_id, long agent_id, string rule_id, long severity, string category, long points, string counts_as, long flags, byte[] spans)
    {
        public KeptFinding Finding => new(finding_id, reception_id, (int)agent_id, Stored.Day(day), rule_id, (int)version, (Severity)severity, category, points, counts_as, Spans(spans))
        {
            Shadow = (flags & 1) != 0, Struck = (flags & 2) != 0,
        };
    }
#pragma warning restore IDE1006, CA1812
}
