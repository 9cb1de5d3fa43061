using Heng.App.Features.Appraisals;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.ScoringPages;
using Heng.App.Tests.CommandLine;

namespace Heng.App.Tests.Queries;

/// <summary>Peers under S10, from the draw to who is asked: proposed by the person, invited by the leader, told once.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class PeerInvitationQueryTests(QueryShop shop)
{
    private static AppraisalView Ask(LaterShop later, Viewer viewer, AppraisalAsk? ask = null) =>
        new AppraisalQuery(later.Books, QueryShop.By(viewer), TimeProvider.System).For(QueryShop.October, "s10-cs-360", "month", ask, QueryShop.Request).Result.View!;

    private static ScoringView Sheet(LaterShop later, Viewer viewer) =>
        new ScoringQuery(later.Books, QueryShop.By(viewer), TimeProvider.System, later.Folder).For(new(QueryShop.October) { Scheme = "s10-cs-360" }, null, QueryShop.Request).Result.View!;

    [Fact]
    public void Whom_the_person_proposed_is_invited_by_the_leader_scores_and_is_told()
    {
        using var later = new LaterShop(shop);
        later.Database.Plans.Publish("s10-cs-360", "course: { peers: { count: 1, threshold: 1 } }\n" + TemplateLibrary.Find("s10-cs-360")!.Yaml, new(2_000_000_000), "manager");
        var own = Ask(later, shop.AsAgent);
        Assert.Empty(own.Proposed!);
        Assert.Empty(own.Peers);
        Assert.Null(Ask(later, shop.AsAgent, new(AppraisalAct.Propose) { To = shop.Stranger }).Refused);
        Assert.Equal([shop.Stranger], Ask(later, shop.AsAgent).Proposed);
        Assert.Equal("person-unknown", Ask(later, shop.AsAgent, new(AppraisalAct.Propose) { To = "无此人" }).Refused!.Name);
        Assert.Equal("own-card", Ask(later, shop.AsAgent, new(AppraisalAct.Invite) { About = shop.Agent, To = shop.Stranger }).Refused!.Name);
        var row = Ask(later, shop.AsLeader).Peers.Single(p => p.About == shop.Agent);
        // One is drawn, as the course says.
        Assert.Single(row.Asked);
        Assert.Equal([shop.Stranger], row.Proposed);
        Assert.Null(Ask(later, shop.AsLeader, new(AppraisalAct.Invite) { About = shop.Agent, To = shop.Stranger, Instead = row.Asked[0] }).Refused);
        Assert.Equal([shop.Stranger], Ask(later, shop.AsLeader).Peers.Single(p => p.About == shop.Agent).Asked);
        Assert.DoesNotContain(Ask(later, shop.AsLeader).Peers, p => p.About == shop.Stranger);
        var told = Assert.Single(later.Database.Notices.Of(shop.Stranger, 10)).Notice;
        Assert.Equal(("peer-invited", shop.Agent), (told.Kind, told.Words["about"]));
        Assert.Contains(later.Database.Decisions.All, d => d.What == "appraisal-invited");
        // Who was replaced has nothing to score about this person, who was invited has, once the stage is there.
        while (Ask(later, ScoredShop.Hr).Steps.First(s => s.Now).Id != "self-peer") Assert.Null(Ask(later, ScoredShop.Hr, new(AppraisalAct.End) { Why = "赶" }).Refused);
        var sheet = Sheet(later, new("other", Role.Agent, shop.Stranger, "售前二组"));
        Assert.Contains(sheet.Steps, s => s.Id == shop.Agent);
        Assert.True(sheet.ByPerson);
        Assert.Equal("needs-named-person", Ran.Json(later.Folder, "appraisal", "withdraw", "--month", "2026-10", "--scheme", "s10-cs-360", "--about", shop.Agent, "--peer", shop.Stranger).Refusal);
    }
}
