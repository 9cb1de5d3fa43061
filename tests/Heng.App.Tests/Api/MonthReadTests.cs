using System.Globalization;
using Heng.App.Features.Api;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.PayRuns;
using Heng.App.Features.People;
using Heng.App.Tests.Queries;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Api;

/// <summary>How far a month is, by a key: the numbers of the pages of its assessments and of its pay run.</summary>
[Collection(DrilledShopGroup.Name)]
public sealed class MonthReadTests : IDisposable
{
    private static readonly Viewer Hr = new("hr", Role.Hr, null, null), Boss = new("manager", Role.Manager, null, null);
    private readonly DrilledShop shop;
    private readonly ApiSite site;
    private readonly BookCache books;

    public MonthReadTests(DrilledShop shop)
    {
        this.shop = shop;
        site = new(shop.Database);
        books = new(site.Database);
        int Id(string name) => site.Database.People.Roster.Find(name)!.Id;
        foreach (var (name, role, person) in new (string, Role, int?)[] { ("hr", Role.Hr, null), ("qa", Role.Qa, null), ("ann", Role.Agent, Id(shop.Ann.Name)), ("leader", Role.Leader, Id(shop.AsLeader(shop.Ann).Person!)), ("auditor", Role.Auditor, null) }) site.Accounts.Add(name, role, person, null, null);
    }

    [Fact]
    public async Task A_pay_run_is_as_its_page_shows_it_and_moves_with_its_steps()
    {
        var key = site.Key("auditor", ApiScope.ReadPay.Name);
        Assert.Equal(("open", null), await Run());
        Assert.Null(new Close(site.Database, site.Clock).Prepare(DrilledShop.October, site.Database.Shops.All, null, Hr).Refused);
        Assert.Equal(("prepared", "prepared hr"), await Run());
        Assert.Null(new Close(site.Database, site.Clock).Finish(DrilledShop.October, site.Database.Shops.All, null, Boss, provisionally: true).Refused);
        Assert.Equal(("closed", "closed manager"), await Run());
        Assert.Equal(("closed", "manager"), (await site.Get(site.Key("ann", ApiScope.ReadMetrics.Name), "/api/v1/months")).Rows.Select(r => (r!["state"]!.ToString(), r["by"]?.ToString())).First(r => r.Item2 is not null));

        async Task<(string Stage, string? Last)> Run()
        {
            var run = (await site.Get(key, "/api/v1/run?month=2026-10")).Json;
            var page = (await new RunQuery(books, _ => Hr, site.Clock).For(DrilledShop.October, null, null, new DefaultHttpContext())).View!;
            Assert.True(page.Totals.Totals.All.Now > 0m);
            Assert.Equal(page.Totals.Totals.All.Now, (decimal)run["net"]!["now"]!);
            foreach (var (list, name, parts) in new[] { ("people", "agent", page.Totals.Totals.People), ("groups", "group", page.Totals.Totals.Groups), ("components", "component", page.Totals.Totals.Components) })
            {
                Assert.Equal(parts.Select(p => (p.Id, p.Now)), run[list]!.AsArray().Select(p => (p![name]!.ToString(), (decimal?)p["now"])));
                Assert.Equal(page.Totals.Totals.All.Now, parts.Sum(p => p.Now));
            }
            Assert.Equal(page.Outlook?.Resting, (decimal?)run["outlook"]?["canMove"]);
            var leavers = (await site.Get(key, "/api/v1/leavers?month=2026-10")).Rows;
            Assert.Equal(page.Leavers.Select(l => (l.Agent, l.Net)), leavers.Select(l => (l!["agent"]!.ToString(), (decimal?)l["net"])));
            return (run["stage"]!.ToString(), run["steps"]!.AsArray() is [.., { } last] ? $"{last["step"]} {last["by"]}" : null);
        }
    }

    [Fact]
    public async Task An_assessment_is_as_its_page_shows_it_to_each()
    {
        foreach (var (account, viewer) in new[] { ("hr", Hr), ("qa", new Viewer("qa", Role.Qa, null, null)), ("ann", shop.AsAgent(shop.Ann)), ("leader", shop.AsLeader(shop.Ann)) })
            foreach (var one in (await site.Get(site.Key(account, ApiScope.ReadScores.Name), "/api/v1/assessments?month=2026-10")).Rows)
            {
                var page = (await new AppraisalQuery(books, _ => viewer, site.Clock).For(DrilledShop.October, one!["scheme"]!.ToString(), one["cycle"]!.ToString(), null, new DefaultHttpContext())).View!;
                Assert.Equal(page.Steps.Select(s => (s.Id, s.Over, s.Done, s.All)), one["stages"]!.AsArray().Select(s => (s!["stage"]!.ToString(), (bool)s["over"]!, (int)s["done"]!, (int)s["all"]!)));
                Assert.Equal(page.Steps.Single(s => s.Now) is var now ? (now.Id, now.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), now.Late) : default, (one["stage"]!.ToString(), one["lastDay"]?.ToString(), (int)one["daysLate"]!));
                Assert.Equal(page.Waiting.Select(w => (w.Doer.En, string.Join(' ', w.About))), one["waiting"]!.AsArray().Select(w => (w!["doer"]!.ToString(), string.Join(' ', w["about"]!.AsArray().Select(a => a!.ToString())))));
                Assert.Equal(page.Mine.Select(m => m.Part.About), one["mine"]!.AsArray().Select(m => m!["about"]?.ToString()));
                // HR is told who is waited for; an agent of nobody but themself.
                Assert.Equal(account == "hr", one["waiting"]!.AsArray().Count > 0);
            }
        Assert.NotEmpty((await site.Get(site.Key("hr", ApiScope.ReadScores.Name), "/api/v1/assessments?month=2026-10")).Rows);
    }

    public void Dispose()
    {
        books.Dispose();
        site.Dispose();
    }
}
