using Heng.App.Features.Consequences;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Tests.Store;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Consequences.LadderShop;

namespace Heng.App.Tests.Consequences;

/// <summary>Proposals of a ladder decided by people: what they become, who may, and what is refused.</summary>
public sealed class MeasureDecisionTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Accepted_coaching_lets_the_warning_be_proposed_and_a_confirmed_warning_the_exit(DatabaseEngine engine)
    {
        using var shop = new LadderShop(engine);
        Assert.Equal(("Coaching 1", "Coaching 2", "Coaching 3"), (shop.Proposed(August), shop.Proposed(September), shop.Proposed(October)));
        Assert.Null(shop.Decide(Chen, August, MeasureKind.Coaching, MeasureEvent.Accepted, "2026-09-05", "谈了响应时间"));
        Assert.Equal([new MeasureTaken(new(2026, 9, 5), "王雨桐", MeasureKind.Coaching, "谈了响应时间；2026-08 E 50", PlanId)], shop.OnRecord);
        Assert.Equal("Warning 2", shop.Proposed(September));

        Assert.Null(shop.Decide(Hr, September, MeasureKind.Warning, MeasureEvent.Accepted, "2026-10-08", "辅导后没有改善"));
        // One person is not enough: nothing is on record yet.
        Assert.Single(shop.OnRecord);
        Assert.Equal(["measure-to-confirm"], shop.Told("boss"));
        Assert.Equal("same-person", shop.Decide(Hr, September, MeasureKind.Warning, MeasureEvent.Confirmed));
        Assert.Equal("role-may-not", shop.Decide(Chen, September, MeasureKind.Warning, MeasureEvent.Confirmed));
        Assert.Null(shop.Decide(Boss, September, MeasureKind.Warning, MeasureEvent.Confirmed, why: null));
        Assert.Equal([(new DateOnly(2026, 9, 5), MeasureKind.Coaching), (new(2026, 10, 8), MeasureKind.Warning)], shop.OnRecord.Select(m => (m.Day, m.Kind)));
        Assert.Equal("Exit 3", shop.Proposed(October));
        Assert.Equal(["measure-taken", "measure-taken"], shop.Told("王雨桐"));

        // The person learns of an exit face to face.
        Assert.Null(shop.Decide(Hr, October, MeasureKind.Exit, MeasureEvent.Accepted, "2026-11-30", "已面谈"));
        Assert.Null(shop.Decide(Boss, October, MeasureKind.Exit, MeasureEvent.Confirmed));
        Assert.Equal(2, shop.Told("王雨桐").Count);
        // 陈静 is told of what others decided about her people.
        Assert.Equal(["measure-taken", "measure-taken"], shop.Told("陈静"));
        Assert.Null(shop.Database.Decisions.FirstBroken());
        Assert.Equal(["measure-accepted", "measure-confirmed"], shop.Database.Decisions.About(new MeasureOf(October, PlanId, "weak", "王雨桐", MeasureKind.Exit).Subject).Select(d => d.What));
        Assert.Equal([50m, 50m, 50m], shop.Database.Measures.Find(new(October, PlanId, "weak", "王雨桐", MeasureKind.Exit))!.Evidence.Select(c => c.Score!.Value));
    }

    [Fact]
    public void Nothing_harsher_than_coaching_is_taken_before_coaching_for_the_same_shortfall_is_on_record()
    {
        using var shop = new LadderShop();
        Assert.Equal("coaching-first", shop.Decide(Hr, September, MeasureKind.Warning, MeasureEvent.Accepted, "2026-10-08"));
        Assert.Equal("not-proposed", shop.Decide(Hr, September, MeasureKind.Exit, MeasureEvent.Accepted, "2026-10-08"));
        // Coaching for another plan's shortfall is none for this one's.
        shop.Import("measures", "日期,客服,措施,备注,针对方案\n2026-09-10,王雨桐,辅导,,s1-other/plan\n");
        Assert.Equal("coaching-first", shop.Decide(Hr, September, MeasureKind.Warning, MeasureEvent.Accepted, "2026-10-08"));
        // What says no plan counts for any.
        shop.Import("measures", "日期,客服,措施,备注\n2026-09-11,王雨桐,辅导,\n");
        Assert.Null(shop.Decide(Hr, September, MeasureKind.Warning, MeasureEvent.Accepted, "2026-10-08"));
        // It was undone by an import that takes it away: the second person does not confirm what the cards no longer propose.
        shop.Import("entries", "month,agent,item,rater,points,by\n2026-09,王雨桐,attitude,leader,90,陈静\n");
        Assert.Equal("not-proposed", shop.Decide(Boss, September, MeasureKind.Warning, MeasureEvent.Confirmed));
        Assert.Null(shop.Decide(Boss, September, MeasureKind.Warning, MeasureEvent.Refused, why: "九月的分更正了"));
    }

    [Fact]
    public void Each_reason_against_a_decision_is_named()
    {
        using var shop = new LadderShop();
        string? Coach(Viewer viewer, string? day = "2026-09-05", string? why = "谈过", MeasureEvent act = MeasureEvent.Accepted) => shop.Decide(viewer, August, MeasureKind.Coaching, act, day, why);
        Assert.Equal("needs-named-person", Coach(new("operator", Role.Operator, null, null)));
        Assert.Equal("own-measure", Coach(new("wang", Role.Hr, "王雨桐", null)));
        Assert.Equal("not-proposed", Coach(Wang));
        Assert.Equal("not-proposed", Coach(Other));
        Assert.Equal("needs-day", Coach(Chen, null));
        Assert.Equal("day-too-early", Coach(Chen, "2026-08-31"));
        Assert.Equal("day-ahead", Coach(Chen, "2026-11-03"));
        Assert.Equal("reason-too-long", Coach(Chen, why: new string('长', 501)));
        Assert.Equal("needs-reason", Coach(Chen, why: " ", act: MeasureEvent.Refused));
        Assert.Equal("needs-reason", Coach(Chen, null, "", MeasureEvent.PutOff));
        Assert.Equal("nothing-to-confirm", Coach(Hr, act: MeasureEvent.Confirmed));
        Assert.Equal("not-proposed", shop.Decide(Hr, new(2099, 1), MeasureKind.Coaching, MeasureEvent.Accepted, "2026-10-08"));
        Assert.Equal("not-proposed", shop.Decide(Hr, August, MeasureKind.Coaching, MeasureEvent.Accepted, "2026-10-08", rule: "none"));
        Assert.Empty(shop.OnRecord);
        Assert.Null(Coach(Chen, null, "下周再谈", MeasureEvent.PutOff));
        Assert.Null(Coach(Chen, "2026-11-02", null));
        Assert.Equal("already-decided", Coach(Hr));
        // A promotion is HR's, a plain record, and changes nobody's row.
        Assert.Equal("role-may-not", shop.Decide(Chen, September, MeasureKind.Promotion, MeasureEvent.Accepted, "2026-12-01", agent: "李思远", rule: "strong"));
        var rows = shop.Database.People.Roster.HistoryOf(shop.Database.People.Roster.Find("李思远")!.Id).Count;
        Assert.Null(shop.Decide(Hr, September, MeasureKind.Promotion, MeasureEvent.Accepted, "2026-12-01", agent: "李思远", rule: "strong"));
        Assert.Equal(rows, shop.Database.People.Roster.HistoryOf(shop.Database.People.Roster.Find("李思远")!.Id).Count);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_is_told_no_and_one_record_is_kept()
    {
        using var shop = new LadderShop();
        var answers = await Task.WhenAll(new[] { Chen, Hr }.Select(viewer => Task.Run(() => shop.Decide(viewer, August, MeasureKind.Coaching, MeasureEvent.Accepted, "2026-09-05"))));
        Assert.Equal(["already-decided", null], answers.OrderBy(a => a is null));
        Assert.Single(shop.OnRecord);
    }

    [Fact]
    public async Task The_page_shows_each_what_they_may_decide_and_the_cards_it_rests_on()
    {
        using var shop = new LadderShop();
        using var books = new BookCache(shop.Database);
        async Task<MeasuresView?> By(Viewer viewer, MeasureAsk? ask = null) => (await new MeasuresQuery(books, _ => viewer, shop.Shop.Data, shop.Clock).For(September, ask, new DefaultHttpContext())).View;
        Assert.Null(await By(Wang));
        var leader = (await By(Chen))!;
        Assert.Equal([("王雨桐", MeasureKind.Coaching, true), ("李思远", MeasureKind.Promotion, false)], leader.Proposed.Select(p => (p.Agent, p.Measure, p.MayDecide)).OrderByDescending(p => p.MayDecide));
        Assert.Equal(["2026-08", "2026-09"], leader.Proposed.First(p => p.MayDecide).Evidence.Select(c => c.Last.ToString()));
        Assert.Equal([("态度", 50m, 100m)], leader.Proposed.First(p => p.MayDecide).Lost.Select(l => (l.Item.Zh, l.Points, l.Full)));
        Assert.Empty((await By(Other))!.Proposed);
        var of = new MeasureOf(September, PlanId, "weak", "王雨桐", MeasureKind.Coaching);
        Assert.Equal("needs-day", (await By(Chen, new(of, MeasureEvent.Accepted, null, "谈过")))!.Refused!.Name);
        Assert.Null(await By(new("qa", Role.Auditor, null, null), new(of, MeasureEvent.Accepted, new(2026, 10, 9), "谈过")));
        var done = (await By(Chen, new(of, MeasureEvent.Accepted, new(2026, 10, 9), "谈过")))!;
        Assert.Equal((MeasureStage.Taken, false), done.Proposed.First(p => p.Agent == "王雨桐") is var row ? (row.State.Stage, row.MayDecide) : default);
        Assert.Single(shop.OnRecord);
    }
}
