using Heng.App.Features.Inspections;
using Heng.App.Features.People;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Consequences.LadderShop;
using static Heng.App.Tests.Quality.InspectedShop;

namespace Heng.App.Tests.Quality;

/// <summary>Who takes which one, what of a card must be marked, who may be known to have inspected, and who throws one away.</summary>
public sealed class InspectionOrderTests
{
    private static readonly DefaultHttpContext Http = new();

    [Fact]
    public async Task A_form_without_verdicts_hands_nothing_in_and_the_rest_is_said_to_be_fine_in_one_visible_step()
    {
        using var shop = new InspectedShop();
        var id = shop.Drawn().First(i => i.State.Agent == "王雨桐").Id;
        Assert.Null(shop.Act(id, InspectionEvent.Taken, Qas[0]));
        Assert.Empty((await shop.Query(Qas[0]).One(id, null, Http)).View!.Filled);
        var bare = (await shop.Query(Qas[0]).One(id, Form(("act", "inspect")), Http)).View!.Refused!;
        Assert.Equal("unmarked", bare.Name);
        var all = InspectionFormFile.Shipped[0].Criteria.ToArray();
        Assert.StartsWith($"还有 {all.Length} 项没有判：{all[0].Name.Zh}、{all[1].Name.Zh}、{all[2].Name.Zh} …", bare.Words.Zh, StringComparison.Ordinal);
        // All but one: it is the one that is named, and what was typed stands there again.
        var one = (await shop.Query(Qas[0]).One(id, Marked(("act", "inspect"), ("v:hard-tone", ""), ("c:hard-tone", "待看")), Http)).View!;
        Assert.StartsWith("还有 1 项没有判：语气生硬。", one.Refused!.Words.Zh, StringComparison.Ordinal);
        Assert.Equal((Verdict.Unmarked, "待看"), one.Filled.Single(m => m.Criterion == "hard-tone") is var typed ? (typed.Verdict, typed.Comment) : default);
        var rest = (await shop.Query(Qas[0]).One(id, Form(("act", "inspect"), ("rest", "fine"), ("v:hard-tone", "found"), ("c:hard-tone", "凶"), ("words", "总评")), Http)).View!;
        Assert.Equal((true, null, "总评", all.Length), (rest.Asked, rest.Refused, rest.Words, rest.Filled.Count));
        Assert.Equal(["hard-tone Found"], rest.Filled.Where(m => m.Verdict != Verdict.Fine).Select(m => $"{m.Criterion} {m.Verdict}"));
        Assert.Empty(shop.State(id).Inspected);
        Assert.Null((await shop.Query(Qas[0]).One(id, Marked(("act", "inspect"), ("v:hard-tone", "found"), ("c:hard-tone", "凶")), Http)).View!.Refused);
        Assert.Equal("hard-tone", Assert.Single(shop.State(id).Result!).Criterion);
    }

    [Fact]
    public async Task One_of_the_queue_cannot_be_picked_by_its_address_and_is_given_out_with_a_reason()
    {
        using var shop = new InspectedShop();
        var drawn = shop.Drawn();
        Assert.Equal("not-next", (await shop.Query(Qas[0]).One(drawn[^1].Id, Form(("act", "take")), Http)).View!.Refused!.Name);
        Assert.Empty(shop.State(drawn[^1].Id).Takers);
        Assert.Equal(drawn[0].Id, shop.Doing.TakeNext(shop.Of(Qas[0])).Id);
        // Given back it is the next again, so that giving back picks nothing either.
        Assert.Null((await shop.Query(Qas[0]).One(drawn[0].Id, Form(("act", "release")), Http)).View!.Refused);
        Assert.Equal(drawn[0].Id, shop.Doing.TakeNext(shop.Of(Qas[0])).Id);

        FormCollection Give(string words) => Form(("act", "assign"), ("to", "质二"), ("words", words));
        Assert.Equal("needs-reason", (await shop.Query(Hr).One(drawn[^1].Id, Give(""), Http)).View!.Refused!.Name);
        Assert.Equal("role-may-not", (await shop.Query(Qas[1]).One(drawn[^1].Id, Give("想看"), Http)).View!.Refused!.Name);
        Assert.Null((await shop.Query(Hr).One(drawn[^1].Id, Give("买家来电投诉"), Http)).View!.Refused);
        Assert.Equal("买家来电投诉", shop.Database.Decisions.About($"inspection/{drawn[^1].Id}")[^1].Why);
        // What is yours is inspected at its address.
        Assert.Null((await shop.Query(Qas[1]).One(drawn[^1].Id, Marked(("act", "inspect")), Http)).View!.Refused);
    }

    [Fact]
    public async Task Who_inspected_first_and_when_is_not_told_to_who_may_be_the_second_before_both_are_in()
    {
        using var shop = new InspectedShop();
        var id = shop.Drawn(p => p with { SecondShare = 1m }).First(i => i.State.Agent == "王雨桐").Id;
        async Task<string> Happened(Viewer viewer) => string.Join(' ', (await shop.Query(viewer).One(id, null, Http)).View!.Happened.Select(h => $"{h.Of.Who}:{h.Of.What}"));
        var drew = $"{shop.State(id).Drawn.Who}:Drawn";
        Assert.Null(shop.Act(id, InspectionEvent.Taken, Qas[0]));
        Assert.Null(shop.Act(id, InspectionEvent.Inspected, Qas[0]));
        Assert.Equal($"{drew} 质一:Taken 质一:Inspected", await Happened(Qas[0]));
        foreach (var second in Qas[1..]) Assert.Equal(drew, await Happened(second));
        // HR may not inspect, gives them out, and sees who has it.
        Assert.Equal($"{drew} 质一:Taken 质一:Inspected", await Happened(Hr));
        Assert.Null(shop.Act(id, InspectionEvent.Taken, Qas[1]));
        Assert.Equal($"{drew} 质二:Taken", await Happened(Qas[1]));
        Assert.DoesNotContain("质二", await Happened(Qas[0]), StringComparison.Ordinal);
        Assert.True(shop.Of(Hr).SeesWho(shop.State(id)));
        Assert.False(shop.Of(Qas[2]).SeesWho(shop.State(id)));
        Assert.Null(shop.Act(id, InspectionEvent.Inspected, Qas[1]));
        Assert.Equal($"{drew} 质一:Taken 质一:Inspected 质二:Taken 质二:Inspected", await Happened(Qas[2]));
    }

    [Fact]
    public async Task A_leader_does_not_make_their_groups_check_void_and_gives_none_out()
    {
        using var shop = new InspectedShop();
        var id = shop.Drawn(p => p with { Kind = InspectionKind.Own, Group = "一组" })[0].Id;
        Assert.Equal("role-may-not", shop.Act(id, InspectionEvent.Voided, Chen, "不想查了"));
        var seen = (await shop.Query(Chen).One(id, null, Http)).View!;
        Assert.DoesNotContain(InspectionEvent.Voided, seen.May);
        Assert.Empty(seen.Assignees);
        Assert.Null(shop.Act(id, InspectionEvent.Voided, Hr, "聊天已删除"));
    }

    [Fact]
    public async Task A_recording_is_brought_by_who_inspects_it_and_corrected_once_the_result_is_told_with_the_old_one_kept()
    {
        using var shop = new InspectedShop();
        shop.Ladder.Import("calls", "id,agent,at,answered,resolved\n7,王雨桐,2026-10-05 09:00,是,否\n");
        var id = shop.Drawn(p => p with { Of = Sampled.Calls })[0].Id;
        string? Record(Viewer by, string link, string? why = null) => shop.Query(by).Record(id, why is null ? Form(("link", link)) : Form(("link", link), ("why", why)), Http)?.Name;
        // 质二 may inspect for the company, and does not inspect this one.
        Assert.Equal("role-may-not", Record(Qas[1], "https://x.example/1"));
        Assert.Null(shop.Act(id, InspectionEvent.Taken, Qas[0]));
        Assert.Equal("role-may-not", Record(Qas[1], "https://x.example/1"));
        Assert.Null(Record(Qas[0], "https://x.example/1"));
        Assert.Null(shop.Doing.Act(InspectionBook.Find(shop.Database, id)!.Kept, new(InspectionEvent.Inspected, null, InspectionFormFile.Shipped[0].RestFine([]), "", new HashSet<string>()), shop.Of(Qas[0])));
        Assert.Equal("recording-told", Record(Qas[0], "https://x.example/2", "录错了"));
        Assert.Equal("needs-reason", Record(Hr, "https://x.example/2"));
        Assert.Null(Record(Hr, "https://x.example/2", "上传成了别人的来电"));
        var seen = (await shop.Query(Wang).One(id, null, Http)).View!;
        Assert.Equal("https://x.example/2", seen.Call!.Link);
        Assert.Equal([("质一", "https://x.example/1", ""), ("hr", "https://x.example/2", "上传成了别人的来电")], seen.Recordings.Select(r => (r.Of.Who, r.Of.Link!, r.Of.Why)));
    }
}
