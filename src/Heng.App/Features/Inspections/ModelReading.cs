using System.Globalization;
using Heng.App.Features.GoodExamples;
using Heng.App.Features.Meaning;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Meaning;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Statistics;
using Heng.Store;
using Speaker = Heng.Engine.Quality.Speaker;

namespace Heng.App.Features.Inspections;

/// <summary>What a model is asked of an inspection's chat, who sees what it proposes, and how it agrees with people.</summary>
internal static class ModelReading
{
    public static string KeyOf(long inspection) => inspection.ToString(CultureInfo.InvariantCulture);

    /// <summary>Only of a chat, and only what a person alone can judge.</summary>
    public static IReadOnlyList<MeaningCriterion> Criteria(InspectionForm form) => [.. form.Criteria.Where(c => c.Means is not null).Select(c => new MeaningCriterion(c.Id, c.Name.Zh, c.Means!.Value.Zh))];

    /// <summary>The question, and at which number of the page each of its lines stands. Robots, notices, recalled and corrected messages are nobody's words. No question where it would be too long.</summary>
    public static (MeaningQuestion? Question, IReadOnlyList<int> At) Question(Database database, InspectionState state, InspectionForm form, ReceptionView reception)
    {
        if (ShownReception.Of(database, state.Drawn.Item, Language.Zh) is not { } shown) return (null, []);
        var lines = shown.Lines.Select((l, i) => (l.Line, At: i + 1)).Where(l => l.Line is { Text: not null, Notice: null, Recalled: false, Corrected: false, From: Receptions.Speaker.Buyer or Receptions.Speaker.Agent }).ToArray();
        string[] names = [shown.Agent, .. reception.Accounts.Select(a => a[(a.LastIndexOf(':') + 1)..])];
        return (MeaningQuestion.Of(lines.Select(l => (l.Line.From == Receptions.Speaker.Buyer ? Speaker.Buyer : Speaker.Agent, l.Line.Text!)), Criteria(form), names), [.. lines.Select(l => l.At)]);
    }

    /// <summary>
    /// Who is to mark, or to decide anew, sees no proposal before their own marks unless the shop has it so; while two mark blind nobody does at all, for anybody might be the second. The agent
    /// is told what people decided, and never what a model proposed.
    /// </summary>
    public static ProposedMarks? Shown(Database database, BookedInspection found, ReceptionView? reception, Inspector by, IReadOnlySet<InspectionEvent> may)
    {
        var state = found.State;
        if (state.Drawn.Of != Sampled.Receptions || state.Agent == by.Name || state.Agent == by.Viewer.Person || state.IsVoid || reception is null or { Lines.Count: 0 } || Criteria(found.Plan.Form).Count == 0) return null;
        var marks = may.Contains(InspectionEvent.Inspected) || may.Contains(InspectionEvent.Settled) || may.Contains(InspectionEvent.Changed);
        var concerned = by.Acts && (marks || state.IsMarkedBy(by.Name));
        if (!concerned && !by.SeesMarks(state)) return null;
        var (setting, kept) = (MeaningMatters.SettingOf(database), database.Matters(MeaningMatters.Reads).Find(KeyOf(found.Id)));
        var mayAsk = concerned && setting.On && MeaningReader.MayBegin(kept, by.Now);
        if (kept?.Happened.LastOrDefault(h => h.What == MeaningEvent.Answered) is not { } answer) return mayAsk ? new(true, false) { Failed = kept?.Happened[^1].Failure } : null;
        if (!state.AllIn && state.Needed > 1 || !setting.MayShow(hasOwnMarks: !marks)) return new(false, true) { Model = answer.Model };
        return new(false, false) { Model = answer.Model, Dropped = answer.Dropped.Count, Shown = Proposals(database, found, reception, answer) };
    }

    /// <summary>By criterion of each form that was asked, how often model and people said found or not found alike. Null where nothing was read.</summary>
    public static IReadOnlyList<(Criterion Criterion, InspectionForm Form, Agreement Agreement)>? Agreements(Database database, IReadOnlyList<BookedInspection> inspections)
    {
        var reads = database.Matters(MeaningMatters.Reads);
        var answered = inspections.Where(i => i.State is { IsReady: true, IsVoid: false }).Select(i => (Of: i, Answer: reads.Find(KeyOf(i.Id))?.Happened.LastOrDefault(h => h.What == MeaningEvent.Answered))).Where(i => i.Answer is not null).ToArray();
        if (answered.Length == 0) return MeaningMatters.SettingOf(database).On ? [] : null;
        return
        [
            .. answered.GroupBy(i => i.Of.Plan.Form.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => Agreements(g.First().Of.Plan.Form, g.SelectMany(i => Pairs(i.Of, i.Answer!)))),
        ];
    }

    private static IEnumerable<(Criterion, InspectionForm, Agreement)> Agreements(InspectionForm form, IEnumerable<MeaningPair> pairs) =>
        from measured in MeaningAgreement.Of(pairs) let criterion = form.Find(measured.Criterion) where criterion is not null select (criterion, form, measured.With);

    private static IEnumerable<MeaningPair> Pairs(BookedInspection of, MeaningRead answer) =>
        answer.Proposals.Select(p => new MeaningPair(p.Criterion, p.Found, MarkPairs.VerdictOf(of.State.Result!, p.Criterion) == Verdict.Found));

    private static IReadOnlyList<ShownProposal> Proposals(Database database, BookedInspection found, ReceptionView reception, MeaningRead answer)
    {
        var (question, at) = Question(database, found.State, found.Plan.Form, reception);
        // A correction since may have moved the lines: then the words are looked for where they stand now, and lead nowhere where they don't.
        int? Place(MeaningProposal of) => of.Quote is not { } quote || question?.Lines.OrderBy(l => Math.Abs(l.Number - of.Line!.Value)).FirstOrDefault(l => l.Text.Contains(quote, StringComparison.Ordinal)) is not { } line ? null : at[line.Number - 1];
        return [.. from proposal in answer.Proposals let criterion = found.Plan.Form.Find(proposal.Criterion) where criterion is not null select new ShownProposal(criterion, proposal.Found, proposal.Confidence, proposal.Quote, Place(proposal))];
    }
}
