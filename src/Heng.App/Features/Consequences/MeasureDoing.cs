using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Appeals;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Doing;
using Heng.App.Features.Importing;
using Heng.App.Features.Months;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Consequences;

/// <summary>Decides about proposed measures for a page or a command, and says why not. What is taken becomes the record that ladders count.</summary>
public sealed class MeasureDoing(Database database, string folder, TimeProvider time, Func<Month, KeptMonth> months)
{
    public const string ConfirmKind = "measure-to-confirm", TakenKind = "measure-taken";

    public Refusal? Decide(MeasureOf of, MeasureEvent act, DateOnly? day, string? why, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (why?.Length > DoingWords.LongestReason) return DoingWords.ReasonTooLong;
        var proposed = new ProposedMeasures(database, months, of.Month).All.FirstOrDefault(p => p.Agent == of.Agent && p.Plan.Id == of.Plan && p.Proposal.Rule == of.Rule);
        var (kept, group) = (database.Measures.Find(of), proposed?.Group ?? months(of.Month).Find(of.Agent)?.Group);
        // What one may not see is not there.
        if (proposed is null && kept is null || !Rights.SeesMeasures(viewer, group)) return MeasureCaseWords.Of(MeasureRefusal.NotProposed);
        var actor = new MeasureActor(AppraisalDoing.ActorOf(viewer, database.People.Roster).Name, Rights.DecidesMeasures(viewer), viewer.Leads && Rights.SeesGroup(viewer, group));
        var now = new Instant(time.GetUtcNow().ToUnixTimeSeconds());
        var situation = new MeasureSituation(now, months(of.Month).Book.Facts.Rules.Clock.DayOf(now), of.Agent, of.Month.Last, proposed?.Proposal);
        var state = kept?.State ?? MeasureState.New(of.Measure);
        var step = MeasureCycle.Decide(state, new(actor, act, of.Measure, day, why ?? ""), situation);
        if (step.Refused is { } refused) return MeasureCaseWords.Of(refused);
        var evidence = proposed?.Proposal.Row ?? kept?.Evidence ?? [];
        var done = Keep(of, state, step.Happens!, evidence);
        if (done is null) Tell(of, state.After(step.Happens!), group);
        return done;
    }

    private Refusal? Keep(MeasureOf of, MeasureState state, MeasureHappening happens, IReadOnlyList<CardBefore> evidence)
    {
        if (state.After(happens) is not { Stage: MeasureStage.Taken, Accepted: { } accepted })
            return database.Measures.Append(of, state.Happened.Count, happens, evidence) ? null : MeasureCaseWords.Of(MeasureRefusal.AlreadyDecided);
        if (ImportRun.WhenFree(database, folder, time) is not { } run) return DoingWords.Busy;
        using (run)
        {
            var first = true;
            run.Keep(of.Subject, "measures", happens.Who, (source, _) => first = database.Measures.Append(of, state.Happened.Count, happens, evidence,
                (new(accepted.Day!.Value, of.Agent, of.Measure, RemarkOf(accepted, evidence), of.Plan), source)));
            return first ? null : MeasureCaseWords.Of(MeasureRefusal.AlreadyDecided);
        }
    }

    /// <summary>Why, and the cards that it rested on, so that the record says it wherever it goes.</summary>
    private static string RemarkOf(MeasureHappening accepted, IReadOnlyList<CardBefore> evidence) =>
        string.Join("；", new[] { accepted.Why, string.Join("，", evidence.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Last} {c.Grade} {c.Score:0.##}"))) }.Where(w => w.Length > 0));

    /// <summary>Who may confirm is asked to; of what is taken the person and their leaders are told. An exit or a transfer is said to the person face to face, never by a notice.</summary>
    private void Tell(MeasureOf of, MeasureState state, string? group)
    {
        var last = state.Happened[^1];
        var (kind, whom) = state.Stage switch
        {
            MeasureStage.Unconfirmed => (ConfirmKind, Recipients.Who(database, Rights.DecidesMeasures)),
            MeasureStage.Taken => (TakenKind, Recipients.LeadersOf(database, group).Concat(of.Measure is MeasureKind.Exit or MeasureKind.Transfer ? [] : new[] { of.Agent })),
            _ => ("", []),
        };
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["agent"] = of.Agent, ["measure"] = Json.Kebab(of.Measure), ["by"] = last.Who, ["month"] = of.Month.ToString() };
        if (last.Day is { } day) words["day"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        database.Notices.Tell([.. whom.Distinct(StringComparer.Ordinal).Where(w => w != last.Who && (w != of.Agent || kind == TakenKind))
            .Select(to => new Notice(to, kind, of.Subject, words, to == of.Agent ? Links.Interviews : Links.Measures(of.Month), last.At))]);
    }
}
