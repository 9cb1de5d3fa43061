using Heng.App.CommandLine;
using Heng.Store;

namespace Heng.App.Tests.Importing;

public sealed class DryRunTests
{
    private const string Two = Counter.Messages + "小店,ann,小店:小雨,2026-10-09 10:00:00,buyer,,,在吗,1\n小店,ann,小店:小雨,2026-10-09 10:00:09,agent,,,在的,2\n";

    public static TheoryData<string, string> Kinds => new()
    {
        { "chat.csv", Two },
        { "orders.csv", "订单编号,买家会员名,总金额,订单创建时间,店铺名称\n900,ann,9.00,2026-10-09 10:05:00,小店\n900,ann,9.00,2026-10-09 10:05:00,小店\n901,ann,x,2026-10-09 10:05:00,小店\n" },
        { "ratings.csv", "shop,account,buyer,sent_at,rated_at,level\n小店,小店:小雨,ann,2026-10-09 10:05:00,,\n" },
        { "reviews.csv", "shop,order,item,agent,at,level\n小店,1,杯子,,2026-10-09,good\n" },
        { "people.csv", "name,accounts,base_pay,from\n王雨桐,小店:小雨,3000,2026-01-01\n" },
        { "entries.csv", "month,agent,item,rater,points\n2026-10,王雨桐,态度,leader,5\n" },
        { "attendance.csv", "month,agent,due_days,paid_days\n2026-10,王雨桐,22,22\n" },
        { "adjustments.csv", "month,agent,kind,amount,reason,entered_by\n2026-10,王雨桐,reward,50,好,hr\n" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_dry_run_changes_nothing_and_counts_what_the_import_counts(string name, string text)
    {
        using var counter = new Counter();
        var file = counter.File(name, text);
        for (var time = 0; time < 2; time++)
        {
            var before = counter.Rows;
            var dry = counter.Import(file, "--dry-run");
            Assert.Equal(before, counter.Rows);
            var real = counter.Import(file);
            Assert.Equal((dry.Code, dry.Report.Counts(), dry.Report["from"]?.ToJsonString()), (real.Code, real.Report.Counts(), real.Report["from"]?.ToJsonString()));
            // The second time everything is known.
            Assert.Equal(time == 0, real.Report.Counts().Accepted > 0);
        }
    }

    [Fact]
    public void A_dry_run_of_a_day_that_is_kept_counts_what_is_known_as_duplicate_on_postgresql_too()
    {
        using var counter = new Counter(DatabaseEngine.Postgres);
        counter.Import(counter.File("a.csv", Two));
        var more = counter.File("b.csv", Two + Counter.Line("2026-10-09 10:01:00", "几点发货"));
        var before = counter.Rows;
        Assert.Equal((Exit.Done, (3L, 1L, 0L, 2L, 0L)), counter.Import(more, "--dry-run") is var dry ? (dry.Code, dry.Report.Counts()) : default);
        Assert.Equal(before, counter.Rows);
        Assert.Equal((3, 1, 0, 2, 0), counter.Import(more).Report.Counts());
    }
}
