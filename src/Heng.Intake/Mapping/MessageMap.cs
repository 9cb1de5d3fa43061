using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Mapping;

/// <summary>Where a field comes from: a column of the file, and what stands in when its cell is empty.</summary>
public sealed record MapSource(string Column, string? DefaultColumn = null, string? Default = null);

/// <summary>A place in a map that cannot be used, from line 1 and column 1.</summary>
public sealed record MapFault(int Line, int Column, Engine.Explanation.Wording Words);

/// <summary>Either a map or what is wrong with it.</summary>
public sealed record MapReading(MessageMap? Map, IReadOnlyList<MapFault> Faults);

/// <summary>
/// How somebody's own table tells a format's fields (<c>--map</c>); messages unless <see cref="Kind"/> names another format.
/// See docs/formats.md for the file.
/// </summary>
public sealed record MessageMap
{
    public string Kind { get; init; } = "messages-csv";
    public IReadOnlyDictionary<string, MapSource> Columns { get; init; } = new Dictionary<string, MapSource>();
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();
    public IReadOnlyList<DropCondition> Drop { get; init; } = [];
    /// <summary>The column with the platform's own order within equal seconds.</summary>
    public string? SequenceColumn { get; init; }
    /// <summary>The file's lines say nothing about order: equal seconds go buyer before agent.</summary>
    public bool NoSequence { get; init; }
    public Instant? ExportedAt { get; init; }
    internal Times Times { get; init; } = Times.Shanghai;

    internal Holding Holds => Formats.Find(Kind)!.Holds;

    public static MapReading Read(string yaml) => new MapReader().Read(yaml);
}
