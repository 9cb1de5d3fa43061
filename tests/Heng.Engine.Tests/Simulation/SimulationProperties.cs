using FsCheck;
using FsCheck.Fluent;
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

    private static string Shown(IEnumerable<Outcome> outcomes) => string.Join('\n', outcomes.Select(o =>
        FormattableString.Invariant($"{o.Agent} {o.Plan} {o.Score:0.00} {o.Grade} {o.Rank} {o.Net:0.00} {string.Join(',', o.Points.Select(p => p is { } x ? FormattableString.Invariant($"{x:0.0000}") : "-"))}")));
}
