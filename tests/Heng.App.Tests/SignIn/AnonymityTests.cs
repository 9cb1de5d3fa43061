using System.Net;
using Dapper;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.Raters;
using Heng.App.Features.SignIn;
using Heng.App.Tests.CommandLine;
using Heng.App.Tests.Queries;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Heng.App.Tests.SignIn;

/// <summary>Three peers of another group rate an agent under S10: who gave what stays with HR, the manager and the auditor, on every path. Guidance counts peers from three on, and the item is 0–5.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class AnonymityTests(QueryShop shop)
{
    private const string Password = "balance-2026", Item = "guidance";
    private static readonly string[] Points = ["4.5", "3.5", "1.75"];

    private LaterShop Rated(int peers, out string[] raters)
    {
        var later = new LaterShop(shop);
        using (var connection = later.Database.Connect()) connection.Execute("DELETE FROM entry");
        later.Database.Plans.Publish("s10-cs-360", TemplateLibrary.Find("s10-cs-360")!.Yaml.Replace("peers-at-least: 3", "peers-at-least: 1", StringComparison.Ordinal), new(2_000_000_000), "manager");
        raters = [.. later.Books.Of(QueryShop.October).People.Where(p => p.Group != "售前一组").Select(p => p.Name).Take(peers)];
        Assert.Equal(peers, raters.Length);
        later.Import("entries.csv", "month,agent,item,rater,points,comment,by\n" + string.Concat(raters.Select((r, i) => $"2026-10,{shop.Agent},{Item},peer,{Points[i]},评语{i},{r}\n")) + $"2026-10,{shop.Agent},{Item},self,5,自己说,{shop.Agent}\n");
        return later;
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public async Task Neither_the_person_nor_their_leader_can_tell_who_gave_what(int peers, bool told)
    {
        using var later = Rated(peers, out var raters);
        var accounts = new Accounts(later.Database, TimeProvider.System);
        foreach (var (name, role, person) in new[] { ("one", Role.Agent, shop.Agent), ("lead", Role.Leader, shop.Leader) })
            accounts.Add(name, role, later.Database.People.Roster.Find(person)!.Id, null, Password, CommandContext.KeyHash(name));
        await using var app = Server.Build(later.Database, later.Folder, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        await app.StartAsync();
        foreach (var name in new[] { "one", "lead" })
        {
            using var visitor = new Visitor(app.Urls.First());
            await visitor.SignIn(name, Password);
            var agent = Uri.EscapeDataString(shop.Agent);
            foreach (var address in new[] { $"/explain?month=2026-10&agent={agent}&item={Item}", $"/explain?month=2026-10&agent={agent}&item=total", $"/month/2026-10/agent/{agent}", "/month/2026-10/appraisal", "/month/2026-10/scoring" })
            {
                using var answer = await visitor.Get(address);
                if (address.EndsWith("total", StringComparison.Ordinal) && answer.StatusCode == HttpStatusCode.NotFound) continue;
                var page = await answer.Content.ReadAsStringAsync();
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} as {name}: {answer.StatusCode}");
                Silent(page, raters, address);
            }
            // The id of a mark follows from names alone: who guesses it is told nothing of it.
            foreach (var rater in raters)
            {
                using var guessed = await visitor.Get($"/appeals/new?kind=entry&day=2026-10-01&fact={Corrections.IdOf(new Entry(QueryShop.October, shop.Agent, Item, "peer", 0m, null, rater))}");
                Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);
            }
            using var raterPage = await visitor.Get("/month/2026-10/raters");
            Assert.Equal(HttpStatusCode.Forbidden, raterPage.StatusCode);
        }
        var explained = Ran.Json(later.Folder, "explain", "--month", "2026-10", "--agent", shop.Agent, "--item", Item).Done().Out;
        Silent(explained, raters, "heng explain");
        // (4.5 + 3.5 + 1.75) ÷ 3 = 3.25
        Assert.Equal(told, explained.Contains("3.25", StringComparison.Ordinal) && explained.Contains("评语1", StringComparison.Ordinal));
        Assert.Equal(!told, explained.Contains("少于 3 份", StringComparison.Ordinal));
        Silent(Ran.Json(later.Folder, "score", "--month", "2026-10").Done().Out, [], "heng score");
    }

    private static RatersView? Raters(LaterShop later, Role role, string? rater) => new RatersQuery(later.Books, QueryShop.By(new("x", role, null, null))).For(QueryShop.October, rater, QueryShop.Request).Result.View;

    private static void Silent(string text, string[] raters, string where)
    {
        foreach (var word in raters.Concat(Points.Take(raters.Length == 0 ? 3 : raters.Length)))
            Assert.False(raters.Contains(word) || word == "1.75" ? text.Contains(word, StringComparison.Ordinal) : text.Contains($"{word} 分", StringComparison.Ordinal) || text.Contains($"\"value\":{word}", StringComparison.Ordinal), $"{where} tells {word}");
    }

    [Fact]
    public void Hr_sees_who_gave_what_and_the_administrator_does_not()
    {
        using var later = Rated(3, out var raters);
        RatersView? Seen(Role role, string? rater) => Raters(later, role, rater);
        Assert.Equal([(shop.Agent, 3.5m, "评语1")], Seen(Role.Hr, raters[1])!.Marks.Select(m => (m.Entry.Agent, m.Entry.Points, m.Entry.Comment)));
        Assert.NotNull(Seen(Role.Auditor, null));
        foreach (var role in new[] { Role.Administrator, Role.Leader, Role.Supervisor, Role.Qa, Role.Agent }) Assert.Null(Seen(role, null));
        // Self 5 of 5 beside a mean of 3.25 of 5: 1 − 0.65 = 0.35 over one item.
        var own = Seen(Role.Manager, null)!.Raters.Single(r => r.Rater == shop.Agent);
        Assert.Equal((0.35m, 1), (own.SelfPeerGap.Value, own.SelfPeerGap.N));
        var accounts = new Accounts(later.Database, TimeProvider.System);
        accounts.Add("admin", Role.Administrator, null, null, Password, CommandContext.KeyHash("admin"));
        string[] asAdmin = ["--as", "admin", "--key-file", DemoFixture.KeyFile(later.Folder, "admin", "admin")];
        Assert.Equal("role-may-not", Ran.Json(later.Folder, ["raters", "--month", "2026-10", .. asAdmin]).Refusal);
        Assert.Equal("role-may-not", Ran.Json(later.Folder, ["export", "entries", "--month", "2026-10", .. asAdmin]).Refusal);
        var rows = Ran.Json(later.Folder, "raters", "--month", "2026-10").Done().Rows;
        var first = rows.Single(r => (string)r!["rater"]! == raters[0])!;
        // 0.9 beside (0.7 + 0.35) ÷ 2 = 0.525: 0.375, or 1.875 points of 5; too few for a verdict.
        Assert.Equal((0.375m, 1, "too-few", 1.875m), ((decimal)first["leniency"]!["value"]!, (int)first["leniency"]!["n"]!, (string)first["leniency"]!["verdict"]!, (decimal)first["leniencyPoints"]!));
        Assert.Equal("none", (string)first["halo"]!["verdict"]!);
    }
}
