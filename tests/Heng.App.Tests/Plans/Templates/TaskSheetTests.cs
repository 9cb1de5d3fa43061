using Heng.Engine.Records;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S14, as its page works it out.</summary>
public sealed class TaskSheetTests
{
    private const string Sheet = "s14-task-sheet/operator";

    private static readonly (string, decimal)[] Numbers =
    [
        ("活动倒计时更换", 4m), ("listings", 42m), ("首页调整", 2m), ("新增粉丝", 150m), ("每日检查天数", 22m), ("每周营销设置", 3m), ("达人文章", 5m), ("带链接图片", 12m), ("论坛发帖", 297m),
        ("天天特价", 24m),
    ];

    private static Entry By(string rater, decimal points, string? why) => new(October, Name, "superior", rater, points, why, rater);

    [Fact]
    public void The_sheet_scores_83_98_with_two_points_that_have_a_reason()
    {
        var card = Score(Sheet, Person(Numbers) with
        {
            Entries =
            [
                .. Entries(("expert-statistics", "leader", 8m), ("expert-statistics", "manager", 6m)),
                By("leader", 3m, "大促首页连夜上线"), By("manager", -1m, "漏报一次数据"), By("manager", 2m, null),
            ],
        });
        // 5; 20 × 42 ÷ 50; 5 × 2 ÷ 3; 10 × 150 ÷ 200; 5; 5 × 3 ÷ 4; 5; no feed articles; (8 + 6) ÷ 2; 10 × 12 ÷ 15; 5 × 297 ÷ 330; 15 × 24 ÷ 30; 3 − 1
        Assert.Equal([5m, 16.8m, 3.33m, 7.5m, 5m, 3.75m, 5m, null, 7m, 8m, 4.5m, 12m, 2m], card.Points());
        // 77.88 × 100 ÷ 95 = 81.979, and 2
        Assert.Equal(83.98m, card.Score);
    }

    [Theory]
    [InlineData("活动倒计时更换", "countdown", 2, 3.33)] // 5 × 2 ÷ 3
    [InlineData("活动倒计时更换", "countdown", 3, 5)]
    [InlineData("活动倒计时更换", "countdown", 6, 5)]
    [InlineData("天天特价", "daily-specials", 29, 14.5)] // 15 × 29 ÷ 30
    [InlineData("天天特价", "daily-specials", 30, 15)]
    [InlineData("天天特价", "daily-specials", 91, 15)]
    public void A_range_is_full_from_its_lower_end_on(string counter, string item, double counted, double points) =>
        Assert.Equal((decimal)points, Score(Sheet, Person((counter, (decimal)counted))).PointsOf(item));

    [Fact]
    public void A_superior_is_held_within_ten_points_and_needs_a_reason()
    {
        decimal? Of(params Entry[] entries) => Score(Sheet, Person(("达人文章", 5m)) with { Entries = entries }).PointsOf("superior");
        Assert.Equal(10m, Of(By("leader", 8m, "甲"), By("manager", 6m, "乙")));
        Assert.Equal(-10m, Of(By("leader", -10m, "甲")));
        Assert.Null(Of(By("leader", -10.5m, "甲")));
        Assert.Null(Of(By("leader", 3m, " ")));
    }

    [Fact]
    public void Part_of_a_month_asks_for_part_of_the_quantity()
    {
        // 330 × 11 ÷ 22 = 165, 5 × 132 ÷ 165
        Assert.Equal(4m, Score(Sheet, Person(("论坛发帖", 132m)) with { WorkedDays = 11m, DueDays = 22m }).PointsOf("forum-posts"));
    }
}
