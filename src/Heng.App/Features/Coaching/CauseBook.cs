using System.Globalization;
using Heng.App.Features.Inspections;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Quality.Causes;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Coaching;

/// <summary>What quality was lost by: fatal and non-fatal findings that count, and criteria marked down in inspections that stand or were the group's own check.</summary>
internal sealed class CauseBook(Database database)
{
    private readonly QualityBook rules = new(database);
    private readonly Roster roster = database.People.Roster;
    private readonly Lazy<IReadOnlyList<InspectionForm>> forms = new(() => [.. database.Matters(InspectionMatters.Plans).All.Reverse().Select(p => InspectionMatters.StateOf(p).Form).DistinctBy(f => f.Id)]);

    public QualityBook Rules => rules;

    /// <summary>The last day on which a rule that counts looked at chats.</summary>
    public DateOnly? Through => database.Shops.All.Select(s => database.Coverage.Span(s.Id, Source.Quality)?.Last).Max();

    public CauseTally Between(DateOnly from, DateOnly to, int? agent = null)
    {
        if (to < from) return new([], []);
        var (hits, looks) = (new List<CauseHit>(), new List<CauseLook>());
        foreach (var shop in database.Shops.All)
        {
            hits.AddRange(database.Findings.Lost(shop.Id, from, to, agent).Where(l => l.Agent != AgentDay.Unbound)
                .Select(l => new CauseHit(new(CauseKind.Rule, l.Rule), l.Agent, l.Day, l.Reception.ToString(CultureInfo.InvariantCulture), CausePoints.OfRule(l.Fatal, l.Hundredths / 100m))));
            looks.AddRange(database.Facts.AgentDays(shop.Id, from, to, agent, [FactPart.Quality]).Where(d => d.Agent != AgentDay.Unbound && d.Measures[Primitive.ReceptionsChecked] > 0)
                .Select(d => new CauseLook(null, d.Agent, d.Day, (int)d.Measures[Primitive.ReceptionsChecked])));
        }
        foreach (var inspection in InspectionBook.Between(database, from, to).Where(i => i.State.Stage is InspectionStage.Stands or InspectionStage.Coached && i.State.Day >= from && i.State.Day <= to))
            if (roster.Find(inspection.State.Agent)?.Id is { } person && (agent is null || person == agent)) Add(inspection, person, hits, looks);
        return new(hits, looks);
    }

    public Wording NameOf(Cause cause) => cause.Kind == CauseKind.Rule ? rules.Find(cause.Id)?.Name ?? new(cause.Id, cause.Id) : CriterionOf(cause)?.Criterion.Name ?? new(cause.Id, cause.Id);

    /// <summary>The rule's or the form's category; empty of what is not there any more.</summary>
    public Wording CategoryOf(Cause cause) => cause.Kind == CauseKind.Rule ? rules.Find(cause.Id) is { } rule ? new(rule.Category, rule.Category) : new("", "") : CriterionOf(cause)?.Category.Name ?? new("", "");

    private (InspectionCategory Category, Criterion Criterion)? CriterionOf(Cause cause)
    {
        var at = cause.Id.IndexOf('/', StringComparison.Ordinal);
        var categories = at < 0 ? null : forms.Value.FirstOrDefault(f => f.Id == cause.Id[..at])?.Categories;
        return categories?.SelectMany(c => c.Criteria.Where(k => k.Id == cause.Id[(at + 1)..]), (c, k) => ((InspectionCategory, Criterion)?)(c, k)).FirstOrDefault();
    }

    private static void Add(BookedInspection inspection, int person, List<CauseHit> hits, List<CauseLook> looks)
    {
        var (form, day, card) = (inspection.Plan.Form, inspection.State.Day, inspection.Card!);
        var marks = inspection.State.Result!.ToDictionary(m => m.Criterion, StringComparer.Ordinal);
        foreach (var criterion in form.Criteria.Where(c => c.Severity != Severity.Praise))
        {
            var mark = marks.GetValueOrDefault(criterion.Id);
            if (mark?.Verdict == Verdict.NotApplicable) continue;
            var cause = Cause.OfCriterion(form.Id, criterion.Id);
            looks.Add(new(cause, person, day, 1));
            if (mark?.Verdict == Verdict.Found) hits.Add(new(cause, person, day, inspection.Id.ToString(CultureInfo.InvariantCulture), CausePoints.OfCriterion(form, criterion, mark.Times, card.Possible)));
        }
    }
}
