using Heng.Engine.Appraisal;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Appraisal;

/// <summary>Who is asked as ann's peer: bob and cat were drawn, lee leads, HR leads assessments.</summary>
public sealed class PeerInvitationTests
{
    private static readonly Actor Hr = new("许静", true, ["hr"]), Lee = new("lee", false, []), Ann = new("ann", false, []), Bob = new("bob", false, []);
    private readonly List<Happening> happened = [];
    private ToDo? entered;

    private static Appraisee Drawn(string name, params string[] peers) =>
        new(name, new Dictionary<string, IReadOnlyList<string>> { ["leader"] = ["lee"], ["peer"] = peers }) { Asked = ["self", "peer", "leader"] };

    private static readonly Appraisee[] People = [Drawn("ann", "bob", "cat"), Drawn("bob", "ann", "cat")];

    private IReadOnlyList<string> PeersOf(string name) => PeerInvitations.Invited(People, happened).Single(p => p.Agent == name).Fillers["peer"];

    private AppraisalRefusal? Try(AppraisalCommand command)
    {
        var step = AppraisalCycle.Decide(AppraisalState.Of(Course.Regulation, happened), command,
            new(new(100), new(0), PeerInvitations.Invited(People, happened)) { Entered = part => part == entered ? part.By : null });
        happened.AddRange(step.Happens);
        return step.Refused;
    }

    private AppraisalRefusal? Ask(Actor by, PeerAct act, string peer, string? instead = null, string about = "ann") => Try(new AskPeer(by, act, about, peer, instead));

    [Fact]
    public void The_draw_stands_until_somebody_is_invited_or_withdrawn()
    {
        Assert.Equal(["bob", "cat"], PeersOf("ann"));
        Assert.Null(Ask(Lee, PeerAct.Invite, "dan"));
        Assert.Equal(["bob", "cat", "dan"], PeersOf("ann"));
        Assert.Null(Ask(Hr, PeerAct.Invite, "eve", instead: "bob"));
        Assert.Equal(["cat", "dan", "eve"], PeersOf("ann"));
        Assert.Null(Ask(Hr, PeerAct.Withdraw, "cat"));
        Assert.Equal(["dan", "eve"], PeersOf("ann"));
        Assert.Equal(["ann", "cat"], PeersOf("bob"));
        // Who was withdrawn may be invited again.
        Assert.Null(Ask(Hr, PeerAct.Invite, "bob"));
        Assert.Equal(["dan", "eve", "bob"], PeersOf("ann"));
    }

    [Fact]
    public void A_proposal_asks_nobody_until_it_is_taken_up()
    {
        Assert.Null(Ask(Ann, PeerAct.Propose, "dan"));
        Assert.Null(Ask(Ann, PeerAct.Propose, "eve"));
        Assert.Equal(["bob", "cat"], PeersOf("ann"));
        Assert.Equal(["dan", "eve"], PeerInvitations.Proposed(happened, "ann"));
        Assert.Null(Ask(Lee, PeerAct.Invite, "dan"));
        Assert.Equal(["eve"], PeerInvitations.Proposed(happened, "ann"));
        Assert.Empty(PeerInvitations.Proposed(happened, "bob"));
    }

    [Fact]
    public void Each_wrong_step_is_refused_by_name()
    {
        Assert.Equal(AppraisalRefusal.NotYours, Ask(Bob, PeerAct.Propose, "dan"));
        Assert.Equal(AppraisalRefusal.RoleMayNot, Ask(Bob, PeerAct.Invite, "dan"));
        Assert.Equal(AppraisalRefusal.OwnCard, Ask(Ann, PeerAct.Invite, "dan"));
        Assert.Equal(AppraisalRefusal.OwnCard, Ask(Hr, PeerAct.Invite, "ann"));
        Assert.Equal(AppraisalRefusal.SamePersonAgain, Ask(Hr, PeerAct.Invite, "bob"));
        Assert.Equal(AppraisalRefusal.SamePersonAgain, Ask(Ann, PeerAct.Propose, "bob"));
        Assert.Equal(AppraisalRefusal.NotAsked, Ask(Hr, PeerAct.Withdraw, "dan"));
        Assert.Equal(AppraisalRefusal.NotAsked, Ask(Hr, PeerAct.Invite, "dan", instead: "eve"));
        Assert.Equal(AppraisalRefusal.NotAsked, Ask(Hr, PeerAct.Invite, "dan", about: "nobody"));
        entered = new("self-peer", "ann", "peer", "bob");
        Assert.Equal(AppraisalRefusal.HasGiven, Ask(Hr, PeerAct.Withdraw, "bob"));
        Assert.Equal(AppraisalRefusal.HasGiven, Ask(Hr, PeerAct.Invite, "dan", instead: "bob"));
        Assert.Empty(happened);
    }

    [Fact]
    public void After_its_stage_nobody_is_invited()
    {
        foreach (var stage in new[] { "collect", "calculate" }) Assert.Null(Try(new EndStage(Hr, stage, "赶")));
        Assert.Null(Ask(Lee, PeerAct.Invite, "dan"));
        Assert.Null(Try(new EndStage(Hr, "self-peer", "赶")));
        Assert.Equal(AppraisalRefusal.StageOver, Ask(Lee, PeerAct.Invite, "eve"));
    }
}
