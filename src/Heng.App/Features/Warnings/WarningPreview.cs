using Heng.App.Features.Facts;
using Heng.App.Features.Floor;
using Heng.App.Features.Live;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Live;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Metrics;
using Heng.Engine.Quality;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>
/// What limits would have raised on the days before today, beside those that stand: each day goes on once more from its records. Seconds of work, so days are gone through only until so many
/// messages are read; those that are left out are said.
/// </summary>
public sealed class WarningPreview(Database database, long most = WarningPreview.MostMessages)
{
    public const int Days = 7;
    public const long MostMessages = 30_000;

    public WarningPreviewView Of(WarningRules stands, WarningRules typed, DateOnly today)
    {
        var (plan, homes) = (new FloorPlan(database, today.AddDays(-Days), today.AddDays(-1)), new HomeShops(database, today));
        var (days, leftOut, read) = (new List<PreviewDay>(), new List<DateOnly>(), 0L);
        for (var back = 1; back <= Days; back++)
        {
            var day = today.AddDays(-back);
            List<Shop> shops = [.. database.Shops.All.Where(s => database.Coverage.Between(s.Id, day, day).Contains((Source.Chat, day)))];
            read += shops.Sum(s => database.Days.Between(s.Id, day, day).Sum(d => (long)d.Messages));
            if (back > 1 && read > most)
            {
                leftOut.Add(day);
                continue;
            }
            var of = shops.Select(s => WarningReplay.Of(Past(s, day, plan, homes), [stands, typed])).ToList();
            days.Add(new(day, of.Count == 0 ? null : DayRaised.Sum(of.Select(o => o[0])), of.Count == 0 ? null : DayRaised.Sum(of.Select(o => o[1]))));
        }
        return new(days, leftOut);
    }

    private PastDay Past(Shop shop, DateOnly day, FloorPlan plan, HomeShops homes)
    {
        var rules = database.RuleSets.Current(shop.Id, day);
        var roster = database.People.Roster;
        var into = new LiveMessages(day, rules.Clock.StartOf(day), new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Id)).Of);
        var folding = new LiveFolding(database, shop, rules, day, into);
        var records = database.Days.Load(shop.Id, day, withText: true);
        var covered = database.Coverage.Between(shop.Id, day, day);
        var complaints = database.Records(RecordKinds.Complaints).Between(shop.Id, day, day);
        List<StatusChange> log = [.. new[] { shop, Shops.Company }.SelectMany(s => database.Records(RecordKinds.StatusLog).Between(s.Id, day, day)).Where(c => c.At >= into.Start).OrderBy(c => c.At)];
        return new(shop.Name, into, rules.Clock.EndOf(day), rules.SessionGapSeconds, records is null ? new() : Said(shop, records), folding.FactsOf)
        {
            Log = log.Count == 0 ? null : log, AgentOf = account => roster.AgentOf(account, day) is var agent && homes.Holds(shop.Name, agent, roster) ? agent : 0, PostedAt = (agent, now) => WarningMoments.Posted(roster, plan, agent, day, now),
            KnowsShifts = database.Records(RecordKinds.Roster).Between(Shops.Company.Id, day, day).Count > 0,
            Happened = [.. Found(shop, day, records, roster, folding.Book).Concat(complaints.Select(c => Raised.From(c, roster.Find(c.Agent) is { } person ? roster.On(person.Id, day)?.Group : null))).OrderBy(r => r.Since)],
            KnowsFindings = covered.Contains((Source.Quality, day)), KnowsComplaints = complaints.Count > 0 || covered.Contains((Source.Complaints, day)),
            Weeks = Drifts.Weeks(database, shop, day, rules.Clock), Clock = rules.Clock,
        };
    }

    private IEnumerable<Raised> Found(Shop shop, DateOnly day, DayRecords? records, Roster roster, QualityBook rules)
    {
        if (records is null) yield break;
        var rows = Enumerable.Range(0, records.Count).ToDictionary(row => records.Key![row]);
        foreach (var finding in database.Findings.Between(shop.Id, day, day).Where(f => f.Counts))
            if (rows.TryGetValue(finding.Spans[0].Message, out var row) && Raised.From(shop.Name, finding, rules.Find(finding.Rule, finding.Version)?.Urgency ?? Urgency.Usual, roster.NameOf(finding.Agent), roster.On(finding.Agent, day)?.Group, records.At(row)) is { } of) yield return of;
    }

    private MessageBlock Said(Shop shop, DayRecords records)
    {
        var buyers = database.Names.Buyers.NamesOf(shop.Id, records.Buyer);
        var accounts = database.Names.Accounts.NamesOf(shop.Id, records.Account.Concat(records.Target.Where(t => t != 0)));
        var block = new MessageBlock(1 << 20);
        foreach (var row in Enumerable.Range(0, records.Count).OrderBy(row => records.Second[row]).ThenBy(row => records.Sequence[row]))
            block.Add(new(shop.Name, buyers[records.Buyer[row]], accounts[records.Account[row]], records.At(row), records.From[row], records.Kind[row],
                records.Target[row] == 0 ? null : accounts[records.Target[row]], records.Text![row].ToString(), records.PlatformId![row].Said, records.Sequence[row]));
        return block;
    }
}
