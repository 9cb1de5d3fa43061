using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.Plans;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Cycles;

/// <summary>The cards of longer cycles that a month's pay may go by: those that end with it, and those that ended with the month before. Each is worked out where it is asked for.</summary>
internal sealed class LongerCards
{
    private readonly Month month;
    private readonly bool asksBefore;
    private readonly Lazy<IReadOnlyList<CycleCard>> ending, before;
    private readonly Lazy<IReadOnlyDictionary<(string, Cycle, Month), CycleCard>> byPerson;

    /// <param name="corrected">Closed months as the records have them now.</param>
    public LongerCards(Database database, Month month, PeriodFacts facts, IReadOnlyList<PlanFileContent> files, Func<string, bool>? opened, bool corrected)
    {
        this.month = month;
        asksBefore = files.Any(f => f.Pay?.Components.OfType<CycleAward>().Any(a => a.Paid == AwardPaid.Next && a.Pays(month) is not null) == true);
        ending = new(() => CycleCards.EndingIn(database, month, facts, files, opened, corrected));
        before = new(() => asksBefore ? Before(database, month.Plus(-1), facts, files, opened, corrected) : []);
        byPerson = new(() => ending.Value.Concat(before.Value).ToDictionary(c => (c.Card.Agent, c.Cycle, c.Period.Last)));
    }

    /// <summary>Cards of the longer cycles that end with this month, by plan and rank.</summary>
    public IReadOnlyList<CycleCard> Ending => ending.Value;

    public CycleCard? Find(string agent, Cycle cycle, Month last) => byPerson.Value.GetValueOrDefault((agent, cycle, last));

    /// <summary>The first day whose numbers the month rests on: that of the year of a cycle that it reads.</summary>
    public DateOnly From => asksBefore && before.Value.Count > 0 ? new(month.Plus(-1).Year, 1, 1) : Ending.Count > 0 ? new(month.Year, 1, 1) : month.First;

    /// <summary>Of a closed month the cards that it sealed; their parts, and where it comes to the same the explanation, are worked out beside them.</summary>
    private static IReadOnlyList<CycleCard> Before(Database database, Month last, PeriodFacts facts, IReadOnlyList<PlanFileContent> files, Func<string, bool>? opened, bool corrected)
    {
        var closed = SealedMonth.Find(database, last);
        if (closed is not null) files = PublishedPlans.Of(database, facts.Metrics, closed.Plans);
        var live = CycleCards.EndingIn(database, last, PeriodFacts.Load(database, facts.Shops, last.First, last.Last, facts.AsOf), files, opened, corrected);
        if (corrected || closed is null) return live;
        var seals = new SealedResults(closed).Cycles.ToDictionary(c => (c.Agent, c.Card.Plan), c => c.Card);
        return [.. live.Where(c => seals.ContainsKey((c.Card.Agent, c.Card.Plan))).Select(c => seals[(c.Card.Agent, c.Card.Plan)] is var own && (own.Score, own.Grade) == (c.Card.Score, c.Card.Grade)
            ? c : c with { Card = ClosedCard.Of(c.Card.Agent, own) })];
    }
}
