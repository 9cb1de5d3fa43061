using Dapper;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Interviews;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Tests.Store;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Consequences.LadderShop;

namespace Heng.App.Tests.Consequences;

/// <summary>Interviews about October in the shop of the ladder, on the 2nd of November: written, signed by both, disagreed with and taken to the next level.</summary>
public sealed class InterviewTests
{
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly InterviewText Text = new(Day, "耐心", "响应慢", [new("整理话术", "王雨桐", new(2026, 11, 10))]);
    private static readonly InterviewAbout About = new(October);

    private static InterviewDoing Doing(LadderShop shop) => new(shop.Database, shop.Clock);

    private static KeptInterview Begun(LadderShop shop, Viewer? by = null, InterviewAbout? about = null) => Doing(shop).Begin(about ?? About, "王雨桐", null, Text, by ?? Chen).Interview!;

    private static string? Sign(LadderShop shop, Viewer viewer, bool disagrees = false, string? why = null, string? hash = null, long id = 1) =>
        Doing(shop).Sign(shop.Database.Interviews.Find(id)!, hash ?? shop.Database.Interviews.Find(id)!.State.Hash, disagrees, why, viewer)?.Name;

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Both_sign_a_changed_text_needs_both_again_and_all_of_it_stays(DatabaseEngine engine)
    {
        using var shop = new LadderShop(engine);
        Assert.Equal(1, Begun(shop).Id);
        Assert.Equal(["interview-written"], shop.Told("王雨桐"));
        Assert.Null(Sign(shop, Chen));
        Assert.Null(Sign(shop, Wang));
        Assert.Equal(InterviewStage.Signed, shop.Database.Interviews.Find(1)!.State.Stage);

        var second = Doing(shop).Begin(About, "王雨桐", null, Text with { Strengths = "仔细" }, Chen).Interview!;
        Assert.Null(Sign(shop, Chen, id: 2));
        Assert.Null(Doing(shop).Write(shop.Database.Interviews.Find(2)!, Text with { Strengths = "很仔细" }, Chen));
        // Who read the text before does not sign the one after.
        Assert.Equal("text-changed", Sign(shop, Wang, hash: second.State.Hash, id: 2));
        Assert.Null(Sign(shop, Wang, id: 2));
        Assert.Equal(InterviewStage.Unsigned, shop.Database.Interviews.Find(2)!.State.Stage);
        Assert.Null(Sign(shop, Chen, id: 2));
        var kept = shop.Database.Interviews.Find(2)!;
        Assert.Equal((InterviewStage.Signed, 2, "很仔细"), (kept.State.Stage, kept.Texts.Count, kept.Text!.Strengths));
        Assert.Equal(InterviewRecords.HashOf(kept.Text), kept.State.Hash);
        Assert.Equal("already-signed", Doing(shop).Write(kept, Text, Chen)?.Name);
        Assert.Equal(["interview-written", "interview-signed", "interview-written", "interview-signed", "interview-signed"], shop.Database.Decisions.About(kept.Subject).Select(d => d.What));
        Assert.Null(shop.Database.Decisions.FirstBroken());
        using var connection = shop.Database.Connect();
        foreach (var table in new[] { "interview", "interview_event" })
            Assert.Contains("append-only", Assert.ThrowsAny<System.Data.Common.DbException>(() => connection.Execute($"DELETE FROM {table}")).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Who_disagrees_signs_with_a_reason_and_goes_to_the_next_level_where_another_leads(DatabaseEngine engine)
    {
        using var shop = new LadderShop(engine);
        Begun(shop);
        Assert.Equal("needs-reason", Sign(shop, Wang, disagrees: true, why: " "));
        Assert.Equal("only-the-person", Sign(shop, Chen, disagrees: true, why: "不"));
        Assert.Null(Sign(shop, Wang, disagrees: true, why: "晚高峰只有我一人"));
        Assert.Equal("not-signed", Doing(shop).GoOn(shop.Database.Interviews.Find(1)!, "请人事再谈", Wang)?.Name);
        Assert.Null(Sign(shop, Chen));
        var first = shop.Database.Interviews.Find(1)!;
        Assert.Equal((true, "晚高峰只有我一人"), (first.State.IsDone, first.State.Disagreement!.Why));
        Assert.Equal("nothing-to-go-on", Doing(shop).Begin(About, "王雨桐", first, Text, Hr).Refused?.Name);
        Assert.Equal("not-yours", Doing(shop).GoOn(first, "x", Chen)?.Name);
        Assert.Null(Doing(shop).GoOn(first, "请人事再谈", Wang));
        Assert.Equal(["interview-went-on"], shop.Told("hr"));

        var gone = shop.Database.Interviews.Find(1)!;
        Assert.Equal("role-may-not", Doing(shop).Begin(About, "王雨桐", gone, Text, Chen).Refused?.Name);
        var next = Doing(shop).Begin(About, "王雨桐", gone, Text, Hr).Interview!;
        Assert.Equal((2L, 2, (long?)1), (next.Id, next.State.Level, next.Follows));
        Assert.Equal("already-gone-on", Doing(shop).Begin(About, "王雨桐", gone, Text, Boss).Refused?.Name);
        Sign(shop, Hr, id: 2);
        Sign(shop, Wang, disagrees: true, why: "仍不同意", id: 2);
        Assert.Null(Doing(shop).GoOn(shop.Database.Interviews.Find(2)!, "请店长", Wang));
        Assert.Equal("same-person-again", Doing(shop).Begin(About, "王雨桐", shop.Database.Interviews.Find(2)!, Text, Hr).Refused?.Name);
        Assert.Equal(3, Doing(shop).Begin(About, "王雨桐", shop.Database.Interviews.Find(2)!, Text, Boss).Interview!.State.Level);
        Sign(shop, Boss, id: 3);
        Sign(shop, Wang, disagrees: true, why: "仍不同意", id: 3);
        Assert.Equal("last-level", Doing(shop).GoOn(shop.Database.Interviews.Find(3)!, "再谈", Wang)?.Name);
    }

    [Fact]
    public void Each_reason_against_a_record_is_named()
    {
        using var shop = new LadderShop();
        string? Begin(Viewer by, InterviewText text, string with = "王雨桐") => Doing(shop).Begin(About, with, null, text, by).Refused?.Name;
        Assert.Equal("needs-named-person", Begin(new("operator", Role.Operator, null, null), Text));
        Assert.Equal("role-may-not", Begin(Other, Text));
        Assert.Equal("role-may-not", Begin(Wang, Text, "李思远"));
        Assert.Equal("own-interview", Begin(Chen, Text, "陈静"));
        Assert.Equal("nothing-written", Begin(Chen, Text with { Strengths = " ", Shortfalls = "" }));
        Assert.Equal("day-ahead", Begin(Chen, Text with { Day = Day.AddDays(1) }));
        Assert.Equal("text-too-long", Begin(Chen, Text with { Strengths = new string('长', 2001) }));
        Assert.Equal("steps-unclear", Begin(Chen, Text with { Steps = [new("x", "李思远", Day)] }));
        Assert.Equal("steps-unclear", Begin(Chen, Text with { Steps = [new("x", "王雨桐", Day.AddDays(-1))] }));
        Assert.Null(Begin(Chen, Text with { Steps = [new("x", "王雨桐", Day)] }));
        Assert.Equal("not-yours", Sign(shop, Hr));
        Assert.Equal("unchanged-text", Doing(shop).Write(shop.Database.Interviews.Find(1)!, Text with { Steps = [new("x", "王雨桐", Day)] }, Chen)?.Name);
        Assert.Null(Sign(shop, Wang));
        Assert.Equal("already-signed", Sign(shop, Wang));
        Assert.Equal("reason-too-long", Sign(shop, Wang, why: new string('长', 501)));
    }

    [Fact]
    public async Task The_two_HR_and_the_leader_see_it_and_the_second_level_is_not_the_leaders()
    {
        using var shop = new LadderShop();
        using var books = new BookCache(shop.Database);
        InterviewsQuery By(Viewer viewer) => new(books, _ => viewer, shop.Clock);
        async Task<InterviewView?> One(Viewer viewer, long id, InterviewAct? act = null) => (await By(viewer).One(id, act, new DefaultHttpContext())).View;
        Begun(shop);
        Assert.Null(await One(new("li", Role.Agent, "李思远", "一组"), 1));
        Assert.Null(await One(Other, 1));
        Assert.Null(await One(new("qa", Role.Qa, null, null), 1));
        Assert.Equal((true, true, false), await One(Wang, 1) is { } own ? (own.MaySign, own.MayDisagree, own.MayWrite) : default);
        Assert.Equal((true, false, true), await One(Chen, 1) is { } lead ? (lead.MaySign, lead.MayDisagree, lead.MayWrite) : default);
        Assert.False((await One(Hr, 1))!.MaySign);
        var hash = shop.Database.Interviews.Find(1)!.State.Hash;
        Assert.Null((await One(Chen, 1, new("sign", hash, null, null)))!.Refused);
        Assert.Null((await One(Wang, 1, new("disagree", hash, "不对", null)))!.Refused);
        Assert.True((await One(Wang, 1, new("go-on", "", "请人事", null)))!.Interview.State.Stage == InterviewStage.WentOn);
        Assert.True((await One(Hr, 1))!.MayFollow);
        var (seen, begun) = await By(Hr).New(new(About, "王雨桐", 1, Text), new DefaultHttpContext());
        Assert.Equal((2L, null), (begun!.Value, seen.View!.Refused));
        Assert.Null(await One(Chen, 2));
        Assert.Equal([2L, 1L], (await By(Wang).List(new DefaultHttpContext())).View!.Rows.Select(r => r.Interview.Id));
        Assert.Equal(StatusCodes.Status403Forbidden, (await By(Wang).New(new(About, "李思远", null, null), new DefaultHttpContext())).Seen.Status);
        Assert.Equal(StatusCodes.Status404NotFound, (await By(Chen).New(new(About, "陆明", null, null), new DefaultHttpContext())).Seen.Status);
    }

    [Fact]
    public void The_interview_of_an_assessment_is_done_once_both_have_signed_and_not_by_a_button()
    {
        using var shop = new LadderShop();
        Assessment Now() => Assert.Single(Assessment.All(shop.Database, shop.Month(October), new(shop.Clock.GetUtcNow().ToUnixTimeSeconds())));
        // Up to the interviews, whatever is still waited for.
        var of = Now().Of;
        string[] before = [.. Now().State.Course.Stages.TakeWhile(s => s.Work != StageWork.Interview).Select(s => s.Id)];
        var at = new Instant(shop.Clock.GetUtcNow().ToUnixTimeSeconds());
        Assert.True(shop.Database.Appraisals.Append(of, Now().File.Version, 0, [.. before.Select(s => new Happening(AppraisalEvent.Ended, s, null, "boss", at, "试"))], []));
        Assert.Equal(StageWork.Interview, Now().State.Now!.Work);
        Assert.Equal("interview-unsigned", new AppraisalDoing(shop.Database).Do(Now(), new(AppraisalAct.Approve) { About = "王雨桐" }, Chen)?.Name);
        Assert.Equal("interview-unsigned", new AppraisalDoing(shop.Database).Do(Now(), new(AppraisalAct.Confirm), Wang)?.Name);

        // A talk about the month that is no part of the assessment does nothing to it.
        Begun(shop);
        Sign(shop, Chen);
        Sign(shop, Wang);
        Assert.Equal(4, Now().State.Waiting(Now().People).Count);
        var own = Begun(shop, about: new(October, of.Scheme, of.Cycle));
        Sign(shop, Chen, id: own.Id);
        Assert.Equal(4, Now().State.Waiting(Now().People).Count);
        Sign(shop, Wang, disagrees: true, why: "不同意", id: own.Id);
        Assert.Equal(["李思远", "李思远"], Now().State.Waiting(Now().People).Select(p => p.About!));
    }
}
