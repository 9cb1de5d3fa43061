using Heng.App.Features.Facts;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Explain;

/// <summary>Which facts at the end of a number can be appealed against, and over which of them a correction stands.</summary>
internal sealed class AppealedLeaves(Database database, IReadOnlyList<Shop> shops, Month month)
{
    private readonly IReadOnlyList<Corrections> corrections = [.. shops.Append(Shops.Company).Select(s => CorrectionRecords.Of(database, s))];

    // Peers' and subordinates' marks stand as a mean without names: there is none to point at.
    private readonly Lazy<HashSet<string>> named = new(() => database.Entries.Of(month).Where(e => !RaterMean.IsUnnamed(e.Rater)).Select(Corrections.IdOf).ToHashSet(StringComparer.Ordinal));

    public ExplainFact On(ExplainFact titled, LeafFact fact, bool mine)
    {
        if (KindOf(fact) is not { } kind || kind == CorrectedFact.Entry && !named.Value.Contains(fact.Id)) return titled;
        var day = Correction.IsOfMonth(kind) ? month.First : fact.Day;
        return titled with { AppealHref = mine ? Links.NewAppeal(kind, fact.Id, day) : null, Corrected = corrections.Any(c => c.Of(kind, fact.Id) is not null) };
    }

    /// <summary>A day's attendance rests on punches and shifts; only the month's sheet is a record of its own.</summary>
    private static CorrectedFact? KindOf(LeafFact fact) => fact.Kind switch
    {
        FactKind.Order => CorrectedFact.Order,
        FactKind.Rating => CorrectedFact.Rating,
        FactKind.Review => CorrectedFact.Review,
        FactKind.Entry => CorrectedFact.Entry,
        FactKind.Attendance when Month.Parse(fact.Id.Split('/')[0]) is not null => CorrectedFact.Attendance,
        _ => null,
    };
}
