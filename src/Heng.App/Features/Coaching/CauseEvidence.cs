using System.Globalization;
using Heng.App.Features.GoodExamples;
using Heng.App.Features.Inspections;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Findings;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Quality.Causes;
using Heng.Engine.Quality.Examples;
using Heng.Engine.Quality.Findings;
using Heng.Store;

namespace Heng.App.Features.Coaching;

/// <summary>Receptions and inspections that show a cause, with their words, and an example of how it is done.</summary>
internal sealed class CauseEvidence(Database database, CauseBook book, Sight sight, Language language)
{
    /// <summary>What the viewer may not see is left out: it is another's chat.</summary>
    public IReadOnlyList<ShownEvidence> Of(Cause cause, IReadOnlyList<CoachingEvidence> evidence) => cause.Kind == CauseKind.Rule ? OfRule(cause, evidence) : OfCriterion(cause, evidence);

    /// <summary>The newest shared example of the cause's category, or that names the cause.</summary>
    public (long Id, string Title)? Example(Cause cause)
    {
        var (name, category) = (book.NameOf(cause).Zh, book.CategoryOf(cause).Zh);
        return database.Matters(ExampleMatters.Kind).All.Reverse().Select(k => (k.Id, Example: ExampleMatters.Of(k))).Where(e => e.Example.Stage == ExampleStage.Shared)
            .Where(e => e.Example.Proposed is var of && (category.Length > 0 && of.Category == category || name.Length > 0 && (of.Title!.Contains(name, StringComparison.Ordinal) || of.Words!.Contains(name, StringComparison.Ordinal))))
            .Select(e => ((long, string)?)(e.Id, e.Example.Proposed.Title!)).FirstOrDefault();
    }

    public (long Id, string Title)? Example(long id) => database.Matters(ExampleMatters.Kind).Find(id) is { } kept && ExampleMatters.Of(kept) is { Stage: ExampleStage.Shared } example ? (id, example.Proposed.Title!) : null;

    private List<ShownEvidence> OfRule(Cause cause, IReadOnlyList<CoachingEvidence> evidence)
    {
        var found = new List<(CoachingEvidence Of, int Shop, int Agent, KeptFinding? Finding)>();
        foreach (var one in evidence)
            foreach (var shop in database.Shops.All)
                if (long.TryParse(one.Fact, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && database.Facts.Reception(shop.Id, id) is { } reception && sight.Sees(reception.Agent, reception.Day))
                    found.Add((one, shop.Id, reception.Agent, database.Findings.Of(shop.Id, id).FirstOrDefault(f => f.Rule == cause.Id && f.Counts)));
        var quotes = new Quotes(database, book.Rules, language, found.Where(f => f.Finding is not null).Select(f => (f.Shop, f.Finding!)));
        return [.. found.Select(f => new ShownEvidence(f.Of.Fact, f.Of.Day, sight.Roster.NameOf(f.Agent), Links.Reception(f.Of.Fact) + "#findings", f.Finding is null ? [] : quotes.Of(f.Shop, f.Finding)))];
    }

    private List<ShownEvidence> OfCriterion(Cause cause, IReadOnlyList<CoachingEvidence> evidence)
    {
        var shown = new List<ShownEvidence>();
        foreach (var one in evidence)
        {
            if (!long.TryParse(one.Fact, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || InspectionBook.Find(database, id) is not { } inspection) continue;
            if (sight.Roster.Find(inspection.State.Agent) is not { } person || !sight.Sees(person.Id, inspection.State.Day)) continue;
            var comment = inspection.State.Result?.FirstOrDefault(m => Cause.OfCriterion(inspection.Plan.Form.Id, m.Criterion) == cause)?.Comment;
            shown.Add(new(one.Fact, one.Day, inspection.State.Agent, Links.Inspection(id), comment is null ? [] : [new TextPiece(comment, null)]));
        }
        return shown;
    }
}
