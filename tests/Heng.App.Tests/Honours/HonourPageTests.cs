using Heng.App.Features.Appraisals;
using Heng.App.Features.Honours;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Tests.Consequences;
using Heng.App.Tests.Store;
using Heng.Engine.Appraisal;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Consequences.LadderShop;

namespace Heng.App.Tests.Honours;

/// <summary>Honours of October in the shop of the ladder: 孙一 has 90, 李思远 and 孙二 80, 孙三 70, 王雨桐 50.</summary>
public sealed class HonourPageTests
{
    private static readonly HonourAsk ByHand = new(HonourKind.Innovation, "王雨桐", October, "写出退款话术") { Prize = "奖杯" };

    private static LadderShop Five(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        var shop = new LadderShop(engine);
        string[] more = ["孙一", "孙二", "孙三"];
        shop.Import("people", "name,accounts,group,position,base_pay,from,to\n" + string.Concat(more.Select(n => $"{n},小店:{n},二组,front-line,4000,2026-10-01,\n")));
        shop.Import("entries", "month,agent,item,rater,points,by\n2026-10,孙一,attitude,leader,90,陆明\n2026-10,孙二,attitude,leader,80,陆明\n2026-10,孙三,attitude,leader,70,陆明\n");
        return shop;
    }

    /// <summary>Every stage before and with the publishing is ended.</summary>
    private static void Publish(LadderShop shop)
    {
        var one = Assert.Single(Assessment.All(shop.Database, shop.Month(October), new(shop.Clock.GetUtcNow().ToUnixTimeSeconds())));
        var stages = one.State.Course.Stages.ToList();
        var at = new Instant(shop.Clock.GetUtcNow().ToUnixTimeSeconds());
        Assert.True(shop.Database.Appraisals.Append(one.Of, one.File.Version, 0,
            [.. stages.Take(stages.FindIndex(s => s.Work == StageWork.Publish) + 1).Select(s => new Happening(AppraisalEvent.Ended, s.Id, null, "boss", at, "试"))], []));
    }

    private static HonoursQuery By(LadderShop shop, BookCache books, Viewer viewer) => new(books, _ => viewer, shop.Clock);
    private static async Task<HonoursView> Wall(LadderShop shop, Viewer viewer, string? group = null)
    {
        using var books = new BookCache(shop.Database);
        return (await By(shop, books, viewer).Wall(October, group, null, new DefaultHttpContext())).Seen.View!;
    }

    private static async Task<(string? Refused, long? Id)> Award(LadderShop shop, Viewer viewer, HonourAsk ask)
    {
        using var books = new BookCache(shop.Database);
        var (seen, id) = await By(shop, books, viewer).Wall(October, null, ask, new DefaultHttpContext());
        return (seen.View is { } view ? view.Refused?.Name : $"{seen.Status}", id);
    }

    private static async Task<HonourView?> One(LadderShop shop, Viewer viewer, long id, HonourAct? act = null)
    {
        using var books = new BookCache(shop.Database);
        return (await By(shop, books, viewer).One(id, act, new DefaultHttpContext())).View;
    }

    [Fact]
    public async Task There_is_a_champion_once_the_result_is_published_and_of_five_ranked_people_and_no_sooner()
    {
        using var four = new LadderShop();
        Publish(four);
        // Two are ranked on the plan.
        Assert.Empty((await Wall(four, Wang)).Podiums);

        using var shop = Five();
        Assert.Empty((await Wall(shop, Boss)).Podiums);
        Publish(shop);
        var podium = Assert.Single((await Wall(shop, Wang)).Podiums);
        Assert.Equal(["Champion 孙一 90", "RunnerUp 孙二 80", "RunnerUp 李思远 80"], podium.Places.Select(p => $"{p.Kind} {p.Agent} {p.Score:0}").Order(StringComparer.Ordinal));
        Assert.Equal(["李思远"], Assert.Single((await Wall(shop, Wang, "一组")).Podiums).Places.Select(p => p.Agent));
        // An agent awards nothing and is offered nothing.
        Assert.False((await Wall(shop, Wang)).MayAward);
    }

    [Fact]
    public async Task A_plan_that_shows_no_rank_has_no_podium()
    {
        using var shop = Five();
        shop.Database.Plans.Publish("s94-ladder", shop.Database.Plans.Find("s94-ladder")!.Yaml.Replace("course: approval-first", "course:\n  stages:\n    - { id: collect, work: collect, by: [hr] }\n    - { id: score, work: rate, by: [leader] }\n    - { id: publish, work: publish, by: [hr] }\n  shown: [score]", StringComparison.Ordinal).Replace("version: 1", "version: 2", StringComparison.Ordinal), new(2), "boss");
        Publish(shop);
        Assert.Empty((await Wall(shop, Boss)).Podiums);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_podiums_certificate_is_issued_once_to_whom_stands_on_it(DatabaseEngine engine)
    {
        using var shop = Five(engine);
        var champion = new HonourAsk(HonourKind.Champion, "孙一", October, "10 月第一") { Plan = PlanId };
        Assert.Equal("not-on-podium", (await Award(shop, Hr, champion)).Refused);
        Publish(shop);
        Assert.Equal("not-on-podium", (await Award(shop, Hr, champion with { To = "李思远" })).Refused);
        Assert.Equal("403", (await Award(shop, Chen, champion)).Refused);
        Assert.Equal((null, 1L), await Award(shop, Hr, champion));
        Assert.Equal("already-awarded", (await Award(shop, Boss, champion)).Refused);
        Assert.Equal(1L, (await Wall(shop, Wang)).Podiums[0].Places[0].Honour);
        Assert.Equal("2026-0001", (await One(shop, Wang, 1))!.Number);
        Assert.Equal(["honour-awarded"], shop.Told("孙一"));
        Assert.Equal(["honour-awarded"], shop.Database.Decisions.About("honour/1").Select(d => d.What));
    }

    [Fact]
    public async Task Money_takes_two_people_and_is_nobody_elses_to_see()
    {
        using var shop = new LadderShop();
        Assert.Equal("prize-unclear", (await Award(shop, Hr, ByHand with { NamesMoney = true })).Refused);
        Assert.Equal((null, 1L), await Award(shop, Hr, ByHand with { NamesMoney = true, PrizeYuan = 500m }));
        Assert.Equal(["honour-to-confirm"], shop.Told("boss"));
        Assert.Empty(shop.Told("王雨桐"));
        Assert.Empty((await Wall(shop, Chen)).Wall);
        Assert.Null(await One(shop, Wang, 1));
        Assert.Equal("same-person", (await One(shop, Hr, 1, new(HonourEvent.Confirmed, null)))!.Refused!.Name);
        Assert.Null((await One(shop, Boss, 1, new(HonourEvent.Confirmed, null)))!.Refused);
        Assert.Single((await Wall(shop, Chen)).Wall);
        Assert.Equal((true, false), ((await One(shop, Wang, 1))!.SeesMoney, (await One(shop, Chen, 1))!.SeesMoney));
        Assert.Equal(["honour-awarded"], shop.Told("王雨桐"));
    }

    [Fact]
    public async Task What_is_taken_back_leaves_the_wall_and_may_be_awarded_anew()
    {
        using var shop = new LadderShop();
        Assert.Equal(1L, (await Award(shop, Hr, ByHand)).Id);
        Assert.Equal("already-awarded", (await Award(shop, Boss, ByHand)).Refused);
        Assert.Equal("needs-reason", (await One(shop, Boss, 1, new(HonourEvent.TakenBack, null)))!.Refused!.Name);
        Assert.Null((await One(shop, Boss, 1, new(HonourEvent.TakenBack, "发错了人")))!.Refused);
        Assert.Empty((await Wall(shop, Chen)).Wall);
        Assert.Null(await One(shop, Chen, 1));
        Assert.Equal(HonourStage.TakenBack, (await One(shop, Wang, 1))!.State.Stage);
        Assert.Equal(2L, (await Award(shop, Boss, ByHand)).Id);
        Assert.Equal("already-awarded", (await Award(shop, Hr, ByHand)).Refused);
    }

    [Fact]
    public async Task An_accepted_award_waits_for_its_certificate_and_is_given_it_once()
    {
        using var shop = new LadderShop();
        Assert.Null(shop.Decide(Hr, August, MeasureKind.Award, MeasureEvent.Accepted, "2026-10-05", "好", "李思远", "strong"));
        var given = Assert.Single((await Wall(shop, Hr)).Ungiven);
        Assert.Equal(("李思远", HonourKind.Award), (given.Of.Person, given.Of.Kind));
        // Between the person and who answers for them until it is awarded.
        Assert.Empty((await Wall(shop, Chen)).Ungiven);
        var ask = new HonourAsk(HonourKind.Award, "李思远", October, "八月优秀") { Day = new(2026, 10, 5) };
        Assert.Equal("not-on-record", (await Award(shop, Hr, ask with { Day = new(2026, 10, 6) })).Refused);
        Assert.Null((await Award(shop, Hr, ask)).Refused);
        Assert.Empty((await Wall(shop, Hr)).Ungiven);
    }

    [Fact]
    public async Task Each_reason_against_a_form_is_named_and_what_was_typed_stays()
    {
        using var shop = new LadderShop();
        Assert.Equal("person-unknown", (await Award(shop, Hr, ByHand with { To = "没有此人" })).Refused);
        Assert.Equal("needs-reason", (await Award(shop, Hr, ByHand with { Why = "" })).Refused);
        Assert.Equal("needs-title", (await Award(shop, Hr, ByHand with { Kind = HonourKind.Other })).Refused);
        Assert.Equal("text-too-long", (await Award(shop, Hr, ByHand with { Why = new('长', 201) })).Refused);
        Assert.Equal("reason-too-long", (await Award(shop, Hr, ByHand with { Why = new('长', 100_000) })).Refused);
        Assert.Equal("own-honour", (await Award(shop, new("wang", Role.Hr, "王雨桐", null), ByHand)).Refused);
        using var books = new BookCache(shop.Database);
        Assert.Equal("写出退款话术", (await By(shop, books, Hr).Wall(October, null, ByHand with { Kind = HonourKind.Other }, new DefaultHttpContext())).Seen.View!.Asked!.Why);
    }
}
