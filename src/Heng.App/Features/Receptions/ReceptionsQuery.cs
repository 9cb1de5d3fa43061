using Heng.App.Features.Facts;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Receptions;

/// <summary>The receptions of a month that the viewer may see, latest first.</summary>
public sealed class ReceptionsQuery(Database database, ViewerFor viewers)
{
    public Task<Seen<ReceptionsView>> For(ReceptionsAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<ReceptionsView>.NotFound);
        var sight = new Sight(viewer, database.People.Roster);
        var people = sight.People(ask.Month);
        if (IsOff(ask, people)) return Task.FromResult(Seen<ReceptionsView>.NotFound);
        var found = Found(ask, sight, people, database.Shops.All);
        var page = Paging.Held(ask.Page, found.Count, ReceptionsAsk.PageSize);
        return Task.FromResult<Seen<ReceptionsView>>(new ReceptionsView(ask with { Page = page }, Rows(Paging.Of(found, page, ReceptionsAsk.PageSize), sight), found.Count, people));
    }

    /// <summary>So many rows behind one of them; null where the filter names what is not there for this viewer, or the row is gone.</summary>
    public IReadOnlyList<ReceptionRow>? Behind(string? after, int most, ReceptionsAsk ask, Viewer viewer, IReadOnlyList<Shop> shops)
    {
        var sight = new Sight(viewer, database.People.Roster);
        var people = sight.People(ask.Month);
        if (IsOff(ask, people)) return null;
        var found = Found(ask, sight, people, shops);
        var begin = after is null ? 0 : found.FindIndex(r => TranscriptLines.IdOf(r.Reception) == after) + 1;
        return begin == 0 && after is not null ? null : Rows([.. found.Skip(begin).Take(most)], sight);
    }

    private static bool IsOff(ReceptionsAsk ask, IReadOnlyList<string> people) =>
        ask.Agent is { } name && !people.Contains(name, StringComparer.Ordinal) || !ask.IsOfItsMonth;

    /// <summary>One person's receptions are asked for alone; everybody's are read once and sifted.</summary>
    private List<(Shop Shop, Reception Reception)> Found(ReceptionsAsk ask, Sight sight, IReadOnlyList<string> people, IReadOnlyList<Shop> shops)
    {
        var (from, to) = (ask.Day ?? ask.Month.First, ask.Until ?? ask.Day ?? ask.Month.Last);
        var only = ask.Agent ?? (sight.Everyone ? null : people is [var single] ? single : null);
        var agent = only is null ? null : sight.Roster.Find(only)?.Id;
        return [.. shops
            .SelectMany(s => database.Facts.Receptions(s.Id, from, to, agent).Select(r => (Shop: s, Reception: r)))
            .Where(r => ReceptionMarks.Shows(ask.Show, r.Reception) && sight.Sees(r.Reception.Agent, r.Reception.Day))
            .OrderByDescending(r => r.Reception.First).ThenBy(r => r.Reception.Id)];
    }

    private List<ReceptionRow> Rows(IReadOnlyList<(Shop Shop, Reception Reception)> page, Sight sight)
    {
        var rows = new Dictionary<long, ReceptionRow>();
        foreach (var own in page.GroupBy(r => r.Shop, r => r.Reception))
        {
            var rules = database.RuleSets.Current(own.Key.Id, own.Max(r => r.Day));
            var buyers = database.Names.Buyers.NamesOf(own.Key.Id, own.Select(r => r.Buyer));
            var landed = Rights.SeesOrders(sight.Viewer) ? new LandedOrders(database, own.Key, rules).On([.. own]) : null;
            var refunded = OrderBooks.Refunded(database, rules, landed is null ? [] : [.. landed.SelectMany(l => l).DistinctBy(r => r.Order.Id)]);
            foreach (var reception in own)
                rows[reception.Id] = Row(reception, rules, sight.Roster.NameOf(reception.Agent), Masked.Name(buyers[reception.Buyer]), landed is null ? null : NetSales(reception, landed[reception.Id], rules, refunded));
        }
        return [.. page.Select(r => rows[r.Reception.Id])];
    }

    private static ReceptionRow Row(Reception reception, RuleSet rules, string? agent, string buyer, decimal? netSales)
    {
        var m = reception.Measures;
        var rounds = m[Primitive.Rounds];
        return new(
            TranscriptLines.IdOf(reception), rules.Clock.ToLocal(reception.First), agent, buyer,
            (int)(m[Primitive.BuyerMessages] + m[Primitive.AgentMessages] + m[Primitive.AutoMessages]), reception.FirstResponseSeconds,
            rounds == 0 ? null : (int)Math.Round((decimal)m[Primitive.RoundSeconds] / rounds, 0, MidpointRounding.AwayFromZero),
            (int)m[Primitive.UnansweredRounds], m[Primitive.SlowReceptions] > 0, m[Primitive.Unreplied] == 0, netSales);
    }

    /// <summary>Orders credited to this person through this reception under the paying rule, less what was paid back of them; null where there is none.</summary>
    private static decimal? NetSales(Reception reception, IEnumerable<LedgerRow> landed, RuleSet rules, IReadOnlyDictionary<(string Shop, string Order), decimal> refunded)
    {
        var own = landed.Where(row => row.Under(rules.Paying).Agent == reception.Agent && LandedOrders.Holds(reception, row.Deciding(rules.Paying))).ToList();
        return own.Count == 0 ? null : own.Sum(row => row.Order.Amount - refunded.GetValueOrDefault((row.Order.Shop, row.Order.Id)));
    }
}
