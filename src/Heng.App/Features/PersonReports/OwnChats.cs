using Heng.App.Features.Explain;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Store;

namespace Heng.App.Features.PersonReports;

/// <summary>
/// A person's own chats as examples of a number (例子), good and bad, by rule and never at random: of a ratio the facts whose own value is furthest on either side of the month's, of
/// equals the one with more in it, then the longer talk, then the earlier; of a sum the largest. Only what can be opened is shown.
/// </summary>
public sealed class OwnChats(Database database, PeriodFacts facts, Engine.Records.Month month, string agent, Viewer viewer, Language language)
{
    private const int Each = 2, Looked = 12;
    private static readonly FactKind[] Kinds = [FactKind.Reception, FactKind.Rating, FactKind.Review, FactKind.Order];
    private readonly int id = facts.Roster.Find(agent)?.Id ?? 0;
    private readonly Lazy<Dictionary<string, long>> lengths = new(() => facts.Shops
        .SelectMany(s => database.Facts.Receptions(s.Id, facts.From, facts.To, facts.Roster.Find(agent)?.Id ?? 0, rounds: false))
        .ToDictionary(r => Receptions.TranscriptLines.IdOf(r), r => r.Measures[Primitive.BuyerMessages] + r.Measures[Primitive.AgentMessages], StringComparer.Ordinal));

    private sealed record Case(LeafFact Fact, decimal Value, decimal Weight);

    public ReportExamples Of(string asked)
    {
        if (facts.Metrics.Find(asked) is not { } named || id == 0) return ReportExamples.None;
        // Single chats have no median; they have waits.
        var metric = named.Formula is QuantileOf wait ? facts.Metrics.Find(wait.FirstResponses ? "first-response" : "average-response") ?? named : named;
        var tree = facts.Explain(metric.Id, id);
        return metric.Formula switch
        {
            RatioOf when tree is { Value: { } whole, How: Quotient, Inputs: [{ } part, { } of] } => OfRatio(metric, whole, part, of),
            Total => OfSum(metric, Leaves(tree)),
            _ => ReportExamples.None,
        };
    }

    private ReportExamples OfRatio(Metric metric, decimal month, Explained part, Explained of)
    {
        var parts = Leaves(part).ToDictionary(f => (f.Kind, f.Id, f.Day), f => f.Value);
        Case[] cases = [.. Leaves(of).Where(f => f.Value > 0m && IsShown(f)).Select(f => new Case(f, parts.GetValueOrDefault((f.Kind, f.Id, f.Day)) / f.Value, f.Value))];
        var (high, low) = (Ordered(cases.Where(c => c.Value > month), descending: true), Ordered(cases.Where(c => c.Value < month), descending: false));
        Wording Words(Case of) => metric.Unit != Unit.Rate ? new(Show.WithUnit(of.Value, metric.Unit, Language.Zh), Show.WithUnit(of.Value, metric.Unit, Language.En))
            : of.Value == 0m ? new("未算入", "not counted in") : of.Value == 1m ? new("算入", "counted in") : new(Show.Rate(of.Value), Show.Rate(of.Value));
        var (good, bad) = metric.Better == Better.Lower ? (low, high) : (high, low);
        return metric.Better == Better.None ? ReportExamples.None : new(Chats(good, Words), Chats(bad, Words));
    }

    /// <summary>The largest of a sum: good where more is better, bad where less is; the chats in which nothing happened are no examples.</summary>
    private ReportExamples OfSum(Metric metric, IReadOnlyList<LeafFact> leaves)
    {
        var found = Chats(Ordered(leaves.Where(f => f.Value > 0m && IsShown(f)).Select(f => new Case(f, f.Value, 0m)), descending: true),
            of => new(Show.WithUnit(of.Value, metric.Unit, Language.Zh), Show.WithUnit(of.Value, metric.Unit, Language.En)));
        return metric.Better switch { Better.Higher => new(found, []), Better.Lower => new([], found), _ => ReportExamples.None };
    }

    private Case[] Ordered(IEnumerable<Case> cases, bool descending) => [.. (descending ? cases.OrderByDescending(c => c.Value) : cases.OrderBy(c => c.Value))
        .ThenByDescending(c => c.Weight).ThenByDescending(c => lengths.Value.GetValueOrDefault(c.Fact.Id)).ThenBy(c => c.Fact.Day).ThenBy(c => c.Fact.Id, StringComparer.Ordinal).Take(Looked)];

    private IReadOnlyList<ReportChat> Chats(Case[] cases, Func<Case, Wording> words)
    {
        var titles = new FactTitles(database, new Sight(viewer, facts.Roster), facts.Rules, new(month, agent, null, null, null, null), language).Of([.. cases.Select(c => c.Fact)]);
        return [.. titles.Zip(cases).Where(c => c.First.Href is not null).DistinctBy(c => c.First.Href).Take(Each).Select(c => new ReportChat(c.First.Title, c.First.Detail, words(c.Second), c.First.Href))];
    }

    private bool IsShown(LeafFact fact) => Kinds.Contains(fact.Kind) && (Rights.SeesOrders(viewer) || fact.Kind is not (FactKind.Order or FactKind.Review));

    private IReadOnlyList<LeafFact> Leaves(Explained tree) => LeafFacts.Of(tree, metric => facts.Metrics.Find(metric) is not null).Facts;
}
