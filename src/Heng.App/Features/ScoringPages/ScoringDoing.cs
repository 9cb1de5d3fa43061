using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Doing;
using Heng.App.Features.Importing;
using Heng.App.Features.Notices;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.ScoringPages;

/// <summary>A cell as a form says it. Seen is the version of the draft on which it was filled in.</summary>
public sealed record CellForm(string Key, string Points, string Comment, int Seen)
{
    public Typed Typed => new(Points, Comment);
    /// <summary>Nobody types as much by hand; what is kept for ever has an end.</summary>
    public bool TooLong => Points.Length > 100 || Comment.Length > 4000;
}

/// <summary>What is wrong with the marks, cell by cell.</summary>
public sealed record ScoringFaults(IReadOnlyDictionary<string, PointFault> Of)
{
    /// <summary>Told first: what is to be chosen, then what can't be read, and last what is missing.</summary>
    private static readonly PointFault[] Order = [PointFault.ChangedMeanwhile, PointFault.PointsUnreadable, PointFault.PointsOutOfRange, PointFault.PointsOffStep, PointFault.CommentTooLong, PointFault.CommentMissing, PointFault.PointsMissing];

    public Refusal? Refusal => Order.Where(Of.Values.Contains).Select(f => ScoringWords.Of(f, Of.Values.Count(v => v == f))).FirstOrDefault();
}

/// <summary>Keeps drafts and hands marks in.</summary>
public sealed class ScoringDoing(Database database, string folder, TimeProvider time)
{
    public const string Format = "entries";
    private const int Tries = 5;

    public IReadOnlyDictionary<ScoreCell, DraftCell> Drafts(Assessment one) => database.ScoreDrafts.Of(one.Of);

    /// <summary>Keeps what was typed, whatever comes of it; the stage may be over.</summary>
    public IReadOnlyDictionary<ScoreCell, DraftCell> Save(Sitting sitting, IReadOnlyList<CellForm> form, string from, (string Key, DraftChoice Choice)? chosen = null)
    {
        var typed = form.Where(f => !f.TooLong).DistinctBy(f => f.Key).ToDictionary(f => f.Key, StringComparer.Ordinal);
        var cells = sitting.Cells.Where(c => typed.ContainsKey(c.Key)).ToDictionary(c => c.Of);
        var by = new DraftLine(Typed.Nothing, false, from, sitting.Actor.Name, Now());
        return database.ScoreDrafts.Save(sitting.One.Of, [.. cells.Keys], (cell, kept) =>
        {
            var (given, said) = (cells[cell], typed[cells[cell].Key]);
            if (chosen is { } choice && choice.Key == given.Key) return Engine.Appraisal.Drafts.Chosen(kept, choice.Choice, said.Seen, by);
            // What was handed in and left as it is makes no draft.
            return said.Seen == 0 && said.Typed == given.AsGiven ? null : Engine.Appraisal.Drafts.Saved(kept, said.Typed, said.Seen, by);
        });
    }

    /// <summary>What stands in the form: the draft, else what was handed in.</summary>
    public static Typed Standing(SittingCell cell, DraftCell? draft) => draft is { Version: > 0 } ? draft.What : cell.AsGiven;

    public static ScoringFaults Faults(IEnumerable<SittingCell> cells, IReadOnlyDictionary<ScoreCell, DraftCell> drafts) =>
        new(cells.Select(c => (c.Key, Fault: FaultOf(c, drafts.GetValueOrDefault(c.Of)))).Where(c => c.Fault is not null).ToDictionary(c => c.Key, c => c.Fault!.Value, StringComparer.Ordinal));

    public static PointFault? FaultOf(SittingCell cell, DraftCell? draft)
    {
        if (draft?.Beside is not null) return PointFault.ChangedMeanwhile;
        var typed = Standing(cell, draft);
        return typed.Points.Trim().Length == 0 ? PointFault.PointsMissing : TypedPoints.Read(typed.Points) is { } points ? PointRules.Of(cell.Scale, points, typed.Comment) : PointFault.PointsUnreadable;
    }

    /// <summary>
    /// Hands the parts in: what stands in their cells becomes entries, a correction a later version of the same entry, and the parts are done. All of them or none.
    /// </summary>
    public Refusal? Submit(Sitting sitting, IReadOnlyList<ToDo> parts, IReadOnlyDictionary<ScoreCell, DraftCell> drafts)
    {
        if (!sitting.Open) return AppraisalWords.Of(sitting.One.State.Closed ? AppraisalRefusal.AlreadyClosed : AppraisalRefusal.StageOver);
        var cells = sitting.Cells.Where(c => parts.Contains(c.Of.Part)).ToArray();
        if (cells.Length == 0) return ScoringWords.Nothing;
        if (Faults(cells, drafts).Refusal is { } wrong) return wrong;
        Entry[] entries = [.. cells.Select(c => EntryOf(sitting, c, Standing(c, drafts.GetValueOrDefault(c.Of)))).Where(e => e.Entry != e.Given).Select(e => e.Entry)];
        try
        {
            if (entries.Length > 0) Enter(entries, sitting.Actor.Name);
        }
        catch (ImportBusyException)
        {
            return ScoringWords.Busy;
        }
        return Done(sitting.One.WithEntries(), sitting.Actor, parts);
    }

    private static (Entry Entry, Entry? Given) EntryOf(Sitting sitting, SittingCell cell, Typed typed)
    {
        var comment = typed.Comment.ReplaceLineEndings(" ").Trim();
        // Who corrects what another gave corrects that one: two entries of the same part would be averaged.
        var entry = new Entry(sitting.One.Of.Month, cell.Of.Part.About!, cell.Of.Item, cell.Of.Part.As, TypedPoints.Read(typed.Points)!.Value, comment.Length == 0 ? null : comment, cell.Given is { } given ? given.By : sitting.Actor.Name);
        return (entry, cell.Given);
    }

    private void Enter(Entry[] entries, string by)
    {
        using var run = new ImportRun(database, folder, time);
        run.Keep(string.Join("、", entries.Select(e => e.Agent).Distinct(StringComparer.Ordinal).Take(3)), Format, by, (source, _) =>
        {
            // Later than what stands, so that the newer version is the one given now.
            var standing = database.Entries.Dated(entries[0].Month).Where(d => entries.Any(e => Same(d.Entry, e))).Select(d => d.Exported).OfType<Instant>().DefaultIfEmpty(new(0)).Max();
            database.Entries.Merge(entries, standing >= source.Exported ? standing.Plus(1) : source.Exported, source.Import);
        });
    }

    private static bool Same(Entry one, Entry other) => (one.Agent, one.Item, one.Rater, one.By) == (other.Agent, other.Item, other.Rater, other.By);

    /// <summary>The entries alone do most parts; one that was reopened, or delegated, is done by name.</summary>
    private Refusal? Done(Assessment one, Actor actor, IReadOnlyList<ToDo> parts)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            var (state, happens) = (one.Kept, new List<Happening>());
            foreach (var part in parts.Where(p => one.State.Now?.Id == p.Stage && !one.State.Done.ContainsKey(p)))
            {
                var step = AppraisalCycle.Decide(state, new FillPart(actor, part), one.Situation);
                if (step.Refused is { } refused) return AppraisalWords.Of(refused);
                state = step.Happens.Aggregate(state, (s, h) => s.After(h));
                happens.AddRange(step.Happens);
            }
            if (happens.Count == 0) return null;
            if (database.Appraisals.Append(one.Of, one.File.Version, one.Log.Happened.Count, happens, []))
            {
                AppraisalTold.After(database, one, happens);
                return null;
            }
            one = one.Again();
        }
        return DoingWords.ChangedMeanwhile;
    }

    private Instant Now() => new(time.GetUtcNow().ToUnixTimeSeconds());
}
