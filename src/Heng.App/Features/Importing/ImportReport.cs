using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>A file to import and who asks. A dry run counts and changes nothing; <paramref name="Replace"/> removes that day's records of the shop first.</summary>
public sealed record ImportRequest(string Path, IntakeOptions Options, string By, bool DryRun = false, DateOnly? Replace = null)
{
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

/// <summary>What an import changed in one shop, so that it is settled once, however many files came.</summary>
public sealed class Changes
{
    private readonly Dictionary<string, (DateOnly First, DateOnly Last)> spans = new(StringComparer.Ordinal);

    public bool People { get; set; }
    public IReadOnlyDictionary<string, (DateOnly First, DateOnly Last)> Spans => spans;

    public void Clear()
    {
        People = false;
        spans.Clear();
    }

    public void Touch(string shop, DateOnly day) => spans[shop] = spans.TryGetValue(shop, out var span)
        ? (day < span.First ? day : span.First, day > span.Last ? day : span.Last)
        : (day, day);
}
