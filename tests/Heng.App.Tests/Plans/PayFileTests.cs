using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Scoring;

namespace Heng.App.Tests.Plans;

public sealed class PayFileTests
{
    private const string Good = """
        scheme: s98-pay
        version: 1
        title: { zh: 薪酬, en: Pay }
        plans:
          - id: agent
            title: { zh: 客服, en: Agent }
            positions: [front-line]
            grades: [{ grade: A, when: "x ≥ 60" }, { grade: B, when: "x < 60" }]
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - id: leader-rating
                    name: { zh: 主管评价, en: Leader }
                    weight: 100
                    source: { raters: { leader: 100 } }
                    method: { rating: { scale: [0, 5] } }
        pay:
          components:
            - base: { id: base, label: { zh: 底薪, en: Base }, amount: person }
            - performance: { id: performance, label: { zh: 绩效, en: Performance }, amount: 2000, coefficient: { grades: { A: 1, B: 0.5 }, cap: 1.2 } }
            - ksf:
                id: ksf
                label: { zh: KSF, en: KSF }
                standard: 3200
                at-stake: 70%
                indicators:
                  - { id: load, name: { zh: 接待, en: Load }, weight: 60, source: { metric: consulted }, better: higher, balance: 100, step: 10, per-step: 5 }
                  - { id: leader, name: { zh: 主管, en: Leader }, weight: 40, source: { item: leader-rating }, balance: 4, step: 0.5, per-step: 5, low: 1, high: 9 }
            - reward-penalty: { id: rp, label: { zh: 奖惩, en: Rewards } }
        """;

    private static PlanFileResult Load(string yaml) => PlanFile.Load(yaml, "pay.yaml", Catalogues.Find);
    private static PlanFileResult LoadMore(string yaml) => PlanFile.Load(yaml, "pay.yaml", Heng.Engine.Metrics.Catalogue.Find);

    [Fact]
    public void A_pay_scheme_is_read_whole()
    {
        var pay = Load(Good).Content!.Pay!;
        Assert.Equal("s98-pay", pay.Id);
        Assert.Equal(["base", "performance", "ksf", "rp"], pay.Components.Select(c => c.Id));
        Assert.Null(Assert.IsType<BasePay>(pay.Components[0]).Amount);
        Assert.Equal(0.5m, Assert.IsType<GradeCoefficient>(Assert.IsType<PerformancePay>(pay.Components[1]).Coefficient).Table["B"]);
        var ksf = Assert.IsType<Ksf>(pay.Components[2]);
        Assert.Equal((3200m, 0.7m), (ksf.Standard, ksf.AtStake));
        Assert.Equal([true, false], ksf.Indicators.Select(i => i.ScaledByDays));
        Assert.Equal([(null, (decimal?)null), (1m, 9m)], ksf.Indicators.Select(i => (i.Low, i.High)));
    }

    [Fact]
    public void An_indicator_takes_the_counted_or_the_reported_number()
    {
        string[] Asked(string yaml) => [.. Assert.IsType<Ksf>(Load(yaml).Content!.Pay!.Components[2]).Indicators.Select(i => i.Source.Metric?.Asked ?? i.Source.Item!)];
        Assert.Equal(["consulted", "leader-rating"], Asked(Good));
        Assert.Equal(["reported/consulted", "leader-rating"], Asked(Good.Replace("{ metric: consulted }", "{ metric: consulted, by: reported }", StringComparison.Ordinal)));
    }

    /// <summary>Every kind of component in one list, behind those of <see cref="Good"/>.</summary>
    private const string More = Good + """

            - commission: { id: commission, label: { zh: 提成, en: Commission }, source: { metric: sales-net }, way: whole, slabs: [{ when: "x ≤ 1000", rate: 4% }, { when: "x > 1000", rate: 10% }], low: 0, high: 900, round: down }
            - per-point: { id: points, label: { zh: 按点, en: Points }, source: { metric: consult-conversion, by: reported }, start: 30%, amount: 50, whole: false }
            - rank-awards: { id: awards, label: { zh: 名次, en: Awards }, source: score, within: group, awards: [300, 200], ties: share }
            - allowance: { id: night, label: { zh: 夜班, en: Night }, amount: 20, per: shift, shift: 晚班, for: night, at-most: 10 }
            - full-attendance: { id: full, label: { zh: 全勤, en: Full }, share: 10% }
            - overtime: { id: overtime, label: { zh: 加班, en: Overtime }, base: person, rates: { workday: 2 } }
            - deduction: { id: loss, label: { zh: 损失, en: Loss } }
            - pool:
                id: pool
                label: { zh: 池子, en: Pool }
                source: { metric: sales-net }
                share: 1%
                roles: [{ id: service, name: { zh: 客服, en: Service }, share: 60%, positions: [front-line] }]
                pass: 80
                prorated: false
                float: { most: 5% }
                fund: team
                undistributed: team
            - year-end-bonus: { id: bonus, label: { zh: 年终奖, en: Bonus } }
            - cycle-award: { id: quarter, label: { zh: 季度奖, en: Quarter }, cycle: quarter, awards: [500, 300], within: group, ties: share, parts-at-least: 2, fewer: in-proportion }
            - cycle-award: { id: year, label: { zh: 年度奖, en: Year }, cycle: year, paid: next, base-months: 1.5, coefficient: { grades: { A: 1, B: 0 } }, taxed: year-end }
            - social-insurance: { id: insurance, label: { zh: 社保, en: Insurance }, insured: 6000, tables: [{ place: 上海, from: 2026-07-01, floor: 7384, ceiling: 36921, pension: 8%, housing: 7% }, { from: 2026-01-01, medical: 2% }] }
            - income-tax: { id: tax, label: { zh: 个税, en: Tax }, year-end: apart, round: down }
          funds:
            - { id: team, name: { zh: 基金, en: Fund }, rule: { zh: 用于活动, en: For activities } }
        """;

    [Fact]
    public void Every_kind_of_component_is_read()
    {
        var text = More.Replace("amount: person }", "amount: person, by: 21.75, round: half-even }", StringComparison.Ordinal);
        Assert.Empty(new SchemaCheck(System.Text.Json.Nodes.JsonNode.Parse(PlanSchema.Text())!).Faults(text));
        var pay = LoadMore(text).Content!.Pay!;
        Assert.Equal((21.75m, Rounding.HalfEven), (Assert.IsType<BasePay>(pay.Components[0]).PayDays, pay.Components[0].Round));
        var commission = Assert.IsType<Commission>(pay.Components[4]);
        Assert.Equal((CommissionWay.Whole, 0m, 900m, Rounding.Down, 0.1m), (commission.Way, commission.Low, commission.High, commission.Round, commission.Slabs[1].Points));
        var points = Assert.IsType<PerPoint>(pay.Components[5]);
        Assert.Equal(("reported/consult-conversion", 0.3m, 0.01m, 50m, false, 0m), (points.Source.Asked, points.Start, points.Step, points.Amount, points.Whole, points.Low));
        var awards = Assert.IsType<RankAward>(pay.Components[6]);
        Assert.Equal((null, AwardWithin.Group, AwardTies.Share), (awards.Source, awards.Within, awards.Ties));
        var night = Assert.IsType<Allowance>(pay.Components[7]);
        Assert.Equal(("晚班", AllowanceFor.Night, 10m), (night.Shift, night.For, night.AtMost));
        Assert.Equal(0.1m, Assert.IsType<FullAttendancePay>(pay.Components[8]).Share);
        var overtime = Assert.IsType<Overtime>(pay.Components[9]);
        Assert.Equal((null, 2m, 2m, 3m), (overtime.Base, overtime.Workday, overtime.RestDay, overtime.Holiday));
        Assert.IsType<Deduction>(pay.Components[10]);
        Assert.IsType<YearEndBonus>(pay.Components[12]);
        var (quarter, year) = (Assert.IsType<CycleAward>(pay.Components[13]), Assert.IsType<CycleAward>(pay.Components[14]));
        Assert.Equal((Cycle.Quarter, AwardPaid.Last, 2, FewerParts.InProportion, false, AwardWithin.Group), (quarter.Cycle, quarter.Paid, quarter.PartsAtLeast, quarter.Fewer, quarter.IsYearEnd, quarter.Within));
        var byScore = Assert.IsType<CycleByScore>(year.By);
        Assert.Equal((Cycle.Year, AwardPaid.Next, 1, true, 1.5m, true), (year.Cycle, year.Paid, year.PartsAtLeast, year.IsYearEnd, byScore.Amount, byScore.OfBase));
        var insurance = Assert.IsType<SocialInsurance>(pay.Components[15]);
        Assert.Equal((InsuredBy.Amount, 6000m, "上海", 7384m, null), (insurance.By, insurance.Amount, insurance.Tables[0].Place, insurance.Tables[0].Floor, insurance.Tables[1].Place));
        Assert.Equal([("pension", 0.08m), ("housing", 0.07m)], insurance.Tables[0].Rates.Select(r => (r.Id, r.Rate)));
        Assert.Equal((BonusTaxed.Apart, Rounding.Down), (Assert.IsType<IncomeTax>(pay.Components[16]).YearEnd, pay.Components[16].Round));
        var pool = Assert.IsType<Pool>(pay.Components[11]);
        Assert.Equal(("shop/sales-net", 0.01m, 60m, 80m, false, "team", "team"), (pool.Asked, pool.Share, pool.Roles.Single().Share, pool.Pass, pool.Prorated, pool.Fund, pool.UndistributedTo));
        Assert.Equal(new PoolFloat(5m, true), pool.Float);
        Assert.Equal(("team", "For activities"), (pay.Funds.Single().Id, pay.Funds.Single().Rule!.Value.En));
    }

    [Fact]
    public void A_pool_may_be_a_share_of_a_counter_of_the_shop()
    {
        var text = More.Replace("source: { metric: sales-net }\n        share", "source: { counter: 单位净利润 }\n        share", StringComparison.Ordinal);
        Assert.Equal("shop/counter/Yuan/单位净利润", Assert.IsType<Pool>(LoadMore(text).Content!.Pay!.Components[11]).Asked);
    }

    [Theory]
    [InlineData("way: whole, ", "", "way is missing")]
    [InlineData("rate: 10%", "rate: 10", "the units clash: a rate of 1000%")]
    [InlineData("rate: 10%", "rate: 1%", "x > 1000 is better than x ≤ 1000 and gives 0.01, less than 0.04")]
    [InlineData("metric: sales-net", "metric: sales-no", "there is no metric sales-no")]
    [InlineData("high: 900", "high: -1", "high is not below low")]
    [InlineData("round: down", "round: never", "round is one of")]
    [InlineData("cycle: quarter", "cycle: month", "cycle is one of two-months, quarter, year")]
    [InlineData("parts-at-least: 2", "parts-at-least: 4", "the cycle has 3 parts")]
    [InlineData("base-months: 1.5, ", "", "one of amount and base-months")]
    [InlineData("awards: [500, 300]", "awards: [500, 300], amount: 1", "amount stands in the stead of awards")]
    [InlineData("awards: [500, 300]", "awards: [300, 500]", "1 is better than 2 and gives 300, less than 500")]
    [InlineData("amount: 50", "amount: -50", "amount is not negative")]
    [InlineData("awards: [300, 200]", "awards: [200, 300]", "1 is better than 2 and gives 200, less than 300")]
    [InlineData("per: shift", "per: day", "shift belongs to per: shift")]
    [InlineData("per: shift, shift: 晚班", "per: shift", "shift is missing")]
    [InlineData("share: 10%", "share: 10%, amount: 5", "one of share (of the base) and amount belongs here")]
    [InlineData("rates: { workday: 2 }", "rates: { sunday: 2 }", "unknown key sunday")]
    [InlineData("share: 60%", "share: 101%", "the shares come to 101%, more than 100%")]
    [InlineData("share: 60%", "share: -1%", "share is not negative")]
    [InlineData("share: 60%", "share: 96%", "x", false)] // 96 and a zero-sum float of 5
    [InlineData("float: { most: 5% }", "float: { most: 41%, zero-sum: false }", "a float of 41% that may raise one without lowering another they come to 101%")]
    [InlineData("float: { most: 5% }", "float: { most: 0 }", "most lies above 0%")]
    [InlineData("share: 1%", "share: 1", "x", false)]
    [InlineData("share: 1%", "share: 200%", "the pool is 200% of the shop's number")]
    [InlineData("fund: team", "fund: other", "what is withheld goes to the fund other, and nothing says how that is paid out")]
    [InlineData(", rule: { zh: 用于活动, en: For activities }", "", "what is withheld goes to the fund team, and nothing says")]
    [InlineData("pass: 80", "pass: 101", "pass 101 is out of reach: scores come to [0, 100]")]
    [InlineData("positions: [front-line] }]", "positions: [front-line] }, { id: two, name: { zh: 二, en: Two }, share: 1%, positions: [front-line] }]", "the position front-line is in another role already")]
    [InlineData("positions: [front-line] }]", "positions: [front-line] }, { id: service, name: { zh: 二, en: Two }, share: 1%, positions: [art] }]", "the id service is used twice")]
    [InlineData("source: { metric: sales-net }\n        share", "source: { metric: consulted }\n        share", "a pool is a share of an amount of money")]
    [InlineData("source: { metric: sales-net }\n        share", "source: { metric: sales-net, unit: yuan }\n        share", "unit belongs to counter")]
    [InlineData("source: { metric: sales-net }\n        share", "source: { metric: sales-net, counter: x }\n        share", "a source is one of metric and counter")]
    [InlineData("amount: person", "by: 40, amount: person", "by is due-days, or the pay days of a month")]
    [InlineData("insured: 6000", "insured: much", "much is not a number")]
    [InlineData("floor: 7384", "floor: 40000", "0 ≤ floor ≤ ceiling")]
    [InlineData(", medical: 2%", "", "at least one of pension, medical, unemployment, housing belongs here")]
    [InlineData("pension: 8%", "pension: 8", "pension is not above 100%")]
    [InlineData("from: 2026-07-01", "from: 2026-02-30", "2026-02-30 is no date")]
    [InlineData("year-end: apart", "year-end: never", "year-end is one of cheaper, apart, merged")]
    [InlineData("place: 上海, from: 2026-07-01", "from: 2026-01-01", "two tables of one place begin on one day")]
    public void What_is_wrong_with_a_component_is_told(string text, string by, string said, bool wrong = true)
    {
        Assert.Contains(text, More, StringComparison.Ordinal);
        var errors = LoadMore(More.Replace(text, by, StringComparison.Ordinal)).Errors.Select(e => e.In(english: true)).ToArray();
        Assert.True(wrong ? errors.Any(e => e.Contains(said, StringComparison.Ordinal)) : errors.Length == 0, string.Join('\n', errors));
    }

    [Theory]
    [InlineData("item: leader-rating }", "item: leader-rating, by: reported }", "pay.yaml:29:104: by belongs to a metric")]
    [InlineData("weight: 40", "weight: 39", "pay.yaml:28:11: the weights add up to 99, not exactly 100")]
    [InlineData("item: leader-rating", "item: other", "pay.yaml:29:85: no plan of this file has an item other")]
    [InlineData("step: 10,", "step: 0,", "pay.yaml:28:132: a step is above 0")]
    [InlineData("at-stake: 70%", "at-stake: 101%", "pay.yaml:26:19: the share at stake")]
    [InlineData("B: 0.5", "C: 0.5", "pay.yaml:21:120: unknown key C")]
    [InlineData("amount: person", "amount: someone", "pay.yaml:20:62: someone is not a number")]
    [InlineData("high: 9", "high: 0.5", "pay.yaml:29:152: high is not below low")]
    [InlineData("reward-penalty: {", "bonus: {", "pay.yaml:30:7: unknown key bonus")]
    [InlineData("id: rp", "id: ksf", "pay.yaml:30:7: the id ksf is used twice")]
    [InlineData("better: higher, ", "", "pay.yaml:28:13: the metric has no better side")]
    public void Each_mistake_is_told_with_its_line_and_column(string text, string by, string said)
    {
        Assert.Contains(text, Good, StringComparison.Ordinal);
        var errors = Load(Good.Replace(text, by, StringComparison.Ordinal)).Errors.Select(e => e.In(english: true)).ToArray();
        Assert.True(errors.Any(e => e.StartsWith(said, StringComparison.Ordinal)), string.Join('\n', errors));
    }
}
