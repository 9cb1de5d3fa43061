using Heng.App.Features.Onboarding;
using Heng.App.Features.People;
using Heng.App.Tests.Consequences;
using Heng.App.Tests.Store;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Consequences.LadderShop;

namespace Heng.App.Tests.Honours;

/// <summary>新新 joined 一组 on the 20th of October; 王雨桐 is the mentor. It is the 2nd of November.</summary>
public sealed class OnboardingPageTests
{
    private static readonly Viewer Xin = new("xin", Role.Agent, "新新", "一组"), Li = new("li", Role.Agent, "李思远", "一组"), Audit = new("audit", Role.Auditor, null, null), Qa = new("qa", Role.Qa, null, null);
    private static readonly OnboardingStart Ask = new("新新", "王雨桐", "short", null);

    private const string Short = "onboarding: short\ntitle: { zh: 短, en: Short }\nsteps:\n  - { day: 20, who: trainee, name: { zh: 考试, en: Exam }, page: /growth/exams }\n  - { day: 14, who: mentor, name: { zh: 旁听, en: Listening } }\n";

    private static LadderShop Shop(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        var shop = new LadderShop(engine);
        shop.Import("people", "name,accounts,group,position,base_pay,from,to\n新新,小店:小新,一组,front-line,3500,2026-10-20,\n");
        Assert.Equal((null, "short"), Keep(shop, Boss, Short));
        return shop;
    }

    private static OnboardingQuery As(LadderShop shop, Viewer viewer) => new(shop.Database, _ => viewer, shop.Clock);
    private static (string? Refused, string? Kept) Keep(LadderShop shop, Viewer viewer, string yaml, int seen = 0, string plan = "new-hire") =>
        As(shop, viewer).Plan(plan, new(yaml, seen), new DefaultHttpContext()).Result is var (seenPage, kept) && seenPage.View is { } view ? (view.Refused?.Name, kept) : ("not shown", null);
    private static async Task<string?> Begin(LadderShop shop, Viewer viewer, OnboardingStart ask) =>
        await As(shop, viewer).List(null, false, ask, true, new DefaultHttpContext()) is var (seen, id) && seen.View is { } view ? view.Refused?.Name ?? $"{id}" : $"{seen.Status}";
    private static async Task<OnboardingsView> List(LadderShop shop, Viewer viewer, bool over = false) => (await As(shop, viewer).List(null, over, null, false, new DefaultHttpContext())).Seen.View!;
    private static async Task<OnboardingView?> One(LadderShop shop, Viewer viewer, OnboardingHappening? ask = null) => (await As(shop, viewer).One(1, ask, new DefaultHttpContext())).View;
    private static async Task<string?> Does(LadderShop shop, Viewer viewer, OnboardingHappening ask) => (await One(shop, viewer, ask))!.Refused?.Name;
    private static OnboardingHappening Act(OnboardingEvent what, int? step = null, string? note = null) => new(what, "", default) { Step = step, Note = note };
    private static OnboardingHappening Passes => Act(OnboardingEvent.Ended, note: "做得好") with { Result = OnboardingResult.Passed };

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task From_the_proposal_to_the_result(DatabaseEngine engine)
    {
        using var shop = Shop(engine);
        Assert.Equal("新新", Assert.Single((await List(shop, Chen)).Proposed).Name);
        Assert.Equal("1", await Begin(shop, Chen, Ask));
        Assert.Empty((await List(shop, Chen)).Proposed);
        Assert.Equal(["onboarding-started"], shop.Told("新新"));
        Assert.Equal(["onboarding-started"], shop.Told("王雨桐"));
        // From the day of joining, in the order of days: the 14th day from the 20th of October is the 2nd of November, the 20th the 8th.
        var view = (await One(shop, Xin))!;
        Assert.Equal(["2026-11-02 旁听", "2026-11-08 考试"], view.State.Steps.Select(s => $"{s.Due:yyyy-MM-dd} {s.Step.Name.Zh}"));
        Assert.Equal(("新新", true, false), (view.Ticks, view.MayTick(view.State.Steps[0]), view.Leads));
        Assert.Null(await Does(shop, Wang, Act(OnboardingEvent.Ticked, 0)));
        Assert.Equal(["onboarding-started", "onboarding-to-confirm"], shop.Told("新新"));
        Assert.Null(await Does(shop, Xin, Act(OnboardingEvent.Ticked, 0)));
        Assert.Equal(("not-yours", "steps-open", "role-may-not"), (await Does(shop, Chen, Act(OnboardingEvent.Ticked, 1)), await Does(shop, Chen, Passes), await Does(shop, Wang, Passes)));
        await Does(shop, Xin, Act(OnboardingEvent.Ticked, 1));
        await Does(shop, Wang, Act(OnboardingEvent.Ticked, 1));
        Assert.Equal(["onboarding-ready"], shop.Told("陈静"));
        Assert.Null(await Does(shop, Chen, Passes));
        Assert.Equal("onboarding-ended", shop.Told("新新")[^1]);
        Assert.Empty((await List(shop, Wang)).Rows);
        Assert.Single((await List(shop, Wang, over: true)).Rows);
        // The chain names no words of it.
        Assert.Equal(["onboarding-started ", "onboarding-ticked ", "onboarding-ticked ", "onboarding-ticked ", "onboarding-ticked ", "onboarding-ended "], shop.Database.Decisions.About("onboarding/1").Select(d => $"{d.What} {d.Why}"));
        Assert.Null(shop.Database.Decisions.FirstBroken());
    }

    [Fact]
    public async Task It_is_seen_by_trainee_mentor_who_leads_and_who_answers_and_by_nobody_else()
    {
        using var shop = Shop();
        await Begin(shop, Hr, Ask);
        foreach (var stranger in new[] { Li, Other, Qa, new("admin", Role.Administrator, null, null) })
        {
            Assert.Null(await One(shop, stranger));
            Assert.Empty((await List(shop, stranger)).Rows);
        }
        foreach (var concerned in new[] { Xin, Wang, Chen, Hr, Boss, Audit })
            Assert.Single((await List(shop, concerned)).Rows);
        var audited = (await One(shop, Audit))!;
        Assert.Equal((null, false), (audited.Ticks, audited.Leads));
        Assert.Equal(StatusCodes.Status403Forbidden, (await As(shop, Audit).One(1, Act(OnboardingEvent.Ticked, 0), new DefaultHttpContext())).Status);
        Assert.Equal("needs-named-person", await Does(shop, new("operator", Role.Operator, null, null), Passes));
        Assert.Null(await Does(shop, Hr, Act(OnboardingEvent.MentorChanged) with { Mentor = "李思远" }));
        Assert.Null(await One(shop, Wang));
        Assert.True((await One(shop, Li))!.MayTick((await One(shop, Li))!.State.Steps[0]));
        Assert.Equal("onboarding-mentor", shop.Told("王雨桐")[^1]);
    }

    [Fact]
    public async Task Each_reason_against_a_start_is_named_and_nothing_is_kept()
    {
        using var shop = Shop();
        Assert.Equal(("403", "403", "403"), (await Begin(shop, Xin, Ask), await Begin(shop, Audit, Ask), await Begin(shop, Qa, Ask)));
        Assert.Equal("needs-person", await Begin(shop, Other, Ask));
        Assert.Equal("needs-person", await Begin(shop, Hr, Ask with { Trainee = "没有此人" }));
        Assert.Equal("needs-mentor", await Begin(shop, Hr, Ask with { Mentor = null }));
        Assert.Equal("person-unknown", await Begin(shop, Hr, Ask with { Mentor = "没有此人" }));
        Assert.Equal("mentor-is-trainee", await Begin(shop, Hr, Ask with { Mentor = "新新" }));
        Assert.Equal("unknown-plan", await Begin(shop, Hr, Ask with { Plan = "none" }));
        Assert.Equal("day-far", await Begin(shop, Hr, Ask with { From = new(2026, 10, 19) }));
        Assert.Equal("day-far", await Begin(shop, Hr, Ask with { From = new(2099, 1, 1) }));
        Assert.Equal("role-may-not", await Begin(shop, Chen, Ask with { Trainee = "陈静" }));
        Assert.Empty((await List(shop, Hr)).Rows);
        Assert.Equal(("1", "already-trained"), (await Begin(shop, Hr, Ask), await Begin(shop, Chen, Ask)));
        // Who joined long ago begins today.
        Assert.Equal("2", await Begin(shop, Hr, Ask with { Trainee = "李思远" }));
        Assert.Equal(new DateOnly(2026, 11, 2), OnboardingDoing.In(shop.Database).Find(2)!.Happened[0].From);
    }

    [Fact]
    public async Task Steps_are_reminded_of_before_and_when_late_and_the_result_on_the_last_day_once_each()
    {
        using var shop = Shop();
        await Begin(shop, Chen, Ask);
        await Does(shop, Xin, Act(OnboardingEvent.Ticked, 0));
        string Told(int day) => string.Join(' ', OnboardingTold.Remind(shop.Database, new(2026, 11, day), new(shop.Clock.GetUtcNow().ToUnixTimeSeconds())).Select(n => $"{n.Kind["onboarding-".Length..]}→{n.To}").Order(StringComparer.Ordinal));
        // Step 1 is due on the 2nd and waits for the mentor alone; step 2 on the 8th, the last day.
        Assert.Equal(("step-due→王雨桐", "step-late→王雨桐 step-late→陈静", ""), (Told(2), Told(3), Told(4)));
        Assert.Equal(("step-due→新新 step-due→王雨桐", "ready→陈静", "step-late→新新 step-late→王雨桐 step-late→陈静"), (Told(7), Told(8), Told(9)));
        Assert.Equal(2, (await List(shop, Chen)).Rows[0].State.Late(new(2026, 11, 9)).Count());
        Assert.Null(await Does(shop, Chen, Act(OnboardingEvent.Extended, note: "再练") with { Until = new(2026, 11, 20) }));
        Assert.Equal(("", "step-due→新新 step-due→王雨桐 step-due→王雨桐"), (Told(10), Told(19)));
        // Who has left is not waited for.
        shop.Import("people", "name,accounts,group,position,base_pay,from,to\n新新,小店:小新,一组,front-line,3500,2026-10-20,2026-11-15\n");
        Assert.Equal("", Told(25));
    }

    [Fact]
    public async Task A_plan_is_kept_in_versions_and_its_faults_are_told_by_line()
    {
        using var shop = Shop();
        Assert.Equal(("not shown", "not shown", "not shown"), (Keep(shop, Chen, Short).Refused, Keep(shop, Audit, Short).Refused, Keep(shop, Hr, Short, 0, "none").Refused));
        var shipped = (await As(shop, Chen).Plan("new-hire", null, new DefaultHttpContext())).Seen.View!;
        Assert.Equal((0, 22, false), (shipped.Plan.Version, shipped.Plan.Plan.Steps.Count, shipped.MayKeep));
        Assert.Equal(("plan-unchanged", null), Keep(shop, Hr, shipped.Yaml));
        Assert.Equal((null, "new-hire"), Keep(shop, Hr, shipped.Yaml.Replace("day: 90", "day: 80", StringComparison.Ordinal)));
        // Another had the first version open.
        Assert.Equal(("changed-meanwhile", null), Keep(shop, Boss, shipped.Yaml + "\n"));
        Assert.Equal("changed-meanwhile", Keep(shop, Boss, "wrong").Refused);
        Assert.Equal((null, "new-hire"), Keep(shop, Boss, shipped.Yaml + "\n", 1));
        Assert.Equal(["hr", "boss"], OnboardingPlans.Find(shop.Database, "new-hire")!.Versions.Select(v => v.Who));
        Assert.Equal(("plan-exists", null), Keep(shop, Hr, Short, 2));
        var wrong = (await As(shop, Hr).Plan("new-hire", new(Short.Replace("day: 20, who: trainee", "day: 900, who: nobody", StringComparison.Ordinal).Replace("/growth/exams", "https://elsewhere.example", StringComparison.Ordinal) + "wrong: 1\n", 2), new DefaultHttpContext())).Seen.View!;
        Assert.Equal(("plan-unreadable", "4,4,4,6"), (wrong.Refused!.Name, string.Join(',', wrong.Errors.Select(e => e.Line))));
        Assert.Equal("plan-unreadable", Keep(shop, Hr, new('长', 100_000), 2).Refused);
        Assert.Equal("plan-unreadable", Keep(shop, Hr, "", 2).Refused);
    }

    [Theory]
    [InlineData("2026-08-01,2026-10-31", "2026-11-01,", false)]    // moved to another group the day after
    [InlineData("2026-08-01,2026-10-30", "2026-11-01,", true)]     // came back after a day away
    [InlineData("2026-08-01,2026-10-15", "2026-10-16,", false)]
    public async Task A_move_is_no_joining_and_coming_back_is(string first, string second, bool proposed)
    {
        using var shop = Shop();
        shop.Import("people", $"name,accounts,group,position,base_pay,from,to\n老何,小店:老何,一组,front-line,3500,{first}\n老何,小店:老何,二组,front-line,3500,{second}\n");
        Assert.Equal(proposed, (await List(shop, Hr)).Proposed.Any(p => p.Name == "老何"));
    }

    [Fact]
    public void What_ships_reads_and_its_pages_are_ours() =>
        Assert.Equal([("new-hire", 22, 90)], OnboardingPlans.Shipped.Select(p => (p.Id, p.Plan.Steps.Count, p.Plan.Steps[^1].Day)));
}
