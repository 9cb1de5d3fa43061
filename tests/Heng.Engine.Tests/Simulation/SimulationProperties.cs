using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Simulation;
using Outcome = Heng.Engine.Simulation.Outcome;

namespace Heng.Engine.Tests.Simulation;

public sealed class SimulationProperties
{
    private static readonly Month October = new(2026, 10);

    [Fact]
    public void Numbers_alone_come_to_the_same_as_cards_and_payslips_with_their_explanations() => Prop.ForAll<int>(seed =>
    {
        var shop = new Shops(seed);
        var (month, regime) = (shop.Month(October, 9), new Regime([shop.Scheme("new"), shop.Scheme("old")]));
        Assert.True(MonthRun.InNumbers(regime));
        return Shown(MonthRun.Of(month, regime)) == Shown(MonthRun.Explained(month, regime));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Permuting_people_changes_nothing() => Prop.ForAll<int>(seed =>
    {
        var shop = new Shops(seed);
        var (month, regime) = (shop.Month(October, 9), new Regime([shop.Scheme("s")]));
        return Shown(MonthRun.Of(month, regime)) == Shown(MonthRun.Of(month with { People = [.. month.People.Reverse()] }, regime));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rehearsing_what_counts_already_moves_nobody() => Prop.ForAll<int>(seed =>
    {
        var shop = new Shops(seed);
        var scheme = shop.Scheme("s");
        var result = new Rehearsal([(shop.Month(October, 7), new([scheme])), (shop.Month(new(2026, 11), 7), new([scheme]))]).Try(scheme, new());
        return result.People.All(p => p.Months.All(m => Shown([m.Before]) == Shown([m.After]))) && result.CostBefore == result.CostAfter && !result.Winners.Any() && !result.Losers.Any();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_winners_gain_and_losers_lose_is_the_difference_in_cost() => Prop.ForAll<int>(seed =>
    {
        var shop = new Shops(seed);
        var result = new Rehearsal([(shop.Month(October, 7), new([shop.Scheme("s")]))]).Changes(shop.Scheme("s"), new());
        var both = result.People.Where(p => p.Difference is not null).ToArray();
        return both.Sum(p => p.PaidAfter) - both.Sum(p => p.PaidBefore) == result.Winners.Sum(p => p.Difference) + result.Losers.Sum(p => p.Difference);
    }).QuickCheckThrowOnFailure();

    // Whom only one of the two regimes pays stands in neither winners nor losers.
    [Fact]
    public void With_who_is_newly_paid_and_no_longer_paid_it_is_the_whole_difference_in_cost()
    {
        var (newly, gone) = (0, 0);
        Prop.ForAll<int>(seed =>
        {
            var shop = new Shops(seed);
            var result = new Rehearsal([(shop.Month(October, 7), new([shop.Scheme("s")])), (shop.Month(new(2026, 11), 7), new([shop.Scheme("s")]))]).Changes(shop.Scheme("s"), new());
            (newly, gone) = (newly + result.NewlyPaid.Count(), gone + result.NoLongerPaid.Count());
            return (result.CostAfter ?? 0m) - (result.CostBefore ?? 0m) == result.Gained + result.Lost + result.Added - result.Dropped;
        }).QuickCheckThrowOnFailure();
        Assert.True(newly > 0 && gone > 0);
    }

    // Whoever is awarded by rank is left out: an award is no part of a step, but it is one of net pay.
    [Fact]
    public void A_next_step_lies_on_the_better_side_and_pays_what_the_whole_month_comes_to_with_it()
    {
        var told = 0;
        Prop.ForAll<int>(seed =>
        {
            var shop = new Shops(seed);
            var (month, scheme) = (shop.Month(October, 6), shop.Scheme("s"));
            var regime = new Regime([scheme]);
            if (scheme.Pay!.Components.Any(c => c is RankAward)) return true;
            foreach (var (person, step) in month.People.SelectMany(p => NextSteps.Of(month, regime, p.Agent, _ => null).Steps.Where(s => s.Without is null).Select(s => (p, s))))
            {
                var (own, tried) = (NumberOf(person, step), person.Scored with { Metric = id => id == step.Asked ? Explained.Leaf(id, default, step.To, step.Unit) : person.Scored.Metric(id) });
                var moved = month with { People = [.. month.People.Select(p => p == person ? p with { Scored = tried, Paid = p.Paid with { Metric = tried.Metric } } : p)] };
                var (before, after) = (MonthRun.Explained(month, regime).First(o => o.Agent == person.Agent), MonthRun.Explained(moved, regime).First(o => o.Agent == person.Agent));
                if (step.To == own || step.Pay != after.Net - before.Net || step.Score != after.Score - before.Score || (step.Pay ?? 0m) <= 0m && step.Score <= 0m) return false;
                told++;
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));
        Assert.True(told > 0);
    }

    private static decimal? NumberOf(Subject person, NextStep step) => person.Scored.Metric(step.Asked).Value;

    private static string Shown(IEnumerable<Outcome> outcomes) => string.Join('\n', outcomes.Select(o =>
        FormattableString.Invariant($"{o.Agent} {o.Plan} {o.Score:0.00} {o.Grade} {o.Rank} {o.Net:0.00} {string.Join(',', o.Points.Select(p => p is { } x ? FormattableString.Invariant($"{x:0.0000}") : "-"))}")));
}
