using Heng.Engine.Pay;
using Heng.Engine.Pay.Guard;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Pay.Guard;

public sealed class LegalGuardTests
{
    private static readonly Month October = new(2026, 10);
    private static readonly PayScheme Scheme = new("s", 2, default, default, [new BasePay("base", new("底薪", "base")), new Overtime("overtime", new("加班费", "overtime"), null)]);
    private static readonly MinimumWage[] Minimums = [new("甲市", new(2025, 1, 1), 2000m, false, "公告一"), new("甲市", new(2026, 10, 2), 2100m, false, "公告二"), new("乙市", new(2025, 1, 1), 2000m, true, "公告三")];

    private static GuardPerson Person(string? place, params (PayKind Kind, decimal Amount)[] lines) =>
        new("王雨桐", "s", place, [.. lines.Select((l, i) => new GuardLine($"l{i}", l.Kind, l.Amount))], 1m, new(0m, 0m, 0m), []);

    private static GuardReport Report(GuardPerson person, PayScheme? scheme = null, GuardSetting? setting = null, params PlanNotice[] notices) => LegalGuard.Of(
        new(October, [person], [new(scheme ?? Scheme, [])], Minimums, notices, setting ?? new("甲市", 7, 0m, 1m)));

    private static GuardRule[] Rules(GuardPerson person) => [.. Report(person).Findings.Select(f => f.Rule).Where(r => r != GuardRule.PlanNotTold)];

    [Theory]
    [InlineData(2000, true)]
    [InlineData(1999.99, false)]
    public void Pay_for_normal_work_must_reach_the_minimum_of_the_place_on_the_first_of_the_month(decimal work, bool reaches)
    {
        // 2 100 begins on 2 October and holds from November on
        Assert.Equal(reaches ? [] : [GuardRule.MinimumWage], Rules(Person("甲市", (PayKind.Work, work))));
    }

    // Base 3800, a penalty of 3800 or a fen more, and nobody knows where the person works.
    [Theory]
    [InlineData(-3800, false)]
    [InlineData(-3800.01, true)]
    public void Net_pay_below_zero_is_found_wherever_somebody_works(decimal penalty, bool found) =>
        Assert.Equal(found, Rules(Person(null, (PayKind.Base, 3800m), (PayKind.Penalty, penalty))).Contains(GuardRule.BelowZero));

    [Theory]
    [InlineData(PayKind.Overtime)]
    [InlineData(PayKind.Hardship)]
    [InlineData(PayKind.Welfare)]
    [InlineData(PayKind.YearEnd)]
    public void Overtime_hard_conditions_and_welfare_do_not_help_to_reach_it(PayKind kind) =>
        Assert.Equal([GuardRule.MinimumWage], Rules(Person("甲市", (PayKind.Base, 1500m), (kind, 900m))));

    [Fact]
    public void A_part_of_the_month_has_its_part_of_the_minimum()
    {
        // 2 000 × 11 ÷ 22 = 1 000
        var half = Person("甲市", (PayKind.Base, 1000m)) with { Worked = 0.5m };
        Assert.Empty(Rules(half));
        Assert.Equal([GuardRule.MinimumWage], Rules(half with { Lines = [new("l", PayKind.Base, 999.99m)] }));
    }

    [Fact]
    public void Where_the_minimum_has_no_insurance_in_it_pay_is_compared_without_it()
    {
        (PayKind, decimal)[] lines = [(PayKind.Base, 2200m), (PayKind.Insurance, -231m)];
        Assert.Empty(Rules(Person("甲市", lines)));
        // 2 200 − 231 = 1 969
        var finding = Report(Person("乙市", lines)).Findings[0];
        Assert.Equal((GuardRule.MinimumWage, 1969m), (finding.Rule, finding.Numbers.Single(n => n.Id == "normal-work").Value));
    }

    [Theory]
    [InlineData(-1000, false)]    // 20 % of 5 000
    [InlineData(-1000.01, true)]
    public void A_deduction_for_loss_takes_a_fifth_of_the_wage_at_most(decimal deducted, bool found) =>
        Assert.Equal(found ? [GuardRule.DeductionShare] : [], Rules(Person("甲市", (PayKind.Base, 3500m), (PayKind.Overtime, 1500m), (PayKind.Deduction, deducted))));

    [Theory]
    [InlineData(-300, false)]     // 2 300 − 300 = 2 000
    [InlineData(-300.01, true)]
    public void What_remains_after_it_is_not_under_the_minimum(decimal deducted, bool found) =>
        Assert.Equal(found ? [GuardRule.DeductionFloor] : [], Rules(Person("甲市", (PayKind.Base, 2300m), (PayKind.Deduction, deducted))));

    [Theory]
    [InlineData(36, false)]
    [InlineData(36.01, true)]
    public void Overtime_is_36_hours_a_month_at_most(decimal hours, bool found) =>
        Assert.Equal(found ? [GuardRule.OvertimeHours] : [], Rules(Person("甲市", (PayKind.Base, 3000m)) with { Overtime = Paid(hours), Lines = [new("base", PayKind.Base, 3000m), .. PaidOvertime] }));

    private static readonly GuardLine[] PaidOvertime = [new("overtime.workday", PayKind.Overtime, 500m), new("overtime.rest-day", PayKind.Overtime, 100m), new("overtime.holiday", PayKind.Overtime, 100m)];
    private static OvertimeWorked Paid(decimal hours) => new(hours - 2m, 1m, 1m);

    [Theory]
    [InlineData(HoursRegime.Standard, true)]
    [InlineData(HoursRegime.Comprehensive, true)]
    [InlineData(HoursRegime.Flexible, false)]
    public void Flexible_hours_are_held_to_no_36(HoursRegime hours, bool found) => Assert.Equal(found ? [GuardRule.OvertimeHours] : [],
        Rules(Person("甲市") with { Hours = hours, Overtime = Paid(40m), Lines = [new("base", PayKind.Base, 3000m), .. PaidOvertime] }));

    [Theory]
    [InlineData("workday", HoursRegime.Standard, null, "workday")]
    [InlineData("rest-day", HoursRegime.Standard, null, "rest-day")]
    [InlineData("holiday", HoursRegime.Comprehensive, null, "holiday")]
    [InlineData("workday", HoursRegime.Flexible, "甲市", null)]
    [InlineData("holiday", HoursRegime.Flexible, null, null)]
    [InlineData("holiday", HoursRegime.Flexible, "乙市", null)]
    [InlineData("holiday", HoursRegime.Flexible, "丙市、甲市", "holiday")]
    public void Overtime_that_punches_show_and_no_line_pays_is_named_by_its_days(string unpaid, HoursRegime hours, string? flexible, string? named)
    {
        GuardLine[] lines = [new("base", PayKind.Base, 3000m), .. PaidOvertime.Where(l => l.Id != $"overtime.{unpaid}"), new($"overtime.{unpaid}", PayKind.Overtime, 0m)];
        var person = Person("甲市") with { Hours = hours, Overtime = Paid(10m), Lines = lines };
        var found = Report(person, setting: new("甲市", 7, 0m, 1m) { FlexibleHolidays = flexible }).Findings.SingleOrDefault(f => f.Rule == GuardRule.OvertimeUnpaid);
        Assert.Equal(named, found?.Numbers.Single().Id);
        // A fen paid, or no hour worked, and nothing is said.
        Assert.Empty(Rules(person with { Hours = HoursRegime.Standard, Lines = [.. lines[..^1], new($"overtime.{unpaid}", PayKind.Overtime, 0.01m)] }));
        Assert.Empty(Rules(person with { Hours = HoursRegime.Standard, Overtime = new(0m, 0m, null) }));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" , ", null)]
    [InlineData("上海, 深圳；上海", "上海、深圳")]
    public void Places_are_kept_each_once(string? written, string? kept) => Assert.Equal(kept, GuardSetting.Written(written));

    [Fact]
    public void What_nobody_knows_is_told_as_a_gap_and_is_no_finding()
    {
        var report = Report(Person(null, (PayKind.Base, 100m)) with { Overtime = OvertimeWorked.Unknown });
        Assert.Equal([GuardRule.PlanNotTold], report.Findings.Select(f => f.Rule));
        Assert.Equal([GuardRule.MinimumWage, GuardRule.OvertimeHours], report.Gaps.Select(g => g.Rule));
        Assert.Equal([GuardRule.MinimumWage], Report(Person("丙市", (PayKind.Base, 100m))).Gaps.Select(g => g.Rule));
    }

    [Fact]
    public void Overtime_rates_under_150_200_and_300_percent_are_named()
    {
        var low = Scheme with { Components = [new Overtime("overtime", default, null) { Workday = 1.49m, Holiday = 2m }] };
        Assert.Equal(["workday", "holiday"], Report(Person("甲市", (PayKind.Work, 3000m)), low).Findings.Single(f => f.Rule == GuardRule.OvertimeRate).Numbers.Select(n => n.Id));
        Assert.DoesNotContain(Report(Person("甲市", (PayKind.Work, 3000m))).Findings, f => f.Rule == GuardRule.OvertimeRate);
    }

    [Theory]
    [InlineData(300, false)] // 300 of 1 000 is 30 %
    [InlineData(299, true)]
    [InlineData(800, false)]
    [InlineData(801, true)]
    public void The_base_lies_between_the_set_shares_of_pay(decimal basePay, bool found) => Assert.Equal(found, Report(
        Person(null, (PayKind.Base, basePay), (PayKind.Work, 1000m - basePay)), setting: new(null, 7, 0.3m, 0.8m)).Findings.Any(f => f.Rule == GuardRule.BaseShare));

    [Theory]
    [InlineData("罚款", true)]
    [InlineData("迟到罚金", true)]
    [InlineData("A fine for being late", true)]
    [InlineData("Fineness", false)]
    [InlineData("扣减", false)]
    public void What_is_called_a_fine_is_flagged(string name, bool fine) => Assert.Equal(fine, GuardWords.IsFine(name));

    [Fact]
    public void Names_of_items_and_reasons_of_penalties_are_looked_at()
    {
        var month = new GuardMonth(October, [Person("甲市", (PayKind.Base, 3000m)) with { Reasons = ["罚款：改错地址"] }], [new(Scheme, ["押金", "服务态度"])], Minimums, [new("s", 2, "", NoticeKind.Announced, new(2026, 9, 1), "公告栏")], new("甲市", 7, 0m, 1m));
        Assert.Equal([(GuardRule.FineWord, "王雨桐"), (GuardRule.WithheldWithoutRule, "s")], LegalGuard.Of(month).Findings.Select(f => (f.Rule, f.Subject)));
    }

    [Theory]
    [InlineData("2026-09-24", "", NoticeKind.Announced, 2, true)]   // seven days before 1 October
    [InlineData("2026-09-25", "", NoticeKind.Announced, 2, false)]
    [InlineData("2026-09-01", "", NoticeKind.Announced, 1, false)]  // another version
    [InlineData("2026-09-24", "王雨桐", NoticeKind.Announced, 2, true)]
    [InlineData("2026-09-24", "李思远", NoticeKind.Announced, 2, false)]
    [InlineData("2026-10-20", "王雨桐", NoticeKind.Acknowledged, 2, true)]
    [InlineData("2026-10-20", "", NoticeKind.Acknowledged, 2, false)]
    public void A_version_pays_who_acknowledged_it_or_was_told_in_time(string day, string agent, NoticeKind kind, int version, bool told)
    {
        var notice = new PlanNotice("s", version, agent, kind, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "邮件");
        Assert.Equal(!told, Report(Person("甲市", (PayKind.Base, 3000m)), null, null, notice).Findings.Any(f => f.Rule == GuardRule.PlanNotTold));
    }

    [Fact]
    public void A_finding_whose_numbers_changed_has_another_stamp_and_the_order_of_people_has_none()
    {
        GuardFinding Of(decimal work) => Report(Person("甲市", (PayKind.Work, work))).Findings[0];
        Assert.Equal(Of(1999m).Stamp, Of(1999.00m).Stamp);
        Assert.NotEqual(Of(1999m).Stamp, Of(1998.99m).Stamp);
    }
}
