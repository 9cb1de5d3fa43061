using System.Text.Json.Nodes;
using Dapper;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.Pay;
using Heng.App.Features.PayRuns;
using Heng.App.Features.People;
using Heng.App.Tests.Queries;
using Heng.App.Tests.Store;
using Heng.Engine.Closing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Closing;

/// <summary>王雨桐 leaves on 15 October, with 11 of 22 days paid, and is paid at once; the records reach that day. October's scheme has an award for the first place too.</summary>
public sealed class LeaverRunTests
{
    private const string Agent = "王雨桐";
    private static readonly Viewer Hr = new("hr", Role.Hr, null, null), Manager = new("manager", Role.Manager, null, null);

    private static LateShop Left(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        var shop = new LateShop(engine);
        shop.Database.Plans.Publish("s95-late", LateShop.Plan + "    - rank-awards: { id: award, label: { zh: 名次奖, en: Award }, source: { metric: sales }, within: scheme, awards: [300], ties: none }\n", new(2), "manager");
        shop.People("王雨桐,小店:雨桐,一组,front-line,4000,2026-01-01,2026-10-15\n");
        shop.Attendance("1016", "2026-10,王雨桐,22,11\n");
        shop.Quiet(LateShop.October, to: 15);
        shop.Refund("1", 40m, "2026-10-12 09:00:00");
        return shop;
    }

    private static LeaverRefusal? Do(LateShop shop, LeaverAct act, Viewer viewer, string agent = Agent, Month? month = null, Instant? asOf = null, string? how = null) =>
        new LeaverRun(shop.Database, TimeProvider.System).Do(month ?? LateShop.October, agent, act, asOf, viewer, how).Refused;

    private static void Seal(LateShop shop)
    {
        Assert.Null(Do(shop, LeaverAct.Prepare, Hr));
        Assert.Null(Do(shop, LeaverAct.Approve, Manager));
    }

    private static string Row(LateShop shop) => shop.Database.ClosedSlips.Find(SealedMonth.Company, LateShop.October, Agent) is { } slip ? SealedMonth.Of(slip.Closed).Of("pay", Agent)!.ToJsonString() : "";

    private static (string, string?, bool)[] Verified(LateShop shop) =>
        [.. JsonNode.Parse(shop.Shop.Json("verify"))!.AsArray().Select(v => (v!["month"]!.GetValue<string>(), v["agent"]?.GetValue<string>(), v["verified"]!.GetValue<bool>()))];

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void What_is_sealed_alone_is_taken_into_the_month_unchanged_and_the_rest_follows_once(DatabaseEngine engine)
    {
        using var shop = Left(engine);
        Seal(shop);
        // 4000 × 11 ÷ 22 = 2000; 5 % of the 40 that came back in October = −2; of September's sale 10 % of 60 − 10 = −4; the award waits.
        var sealedRow = Row(shop);
        var lines = shop.Pay(LateShop.October, Agent)!;
        Assert.Equal((2000m, -2m, -4m, 0m), (lines["base"], lines["month"], lines["difference.2026-09.sale"], lines["award"]));
        Assert.Equal([("2026-09", null, true), ("2026-10", Agent, true)], Verified(shop));

        // A day more was paid, a review came for September, and the month goes on to its end.
        shop.Attendance("1020", "2026-10,王雨桐,22,12\n");
        shop.Review("1", "2026-09-28 09:00:00");
        shop.Quiet(LateShop.October);
        shop.Close(LateShop.October);
        Assert.Equal(sealedRow, SealedMonth.Find(shop.Database, LateShop.October)!.Of("pay", Agent)!.ToJsonString());
        Assert.Equal([("2026-09", null, true), ("2026-10", Agent, true), ("2026-10", null, true)], Verified(shop));

        shop.Quiet(LateShop.November, to: 3);
        // 4000 × 12 ÷ 22 = 2181.82 − 2000; the only one, and so the first; the refund of September was settled with the leaver's own pay.
        var after = shop.Pay(LateShop.November, Agent)!;
        Assert.Equal([("difference.2026-09.reviews", 2m), ("difference.2026-10.award", 300m), ("difference.2026-10.base", 181.82m)], after.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => (l.Key, l.Value)));
    }

    [Fact]
    public void Each_wrong_step_is_refused_by_its_name()
    {
        using var shop = Left();
        Assert.Equal(LeaverRefusal.NeedsNamedPerson, Do(shop, LeaverAct.Prepare, new("operator", Role.Operator, null, null)));
        foreach (var role in new[] { Role.Agent, Role.Leader, Role.Qa, Role.Auditor, Role.Administrator }) Assert.Equal(LeaverRefusal.RoleMayNot, Do(shop, LeaverAct.Prepare, new("x", role, "陈", "一组")));
        Assert.Equal(LeaverRefusal.OwnPay, Do(shop, LeaverAct.Prepare, new("hr2", Role.Hr, Agent, null)));
        Assert.Equal((LeaverRefusal.NotLeaving, LeaverRefusal.NotLeaving), (Do(shop, LeaverAct.Prepare, Hr, "李静"), Do(shop, LeaverAct.Prepare, Hr, "没有此人")));
        Assert.Equal(LeaverRefusal.MonthSealed, Do(shop, LeaverAct.Prepare, Hr, "李静", LateShop.September));
        var end = shop.Database.RuleSets.Current(shop.Database.Shops.All[0].Id, LateShop.October.First).Clock.EndOf(new(2026, 10, 15));
        Assert.Equal(LeaverRefusal.NotLeftYet, Do(shop, LeaverAct.Prepare, Hr, asOf: end.Plus(-1)));
        Assert.Equal(LeaverRefusal.NotPrepared, Do(shop, LeaverAct.Approve, Manager));
        Assert.Null(Do(shop, LeaverAct.Prepare, Manager));
        Assert.Equal((LeaverRefusal.SamePerson, LeaverRefusal.RoleMayNot), (Do(shop, LeaverAct.Approve, Manager), Do(shop, LeaverAct.Approve, Hr)));
        shop.Attendance("1017", "2026-10,王雨桐,22,10\n");
        Assert.Equal(LeaverRefusal.ResultsMoved, Do(shop, LeaverAct.Approve, new("boss", Role.Manager, null, null)));
        Assert.Equal(LeaverRefusal.NotApproved, Do(shop, LeaverAct.Pay, Hr, how: "2026-10-16"));
        Seal(shop);
        Assert.Equal(LeaverRefusal.AlreadyApproved, Do(shop, LeaverAct.Prepare, Hr));
        Assert.Null(Do(shop, LeaverAct.Pay, Hr, how: "2026-10-16 B-7"));
        Assert.Equal(LeaverRefusal.AlreadyPaid, Do(shop, LeaverAct.Pay, Hr, how: "2026-10-16"));
        Assert.Equal(["leaver-prepared", "leaver-prepared", "leaver-approved", "leaver-inputs-kept", "leaver-paid"], shop.Database.Decisions.About(LeaverRun.Subject(LateShop.October, Agent)).Select(d => d.What));
    }

    [Fact]
    public async Task The_run_tells_who_left_and_the_next_step_and_the_payslip_of_whom_was_paid_is_final()
    {
        using var shop = Left();
        using var books = new BookCache(shop.Database);
        async Task<RunView> Run(Viewer viewer) => (await new RunQuery(books, QueryShop.By(viewer), TimeProvider.System).For(LateShop.October, null, null, QueryShop.Request)).View!;
        async Task<(RunAct? Next, decimal? Net, bool Sealed)> Row(Viewer viewer) => (await Run(viewer)).Leavers.Select(l => (l.Next, l.Net, l.Sealed)).Single();

        Assert.Equal((RunAct.Draft, 1994m, false), await Row(Hr));
        Assert.Null((await Row(new("hr2", Role.Hr, Agent, null))).Next);
        Assert.Null(Do(shop, LeaverAct.Prepare, Hr));
        Assert.Equal((null, RunAct.Approve), ((await Row(Hr)).Next, (await Row(Manager)).Next));
        Assert.Null(Do(shop, LeaverAct.Approve, Manager));
        Assert.Equal((RunAct.Pay, 1994m, true), await Row(Hr));
        var told = JsonNode.Parse(shop.Shop.Json("run", "leaver", "show", "--month", "2026-10", "--agent", Agent))![0]!;
        Assert.Equal(("approved", "2026-10-15", 1994m, 2), (told["stage"]!.GetValue<string>(), told["lastDay"]!.GetValue<string>(), told["net"]!.GetValue<decimal>(), told["steps"]!.AsArray().Count));
        foreach (var at in new[] { told["steps"]![0]!["at"]!, shop.Slip(LateShop.October, Agent)!["alone"]!["at"]! })
            Assert.True(DateTime.TryParseExact(at.GetValue<string>(), "yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _));
        shop.Attendance("1018", "2026-10,王雨桐,22,20\n");
        var totals = (await Run(Hr)).Totals.Totals;
        Assert.Equal((1994m, 1, 1994m, 0m), (totals.All.Now, totals.PeopleAlone, totals.PaidAlone, totals.WithTheRun));

        var slip = (await new PayslipQuery(books, QueryShop.By(new("x", Role.Agent, Agent, "一组"))).For(LateShop.October, Agent, QueryShop.Request)).View!;
        Assert.Equal((true, true, 1994m, 1994m), (slip.Closed, slip.Alone, slip.Net, slip.Lines.Sum(l => l.Amount)));
        Assert.Contains(slip.Notes, n => n.Zh.StartsWith("离职单独发薪：manager 核准封存", StringComparison.Ordinal));
        Assert.Equal(403, (await new PayslipQuery(books, QueryShop.By(new("x", Role.Leader, "李静", "一组"))).For(LateShop.October, Agent, QueryShop.Request)).Status);

        // The month's table for the bank leaves out who was paid; the own one has them, and so has the month's where it is asked for.
        (string, bool) Bank(params string[] more) => shop.Shop.Heng(["pay", "--month", "2026-10", "--export", "bank-transfer", "--format", "csv", .. more]) is var ran ? (ran.Out.Contains(Agent, StringComparison.Ordinal) ? "in" : "out", ran.Error.Contains("1994.00", StringComparison.Ordinal)) : default;
        Assert.Equal([("out", true), ("in", false), ("in", false)], new[] { Bank(), Bank("--agent", Agent), Bank("--with-paid-alone") });
    }

    [Fact]
    public void What_was_changed_around_the_table_is_named_and_so_is_a_month_that_holds_another_payslip()
    {
        using var shop = Left();
        Seal(shop);
        shop.Quiet(LateShop.October);
        shop.Close(LateShop.October);
        var text = shop.Database.ClosedSlips.Find(SealedMonth.Company, LateShop.October, Agent)!.Closed.Sealed;
        void Write(string to)
        {
            using var connection = shop.Database.Connect();
            connection.Execute("DROP TRIGGER IF EXISTS closed_slip_keeps_UPDATE");
            connection.Execute("UPDATE closed_slip SET sealed = @to, hash = @hash", new { to, hash = to == text ? "" : ClosedMonth.HashOf(to) });
        }

        Write(text);
        Assert.Equal("seal-changed", shop.Shop.Heng("verify", "--month", "2026-10").Error.Split(':')[0]);
        Write(text.Replace("\"net\":1994", "\"net\":1995", StringComparison.Ordinal));
        Assert.Contains("decision-differs", shop.Shop.Heng("verify", "--month", "2026-10", "--format", "json").Out, StringComparison.Ordinal);
        Assert.Contains("slip-differs", shop.Shop.Heng("verify", "--month", "2026-10", "--format", "json").Out, StringComparison.Ordinal);
    }
}
