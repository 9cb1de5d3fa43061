using Dapper;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Store;

/// <summary>Which proposal: of a rule of a plan, about somebody, after the card of the period that ends with the month.</summary>
public readonly record struct MeasureOf(Month Month, string Plan, string Rule, string Agent, MeasureKind Measure)
{
    /// <summary>What decisions about it are noted under.</summary>
    public string Subject => $"measure/{Month}/{Agent}/{Plan}/{Rule}/{Measure.ToString().ToLowerInvariant()}";
}

/// <summary>What was decided about a proposal, and the cards that the latest decision rested on.</summary>
public sealed record KeptMeasure(MeasureOf Of, MeasureState State, IReadOnlyList<CardBefore> Evidence);

/// <summary>What was decided about proposed measures (措施决定), appended and never changed.</summary>
public sealed class MeasureRecords(Database database)
{
    private const string ThisOne = "month = @month AND plan = @Plan AND rule = @Rule AND agent = @Agent AND measure = @measure";

    public IReadOnlyList<KeptMeasure> In(Month month) => Rows("month = @month", new { month = Stored.Month(month) });
    public IReadOnlyList<KeptMeasure> About(string agent) => Rows("agent = @agent", new { agent });
    public KeptMeasure? Find(MeasureOf of) => Rows(ThisOne, Key(of)).FirstOrDefault();

    /// <summary>
    /// Keeps what happens where nothing else has since; false, and nothing kept, where something has. The decision in the chain and, of what is taken, the record that ladders count
    /// are kept in the same breath.
    /// </summary>
    public bool Append(MeasureOf of, int seen, MeasureHappening happens, IReadOnlyList<CardBefore> evidence, (MeasureTaken Record, ImportSource Source)? taken = null) => database.Write(Durability.Full, t =>
    {
        t.Alone("measure_event");
        if (t.Scalar<long>($"SELECT COUNT(*) FROM measure_event WHERE {ThisOne}", Key(of)) != seen) return false;
        t.Execute("""
            INSERT INTO measure_event (month, plan, rule, agent, measure, seq, what, day, why, evidence, kept_by, kept_at)
            VALUES (@month, @Plan, @Rule, @Agent, @measure, @seq, @what, @day, @Why, @evidence, @Who, @at)
            """, new
        {
            month = Stored.Month(of.Month), of.Plan, of.Rule, of.Agent, measure = (long)of.Measure, seq = (long)(seen + 1), what = (long)happens.What, day = Stored.Day(happens.Day),
            happens.Why, evidence = Stored.Payload(evidence), happens.Who, at = happens.At.UnixSeconds,
        });
        Decisions.Append(t, happens.At, happens.Who, "measure-" + happens.What.ToString().ToLowerInvariant(), of.Subject, happens.Why);
        if (taken is { } record) database.Records(RecordKinds.Measures).Merge(t, Shops.Company.Id, record.Record, record.Source);
        return true;
    });

    private static object Key(MeasureOf of) => new { month = Stored.Month(of.Month), of.Plan, of.Rule, of.Agent, measure = (long)of.Measure };

    private List<KeptMeasure> Rows(string condition, object with) => database.Read(c => c
        .Query<Row>($"SELECT month, plan, rule, agent, measure, what, day, why, evidence, kept_by, kept_at FROM measure_event WHERE {condition} ORDER BY month, plan, rule, agent, measure, seq", with)
        .GroupBy(r => r.Of).Select(g => new KeptMeasure(g.Key, new(g.Key.Measure, [.. g.Select(r => r.Happening)]), Stored.Record<List<CardBefore>>(g.Last().evidence))).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(long month, string plan, string rule, string agent, long measure, long what, long? day, string why, string evidence, string kept_by, long kept_at)
    {
        public MeasureOf Of => new(Stored.Month(month), plan, rule, agent, (MeasureKind)measure);
        public MeasureHappening Happening => new((MeasureEvent)what, kept_by, new(kept_at), Stored.Day(day), why);
    }
#pragma warning restore IDE1006, CA1812
}
