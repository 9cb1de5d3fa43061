using Heng.Engine.Records;

namespace Heng.Intake.Tests;

public sealed class WorkTableTests
{
    private static T One<T>(string text, IntakeOptions? options = null)
    {
        using var given = Given.Text(text);
        return given.Only<T>(options);
    }

    private static string Code(string text, IntakeOptions? options = null)
    {
        using var given = Given.Text(text);
        return Assert.Single(given.Rows(options)).Reason!.Code;
    }

    private static (string Code, string Words) Why(string text)
    {
        using var given = Given.Text(text);
        var reason = Assert.Single(given.Rows()).Reason!;
        return (reason.Code, reason.Words.Zh);
    }

    private static Instant At(string local) => ShopClock.Shanghai.FromLocal(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_call_tells_its_time_in_one_column_or_two_and_blank_is_missing()
    {
        const string Header = "Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,AvgTalkDuration,Satisfaction rating\n";
        Assert.Equal(new Call("", "ID1", "Diane", At("2021-01-01 09:12:58"), true, 109, null, 143, true, 3m), One<Call>(Header + "ID1,Diane,2021-01-01,9:12:58,Contract,Y,Y,109,0:02:23,3\n"));
        Assert.Equal(new Call("", "ID2", "Becky", At("2021-01-01 09:12:58"), false, null, null, null, false, null), One<Call>(Header + "ID2,Becky,2021-01-01,9:12:58,Contract,N,N,,,\n"));
        Assert.Equal(new Call("小店", "7", "周晓雨", At("2026-10-01 09:00:00"), true, null, 2, 95, null, null),
            One<Call>("店铺,通话编号,客服,来电时间,是否接听,响铃次数,通话时长\n小店,7,周晓雨,2026-10-01 09:00:00,是,2,1分35秒\n"));
    }

    [Fact]
    public void A_case_keeps_what_is_said_and_leaves_the_rest_missing() => Assert.Equal(
        new Case("", "C1", "周晓雨", "林静", At("2026-10-01 09:00"), "售后", "tb1", At("2026-10-03 00:00"), At("2026-10-02 10:00"), null, true, null, "已补发"),
        One<Case>("工单编号,客服,负责人,建单时间,类型,买家,时限,解决时间,是否登记,备注\nC1,周晓雨,林静,2026-10-01 09:00,售后,cntaobaotb1,2026-10-03,2026-10-02 10:00,是,已补发\n"));

    [Fact]
    public void A_limit_may_lie_ahead_and_what_happened_may_not()
    {
        var now = new IntakeOptions { Now = At("2026-10-02 12:00") };
        Assert.Equal(At("2026-11-01 00:00"), One<Case>("工单编号,客服,建单时间,时限\nC1,周晓雨,2026-10-01 09:00,2026-11-01\n", now).DueAt);
        Assert.Equal("time-in-future", Code("工单编号,客服,建单时间,时限\nC1,周晓雨,2026-10-09 09:00,2026-11-01\n", now));
        Assert.Equal("time-in-future", Code("日期,客服,事件类型\n2026-10-09,周晓雨,迟到\n", now));
    }

    [Fact]
    public void Solved_before_it_was_opened_is_rejected_by_the_names_of_both() => Assert.Equal(
        ("dates-reversed", "“解决时间”早于“建单时间”"), Why("工单编号,客服,建单时间,解决时间\nC1,周晓雨,2026-10-02 09:00,2026-10-01 09:00\n"));

    [Fact]
    public void A_score_above_full_marks_is_told_so() => Assert.Equal(
        ("number-out-of-range", "“得分”要在 0 到 100 之间"), Why("日期,考试,客服,得分,满分\n2026-10-01,产品,周晓雨,120,100\n"));

    [Theory]
    [InlineData("Call Id,客服,来电时间,是否接听\n7,周晓雨,昨天,是\n", "“来电时间”不是可识别的时间")]
    [InlineData("Call Id,Agent,At,Answered\n7,周晓雨,昨天,Y\n", "“At”不是可识别的时间")]
    public void A_reason_names_the_column_as_the_file_does(string text, string words) => Assert.Equal(("time-unreadable", words), Why(text));

    [Theory]
    [InlineData("100万", 1_000_000)]
    [InlineData("¥1.5万元", 15_000)]
    [InlineData("\"120,000元\"", 120_000)]
    [InlineData("100", 100)]
    public void A_target_may_be_written_in_ten_thousands(string text, int value) =>
        Assert.Equal(value, One<Target>($"月份,客服,指标,目标值\n2026-10,周晓雨,销售额,{text}\n").Value);

    [Theory]
    [InlineData("complaints", "投诉编号,客服,投诉时间,处理时间,是否满意\nT1,周晓雨,2026-10-01 09:00,2026-10-01 10:00,是\n")]
    [InlineData("operation-errors", "日期,客服,差错类型,损失\n2026-10-01,周晓雨,地址,12.50\n")]
    [InlineData("incidents", "日期,客服,事件类型\n2026-10-01,周晓雨,离岗\n")]
    [InlineData("training", "日期,课程,客服,是否参加\n2026-10-01,新品,周晓雨,否\n")]
    [InlineData("exams", "日期,考试,客服,得分,满分\n2026-10-01,产品,周晓雨,45,50\n")]
    [InlineData("tasks", "截止日期,任务,客服,完成日期,类型\n2026-10-05,第一周,周晓雨,,周报\n")]
    [InlineData("suggestions", "日期,客服,建议,是否采纳\n2026-10-01,周晓雨,换包装,\n")]
    [InlineData("activities", "日期,客服,活动类型,名称\n2026-10-01,周晓雨,分享会,话术\n")]
    [InlineData("handovers", "日期,客服,班次,是否交接\n2026-10-01,周晓雨,早班,是\n")]
    [InlineData("surveys", "问卷编号,客服,填写时间,问卷得分\nS1,周晓雨,2026-10-01 09:00,4.5\n")]
    [InlineData("review-work", "订单编号,客服,评价时间,回复时间,是否转好\n4000000000001,周晓雨,2026-10-01 09:00,2026-10-01 10:00,是\n")]
    [InlineData("targets", "月份,客服,指标,目标值\n2026-10,周晓雨,销售额,\"120,000元\"\n")]
    [InlineData("goals", "截止日期,客服,目标名称,目标类型,起点值,目标值,现值,达成情况,约定日期\n2026-10-31,周晓雨,粉丝,任务,800,1000,900,部分达成,2026-10-01\n")]
    [InlineData("qa-cards", "日期,客服,质检编号,是否程序,质检得分,可得分\n2026-10-01,周晓雨,A1,否,92.5,100\n")]
    [InlineData("measures", "日期,客服,措施,备注\n2026-10-09,周晓雨,辅导,谈了响应时间\n")]
    [InlineData("counters", "店铺,月份,指标,数值\n小店,2026-10,成交总额,120000\n")]
    public void Each_table_is_told_by_its_header(string format, string text)
    {
        using var given = Given.Text(text);
        using var opening = IntakeFile.Open(given.Path);
        var opened = Assert.IsType<Opened>(opening);
        Assert.Equal((format, Outcome.Accepted), (opened.Format.Id, Assert.Single(opened.Rows()).Outcome));
    }

    [Theory]
    [InlineData("小店,2026-10,成交总额,\"120,000.50\",", "gmv", 120000.50, 31)]
    [InlineData("小店,2026-10-03,gmv,5000元,", "gmv", 5000, 1)]
    [InlineData("小店,2026-10,店铺转化率,4.5%,", "shop-conversion", 0.045, 31)]
    [InlineData("小店,2026-10,直播时长,36,周晓雨", "直播时长", 36, 31)]
    public void A_counter_is_named_by_id_by_its_Chinese_name_or_by_the_shop(string row, string metric, double value, int days)
    {
        var told = One<Reported>("店铺,月份,指标,数值,客服\n" + row + "\n");
        Assert.Equal((metric, (decimal)value, days, metric), (told.Figures[0].Metric, told.Figures[0].Value, told.To.DayNumber - told.From.DayNumber + 1, told.Counter));
    }

    [Theory]
    [InlineData("日期,考试,客服,得分,满分\n2026-10-01,产品,周晓雨,60,50\n", "number-out-of-range")]
    [InlineData("截止日期,客服,目标名称,目标类型,达成评分\n2026-10-31,周晓雨,粉丝,任务,101%\n", "number-out-of-range")]
    [InlineData("截止日期,客服,目标名称,目标类型\n2026-10-31,周晓雨,粉丝,家庭\n", "value-unknown")]
    [InlineData("日期,课程,客服,是否参加\n2026-10-01,新品,周晓雨,也许\n", "value-unknown")]
    [InlineData("日期,课程,客服,是否参加\n2026-10-01,新品,周晓雨,\n", "value-missing")]
    [InlineData("日期,活动类型,客服,名称\n2026-10-01,聚餐,周晓雨,火锅\n", "value-unknown")]
    [InlineData("月份,客服,指标,目标值\n2026-10,周晓雨,没有的指标,5\n", "value-unknown")]
    [InlineData("月份,客服,指标,目标值\n2026-10,周晓雨,销售额,0\n", "number-out-of-range")]
    [InlineData("日期,考试,客服,得分,满分\n2026-10-01,产品,周晓雨,0,0\n", "number-out-of-range")]
    [InlineData("月份,客服,指标,目标值\n2026-10,周晓雨,销售额,万\n", "number-unreadable")]
    [InlineData("店铺,月份,指标,数值\n小店,上个月,成交总额,1\n", "month-unreadable")]
    [InlineData("店铺,月份,指标,数值\n小店,2026-10,成交总额,很多\n", "number-unreadable")]
    public void A_bad_cell_rejects_its_row_by_name(string text, string code) => Assert.Equal(code, Code(text));
}
