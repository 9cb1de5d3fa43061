using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Months;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appraisals;

/// <summary>What a person may ask of an assessment. Confirm is one's own part about oneself, Approve what one has to do about others or for the whole; the last three are about peers.</summary>
public enum AppraisalAct { Confirm, Approve, Object, Answer, Delegate, End, Reopen, Propose, Invite, Withdraw }

/// <summary>What a form or a command says. About is whom it is about; null is oneself, everybody, or the whole.</summary>
public sealed record AppraisalAsk(AppraisalAct Act)
{
    public string? About { get; init; }
    public string? Stage { get; init; }
    /// <summary>As what the part is done, where one person has several.</summary>
    public string? As { get; init; }
    public string? To { get; init; }
    public string? Why { get; init; }
    /// <summary>Of an invitation: the peer who is asked no more.</summary>
    public string? Instead { get; init; }
}

/// <summary>Does one thing in an assessment for a page or a command, and says why not.</summary>
public sealed class AppraisalDoing(Database database)
{
    private const int Tries = 5;

    /// <summary>Who acts in assessments: a person by their name in the roster. An account of nobody that is called like somebody is not that person.</summary>
    public static Actor ActorOf(Viewer viewer, Roster roster) => new(NameOf(viewer, name => roster.Find(name) is not null), Rights.LeadsAppraisals(viewer),
        viewer.Role switch { Role.Hr => [Filler.Hr], Role.Manager => [Filler.Manager], _ => [] });

    public static string NameOf(Viewer viewer, Func<string, bool> isSomebody) => viewer.Person ?? (isSomebody(viewer.Name) ? $"{viewer.Name} ({Json.Kebab(viewer.Role)})" : viewer.Name);

    /// <summary>What two do at once is decided one after the other: the second sees what the first did.</summary>
    public Refusal? Do(Assessment assessment, AppraisalAsk ask, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (ask.Why?.Length > DoingWords.LongestReason) return DoingWords.ReasonTooLong;
        var actor = ActorOf(viewer, database.People.Roster);
        for (var tried = 0; tried < Tries; tried++)
        {
            var (happens, refused) = Decided(assessment, ask, actor);
            if (refused is not null) return refused;
            if (database.Appraisals.Append(assessment.Of, assessment.File.Version, assessment.Log.Happened.Count, happens, [.. happens.Where(h => IsDecision(assessment, h)).Select(h => ($"appraisal-{Json.Kebab(h.What)}", h))]))
            {
                database.Notices.Tell([.. happens.Where(h => h.What == AppraisalEvent.Invited).Select(h => Invitation(assessment, h))]);
                Settle(assessment.Again());
                AppraisalTold.After(database, assessment, happens);
                return null;
            }
            assessment = assessment.Again();
        }
        return DoingWords.ChangedMeanwhile;
    }

    /// <summary>Whoever is invited as a peer is told, once about each person.</summary>
    private static Notice Invitation(Assessment assessment, Happening invited) => new(invited.Part!.By!, "peer-invited", $"{assessment.Of.Subject}/{invited.Part.About}",
        new Dictionary<string, string> { ["about"] = invited.Part.About!, ["month"] = assessment.Of.Month.ToString() }, Links.Scoring(assessment.Of.Month), invited.At);

    /// <summary>Keeps what entries alone have done, so that a stage that began with them has its day, and its last one with it.</summary>
    public Assessment Settle(Assessment assessment)
    {
        var entered = AppraisalCycle.Entered(assessment.Kept, assessment.Situation);
        return entered.Count > 0 && database.Appraisals.Append(assessment.Of, assessment.File.Version, assessment.Log.Happened.Count, entered, []) ? assessment.Again() : assessment;
    }

    /// <summary>Who ended, reopened, objected, answered, gave away or approved is chained among the decisions; the rest stands among the events.</summary>
    private static bool IsDecision(Assessment assessment, Happening happening) =>
        happening.What != AppraisalEvent.Filled || assessment.State.Course.Stages.First(s => s.Id == happening.Stage).Work is StageWork.Review or StageWork.Approve or StageWork.Publish;

    private (IReadOnlyList<Happening> Happens, Refusal? Refused) Decided(Assessment assessment, AppraisalAsk ask, Actor actor)
    {
        var (state, now) = (assessment.State, assessment.Situation);
        if (ask.Act is AppraisalAct.End or AppraisalAct.Reopen)
        {
            var stage = ask.Stage ?? (ask.Act == AppraisalAct.End ? state.Now?.Id : null) ?? "";
            return Answer(AppraisalCycle.Decide(assessment.Kept, ask.Act == AppraisalAct.End ? new EndStage(actor, stage, ask.Why) : new ReopenStage(actor, stage, ask.About, ask.Why), now));
        }
        if (ask.Act is AppraisalAct.Propose or AppraisalAct.Invite or AppraisalAct.Withdraw) return AskedPeer(assessment, ask, actor);
        var parts = PartsOf(assessment, ask, actor).ToArray();
        if (parts.Length == 0) return ([], AppraisalWords.Of(state.Closed ? AppraisalRefusal.AlreadyClosed : ask.Act == AppraisalAct.Answer ? AppraisalRefusal.NothingToAnswer : AppraisalRefusal.NotYours));
        if (ask.Act == AppraisalAct.Answer && parts.Length > 1) return ([], AppraisalWords.AboutMissing);
        if (ask.Act == AppraisalAct.Delegate && !Knows(ask.To)) return ([], DoingWords.PersonUnknown(ask.To));
        if (parts.Length == 1 || ask.Act != AppraisalAct.Approve) return Answer(AppraisalCycle.Decide(assessment.Kept, CommandOf(ask, actor, parts[0]), now));
        return Many(assessment, [.. parts.Select(p => new FillPart(actor, p))]);
    }

    /// <summary>A peer is somebody of the month; whose peer is oneself where it is not said.</summary>
    private static (IReadOnlyList<Happening>, Refusal?) AskedPeer(Assessment assessment, AppraisalAsk ask, Actor actor)
    {
        if (string.IsNullOrEmpty(ask.To) || assessment.Month.Find(ask.To) is null) return ([], DoingWords.PersonUnknown(ask.To));
        var act = ask.Act switch { AppraisalAct.Propose => PeerAct.Propose, AppraisalAct.Invite => PeerAct.Invite, _ => PeerAct.Withdraw };
        return Answer(AppraisalCycle.Decide(assessment.Kept, new AskPeer(actor, act, ask.About ?? actor.Name, ask.To, ask.Instead, ask.Why), assessment.Situation));
    }

    /// <summary>All that may be; where none may, why the first may not.</summary>
    private static (IReadOnlyList<Happening>, Refusal?) Many(Assessment assessment, IReadOnlyList<AppraisalCommand> commands)
    {
        var (state, happens, first) = (assessment.Kept, new List<Happening>(), default(AppraisalRefusal?));
        foreach (var command in commands)
        {
            var step = AppraisalCycle.Decide(state, command, assessment.Situation);
            first ??= step.Refused;
            state = step.Happens.Aggregate(state, (s, h) => s.After(h));
            happens.AddRange(step.Happens);
        }
        return happens.Count == 0 ? ([], AppraisalWords.Of(first!.Value)) : (happens, null);
    }

    private AppraisalCommand CommandOf(AppraisalAsk ask, Actor actor, ToDo part) => ask.Act switch
    {
        AppraisalAct.Object => new ObjectTo(actor, part, ask.Why ?? ""),
        AppraisalAct.Answer => new AnswerObjection(actor, part, ask.Why ?? ""),
        AppraisalAct.Delegate => new DelegatePart(actor, part, ask.To!, ask.Why ?? "") { ToLeads = database.Users.All.Any(u => !u.Disabled && Viewers.Of(database, u) is var v && Rights.LeadsAppraisals(v) && (v.Person ?? v.Name) == ask.To) },
        _ => new FillPart(actor, part),
    };

    private static IEnumerable<ToDo> PartsOf(Assessment assessment, AppraisalAsk ask, Actor actor)
    {
        var state = assessment.State;
        if (ask.Act == AppraisalAct.Answer) return state.Objections.Where(p => ask.About is null || p.About == ask.About);
        if (state.Now is not { } stage) return [];
        var all = ToDos.Of(stage, assessment.People).Where(p => ask.As is null || p.As == ask.As).ToArray();
        var waiting = state.Waiting(assessment.People);
        return ask.Act switch
        {
            AppraisalAct.Delegate => waiting.Where(p => p.About == ask.About && p.As != Filler.Self && (ask.As is null || p.As == ask.As) && (actor.Leads || state.DoerOf(p) == actor.Name)),
            AppraisalAct.Confirm or AppraisalAct.Object => all.Where(p => p.About == actor.Name && AppraisalCycle.IsDoer(state, p, actor)),
            _ => all.Where(p => waiting.Contains(p) && (ask.About is null ? p.About != actor.Name : p.About == ask.About) && AppraisalCycle.IsDoer(state, p, actor)),
        };
    }

    private bool Knows(string? name) => name is { Length: > 0 } && (database.People.Roster.Find(name) is not null || database.Users.Find(name) is { Disabled: false });

    private static (IReadOnlyList<Happening>, Refusal?) Answer(AppraisalStep step) => (step.Happens, step.Refused is { } refused ? AppraisalWords.Of(refused) : null);
}
