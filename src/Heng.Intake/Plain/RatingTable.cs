using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Invitations to rate and the ratings that came (邀评与服务评价). Without rated_at and level the buyer was asked and did not answer.</summary>
internal static class RatingTable
{
    private const int Shop = 0, Account = 1, Buyer = 2, SentAt = 3, RatedAt = 4, Level = 5, Source = 6;

    public static readonly Format Format = new("ratings", new("服务满意度评价", "Service ratings"), Holding.Ratings, Shape.Table,
    [
        new("shop", false, "店铺"),
        new("account", true, "客服账号"),
        new("buyer", true, "买家"),
        new("sent_at", true, "邀评时间"),
        new("rated_at", true, "评价时间"),
        new("level", true, "评价等级"),
        new("source", false, "评价来源"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Rating>(r => [r.Shop, r.Account, r.Buyer, r.SentAt, r.RatedAt, r.Level, r.Source]),
        CoversSpan = true,
    };

    private static Rating Read(Cells cells)
    {
        var ratedAt = cells.TimeOrNone(RatedAt);
        RatingLevel? level = cells.Bare(Level).IsEmpty ? null : cells.Word(Level, LevelOf);
        if (ratedAt is null != level is null) cells.Fail(Reasons.RatingHalf);
        return new(cells.ShopOf(Shop), Nicks.Short(cells.Named(Account)), Nicks.Short(cells.Named(Buyer)), cells.Time(SentAt), ratedAt, level,
            cells.Bare(Source).IsEmpty ? null : cells.Word(Source, SourceOf));
    }

    private static RatingSource? SourceOf(string word) => word switch
    {
        "agent" or "客服邀评" => RatingSource.Agent,
        "buyer" or "自主评价" => RatingSource.Buyer,
        "system" or "系统邀评" => RatingSource.System,
        "untold" or "未说明" => RatingSource.Untold,
        _ => null,
    };

    /// <summary>Words only: two platforms number the levels from opposite ends.</summary>
    private static RatingLevel? LevelOf(string word) => word switch
    {
        "very-satisfied" or "很满意" or "非常满意" => RatingLevel.VerySatisfied,
        "satisfied" or "满意" => RatingLevel.Satisfied,
        "neutral" or "一般" => RatingLevel.Neutral,
        "dissatisfied" or "不满" or "不满意" => RatingLevel.Dissatisfied,
        "very-dissatisfied" or "很不满" or "非常不满意" or "很不满意" => RatingLevel.VeryDissatisfied,
        _ => null,
    };
}
