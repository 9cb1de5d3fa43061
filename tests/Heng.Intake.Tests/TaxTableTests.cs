using Heng.Engine.Records;

namespace Heng.Intake.Tests;

public sealed class TaxTableTests
{
    private const string Opening = "截至月份,客服,任职月数,累计收入,累计扣除,已预扣税额\n", Declared = "客服,专项附加扣除,起始月份,截止月份,每月扣除\n", Notice = "方案,版本,客服,告知,日期,方式\n";

    private static T One<T>(string text)
    {
        using var given = Given.Text(text);
        return given.Only<T>();
    }

    private static string? Code(string text)
    {
        using var given = Given.Text(text);
        return Assert.Single(given.Rows()).Reason?.Code;
    }

    [Fact]
    public void What_tax_and_the_guard_read_is_read_from_plain_tables()
    {
        Assert.Equal(new TaxOpening(new(2026, 7), "赵敏", 7, 70_000m, 3_500m, 1_050m), One<TaxOpening>(Opening + "2026-07,赵敏,7,70000,3500,1050\n"));
        Assert.Equal(new SpecialDeduction("赵敏", "子女教育", new(2026, 1), null, 2000m), One<SpecialDeduction>(Declared + "赵敏,子女教育,2026-01,,2000\n"));
        Assert.Equal(new MinimumWage("上海", new(2025, 7, 1), 2740m, true, "公告"), One<MinimumWage>("工作地,施行日期,最低工资,不含个人社保,依据\n上海,2025-07-01,2740,是,公告\n"));
        Assert.Equal(new PlanNotice("s4-ksf", 2, "", NoticeKind.Announced, new(2026, 9, 1), "公告栏"), One<PlanNotice>(Notice + "s4-ksf,2,,公示,2026-09-01,公告栏\n"));
        Assert.Equal(AdjustmentKind.YearEnd, One<Adjustment>("month,agent,kind,amount,reason,entered_by,approved_by\n2026-12,赵敏,年终奖,30000,全年,组长,店长\n").Kind);
        Assert.Equal("上海", One<Employment>("姓名,账号,底薪,入职日期,工作地\n赵敏,店:敏,5000,2026-01-01,上海\n").Place);
        Assert.Null(One<Employment>("姓名,账号,底薪,入职日期\n赵敏,店:敏,5000,2026-01-01\n").Place);
    }

    [Theory]
    [InlineData(Opening + "2026-07,赵敏,8,70000,0,0\n", "number-out-of-range")]  // July is the seventh month
    [InlineData(Opening + "2026-07,赵敏,7,70000,0,0\n", null)]
    [InlineData(Opening + "2026-07,赵敏,0,70000,0,0\n", "number-out-of-range")]
    [InlineData(Opening + "2026-07,赵敏,,70000,0,0\n", "value-missing")]
    [InlineData(Opening + "2026-07,赵敏,7,70000,0,-1\n", "amount-negative")]
    [InlineData(Declared + "赵敏,子女教育,2026-05,2026-04,2000\n", "dates-reversed")]
    [InlineData(Declared + "赵敏,子女教育,2026-05,2026-05,2000\n", null)]
    [InlineData(Notice + "s4-ksf,0,,公示,2026-09-01,公告栏\n", "number-out-of-range")]
    [InlineData(Notice + "s4-ksf,2,,签收,2026-09-01,纸质\n", "value-missing")]
    [InlineData("工作地,施行日期,最低工资,依据\n上海,2025-07-01,0,公告\n", "amount-unreadable")]
    [InlineData("工作地,施行日期,最低工资,依据\n上海,2025-07-01,2740,\n", "value-missing")]
    public void A_row_that_can_not_be_is_rejected_by_name(string text, string? code) => Assert.Equal(code, Code(text));
}
