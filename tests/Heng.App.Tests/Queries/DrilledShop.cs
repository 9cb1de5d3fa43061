using Heng.App.Features.Demo;
using Heng.App.Features.Explain;
using Heng.App.Features.Importing;
using Heng.App.Features.Months;
using Heng.App.Features.Orders;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.Receptions;
using Heng.App.Tests.Store;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Queries;

[CollectionDefinition(Name)]
public sealed class DrilledShopGroup : ICollectionFixture<DrilledShop>
{
    public const string Name = "drilled shop";
}

/// <summary>An invented month of eight agents, imported once, with two published schemes; and the queries asked as whoever a test names.</summary>
public sealed class DrilledShop : IDisposable
{
    public static readonly Month October = new(2026, 10);
    public static readonly Viewer Manager = new("店长", Role.Manager, null, null), Qa = new("质检", Role.Qa, null, null);
    private readonly string data = Directory.CreateTempSubdirectory("heng-drill-").FullName;
    private readonly BookCache books;

    public DrilledShop()
    {
        var files = Path.Combine(data, "files");
        Summary = DemoFiles.Write(files, new DemoOptions(October, Agents: 8, Months: 1));
        Database = Migrated.In(data);
        books = new(Database);
        using var run = new ImportRun(Database, data, TimeProvider.System);
        run.Import([.. Summary.Files.Select(f => new ImportRequest(Path.Combine(files, f.Name), new IntakeOptions(Summary.Shop), "test"))]);
        var at = 1_760_000_000L;
        foreach (var scheme in new[] { "s4-ksf", "s2-office-regulation" }) Database.Plans.Publish(scheme, TemplateLibrary.Find(scheme)!.Yaml, new(at++), "test");
        Facts = PeriodFacts.Load(Database, Database.Shops.All, October.First, October.Last, null);
    }

    public DemoSummary Summary { get; }
    public Database Database { get; }
    public PeriodFacts Facts { get; }
    public Shop Shop => Database.Shops.All[0];

    /// <summary>A front-line agent with chats and sales all month, and a colleague of another group.</summary>
    public DemoPerson Ann => Summary.People.First(p => p.Position == DemoPosition.FrontLine && p.To is null && p.From < October.First);
    public DemoPerson Other => Summary.People.First(p => p.Position == DemoPosition.FrontLine && p.To is null && p.From < October.First && p.Group != Ann.Group);
    public Viewer AsAgent(DemoPerson who) => new(who.Name, Role.Agent, who.Name, who.Group);
    public Viewer AsLeader(DemoPerson of) => Summary.People.First(p => p.Position == DemoPosition.Leader && p.Group == of.Group) is var leader ? new(leader.Name, Role.Leader, leader.Name, of.Group) : null!;

    public async Task<ExplainView?> Explain(Viewer viewer, ExplainAsk ask) => (await new ExplainQuery(books, _ => viewer).For(ask, new DefaultHttpContext())).View;
    public Task<ExplainView?> Explain(Viewer viewer, string? agent, string metric, DateOnly? day = null, int page = 1) => Explain(viewer, new ExplainAsk(October, agent, null, metric, null, null, day, page));
    public async Task<ReceptionView?> Reception(Viewer viewer, string id) => (await new ReceptionQuery(Database, _ => viewer).For(id, new DefaultHttpContext())).View;
    public async Task<ReceptionsView?> Receptions(Viewer viewer, ReceptionsAsk ask) => (await new ReceptionsQuery(Database, _ => viewer).For(ask, new DefaultHttpContext())).View;
    public async Task<OrdersView?> Orders(Viewer viewer, OrdersAsk ask) => (await new OrdersQuery(Database, _ => viewer).For(ask, new DefaultHttpContext())).View;
    public async Task<OrderView?> Order(Viewer viewer, string id) => (await new OrderQuery(Database, _ => viewer).For(id, new DefaultHttpContext())).View;

    /// <summary>Every page of an explanation's facts.</summary>
    public async Task<IReadOnlyList<ExplainFact>> AllFacts(Viewer viewer, ExplainView first)
    {
        var facts = new List<ExplainFact>();
        for (var page = 1; facts.Count < first.FactCount; page++) facts.AddRange((await Explain(viewer, first.Ask with { Page = page }))!.Facts);
        return facts;
    }

    public void Dispose()
    {
        books.Dispose();
        Database.Dispose();
        Directory.Delete(data, recursive: true);
    }
}
