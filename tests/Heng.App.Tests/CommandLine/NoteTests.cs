using Heng.App.CommandLine;
using Heng.App.Features.Plans;
using Heng.App.Tests.Importing;

namespace Heng.App.Tests.CommandLine;

/// <summary>What a reader must know beside an answer stands on the error stream; the answer itself stays as it is.</summary>
public sealed class NoteTests
{
    private const string People = """
        name,accounts,position,base_pay,from,to
        王雨桐,小店:小雨,front-line,4000,2026-01-01,
        换岗,小店:小换,front-line,4000,2026-01-01,2026-10-14
        换岗,小店:小换,somewhere,5000,2026-10-15,
        离职,小店:小离,front-line,3800,2026-01-01,2026-10-10
        加薪,小店:小加,front-line,4000,2026-01-01,2026-10-15
        加薪,小店:小加,front-line,4200,2026-10-16,

        """;

    [Fact]
    public void Days_that_nobody_imported_and_people_whom_no_scheme_pays_are_told()
    {
        using var counter = Shop();
        var (code, answer, told) = counter.Heng("pay", "--month", "2026-10", "--format", "json");
        Assert.Equal(Exit.Done, code);
        Assert.DoesNotContain("换岗", answer, StringComparison.Ordinal);
        Assert.Contains("paid by no scheme: 换岗 (somewhere)", told, StringComparison.Ordinal);
        Assert.Contains("Days without imported files", told, StringComparison.Ordinal);
        Assert.Contains("Days without imported files", counter.Heng("metrics", "--month", "2026-10").Error, StringComparison.Ordinal);
        Assert.Contains("No data came for this month yet", counter.Heng("metrics", "--month", "2026-01").Error, StringComparison.Ordinal);
        Assert.Equal("", counter.Heng("orders", "--month", "2026-10").Error);
    }

    // Chats came of 9 October alone.
    [Theory]
    [InlineData("2026-09", "month-without-data")]
    [InlineData("2026-11", "month-not-begun")]
    [InlineData("2027-05", "month-not-begun")]
    public void Nobody_is_paid_for_a_month_of_which_nothing_came(string month, string refusal)
    {
        using var counter = Shop();
        var (code, answer, told) = counter.Heng("pay", "--month", month, "--format", "json");
        Assert.Equal((Exit.Refused, ""), (code, answer));
        Assert.StartsWith(refusal + ":", told, StringComparison.Ordinal);
        Assert.Equal(Exit.Done, counter.Heng("score", "--month", month).Code);
    }

    [Fact]
    public void A_payslip_says_who_left_or_changed_within_the_month_where_no_attendance_says_how_much_is_due()
    {
        using var counter = Shop();
        // October 2026 has 18 workdays, the 10th made up among them, and 3 statutory holidays; until the 10th there are 3 of each.
        Assert.Contains("离职，没有考勤数据：按在职的计薪日计发（6/21 天", Slip(counter, "离职"), StringComparison.Ordinal);
        Assert.Contains("月中改了底薪：按各段的应出勤天数平均", Slip(counter, "加薪"), StringComparison.Ordinal);
        Assert.DoesNotContain("在职的计薪日", Slip(counter, "王雨桐"), StringComparison.Ordinal);
        counter.Import(counter.File("attendance.csv", "month,agent,due_days,paid_days\n2026-10,离职,22,6\n"));
        Assert.DoesNotContain("在职的计薪日", Slip(counter, "离职"), StringComparison.Ordinal);
    }

    private static Counter Shop()
    {
        var counter = new Counter();
        counter.Import(counter.File("people.csv", People));
        counter.Import(counter.File("chat.csv", Counter.Messages + Counter.Line("2026-10-09 10:00:00") + Counter.Line("2026-10-09 10:00:20", "在的", "agent")));
        counter.Database.Plans.Publish("s2-office-regulation", TemplateLibrary.Find("s2-office-regulation")!.Yaml, new(1), "manager");
        return counter;
    }

    private static string Slip(Counter counter, string agent) =>
        System.Text.Json.Nodes.JsonNode.Parse(counter.Json("pay", "--month", "2026-10"))!.AsArray().Single(s => s!["agent"]!.GetValue<string>() == agent)!["lines"]![0]!["notes"]!
            .ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
