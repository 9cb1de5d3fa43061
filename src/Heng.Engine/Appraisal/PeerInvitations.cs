namespace Heng.Engine.Appraisal;

/// <summary>What may be said of a peer (互评人): the person assessed proposes one; who leads, or the group's leader, invites or withdraws one.</summary>
public enum PeerAct : byte { Propose, Invite, Withdraw }

/// <param name="Instead">Of an invitation: whom the peer stands in for, who is asked no more.</param>
public sealed record AskPeer(Actor By, PeerAct Act, string About, string Peer, string? Instead = null, string? Why = null) : AppraisalCommand(By);

/// <summary>
/// Who is asked as a peer (互评邀请): those that were drawn, and those invited since, without those withdrawn. A proposal asks nobody by itself. Whoever has given points is not
/// withdrawn: what they gave counts.
/// </summary>
public static class PeerInvitations
{
    /// <summary>The people with their peers as the invitations have left them.</summary>
    public static IReadOnlyList<Appraisee> Invited(IReadOnlyList<Appraisee> drawn, IReadOnlyList<Happening> happened)
    {
        var changes = happened.Where(h => h.What is AppraisalEvent.Invited or AppraisalEvent.Withdrawn).ToLookup(h => h.Part!.About!, StringComparer.Ordinal);
        return changes.Count == 0 ? drawn : [.. drawn.Select(p => changes.Contains(p.Agent) ? p with { Fillers = With(p.Fillers, changes[p.Agent]) } : p)];
    }

    /// <summary>Whom somebody proposed and nobody has invited or withdrawn since, in the order of proposing.</summary>
    public static IReadOnlyList<string> Proposed(IReadOnlyList<Happening> happened, string about)
    {
        var open = new List<string>();
        foreach (var h in happened.Where(h => h.Part is { As: Filler.Peer, By: not null } && h.Part.About == about))
        {
            open.Remove(h.Part!.By!);
            if (h.What == AppraisalEvent.Proposed) open.Add(h.Part.By!);
        }
        return open;
    }

    private static Dictionary<string, IReadOnlyList<string>> With(IReadOnlyDictionary<string, IReadOnlyList<string>> fillers, IEnumerable<Happening> changes)
    {
        List<string> peers = [.. fillers.GetValueOrDefault(Filler.Peer) ?? []];
        foreach (var h in changes)
        {
            peers.Remove(h.Part!.By!);
            if (h.What == AppraisalEvent.Invited) peers.Add(h.Part.By!);
        }
        return new(fillers, StringComparer.Ordinal) { [Filler.Peer] = peers };
    }

    internal static AppraisalStep Decide(AppraisalState state, AskPeer ask, AppraisalSituation now)
    {
        if (state.Course.Stages.FirstOrDefault(s => s.Work == StageWork.Rate && s.By.Contains(Filler.Peer)) is not { } stage) return AppraisalRefusal.NotAsked;
        if (state.PlaceOf(stage.Id) < state.At) return AppraisalRefusal.StageOver;
        if (now.People.FirstOrDefault(p => p.Agent == ask.About) is not { } person || person.Asked?.Contains(Filler.Peer) == false) return AppraisalRefusal.NotAsked;
        if (Rightless(ask, person) is { } refused) return refused;
        // Nobody is their own peer; a leader rates as the leader.
        if (ask.Peer == ask.About) return AppraisalRefusal.OwnCard;
        ToDo PartOf(string peer) => new(stage.Id, ask.About, Filler.Peer, peer);
        Happening Of(AppraisalEvent what, string peer) => new(what, stage.Id, PartOf(peer), ask.By.Name, now.Now, ask.Why);
        var asked = person.Fillers.GetValueOrDefault(Filler.Peer) ?? [];
        if (ask.Act == PeerAct.Propose) return asked.Contains(ask.Peer) ? AppraisalRefusal.SamePersonAgain : new AppraisalStep([Of(AppraisalEvent.Proposed, ask.Peer)], null);
        var gone = ask.Act == PeerAct.Withdraw ? ask.Peer : ask.Instead;
        if (gone is not null && !asked.Contains(gone)) return AppraisalRefusal.NotAsked;
        if (gone is not null && (state.Done.ContainsKey(PartOf(gone)) || now.Entered(PartOf(gone)) is not null)) return AppraisalRefusal.HasGiven;
        if (ask.Act == PeerAct.Invite && asked.Contains(ask.Peer)) return AppraisalRefusal.SamePersonAgain;
        return new([.. gone is null ? [] : new[] { Of(AppraisalEvent.Withdrawn, gone) }, .. ask.Act == PeerAct.Invite ? [Of(AppraisalEvent.Invited, ask.Peer)] : Array.Empty<Happening>()], null);
    }

    private static AppraisalRefusal? Rightless(AskPeer ask, Appraisee person)
    {
        if (ask.Act == PeerAct.Propose) return ask.By.Name == ask.About ? null : AppraisalRefusal.NotYours;
        if (ask.By.Name == ask.About) return AppraisalRefusal.OwnCard;
        return ask.By.Leads || person.Fillers.GetValueOrDefault(Filler.Leader)?.Contains(ask.By.Name) == true ? null : AppraisalRefusal.RoleMayNot;
    }
}
