using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>What ratings (服务评价) and product reviews (评价) add to whom.</summary>
public static class ServiceCredits
{
    /// <summary>
    /// The invitation counts on the day it was sent, the rating on the day it came; the agent is the one bound to the account when it was sent.
    /// A list of ratings that came, which tells who began them, counts no invitations.
    /// </summary>
    public static IReadOnlyList<Contribution> OfRatings(RuleTimeline rules, IReadOnlyList<(Rating Rating, int Agent)> ratings)
    {
        var found = new List<Contribution>(ratings.Count);
        foreach (var (rating, agent) in ratings)
        {
            var (sent, fact) = (rules.Clock.DayOf(rating.SentAt), IdOf(rating));
            var invited = rating.Source is null ? new Measures().Add(Primitive.Invited, 1) : new Measures().Add(Primitive.RatedAlone, 1);
            found.Add(new Contribution(FactKind.Rating, fact, agent, sent, invited, ValueState.Final));
            if (rating.Level is not { } level) continue;
            var rated = rules.Clock.DayOf(rating.RatedAt ?? rating.SentAt);
            if (rated == sent) Rate(invited, level);
            else found.Add(new Contribution(FactKind.Rating, fact, agent, rated, Rate(new Measures(), level), ValueState.Final));
        }
        return found;
    }

    /// <summary>A review without an agent follows its order's credit under the rule that pays on its own day, also into the buckets; of an order nobody knows, it is nobody's.</summary>
    public static IReadOnlyList<Contribution> OfReviews(
        RuleTimeline rules, IReadOnlyList<(Review Review, int? Agent)> reviews, IReadOnlyList<LedgerRow> ledger)
    {
        var orders = new Dictionary<string, LedgerRow>(ledger.Count, StringComparer.Ordinal);
        foreach (var row in ledger) orders[row.Order.Id] = row;
        var found = new List<Contribution>(reviews.Count);
        foreach (var (review, named) in reviews)
        {
            var day = rules.Clock.DayOf(review.At);
            var agent = named ?? (orders.TryGetValue(review.OrderId, out var order) ? SalesCredits.AgentOf(order.Under(rules.On(day).Paying)) : AgentDay.Unbound);
            var measures = new Measures().Add(LevelOf(review.Level), 1);
            found.Add(new Contribution(FactKind.Review, IdOf(review), agent, day, measures, ValueState.Final));
        }
        return found;
    }

    /// <summary>A rating's stable id, from its natural key.</summary>
    public static string IdOf(Rating rating) =>
        StableHash.Of(rating.Shop, rating.Account, rating.Buyer, rating.SentAt.UnixSeconds.ToString(CultureInfo.InvariantCulture))
            .ToString("x16", CultureInfo.InvariantCulture);

    public static string IdOf(Review review) => $"{review.OrderId}/{review.Item}";

    private static Measures Rate(Measures measures, RatingLevel level) =>
        measures.Add(Primitive.Rated, 1).Add((Primitive)((short)Primitive.RatedVerySatisfied + (short)level), 1);

    private static Primitive LevelOf(ReviewLevel level) => level switch
    {
        ReviewLevel.Good => Primitive.ReviewsGood,
        ReviewLevel.Neutral => Primitive.ReviewsNeutral,
        _ => Primitive.ReviewsBad,
    };
}
