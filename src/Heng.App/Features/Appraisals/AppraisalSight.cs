using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Appraisal;

namespace Heng.App.Features.Appraisals;

/// <summary>What of an assessment a viewer sees: their own parts; of the group its leader; all, who leads assessments or looks after them. Who rates whom as a peer or subordinate stays with those.</summary>
public sealed class AppraisalSight(Assessment one, Viewer viewer, KeptMonth kept)
{
    private readonly Actor actor = AppraisalDoing.ActorOf(viewer, kept.Book.Facts.Roster);

    /// <summary>Whether the viewer is assessed, or is to do something in any stage.</summary>
    public bool HasPart => one.People.Any(p => p.Agent == viewer.Person) || one.State.Course.Stages.SelectMany(s => ToDos.Of(s, one.People)).Any(IsMine);

    public IReadOnlyList<OwnPart> Mine(Func<ToDo, string?> href) => one.State.Now is not { } stage ? []
        : [.. one.State.Waiting(one.People).Where(IsMine).Select(p => new OwnPart(p, stage.Work, one.State.Objections.Contains(p), href(p)))];

    public IReadOnlyList<WaitedFor> Waiting => [.. one.State.Waiting(one.People).Where(Sees).GroupBy(p => (Doer: AppraisalWords.Doer(one.State, p), Objected: one.State.Objections.Contains(p)))
        .Select(g => new WaitedFor(g.Key.Doer, [.. g.Select(p => p.About).OfType<string>()], g.Key.Objected))];

    public IReadOnlyList<OpenObjection> Objections => [.. one.State.Objections.OrderBy(p => p.About, StringComparer.Ordinal).Where(p => Sees(p) || p.About == viewer.Person)
        .Select(p => new OpenObjection(p.About!, one.Log.Happened.Last(h => h.What == AppraisalEvent.Objected && h.Part == p).Why ?? "", p.About != actor.Name && (actor.Leads || LeaderOf(p.About!).Contains(actor.Name))))];

    /// <summary>Whose peers the viewer may invite and replace, while the stage of peers is still to end.</summary>
    public IReadOnlyList<PeerRow> Peers => !AsksPeers ? [] : [.. one.People.Where(p => p.Asked?.Contains(Filler.Peer) != false && p.Agent != actor.Name && (actor.Leads || LeaderOf(p.Agent).Contains(actor.Name)))
        .Select(p => new PeerRow(p.Agent, p.Fillers.GetValueOrDefault(Filler.Peer) ?? [], PeerInvitations.Proposed(one.Log.Happened, p.Agent)))];

    /// <summary>Whom the viewer proposed for themself; null where their card asks no peers, or no more.</summary>
    public IReadOnlyList<string>? Proposed => AsksPeers && one.People.Any(p => p.Agent == actor.Name && p.Asked?.Contains(Filler.Peer) != false) ? PeerInvitations.Proposed(one.Log.Happened, actor.Name) : null;

    private bool AsksPeers => one.State.Course.Stages.Skip(one.State.At).Any(s => s.Work == StageWork.Rate && s.By.Contains(Filler.Peer));

    // Nobody approves or reviews their own; it is no part of theirs.
    private bool IsMine(ToDo part) => AppraisalCycle.IsDoer(one.State, part, actor) && (part.As == Filler.Self || part.About != actor.Name);

    private bool Sees(ToDo part) => Rights.SeesAppraisals(viewer) || part.As is not (Filler.Peer or Filler.Subordinate) && part.About is { } about && LeaderOf(about).Contains(actor.Name);

    private IReadOnlyList<string> LeaderOf(string agent) => one.People.FirstOrDefault(p => p.Agent == agent)?.Fillers.GetValueOrDefault(Filler.Leader) ?? [];
}
