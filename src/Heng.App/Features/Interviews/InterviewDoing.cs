using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Doing;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Interviews;

/// <summary>Writes and signs records of interviews for a page or a command, and says why not.</summary>
public sealed class InterviewDoing(Database database, TimeProvider time)
{
    public const string WrittenKind = "interview-written", SignedKind = "interview-signed", WentOnKind = "interview-went-on";

    /// <param name="follows">The record that it goes on from; null for a first one.</param>
    public (KeptInterview? Interview, Refusal? Refused) Begin(InterviewAbout about, string with, KeptInterview? follows, InterviewText text, Viewer viewer)
    {
        if (Checked(viewer, null, text) is { } no) return (null, no);
        var actor = ActorOf(viewer, with, about.Month);
        var before = Before(follows);
        if (InterviewCycle.MayLead(actor, with, before, follows is not null && database.Interviews.After(follows.Id).Count > 0) is { } mayNot) return (null, InterviewWords.Of(mayNot));
        var state = new InterviewState(with, actor.Name, (follows?.State.Level ?? 0) + 1, []);
        var step = InterviewCycle.Decide(state, new WriteInterview(actor, text, InterviewRecords.HashOf(text)), Now, Today);
        if (step.Refused is { } refused) return (null, InterviewWords.Of(refused));
        if (database.Interviews.Begin(about, follows?.Id, state, step.Happens!, text) is not { } begun) return (null, InterviewWords.Of(InterviewRefusal.AlreadyGoneOn));
        Tell(begun, step.Happens!);
        return (begun, null);
    }

    public Refusal? Write(KeptInterview interview, InterviewText text, Viewer viewer) =>
        Checked(viewer, null, text) ?? Do(interview, new WriteInterview(ActorOf(viewer, interview), text, InterviewRecords.HashOf(text)), text);

    public Refusal? Sign(KeptInterview interview, string hash, bool disagrees, string? why, Viewer viewer) =>
        Checked(viewer, why, null) ?? Do(interview, new SignInterview(ActorOf(viewer, interview), hash, disagrees, why ?? ""), null);

    public Refusal? GoOn(KeptInterview interview, string? why, Viewer viewer) => Checked(viewer, why, null) ?? Do(interview, new GoOnWithInterview(ActorOf(viewer, interview), why ?? ""), null);

    private Refusal? Do(KeptInterview interview, InterviewCommand command, InterviewText? text)
    {
        var step = InterviewCycle.Decide(interview.State, command, Now, Today);
        if (step.Refused is { } refused) return InterviewWords.Of(refused);
        if (!database.Interviews.Append(interview, step.Happens!, text)) return DoingWords.ChangedMeanwhile;
        Tell(interview, step.Happens!);
        return null;
    }

    /// <summary>All before it, the first first.</summary>
    private InterviewState[] Before(KeptInterview? last)
    {
        var before = new List<InterviewState>();
        for (var at = last; at is not null; at = at.Follows is { } id ? database.Interviews.Find(id) : null) before.Insert(0, at.State);
        return [.. before];
    }

    private static Refusal? Checked(Viewer viewer, string? why, InterviewText? text) =>
        viewer.Role is Role.Operator ? DoingWords.NeedsNamedPerson
        : why?.Length > DoingWords.LongestReason ? DoingWords.ReasonTooLong
        : text is not null && (text.Strengths.Length > InterviewCycle.MostWords || text.Shortfalls.Length > InterviewCycle.MostWords || text.Steps.Count > InterviewCycle.MostSteps
            || text.Steps.Any(s => s.What.Length > InterviewCycle.MostStepWords)) ? InterviewWords.TextTooLong : null;

    private InterviewActor ActorOf(Viewer viewer, KeptInterview interview) => ActorOf(viewer, interview.State.With, interview.About.Month);

    private InterviewActor ActorOf(Viewer viewer, string with, Month month)
    {
        var roster = database.People.Roster;
        return new(AppraisalDoing.ActorOf(viewer, roster).Name, Rights.LeadsAppraisals(viewer), viewer.Leads && Rights.SeesGroup(viewer, GroupOf(roster, with, month)));
    }

    internal static string? GroupOf(Roster roster, string name, Month month) => roster.Find(name) is { } person ? roster.In(person.Id, month)?.Group : null;

    /// <summary>Of a text the person is told, of a signature the other, and of one that goes on whoever may lead the next and led none before.</summary>
    private void Tell(KeptInterview interview, InterviewHappening happened)
    {
        var state = interview.State;
        var (kind, whom) = happened.What switch
        {
            InterviewEvent.Written => (WrittenKind, new[] { state.With }),
            InterviewEvent.WentOn => (WentOnKind, Recipients.Who(database, Rights.LeadsAppraisals)
                .Except(Before(interview).Select(b => b.By), StringComparer.Ordinal).ToArray()),
            _ => (SignedKind, [happened.Who == state.With ? state.By : state.With]),
        };
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["with"] = state.With, ["by"] = happened.Who, ["month"] = interview.About.Month.ToString(), ["disagrees"] = happened.What == InterviewEvent.Disagreed ? "yes" : "no",
        };
        var occasion = string.Create(CultureInfo.InvariantCulture, $"{interview.Subject}/{Json.Kebab(happened.What)}/{happened.Hash}/{happened.Who}");
        database.Notices.Tell([.. whom.Where(w => w != happened.Who).Distinct(StringComparer.Ordinal).Select(to => new Notice(to, kind, occasion, words, Links.Interview(interview.Id), happened.At))]);
    }

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
    private DateOnly Today => ShopClock.Shanghai.DayOf(Now);
}
