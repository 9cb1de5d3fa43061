using Heng.Engine.Quality.Inspection;
using Heng.Engine.Records;
using Heng.Engine.Statistics;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>An inspection with its plan, and the card that its result makes.</summary>
public sealed record BookedInspection(KeptMatter<InspectionHappening> Kept, InspectionState State, Engine.Quality.Sampling.SamplingState Plan)
{
    public long Id => Kept.Id;
    public InspectionCard? Card => State.Result is { } marks ? InspectionCard.Of(Plan.Form, marks) : null;
}

/// <summary>Looks up inspections as they are kept.</summary>
public static class InspectionBook
{
    /// <summary>A queue older than this is nobody's to work off.</summary>
    private const int MostDays = 200;

    /// <summary>Those of the last months, in the order of the draw.</summary>
    public static IReadOnlyList<KeptMatter<InspectionHappening>> Open(Database database, DateOnly today) => database.Matters(InspectionMatters.Inspections).Between(today.AddDays(-MostDays), today);

    public static IReadOnlyList<BookedInspection> Between(Database database, DateOnly from, DateOnly to) => With(database, database.Matters(InspectionMatters.Inspections).Between(from, to));

    public static IReadOnlyList<BookedInspection> With(Database database, IEnumerable<KeptMatter<InspectionHappening>> kept)
    {
        var plans = database.Matters(InspectionMatters.Plans).All.ToDictionary(p => p.Id, InspectionMatters.StateOf);
        return [.. kept.Select(k => new BookedInspection(k, InspectionMatters.StateOf(k), plans[k.Happened[0].Plan!.Value]))];
    }

    public static BookedInspection? Find(Database database, long id) => database.Matters(InspectionMatters.Inspections).Find(id) is { } kept ? With(database, [kept])[0] : null;

    /// <summary>Per criterion of each form, how often first and second said the same.</summary>
    public static IReadOnlyList<(Criterion Criterion, InspectionForm Form, Agreement Agreement)> Agreements(IReadOnlyList<BookedInspection> inspections) =>
    [
        .. inspections.Where(i => i.State is { AllIn: true, Needed: 2, IsVoid: false }).GroupBy(i => i.Plan.Form.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(form => form.First().Plan.Form.Criteria.Select(c => (c, form.First().Plan.Form, Agreement.Of<Verdict>([.. form.Select(i => (VerdictOf(i, 0, c), VerdictOf(i, 1, c)))])))),
    ];

    /// <summary>Every card that an inspector made by themself, the blind ones included.</summary>
    public static IReadOnlyList<Strictness> Strictnesses(IReadOnlyList<BookedInspection> inspections) => Strictness.Of(
        [.. inspections.Where(i => i.State is { AllIn: true, IsVoid: false, Kind: Engine.Quality.Sampling.InspectionKind.Company }).SelectMany(i => i.State.Inspected.Select(h => (i.State.Drawn.Stratum, h.Who, InspectionCard.Of(i.Plan.Form, h.Marks!).Share)))
            .Where(s => s.Share is not null).Select(s => new InspectedShare(s.Who, s.Stratum!, s.Share!.Value))]);

    private static Verdict VerdictOf(BookedInspection inspection, int at, Criterion criterion) => MarkPairs.VerdictOf(inspection.State.Inspected[at].Marks!, criterion.Id);
}
