using System.Net;
using System.Text.RegularExpressions;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Tests.Queries;
using Heng.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Heng.App.Tests.SignIn;

/// <summary>A sitting over HTTP, as a browser sends it: signed out in the middle, the server restarted in the middle, and two at once.</summary>
[Collection(QueryShopGroup.Name)]
public sealed partial class ScoringSessionTests(QueryShop shop)
{
    private const string Address = "/month/2026-10/scoring", Sheet = Address + "?at=service-attitude", Password = "balance-2026";

    [Fact]
    public async Task What_was_typed_comes_back_after_being_signed_out_and_after_a_restart()
    {
        using var scored = new ScoredShop(shop);
        var database = scored.Later.Database;
        var accounts = new Accounts(database, TimeProvider.System);
        accounts.Add("lead", Role.Leader, database.People.Roster.Find(shop.Leader)!.Id, null, Password, CommandContext.KeyHash("lead"));
        await using (var app = await Started(scored))
        {
            using var lead = new Visitor(app.Urls.First());
            Assert.Equal(HttpStatusCode.SeeOther, await lead.SignIn("lead", Password));
            var page = await lead.Read(Address);
            using (var saved = await lead.Post(Address, Address, Form(page, "auto", "12.5", "耐心 & <好>"))) Assert.Contains("草稿已存", await saved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            // Signed out elsewhere: what comes now is not read, and leads back to the sheet by way of signing in.
            var typed = Form(page, "save", "9", "没有存上的");
            Revoke(database);
            using (var answer = await lead.Post(Address + "?by=item", "/signin", typed))
                Assert.Equal((HttpStatusCode.Redirect, "/signin?to=%2Fmonth%2F2026-10%2Fscoring%3Fby%3Ditem"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
            Assert.Equal(HttpStatusCode.SeeOther, await lead.SignIn("lead", Password));
            Assert.Equal(("12.5", "耐心 & <好>"), First(await lead.Read(Sheet)));
        }
        // A new server over the same data.
        await using (var app = await Started(scored))
        {
            using var lead = new Visitor(app.Urls.First());
            await lead.SignIn("lead", Password);
            var page = await lead.Read(Sheet);
            Assert.Equal(("12.5", "耐心 & <好>"), First(page));
            Assert.Contains("已填", page, StringComparison.Ordinal);
            using var phone = lead.Copy();
            var other = await phone.Read(Sheet);
            using (var first = await lead.Post(Address, Address, Form(page, "save", "11", "甲"))) Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
            using (var second = await phone.Post(Address, Address, Form(other, "save", "10", "乙"))) Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
            var both = await phone.Read(Sheet);
            Assert.Contains("在别处也改过", both, StringComparison.Ordinal);
            Assert.Contains("keep:", both, StringComparison.Ordinal);
            using (var refused = await phone.Post(Address, Address, Form(both, "submit", "10", "乙")))
            {
                Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
                Assert.Contains("data-refusal=\"changed-meanwhile\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
            Assert.Empty(database.Entries.Of(QueryShop.October));
            // A form of another's making.
            using (var odd = await lead.Post(Address, Address, ("act", "save"), ("cell", "x"))) Assert.Equal(HttpStatusCode.NotFound, odd.StatusCode);
        }
    }

    private static void Revoke(Database database)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE sign_in_session SET ended_at = 1";
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    private static async Task<WebApplication> Started(ScoredShop scored)
    {
        var app = Server.Build(scored.Later.Database, scored.Later.Folder, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        await app.StartAsync();
        return app;
    }

    /// <summary>The form as the page gives it, with this typed into every row.</summary>
    private static (string, string)[] Form(string page, string act, string points, string comment) =>
    [
        ("act", act), ("from", Value(page, "from")[0]),
        .. Value(page, "cell").Zip(Value(page, "seen")).SelectMany(r => new[] { ("cell", r.First), ("seen", r.Second), ("points", points), ("comment", comment) }),
    ];

    private static string[] Value(string page, string name) => [.. Inputs().Matches(page).Where(m => m.Groups["name"].Value == name).Select(m => WebUtility.HtmlDecode(m.Groups["value"].Value))];

    private static (string, string) First(string page) => (Value(page, "points")[0], WebUtility.HtmlDecode(Comment().Match(page).Groups[1].Value));

    [GeneratedRegex("name=\"(?<name>\\w+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea name=\"comment\"[^>]*>([^<]*)</textarea>")]
    private static partial Regex Comment();
}
