using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Explain;

/// <summary>Whose number is explained: a person's, a group's, several groups' or the shop's, over the days of the facts.</summary>
internal sealed class MetricSubject
{
    private readonly PeriodFacts facts;
    private readonly int? agent;
    private readonly Func<AgentDay, bool>? holds;

    private MetricSubject(PeriodFacts facts, int? agent, Func<AgentDay, bool>? holds) => (this.facts, this.agent, this.holds) = (facts, agent, holds);

    /// <summary>Null where there is nobody of that name, or not for these eyes. A group is who was in it on each day; the shop is for those who see everyone.</summary>
    public static MetricSubject? Of(PeriodFacts facts, ExplainAsk ask, Viewer viewer)
    {
        var roster = facts.Roster;
        if (ask.Agent is { } name)
            return roster.Find(name) is { } person && Rights.Sees(viewer, name, roster.In(person.Id, ask.Month)?.Group) ? new(facts, person.Id, d => d.Agent == person.Id) : null;
        if (ask.Group is not { } group) return Rights.SeesEveryone(viewer) ? new(facts, null, null) : null;
        var groups = GroupNames.Of(group);
        var known = roster.People.SelectMany(p => roster.HistoryOf(p.Id)).Select(e => e.Group).ToHashSet(StringComparer.Ordinal);
        return groups.Count > 0 && groups.All(g => known.Contains(g) && Rights.SeesGroup(viewer, g))
            ? new(facts, null, d => d.Agent > 0 && roster.On(d.Agent, d.Day)?.Group is { } own && groups.Contains(own, StringComparer.Ordinal))
            : null;
    }

    public Explained Tree(Metric metric)
    {
        if (agent is { } id) return facts.Explain(metric.Id, id);
        if (holds is null) return facts.ExplainShop(metric.Id);
        var own = FactSet.OfAgentDays(facts.Days.Where(holds), facts.NameOf);
        var totals = facts.TotalsOf(holds);
        return MetricExplanation.Of(metric, (totals, own), (totals.Beside ?? facts.Shop, facts.ShopFacts(holds)), facts.Rules, facts.AsOf);
    }

    public MetricValue Read(Metric metric) => facts.Read(metric, holds is null ? facts.Shop : facts.TotalsOf(holds));

    /// <summary>The number of each day on which anything happened. The parts and wholes, and the values of a plain sum, add up to the period's.</summary>
    public IEnumerable<MetricDay> Days(Metric metric)
    {
        var byDay = facts.Days.ToLookup(d => d.Day);
        var besides = holds is null ? byDay : facts.ShopDays(holds).ToLookup(d => d.Day);
        for (var day = facts.From; day <= facts.To; day = day.AddDays(1))
        {
            var shop = Totals.OfShop(day, day, [.. besides[day]], facts.Coverage);
            var own = holds is null ? shop : Totals.Of(day, day, byDay[day].Where(holds), facts.Coverage);
            var reading = Reading.Of(metric, own, shop, facts.Rules, facts.AsOf);
            if (reading is { Value: not (null or 0) } or { Part: not (null or 0) } or { Whole: not (null or 0) }) yield return new(day, reading);
        }
    }
}

internal sealed record MetricDay(DateOnly Day, MetricValue Reading);
