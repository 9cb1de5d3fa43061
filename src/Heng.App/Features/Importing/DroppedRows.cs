using Heng.Intake;

namespace Heng.App.Features.Importing;

/// <summary>Rows that were left out, counted by the name of why, so that none is lost without a word.</summary>
public sealed class DroppedRows
{
    private readonly SortedDictionary<string, long> byName = new(StringComparer.Ordinal);

    public static readonly DroppedRows None = new();

    public long Count { get; private set; }
    public IReadOnlyDictionary<string, long> ByName => byName;

    public void Add(in Row row) => Add(row.Reason!.Code, 1);

    public void Add(string name, long rows)
    {
        if (rows == 0) return;
        byName[name] = byName.GetValueOrDefault(name) + rows;
        Count += rows;
    }
}
