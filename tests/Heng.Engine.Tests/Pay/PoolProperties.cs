using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using Heng.Engine.Tests.Simulation;

namespace Heng.Engine.Tests.Pay;

/// <summary>What holds for every pool, whatever the shop.</summary>
public sealed class PoolProperties
{
    private static readonly string[] Positions = ["front-line", "after-sales", "operations", "art", "manager"];

    private static (Pool Pool, Payee[] People) Shop(int seed)
    {
        var state = unchecked((uint)seed * 2654435761u + 777u);
        int Next(int under)
        {
            state = unchecked(state * 1664525u + 1013904223u);
            return (int)(state >> 8) % under;
        }
        var pool = PoolTests.Share with
        {
            Share = Next(500) / 10_000m, Pass = Next(3) == 0 ? null : 60m + Next(30), Prorated = Next(3) > 0, Round = (Rounding)Next(4), Roles = [.. PoolTests.Share.Roles.Skip(Next(3))],
        };
        ShareMove[] moves = Next(2) == 0 ? [] : [new("s", "share", pool.Roles[0].Id, pool.Roles[^1].Id, Next(500) / 100m)];
        var turnover = Next(3) == 0 ? -Next(1000) : Next(90_000_000) / 100m;
        return (pool, [.. Enumerable.Range(0, 1 + Next(12)).Select(i => PoolTests.Of($"p{i:00}", Positions[Next(5)], Next(5) == 0 ? null : Next(11_000) / 100m, turnover) with
        {
            Moves = moves, Attendance = Next(2) == 0 ? null : new(Paid.October, $"p{i:00}", 20m + Next(3), Next(24)),
        })]);
    }

    [Fact]
    public void Pool_is_paid_and_withheld_and_undistributed_to_the_fen_and_what_is_paid_stands_on_the_payslips() => Seeds.Each(1000, seed =>
    {
        var (pool, people) = Shop(seed);
        var (division, slips) = (PoolTests.Divided(pool, people), Paid.Run(people, pool));
        Assert.Equal(division.Amount, division.Paid + division.Withheld + division.Undistributed);
        Assert.All(division.Pots, p => Assert.Equal(p.Amount, p.Paid + p.Withheld + p.Undistributed));
        Assert.All(division.Pots.SelectMany(p => p.People), p => Assert.True(p.Part == p.Paid + p.Withheld + p.Undistributed && p is { Paid: >= 0m, Withheld: >= 0m, Undistributed: >= 0m } && decimal.Round(p.Paid, 2) == p.Paid));
        Assert.Equal(division.Pots.SelectMany(p => p.People).Where(p => p.Paid > 0m).Select(p => (p.Agent, p.Paid)).Order(), slips.Where(s => s.Net > 0m).Select(s => (s.Agent, s.Net)).Order());
    });

    [Fact]
    public void Permuting_people_changes_nothing() => Seeds.Each(seed =>
    {
        var (pool, people) = Shop(seed);
        Assert.Equal(Paid.Run(people, pool).Select(s => (s.Agent, s.Net)), Paid.Run([.. people.Reverse()], pool).Select(s => (s.Agent, s.Net)));
    });

    [Fact]
    public void A_better_score_never_pays_less_and_takes_nothing_from_the_others() => Prop.ForAll<int, int>((seed, points) =>
    {
        var (pool, people) = Shop(seed);
        var score = people[0].Card!.Score ?? 0m;
        var better = people[0] with { Card = PoolTests.Of(people[0].Agent, "", score + Math.Abs(points % 2000) / 100m).Card };
        var (before, after) = (Paid.Run(people, pool), Paid.Run([better, .. people[1..]], pool));
        return after[0].Net >= before[0].Net && after.Skip(1).Select(s => s.Net).SequenceEqual(before.Skip(1).Select(s => s.Net));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_larger_turnover_pays_nobody_less_save_for_the_fen_of_a_split() => Prop.ForAll<int, int>((seed, more) =>
    {
        // Of a larger whole a split can give its last fen to another: a fen between the roles, and one within the role.
        var (pool, people) = Shop(seed);
        var two = people.Take(2).ToArray();
        Payee[] With(decimal turnover) => [.. two.Select(p => p with { Metric = PoolTests.Of("", "", null, turnover).Metric })];
        var now = Scaling.Round(two[0].Metric(PoolTests.Turnover).Value ?? 0m);
        var (before, after) = (Paid.Run(With(now), pool), Paid.Run(With(now + 100m + Math.Abs(more % 100_000)), pool));
        return before.Zip(after).All(p => p.Second.Net >= p.First.Net - 0.02m);
    }).QuickCheckThrowOnFailure();
}
