using System.Collections.Concurrent;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;
using Coverage = Heng.Engine.Metrics.Coverage;

namespace Heng.App.Features.Board;

/// <summary>The same weekday of last week (上周同一天) as the records have it: read once, and again when they change.</summary>
public sealed class BoardBefore(Database database, BoardVersion version)
{
    private readonly ConcurrentDictionary<int, WeekBefore> kept = [];

    public WeekBefore Of(Shop shop, DateOnly today, Instant now)
    {
        var (stamp, day) = (version.Of(now), today.AddDays(-7));
        if (kept.TryGetValue(shop.Id, out var known) && known.Day == day && known.Stamp == stamp) return known;
        return kept[shop.Id] = Load(shop, day, stamp);
    }

    private WeekBefore Load(Shop shop, DateOnly day, string stamp)
    {
        var covered = database.Coverage.Between(shop.Id, day, day);
        var rules = database.RuleSets.Timeline(shop.Id);
        var paid = covered.Contains((Source.Orders, day)) ? database.Ledger.Between(shop.Id, day, day).Where(r => r.PaidDay == day)
            .Select(r => new PaidThen(rules.Clock.SecondOfDay(r.Order.PaidAt!.Value), Engine.Orders.SalesCredits.AgentOf(r.Under(rules.On(r.CreatedDay).Paying)), r.Order.Amount)).ToList() : null;
        return new(day, stamp, [.. database.Facts.AgentDays(shop.Id, day, day)], new([.. covered.Select(c => (c.Source, c.Day, c.Day))]), paid);
    }
}

/// <summary>An order that was paid, when, and whose it is.</summary>
public sealed record PaidThen(int Second, int Agent, decimal Amount);

/// <param name="Paid">Null where orders of the day are not known.</param>
public sealed record WeekBefore(DateOnly Day, string Stamp, IReadOnlyList<AgentDay> Agents, Coverage Coverage, IReadOnlyList<PaidThen>? Paid)
{
    public bool KnowsChats => Coverage.Covers(Source.Chat, Day);

    /// <summary>What those whom one sees came to on the whole day.</summary>
    public Measures Sum(Func<int, bool> sees)
    {
        var sum = new Measures();
        foreach (var agent in Agents)
            if (sees(agent.Agent)) sum.Add(agent.Measures);
        return sum;
    }

    /// <summary>What was paid by a second of the day; null where nothing is known of its orders.</summary>
    public decimal? PaidBy(int second, Func<int, bool> sees) => Paid?.Where(p => p.Second <= second && sees(p.Agent)).Sum(p => p.Amount);
}
