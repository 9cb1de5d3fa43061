using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>Whom an award ranks: the group, those in the same position, or all whom the scheme pays.</summary>
public enum AwardWithin : byte { Scheme, Group, Position }

/// <summary>What becomes of a shared place: the awards of the places that it takes up are shared, each gets that of the place, or nobody does.</summary>
public enum AwardTies : byte { Share, Each, None }

/// <summary>
/// Awards for places (名次奖): champion, runner-up and so on, by the card's score, of one plan, or by a metric. Places are competition places on scoring precision (1, 1, 3); who
/// has no value has no place.
/// </summary>
public sealed record RankAward(string Id, Wording Label, FromMetric? Source, Better Better, IReadOnlyList<decimal> Awards, AwardTies Ties) : PayComponent(Id, Label), IRanked
{
    public AwardWithin Within { get; init; }

    public override IReadOnlyList<FromMetric> Metrics => Source is null ? [] : [Source];

    public override bool WaitsForMonth => true;

    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        var own = ValueOf(payee);
        var standing = payee.Contest?.Of(this, payee.Agent);
        var award = Placed(Label, own, standing, Awards, Ties);
        return [Line(Id, Label, Explained.By("amount", Label, Unit.Yuan, OrNothing.Instance, award), [Said(own, standing, Awards, Ties)])];
    }

    /// <summary>What the place is worth, as the payslip explains it.</summary>
    internal static Explained Placed(Wording label, Explained own, AwardPlace? standing, IReadOnlyList<decimal> awards, AwardTies ties)
    {
        Explained Count(string id, string zh, string en, int? count) => Explained.Leaf(id, new(zh, en), count, Unit.None);
        return Explained.By("award", label, Unit.Yuan, new AwardOfPlace(awards, ties), own, Count("ahead", "更好的人数", "people with a better value", standing?.Ahead),
            Count("level", "并列人数", "people on this place", standing?.Level), Count("before", "并列中姓名在前的人数", "of them, before by name", standing?.LevelBefore));
    }

    string? IRanked.AmongOf(Payee payee) => Source is null ? payee.Card?.Plan : "";
    decimal? IRanked.RankedBy(Payee payee) => ValueOf(payee).Value;

    private Explained ValueOf(Payee payee) => Source is { } metric ? Scaling.Scoring(payee.Metric(metric.Asked)) : payee.Card?.Explanation ?? Explained.Leaf("score", new("总分", "score"), null, Unit.Points);

    internal static Wording Said(Explained own, AwardPlace? standing, IReadOnlyList<decimal> awards, AwardTies ties)
    {
        if (own.Value is null || standing is null) return new("暂无数据，没有名次", "no data, so no place");
        var (zh, en) = ($"{standing.Ranked} 人中第 {standing.Ahead + 1} 名", $"place {standing.Ahead + 1} of {standing.Ranked}");
        if (standing.Level == 1 || standing.Ahead >= awards.Count) return new(zh, en);
        return ties switch
        {
            AwardTies.Share => new($"{zh}，{standing.Level} 人并列，平分所占名次的奖金", $"{en}, shared by {standing.Level}: the awards of the places they take up are shared"),
            AwardTies.Each => new($"{zh}，{standing.Level} 人并列，各得该名次的奖金", $"{en}, shared by {standing.Level}: each gets the award"),
            _ => new($"{zh}，{standing.Level} 人并列，不发", $"{en}, shared by {standing.Level}: nobody gets it"),
        };
    }
}

/// <summary>
/// Own value, people ahead, people on the place, and of these those before by name. What several share is split to the fen, the rest to those first by name, so that it adds up.
/// </summary>
public sealed record AwardOfPlace(IReadOnlyList<decimal> Awards, AwardTies Ties) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs)
    {
        if (inputs is not [not null, { } ahead, { } level, { } before]) return null;
        if (level > 1m && Ties == AwardTies.None) return 0m;
        var own = Awards.Skip((int)ahead).Take(Ties == AwardTies.Share ? (int)level : 1).Sum();
        if (level <= 1m || Ties != AwardTies.Share) return own;
        var fen = decimal.Truncate(own * 100m / level);
        return (fen + (before < own * 100m - fen * level ? 1m : 0m)) / 100m;
    }

    public override Wording Formula
    {
        get
        {
            var awards = string.Join("/", Awards.Select(Shown.Number));
            return new($"按名次 {awards}", $"by place {awards}");
        }
    }
}
