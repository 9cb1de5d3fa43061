using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using static Heng.Engine.Metrics.Formulas;

namespace Heng.Engine.Metrics;

/// <summary>Satisfaction (满意度): invitations and ratings at the end of the chat, product reviews, and what cases would tell.</summary>
internal static class SatisfactionMetrics
{
    public static IReadOnlyList<Metric> All =>
    [
        .. Ratings,
        .. Levels,
        .. Reviews,
    ];

    /// <summary>The platform's interface tells of the ratings that came and not of the invitations that nobody answered.</summary>
    private static readonly Needs Invitations = new(Primitive.Invited, Primitive.RatedAlone);

    private static Metric[] Ratings =>
    [
        Rating("invited", "邀评数", "Invited to rate", Unit.Times, Better.Higher, Sum(Primitive.Invited), "发出的评价邀请，按发出日。",
            "Invitations sent, on the day of sending.", "发出评价数") with { Needs = Invitations },
        Rating("invite-rate", "邀评发送率", "Invitation rate", Unit.Rate, Better.Higher, Ratio(Primitive.Invited, Primitive.Received), "邀评数 ÷ 接待人数。",
            "Invited ÷ received.", "评价发送率", "发送率") with { Source = Source.ChatAndRatings, Needs = Invitations },
        Rating("ratings", "评价数", "Ratings", Unit.Times, Better.None, Sum(Primitive.Rated), "收到的服务评价，按评价日。", "Ratings received, on the day they came.",
            "收到评价数", "评价量"),
        Rating("return-rate", "评价返回率", "Return rate", Unit.Rate, Better.Higher, Ratio(Primitive.Rated, Primitive.Invited), "评价数 ÷ 邀评数。", "Ratings ÷ invited.",
            "评价返回率", "返回率", "服务满意度评价参与率") with { Needs = Invitations },
        Rating("satisfaction", "满意率", "Satisfaction", Unit.Rate, Better.Higher,
            new RatioOf(Of(Primitive.RatedVerySatisfied, Primitive.RatedSatisfied), Of(Primitive.Rated)),
            "（很满意 + 满意）÷ 评价数。", "(Very satisfied + satisfied) ÷ ratings.", "客户满意比", "客户满意率", "满意率"),
        Rating("good-rating-rate", "客服好评率", "Good rating rate", Unit.Rate, Better.Higher, Ratio(Primitive.RatedVerySatisfied, Primitive.Rated), "很满意 ÷ 评价数。",
            "Very satisfied ÷ ratings.", "客服好评率"),
    ];

    private static Metric[] Levels =>
    [
        Level("rated-very-satisfied", "很满意", "Very satisfied", Better.Higher, Primitive.RatedVerySatisfied, "好评量"),
        Level("rated-satisfied", "满意", "Satisfied", Better.Higher, Primitive.RatedSatisfied),
        Level("rated-neutral", "一般", "Neutral", Better.None, Primitive.RatedNeutral),
        Level("rated-dissatisfied", "不满意", "Dissatisfied", Better.Lower, Primitive.RatedDissatisfied, "不满", "服务满意度评价不满"),
        Level("rated-very-dissatisfied", "很不满意", "Very dissatisfied", Better.Lower, Primitive.RatedVeryDissatisfied, "很不满", "服务满意度评价很不满", "差评量"),
    ];

    private static Metric[] Reviews =>
    [
        Review("good-reviews", "好评数", "Good reviews", Unit.Times, Better.Higher, Sum(Primitive.ReviewsGood), "好评，记在评价日与订单的归属客服。",
            "Good product reviews, on their day, with the agent of the order."),
        Review("neutral-reviews", "中评数", "Neutral reviews", Unit.Times, Better.Lower, Sum(Primitive.ReviewsNeutral), "中评。", "Neutral product reviews."),
        Review("bad-reviews", "差评数", "Bad reviews", Unit.Times, Better.Lower, Sum(Primitive.ReviewsBad), "差评。", "Bad product reviews."),
        Review("good-review-rate", "好评率", "Good review rate", Unit.Rate, Better.Higher, Ratio(Primitive.ReviewsGood, AllReviews), "好评 ÷ 全部评价。",
            "Good ÷ all reviews.", "好评率"),
        Review("bad-review-rate", "中差评率", "Neutral and bad review rate", Unit.Rate, Better.Lower,
            new RatioOf(Of(Primitive.ReviewsNeutral, Primitive.ReviewsBad), Of(AllReviews)),
            "（中评 + 差评）÷ 全部评价。", "(Neutral + bad) ÷ all reviews.", "中差评率"),
    ];

    private static readonly Primitive[] AllReviews = [Primitive.ReviewsGood, Primitive.ReviewsNeutral, Primitive.ReviewsBad];

    private static Metric Level(string id, string zh, string en, Better better, Primitive level, params IReadOnlyList<string> aliases) =>
        Rating(id, zh, en, Unit.Times, better, Sum(level), $"服务评价为“{zh}”的次数。", $"Ratings of the level “{en.ToLowerInvariant()}”.",
            [zh, "服务满意度评价" + zh, .. aliases]);

    private static Metric Rating(string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        Metric(Source.Ratings, Maturity.AtOnce, id, zh, en, unit, better, formula, meaning, definition, aliases);

    private static Metric Review(string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        Metric(Source.Reviews, Maturity.AtOnce, id, zh, en, unit, better, formula, meaning, definition, aliases);
}
