using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Proposals;

/// <summary>What the page was asked: months as they were written, and which proposal to take; nothing written means the usual.</summary>
public sealed record ProposalAsk(string? From, string? To, string? For)
{
    public (string Place, string Way, bool ByCalendar)? Take { get; init; }
}

/// <summary>
/// Numbers from history beside those that a plan asks for (目标与平衡点). Back is null where the file cannot be read or no month has data. Taken: a proposal was written into the draft.
/// </summary>
public sealed record ProposalsView(string Scheme, Wording Title, LookedBack? Back, int Faults)
{
    public Month? From { get; init; }
    public Month? To { get; init; }
    public Month? For { get; init; }
    public Wording? Refused { get; init; }
    public bool Taken { get; init; }
}

public delegate Task<Seen<ProposalsView>> ProposalsFor(string scheme, ProposalAsk ask, HttpContext context);
