using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>
/// What scoring asks of a person beside metrics: how often an incident, an error or a finding of one kind occurred, the goals that fall due, and the QA cards. Where no file covers incidents or
/// errors, and no rule that counts looked for a finding, their number is unknown, not 0.
/// </summary>
internal sealed class BesideNumbers(Database database, PeriodFacts facts)
{
    private readonly Lazy<IReadOnlyList<(Incident Record, int Person)>> incidents = new(() => Named(database, facts, RecordKinds.Incidents, i => i.Agent, i => i.Day));
    private readonly Lazy<IReadOnlyList<(OperationError Record, int Person)>> errors = new(() => Named(database, facts, RecordKinds.OperationErrors, e => e.Agent, e => e.Day));
    private readonly FindingNumbers findings = new(database, facts);
    private readonly Lazy<IReadOnlyList<(Target Record, int Person)>> targets = new(() => [.. Named(database, facts, RecordKinds.Targets, t => t.Agent, t => t.Month.Last, Month.Of(facts.From).First, Month.Of(facts.To).Last).Where(t => t.Record.Agent.Length > 0)]);
    private readonly Lazy<IReadOnlyList<(Goal Record, int Person)>> goals = new(() => Named(database, facts, RecordKinds.Goals, g => g.Agent, g => g.Due));

    private readonly Lazy<IReadOnlyList<(Inspected Record, int Person)>> inspected = new(() => Named(database, facts, RecordKinds.Inspections, i => i.Agent, i => i.Day));

    private readonly Lazy<IReadOnlyList<(RosterDay Record, int Person)>> roster = new(() =>
        [.. database.Records(RecordKinds.Roster).Between(Shops.Company.Id, facts.From, facts.To).Where(r => r.Day >= facts.From && r.Day <= facts.To).Select(r => (r, facts.Roster.PersonOf(r.Name, r.Account, r.Day)))]);

    /// <summary>Null where something else is asked for.</summary>
    public Explained? Of(string asked, int person) => Asking.Parse(asked) switch
    {
        (Beside.Incident, var kind) => Count(asked, kind, "conduct-incidents", person, incidents.Value.Where(i => i.Person == person && i.Record.Kind == kind && i.Record.Withdrawn is null)
            .Select(i => (i.Record.Day, RecordKinds.Incidents.Name, RecordKinds.Incidents.KeyOf(i.Record)))),
        (Beside.Error, var kind) => Count(asked, kind, "operation-errors", person, errors.Value.Where(e => e.Person == person && e.Record.Kind == kind && e.Record.Withdrawn is null)
            .Select(e => (e.Record.Day, RecordKinds.OperationErrors.Name, RecordKinds.OperationErrors.KeyOf(e.Record)))),
        (Beside.Finding, var kind) => findings.Of(asked, kind, person),
        (Beside.Target, var metric) => TargetOf(asked, metric, person),
        (Beside.Shift, var shift) => ShiftsOf(asked, shift, person),
        _ => null,
    };

    /// <summary>Days on which somebody was rostered for the shift and punched; unknown without a roster of theirs or without punches.</summary>
    private Explained ShiftsOf(string asked, string shift, int person)
    {
        var label = new Wording($"上{shift}次数", $"shifts {shift} worked");
        var rostered = roster.Value.Where(r => r.Person == person).ToArray();
        if (rostered.Length == 0 || facts.Value("workdays", facts.TotalsOf(person)).Value is null) return Explained.Leaf(asked, label, null, Unit.Times);
        var worked = facts.Days.Where(d => d.Agent == person && d.Measures[Primitive.WorkedDays] > 0).Select(d => d.Day).ToHashSet();
        Evidence[] evidence = [.. rostered.Where(r => worked.Contains(r.Record.Day) && (r.Record.Shift.Trim() == shift || r.Record.Shift.StartsWith(shift + " ", StringComparison.Ordinal)))
            .DistinctBy(r => r.Record.Day).OrderBy(r => r.Record.Day).Select(r => new Evidence(FactKind.Record, RecordFact.Of(RecordKinds.Roster.Name, RecordKinds.Roster.KeyOf(r.Record)), 1m, r.Record.Day))];
        return Explained.Leaf(asked, label, evidence.Length, Unit.Times, evidence);
    }

    /// <summary>A person's imported target: of several months the sum where the metric adds up, else their mean; one month without it leaves none.</summary>
    private Explained TargetOf(string asked, string id, int person)
    {
        var months = (facts.To.Year - facts.From.Year) * 12 + facts.To.Month - facts.From.Month + 1;
        var own = targets.Value.Where(t => t.Person == person && t.Record.Metric == id).OrderBy(t => t.Record.Month).ThenBy(t => t.Record.Shop, StringComparer.Ordinal).ToArray();
        var metric = facts.Metrics.Find(id);
        var label = new Wording($"目标：{metric?.Name.Zh ?? id}", $"target: {metric?.Name.En ?? id}");
        var unit = metric?.Unit ?? Unit.None;
        if (own.Select(t => t.Record.Month).Distinct().Count() < months) return Explained.Leaf(asked, label, null, unit);
        return Explained.By(asked, label, unit, metric?.Formula is Engine.Metrics.Total ? Sum.Instance : Mean.Instance, [.. own.Select(t => Explained.Leaf(t.Record.Month.ToString(),
            new(t.Record.Month.ToString(), t.Record.Month.ToString()), t.Record.Value, unit,
            [new(FactKind.Record, RecordFact.Of(RecordKinds.Targets.Name, RecordKinds.Targets.KeyOf(t.Record)), t.Record.Value, t.Record.Month.First)]))]);
    }

    public IReadOnlyList<Goal> GoalsOf(Person person) => [.. goals.Value.Where(g => g.Person == person.Id).Select(g => g.Record with { Agent = person.Name })];

    /// <summary>The program's cards, and people's inspections that stand. Praise may lift a card above what was possible, and no plan counts more than all of it.</summary>
    public IReadOnlyList<QaCard> QaCardsOf(Person person) =>
    [
        .. Quality.QaCards.Of(facts, person),
        .. inspected.Value.Where(i => i.Person == person.Id && i.Record.Withdrawn is null).Select(i => new QaCard(RecordFact.Of(RecordKinds.Inspections.Name, RecordKinds.Inspections.KeyOf(i.Record)),
            i.Record.Day, i.Record.Automatic, Math.Min(i.Record.Earned, i.Record.Possible), i.Record.Possible)),
    ];

    private Explained Count(string asked, string kind, string coveredBy, int person, IEnumerable<(DateOnly Day, string Kind, string Key)> found)
    {
        var label = new Wording(kind, kind);
        if (facts.Value(coveredBy, facts.TotalsOf(person)).Value is null) return Explained.Leaf(asked, label, null, Unit.Times);
        Evidence[] evidence = [.. found.OrderBy(f => f.Day).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => new Evidence(FactKind.Record, RecordFact.Of(f.Kind, f.Key), 1m, f.Day))];
        return Explained.Leaf(asked, label, evidence.Length, Unit.Times, evidence);
    }

    private static IReadOnlyList<(T Record, int Person)> Named<T>(Database database, PeriodFacts facts, RecordKind<T> kind, Func<T, string> who, Func<T, DateOnly> day) where T : class =>
        Named(database, facts, kind, who, day, facts.From, facts.To);

    // A target is of a whole month, also for some of its days.
    private static IReadOnlyList<(T Record, int Person)> Named<T>(
        Database database, PeriodFacts facts, RecordKind<T> kind, Func<T, string> who, Func<T, DateOnly> day, DateOnly from, DateOnly to) where T : class =>
    [
        .. facts.Shops.Append(Shops.Company).SelectMany(s => database.Records(kind).Between(s.Id, from, to)).Where(r => day(r) >= from && day(r) <= to)
            .Select(r => (r, facts.Roster.PersonOf(who(r), day(r)))),
    ];
}
