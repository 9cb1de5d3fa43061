using System.Net;
using Heng.App.Features.ImprovementPlans;
using Heng.App.Features.Interviews;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Tests.Consequences;
using Heng.App.Tests.SignIn;
using Heng.App.Tests.Store;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Heng.App.Tests.Consequences.LadderShop;

namespace Heng.App.Tests.Honours;

/// <summary>Improvement plans in the shop of the ladder, on the 2nd of November: written, agreed to, followed, reminded of and closed; and made from an interview.</summary>
public sealed class ImprovementPageTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly ImprovementHappening Text = new(ImprovementEvent.Written, "", default)
    {
        Goal = "满意率上去", Metric = "satisfaction", From = 80m, To = 95m, Steps = [new("整理话术", "王雨桐", new(2026, 11, 10)), new("旁听一次", "陈静", new(2026, 11, 20))],
    };

    private static HttpContext Context()
    {
        var context = new DefaultHttpContext();
        context.Items[typeof(Shell)] = Shell.Nobody with { Months = [October], Latest = October };
        return context;
    }

    private static async Task<(string? Refused, long? Id)> New(LadderShop shop, Viewer viewer, NewImprovementAsk ask)
    {
        using var books = new BookCache(shop.Database);
        var (seen, id) = await new ImprovementsQuery(books, _ => viewer, shop.Clock).New(ask, Context());
        return (id is not null ? null : seen.View is { } view ? view.Refused?.Name : $"{seen.Status}", id);
    }

    private static async Task<ImprovementView?> One(LadderShop shop, Viewer viewer, long id = 1, ImprovementHappening? ask = null)
    {
        using var books = new BookCache(shop.Database);
        return (await new ImprovementsQuery(books, _ => viewer, shop.Clock).One(id, ask, Context())).View;
    }

    private static async Task<IReadOnlyList<ImprovementRow>> List(LadderShop shop, Viewer viewer, bool over = false)
    {
        using var books = new BookCache(shop.Database);
        return (await new ImprovementsQuery(books, _ => viewer, shop.Clock).List(null, over, Context())).View!.Rows;
    }

    private static async Task<string> Read(LadderShop shop, string account, string address)
    {
        await using var app = Server.Build(shop.Database, shop.Shop.Data, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton<TimeProvider>(shop.Clock);
        });
        await app.StartAsync();
        using var visitor = new Visitor(app.Urls.First());
        await visitor.SignIn(account, "balance-2026");
        return await visitor.Read(address);
    }

    private static ImprovementHappening Act(ImprovementEvent what, int? step = null, string? note = null) => new(what, "", default) { Step = step, Note = note };
    private static NewImprovementAsk For(string person, ImprovementHappening? text = null) => new(person, null, null, text ?? Text);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task From_the_first_words_to_the_result(DatabaseEngine engine)
    {
        using var shop = new LadderShop(engine);
        Assert.Equal((null, 1L), await New(shop, Chen, For("王雨桐")));
        Assert.Equal(["improvement-written"], shop.Told("王雨桐"));
        Assert.True(Assert.Single(await List(shop, Wang)).ForMe);
        // Rates are typed in percent.
        Assert.Equal((0.8m, 0.95m), (await One(shop, Chen))!.State.Text is var text ? (text.From!.Value, text.To!.Value) : default);
        Assert.Equal("not-running", (await One(shop, Wang, ask: Act(ImprovementEvent.StepDone, 0)))!.Refused!.Name);
        Assert.Null((await One(shop, Wang, ask: Act(ImprovementEvent.Agreed)))!.Refused);
        Assert.Equal(["improvement-agreed"], shop.Told("陈静"));
        Assert.Null((await One(shop, Wang, ask: Act(ImprovementEvent.StepDone, 0)))!.Refused);
        Assert.Equal("not-yours", (await One(shop, Wang, ask: Act(ImprovementEvent.StepDone, 1)))!.Refused!.Name);
        Assert.Null((await One(shop, Chen, ask: Act(ImprovementEvent.StepNotDone, 1, "排不开")))!.Refused);
        Assert.False((await One(shop, Wang))!.MayClose);
        var closed = (await One(shop, Chen, ask: Act(ImprovementEvent.Closed, note: "话术有用") with { Result = ImprovementResult.Met }))!;
        Assert.Equal((null, ImprovementStage.Closed), (closed.Refused, closed.State.Stage));
        Assert.Empty(await List(shop, Wang));
        Assert.Single(await List(shop, Wang, over: true));
        // The chain names no words of it.
        Assert.Equal(["improvement-written ", "improvement-agreed ", "improvement-step-done ", "improvement-step-not-done ", "improvement-closed "], shop.Database.Decisions.About("improvement/1").Select(d => $"{d.What} {d.Why}"));
        Assert.Null(shop.Database.Decisions.FirstBroken());
    }

    [Fact]
    public async Task It_is_seen_by_the_person_who_leads_and_who_answers_and_by_nobody_else()
    {
        using var shop = new LadderShop();
        await New(shop, Chen, For("王雨桐"));
        var li = new Viewer("li", Role.Agent, "李思远", "一组");
        foreach (var stranger in new[] { li, Other, new("qa", Role.Qa, null, null) })
        {
            Assert.Null(await One(shop, stranger));
            Assert.Empty(await List(shop, stranger));
        }
        Assert.Equal("404", (await New(shop, Other, For("王雨桐"))).Refused);
        Assert.Equal("404", (await New(shop, Wang, For("李思远"))).Refused);
        Assert.Equal("403", (await New(shop, new("audit", Role.Auditor, null, null), For("王雨桐"))).Refused);
        Assert.NotNull(await One(shop, new("audit", Role.Auditor, null, null)));
        Assert.True((await One(shop, Hr))!.MayAgree);
    }

    [Fact]
    public async Task A_signed_interview_becomes_a_plan_that_runs_by_one_press_and_once()
    {
        using var shop = new LadderShop();
        var doing = new InterviewDoing(shop.Database, shop.Clock);
        doing.Begin(new(October), "王雨桐", null, new(Today, "耐心", "响应慢", [new("整理话术", "王雨桐", new(2026, 11, 10))]), Chen);
        string? Sign(Viewer viewer) => doing.Sign(shop.Database.Interviews.Find(1)!, shop.Database.Interviews.Find(1)!.State.Hash, false, null, viewer)?.Name;
        var ask = new NewImprovementAsk(null, null, 1, null);
        Sign(Chen);
        Assert.Equal("not-signed", (await New(shop, Chen, ask)).Refused);
        Sign(Wang);
        Assert.Equal("404", (await New(shop, Other, ask)).Refused);
        Assert.Equal((null, 1L), await New(shop, Wang, ask));
        var view = (await One(shop, Wang))!;
        Assert.Equal((ImprovementStage.Running, "整理话术", "/interviews/1"), (view.State.Stage, view.State.Steps[0].Planned.What, view.InterviewHref));
        // A second press leads to the same one.
        Assert.Equal((null, 1L), await New(shop, Chen, ask));
        Assert.Single(await List(shop, Hr));
        // What was short, the month's result and the interview stand apart.
        var why = WebUtility.HtmlDecode(await Read(shop, "wang", "/growth/improvement/1"));
        Assert.Matches("<p>为什么：响应慢 · <a href=\"[^\"]+\">2026 ?年 ?10 ?月的成绩</a> · <a href=\"/interviews/1\">那次面谈</a></p>", why);
    }

    [Fact]
    public async Task Without_a_name_the_page_offers_whom_one_may_write_for()
    {
        using var shop = new LadderShop();
        async Task<NewImprovementView?> Offered(Viewer viewer)
        {
            using var books = new BookCache(shop.Database);
            return (await new ImprovementsQuery(books, _ => viewer, shop.Clock).New(new(null, null, null, null), Context())).Seen.View;
        }
        var own = (await Offered(Wang))!;
        Assert.Null(own.Fields);
        Assert.Equal((1, "王雨桐", 0), (own.People.Count, own.People[0], own.Groups.Count));
        var leads = (await Offered(Chen))!;
        Assert.Contains("王雨桐", leads.People);
        Assert.Equal(["一组"], leads.Groups);
        Assert.Null(await Offered(new("audit", Role.Auditor, null, null)));
    }

    [Fact]
    public async Task A_team_plan_waits_for_HR_or_the_manager()
    {
        using var shop = new LadderShop();
        Assert.Equal("404", (await New(shop, Chen, new(null, "二组", null, Text))).Refused);
        Assert.Equal((null, 1L), await New(shop, Chen, new(null, "一组", null, Text)));
        Assert.Equal(["improvement-written"], shop.Told("hr"));
        // An agent of the group is no party to it.
        Assert.Null(await One(shop, Wang));
        Assert.Equal(ImprovementStage.Running, (await One(shop, Boss, ask: Act(ImprovementEvent.Agreed)))!.State.Stage);
    }

    [Fact]
    public async Task A_step_is_told_of_before_it_is_due_and_when_late_and_once_each()
    {
        using var shop = new LadderShop();
        await New(shop, Chen, For("王雨桐"));
        await One(shop, Wang, ask: Act(ImprovementEvent.Agreed));
        string Told(int day) => string.Join(' ', StepsTold.Remind(shop.Database, new(2026, 11, day), new(shop.Clock.GetUtcNow().ToUnixTimeSeconds())).Select(n => $"{n.Kind}→{n.To}").Order(StringComparer.Ordinal));
        Assert.Equal(("", "improvement-step-due→王雨桐", ""), (Told(7), Told(8), Told(9)));
        Assert.Equal(("improvement-step-late→王雨桐 improvement-step-late→陈静", ""), (Told(11), Told(12)));
    }

    [Fact]
    public async Task Bad_words_are_named_and_nothing_is_kept()
    {
        using var shop = new LadderShop();
        Assert.Equal("needs-goal", (await New(shop, Chen, For("王雨桐", Text with { Goal = null }))).Refused);
        Assert.Equal("unknown-metric", (await New(shop, Chen, For("王雨桐", Text with { Metric = "none" }))).Refused);
        Assert.Equal("steps-unclear", (await New(shop, Chen, For("王雨桐", Text with { Steps = [] }))).Refused);
        Assert.Equal("text-too-long", (await New(shop, Chen, For("王雨桐", Text with { Goal = new('长', 100_000) }))).Refused);
        Assert.Equal("404", (await New(shop, Chen, For("没有此人"))).Refused);
        Assert.Equal("403", (await New(shop, new("qa", Role.Qa, null, null), For("王雨桐"))).Refused);
        Assert.Equal("needs-named-person", (await New(shop, new("operator", Role.Operator, null, null), For("王雨桐"))).Refused);
        Assert.Empty(await List(shop, Hr));
    }
}
