using Heng.App.Features.Guard;
using Heng.App.Features.Overview;
using Heng.App.Features.Pay;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Pay.Guard;
using Heng.Store;

namespace Heng.App.Tests.Queries;

/// <summary>Who sees what the guard finds, as the written roles say, and what becomes of a finding that is acknowledged.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class GuardQueryTests(QueryShop shop)
{
    private static readonly Viewer Hr = new("hr", Role.Hr, null, null);

    private static Seen<GuardView> Page(LaterShop later, Viewer? viewer, GuardForm? form = null) =>
        new GuardQuery(later.Books, QueryShop.By(viewer), TimeProvider.System).For(QueryShop.September, form, QueryShop.Request).Result;

    private static GuardForm Acknowledging(GuardRow row, string reason) => new("acknowledge", row.Id, row.Finding.Stamp, reason, "", "", "", "");
    private static GuardForm Setting(string place, string days) => new("set", "", "", "", place, days, "0", "100");

    [Theory]
    [InlineData(Role.Manager, 200, true)]
    [InlineData(Role.Hr, 200, true)]
    [InlineData(Role.Auditor, 200, false)]
    [InlineData(Role.Administrator, 403, false)]
    [InlineData(Role.Qa, 403, false)]
    [InlineData(Role.Leader, 403, false)]
    [InlineData(Role.Agent, 403, false)]
    public async Task A_role_sees_and_acknowledges_what_it_may(Role role, int status, bool acknowledges)
    {
        using var later = new LaterShop(shop);
        var viewer = new Viewer("somebody", role, role is Role.Leader or Role.Agent ? shop.Agent : null, "售前一组");
        var seen = Page(later, viewer);
        Assert.Equal((status, acknowledges), (seen.Status, seen.View?.MayAcknowledge ?? false));
        var row = Page(later, Hr).View!.Rows[0];
        Assert.Equal(acknowledges ? 200 : 403, Page(later, viewer, Acknowledging(row, "已说明")).Status);
        Assert.Equal(acknowledges ? 200 : 403, Page(later, viewer, Setting("", "7")).Status);
        if (role is Role.Agent)
        {
            var slip = (await new PayslipQuery(later.Books, QueryShop.By(viewer)).For(QueryShop.September, shop.Agent, QueryShop.Request)).View!;
            Assert.Equal((0, null), (slip.Guard.Count, slip.GuardHref));
            Assert.Null((await new OverviewQuery(later.Books, QueryShop.By(viewer)).For(new(QueryShop.September), QueryShop.Request)).View!.Guard);
        }
    }

    [Fact]
    public async Task A_finding_is_acknowledged_with_a_reason_once_in_the_chain_and_pay_stays_as_it_is()
    {
        using var later = new LaterShop(shop);
        var before = (await later.Payslip(shop.Agent)).Net;
        var (row, open) = (Page(later, Hr).View!.Rows.First(r => r.Finding.Rule == GuardRule.PlanNotTold), Open(later));
        Assert.Equal("reason-missing", Page(later, Hr, Acknowledging(row, " ")).View!.Refused!.Name);
        Assert.Equal("finding-changed", Page(later, Hr, Acknowledging(row, "已说明") with { Stamp = "another" }).View!.Refused!.Name);
        Assert.Equal("finding-unknown", Page(later, Hr, Acknowledging(row, "已说明") with { Finding = "plan-not-told/none" }).View!.Refused!.Name);
        Assert.Equal("acknowledge", Page(later, Hr, Acknowledging(row, "九月已口头说明")).View!.Did);
        Assert.Equal("already-acknowledged", Page(later, shop.Manager, Acknowledging(row, "再说一次")).View!.Refused!.Name);
        Assert.Equal(open - 1, Open(later));
        var decision = later.Database.Decisions.About($"guard/2026-09/{row.Id}").Single();
        Assert.Equal(("hr", GuardBook.AcknowledgedDecision, $"{row.Finding.Stamp} 九月已口头说明"), (decision.Who, decision.What, decision.Why));
        Assert.Null(later.Database.Decisions.FirstBroken());
        Assert.Equal(before, (await later.Payslip(shop.Agent)).Net);
    }

    [Fact]
    public async Task A_finding_whose_numbers_changed_must_be_acknowledged_again()
    {
        using var later = new LaterShop(shop);
        Page(later, Hr, Setting("甲市", "7"));
        later.Import("minimum.csv", "工作地,施行日期,最低工资,依据\n甲市,2026-01-01,99000,公告\n");
        var row = Page(later, Hr).View!.Rows.First(r => r.Id == $"minimum-wage/{shop.Agent}");
        Assert.Equal("acknowledge", Page(later, Hr, Acknowledging(row, "试用期协商")).View!.Did);
        Assert.NotNull(Page(later, Hr).View!.Rows.First(r => r.Id == row.Id).Acknowledged);
        Assert.Contains((await later.Payslip(shop.Agent)).Guard, r => r.Id == row.Id && r.Acknowledged is not null);
        later.Import("raised.csv", "工作地,施行日期,最低工资,依据\n甲市,2026-07-01,99500,新公告\n");
        var again = Page(later, Hr).View!.Rows.First(r => r.Id == row.Id);
        Assert.Equal((null, "试用期协商"), (again.Acknowledged, again.Before?.Reason));
    }

    [Fact]
    public void Who_was_told_in_time_or_signed_is_in_no_finding()
    {
        using var later = new LaterShop(shop);
        IReadOnlyList<string> Untold() => Page(later, Hr).View!.Rows.FirstOrDefault(r => r.Id == "plan-not-told/s4-ksf")?.Finding.People ?? [];
        var all = Untold();
        Assert.NotEmpty(all);
        later.Import("notices.csv", $"方案,版本,客服,告知,日期,方式\ns4-ksf,1,{all[0]},签收,2026-09-20,纸质\n");
        Assert.Equal(all.Skip(1), Untold());
        later.Import("announced.csv", "方案,版本,客服,告知,日期,方式\ns4-ksf,1,,公示,2026-08-20,公告栏\n");
        Assert.Empty(Untold());
    }

    [Fact]
    public void Wrong_parameters_are_refused_and_right_ones_are_kept_with_a_decision()
    {
        using var later = new LaterShop(shop);
        Assert.Equal("form", Page(later, Hr, Setting("", "soon")).View!.Refused!.Name);
        Assert.Equal("out-of-range", Page(later, Hr, Setting("", "400")).View!.Refused!.Name);
        Assert.Equal(new GuardSetting("上海", 15, 0m, 1m), Page(later, Hr, Setting("上海", "15")).View!.Setting);
        Assert.Equal(GuardBook.SetDecision, later.Database.Decisions.About("guard").Single().What);
    }

    private static int Open(LaterShop later) => Page(later, Hr).View!.Rows.Count(r => r.Acknowledged is null);
}
