using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Inspections;
using Heng.App.Features.Months;
using Heng.App.Tests.Consequences;
using Heng.App.Tests.Store;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;
using static Heng.App.Tests.Consequences.LadderShop;
using static Heng.App.Tests.Quality.InspectedShop;

namespace Heng.App.Tests.Quality;

/// <summary>From the committed seed to the card that is scored.</summary>
public sealed class InspectionStoryTests
{
    private static readonly CriterionMark Hard = new("hard-tone", Verdict.Found, 2, null, "语气生硬"), Fatal = new("forbidden-address", Verdict.Found, 1, null, "用了“你”");
    private const string QaPlan = """
        scheme: s94-ladder
        version: 2
        title: { zh: 质检, en: QA }
        plans:
          - id: month
            title: { zh: 月, en: Month }
            positions: [front-line]
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items: [{ id: qa, name: { zh: 质检, en: QA }, weight: 100, source: { qa: { by: person } }, method: { qa: {} } }]
        """;

    private static void Told(InspectedShop shop, long id, params CriterionMark[] marks)
    {
        Assert.Null(shop.Act(id, InspectionEvent.Taken, Qas[0]));
        Assert.Null(shop.Act(id, InspectionEvent.Inspected, Qas[0], "", marks));
    }

    private static Scorecard? Card(InspectedShop shop, string agent) => MonthBook.Load(shop.Database, October, shop.Database.Shops.All, null).CardOf(agent);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void What_stands_is_scored_explained_sealed_verified_and_a_difference_once_it_is_void(DatabaseEngine engine)
    {
        using var shop = new InspectedShop(engine);
        shop.Database.Plans.Publish("s94-ladder", QaPlan, new(2), "boss");
        var mine = shop.Drawn().Where(i => i.State.Agent == "王雨桐").ToArray();
        Assert.True(mine.Length >= 2);
        Assert.Null(Card(shop, "王雨桐")!.Items[0].Points);
        // 20 − 2 × 4 = 12 of the 20 for wording: 92 of 100.
        Told(shop, mine[0].Id, Hard);
        Assert.Equal(["inspection-told"], shop.Ladder.Told("王雨桐"));
        // It is told, and does not count yet.
        Assert.Null(Card(shop, "王雨桐")!.Items[0].Points);
        Assert.Null(shop.Act(mine[0].Id, InspectionEvent.Acknowledged, Wang));
        Assert.Equal(new Inspected(mine[0].State.Day, "王雨桐", $"inspection/{mine[0].Id}", false, 92m, 100m), Assert.Single(shop.Database.Records(RecordKinds.Inspections).All(Shops.Company.Id)));
        Assert.Equal(92m, Card(shop, "王雨桐")!.Items[0].Points);
        // The second is fatal: wording 0, 80 of 100. (92 + 80) ÷ 2 = 86.
        Told(shop, mine[1].Id, Fatal);
        Assert.Equal((0, null), shop.Doing.LetStand("hr", shop.Of(Hr).Now, shop.Of(Hr).Today));
        shop.Ladder.Clock.Pass(TimeSpan.FromDays(4));
        Assert.Equal((1, null), shop.Doing.LetStand("hr", shop.Of(Hr).Now, shop.Of(Hr).Today));
        Assert.Equal((0, null), shop.Doing.LetStand("hr", shop.Of(Hr).Now, shop.Of(Hr).Today));
        var scored = Card(shop, "王雨桐")!;
        Assert.Equal(86m, scored.Items[0].Points);
        Assert.Contains($"inspection/{mine[0].Id}", Evidence(scored.Explanation), StringComparison.Ordinal);
        Close(shop);
        Assert.Null(new Verification(shop.Database).Of(October).Fault);
        // Void after the closing: the seal stays, the month as it is now has the one that is left.
        Assert.Null(shop.Act(mine[1].Id, InspectionEvent.Voided, Hr, "抽错了人"));
        Assert.Null(new Verification(shop.Database).Of(October).Fault);
        Assert.Equal(92m, Card(shop, "王雨桐")!.Items[0].Points);
        Assert.Null(shop.Database.Decisions.FirstBroken());
    }

    [Fact]
    public void An_objection_is_decided_by_another_and_changes_what_is_scored()
    {
        using var shop = new InspectedShop();
        var id = shop.Drawn().First(i => i.State.Agent == "王雨桐").Id;
        Told(shop, id, Hard);
        Assert.Null(shop.Act(id, InspectionEvent.Objected, Wang, "买家先骂人"));
        Assert.Contains("inspection-objected", shop.Ladder.Told("质二"));
        Assert.DoesNotContain("inspection-objected", shop.Ladder.Told("质一"));
        Assert.Equal("marked", shop.Act(id, InspectionEvent.Changed, Qas[0], "算了"));
        Assert.Equal("role-may-not", shop.Act(id, InspectionEvent.Upheld, Chen, "没错"));
        Assert.Null(shop.Act(id, InspectionEvent.Changed, Qas[1], "语气没问题"));
        Assert.Equal((100m, 100m), Assert.Single(shop.Database.Records(RecordKinds.Inspections).All(Shops.Company.Id)) is var record ? (record.Earned, record.Possible) : default);
        Assert.Equal(["inspection-told", "inspection-decided"], shop.Ladder.Told("王雨桐"));
        // What people say of it is in no log.
        Assert.DoesNotContain(shop.Database.Decisions.About($"inspection/{id}"), d => d.Why.Length > 0);
    }

    [Fact]
    public void A_groups_own_check_coaches_and_leaves_no_record()
    {
        using var shop = new InspectedShop();
        var id = shop.Drawn(p => p with { Kind = InspectionKind.Own, Group = "一组" })[0].Id;
        Assert.Equal("role-may-not", shop.Act(id, InspectionEvent.Taken, Qas[0]));
        Assert.Equal("role-may-not", shop.Act(id, InspectionEvent.Taken, Other));
        Assert.Null(shop.Act(id, InspectionEvent.Taken, Chen));
        Assert.Equal("note-missing", shop.Act(id, InspectionEvent.Inspected, Chen, "", Hard));
        Assert.Null(shop.Act(id, InspectionEvent.Inspected, Chen, "先安抚再解释", Hard));
        Assert.Equal(InspectionStage.Coached, shop.State(id).Stage);
        Assert.Equal(["inspection-coached"], shop.Ladder.Told(shop.State(id).Agent));
        Assert.Empty(shop.Database.Records(RecordKinds.Inspections).All(Shops.Company.Id));
    }

    [Fact]
    public void The_queue_gives_the_next_and_nobody_gets_the_same_twice()
    {
        using var shop = new InspectedShop();
        var drawn = shop.Drawn();
        var taken = drawn.Select(_ => shop.Doing.TakeNext(shop.Of(Qas[0])).Id).ToArray();
        Assert.Equal(drawn.Select(d => (long?)d.Id), taken);
        Assert.Null(shop.Doing.TakeNext(shop.Of(Qas[1])).Id);
        // An agent takes nothing.
        Assert.Null(shop.Doing.TakeNext(shop.Of(Wang)).Id);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void The_draw_done_again_from_the_revealed_seed_gives_the_queue(DatabaseEngine engine)
    {
        using var shop = new InspectedShop(engine);
        Assert.Equal("role-may-not", shop.Commit(Qas[0]).Refused);
        var id = shop.Commit(Hr).Id!.Value;
        Assert.False(InspectionMatters.StateOf(shop.PlanOf(id)).IsLate(ShopClock.Shanghai));
        Assert.Equal("period-not-over", shop.Draw(id, Hr));
        // The seed lies closed: what is kept does not hash to the commitment.
        Assert.Null(Seed.Parse(InspectionMatters.StateOf(shop.PlanOf(id)).Set.Locked));
        shop.Ladder.Clock.Pass(TimeSpan.FromDays(35));
        Assert.Equal("not-drawn", shop.Reveal(id, Hr));
        Assert.Null(shop.Draw(id, Hr));
        Assert.Equal("already-drawn", shop.Draw(id, Hr));
        Assert.Null(JsonNode.Parse(shop.Ladder.Shop.Json("qa", "draw", "--month", "2026-10"))![0]!["items"]);
        Assert.Null(shop.Reveal(id, Hr));
        var told = JsonNode.Parse(shop.Ladder.Shop.Json("qa", "draw", "--month", "2026-10"))![0]!;
        Assert.True(told["seedHolds"]!.GetValue<bool>() && told["sameQueue"]!.GetValue<bool>() && told["frameHolds"]!.GetValue<bool>() && !told["late"]!.GetValue<bool>());
        Assert.Equal(InspectionBook.Between(shop.Database, October.First, October.Last).Select(i => i.State.Drawn.Item!), told["items"]!.AsArray().Select(i => i!["item"]!.GetValue<string>()));
        Assert.Empty(told["frameNow"]!["added"]!.AsArray());
        // Somebody else's seed is refused by name, and one more chat is told as an added item.
        Assert.StartsWith("seed-wrong", shop.Ladder.Shop.Heng("qa", "draw", "--month", "2026-10", "--seed", new string('0', 64)).Error, StringComparison.Ordinal);
        shop.Ladder.Import("messages-csv", Importing.Counter.Messages + Importing.Counter.Line("2026-10-09 15:00:00", buyer: "cat", id: "cat-1"));
        var later = JsonNode.Parse(shop.Ladder.Shop.Json("qa", "draw", "--month", "2026-10"))![0]!;
        Assert.True(later["sameQueue"]!.GetValue<bool>());
        Assert.Single(later["frameNow"]!["added"]!.AsArray());
    }

    [Fact]
    public void A_plan_committed_within_its_period_says_so()
    {
        using var shop = new InspectedShop();
        shop.Ladder.Clock.Pass(TimeSpan.FromDays(5));
        var id = shop.Commit(Hr).Id!.Value;
        Assert.True(InspectionMatters.StateOf(shop.PlanOf(id)).IsLate(ShopClock.Shanghai));
    }

    private static void Close(InspectedShop shop)
    {
        var close = new Close(shop.Database, shop.Ladder.Clock);
        Assert.Null(close.Prepare(October, shop.Database.Shops.All, null, Hr).Refused);
        Assert.Null(close.Finish(October, shop.Database.Shops.All, null, Boss, provisionally: true).Refused);
    }

    private static string Evidence(Explained of) => string.Join(' ', of.Evidence.Select(e => e.Id).Concat(of.Inputs.Select(Evidence)));
}
