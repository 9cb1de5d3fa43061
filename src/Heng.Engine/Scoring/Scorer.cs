using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>
/// A plan applied to the people it is for. Cards come ordered by name, and the order of candidates changes nothing.
/// First everyone's values, then the points (ranks need everyone's values), then what missing items do (a group's mean needs everyone's points), then the sums.
/// </summary>
public static class Scorer
{
    /// <param name="month">The last of the plan's cycle.</param>
    public static IReadOnlyList<Scorecard> Score(Plan plan, Month month, IReadOnlyList<Candidate> candidates) => Placed(plan, Cards(plan, month, candidates));

    /// <summary>Cards without their place among each other; a person has one for each stretch of the month.</summary>
    public static IReadOnlyList<Scorecard> Cards(Plan plan, Month month, IReadOnlyList<Candidate> candidates)
    {
        var people = candidates.OrderBy(c => c.Agent, StringComparer.Ordinal).ThenBy(c => c.Group, StringComparer.Ordinal)
            .ThenBy(c => c.Position, StringComparer.Ordinal).ThenBy(c => c.Days?.From).ToArray();
        var items = plan.Dimensions.SelectMany(d => d.Items.Select(i => (Dimension: d.Id, Item: i))).ToArray();
        var period = Period.Ending(plan.Cycle, month);
        var lines = items.Select(i => Column(plan, i.Item, i.Dimension, period, people)).ToArray();
        return [.. people.Select((person, p) => CardMaking.Of(plan, person, [.. lines.Select(column => column[p])]))];
    }

    /// <summary>Ranks, and grades where the plan forces them, over all cards of the plan.</summary>
    public static IReadOnlyList<Scorecard> Placed(Plan plan, IReadOnlyList<Scorecard> cards)
    {
        if (plan.Forced.Count > 0) cards = ForcedGrades.Over(plan, [.. cards]);
        var scores = cards.Where(c => c.Score is not null).Select(c => c.Score!.Value).ToArray();
        return [.. cards.Select(c => c with { Rank = c.Score is { } score ? Ranking.Place(score, scores, Better.Higher) : null })];
    }

    /// <summary>One item for everyone, each with their own target.</summary>
    private static CardLine[] Column(Plan plan, Item item, string dimension, Period period, Candidate[] people)
    {
        var items = people.Select(p => OwnAim.Of(plan, item, p, period)).ToArray();
        var values = people.Select((p, i) => items[i].Lacking is { } why ? ItemValue.Without(item, why) : ItemValue.Of(items[i].Item, p, period).Said(items[i].Note)).ToArray();
        var places = item.Method is ByRank rank ? Places(rank, people, values) : null;
        var points = people.Select((p, i) => PointsOf(items[i].Item, p, values[i], places)).ToArray();
        return [.. people.Select((p, i) => MissingItem.Resolve(items[i].Item, dimension, values[i], points[i], GroupPoints(p, people, points)))];
    }

    private static Explained PointsOf(Item item, Candidate person, ItemValue value, Func<Candidate, Ranking>? places)
    {
        if (places is not null) return item.Method.Score(item, places(person).Explain(value.Explained), null);
        return item.Method.Score(item, value.Explained, item.ScaledByDays ? Scaling.PartMonth(person.WorkedDays, person.DueDays) : null);
    }

    /// <summary>Each person's ranking among those they are compared with.</summary>
    private static Func<Candidate, Ranking> Places(ByRank rank, Candidate[] people, ItemValue[] values)
    {
        string Among(Candidate person) => rank.Within switch { RankWithin.Group => person.Group, RankWithin.Position => person.Position, _ => "" };
        var among = people.Select((p, i) => (Person: p, values[i].Explained)).GroupBy(v => Among(v.Person), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        var shared = among.Where(g => Array.TrueForAll(g.Value, v => v.Person.Days is null)).ToDictionary(g => g.Key, g => new Ranking(rank, g.Value.Select(v => v.Explained)), StringComparer.Ordinal);
        return person => shared.GetValueOrDefault(Among(person)) ?? new(rank, Once(person, among[Among(person)]));
    }

    /// <summary>Of everybody one value, of others in several stretches that of the last: nobody stands beside themselves, or twice beside a colleague.</summary>
    private static IEnumerable<Explained> Once(Candidate person, IEnumerable<(Candidate Person, Explained Value)> values)
    {
        var known = values.Where(x => x.Value.Value is not null).ToArray();
        if (Array.TrueForAll(known, x => x.Person.Days is null)) return known.Select(x => x.Value);
        return known.Where(x => x.Person.Agent != person.Agent || ReferenceEquals(x.Person, person)).GroupBy(x => x.Person.Agent, StringComparer.Ordinal)
            .Select(own => own.OrderBy(x => x.Person.Days?.From).Last().Value);
    }

    private static decimal[] GroupPoints(Candidate person, Candidate[] people, Explained[] points) =>
        [.. Once(person, people.Select((p, i) => (p, points[i])).Where(x => x.p.Group == person.Group)).Select(e => e.Value!.Value)];
}

/// <summary>One item of one person on the way to the card. Blocks: it has no points and the card can't be finished without them.</summary>
internal sealed record CardLine(Item Item, string Dimension, Explained Value, Explained Points, bool Blocks, IReadOnlyList<Wording> Notes)
{
    /// <summary>The points' explanation says what the card says, and more where there is more.</summary>
    public CardLine Noted(IReadOnlyList<Wording> notes, Wording? more = null)
    {
        if (notes.Count == 0) return this;
        IReadOnlyList<Wording> all = more is { } why ? [.. notes, why] : notes;
        return this with { Notes = notes, Points = Points with { Note = new(string.Join("；", all.Select(n => n.Zh)), string.Join("; ", all.Select(n => n.En))) } };
    }
}
