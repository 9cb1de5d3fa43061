using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>A file to import and who asks. A dry run counts and changes nothing; <paramref name="Replace"/> removes that day's records of the shop first.</summary>
public sealed record ImportRequest(string Path, IntakeOptions Options, string By, bool DryRun = false, DateOnly? Replace = null)
{
    /// <summary>Whether who asks may bring bank accounts.</summary>
    public bool BringsAccounts { get; init; }

    public string Name => Options.FileName ?? System.IO.Path.GetFileName(Path);
}

/// <summary>What became of a file. Either it was refused whole, or its counts balance.</summary>
public sealed record ImportReport(
    string Name, Format? Format, Refusal? Refused, long Import, ImportCounts Counts, IReadOnlyList<RejectedRow> FirstRejected, DateOnly? From, DateOnly? To, bool SeenBefore)
{
    /// <summary>How many rows were left out under which name; together they are the dropped rows.</summary>
    public IReadOnlyDictionary<string, long> Dropped { get; init; } = DroppedRows.None.ByName;

    /// <summary>What was taken and should be looked at.</summary>
    public IReadOnlyList<ImportNotice> Notices { get; init; } = [];
}

/// <summary>Something odd in a file that was taken all the same. The code is stable.</summary>
public sealed record ImportNotice(string Code, Wording Words, IReadOnlyList<string> Details);

/// <summary>How far a file is. Of is bytes while reading and days while writing.</summary>
public readonly record struct ImportProgress(string File, ImportPhase Phase, long Done, long Of);

public enum ImportPhase { Reading, Writing, Settling }

/// <summary>Days of a shop, or of all where none is named, that are to be folded again.</summary>
public sealed record Fold(string? Shop, DateOnly First, DateOnly Last)
{
    public static readonly Fold Everything = new(null, DateOnly.MinValue, DateOnly.MaxValue);

    public bool Holds(string shop, DateOnly day) => (Shop is null || Shop == shop) && First <= day && day <= Last;

    /// <summary>What it has of the days; null is nothing.</summary>
    public (DateOnly From, DateOnly To)? Within(string shop, DateOnly from, DateOnly to)
    {
        var (first, last) = (First > from ? First : from, Last < to ? Last : to);
        return (Shop is null || Shop == shop) && first <= last ? (first, last) : null;
    }
}

/// <summary>What an import changed in one shop, so that it is settled once, however many files came.</summary>
public sealed class Changes
{
    private readonly Dictionary<string, (DateOnly First, DateOnly Last)> spans = new(StringComparer.Ordinal);

    private readonly List<Fold> folds = [];

    /// <summary>Days whose messages must be folded again.</summary>
    public IReadOnlyList<Fold> Folds => folds;
    public IReadOnlyDictionary<string, (DateOnly First, DateOnly Last)> Spans => spans;

    public void Clear()
    {
        folds.Clear();
        spans.Clear();
    }

    public void Fold(Fold fold) => folds.Add(fold);

    public void Touch(string shop, DateOnly day) => spans[shop] = spans.TryGetValue(shop, out var span)
        ? (day < span.First ? day : span.First, day > span.Last ? day : span.Last)
        : (day, day);
}
