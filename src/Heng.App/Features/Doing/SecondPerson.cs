using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Rules;
using Heng.Store;

namespace Heng.App.Features.Doing;

/// <summary>Something that two people change: its name in the log, who may, and where one looks at it.</summary>
public sealed record TwoPersonChange(MatterKind<ProposalStep> Kind, Func<Viewer, bool> May, Func<string, string> Link)
{
    public static TwoPersonChange Of(string name, Func<Viewer, bool> may, Func<string, string> link) => new(new(name, s => $"{name}-{Json.Kebab(s.What)}"), may, link);

    public static readonly TwoPersonChange Plan = Of("plan-proposal", Rights.Publishes, scheme => $"/plans/{scheme}/simulate");
    public static readonly TwoPersonChange Rules = Of("rules-proposal", Rights.SetsRules, shop => Ui.Links.With("/rules", ("shop", shop)));
}

/// <summary>
/// Whether a change may go ahead: Goes with the proposal that it confirms, or alone where there is nobody else; else it was proposed and waits for another, or the one who asks has proposed it already.
/// </summary>
public sealed record SecondLook(bool Goes, KeptMatter<ProposalStep>? Proposal, bool ProposedBefore = false);

/// <summary>A change that waits for a second person. WrittenSince: who kept another draft after it was proposed.</summary>
public sealed record WaitingChange(long Id, string By, Instant At, bool IsOwn)
{
    public string? WrittenSince { get; init; }
}

/// <summary>
/// Nobody lets in their own change of rules (四眼): the first named person proposes, the second confirms by asking for the same. Where one account alone may, it does, and the log shows one name.
/// </summary>
public sealed class SecondPerson(Database database, TimeProvider time, TwoPersonChange change)
{
    public const string ToConfirm = "change-to-confirm", Answered = "change-answered";

    /// <summary>As soon as there are two who may.</summary>
    public bool IsNeeded => Recipients.Who(database, change.May).Count > 1;

    /// <summary>The newest proposal, where it is still open after the newest version.</summary>
    public KeptMatter<ProposalStep>? Open(string about, int newest) => database.Matters(change.Kind).About(about) is [.., var last] && Of(last).IsOpen(newest) ? last : null;

    public static ChangeProposal Of(KeptMatter<ProposalStep> kept) => new(kept.Happened);

    public SecondLook Look(string about, int newest, string text, string why, Viewer viewer)
    {
        if (!IsNeeded) return new(true, null);
        var (name, open) = (NameOf(viewer), Open(about, newest));
        if (open is not null && Of(open).Text == text) return Of(open).By == name ? new(false, open, ProposedBefore: true) : new(true, open);
        var today = ShopClock.Shanghai.DayOf(Now);
        var begun = database.Matters(change.Kind).Begin(new(about, today), new(ProposalEvent.Proposed, name, Now, why, text, newest))!;
        Tell(begun, ToConfirm, name, Recipients.Who(database, change.May), "");
        return new(false, begun);
    }

    /// <summary>Notes who confirmed what has just come true.</summary>
    public void Confirmed(KeptMatter<ProposalStep>? proposal, Viewer viewer)
    {
        if (proposal is null || Of(proposal).Confirm(NameOf(viewer), Now, Of(proposal).Follows).Happens is not { } happens || !database.Matters(change.Kind).Append(proposal, happens)) return;
        Tell(proposal, Answered, happens.Who, [Of(proposal).By], "");
    }

    /// <summary>Another refuses it with a reason; who proposed it takes it back.</summary>
    public Refusal? End(long proposal, int newest, string? why, Viewer viewer)
    {
        if (!change.May(viewer) || viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (why?.Length > DoingWords.LongestReason) return DoingWords.ReasonTooLong;
        if (database.Matters(change.Kind).Find(proposal) is not { } kept) return Words(ProposalRefusal.NotOpen);
        var (name, state) = (NameOf(viewer), Of(kept));
        var (happens, refused) = name == state.By ? state.Withdraw(name, Now, newest) : state.Refuse(name, Now, newest, why ?? "");
        if (refused is { } not) return Words(not);
        if (!database.Matters(change.Kind).Append(kept, happens!)) return DoingWords.ChangedMeanwhile;
        if (name != state.By) Tell(kept, Answered, name, [state.By], happens!.Why);
        return null;
    }

    public string NameOf(Viewer viewer) => AppraisalDoing.ActorOf(viewer, database.People.Roster).Name;

    public static Refusal Words(ProposalRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        ProposalRefusal.NotOpen => new Wording("这项提议已经结束，或者后来有了新版本", "This proposal has ended, or another version came since"),
        ProposalRefusal.SamePerson => new Wording("您已提出，等另一人确认：谁改规则，谁不能自己放行", "You proposed it; it waits for another: who changes a rule doesn't let it in"),
        ProposalRefusal.NotYours => new Wording("只有提出的人能撤回", "Only who proposed it takes it back"),
        ProposalRefusal.NeedsReason => new Wording("请写明理由", "Give the reason"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    private void Tell(KeptMatter<ProposalStep> kept, string kind, string by, IEnumerable<string> whom, string why)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = change.Kind.Name, ["about"] = kept.Of.About, ["by"] = by, ["why"] = why };
        database.Notices.Tell([.. whom.Where(w => w != by).Select(to => new Notice(to, kind, kept.Subject, words, change.Link(kept.Of.About), Now))]);
    }

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
