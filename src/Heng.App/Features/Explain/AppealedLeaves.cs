using Heng.App.Features.Facts;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Explain;

/// <summary>Which facts at the end of a number can be appealed against, and over which of them a correction stands.</summary>
internal sealed class AppealedLeaves(Database database, IReadOnlyList<Shop> shops, Month month)
{
    private readonly IReadOnlyList<Corrections> corrections = [.. shops.Append(Shops.Company).Select(s => CorrectionRecords.Of(database, s))];

    public ExplainFact On(ExplainFact titled, LeafFact fact, bool mine)
    {
        if (KindOf(fact) is not { } kind) return titled;
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
