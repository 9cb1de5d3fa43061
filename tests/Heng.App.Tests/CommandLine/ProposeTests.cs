using Heng.App.CommandLine;
using Heng.App.Features.People;

namespace Heng.App.Tests.CommandLine;

/// <summary>Targets and balance points from the demo's month.</summary>
[Collection(WholeDemo.Name)]
public class ProposeTests(DemoFixture shop)
{
    private Ran Propose(params string[] more) => shop.Json(["plan", "propose", "--plan", "s4-ksf", "--months", DemoFixture.Month, .. more]);

    [Fact]
    public void One_indicator_is_told_with_the_people_and_months_it_rests_on_and_whom_it_would_move()
    {
        var answer = Propose("--indicator", "average-response").Done().Object;
        Assert.Equal((DemoFixture.Month, "2026-11"), ((string)answer["months"]![0]!, (string)answer["for"]!));
        var point = Assert.Single(answer["points"]!.AsArray())!;
        Assert.Equal(("indicator", "pay/components/ksf/indicators/average-response/balance", "s", 30m), ((string)point["kind"]!, (string)point["place"]!, (string)point["unit"]!, (decimal)point["current"]!));
        Assert.Equal(["mean", "median", "trimmed", "same-month-last-year", "throughput"], point["proposals"]!.AsArray().Select(p => (string)p!["way"]!));
        var median = point["proposals"]![1]!;
        var number = median["numbers"]![0]!;
        Assert.Equal(((int)number["values"]!, "few-months"), (number["people"]!.AsArray().Count, (string)number["thin"]![0]!["kind"]!));
        var effect = median["effect"]!;
        Assert.Equal(("CNY", (decimal)effect["sum"]!), ((string)effect["unit"]!, effect["people"]!.AsArray().Sum(p => (decimal)p!["sum"]!)));
        Assert.Equal("不是按天累加的数，没有人均产能", (string)point["proposals"]![4]!["lacking"]!);
        Assert.Null(point["proposals"]![4]!["effect"]);
    }

    [Fact]
    public void All_numbers_of_a_plan_stand_in_a_table_a_row_each_way()
    {
        var told = Ran.Heng("plan", "propose", "--plan", "s4-ksf", "--months", DemoFixture.Month, "--format", "csv", "--data", shop.Folder).Done().Out;
        Assert.Equal(1 + 13 * 5, told.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("kind,id,name,current,way,proposed", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Exit.WrongUsage, "point-unknown", "--item", "none")]
    [InlineData(Exit.WrongUsage, "point-unknown", "--indicator", "handover")]
    [InlineData(Exit.WrongUsage, "only-one", "--item", "receptions", "--indicator", "receptions")]
    [InlineData(Exit.WrongUsage, "month-unreadable", "--for", "November")]
    public void What_is_not_there_is_named(int code, string name, params string[] more)
    {
        var ran = Propose(more);
        Assert.Equal((code, name), (ran.Code, ran.Refusal));
    }

    [Fact]
    public void Months_without_data_and_those_who_see_no_pay_are_refused()
    {
        Assert.Equal("nothing-to-look-back-on", shop.Json("plan", "propose", "--plan", "s4-ksf", "--months", "2019-01..2019-02").Refusal);
        var folder = shop.OpenMonth(("qa", Role.Qa, null));
        Assert.Equal(Exit.Refused, Ran.Json(folder, ["plan", "propose", "--plan", "s4-ksf", "--as", "qa", "--key-file", DemoFixture.KeyFile(folder, "qa", "qa")]).Code);
    }
}
