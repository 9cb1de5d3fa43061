using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Interval = Heng.Engine.Scoring.Interval;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

public sealed class ScoringProperties
{
    private static readonly (Method Method, bool Higher)[] Methods =
    [
        (new Proportional(70m, Better.Higher), true), (new Proportional(70m, Better.Higher, 0.1m, 1.3m), true), (new Proportional(70m, Better.Lower), false),
        (new Linear([new(0m, 0m), new(30m, 50m), new(90m, 60m), new(120m, 100m)]), true),
        (new Bands([new(Interval.Parse("x < 40")!, 10m), new(Interval.Parse("40 ≤ x ≤ 80")!, 40m), new(Interval.Parse("x > 80")!, 100m)]), true),
        (new Bands([new(Interval.Parse("x ≤ 40")!, 100m), new(Interval.Parse("x > 40")!, 10m)]), false),
    ];

    private static decimal Value(int seed) => Math.Abs(seed % 20_000) / 100m;

    [Fact]
    public void A_better_value_never_scores_less() => Prop.ForAll<int, int>((a, b) =>
    {
        var (low, high) = (Math.Min(Value(a), Value(b)), Math.Max(Value(a), Value(b)));
        return Methods.All(m => m.Higher ? Points(m.Method, low) <= Points(m.Method, high) : Points(m.Method, low) >= Points(m.Method, high));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_better_rating_never_scores_less() => Prop.ForAll<int, int, int>((a, b, other) =>
    {
        var item = Rated("attitude", 100m, MissingRater.Redistribute, 200m, new("self", 30m), new("manager", 70m));
        decimal? At(decimal mark) => Score(Plan(item), Person("a", "一组") with
        {
            Entries = [new(October, "a", "attitude", "self", mark, null, null), new(October, "a", "attitude", "manager", Value(other), null, null)],
        }).Score;
        return At(Math.Min(Value(a), Value(b))) <= At(Math.Max(Value(a), Value(b)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_better_value_never_ranks_or_scores_less_among_others() => Prop.ForAll<int[], int, int>((others, a, b) =>
    {
        foreach (var better in new[] { Better.Higher, Better.Lower })
        {
            var plan = Plan(Metric("sales", 60m, new ByRank(RankWithin.Group, better, [60m, 40m, 20m], 10m)),
                Metric("consulted", 40m, OfHundred, MissingRule.Neutral));
            Scorecard With(decimal value) => Scorer.Score(plan, October,
                [.. others.Take(8).Select((o, i) => Person($"p{i}", "一组", ("sales", Value(o)), ("consulted", Value(o)))),
                    Person("me", "一组", ("sales", value))]).Single(c => c.Agent == "me");
            var (worse, best) = better == Better.Higher ? (Math.Min(Value(a), Value(b)), Math.Max(Value(a), Value(b)))
                : (Math.Max(Value(a), Value(b)), Math.Min(Value(a), Value(b)));
            if (With(worse).Score > With(best).Score || With(worse).Rank < With(best).Rank) return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Permuting_people_changes_nothing() => Prop.ForAll<int[], int>((values, turn) =>
    {
        var plan = Plan(Metric("sales", 60m, new ByRank(RankWithin.Group, Better.Higher, [60m, 40m], 10m)),
            Metric("consulted", 40m, OfHundred, MissingRule.Neutral));
        var people = values.Take(9).Select((v, i) => i % 4 == 3
            ? Person($"p{i}", $"g{i % 2}", ("sales", Value(v)))
            : Person($"p{i}", $"g{i % 2}", ("sales", Value(v)), ("consulted", Value(v)))).ToArray();
        var turned = people.Select((_, i) => people[(i + Math.Abs(turn % 100)) % people.Length]).Reverse().ToArray();
        return Shown(Scorer.Score(plan, October, people)) == Shown(Scorer.Score(plan, October, turned));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_shares_of_a_score_add_up_to_it_and_its_tree_recomputes() => Prop.ForAll<int, int, bool>((a, b, all) =>
    {
        var plan = Plan(Metric("a", 33.33m, OfHundred), Metric("b", 33.34m, OfHundred), Metric("c", 33.33m, OfHundred));
        var person = all ? Person("x", "一组", ("a", Value(a)), ("b", Value(b)), ("c", 7m)) : Person("x", "一组", ("a", Value(a)), ("b", Value(b)));
        var card = Score(plan, person);
        return card.Items.Sum(i => i.Counted ?? 0m) == card.Score && card.Items.Sum(i => i.CountedFull ?? 0m) == 100m
            && card.Explanation.Recompute() == card.Score;
    }).QuickCheckThrowOnFailure();

    private static string Shown(IEnumerable<Scorecard> cards) =>
        string.Join('\n', cards.Select(c => FormattableString.Invariant($"{c.Agent} {c.Score} {c.Rank} {string.Join(',', c.Items.Select(Line))}")));

    private static string Line(ItemResult item) => FormattableString.Invariant($"{item.Points}/{item.Counted}/{item.Explanation.Recompute()}");
}
