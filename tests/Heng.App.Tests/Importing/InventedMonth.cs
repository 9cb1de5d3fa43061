using Heng.App.Features.Demo;
using Heng.App.Features.Plans;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Importing;

/// <summary>The files of an invented month, written once a test run, and what a month of them comes to.</summary>
internal static class InventedMonth
{
    private static readonly Lazy<DemoSummary> Written = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("heng-invented-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return DemoFiles.Write(folder, new(new Month(2026, 10), Agents: 3, Months: 1));
    });

    public static string Shop => Written.Value.Shop;
    public static string Messages => Of("messages").Single();
    public static IEnumerable<string> Orders => Of("orders");
    public static IReadOnlyList<string> Others => [.. Written.Value.Files.Where(f => f.Kind != "messages").Select(f => Path.Combine(Written.Value.Folder, f.Name))];
    public static IEnumerable<string> Of(string kind) => Written.Value.Files.Where(f => f.Kind == kind).Select(f => Path.Combine(Written.Value.Folder, f.Name));

    public static void PublishPlan(Database database) =>
        database.Plans.Publish("s2-office-regulation", TemplateLibrary.Find("s2-office-regulation")!.Yaml, new Instant(1_700_000_000), "店长");

    /// <summary>What people read of the month, as bytes.</summary>
    public static string[] Results(Counter counter) =>
    [
        counter.Json("metrics", "--month", "2026-10"), counter.Json("metrics", "--month", "2026-10", "--by", "day"),
        counter.Json("score", "--month", "2026-10"), counter.Json("orders", "--month", "2026-10"),
    ];
}
