using Heng.Engine.Records;

namespace Heng.Intake.Tests;

public sealed class ReportTests
{
    private static readonly IntakeOptions October = new("云栖旗舰店", Day: new(2026, 10, 1)) { LastDay = new(2026, 10, 31) };

    private static string Figures(Reported row) => string.Join(' ', row.Figures.Select(f => FormattableString.Invariant($"{f.Metric}={f.Value}")));

    private static Reported One(string text, string name = "file.csv", IntakeOptions? options = null)
    {
        using var given = Given.Text(text, name);
        return given.Only<Reported>(options ?? October);
    }

    private static string FormatOf(string text, string name = "file.csv")
    {
        using var given = Given.Text(text, name);
        using var opening = IntakeFile.Open(given.Path, October);
        return Assert.IsType<Opened>(opening).Format.Id;
    }

    [Fact]
    public void The_workload_sheet_of_2019_names_its_day_shop_and_account()
    {
        var row = One("""
            日期,店铺,账户名,咨询人数,接待人数,直接接待人数,转入人数,转出人数,买家发起,客服主动跟进,总消息,买家消息,客服消息,答问比,客服字数,最大同时接待,未回复人数,旺旺回复率,慢响应人数,长接待人数,首次响应(秒),平均响应(秒),平均接待时长,发出评价数,收到评价数,很满意,满意,一般,不满,很不满,评价发送率,评价返回率,客户满意比,客服服务满意度
            2019-08-01,云栖旗舰店,云栖旗舰店:小雨,104,102,95,7,5,99,5,1200,520,680,130.77%,9800,9,2,98.08%,3,6,12.5,33.16,5分12秒,60,20,15,3,1,1,0,58.82%,33.33%,90.00%,--
            """, options: new("云栖旗舰店"));
        Assert.Equal(("chitu-workload", "云栖旗舰店:小雨", new DateOnly(2019, 8, 1), new DateOnly(2019, 8, 1)), (row.Source, row.Account, row.From, row.To));
        // 5 min 12 s = 312 s; -- is no data, not 0.
        Assert.Equal("agent-characters=9800 agent-initiated=5 agent-messages=680 answer-question-ratio=1.3077 average-response=33.16 buyer-initiated=99 buyer-messages=520 "
            + "consulted=104 first-response=12.5 invite-rate=0.5882 invited=60 long=6 max-concurrent=9 messages=1200 rated-dissatisfied=1 rated-neutral=1 rated-satisfied=3 "
            + "rated-very-dissatisfied=0 rated-very-satisfied=15 ratings=20 received=102 received-direct=95 reception-duration=312 reply-rate=0.9808 return-rate=0.3333 "
            + "satisfaction=0.90 slow=3 transferred-in=7 transferred-out=5 unreplied=2 服务度=", Figures(row));
    }

    [Fact]
    public void The_sheet_of_2023_has_new_names_and_takes_its_days_from_the_one_who_imports()
    {
        const string Sheet = """
            客服昵称,聊天人数(原咨询人数),接待人数,直接接入人数,转发接入人数,转出人数,总消息数,买家消息数,客服消息数,答问比,客服字数,最大同时聊天数,未回复人数,回复率,慢接待人数,长接待人数,首次响应(秒),平均响应(秒),平均接待时长
            cntaobao云栖旗舰店:小雨,104,102,95,7,5,1200,520,680,1.31,9800,9,2,0.9808,3,6,12.5,33.16,00:05:12
            汇总,208,204,190,14,10,2400,1040,1360,1.31,19600,9,4,0.9808,6,12,12.5,33.16,00:05:12
            均值,104,102,95,7,5,1200,520,680,1.31,9800,9,2,0.9808,3,6,12.5,33.16,00:05:12
            """;
        using var given = Given.Text(Sheet);
        var rows = given.Rows(October);
        Assert.Equal([Outcome.Accepted, Outcome.Dropped, Outcome.Dropped], rows.Select(r => r.Outcome));
        Assert.All(rows.Skip(1), r => Assert.Equal("summary-row", r.Reason!.Code));
        var row = (Reported)rows[0].Record!;
        Assert.Equal(("chitu-agents", "云栖旗舰店:小雨", new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31)), (row.Source, row.Account, row.From, row.To));
        Assert.Contains("reception-duration=312", Figures(row), StringComparison.Ordinal);
        Assert.Equal("period-missing", given.RefusalCode(new("云栖旗舰店")));
        Assert.Equal("shop-missing", given.RefusalCode(October with { Shop = null }));
    }

    [Theory]
    [InlineData("0.9971", "0.9971")]
    [InlineData("99.71%", "0.9971")]
    [InlineData("99.71", "0.9971")]
    [InlineData("1", "1")]
    public void Three_notations_of_a_rate_are_one(string written, string fraction)
    {
        var row = One($"旺旺昵称,咨询人数,接待人数,未回复人数,有效接待人数,平均响应时长（秒),3分钟人工响应率,旺旺回复率,首次响应时长（秒),慢响应人数,答问比,旺旺分组\n小雨,10,10,0,9,30.5,{written},{written},12,0,1.2,售前\n");
        Assert.Contains($"reply-rate={fraction} ", Figures(row), StringComparison.Ordinal);
        Assert.Contains("average-response=30.5 ", Figures(row), StringComparison.Ordinal);
    }

    [Fact]
    public void One_rate_far_above_one_tells_that_the_whole_file_writes_percents()
    {
        using var given = Given.Text("旺旺昵称,咨询人数,平均响应时长（秒),旺旺回复率\n小雨,10,30,1\n小林,10,30,97.5\n");
        // 1 is 1 % here: its neighbour shows how the file writes.
        Assert.Equal([0.01m, 0.975m], given.Rows(October).Select(r => ((Reported)r.Record!).Figures.Single(f => f.Metric == "reply-rate").Value));
    }

    [Fact]
    public void A_column_of_small_rates_in_a_file_of_percents_is_pointed_out()
    {
        using var given = Given.Text("旺旺昵称,咨询人数,平均响应时长（秒),3分钟人工响应率,旺旺回复率\n小雨,10,30,99.71,0.9971\n小林,10,30,97.5,1\n");
        Assert.Equal(["旺旺回复率"], Doubtful(given));
        // Both sides of the edge: 1.01 can be no fraction, and without a percent nothing is doubtful.
        using var sure = Given.Text("旺旺昵称,咨询人数,平均响应时长（秒),3分钟人工响应率,旺旺回复率\n小雨,10,30,99.71,1.01\n");
        Assert.Empty(Doubtful(sure));
        using var fractions = Given.Text("旺旺昵称,咨询人数,平均响应时长（秒),3分钟人工响应率,旺旺回复率\n小雨,10,30,0.9971,1\n");
        Assert.Empty(Doubtful(fractions));
    }

    private static IReadOnlyList<string> Doubtful(Given given)
    {
        using var opening = IntakeFile.Open(given.Path, October);
        return Assert.IsType<Opened>(opening).DoubtfulRates;
    }

    [Fact]
    public void A_rows_own_shop_comes_before_the_one_that_is_given()
    {
        using var given = Given.Text("店铺,旺旺昵称,咨询人数,接待人数,平均响应时长（秒),旺旺回复率\n乙店,小雨,10,9,30,1\n,小林,10,9,30,1\n");
        Assert.Equal(["乙店", "甲店"], given.Rows(October with { Shop = "甲店" }).Select(r => ((Reported)r.Record!).Shop));
    }

    [Fact]
    public void A_report_that_names_its_shops_needs_no_other()
    {
        using var given = Given.Text("店铺,旺旺昵称,咨询人数,接待人数,平均响应时长（秒),旺旺回复率\n乙店,小雨,10,9,30,1\n");
        Assert.Equal("乙店", given.Only<Reported>(October with { Shop = null }).Shop);
    }

    [Fact]
    public void Cells_that_say_no_data_are_figures_without_a_value_and_an_empty_one_is_no_figure()
    {
        var row = One("旺旺昵称,咨询人数,接待人数,未回复人数,平均响应时长（秒),旺旺回复率\n小雨,10,延迟统计,暂无数据,-,\n");
        Assert.Equal("average-response= consulted=10 received= unreplied=", Figures(row));
    }

    [Fact]
    public void The_duty_sheet_is_in_seconds_whichever_column_tells_them()
    {
        var row = One("客服,旺旺,上班天数,平均上线时间,最早上线,最晚在线,在线总时长,服务总时长(秒),挂起总时长\n小雨,云栖旗舰店:小雨,22,08:55:10,08:30:00,23:10:05,176小时2分3秒,600000,1小时\n");
        // 176 × 3600 + 2 × 60 + 3 = 633723 s; 8:30 = 30600 s of the day.
        Assert.Equal(("chitu-duty", "小雨"), (row.Source, row.Account));
        Assert.Contains("online=633723 serving=600000 suspended=3600 workdays=22", Figures(row), StringComparison.Ordinal);
        Assert.Contains("first-online=30600", Figures(row), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("点")]
    public void Receptions_by_hour_are_the_shops_under_old_and_new_names(string behind)
    {
        var header = "日期," + string.Join(',', Enumerable.Range(0, 24).Select(h => h + behind)) + ",全天";
        var row = One($"{header}\n2026-10-01,{string.Join(',', Enumerable.Range(0, 24))},276\n");
        Assert.Equal(("chitu-hourly", ""), (row.Source, row.Account));
        Assert.Equal(276m, row.Figures.Where(f => f.Metric.StartsWith("hourly-", StringComparison.Ordinal)).Sum(f => f.Value)); // 0 + 1 + … + 23
    }

    [Fact]
    public void A_header_of_two_rows_gives_the_sums_over_all_groups()
    {
        var row = One("""
            日期,总,,,,,,,,,,,邀请,,
            ,发出评价数,收到评价数,很满意,满意,一般,不满,很不满,发送率,返回率,满意率,服务度,发出评价数,收到评价数,很满意
            2026-10-01,100,40,30,5,3,1,1,90%,40%,87.5%,4.6,80,35,28
            """);
        Assert.Equal(("sycm-ratings", new DateOnly(2026, 10, 1)), (row.Source, row.From));
        Assert.Contains("invited=100", Figures(row), StringComparison.Ordinal);
        Assert.Contains("ratings=40", Figures(row), StringComparison.Ordinal);
    }

    [Fact]
    public void Enquiries_by_item_stand_under_a_banner_and_keep_the_item()
    {
        using var given = Given.Bytes(Given.Xlsx(
            ["商品询单明细"], ["统计日期：2026-10-01 至 2026-10-31"], [], [], [],
            ["商品名称", "商品编号", "咨询人数", "询单人数", "当日询单人数", "询单转化率", "当日询单转化率", "当日付款人数", "当日付款金额", "最终付款人数", "最终付款金额", "最终付款件数"],
            ["棉麻衬衫", "612345678901", "#50", "#40", "#38", "延迟统计", "20.00%", "#8", "#1,600.00", "延迟统计", "延迟统计", "延迟统计"],
            ["汇总值", "", "#50", "#40", "#38", "", "", "#8", "", "", "", ""]), "商品询单.xlsx");
        var rows = given.Rows(new("云栖旗舰店"));
        var row = (Reported)rows[0].Record!;
        Assert.Equal(("sycm-items", "612345678901", new DateOnly(2026, 10, 31)), (row.Source, row.Item, row.To));
        Assert.Null(row.Figures.Single(f => f.Metric == "inquiry-paid-final").Value);
        Assert.Equal("summary-row", rows[1].Reason!.Code);
    }

    [Fact]
    public void Pinduoduos_average_is_in_minutes()
    {
        var row = One("日期,客服账号,咨询人数,询单人数,最终成团人数,询单流失人数,询单转化率,客服销售额（元）,人工接待人数,需要人工回复的咨询人数,3分钟未回复人数,3分钟人工回复率(8-23点),平均人工响应时长（分钟）,30秒应答率(8-23点),评分≤3订单数,评分数,评分≤3率,纠纷退款数,投诉数,3分钟人工回复率(全天),30秒应答率(全天)\n2026-10-01,pdd_小雨,80,60,20,40,33.33%,\"1,234.50\",78,70,2,97.14%,0.55,80%,1,10,10%,0,1,95%,78%\n");
        Assert.Equal("pdd-agents", row.Source);
        Assert.Contains("average-response=33.00 ", Figures(row), StringComparison.Ordinal); // 0.55 × 60
        Assert.Contains("sales=1234.50", Figures(row), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chitu-pre-sale", "客服,接待人数,询单人数,询单->最终付款人数,询单->最终付款成功率,客单价,销售额\n小雨,10,8,2,25%,100,200\n")]
    [InlineData("chitu-daily-average", "客服昵称,接待人数,平均响应(秒),回复率,询单->最终付款转化率,上班天数,服务满意度评价参与率,客户满意率,服务满意度评价很满意,服务满意度评价满意\n小雨,50,30,99%,40%,22,30%,95%,10,3\n")]
    [InlineData("chitu-weekly", "客服昵称,聊天人数(原咨询人数),接待人数,询单人数,销售额,销售量,销售人数,销售订单数\n小雨,50,49,40,999.00,12,10,11\n")]
    [InlineData("sycm-shop-reception", "日期,咨询人数,接待人数,未回复人数,有效接待人数,平均响应时长,3分钟人工响应率,咨询客服人次,客服回复人次,客服未回复人次,旺旺回复率\n2026-10-01,90,89,1,80,30,99%,95,94,1,98.9%\n")]
    [InlineData("sycm-inquiry", "日期,询单人数,当日询单人数,当日付款人数,当日付款金额,最终付款人数,最终付款金额,询单当日付款转化率,询单最终付款转化率\n2026-10-01,40,38,8,1600,12,2400,20%,30%\n")]
    [InlineData("sycm-order-value", "日期,销售额,销售量,销售人数,客单价,客件数,件均价\n2026-10-01,2400,15,12,200,1.25,160\n")]
    [InlineData("taobao-agents", "旺旺账号名称,平均响应时长,人工接待会话量\n小雨,35,120\n")]
    [InlineData("taobao-agent-sales", "旺旺昵称,净销售额,询单人数,下单人数\n小雨,2300.50,40,15\n")]
    [InlineData("jd-agents", "客服,接待量,售前接待人数,促成下单人数,促成下单商品金额,30s应答率,平均响应时长（新）,客服3分钟人工回复率,好评量,评价量\ncnjd小雨,100,80,20,4000,95.5%,22.1,99%,30,33\n")]
    [InlineData("douyin-agents", "客服账号,询单人数,下单人数,客服询单支付额,工作时间平响时长,接待会话量\n小雨,40,15,2300,28,120\n")]
    public void Each_report_is_told_by_its_header_in_utf8_and_gbk(string format, string text)
    {
        Assert.Equal(format, FormatOf(text));
        using var gbk = Given.Gbk(text);
        var row = gbk.Only<Reported>(October);
        Assert.Equal(One(text) with { Figures = [] }, row with { Figures = [] });
        Assert.Equal(Figures(One(text)), Figures(row));
        Assert.DoesNotContain("cnjd", row.Account, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("average-response,abc", "duration-unreadable")]
    [InlineData("reply-rate,abc%", "rate-unreadable")]
    [InlineData("consulted,十", "number-unreadable")]
    [InlineData("consulted,\"1,5\"", "number-unreadable")]
    public void A_cell_that_is_no_number_rejects_its_row_by_name(string written, string code)
    {
        var (metric, cell) = (written[..written.IndexOf(',', StringComparison.Ordinal)], written[(written.IndexOf(',', StringComparison.Ordinal) + 1)..]);
        string Cell(string of, string fine) => of == metric ? cell : fine;
        using var given = Given.Text($"旺旺昵称,咨询人数,平均响应时长（秒),旺旺回复率\n小雨,{Cell("consulted", "1")},{Cell("average-response", "30")},{Cell("reply-rate", "99%")}\n");
        Assert.Equal(code, Assert.Single(given.Rows(October)).Reason!.Code);
    }

    [Theory]
    [InlineData("45", 45)]
    [InlineData("45秒", 45)]
    [InlineData("2分30秒", 150)]
    [InlineData("2分钟", 120)]
    [InlineData("1天2小时", 93600)]
    [InlineData("01:02:03", 3723)]
    [InlineData("1899-12-31 00:01:23", 83)]
    public void Durations_are_seconds_however_they_are_written(string written, int seconds) =>
        Assert.Contains($"average-response={seconds} ", Figures(One($"旺旺昵称,咨询人数,平均响应时长（秒)\n小雨,1,{written}\n")), StringComparison.Ordinal);
}
