using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Tests.SignIn;
using Heng.App.Tests.Store;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Heng.App.Tests.Notices;

/// <summary>A server with an empty shop, two people with accounts, an account that is called like one of them, HR, manager and administrator.</summary>
internal sealed class NoticeSite : IDisposable
{
    public const string Password = "balance-2026";
    private readonly List<Visitor> visitors = [];

    public NoticeSite(Action<WebApplicationBuilder>? configure = null)
    {
        Database = Migrated.In(Folder);
        Database.People.Import([Person("陈佳怡", "售前一组"), Person("李思远", "售前二组")], null, 0);
        var accounts = new Accounts(Database, TimeProvider.System);
        accounts.Add("ann", Role.Agent, Database.People.Roster.Find("陈佳怡")!.Id, null, Password);
        accounts.Add("bob", Role.Agent, Database.People.Roster.Find("李思远")!.Id, null, Password);
        accounts.Add("陈佳怡", Role.Auditor, null, null, Password);
        foreach (var role in new[] { Role.Hr, Role.Manager, Role.Administrator }) accounts.Add(role.ToString().ToLowerInvariant(), role, null, null, Password);
        App = Server.Build(Database, Folder, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            configure?.Invoke(builder);
        });
        App.Start();
    }

    public string Folder { get; } = Path.Combine(Directory.CreateTempSubdirectory("heng-notices-").FullName, "data");
    public Database Database { get; }
    public WebApplication App { get; }

    public async Task<Visitor> As(string account, string password = Password)
    {
        var visitor = Anybody();
        await visitor.SignIn(account, password);
        return visitor;
    }

    public Visitor Anybody()
    {
        var visitor = new Visitor(App.Urls.First());
        visitors.Add(visitor);
        return visitor;
    }

    public void Tell(string to, string kind, string occasion, params (string Name, string Word)[] words) =>
        Database.Notices.Tell([new(to, kind, occasion, words.ToDictionary(w => w.Name, w => w.Word), "/people", new(1_793_700_000))]);

    private static Employment Person(string name, string group) => new(name, [name + ":1"], group, "front-line", 0m, new DateOnly(2026, 1, 1), null);

    public void Dispose()
    {
        foreach (var visitor in visitors) visitor.Dispose();
        ((IDisposable)App).Dispose();
        Database.Dispose();
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
    }
}
