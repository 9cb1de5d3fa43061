using Heng.App.Features.Pay;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Features.People;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Queries;

/// <summary>Whose payslips who may take away, as the written roles say.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class SlipsQueryTests(QueryShop shop)
{
    private int Status(Viewer? viewer, string? agent) => new SlipsQuery(shop.Books, QueryShop.By(viewer)).For(QueryShop.October, agent, QueryShop.Request).Status;

    private int Paper(Viewer? viewer, string? agent) => new PayslipQuery(shop.Books, QueryShop.By(viewer)).Papers(QueryShop.October, agent, QueryShop.Request).Status;

    [Theory]
    [InlineData(Role.Manager, 200, 200)]
    [InlineData(Role.Hr, 200, 200)]
    [InlineData(Role.Auditor, 200, 403)] // reads pay, takes no tables away
    [InlineData(Role.Administrator, 403, 403)]
    [InlineData(Role.Qa, 403, 403)]
    [InlineData(Role.Leader, 403, 403)]
    public void A_role_takes_away_what_it_may(Role role, int one, int all)
    {
        var viewer = new Viewer("somebody", role, role == Role.Leader ? shop.Leader : null, "售前一组");
        Assert.Equal((one, all), (Status(viewer, shop.Agent), Status(viewer, null)));
        Assert.Equal((one, all), (Paper(viewer, shop.Agent), Paper(viewer, null)));
    }

    [Fact]
    public void An_agent_takes_their_own_payslip_and_nobody_elses()
    {
        Assert.Equal((200, 403, 403), (Status(shop.AsAgent, shop.Agent), Status(shop.AsAgent, shop.Colleague), Status(shop.AsAgent, null)));
        Assert.Equal((403, 404), (Status(null, shop.Agent), Status(shop.Manager, "无此人")));
        Assert.Equal((200, 403, 403), (Paper(shop.AsAgent, shop.Agent), Paper(shop.AsAgent, shop.Colleague), Paper(shop.AsAgent, null)));
        Assert.Equal((403, 404), (Paper(null, shop.Agent), Paper(shop.Manager, "无此人")));
    }

    [Fact]
    public async Task Paper_says_what_the_person_may_know_whoever_prints_it()
    {
        var printed = new PayslipQuery(shop.Books, QueryShop.By(shop.Manager)).Papers(QueryShop.October, shop.Agent, QueryShop.Request).View!.Single();
        var own = (await new PayslipQuery(shop.Books, QueryShop.By(shop.AsAgent)).For(QueryShop.October, shop.Agent, QueryShop.Request)).View!;
        Assert.Equal(own.Notes, printed.Notes);
        Assert.Equal((own.Net, 0), (printed.Net, printed.Guard.Count));
        // The manager's page says no more: it is printed and handed over.
        Assert.Equal(own.Notes, (await new PayslipQuery(shop.Books, QueryShop.By(shop.Manager)).For(QueryShop.October, shop.Agent, QueryShop.Request)).View!.Notes);
    }

    [Fact]
    public void A_closed_months_payslip_has_the_sealed_amounts()
    {
        var sealedSlip = shop.Books.Of(QueryShop.September).Find(shop.Agent)!.SealedSlip!;
        var slip = new SlipsQuery(shop.Books, QueryShop.By(shop.AsAgent)).For(QueryShop.September, shop.Agent, QueryShop.Request).View!.Single();
        Assert.True(slip.Closed);
        Assert.Equal((sealedSlip.Net, sealedSlip.Net), (slip.Net, slip.Lines.Sum(l => l.Amount)));
        Assert.All(slip.Lines, l => Assert.Equal(l.Amount, l.Explanation.Value));
    }

    [Fact]
    public void Names_that_no_file_can_have_are_bent_and_no_two_files_are_the_same()
    {
        string[] names = ["a/b", "a\\b", "..", "王雨桐"];
        Assert.Equal(["payslip-2026-10-a_b.xlsx", "payslip-2026-10-a_b (2).xlsx", "payslip-2026-10-_.xlsx", "payslip-2026-10-王雨桐.xlsx"],
            SlipFiles.Named(QueryShop.October, names, n => n, SlipWorkbook.Extension).Select(s => s.Name));
    }
}
