using Heng.Engine.Metrics;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>
/// The cards of one plan in numbers alone: the same arithmetic as <see cref="Scorer"/> without its explanations, some dozen times as fast. A property test holds both to
/// the same results.
/// </summary>
internal sealed class ValueCards
{
    private readonly Plan plan;
    private readonly MonthColumns month;
    private readonly int[] people;
    private readonly decimal total;
    /// <summary>By item, then person: missing points that keep the card from being finished; null for items that never do.</summary>
    private readonly bool[]?[] blocks;

    /// <param name="people">Who is scored by the plan, by their place among the month's people.</param>
    public ValueCards(Plan plan, MonthColumns month, int[] people)
    {
        (this.plan, this.month, this.people, total) = (plan, month, people, plan.TotalWeight);
        Items = [.. plan.Items];
        Points = [.. Items.Select(_ => new decimal?[people.Length])];
        Scores = new decimal?[people.Length];
        Grades = new string?[people.Length];
        Ranks = new int?[people.Length];
        blocks = [.. Items.Select(i => i.Missing == MissingRule.Block && !i.Bonus ? new bool[people.Length] : null)];
        for (var i = 0; i < Items.Length; i++) Fill(i);
        for (var p = 0; p < people.Length; p++) Scores[p] = ScoreOf(p);
        if (Gate.Of(plan).ToArray() is { Length: > 0 } gates)
            for (var p = 0; p < people.Length; p++) Veto(gates, p);
        var places = new Places(Scores.OfType<decimal>(), Better.Higher);
        for (var p = 0; p < people.Length; p++)
        {
            if (Scores[p] is not { } score) continue;
            Ranks[p] = places.Of(score);
            Grades[p] = plan.Forced.Count > 0 ? ForcedGrades.GradeAt(plan, places.Of(score), places.Count) : GradeOf(score);
        }
    }

    public Item[] Items { get; }
    /// <summary>By item, then person; what a missing item counts is in them.</summary>
    public decimal?[][] Points { get; }
    public decimal?[] Scores { get; }
    public string?[] Grades { get; }
    public int?[] Ranks { get; }

    private void Fill(int index)
    {
        var (item, points) = (Items[index], Points[index]);
        var values = month.Of(item).Values;
        if (item.Method is ByRank rank) ByPlace(item, rank, values, points);
        else
            for (var p = 0; p < people.Length; p++)
                points[p] = values[people[p]] is { } value ? MethodFor(item, people[p])?.Points(value, item.Weight, item.ScaledByDays ? month.Shares[people[p]] : 1m) : null;
        Resolve(item, points, blocks[index]);
    }

    /// <summary>With the person's own target where it has one; null where nothing says what is aimed at.</summary>
    private Method? MethodFor(Item item, int person)
    {
        if (item.Method.Aim is null) return item.Method;
        var own = OwnAim.Of(plan, item, month.People[person].Scored, Period.Ending(Cycle.Month, month.Month));
        return own.Lacking is null ? own.Item.Method : null;
    }

    /// <summary>Whether nothing says what this person aims at: then the card shows no value either.</summary>
    public bool Lacks(Item item, int person) => MethodFor(item, person) is null;

    private void ByPlace(Item item, ByRank rank, decimal?[] values, decimal?[] points)
    {
        var among = rank.Within switch { RankWithin.Group => month.Groups, RankWithin.Position => month.Positions, _ => null };
        int Among(int p) => among is null ? 0 : among[people[p]];
        var rivals = new List<decimal>?[people.Length == 0 ? 0 : Enumerable.Range(0, people.Length).Max(Among) + 1];
        for (var p = 0; p < people.Length; p++)
            if (values[people[p]] is { } value) (rivals[Among(p)] ??= []).Add(value);
        Places?[] places = [.. rivals.Select(r => r is null ? null : new Places(r, rank.Better))];
        for (var p = 0; p < people.Length; p++)
            points[p] = values[people[p]] is { } value ? rank.Points(places[Among(p)]!.Of(value), item.Weight) : null;
    }

    private void Resolve(Item item, decimal?[] points, bool[]? blocked)
    {
        if (item.Bonus) return;
        if (item.Missing == MissingRule.Redistribute || Array.TrueForAll(points, p => p is not null)) return;
        var means = item.Missing == MissingRule.Neutral ? Means(points) : [];
        for (var p = 0; p < points.Length; p++)
        {
            if (points[p] is not null) continue;
            if (item.Missing == MissingRule.Zero) points[p] = 0m;
            else if (item.Missing == MissingRule.Block) blocked![p] = true;
            else if (means.TryGetValue(month.People[people[p]].Scored.Group, out var mean)) points[p] = mean;
        }
    }

    private Dictionary<string, decimal> Means(decimal?[] points) => Enumerable.Range(0, points.Length).Where(p => points[p] is not null)
        .GroupBy(p => month.People[people[p]].Scored.Group, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => Scaling.Round(g.Sum(p => points[p]!.Value) / g.Count()), StringComparer.Ordinal);

    private decimal? ScoreOf(int person)
    {
        var (sum, weight, all) = (0m, 0m, true);
        decimal? onTop = null;
        for (var i = 0; i < Items.Length; i++)
        {
            var points = Points[i][person];
            if (blocks[i] is { } blocked && blocked[person]) return null;
            if (Items[i].Bonus) onTop = points is { } added ? (onTop ?? 0m) + added : onTop;
            else if (points is { } own) (sum, weight) = (sum + own, weight + Items[i].Weight);
            else all = false;
        }
        if (weight == 0m) return null;
        var basis = all ? sum : Scaling.Round(sum * total / weight);
        return onTop is { } more ? Math.Max(0m, basis + Math.Min(more, plan.BonusCap ?? decimal.MaxValue)) : basis;
    }

    /// <summary>All are judged on what stood before any of them; what is voided counts 0, also where it had no data.</summary>
    private void Veto(Gate[] gates, int person)
    {
        var applied = Array.FindAll(gates, g => SubjectOf(g.Subject, person) is { } value && g.When.Contains(value));
        if (applied.Length == 0) return;
        var dimensions = plan.Dimensions.SelectMany(d => d.Items.Select(_ => d.Id)).ToArray();
        for (var i = 0; i < Items.Length; i++)
        {
            if (!Array.Exists(applied, g => g.Reaches(Items[i].Id, dimensions[i]))) continue;
            Points[i][person] = 0m;
            if (blocks[i] is { } blocked) blocked[person] = false;
        }
        Scores[person] = Array.Exists(applied, g => g.Reach == VoidReach.Card) ? 0m : ScoreOf(person);
    }

    private decimal? SubjectOf(GateSubject subject, int person)
    {
        if (subject is OfAsked asked) return month.Of(new FromMetric(asked.Asked)).Values[people[person]];
        if (subject is not OfItem item || Array.FindIndex(Items, i => i.Id == item.Item) is var at && at < 0) return Scores[person];
        return item.Points ? Points[at][person] : Lacks(Items[at], people[person]) ? null : month.Of(Items[at]).Values[people[person]];
    }

    private string? GradeOf(decimal score)
    {
        foreach (var grade in plan.Grades)
            if (grade.Scores.Contains(score)) return grade.Id;
        return null;
    }
}

/// <summary>Competition places among values: one more than the number of better ones.</summary>
internal sealed class Places
{
    private readonly decimal[] ascending;
    private readonly Better better;

    public Places(IEnumerable<decimal> values, Better better)
    {
        (ascending, this.better) = ([.. values], better);
        Array.Sort(ascending);
    }

    public int Count => ascending.Length;

    public int Of(decimal value) => better == Better.Lower ? 1 + Under(value, orEqual: false) : 1 + ascending.Length - Under(value, orEqual: true);

    private int Under(decimal value, bool orEqual)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ascending[middle] < value || (orEqual && ascending[middle] == value)) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
