using Heng.App.Features.Api;
using Heng.App.Features.Api.Reading;
using Heng.App.Features.Inspections;
using Heng.App.Tests.Quality;
using Heng.Engine.Quality.Inspection;
using static Heng.App.Tests.Consequences.LadderShop;
using static Heng.App.Tests.Quality.InspectedShop;

namespace Heng.App.Tests.Api;

/// <summary>Inspections by a key: as blind as the pages, and with the numbers that these show.</summary>
public sealed class InspectionReadTests
{
    private static readonly CriterionMark Hard = new("hard-tone", Verdict.Found, 2, null, "语气生硬");

    private static async Task<Answer> Read(ApiSite site, string account, string more = "") => await site.Get(site.Key(account, ApiScope.ReadQuality.Name), "/api/v1/inspections?month=2026-10" + more);

    [Fact]
    public async Task Each_role_reads_what_it_may_and_an_agent_their_own_results_once_they_are_told()
    {
        using var shop = new InspectedShop();
        var drawn = shop.Drawn();
        var mine = drawn.First(i => i.State.Agent == "王雨桐" && i.State.Needed == 1).Id;
        Assert.Null(shop.Act(mine, InspectionEvent.Taken, Qas[0]));
        using (var site = new ApiSite(shop.Database))
        {
            foreach (var account in new[] { "质一", "hr", "boss", "chen" }) Assert.Equal((account, drawn.Count), (account, (await Read(site, account)).Rows.Count));
            foreach (var account in new[] { "lu", "wang", "li" }) Assert.Empty((await Read(site, account)).Rows);
            Assert.All((await Read(site, "boss")).Rows, r => Assert.Null(r!["card"]));
        }
        Assert.Null(shop.Act(mine, InspectionEvent.Inspected, Qas[0], "", Hard));
        using (var site = new ApiSite(shop.Database))
        {
            var own = await Read(site, "wang");
            var row = own.Rows.Single()!;
            // 20 − 2 × 4 = 12 of the 20 for wording: 92 of 100.
            Assert.Equal(($"inspection/{mine}", "told", 92m, 100m), (row["id"]!.ToString(), row["stage"]!.ToString(), (decimal)row["earned"]!, (decimal)row["possible"]!));
            Assert.Equal("hard-tone found 2 语气生硬", row["card"]!["marks"]!.AsArray().Select(m => $"{m!["criterion"]} {m["verdict"]} {m["times"]} {m["comment"]}").Single());
            Assert.Equal(92m, row["card"]!["categories"]!.AsArray().Sum(c => (decimal)c!["earned"]!));
            Assert.Empty((await Read(site, "li")).Rows);
            Assert.Empty((await Read(site, "lu")).Rows);
            Assert.Null(ExampleFiles.Hold("inspections", ApiReads.All.Single(r => r.Path == "/inspections").Examples[0], own.Json, "王雨桐"));
            // The queue's page shows the same, in another order.
            foreach (var (viewer, account) in new[] { (Hr, "hr"), (Chen, "chen"), (Wang, "wang") })
            {
                var page = await new InspectionsQuery(shop.Database, _ => viewer, shop.Folder, shop.Ladder.Clock).List(new("all"), null, new Microsoft.AspNetCore.Http.DefaultHttpContext());
                Assert.Equal(page.View!.Rows.Select(r => ($"inspection/{r.Id}", r.Agent, r.Due, r.AnswerBy, r.Earned, r.Possible)).OrderBy(r => r.Item1),
                    (await Read(site, account)).Rows.Select(r => (r!["id"]!.ToString(), r["agent"]!.ToString(), DateOnly.Parse(r["due"]!.ToString(), null), r["answerBy"] is { } day ? DateOnly.Parse(day.ToString(), null) : (DateOnly?)null, (decimal?)r["earned"], (decimal?)r["possible"])).OrderBy(r => r.Item1));
            }
            // Who is not there, and who is not for these eyes, are one.
            Assert.Equal(["agent-unknown", "agent-unknown"], [(await Read(site, "wang", "&agent=李思远")).Code, (await Read(site, "wang", "&agent=nobody")).Code]);
            Assert.Empty((await Read(site, "boss", "&agent=陆明")).Rows);
        }
    }

    [Fact]
    public async Task Of_two_blind_inspectors_neither_reads_the_others_marks_before_both_are_in()
    {
        using var shop = new InspectedShop();
        var twice = shop.Drawn(p => p with { SecondShare = 1m }).First(i => i.State.Needed == 2).Id;
        Assert.Null(shop.Act(twice, InspectionEvent.Taken, Qas[0]));
        Assert.Null(shop.Act(twice, InspectionEvent.Inspected, Qas[0], "", Hard));
        using var site = new ApiSite(shop.Database);
        foreach (var (account, who) in new[] { ("质二", ""), ("质一", "质一"), ("hr", "质一") })
        {
            var row = (await Read(site, account)).Rows.Single(r => r!["id"]!.ToString() == $"inspection/{twice}")!;
            Assert.Null(row["card"]);
            Assert.Null(row["earned"]);
            Assert.DoesNotContain("语气生硬", row.ToJsonString(), StringComparison.Ordinal);
            Assert.Equal((account, who), (account, string.Join(' ', row["inspectors"]!.AsArray().Select(i => i!.ToString()))));
        }
    }

    [Fact]
    public async Task Pages_together_are_the_list()
    {
        using var shop = new InspectedShop();
        var drawn = shop.Drawn();
        using var site = new ApiSite(shop.Database);
        var (read, next) = (new List<string>(), (string?)"/api/v1/inspections?month=2026-10&limit=1");
        var key = site.Key("boss", ApiScope.ReadQuality.Name);
        while (next is not null)
        {
            var page = await site.Get(key, next);
            read.AddRange(page.Rows.Select(r => r!["id"]!.ToString()));
            next = page.Headers["Link"].SingleOrDefault() is { } link ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : null;
        }
        Assert.True(drawn.Count > 2);
        Assert.Equal(drawn.OrderBy(i => i.State.Day).ThenBy(i => i.Id).Select(i => i.Kept.Subject), read);
    }
}
