using Heng.App.Features.Importing;
using Heng.Store;

namespace Heng.App.Features.Connectors;

/// <summary>What became of one interface in a pull: windows that were asked and are in, and the rows of all of them, balanced as an import's.</summary>
public sealed record PullReport(string Shop, string Api, string? Format)
{
    public int Windows { get; init; }
    public int Calls { get; init; }
    public ImportCounts Counts { get; init; }
    public IReadOnlyList<RejectedRow> FirstRejected { get; init; } = [];
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public IReadOnlyList<ImportNotice> Notices { get; init; } = [];
    /// <summary>Why it ended early. What was done before stays done, and the next pull goes on from there.</summary>
    public Fault? Fault { get; init; }

    public PullReport With(ImportReport import) => this with
    {
        Counts = new(Counts.Read + import.Counts.Read, Counts.Accepted + import.Counts.Accepted, Counts.Rejected + import.Counts.Rejected,
            Counts.Duplicate + import.Counts.Duplicate, Counts.Dropped + import.Counts.Dropped),
        FirstRejected = [.. FirstRejected.Concat(import.FirstRejected).Take(20)],
        From = Earlier(From, import.From), To = Later(To, import.To),
        Notices = [.. Notices.Concat(import.Notices).GroupBy(n => n.Code, StringComparer.Ordinal).Select(Together)],
    };

    /// <summary>A notice of several windows is told once, with all that it is about.</summary>
    private static ImportNotice Together(IGrouping<string, ImportNotice> same) =>
        same.First() with { Details = [.. same.SelectMany(n => n.Details).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b ?? a : a;
    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b ?? a : a;
}
