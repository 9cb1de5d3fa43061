using System.Net;
using System.Text.RegularExpressions;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Tests.CommandLine;
using Heng.App.Tests.Store;
using Heng.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Heng.App.Tests.SignIn;

/// <summary>Accounts by link and their sessions, over HTTP, and the same from the command line.</summary>
public sealed partial class AccountPageTests : IDisposable
{
    private const string Password = "balance-2026";
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("heng-accounts-").FullName, "data");
    private readonly Database database;
    private readonly WebApplication app;

    public AccountPageTests()
    {
        database = Migrated.In(folder);
        new Accounts(database, TimeProvider.System).Add("root", Role.Administrator, null, null, Password);
        app = Server.Build(database, folder, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        app.Start();
    }

    private Visitor Browser() => new(app.Urls.First());

    private async Task<Visitor> Root()
    {
        var root = Browser();
        Assert.Equal(HttpStatusCode.SeeOther, await root.SignIn("root", Password));
        return root;
    }

    private static async Task<string> Link(Visitor root, params (string, string)[] fields)
    {
        using var answer = await root.Post("/accounts", "/accounts", fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new Uri(LinkField().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value).AbsolutePath;
    }

    [Fact]
    public async Task Who_is_invited_sets_a_password_once_and_a_reset_ends_it()
    {
        using var root = await Root();
        using var ann = Browser();
        var link = await Link(root, ("act", "invite"), ("name", "ann"), ("role", "Qa"));
        Assert.Equal(HttpStatusCode.Unauthorized, await ann.SignIn("ann", ""));
        async Task<HttpStatusCode> Set(string at, string password, string again) => (await ann.Post(at, "/signin", ("password", password), ("again", again))).StatusCode;
        Assert.Equal(HttpStatusCode.BadRequest, await Set(link, "ninechars", "ninechars")); // 9, and 10 are needed
        Assert.Equal(HttpStatusCode.BadRequest, await Set(link, "ten-chars!", "ten-chars?"));
        Assert.Equal(HttpStatusCode.SeeOther, await Set(link, "ten-chars!", "ten-chars!"));
        Assert.Equal(HttpStatusCode.NotFound, await Set(link, "another-one", "another-one"));
        Assert.Equal(HttpStatusCode.NotFound, (await ann.Get(link)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await ann.SignIn("ann", "ten-chars!"));
        Assert.True(await ann.IsIn());
        var again = await Link(root, ("act", "reset"), ("name", "ann"));
        Assert.False(await ann.IsIn());
        Assert.Equal(HttpStatusCode.Unauthorized, await ann.SignIn("ann", "ten-chars!"));
        Assert.Equal(HttpStatusCode.SeeOther, await Set(again, "ten-chars?", "ten-chars?"));
        Assert.Equal(["account-invited", "account-password-set", "account-reset", "account-password-set"], database.Decisions.About("account/ann").Select(d => d.What));
        Assert.DoesNotContain(database.Decisions.All, d => d.Why.Contains(link[^20..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_device_is_signed_out_and_the_others_stay_in()
    {
        using var root = await Root();
        using var phone = await Root();
        var id = database.Users.Find("root")!.Id;
        var open = database.SignInSessions.Open(new(0)).Where(s => s.User == id).ToList();
        Assert.Equal(2, open.Count);
        var page = await root.Read("/account");
        Assert.All(open, s => Assert.Contains($"value=\"{s.Id}\"", page, StringComparison.Ordinal));
        var other = open.Single(s => !ThisDevice().Match(page).Value.Contains(s.Id, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.SeeOther, (await root.Post("/account", "/signin", ("session", other.Id))).StatusCode);
        Assert.Equal((true, false), (await root.IsIn(), await phone.IsIn()));
        Assert.Equal(HttpStatusCode.NotFound, (await root.Post("/account", "/signin", ("session", other.Id))).StatusCode);
        // A form that was open on it leads to sign in, and does nothing.
        Assert.Equal(HttpStatusCode.Redirect, (await phone.Post("/accounts", "/signin", ("act", "invite"), ("name", "late"), ("role", "Qa"))).StatusCode);
        Assert.Null(database.Users.Find("late"));
    }

    [Fact]
    public void The_command_line_does_the_same_and_keeps_the_last_administrator()
    {
        var link = Ran.Json(folder, "user", "add", "two", "--role", "manager").Done().Object["link"]!.GetValue<string>();
        Assert.Equal("account-exists", Ran.Json(folder, "user", "add", "two", "--role", "manager").Refusal);
        Assert.Equal("person-missing", Ran.Json(folder, "user", "add", "three").Refusal);
        Assert.Equal("groups-missing", Ran.Json(folder, "user", "add", "three", "--role", "supervisor").Refusal);
        Assert.Equal("last-administrator", Ran.Json(folder, "user", "disable", "root", "--reason", "离职").Refusal);
        Assert.Equal("reason-missing", Ran.Json(folder, "user", "role", "two", "--role", "administrator").Refusal);
        Ran.Json(folder, "user", "role", "two", "--role", "administrator", "--reason", "接任").Done();
        Assert.Equal("last-administrator", Ran.Json(folder, "user", "disable", "root", "--reason", "离职").Refusal); // two has no password yet
        Assert.NotNull(new AccountDeeds(database, TimeProvider.System).Accept(link[AccountDeeds.LinkPath.Length..], Password));
        Ran.Json(folder, "user", "disable", "root", "--reason", "离职").Done();
        Assert.Equal(["disabled", "active"], Ran.Json(folder, "user", "list").Done().Rows.Select(r => r!["state"]!.GetValue<string>()));
        Assert.Equal("manager → administrator: 接任", database.Decisions.About("account/two").Single(d => d.What == "account-role-changed").Why);
        Assert.Null(database.Decisions.FirstBroken());
    }

    [GeneratedRegex("value=\"(http[^\"]+/invitation/[0-9a-f]+)\"")]
    private static partial Regex LinkField();

    /// <summary>The list's entry that is marked as the browser's own.</summary>
    [GeneratedRegex("tag good.*?name=\"session\" value=\"[0-9a-f]+\"", RegexOptions.Singleline)]
    private static partial Regex ThisDevice();

    public void Dispose()
    {
        ((IDisposable)app).Dispose();
        database.Dispose();
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }
}
