using Heng.App.Features.Inspections;
using Heng.App.Features.Meaning;
using Heng.App.Features.People;
using Heng.App.Features.Receptions;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Store;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Meaning;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Statistics;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Consequences.LadderShop;
using static Heng.App.Tests.Quality.InspectedShop;

namespace Heng.App.Tests.Quality;

/// <summary>A model beside inspectors: who may ask it, who sees what it proposes and when, that it marks nothing, and how it agrees with people.</summary>
public sealed class ModelInspectionTests
{
    private static readonly MeaningClient Client = new();
    private static readonly CriterionMark Hard = new("hard-tone", Verdict.Found, 1, null, "凶");
    private const string Found = """{"findings":[{"criterion":"hard-tone","found":true,"confidence":0.9,"line":2,"quote":"按胸围选"},{"criterion":"not-warm","found":true,"confidence":0.5,"line":2,"quote":"不关我事"}]}""",
        NotFound = """{"findings":[{"criterion":"hard-tone","found":false,"confidence":0.8,"line":null,"quote":null}]}""";

    private static void Set(InspectedShop shop, StandInModel model, bool on = true, bool afterOwn = true)
    {
        var set = new MeaningSetting("admin", new(shop.Ladder.Clock.GetUtcNow().ToUnixTimeSeconds()), on ? "on" : "off") { On = on, Address = model.Address, Model = "small", AfterOwnMarks = afterOwn };
        var (matters, today) = (shop.Database.Matters(MeaningMatters.Settings), new DateOnly(2026, 9, 1));
        Assert.True(matters.Find("reader") is { } kept ? matters.Append(kept, set) : matters.Begin(new("", today, today, "reader"), set) is not null);
    }

    private static async Task<InspectionView> See(InspectedShop shop, Viewer viewer, long id) => (await shop.Query(viewer).One(id, null, new DefaultHttpContext())).View!;

    private static async Task<InspectionView> Ask(InspectedShop shop, Viewer viewer, long id, params (string, string)[] typed) =>
        (await new ModelAsking(shop.Database, _ => viewer, shop.Ladder.Clock, new(shop.Database, shop.Folder, shop.Ladder.Clock, Client), shop.Query(viewer)).Ask(id, Form([("ask", "model"), .. typed]), new DefaultHttpContext())).View!;

    private static long Taken(InspectedShop shop, Viewer qa, int at = 0, Func<SamplingPlan, SamplingPlan>? of = null)
    {
        var id = (of is null && InspectionBook.Between(shop.Database, new(2026, 10, 1), new(2026, 10, 10)) is { Count: > 0 } there ? there : shop.Drawn(of)).Where(i => i.State.Agent == "王雨桐").ElementAt(at).Id;
        Assert.Null(shop.Act(id, InspectionEvent.Taken, qa));
        return id;
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_inspector_asks_marks_and_only_then_sees_what_was_proposed_and_the_card_is_the_persons(DatabaseEngine engine)
    {
        using var shop = new InspectedShop(engine);
        await using var model = await StandInModel.Start();
        model.Answer = () => Task.FromResult(StandInModel.Saying(Found));
        Set(shop, model);
        var id = Taken(shop, Qas[0]);
        Assert.True((await See(shop, Qas[0], id)).Proposed!.MayAsk);

        // Half a form stands there again: asking is no handing in.
        var asked = await Ask(shop, Qas[0], id, ("act", "inspect"), ("v:no-opening", "na"), ("words", "半截"));
        Assert.Null(asked.Refused);
        Assert.Equal((new CriterionMark("no-opening", Verdict.NotApplicable), "半截"), (Assert.Single(asked.Filled), asked.Words));
        Assert.Empty(shop.State(id).Inspected);
        Assert.Equal((false, true, null), (asked.Proposed!.MayAsk, asked.Proposed.Hidden, asked.Proposed.Shown));

        // What left: numbered lines without telephone, buyer or agent, of criteria that only people can judge.
        var sent = System.Text.Json.Nodes.JsonNode.Parse(Assert.Single(model.Asked).Body)!["messages"]!.AsArray().Select(m => (string)m!["content"]!).ToArray();
        Assert.Equal("1 买家：尺码怎么选 ****\n2 客服：您好，按胸围选", sent[1]);
        Assert.Contains("- hard-tone：语气生硬。", sent[0], StringComparison.Ordinal);
        Assert.DoesNotContain("no-opening", sent[0], StringComparison.Ordinal);

        Assert.Null(shop.Act(id, InspectionEvent.Inspected, Qas[0]));
        var shown = (await See(shop, Qas[0], id)).Proposed!;
        var one = Assert.Single(shown.Shown!);
        Assert.Equal(("hard-tone", true, 0.9m, "按胸围选", 2), (one.Criterion.Id, one.Found, one.Confidence, one.Quote, one.At));
        Assert.Equal(1, shown.Dropped);
        // The person marked nothing, so nothing is marked: 100 of 100.
        Assert.Empty(shop.State(id).Result!);
        Assert.Equal(100m, InspectionBook.Find(shop.Database, id)!.Card!.Earned);
        Assert.NotNull((await See(shop, Hr, id)).Proposed!.Shown);
        Assert.Null((await See(shop, Wang, id)).Proposed);
        Assert.Equal("meaning-already-read", (await Ask(shop, Qas[0], id)).Refused!.Name);
        Assert.Single(model.Asked);
    }

    [Fact]
    public async Task While_it_is_off_there_is_no_button_and_nothing_is_sent()
    {
        using var shop = new InspectedShop();
        await using var model = await StandInModel.Start();
        Set(shop, model, on: false);
        var id = Taken(shop, Qas[0]);
        Assert.Null((await See(shop, Qas[0], id)).Proposed);
        Assert.Equal("meaning-off", (await Ask(shop, Qas[0], id)).Refused!.Name);
        Set(shop, model);
        // Neither who did not take it, nor a leader, nor the auditor asks; the agent's own is not there before it is told.
        foreach (var viewer in new[] { Qas[1], Chen, Boss, Hr })
        {
            Assert.Null((await See(shop, viewer, id)).Proposed);
            Assert.Equal("role-may-not", (await Ask(shop, viewer, id)).Refused!.Name);
        }
        Assert.Empty(model.Asked);
        Assert.Empty(shop.Database.Matters(MeaningMatters.Reads).All);
    }

    [Fact]
    public async Task Calls_and_forms_without_such_criteria_have_no_model()
    {
        using var shop = new InspectedShop();
        await using var model = await StandInModel.Start();
        Set(shop, model);
        shop.Ladder.Import("calls", "id,agent,at,answered,resolved\n7,王雨桐,2026-10-05 09:00,是,否\n");
        var id = shop.Drawn(p => p with { Of = Sampled.Calls })[0].Id;
        Assert.Null(shop.Act(id, InspectionEvent.Taken, Qas[0]));
        Assert.Null((await See(shop, Qas[0], id)).Proposed);
        Assert.Empty(ModelReading.Criteria(InspectionFormFile.Shipped[1]));
        Assert.Equal(["asked-too-little", "pushes-off", "annoyed", "not-warm", "not-active", "not-patient", "mood-swings", "hard-tone", "praise-wording"], ModelReading.Criteria(InspectionFormFile.Shipped[0]).Select(c => c.Id));
    }

    [Fact]
    public async Task Names_of_buyer_agent_and_account_do_not_leave()
    {
        using var shop = new InspectedShop();
        await using var model = await StandInModel.Start();
        Set(shop, model);
        shop.Ladder.Import("messages-csv", Counter.Messages + Counter.Line("2026-10-04 11:00:00", "我是小红帽，找小雨", buyer: "小红帽", account: "小店:小雨", id: "red-1")
            + Counter.Line("2026-10-04 11:00:10", "王雨桐为您服务", from: "agent", buyer: "小红帽", account: "小店:小雨", id: "red-2"));
        var one = shop.Drawn(p => p with { PerAgent = 100 }).Single(i => shop.Query(Hr).One(i.Id, null, new DefaultHttpContext()).Result.View!.Reception!.Lines.Any(l => l.Text?.Contains("为您服务", StringComparison.Ordinal) == true));
        Assert.Null(shop.Act(one.Id, InspectionEvent.Taken, Qas[0]));
        Assert.Null((await Ask(shop, Qas[0], one.Id)).Refused);
        Assert.Equal("1 买家：我是****，找****\n2 客服：****为您服务", (string)System.Text.Json.Nodes.JsonNode.Parse(Assert.Single(model.Asked).Body)!["messages"]![1]!["content"]!);
    }

    [Fact]
    public async Task Where_the_shop_has_it_so_a_proposal_is_seen_before_marking_and_fills_nothing_in()
    {
        using var shop = new InspectedShop();
        await using var model = await StandInModel.Start();
        model.Answer = () => Task.FromResult(StandInModel.Saying(Found));
        Set(shop, model, afterOwn: false);
        var id = Taken(shop, Qas[0]);
        var asked = await Ask(shop, Qas[0], id);
        Assert.Single(asked.Proposed!.Shown!);
        Assert.Empty(asked.Filled);
        Assert.Null((await See(shop, Qas[1], id)).Proposed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_who_mark_blind_neither_sees_it_before_both_are_in_and_who_settles_not_before_that(bool afterOwn)
    {
        using var shop = new InspectedShop();
        await using var model = await StandInModel.Start();
        model.Answer = () => Task.FromResult(StandInModel.Saying(Found));
        Set(shop, model, afterOwn: afterOwn);
        var id = Taken(shop, Qas[0], of: p => p with { SecondShare = 1m });
        Assert.Null(shop.Act(id, InspectionEvent.Taken, Qas[1]));
        Assert.True((await Ask(shop, Qas[0], id)).Proposed!.Hidden);
        Assert.Null(shop.Act(id, InspectionEvent.Inspected, Qas[0], "", Hard));
        foreach (var qa in Qas[..2]) Assert.Equal((true, null), ((await See(shop, qa, id)).Proposed!.Hidden, (await See(shop, qa, id)).Proposed!.Shown));
        foreach (var viewer in new[] { Qas[2], Hr, Chen }) Assert.Null((await See(shop, viewer, id)).Proposed);
        Assert.Null(shop.Act(id, InspectionEvent.Inspected, Qas[1]));
        foreach (var qa in Qas[..2]) Assert.Single((await See(shop, qa, id)).Proposed!.Shown!);
        // They differ: 质三 is to settle it, and would settle it by the model.
        Assert.Equal(afterOwn, (await See(shop, Qas[2], id)).Proposed!.Hidden);
        Assert.Null(shop.Act(id, InspectionEvent.Settled, Qas[2], "", Hard));
        Assert.Single((await See(shop, Qas[2], id)).Proposed!.Shown!);
        // So would who decides an objection.
        Assert.Null(shop.Act(id, InspectionEvent.Objected, Wang, "没有"));
        Assert.Equal(afterOwn, (await See(shop, Hr, id)).Proposed!.Hidden);
    }

    [Fact]
    public async Task What_fails_is_named_blocks_no_marking_and_may_be_asked_again_and_what_was_cut_off_after_two_minutes()
    {
        using var shop = new InspectedShop();
        await using var model = await StandInModel.Start();
        Set(shop, model);
        var id = Taken(shop, Qas[0]);
        model.Answer = () => Task.FromResult(Results.StatusCode(500));
        var failed = await Ask(shop, Qas[0], id, ("words", "留着"));
        Assert.Equal(("meaning-answered-with-error", true, MeaningRefusal.AnsweredWithError, "留着"), (failed.Refused!.Name, failed.Proposed!.MayAsk, failed.Proposed.Failed, failed.Words));
        Assert.Contains(InspectionEvent.Inspected, failed.May);
        model.Answer = () => Task.FromResult(StandInModel.Saying("好的，我看过了"));
        Assert.Equal("meaning-no-json", (await Ask(shop, Qas[0], id)).Refused!.Name);
        // The server stopped between sending and keeping.
        var reads = shop.Database.Matters(MeaningMatters.Reads);
        Assert.True(reads.Append(reads.Find(ModelReading.KeyOf(id))!, new(MeaningEvent.Asked, "质一", shop.Of(Qas[0]).Now, "")));
        Assert.Null((await See(shop, Qas[0], id)).Proposed);
        shop.Ladder.Clock.Pass(TimeSpan.FromSeconds(120));
        Assert.Null((await See(shop, Qas[0], id)).Proposed);
        shop.Ladder.Clock.Pass(TimeSpan.FromSeconds(1));
        model.Answer = () => Task.FromResult(StandInModel.Saying(NotFound));
        Assert.Null((await Ask(shop, Qas[0], id)).Refused);
        Assert.Null(shop.Act(id, InspectionEvent.Inspected, Qas[0]));
        Assert.Equal((false, null), (await See(shop, Qas[0], id)).Proposed!.Shown![0] is var one ? (one.Found, one.At) : default);
    }

    [Fact]
    public async Task The_model_is_measured_beside_people_by_criterion_and_few_are_called_few()
    {
        using var shop = new InspectedShop();
        await using var model = await StandInModel.Start();
        AgreementQuery Query(Viewer viewer) => new(shop.Database, _ => viewer, new ReceptionQuery(shop.Database, _ => viewer).For, shop.Ladder.Clock);
        async Task<IReadOnlyList<(Criterion Criterion, InspectionForm Form, Agreement Agreement)>?> Measured() => (await Query(Hr).Month(October, new DefaultHttpContext())).View!.Model;
        Assert.Null(await Measured());
        Set(shop, model);
        Assert.Empty((await Measured())!);
        // Proposed found, found, not found; decided found, not found, not found.
        shop.Drawn(p => p with { PerAgent = 3 });
        foreach (var (answer, marks, at) in new[] { (Found, new[] { Hard }, 0), (Found, [], 1), (NotFound, [], 2) })
        {
            model.Answer = () => Task.FromResult(StandInModel.Saying(answer));
            var id = Taken(shop, Qas[0], at);
            Assert.Null((await Ask(shop, Qas[0], id)).Refused);
            // What has no result is no pair.
            Assert.Equal(at, (await Measured())!.Sum(m => m.Agreement.Pairs));
            Assert.Null(shop.Act(id, InspectionEvent.Inspected, Qas[0], "", marks));
        }
        // Raw 2 ÷ 3; chance (2 × 1 + 1 × 2) ÷ 9 = 4 ÷ 9; κ = (6 − 4) ÷ (9 − 4) = 0.4.
        var one = Assert.Single((await Measured())!);
        Assert.Equal(("hard-tone", 3, 0.666667m, 0.4m, true), (one.Criterion.Id, one.Agreement.Pairs, one.Agreement.Raw!.Value, one.Agreement.Kappa!.Value, one.Agreement.IsTooFew));
    }
}
