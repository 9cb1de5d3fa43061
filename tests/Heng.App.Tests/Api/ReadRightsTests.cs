using System.Text.Json.Nodes;
using Heng.App.Features.Api;
using Heng.App.Features.Api.Reading;
using Heng.App.Features.People;
using Heng.App.Tests.Queries;

namespace Heng.App.Tests.Api;

/// <summary>Every address that reads, asked by a key of every role.</summary>
[Collection(DrilledShopGroup.Name)]
public sealed class ReadRightsTests : IDisposable
{
    /// <summary>
    /// Who is answered; where a dot stands, no key with the scope is given to such an account, and a key that has it from before is told role-may-not.
    /// all: everybody's rows; group: those of the group; own: one's own; here: the answer names nobody, or by a test of
    /// its own only whom it may; no: the account has the scope, and the command refuses it.
    /// </summary>
    private const string Table = """
        address      administrator manager hr   qa   leader supervisor agent auditor
        /months      here          here    here here here   here       here  here
        /metrics     all           all     all  all  group  group      own   all
        /receptions  all           all     all  all  group  group      own   all
        /orders      all           all     all  .    group  group      own   all
        /score       all           all     all  all  group  group      own   all
        /pay         .             all     all  .    own    .          own   all
        /explain     all           all     all  all  group  group      own   all
        /findings    here          here    here here here   here       here  here
        /decisions   .             here    here .    .      .          .     here
        /today       here          here    here here here   here       here  here
        /warnings    here          here    here here here   here       here  here
        /inspections here          here    here here here   here       here  here
        /assessments here          here    here here here   here       here  here
        /run         .             all     all  .    no     .          no    all
        /leavers     .             here    here .    no     .          no    here
        /deadlines   here          here    here here here   here       here  here
        /notices     here          here    here here here   here       here  here
        /report      here          here    here here here   here       no    here
        /measures    no            here    here no   here   here       no    here
        /raters      no            here    here no   no     no         no    here
        /pools       .             here    here .    no     .          no    here
        /funds       .             here    here .    no     .          no    here
        /guard       .             here    here .    no     .          no    here
        /unmatched   here          here    here here no     no         no    here
        /quality-rules no          here    here here no     no         no    here
        """;

    private readonly DrilledShop shop;
    private readonly ApiSite site;
    private readonly Dictionary<(string Role, ApiScope Scope), (string Key, bool Given)> keys = [];

    public ReadRightsTests(DrilledShop shop)
    {
        this.shop = shop;
        site = new(shop.Database);
        int Id(string name) => site.Database.People.Roster.Find(name)!.Id;
        foreach (var (role, person, team) in new (Role, int?, string?)[]
        {
            (Role.Administrator, null, null), (Role.Hr, null, null), (Role.Qa, null, null), (Role.Auditor, null, null), (Role.Supervisor, null, shop.Ann.Group), (Role.Agent, Id(shop.Ann.Name), null),
            (Role.Leader, Id(shop.AsLeader(shop.Ann).Person!), null),
        }) site.Accounts.Add(role.ToString().ToLowerInvariant(), role, person, team, null);
    }

    private string Asked(string path, string who) => path switch
    {
        "/months" or "/today" or "/warnings" or "/deadlines" or "/notices" or "/funds" or "/quality-rules" => path, "/decisions" => path + "?limit=5", "/explain" => $"{path}?month=2026-10&metric=consulted&agent={Uri.EscapeDataString(who)}", _ => path + "?month=2026-10",
    };

    [Fact]
    public void The_table_names_every_address_that_reads() =>
        Assert.Equal(ApiReads.All.Select(r => r.Path), Table.Split('\n').Skip(1).Select(l => l.Split(' ')[0]));

    [Fact]
    public async Task Every_role_reads_by_its_keys_what_the_table_says_and_no_more()
    {
        var rows = Table.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var wrong = new List<string>();
        foreach (var row in rows.Skip(1))
            foreach (var (role, expected) in rows[0].Skip(1).Zip(row.Skip(1)))
            {
                var found = await Found(ApiReads.All.Single(r => r.Path == row[0]), role);
                if (found != expected) wrong.Add($"{row[0]} {role}: {found}, the table says {expected}");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Where none is given to such an account: the manager's key, and then the account is another role's.</summary>
    private (string Key, bool Given) KeyOf(string role, ApiScope scope)
    {
        if (site.Make(role, [scope.Name]).Text is { } given) return (given, true);
        var account = site.Accounts.Find(role)!;
        site.Database.Users.Change(account.Id, u => u with { Role = nameof(Role.Manager) });
        var key = site.Key(role, scope.Name);
        site.Database.Users.Change(account.Id, u => u with { Role = account.Role });
        site.Clock.Pass(TimeSpan.FromSeconds(3));
        return (key, false);
    }

    private async Task<string> Found(ApiRead read, string role)
    {
        if (!keys.TryGetValue((role, read.Scope), out var made)) keys[(role, read.Scope)] = made = KeyOf(role, read.Scope);
        var (key, given) = made;
        if (!given) return (await site.Get(key, "/api/v1" + Asked(read.Path, shop.Ann.Name))).Code == "role-may-not" ? "." : "answered";
        if (read.Path == "/explain") key = site.Key(role, "read:scores", "read:metrics");
        var people = new List<(string Who, int Status)>();
        if (read.Path == "/explain")
        {
            foreach (var who in new[] { shop.Ann.Name, Mate, shop.Other.Name })
                if ((await site.Get(key, "/api/v1" + Asked(read.Path, who))) is { Status: System.Net.HttpStatusCode.OK }) people.Add((who, 200));
            return Sight([.. people.Select(p => p.Who)], role);
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = (string?)("/api/v1" + Asked(read.Path, shop.Ann.Name));
        for (var pages = 0; next is not null && pages < 40; pages++)
        {
            var answer = await site.Get(key, next);
            if ((int)answer.Status != 200) return answer.Code == "role-may-not" ? "no" : answer.Text;
            foreach (var one in answer.Json as JsonArray ?? answer.Json["people"] as JsonArray ?? [])
                if (read.Path != "/orders") seen.UnionWith(one!["agent"] is JsonValue agent ? [agent.ToString()] : []);
                else if (!Touches(one!, role)) return "an order of others: " + one!["order"];
                else seen.UnionWith(People(one!));
            next = read.Path != "/decisions" && answer.Headers["Link"].SingleOrDefault() is { } link ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : null;
        }
        return Here.Contains(read.Path) ? "here" : read.Path == "/orders" ? Sight(role == "agent" ? [shop.Ann.Name] : role is "leader" or "supervisor" ? [shop.Ann.Name, Mate] : seen, role) : Sight(seen, role);
    }

    /// <summary>What of these lists is whose has tests of its own: the shop of this one has too little of it.</summary>
    private static string[] Here => [.. Table.Split('\n').Skip(1).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Contains("here")).Select(l => l[0])];

    private string Mate => shop.Summary.People.First(p => p.Group == shop.Ann.Group && p.Name != shop.Ann.Name && p.To is null && p.From < DrilledShop.October.First && p.Position == Features.Demo.DemoPosition.FrontLine).Name;

    private string Sight(IReadOnlyCollection<string> seen, string role)
    {
        var own = role == "leader" ? shop.AsLeader(shop.Ann).Person! : shop.Ann.Name;
        if (seen.Contains(shop.Other.Name)) return "all";
        if (seen.All(s => s == own)) return "own";
        return seen.All(InGroup) ? "group" : "others: " + string.Join(' ', seen);
    }

    /// <summary>An order is read by whom it is credited to or landed on; who else stands in it helped with it.</summary>
    private bool Touches(JsonNode order, string role) => role is not ("agent" or "leader" or "supervisor") || People(order).Any(p => role == "agent" ? p == shop.Ann.Name : InGroup(p));

    /// <summary>On some day of the month: who moves is seen by both.</summary>
    private bool InGroup(string name) => site.Database.People.Roster is var roster && roster.Find(name) is { } person && Enumerable.Range(1, 31).Any(day => roster.On(person.Id, new(2026, 10, day))?.Group == shop.Ann.Group);

    private static IEnumerable<string> People(JsonNode order) =>
        new[] { order["landedOrder"], order["landedPayment"] }.Concat(order["credit"]!.AsObject().Select(c => c.Value)).OfType<JsonNode>().Select(n => n.ToString());

    public void Dispose() => site.Dispose();
}
