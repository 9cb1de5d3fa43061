using Heng.App.Features.Orders;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

public sealed partial class AppealFacts
{
    private KnownFact? Order(Shop shop, string id)
    {
        if (database.Ledger.Find(shop.Id, id) is not { } row) return null;
        var rules = RulesOf(shop, row.CreatedDay);
        var (created, paid) = (NameOf(row.Created.Agent), NameOf(row.Paid.Agent));
        var involved = row.Credits.Select(c => c.Agent).Concat(new[] { row.Created, row.Paid }.SelectMany(l => new[] { l.Agent, l.RunnerUp }))
            .Concat(new[] { row.AssistedOrder, row.AssistedPayment, row.AssistedFollow, row.Urged }.SelectMany(a => a).Select(a => (int?)a)).Select(NameOf);
        bool Corrects(AppealWish wish) => wish.Person is { } person && (person.Length == 0 || roster.Find(person) is not null)
            && (person != (created ?? "") || row.Paid.At is not null && person != (paid ?? ""));
        return new(new(shop.Name, CorrectedFact.Order, id, row.PaidDay ?? row.CreatedDay), new($"订单 {id}", $"Order {id}"),
        [
            new(new("金额", "Amount"), Same(Show.Yuan(row.Order.Amount))),
            Event(new("落实下单", "Order landed on"), row.Created, created, rules), .. row.Paid.At is null ? [] : new[] { Event(new("落实付款", "Payment landed on"), row.Paid, paid, rules) },
        ])
        {
            Bears = Names(involved), Parties = Names(created, paid), Corrects = Corrects, Stands = new(NameOf(row.Deciding(rules.Paying).Agent) ?? ""), Href = Links.Order(id),
            Months = [.. new[] { Month.Of(row.CreatedDay), Month.Of(row.PaidDay ?? row.CreatedDay) }.Distinct()], Corrected = CorrectionOf(shop, CorrectedFact.Order, id),
        };
    }

    private static FactLine Event(Wording name, Landing landing, string? whose, RuleSet rules)
    {
        var (at, why) = (landing.At is { } instant ? ShowDates.Second(rules.Clock.ToLocal(instant)) : "—", OrderWords.Sentence(landing.Clause));
        return new(name, new($"{whose ?? "无人"} · {at} · {why.Zh}", $"{whose ?? "nobody"} · {at} · {why.En}"), whose);
    }

    private KnownFact? Rating(Shop shop, string fact, DateOnly day)
    {
        var rules = RulesOf(shop, day);
        if (database.Ratings.Between(shop.Id, rules.Clock.StartOf(day), rules.Clock.EndOf(day)).FirstOrDefault(r => ServiceCredits.IdOf(r) == fact) is not { } rating) return null;
        var (sent, voided) = (rules.Clock.DayOf(rating.SentAt), CorrectionOf(shop, CorrectedFact.Rating, fact));
        var whose = NameOf(new Facts.Seating(database, roster).AgentAt(rating.Account, rating.SentAt, rules.Clock));
        var level = rating.Level is { } given ? Engine.Metrics.PrimitiveWords.Of((Primitive)((short)Primitive.RatedVerySatisfied + (short)given)) : new("没有评价", "not rated");
        return new(new(shop.Name, CorrectedFact.Rating, fact, sent), new($"服务评价 · {Masked.Name(rating.Buyer)}", $"Rating · {Masked.Name(rating.Buyer)}"),
        [
            new(new("评价", "Rating"), level), new(new("时间", "When"), Same(ShowDates.Second(rules.Clock.ToLocal(rating.RatedAt ?? rating.SentAt)))),
            new(new("客服", "Agent"), Same(whose ?? "—"), whose),
        ])
        {
            Bears = Names(whose), Corrects = _ => voided is null && rating.Level is not null, Corrected = voided,
            Months = [.. new[] { Month.Of(sent), Month.Of(rules.Clock.DayOf(rating.RatedAt ?? rating.SentAt)) }.Distinct()],
        };
    }

    private KnownFact? Review(Shop shop, string fact, DateOnly day)
    {
        var rules = RulesOf(shop, day);
        if (database.Reviews.Between(shop.Id, rules.Clock.StartOf(day), rules.Clock.EndOf(day)).FirstOrDefault(r => ServiceCredits.IdOf(r) == fact) is not { } review) return null;
        var setAside = CorrectionOf(shop, CorrectedFact.Review, fact);
        var agent = review.Agent is { Length: > 0 } named ? roster.PersonOf(named, day) : database.Ledger.Find(shop.Id, review.OrderId)?.Under(rules.Paying).Agent;
        var level = review.Level switch { ReviewLevel.Good => new Wording("好评", "good"), ReviewLevel.Neutral => new("中评", "neutral"), _ => new("差评", "bad") };
        return new(new(shop.Name, CorrectedFact.Review, fact, day), new($"商品评价 · {fact}", $"Product review · {fact}"),
        [
            new(new("评价", "Review"), level), new(new("时间", "When"), Same(ShowDates.Second(rules.Clock.ToLocal(review.At)))), new(new("计在谁头上", "Counted for"), Same(NameOf(agent) ?? "—"), NameOf(agent)),
        ])
        { Bears = Names(NameOf(agent)), Corrects = _ => setAside is null, Corrected = setAside, Href = Links.Order(review.OrderId) };
    }

    private string? NameOf(int? agent) => agent is { } id ? roster.NameOf(id) : null;

    private static Wording Same(string text) => new(text, text);
}
