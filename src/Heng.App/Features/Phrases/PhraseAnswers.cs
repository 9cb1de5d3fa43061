using System.Globalization;
using Heng.App.Features.Facts;
using Heng.App.Features.Months;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Phrases;

/// <summary>
/// What the best third of the agents by a metric answered in the last days, masked: numbers and buyers' names taken out before anything is counted or shown. Answers are what a person wrote after
/// the buyer did, robots and automatic replies left out.
/// </summary>
public sealed class PhraseAnswers(Database database)
{
    /// <summary>The metric looks at thirty days, the answers at the last fourteen of them.</summary>
    public const int MetricDays = 30, AnswerDays = 14, Most = 200_000;

    public static readonly IReadOnlyList<string> Metrics = ["satisfaction", "consult-conversion"];

    private readonly Roster roster = database.People.Roster;

    /// <summary>The last day with chats; null where there are none.</summary>
    public DateOnly? LastDay => database.Shops.All.Select(s => database.Coverage.Span(s.Id, Source.Chat)?.Last).Max();

    public IReadOnlyList<string> Good(Metric metric, DateOnly last)
    {
        var facts = PeriodFacts.Load(database, database.Shops.All, last.AddDays(1 - MetricDays), last, null);
        return GoodAgents.Of(facts.People.Select(p => (p.Name, facts.Read(metric, facts.TotalsOf(p.Id)).Value)), metric.Better);
    }

    public IReadOnlyList<WrittenAnswer> Of(IReadOnlyCollection<string> agents, DateOnly last)
    {
        if (agents.Count == 0) return [];
        var found = from shop in database.Shops.All from day in database.Days.Between(shop.Id, last.AddDays(1 - AnswerDays), last) from answer in Of(shop, day.Day, agents) select answer;
        return [.. found.Take(Most)];
    }

    private IEnumerable<WrittenAnswer> Of(Shop shop, DateOnly day, IReadOnlyCollection<string> agents)
    {
        var (rules, aliases, seating, asked) = (database.RuleSets.Current(shop.Id, day), new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Id)), new Seating(database, roster), new HashSet<(string, string)>());
        var auto = new AutoReplies(rules);
        foreach (var message in database.Days.LoadMessages(shop.Id, day))
        {
            if (message.From == Sender.Buyer) asked.Add((message.Buyer, message.Account));
            if (message is not { From: Sender.Agent, Kind: MessageKind.Text } || !asked.Contains((message.Buyer, message.Account)) || rules.RobotAccounts.Contains(message.Account) || auto.Lists(message.Text)) continue;
            if (roster.NameOf(seating.AgentAt(message.Account, message.At, rules.Clock)) is not { } agent || !agents.Contains(agent)) continue;
            var (buyer, reception) = (aliases.Of(message.Buyer), FactIds.OfReception(shop.Name, agent, message.Account, aliases.Of(message.Buyer), day));
            yield return new(agent, PhraseMask.Of(PhraseMask.Of(message.Text.Trim(), message.Buyer), buyer), reception.ToString(CultureInfo.InvariantCulture), day);
        }
    }
}
