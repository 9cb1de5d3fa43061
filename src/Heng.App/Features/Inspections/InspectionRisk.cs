using Heng.App.Features.Facts;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Quality;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>
/// Whether a reception or call is drawn among those at risk (风险): unreplied or slow, badly rated, with a fatal finding or a buyer's word of risk by a rule that counts, or of an agent and day with
/// a complaint. A complaint names no reception, so all of that agent's day are.
/// </summary>
internal sealed class InspectionRisk
{
    private readonly HashSet<(int Agent, DateOnly Day)> complained;
    private readonly HashSet<long> badlyRated = [], found;

    public InspectionRisk(Database database, Shop shop, Roster roster, RuleSet rules, DateOnly first, DateOnly last)
    {
        var clock = rules.Clock;
        found = [.. database.Findings.Between(shop.Id, first, last).Where(f => f is { Counts: true, Severity: Severity.Fatal or Severity.Attention }).Select(f => f.Reception)];
        complained = [.. database.Records(RecordKinds.Complaints).Between(shop.Id, first, last).Select(c => (Day: clock.DayOf(c.At), c.Agent)).Select(c => (roster.PersonOf(c.Agent, c.Day), c.Day))];
        var (seating, buyers) = (new Seating(database, roster), new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Id)));
        foreach (var rating in database.Ratings.Between(shop.Id, clock.StartOf(first), clock.EndOf(last)).Where(r => r.Level is RatingLevel.Dissatisfied or RatingLevel.VeryDissatisfied))
            badlyRated.Add(FactIds.OfReception(shop.Name, roster.NameOf(seating.AgentAt(rating.Account, rating.SentAt, clock)) ?? "", rating.Account, buyers.Of(rating.Buyer), clock.DayOf(rating.SentAt)));
    }

    public bool Of(Reception reception) =>
        reception.Measures[Primitive.Unreplied] > 0 || reception.Measures[Primitive.SlowReceptions] > 0 || badlyRated.Contains(reception.Id) || found.Contains(reception.Id) || complained.Contains((reception.Agent, reception.Day));

    public bool Of(Call call, int agent, DateOnly day) => !call.Answered || call.Resolved == false || complained.Contains((agent, day));
}
