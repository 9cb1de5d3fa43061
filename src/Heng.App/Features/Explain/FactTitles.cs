using System.Globalization;
using Heng.App.Features.Facts;
using Heng.App.Features.Orders;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Explain;

/// <summary>What the facts of one page are called, and where each can be read. Buyers' names are masked; an address is given only where it will open.</summary>
internal sealed class FactTitles(Database database, Sight sight, RuleSet rules, ExplainAsk ask, Language language)
{
    private readonly IReadOnlyList<Shop> shops = database.Shops.All;

    public IReadOnlyList<ExplainFact> Of(IReadOnlyList<LeafFact> page)
    {
        var orders = LedgerOf(page);
        var ratings = RatingsOf(page);
        var appeals = new AppealedLeaves(database, shops, ask.Month);
        return [.. page.Select(fact => Titled(fact, orders, ratings)).Zip(page, (titled, fact) => appeals.On(titled, fact, sight.Viewer.Person is { } person && person == ask.Agent))];
    }

    private ExplainFact Titled(LeafFact fact, Dictionary<string, LedgerRow> orders, Dictionary<string, (Shop, Rating)> ratings)
    {
        return fact.Kind switch
        {
            FactKind.Reception => Reception(fact),
            FactKind.Order => Order(fact, fact.Id, orders, null),
            FactKind.Review => Order(fact, OrderOf(fact), orders, ReviewWords(fact)),
            FactKind.Rating => Rating(fact, ratings.GetValueOrDefault(fact.Id)),
            FactKind.AgentDay => AgentDayFact(fact),
            FactKind.Phrase when PhraseFact.In(fact.Id) is var (reception, version, code) => Reception(fact with { Id = reception }) is var opened
                ? opened with { Kind = fact.Kind, Id = fact.Id, Title = code, Detail = new($"第 {version} 版 · {opened.Title} · {opened.Detail.Zh}", $"version {version} · {opened.Title} · {opened.Detail.En}") } : null!,
            FactKind.Record => RecordWords.Of(fact.Id) is var (title, detail) ? Fact(fact, title, detail, null) : Record(fact),
            _ => Record(fact),
        };
    }

    private ExplainFact Reception(LeafFact fact)
    {
        var id = long.Parse(fact.Id, CultureInfo.InvariantCulture);
        foreach (var shop in shops)
            if (database.Facts.Reception(shop.Id, id) is { } reception)
            {
                var rounds = reception.Rounds.Count;
                var (zh, en) = (Time(reception.First, Language.Zh), Time(reception.First, Language.En));
                return Fact(fact, Masked.Name(database.Names.Buyers.NameOf(shop.Id, reception.Buyer)), new($"{zh} · {rounds} 回合", $"{en} · {Show.Count(rounds, "round")}"),
                    sight.Sees(reception.Agent, reception.Day) ? Links.Reception(fact.Id) : null);
            }
        return Record(fact);
    }

    private ExplainFact Order(LeafFact fact, string id, Dictionary<string, LedgerRow> orders, Wording? more)
    {
        if (!orders.TryGetValue(id, out var row)) return Fact(fact, id, more ?? new("没有这个订单的记录", "no record of this order"), null);
        var buyer = row.Order.Buyer is { } name ? Masked.Name(name) : "—";
        var at = row.Order.PaidAt ?? row.Order.Created;
        var words = row.Order.PaidAt is null ? new Wording("下单", "placed") : new Wording("付款", "paid");
        return Fact(fact, id, more ?? new($"{buyer} · {Time(at, Language.Zh)} {words.Zh} · {Show.Yuan(row.Order.Amount)}", $"{buyer} · {words.En} {Time(at, Language.En)} · {Show.Yuan(row.Order.Amount)}"),
            sight.Sees(row) ? Links.Order(id) : null);
    }

    private ExplainFact Rating(LeafFact fact, (Shop Shop, Rating Rating) found)
    {
        if (found.Rating is not { } rating) return Record(fact);
        var level = rating.Level is { } given ? PrimitiveLevel(given) : new Wording("已邀请，未评价", "invited, not rated");
        var day = rules.Clock.DayOf(rating.SentAt);
        var agent = sight.Roster.NameOf(new Seating(database, sight.Roster).AgentAt(rating.Account, rating.SentAt, rules.Clock)) ?? "";
        var buyer = new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(found.Shop.Id)).Of(rating.Buyer);
        var reception = FactIds.OfReception(found.Shop.Name, agent, rating.Account, buyer, day);
        var opens = database.Facts.Reception(found.Shop.Id, reception) is { } served && sight.Sees(served.Agent, day);
        return Fact(fact, Masked.Name(rating.Buyer), new($"{Time(rating.SentAt, Language.Zh)} · {level.Zh}", $"{Time(rating.SentAt, Language.En)} · {level.En}"),
            opens ? Links.Reception(reception.ToString(CultureInfo.InvariantCulture)) : null);
    }

    /// <summary>A person's day leads to that person's number of the day, what credits nobody to the orders of its bucket.</summary>
    private ExplainFact AgentDayFact(LeafFact fact)
    {
        var name = fact.Id[..fact.Id.LastIndexOf('/')];
        var detail = fact.Day is { } day ? new Wording(ShowDates.Words(day, Language.Zh), ShowDates.Words(day, Language.En)) : new("", "");
        if (sight.Roster.Find(name) is { } person)
        {
            var opens = ask.Metric is not null && ask.Agent is null && fact.Day is { } of && sight.Sees(person.Id, of) && Rights.Sees(sight.Viewer, name, sight.Roster.In(person.Id, ask.Month)?.Group);
            return Fact(fact, name, detail, opens ? Links.ExplainMetric(ask.Month, name, ask.Metric!, fact.Day) : null);
        }
        if (name == "shop") return Fact(fact, language.T("全店去重", "the shop, distinct people"), detail, null);
        if (name == "unbound") return Fact(fact, language.T("未绑定账号", "unbound accounts"), detail, fact.Day is { } on ? Links.Receptions(ask.Month, null, on) : null);
        return OrderWords.BucketOf(name) is { } bucket
            ? Fact(fact, language.T(OrderWords.Name(bucket)), detail, Rights.SeesOrders(sight.Viewer) ? new OrdersAsk(ask.Month, rules.Paying, bucket).Href : null)
            : Fact(fact, name, detail, null);
    }

    /// <summary>Entries, attendance, adjustments: their leaf has the words.</summary>
    private ExplainFact Record(LeafFact fact) => Fact(fact, language.T(fact.Under.Label), fact.Under.Note ?? (fact.Kind switch
    {
        FactKind.Entry => new("评分表", "points entered"),
        FactKind.Attendance => new("考勤表", "attendance"),
        FactKind.Adjustment => new("奖惩表", "rewards and penalties"),
        FactKind.Employment => new("人员表", "people"),
        _ => new Wording("记录", "record"),
    }), null);

    private static ExplainFact Fact(LeafFact fact, string title, Wording detail, string? href) => new(fact.Kind, fact.Id, title, detail, fact.Day, fact.Value, href);

    private Dictionary<string, LedgerRow> LedgerOf(IReadOnlyList<LeafFact> page)
    {
        var ids = page.Where(f => f.Kind is FactKind.Order or FactKind.Review).Select(OrderOf).Distinct(StringComparer.Ordinal).ToList();
        return shops.SelectMany(s => database.Ledger.Find(s.Id, ids)).GroupBy(r => r.Order.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    private Dictionary<string, (Shop, Rating)> RatingsOf(IReadOnlyList<LeafFact> page)
    {
        var wanted = page.Where(f => f.Kind == FactKind.Rating).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var days = page.Where(f => f.Kind == FactKind.Rating).Select(f => f.Day).OfType<DateOnly>().Distinct().ToList();
        var found = new Dictionary<string, (Shop, Rating)>(StringComparer.Ordinal);
        foreach (var shop in shops)
            foreach (var rating in days.SelectMany(d => database.Ratings.Between(shop.Id, rules.Clock.StartOf(d), rules.Clock.EndOf(d))))
                if (ServiceCredits.IdOf(rating) is var id && wanted.Contains(id)) found[id] = (shop, rating);
        return found;
    }

    private static string OrderOf(LeafFact fact) => fact.Kind == FactKind.Review && fact.Id.IndexOf('/', StringComparison.Ordinal) is var at and >= 0 ? fact.Id[..at] : fact.Id;
    private static Wording ReviewWords(LeafFact fact) => fact.Id[(fact.Id.IndexOf('/', StringComparison.Ordinal) + 1)..] is var item ? new($"商品评价 · {item}", $"product review · {item}") : default;
    private static Wording PrimitiveLevel(RatingLevel level) => Heng.Engine.Metrics.PrimitiveWords.Of((Primitive)((short)Primitive.RatedVerySatisfied + (short)level));
    private string Time(Instant at, Language words) => $"{ShowDates.Words(rules.Clock.DayOf(at), words)} {rules.Clock.ToLocal(at):HH:mm}";
}
