using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>
/// Everybody's card of a month under a regime: each stretch of a month scored by its plan on its own days, combined where there are several, and then graded by force and
/// ranked among the cards of the plan, which is the last stretch's.
/// </summary>
public static class MonthCards
{
    /// <summary>A person, or a stretch of their month, before a plan.</summary>
    private sealed record Sheet(Subject Person, Plan Plan, Candidate Scored, Stretch? Stretch);

    public static IReadOnlyList<Scorecard> Of(Regime regime, Month month, IReadOnlyList<Subject> people)
    {
        var divided = people.Select(p => (Person: p, Stretches: regime.StretchesOf(p, month))).ToDictionary(p => p.Person.Agent, p => p.Stretches, StringComparer.Ordinal);
        var sheets = people.SelectMany(p => SheetsOf(regime, month, p, divided[p.Agent])).ToArray();
        var made = sheets.GroupBy(s => s.Plan, ReferenceEqualityComparer.Instance)
            .SelectMany(g => Scorer.Cards((Plan)g.Key!, month, [.. g.Select(s => s.Scored)])).ToLookup(c => (c.Agent, c.Days?.From));
        return [.. sheets.GroupBy(s => s.Person.Agent, StringComparer.Ordinal)
            .Select(own => (Plan: own.Last().Plan, Card: Whole([.. own], s => made[(s.Person.Agent, s.Scored.Days?.From)].Single(), divided[own.Key], month)))
            .GroupBy(c => c.Plan, ReferenceEqualityComparer.Instance).SelectMany(g => Scorer.Placed((Plan)g.Key!, [.. g.Select(c => c.Card).OrderBy(c => c.Agent, StringComparer.Ordinal)]))];
    }

    private static IEnumerable<Sheet> SheetsOf(Regime regime, Month month, Subject person, IReadOnlyList<Stretch>? stretches)
    {
        if (stretches is null) return regime.PlanFor(person, month) is { } plan ? [new(person, plan, person.Scored, null)] : [];
        return stretches.Where(s => s.Plan is not null).Select(s => new Sheet(person, s.Plan!, CandidateOf(person, s, stretches), s));
    }

    /// <summary>What stands for all of the month reads all of it; else its own days, as a part of the month's.</summary>
    private static Candidate CandidateOf(Subject person, Stretch stretch, IReadOnlyList<Stretch> all) => (all.Count == 1 ? person.Scored : person.On!(stretch.Days) with
    {
        Days = stretch.Days, WorkedDays = stretch.Worked, DueDays = person.Scored.DueDays ?? all.Sum(s => s.Due),
    }) with { Group = stretch.Group, Position = stretch.Position };

    private static Scorecard Whole(IReadOnlyList<Sheet> own, Func<Sheet, Scorecard> cardOf, IReadOnlyList<Stretch>? stretches, Month month)
    {
        if (stretches is null) return cardOf(own[0]);
        var card = own is [var one] ? cardOf(one) : StretchedCard.Of([.. own.Select(s => new StretchCard(s.Stretch!, cardOf(s)))], item => ValueOf(item, own, month));
        return card with { Notes = [.. card.Notes, .. StretchWords.Division(stretches)] };
    }

    /// <summary>By the last plan that has it.</summary>
    private static Explanation.Explained? ValueOf(string id, IReadOnlyList<Sheet> own, Month month) =>
        own.Reverse().Select(s => s.Plan.Items.FirstOrDefault(i => i.Id == id)).OfType<Item>().FirstOrDefault() is { } item
            ? ItemValue.Of(item, own[^1].Person.Scored, new(month, month)).Explained : null;
}
