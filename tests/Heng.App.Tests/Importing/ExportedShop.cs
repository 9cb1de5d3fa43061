using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Exports;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Intake.Tests;
using Heng.Intake.Written;

namespace Heng.App.Tests.Importing;

/// <summary>A shop with a few odd records of every kind, and all of it exported once.</summary>
public sealed class ExportedShop : IDisposable
{
    private static readonly string[][] Questions =
    [
        ["metrics", "--month", "2026-10", "--metric", "all"], ["metrics", "--month", "2026-10", "--metric", "all", "--by", "day"],
        ["metrics", "--month", "2026-10", "--metric", "all", "--source", "reported"], ["orders", "--month", "2026-10"],
    ];

    internal Counter Counter { get; } = new();
    public string Folder { get; }
    public IReadOnlyList<string> Files { get; }

    public ExportedShop()
    {
        var invented = RecordExport.All.Select(kind => Invent(kind)).ToArray();
        Import(Counter, invented);
        Folder = Path.Combine(Counter.Folder, "out");
        Export(Counter, Folder);
        Files = [.. RecordExport.All.Select(k => Path.Combine(Folder, k.FileName))];
        var before = KeptRows.Of(Counter.Database);
        Again = RecordExport.All.Zip(Import(Counter, [.. Files])).ToDictionary(r => r.First.Name, r => r.Second!.Counts(), StringComparer.Ordinal);
        Same = (before, KeptRows.Of(Counter.Database));
    }

    /// <summary>The counts of each kind's file, imported into the shop that it came from.</summary>
    public IReadOnlyDictionary<string, (long Read, long Accepted, long Rejected, long Duplicate, long Dropped)> Again { get; }

    /// <summary>What was kept before that, and after.</summary>
    public (IReadOnlyDictionary<string, string> Before, IReadOnlyDictionary<string, string> After) Same { get; }

    private string Invent(RecordExport kind)
    {
        using var text = new StringWriter();
        var records = new InventedRecords(7).Of(kind.Format.Id, kind.Name == "messages" ? 60 : 8);
        if (kind.Format.Shape == Shape.JsonLines)
        {
            var lines = new MessageLines(text);
            foreach (var message in records) lines.Add((Message)message);
        }
        else
        {
            var table = new RecordTable(text, kind.Format);
            foreach (var record in records) table.Add(record);
        }
        return Counter.File("invented-" + kind.FileName, text.ToString());
    }

    /// <summary>The report of each file; every row is accepted or known.</summary>
    internal static JsonArray Import(Counter counter, params string[] files)
    {
        var (code, output, error) = counter.Heng(["import", .. files, "--format", "json"]);
        Assert.True(code == Exit.Done, error);
        return JsonNode.Parse(output)!.AsArray();
    }

    internal static JsonArray Export(Counter counter, string folder) => JsonNode.Parse(counter.Json("export", "all", "--out", folder))!.AsArray();

    internal static string Answers(Counter counter) => string.Concat(Questions.Select(counter.Json));

    public void Dispose() => Counter.Dispose();
}
