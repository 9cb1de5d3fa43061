using Heng.Engine.Records;

namespace Heng.Engine.Rules;

/// <summary>What happens to a proposed change. Stored by number.</summary>
public enum ProposalEvent : byte { Proposed, Confirmed, Refused, Withdrawn }

/// <summary>A step of a proposed change. Of the first: the text that is to hold, and the version that it is to follow (0: none yet).</summary>
public sealed record ProposalStep(ProposalEvent What, string Who, Instant At, string Why, string? Text = null, int? Follows = null) : MatterStep(Who, At, Why);

/// <summary>Why a step is not allowed. Worded at the edge in both languages.</summary>
public enum ProposalRefusal { NotOpen, SamePerson, NotYours, NeedsReason }

/// <summary>
/// A change of rules or of a plan (变更提议) that one person proposes and another confirms: who makes a rule doesn't let it in. It is open until somebody ends it, or until another version
/// came in between: nobody confirms what was written against rules that are no longer the newest.
/// </summary>
public sealed record ChangeProposal(IReadOnlyList<ProposalStep> Happened)
{
    public string By => Happened[0].Who;
    public Instant At => Happened[0].At;
    public string Why => Happened[0].Why;
    public string Text => Happened[0].Text!;
    public int Follows => Happened[0].Follows!.Value;

    public bool IsOpen(int newest) => Happened.Count == 1 && Follows == newest;

    public (ProposalStep? Happens, ProposalRefusal? Refused) Confirm(string who, Instant at, int newest) =>
        !IsOpen(newest) ? (null, ProposalRefusal.NotOpen) : who == By ? (null, ProposalRefusal.SamePerson) : (new(ProposalEvent.Confirmed, who, at, ""), null);

    public (ProposalStep? Happens, ProposalRefusal? Refused) Refuse(string who, Instant at, int newest, string why) => this switch
    {
        _ when !IsOpen(newest) => (null, ProposalRefusal.NotOpen),
        _ when who == By => (null, ProposalRefusal.SamePerson),
        _ when string.IsNullOrWhiteSpace(why) => (null, ProposalRefusal.NeedsReason),
        _ => (new(ProposalEvent.Refused, who, at, why.Trim()), null),
    };

    public (ProposalStep? Happens, ProposalRefusal? Refused) Withdraw(string who, Instant at, int newest) =>
        !IsOpen(newest) ? (null, ProposalRefusal.NotOpen) : who != By ? (null, ProposalRefusal.NotYours) : (new(ProposalEvent.Withdrawn, who, at, ""), null);
}
