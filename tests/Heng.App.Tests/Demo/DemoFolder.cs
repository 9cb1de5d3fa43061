using Heng.App.Features.Demo;
using Heng.Engine.Records;

namespace Heng.App.Tests.Demo;

[CollectionDefinition(Name)]
public sealed class DemoFolderGroup : ICollectionFixture<DemoFolder>
{
    public const string Name = "demo folder";
}

/// <summary>A folder of invented files, made and read once for all tests of it: eight agents are the fewest with a joiner, a leaver and a change of group.</summary>
public sealed class DemoFolder : IDisposable
{
    public static readonly Month Until = new(2026, 10);

    public DemoFolder() => Summary = DemoFiles.Write(Directory.CreateTempSubdirectory("heng-demo-").FullName, new DemoOptions(Until, Agents: 8, Months: 2));

    public DemoSummary Summary { get; }

    internal IEnumerable<SheetRow> Rows(string kind) => Summary.Files.Where(f => f.Kind == kind).SelectMany(Rows);

    internal List<SheetRow> Rows(DemoFile file)
    {
        if (_read.TryGetValue(file.Name, out var rows)) return rows;
        rows = Sheet.Read(Path.Combine(Summary.Folder, file.Name), file.Kind == "orders" ? Sheet.Gb18030 : null);
        _read.Add(file.Name, rows);
        return rows;
    }

    /// <summary>The account of each person on each day, as the people file has it.</summary>
    public string? Holder(string account, string day)
    {
        _holders ??= [.. from p in Rows("people") from a in p["accounts"].Split(';') select (a, p["name"], p["from"], p["to"] == "" ? "9999-12-31" : p["to"])];
        var found = _holders.Where(h => h.Account == account && string.CompareOrdinal(h.From, day) <= 0 && string.CompareOrdinal(day, h.To) <= 0).ToList();
        return found.Count == 1 ? found[0].Name : null;
    }

    private readonly Dictionary<string, List<SheetRow>> _read = new(StringComparer.Ordinal);
    private List<(string Account, string Name, string From, string To)>? _holders;

    public void Dispose() => Directory.Delete(Summary.Folder, recursive: true);
}
