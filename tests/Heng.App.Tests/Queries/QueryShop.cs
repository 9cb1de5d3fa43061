using Heng.App.Features.Closing;
using Heng.App.Features.Demo;
using Heng.App.Features.Importing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Tests.Store;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Queries;

[CollectionDefinition(Name)]
public sealed class QueryShopGroup : ICollectionFixture<QueryShop>
{
    public const string Name = "query shop";
}

/// <summary>
/// A small invented shop, imported once for all tests of the queries: September is closed provisionally, October is open.
/// The leaders' positions are scored by no plan that is published here.
/// </summary>
public sealed class QueryShop : IDisposable
{
    public static readonly Month September = new(2026, 9), October = new(2026, 10);
    private readonly string folder = Directory.CreateTempSubdirectory("heng-query-").FullName;

    public QueryShop()
    {
        Demo = DemoFiles.Write(Path.Combine(folder, "files"), new DemoOptions(October, Agents: 6, Months: 2));
        Database = Migrated.In(Path.Combine(folder, "data"));
        using (var run = new ImportRun(Database, Path.Combine(folder, "data"), TimeProvider.System))
            run.Import([.. Demo.Files.Select(f => new ImportRequest(Path.Combine(Demo.Folder, f.Name), new IntakeOptions(Shop: f.Kind is "orders" or "messages" or "ratings" or "reviews" ? Demo.Shop : null), "test"))]);
        Publish("s4-ksf", 1);
        Publish("s2-office-regulation", 2);
        var close = new Close(Database, TimeProvider.System);
        Assert.Null(close.Prepare(September, Database.Shops.All, null, new("hr", Role.Hr, null, null)).Refused);
        Assert.Null(close.Finish(September, Database.Shops.All, null, new("manager", Role.Manager, null, null), provisionally: true).Refused);
        Books = new(Database);
    }

    public DemoSummary Demo { get; }
    public Database Database { get; }
    public BookCache Books { get; }

    /// <summary>Two of one pre-sales group, and their leader.</summary>
    public string Agent => Demo.People.First(p => p is { Position: "front-line", Group: "售前一组" }).Name;
    public string Colleague => Demo.People.Last(p => p is { Position: "front-line", Group: "售前一组" }).Name;
    public string Stranger => Demo.People.First(p => p is { Position: "front-line", Group: "售前二组" }).Name;
    public string Leader => Demo.People.First(p => p is { Position: "leader", Group: "售前一组" }).Name;

    public Viewer Manager { get; } = new("manager", Role.Manager, null, null);
    public Viewer Quality { get; } = new("qa", Role.Qa, null, null);
    public Viewer AsAgent => new("agent", Role.Agent, Agent, "售前一组");
    public Viewer AsLeader => new("leader", Role.Leader, Leader, "售前一组");

    public static ViewerFor By(Viewer? viewer) => _ => viewer;
    public static HttpContext Request => new DefaultHttpContext();

    private void Publish(string scheme, long at) => Database.Plans.Publish(scheme, TemplateLibrary.Find(scheme)!.Yaml, new(at), "manager");

    public void Dispose()
    {
        Books.Dispose();
        Database.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
