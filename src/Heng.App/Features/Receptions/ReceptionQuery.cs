using System.Globalization;
using Heng.App.Features.Facts;
using Heng.App.Features.Orders;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Findings;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Receptions;

/// <summary>One reception with its transcript, its waits, what it adds, and the orders that landed on it.</summary>
public sealed class ReceptionQuery(Database database, ViewerFor viewers)
{
    public Task<Seen<ReceptionView>> For(string id, HttpContext context)
    {
        if (viewers(context) is { } viewer && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            foreach (var shop in database.Shops.All)
                if (database.Facts.Reception(shop.Id, number) is { } reception)
                {
                    var sight = new Sight(viewer, database.People.Roster);
                    // Another's reception is not there: whether it exists is not said.
                    return Task.FromResult(sight.Sees(reception.Agent, reception.Day) ? View(shop, reception, sight, Preferences.Language(context)) with { Marking = context.Request.Query.ContainsKey("mark") } : Seen<ReceptionView>.NotFound);
                }
        return Task.FromResult(Seen<ReceptionView>.NotFound);
    }

    private ReceptionView View(Shop shop, Reception reception, Sight sight, Language language)
    {
        var rules = database.RuleSets.Current(shop.Id, reception.Day);
        var id = TranscriptLines.IdOf(reception);
        var agent = sight.Roster.NameOf(reception.Agent);
        var transcript = new TranscriptLines(database, shop, sight.Roster, rules, reception, language);
        var found = FindingBook.Of(database, shop, reception, sight);
        var lines = transcript.Marked(transcript.Lines(), found);
        var measures = new Measures().Add(reception.Measures);
        foreach (var funnel in database.Ledger.ContributionsOf(shop.Id, FactKind.Reception, id, reception.Day, reception.Day)) measures.Add(funnel.Measures);
        var orders = Rights.SeesOrders(sight.Viewer) ? new LandedOrders(database, shop, rules).On([reception])[reception.Id] : [];
        var refunded = OrderBooks.Refunded(database, rules, [.. orders]);
        return new(
            id, Month.Of(reception.Day), reception.Day, agent, Masked.Name(database.Names.Buyers.NameOf(shop.Id, reception.Buyer)), transcript.Accounts, lines, transcript.Waits(lines),
            Adds(rules, measures, agent, reception.Day), [.. orders.OrderBy(o => o.Order.Created).Select(o => OrderOn(reception, o, rules, refunded.GetValueOrDefault((o.Order.Shop, o.Order.Id))))],
            ReceptionMarks.Of(reception, measures, transcript.AutoLines(lines)), rules.SlowReplySeconds, rules.QuickReplySeconds)
        {
            Mine = agent is not null && agent == sight.Viewer.Person, Findings = [.. found.Select(f => f.Shown)], MayPropose = agent is not null && agent != sight.Viewer.Person && Rights.ProposesExamples(sight.Viewer),
        };
    }

    /// <summary>What the reception adds to each sum and each half of a ratio. Medians and shares of the shop are no sums, so nothing is said of them.</summary>
    internal static IReadOnlyList<ReceptionAdds> Adds(RuleSet rules, Measures measures, string? agent, DateOnly day)
    {
        var adds = new List<ReceptionAdds>();
        foreach (var metric in Catalogue.Under(rules.Paying).All)
        {
            var (part, whole) = metric.Formula switch
            {
                Total total => (Sum(total.Terms, measures) * total.Scale, (decimal?)null),
                RatioOf ratio => (Sum(ratio.Part, measures) * ratio.Scale, Sum(ratio.Whole, measures)),
                _ => (0m, null),
            };
            if (part == 0 && whole is null or 0) continue;
            adds.Add(new(metric.Name, metric.Unit, part, whole, agent is null ? null : Links.ExplainMetric(Month.Of(day), agent, metric.Id, day)));
        }
        return adds;
    }

    private static decimal Sum(Terms terms, Measures measures) => terms.Items.Sum(t => (decimal)measures[t.Primitive] * t.Times);

    private static ReceptionOrder OrderOn(Reception reception, LedgerRow row, RuleSet rules, decimal refunded)
    {
        var where = (LandedOrders.Holds(reception, row.Created), LandedOrders.Holds(reception, row.Paid)) switch
        {
            (true, true) => new Wording("下单与付款都落在这次接待", "order and payment landed here"),
            (true, _) => new("下单落在这次接待", "the order landed here"),
            _ => new Wording("付款落在这次接待", "the payment landed here"),
        };
        var bucket = row.Under(rules.Paying).Bucket;
        var words = bucket == Bucket.Agent ? where : new($"{where.Zh}，{OrderWords.Name(bucket).Zh}", $"{where.En}, {OrderWords.Name(bucket).En}");
        if (refunded != 0 && Show.Yuan(row.Order.Amount - refunded) is var net) words = new($"{words.Zh}，退款后净额 {net}", $"{words.En}, {net} net of refunds");
        return new(row.Order.Id, row.Order.Amount, rules.Clock.ToLocal(row.Order.Created), row.Order.PaidAt is { } paid ? rules.Clock.ToLocal(paid) : null, words);
    }
}
