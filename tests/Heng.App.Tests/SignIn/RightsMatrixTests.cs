using System.Net;
using Heng.App.CommandLine;
using Heng.App.Features.Demo;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Features.Warnings;
using Heng.App.Tests.CommandLine;
using Heng.App.Tests.Queries;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Heng.App.Tests.SignIn;

/// <summary>Every address and the commands, asked as every role and as nobody, beside what docs/rights.md says.</summary>
[Collection(DrilledShopGroup.Name)]
public sealed class RightsMatrixTests : IAsyncLifetime
{
    private const string Password = "balance-2026";
    private readonly DrilledShop shop;
    private readonly string folder = Directory.CreateTempSubdirectory("heng-rights-").FullName;
    private readonly Database database;
    private readonly WebApplication app;
    private readonly Dictionary<string, Visitor> visitors = new(StringComparer.Ordinal);

    /// <summary>A copy of the shop: forms are sent, and accounts made.</summary>
    public RightsMatrixTests(DrilledShop shop)
    {
        this.shop = shop;
        foreach (var file in Directory.GetFiles(shop.Database.Target.Folder!, "heng.db*")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        database = Database.Open(DatabaseTarget.InFolder(folder));
        var accounts = new Accounts(database, TimeProvider.System);
        foreach (var (name, role) in RightsTable.Roles)
            if (role is { } of)
                accounts.Add(name, of, PersonOf(of) is { } person ? database.People.Roster.Find(person)!.Id : null,
                    of == Role.Supervisor ? GroupNames.Joined([shop.Ann.Group, "没有人的组"]) : null, Password, CommandContext.KeyHash(name));
        foreach (var of in new[] { shop.Ann, shop.Other }) Warn(of);
        app = Server.Build(database, folder, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        foreach (var (name, role) in RightsTable.Roles)
        {
            var visitor = visitors[name] = new Visitor(app.Urls.First());
            if (role is not null) Assert.Equal(HttpStatusCode.SeeOther, await visitor.SignIn(name, Password));
        }
    }

    private string? PersonOf(Role role) => role switch
    {
        Role.Agent => shop.Ann.Name,
        Role.Leader => shop.AsLeader(shop.Ann).Person,
        Role.Supervisor => shop.Summary.People.First(p => p.Position == DemoPosition.FrontLine && p.To is null && p.Name != shop.Ann.Name && p.Name != shop.Other.Name).Name,
        _ => null,
    };

    /// <summary>A warning of today about somebody, the first about Ann.</summary>
    private void Warn(DemoPerson of)
    {
        var (now, today) = (new Instant(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()), ShopClock.Shanghai.DayOf(new(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds())));
        Assert.NotNull(database.Matters(WarningMatters.Kind).Begin(new(of.Name, today), WarningCourse.Raise(new(WarningKind.ForbiddenWords, new(shop.Shop.Name, of.Group, of.Name), now, Gravity.Grave), now)));
    }

    [Fact]
    public async Task Every_address_answers_every_role_as_the_table_says()
    {
        var table = RightsTable.Read("Pages, files and forms");
        string[] mapped = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().SelectMany(Names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var wrong = new List<string>();
        wrong.AddRange(mapped.Except(table.Keys, StringComparer.Ordinal).Select(name => $"{name} has no row"));
        wrong.AddRange(table.Keys.Except(mapped, StringComparer.Ordinal).Select(name => $"{name} is no address"));
        // Signing out ends what all else is asked with.
        foreach (var name in mapped.Where(table.ContainsKey).OrderBy(n => n == "POST /signout"))
            foreach (var (column, role) in RightsTable.Roles)
                foreach (var (address, of) in RightsSamples.Of(name, shop))
                {
                    var expected = table[name].GetValueOrDefault(column, "");
                    var status = await Ask(visitors[column], name, address);
                    if (!Fits(expected, role, of, status)) wrong.Add($"{name} ({address}) as {column}: {(int)status}, the table says '{expected}'");
                }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Allowed is anything but a refusal; own and group are held against somebody of it and somebody who is not.</summary>
    private bool Fits(string expected, Role? role, Whose of, HttpStatusCode status)
    {
        var refused = status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
        return expected switch
        {
            "sign in" => status == HttpStatusCode.Redirect,
            // The tries to sign in come from one address, and wait in the end.
            "open" => status is HttpStatusCode.TooManyRequests or HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.Redirect or HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized
                || of == Whose.Nothings && status == HttpStatusCode.NotFound,
            "key" => status == HttpStatusCode.Unauthorized,
            "404" => status == HttpStatusCode.NotFound,
            "no" => status == HttpStatusCode.Forbidden,
            "yes" => Answers(of, status),
            // Ann is the agent; the leader's and the supervisor's own numbers are of people who are neither Ann nor the other.
            "own" => of == Whose.Nobodys || of == Whose.Anns && role == Role.Agent ? Answers(of, status) : refused,
            "group" => of == Whose.Others ? refused : Answers(of, status),
            _ => false,
        };
    }

    private static bool Answers(Whose of, HttpStatusCode status) => status is HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.BadRequest || of == Whose.Nothings && status == HttpStatusCode.NotFound;

    private async Task<HttpResponseMessage> Send(Visitor visitor, string name, string address) =>
        name == "POST /import" ? await visitor.Upload(null, "", "/signin") : await visitor.Post(address, "/signin", RightsSamples.Form(name, shop));

    private async Task<HttpStatusCode> Ask(Visitor visitor, string name, string address)
    {
        using var answer = name.StartsWith("POST", StringComparison.Ordinal) ? await Send(visitor, name, address) : await visitor.Get(address);
        return answer.Headers.Location is { } to && answer.StatusCode == HttpStatusCode.Redirect && !to.OriginalString.StartsWith("/signin", StringComparison.Ordinal) ? HttpStatusCode.OK : answer.StatusCode;
    }

    private static IEnumerable<string> Names(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => $"{method} {(endpoint.RoutePattern.RawText is { Length: > 0 } path ? path : "/")}");

    [Fact]
    public void Commands_answer_every_role_as_the_table_says()
    {
        var wrong = new List<string>();
        foreach (var (command, cells) in RightsTable.Read("Command line"))
            foreach (var (name, role) in RightsTable.Roles.Where(r => r.Role is not null))
            {
                var ran = Ran.Json(folder, [.. command.Split(' ').Skip(1), "--as", name, "--key-file", DemoFixture.KeyFile(folder, name, name)]);
                if ((ran.Refusal != "role-may-not") != (cells[name] != "no")) wrong.Add($"{command} as {name}: {ran.Code} {ran.Refusal}, the table says '{cells[name]}'");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    public async Task DisposeAsync()
    {
        foreach (var visitor in visitors.Values) visitor.Dispose();
        await app.DisposeAsync();
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
