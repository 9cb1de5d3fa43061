namespace Heng.Engine.Quality.Causes;

/// <summary>Adds up causes by person and days. What was found outside a look still counts as looked at: a share is never above the whole.</summary>
public sealed class CauseTally(IReadOnlyList<CauseHit> hits, IReadOnlyList<CauseLook> looks)
{
    private readonly ILookup<(Cause, int), CauseHit> byPerson = hits.ToLookup(h => (h.Cause, h.Agent));
    private readonly ILookup<Cause, CauseHit> byCause = hits.ToLookup(h => h.Cause);
    private readonly ILookup<Cause?, CauseLook> looksOf = looks.ToLookup(l => l.Of);
    private readonly ILookup<(Cause?, int), CauseLook> looksOfPerson = looks.ToLookup(l => (l.Of, l.Agent));

    public IReadOnlyList<Cause> Causes => [.. byCause.Select(g => g.Key).OrderBy(c => c.Kind).ThenBy(c => c.Id, StringComparer.Ordinal)];
    public IReadOnlyList<int> People => [.. hits.Select(h => h.Agent).Distinct().Order()];

    public CauseShare Of(Cause cause, int agent, Func<int, DateOnly, bool> who) => Share(byPerson[(cause, agent)], looksOfPerson[(KeyOf(cause), agent)], who);
    public CauseShare Of(Cause cause, Func<int, DateOnly, bool> who) => Share(byCause[cause], looksOf[KeyOf(cause)], who);

    /// <summary>The touched ones of somebody, or of all, the latest first.</summary>
    public IReadOnlyList<CauseHit> Hits(Cause cause, int? agent, Func<int, DateOnly, bool> who) =>
        [.. (agent is { } one ? byPerson[(cause, one)] : byCause[cause]).Where(h => who(h.Agent, h.Day)).OrderByDescending(h => h.Day).ThenByDescending(h => h.Points).ThenBy(h => h.Fact, StringComparer.Ordinal)];

    /// <summary>A criterion is looked at in inspections by its form, a rule in every checked reception.</summary>
    private static Cause? KeyOf(Cause cause) => cause.Kind == CauseKind.Rule ? null : cause;

    private static CauseShare Share(IEnumerable<CauseHit> hits, IEnumerable<CauseLook> looks, Func<int, DateOnly, bool> who)
    {
        var (touched, lost) = (0, 0m);
        foreach (var hit in hits.Where(h => who(h.Agent, h.Day))) (touched, lost) = (touched + 1, lost + hit.Points);
        return new(touched, Math.Max(touched, looks.Where(l => who(l.Agent, l.Day)).Sum(l => l.Count)), lost);
    }
}

/// <summary>What a finding takes of a reception's or a card's hundred points.</summary>
public static class CausePoints
{
    public const decimal Whole = 100m;

    /// <summary>All findings of one rule in one reception: a fatal one takes the whole, others what they are worth together and no more than the whole.</summary>
    public static decimal OfRule(bool fatal, decimal together) => fatal ? Whole : Math.Min(Whole, together);

    /// <summary>A criterion that was found on a card, as a part of what was possible on it.</summary>
    public static decimal OfCriterion(Inspection.InspectionForm form, Inspection.Criterion criterion, int times, decimal possible)
    {
        var category = form.Categories.First(c => c.Criteria.Contains(criterion));
        var lost = criterion switch
        {
            { Severity: Inspection.Severity.Fatal, Reach: Inspection.FatalReach.Card } => possible,
            { Severity: Inspection.Severity.Fatal } => category.Points,
            _ => Math.Min(category.Points, criterion.Points * times),
        };
        return possible > 0m ? Math.Min(Whole, lost / possible * Whole) : 0m;
    }
}
