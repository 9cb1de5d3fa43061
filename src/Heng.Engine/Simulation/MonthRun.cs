using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>What a month comes to for one person under a regime. Points stand in the order of the plan's items; null is missing, and net is null for who is not paid.</summary>
public sealed record Outcome(string Agent, string? Plan, decimal? Score, string? Grade, int? Rank, decimal? Net, IReadOnlyList<decimal?> Points)
{
    /// <summary>Where two regimes come to the same for the person: everything but the plan's name.</summary>
    public bool Same(Outcome other) => (Score, Grade, Net) == (other.Score, other.Grade, other.Net);
}

/// <summary>A month under a regime, by name. Which of the two ways is taken changes nothing but the time.</summary>
public static class MonthRun
{
    /// <summary>Whether everything in it is known in numbers alone.</summary>
    public static bool InNumbers(Regime regime) => regime.Schemes.All(s =>
        s.Plans.All(p => !p.Items.Any(i => i.Method is ByRank { Noise: not RankNoise.ByValue })) && (s.Pay is null || ValuePay.Can(s.Pay)));

    /// <summary>Whether somebody's pay follows from that of others, as awards by rank and pools do.</summary>
    internal static bool PaysBetweenPeople(Regime regime) => regime.Schemes.Any(s => s.Pay?.Components.Any(c => c is RankAward or Pool or CycleAward { By: CycleByPlace }) == true);

    public static IReadOnlyList<Outcome> Of(SimulatedMonth month, Regime regime) =>
        InNumbers(regime) ? Of(month, new MonthColumns(Without(month, regime.Divided(month))), regime) : Explained(month, regime);

    internal static SimulatedMonth Without(SimulatedMonth month, IReadOnlyCollection<Subject> people) => people.Count == 0 ? month : month with { People = [.. month.People.Except(people)] };

    /// <summary>
    /// Numbers alone for those whose month is in one stretch, explanations for the others, and places among all. Where an item or a grade compares people, everybody is explained.
    /// </summary>
    internal static IReadOnlyList<Outcome> Of(SimulatedMonth month, MonthColumns undivided, Regime regime)
    {
        if (undivided.People.Length == month.People.Count) return Of(undivided, regime);
        if (PaysBetweenPeople(regime) || regime.Schemes.SelectMany(s => s.Plans).Any(p => p.Forced.Count > 0 || p.Items.Any(i => i.Method is ByRank || i.Missing == MissingRule.Neutral))) return Explained(month, regime);
        Outcome[] all = [.. Of(undivided, regime), .. Explained(month with { People = regime.Divided(month) }, regime)];
        var places = all.Where(o => o is { Plan: not null, Score: not null }).GroupBy(o => o.Plan!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Places(g.Select(o => o.Score!.Value), Metrics.Better.Higher), StringComparer.Ordinal);
        return [.. all.OrderBy(o => o.Agent, StringComparer.Ordinal).Select(o => o with { Rank = o is { Plan: { } plan, Score: { } score } ? places[plan].Of(score) : null })];
    }

    internal static IReadOnlyList<Outcome> Of(MonthColumns month, Regime regime)
    {
        var run = new NumberRun(month, regime);
        return [.. month.People.Select((p, i) => Outcome(p, run.Cards[i], run.Pays[i]?.Net(i, run.Cards[i]), run.Plans[i]))];
    }

    /// <summary>What it comes to for one person alone, beside everybody.</summary>
    internal static Outcome Of(MonthColumns month, Regime regime, int person)
    {
        var run = new NumberRun(month, regime);
        return Outcome(month.People[person], run.Cards[person], run.Pays[person]?.Net(person, run.Cards[person]), run.Plans[person]);
    }

    private static Outcome Outcome(Subject person, (ValueCards Cards, int Place)? card, decimal? net, Plan? plan) => card is not { } own
        ? new(person.Agent, null, null, null, null, net, [])
        : new(person.Agent, plan!.Id, own.Cards.Scores[own.Place], own.Cards.Grades[own.Place], own.Cards.Ranks[own.Place], net, PointsOf(own.Cards, own.Place));

    private static decimal?[] PointsOf(ValueCards cards, int place)
    {
        var points = new decimal?[cards.Items.Length];
        for (var i = 0; i < points.Length; i++) points[i] = cards.Points[i][place];
        return points;
    }

    /// <summary>The way that real months go: cards and payslips with their explanations, of which only the numbers are kept.</summary>
    public static IReadOnlyList<Outcome> Explained(SimulatedMonth month, Regime regime)
    {
        var cards = MonthCards.Of(regime, month.Month, month.People).ToDictionary(c => c.Agent, StringComparer.Ordinal);
        var nets = !month.Pays ? [] : month.People.GroupBy(p => regime.PayFor(p, month.Month)).Where(g => g.Key is not null)
            .SelectMany(g => PayRun.Compute(g.Key!.Pay!, month.Month, [.. g.Select(p => p.Paid with { Card = cards.GetValueOrDefault(p.Agent), Asker = p.AskerIn(regime.LastOf(p, month.Month), month.Month, g.Key) })])).ToDictionary(s => s.Agent, s => s.Net, StringComparer.Ordinal);
        return
        [
            .. month.People.OrderBy(p => p.Agent, StringComparer.Ordinal).Select(p => (p.Agent, Card: cards.GetValueOrDefault(p.Agent))).Select(p => new Outcome(
                p.Agent, p.Card?.Plan, p.Card?.Score, p.Card?.Grade, p.Card?.Rank, nets.TryGetValue(p.Agent, out var net) ? net : null, [.. PointsOf(p.Card)])),
        ];
    }

    private static IEnumerable<decimal?> PointsOf(Scorecard? card) => card switch
    {
        null => [],
        { Stretches: [.., var last] } => last.Stretch.Plan!.Items.Select(i => card.Items.FirstOrDefault(own => own.Item == i.Id)?.Points),
        _ => card.Items.Select(i => i.Points),
    };
}
