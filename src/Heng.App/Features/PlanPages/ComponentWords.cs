using Heng.App.Features.Cycles;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Scoring;

namespace Heng.App.Features.PlanPages;

/// <summary>What a component of the pay comes to, in one line.</summary>
public static class ComponentWords
{
    /// <param name="metric">What a metric is called; null for one that nobody knows.</param>
    public static Wording Of(PayComponent component, Func<string, Wording?> metric) => component switch
    {
        BasePay pay => new($"{Base(pay.Amount).Zh}，{Days(pay.PayDays).Zh}", $"{Base(pay.Amount).En}, {Days(pay.PayDays).En}"),
        PerformancePay pay => new($"{Show.Yuan(pay.Base)} × 系数", $"{Show.Yuan(pay.Base)} × coefficient"),
        Ksf ksf => new($"标准 {Show.Yuan(ksf.Standard)}，{Show.Rate(ksf.AtStake)} 放在 {ksf.Indicators.Count} 项指标上", $"standard {Show.Yuan(ksf.Standard)}, {Show.Rate(ksf.AtStake)} of it on {ksf.Indicators.Count} indicators"),
        RewardPenalty => new("录入并经另一人批准的奖惩", "what was entered and approved by another"),
        Deduction => new("录入并经另一人批准的损失扣款", "losses entered and approved by another"),
        Commission pay => OfCommission(pay, Named(pay.Source, metric)),
        PerPoint pay => OfPoints(pay, Named(pay.Source, metric)),
        RankAward pay => OfAward(pay, pay.Source is { } source ? Named(source, metric) : new("总分", "score")),
        CycleAward pay => OfCycle(pay),
        Allowance pay => new($"{Show.Yuan(pay.Amount)}，{Per(pay).Zh}", $"{Show.Yuan(pay.Amount)} {Per(pay).En}"),
        FullAttendancePay { Share: { } share } => new($"底薪 × {Show.Rate(share)}，只在全勤时发", $"{Show.Rate(share)} of the base, only for full attendance"),
        FullAttendancePay pay => new($"{Show.Yuan(pay.Amount ?? 0m)}，只在全勤时发", $"{Show.Yuan(pay.Amount ?? 0m)}, only for full attendance"),
        Overtime pay => new($"{Base(pay.Base).Zh} ÷ 21.75 ÷ 8 × {Rates(pay)}", $"{Base(pay.Base).En} ÷ 21.75 ÷ 8 × {Rates(pay)}"),
        YearEndBonus => new("录入并经另一人批准的年终奖", "what was entered and approved by another for the year's end"),
        SocialInsurance pay => OfInsurance(pay),
        IncomeTax pay => new($"累计预扣法；年终奖{Bonus(pay.YearEnd).Zh}", $"cumulative withholding; a year-end bonus {Bonus(pay.YearEnd).En}"),
        Pool pool => OfPool(pool, pool.Source is FromMetric source ? Named(source, metric) : pool.Source is FromCounter counter ? new(counter.Name, counter.Name) : default),
        _ => new(component.Id, component.Id),
    };

    private static Wording Named(FromMetric source, Func<string, Wording?> metric)
    {
        var name = metric(source.Metric) ?? new(source.Metric, source.Metric);
        return source.Reported ? new($"{name.Zh}（报表数）", $"{name.En} (reported)") : name;
    }

    private static Wording OfCommission(Commission pay, Wording on)
    {
        var slabs = string.Join("; ", pay.Slabs.Select(s => $"{s.Values} → {(s.Points < 1m ? $"{Show.Trimmed(s.Points * 100m)}%" : Show.Yuan(s.Points))}"));
        var (zh, en) = pay.Way == CommissionWay.Marginal ? ("各档只计落在其中的部分", "each rate on the part within its slab") : ("按所在档计全额", "the slab's rate on all of it");
        return new($"{on.Zh}：{slabs}，{zh}", $"{on.En}: {slabs}; {en}");
    }

    private static Wording OfPoints(PerPoint pay, Wording on) => new($"{on.Zh}比基准每好 {Step(pay.Step)}，{Show.Yuan(pay.Amount)}{Most(pay.High).Zh}",
        $"{Show.Yuan(pay.Amount)} for each {Step(pay.Step)} of {on.En} over the base value{Most(pay.High).En}");

    private static Wording OfAward(RankAward pay, Wording by)
    {
        var awards = string.Join(" / ", pay.Awards.Select(a => Show.Yuan(a)));
        return new($"按{by.Zh}名次 {awards}，{Ties(pay.Ties).Zh}", $"by place in {by.En}: {awards}; {Ties(pay.Ties).En}");
    }

    private static Wording OfCycle(CycleAward pay)
    {
        var (card, when) = (CycleWords.Of(pay.Cycle), pay.Paid == AwardPaid.Next ? new Wording("次月发", "paid with the month after") : new("随最后一个月发", "paid with its last month"));
        Wording by = pay.By switch
        {
            CycleByPlace places => new($"按名次 {string.Join(" / ", places.Awards.Select(a => Show.Yuan(a)))}，{Ties(places.Ties).Zh}", $"by place {string.Join(" / ", places.Awards.Select(a => Show.Yuan(a)))}; {Ties(places.Ties).En}"),
            CycleByScore { OfBase: true } score => new($"{Show.Trimmed(score.Amount)} 个月底薪 × 系数", $"{Show.Trimmed(score.Amount)} months of base × coefficient"),
            CycleByScore score => new($"{Show.Yuan(score.Amount)} × 系数", $"{Show.Yuan(score.Amount)} × coefficient"),
            _ => default,
        };
        Wording taxed = pay.IsYearEnd ? new("，按年终奖计税", ", taxed as a year-end bonus") : default;
        return new($"{card.Zh}：{by.Zh}，{when.Zh}{taxed.Zh}", $"{card.En}: {by.En}, {when.En}{taxed.En}");
    }

    private static Wording OfInsurance(SocialInsurance pay)
    {
        var (zh, en) = pay.By switch { InsuredBy.Person => ("底薪", "the base pay"), InsuredBy.Amount => (Show.Yuan(pay.Amount), Show.Yuan(pay.Amount)), _ => ("本月应发", "what the month earns") };
        string Of(bool english) => string.Join("; ", pay.Tables.Select(t => $"{t.Place ?? (english ? "elsewhere" : "其他地方")} {t.From:yyyy-MM-dd} {string.Join(" + ", t.Rates.Select(r => $"{r.Name.In(english)} {Show.Rate(r.Rate)}"))}"));
        return new($"{zh} × 个人费率：{Of(false)}", $"{en} × own rates: {Of(true)}");
    }

    private static Wording Bonus(BonusTaxed way) => way switch
    {
        BonusTaxed.Apart => new("单独计税", "is taxed apart"), BonusTaxed.Merged => new("并入综合所得", "is merged with the year"), _ => new("取较少的一种", "in the way that takes less"),
    };

    private static Wording OfPool(Pool pool, Wording on)
    {
        string Roles(bool english) => string.Join(english ? ", " : "、", pool.Roles.Select(r => $"{r.Name.In(english)} {Show.Trimmed(r.Share)}%"));
        Wording moved = pool.Float is { } most ? new($"，机动 {Show.Trimmed(most.Most)} 个百分点", $", {Show.Trimmed(most.Most)} points to move") : default;
        Wording pass = pool.Pass is { } mark ? new($"，{Show.Trimmed(mark)} 分起", $", from {Show.Trimmed(mark)} points on") : default;
        return new($"{on.Zh}的 {Show.Rate(pool.Share)}，分给 {Roles(false)}{moved.Zh}；岗位内平分再乘 得分 ÷ 100{pass.Zh}，其余进基金",
            $"{Show.Rate(pool.Share)} of {on.En}, shared by {Roles(true)}{moved.En}; within a role equally, then × score ÷ 100{pass.En}, the rest goes to a fund");
    }

    private static Wording Base(decimal? amount) => amount is { } yuan ? new(Show.Yuan(yuan), Show.Yuan(yuan)) : new("按人员档案的底薪", "each person's own base");

    private static Wording Days(decimal? payDays) => payDays is { } days ? new($"按 {Show.Trimmed(days)} 天折算", $"by {Show.Trimmed(days)} pay days") : new("按出勤折算", "for the days paid");

    private static string Step(decimal step) => step < 1m ? Show.Rate(step) : Show.Trimmed(step);

    private static Wording Most(decimal? high) => high is { } most ? new($"，最多 {Show.Yuan(most)}", $", {Show.Yuan(most)} at most") : default;

    private static Wording Ties(AwardTies ties) => ties switch
    {
        AwardTies.Share => new("并列平分", "ties share"), AwardTies.Each => new("并列各得", "each of a tie gets it"), _ => new("并列不发", "a tie gets nothing"),
    };

    private static Wording Per(Allowance pay) => pay.Per switch
    {
        AllowancePer.Day => new("每出勤一天", "a day worked"), AllowancePer.Year => new("每满一年工龄", "a whole year served"),
        AllowancePer.Shift => new($"每上一个{pay.Shift}", $"a shift {pay.Shift} worked"), _ => pay.Prorated ? new("每月，按出勤折算", "a month, for the days paid") : new("每月", "a month"),
    };

    private static string Rates(Overtime pay) => $"{Show.Trimmed(pay.Workday)} / {Show.Trimmed(pay.RestDay)} / {Show.Trimmed(pay.Holiday)}";
}
