using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>The month that pays for a longer cycle: its last one, or the one after it.</summary>
public enum AwardPaid : byte { Last, Next }

/// <summary>What is paid to somebody with too few months of results: nothing, or the part of the cycle that has some.</summary>
public enum FewerParts : byte { Nothing, InProportion }

/// <summary>What a card of a longer cycle is paid by.</summary>
public abstract record CyclePay;

/// <summary>An amount, or so many months of the person's base, × the coefficient of the card's score or grade.</summary>
public sealed record CycleByScore(decimal Amount, bool OfBase, Coefficient Coefficient) : CyclePay;

/// <summary>Awards for places among the cards of one plan.</summary>
public sealed record CycleByPlace(IReadOnlyList<decimal> Awards, AwardTies Ties, AwardWithin Within) : CyclePay;

/// <summary>
/// Pay for a quarter, two months or a year (季度奖、年终奖) by the card of the whole cycle, in the one month that pays it; other months have no line. Without a card or a score it is 0
/// and says so.
/// </summary>
public sealed record CycleAward(string Id, Wording Label, Cycle Cycle, CyclePay By) : PayComponent(Id, Label), IRanked
{
    public AwardPaid Paid { get; init; }
    /// <summary>So many of the cycle's months, of a year its quarters, need a score.</summary>
    public int PartsAtLeast { get; init; } = 1;
    public FewerParts Fewer { get; init; }
    /// <summary>Taxed as a year-end bonus, and not with the month's wage.</summary>
    public bool IsYearEnd { get; init; }

    public override PayKind Kind => IsYearEnd ? PayKind.YearEnd : PayKind.Work;

    public override bool WaitsForMonth => Paid == AwardPaid.Last;

    public AwardWithin Within => By is CycleByPlace places ? places.Within : AwardWithin.Scheme;
    Better IRanked.Better => Better.Higher;
    string? IRanked.AmongOf(Payee payee) => CardOf(payee)?.Card.Plan;
    decimal? IRanked.RankedBy(Payee payee) => CardOf(payee) is { } own && Counts(own) ? own.Card.Score : null;

    /// <summary>The last month of the cycle that a month pays; null where it pays none.</summary>
    public Month? Pays(Month month) => month.Plus(Paid == AwardPaid.Next ? -1 : 0) is var last && Cycle.EndsIn(last) ? last : null;

    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        if (payee.Month is not { } month || Pays(month) is not { } last) return [];
        var own = CardOf(payee);
        var score = own?.Card.Explanation ?? Explained.Leaf("score", new("总分", "score"), null, Unit.Points);
        List<Wording> notes = [Read(own, last)];
        Explained[] factors = [.. Paying(payee, own, score, notes), .. own is null ? [] : Share(own, notes)];
        var product = factors is [var one] ? one : Explained.By("product", Label, Unit.Yuan, Product.Instance, factors);
        return [Line(Id, Label, Explained.By("amount", Label, Unit.Yuan, OrNothing.Instance, product), notes)];
    }

    private CycleCard? CardOf(Payee payee) => payee.Month is { } month && Pays(month) is { } last ? payee.Longer(Cycle, last) : null;

    private bool IsShort(CycleCard own) => own.Scored < PartsAtLeast;
    private bool Counts(CycleCard own) => !IsShort(own) || Fewer == FewerParts.InProportion;

    private IEnumerable<Explained> Paying(Payee payee, CycleCard? own, Explained score, List<Wording> notes)
    {
        if (By is CycleByPlace places)
        {
            var standing = payee.Contest?.Of(this, payee.Agent);
            if (own is null || Counts(own)) notes.Add(RankAward.Said(score, standing, places.Awards, places.Ties));
            return [RankAward.Placed(Label, score, standing, places.Awards, places.Ties)];
        }
        var pay = (CycleByScore)By;
        var coefficient = pay.Coefficient.Of(score, own?.Card.Grade);
        if (coefficient.Value is null) notes.Add(new("没有评分，不发", "no score, so nothing is paid"));
        return pay.OfBase
            ? [payee.BaseOf(null, new("底薪", "base pay")), Explained.Leaf("months", new("月数", "months of base"), pay.Amount, Unit.None), coefficient]
            : [Explained.Leaf("each", Label, pay.Amount, Unit.Yuan), coefficient];
    }

    /// <summary>What too few parts leave of it.</summary>
    private IEnumerable<Explained> Share(CycleCard own, List<Wording> notes)
    {
        if (!IsShort(own)) yield break;
        var (zh, en) = Cycle == Cycle.Year ? ("个季度", "quarters") : ("个月", "months");
        if (Fewer == FewerParts.Nothing)
        {
            notes.Add(new($"有成绩的不足 {PartsAtLeast} {zh}，不发", $"fewer than {PartsAtLeast} {en} with a score, so nothing is paid"));
            if (By is CycleByScore) yield return Explained.Leaf("enough", new("成绩够数", "enough results"), 0m, Unit.None);
            yield break;
        }
        notes.Add(new($"有成绩的不足 {PartsAtLeast} {zh}，按有成绩的部分发", $"fewer than {PartsAtLeast} {en} with a score: paid for those that have one"));
        yield return Explained.By("share", new("有成绩的部分", "part with results"), Unit.Ratio, Quotient.Instance,
            Explained.Leaf("scored", new($"有成绩的{zh[1..]}数", $"{en} with a score"), own.Scored, Unit.None), Explained.Leaf("parts", new($"{zh[1..]}数", en), own.Parts.Count, Unit.None));
    }

    private Wording Read(CycleCard? own, Month last)
    {
        var period = Cycle.Name(last);
        if (own is null) return new($"{period.Zh}没有考核表", $"no card of {period.En}");
        var (zh, en) = Cycle == Cycle.Year ? ("个季度", "quarters") : ("个月", "months");
        var score = own.Card.Score is { } points ? new Wording($"{Shown.Number(points)} 分", $"{Shown.Number(points)} points") : new("没有总分", "no score");
        var grade = own.Card.Grade is { } letter ? new Wording($"，等级 {letter}", $", grade {letter}") : default;
        return new($"{period.Zh}：{score.Zh}{grade.Zh}，{own.Parts.Count} {zh}中 {own.Scored} {zh}有成绩", $"{period.En}: {score.En}{grade.En}, {own.Scored} of {own.Parts.Count} {en} with a score");
    }
}
