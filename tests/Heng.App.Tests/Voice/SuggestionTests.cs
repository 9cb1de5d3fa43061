using System.Text.Json.Nodes;
using Heng.App.Features.Suggestions;
using Heng.App.Tests.Store;
using Heng.Engine.Records;
using Heng.Engine.Voice;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Voice.VoiceShop;

namespace Heng.App.Tests.Voice;

public sealed class SuggestionTests
{
    private static readonly DateOnly Day = new(2026, 11, 2);

    private static IReadOnlyList<Suggestion> Records(VoiceShop shop) => shop.Database.Records(RecordKinds.Suggestions).All(Shops.Company.Id);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_named_one_is_the_record_that_an_import_would_bring_and_adoption_changes_it(DatabaseEngine engine)
    {
        using var shop = new VoiceShop(engine);
        var id = shop.Suggest(Wang);
        var record = new Suggestion(Day, "王雨桐", "快捷短语按品类分组", null);
        Assert.Equal([record], Records(shop));
        Assert.Null(shop.Answer(id, Chen, SuggestionEvent.LookedAt));
        Assert.Equal([record], Records(shop));
        Assert.Null(shop.Answer(id, Hr, SuggestionEvent.Adopted));
        Assert.Equal([record with { Adopted = true }], Records(shop));
        Assert.Null(shop.Answer(id, Chen, SuggestionEvent.Done, "已上线"));
        Assert.Equal([record with { Adopted = true }], Records(shop));
        var second = shop.Suggest(Li, "早班少一个会");
        Assert.Null(shop.Answer(second, Boss, SuggestionEvent.NotAdopted));
        Assert.Equal([record with { Adopted = true }, new(Day, "李思远", "早班少一个会", false)], Records(shop).OrderBy(r => r.Adopted is false));
        Assert.Equal(["suggestion-written", "suggestion-looked-at", "suggestion-adopted", "suggestion-done"], shop.Database.Decisions.About("suggestion/1").Select(d => d.What));
        Assert.Null(shop.Database.Decisions.FirstBroken());
    }

    [Fact]
    public void The_items_of_S3_count_it_for_its_author_and_are_0_for_who_made_none()
    {
        using var shop = new VoiceShop();
        shop.Answer(shop.Suggest(Wang), Hr, SuggestionEvent.Adopted);
        shop.Suggest(Li, "早班少一个会");
        shop.Suggest(Zheng, "不计入", unnamed: true);
        var (code, text, error) = shop.Shop.Heng("metrics", "--month", "2026-11", "--by", "agent", "--metric", "suggestions,adopted-suggestions", "--format", "json");
        Assert.True(code == 0, error);
        var rows = JsonNode.Parse(text)!.AsArray().ToDictionary(r => r!["agent"]!.GetValue<string>(), r => (r!["metrics"]!["suggestions"]!["value"]?.GetValue<int>(), r["metrics"]!["adopted-suggestions"]!["value"]?.GetValue<int>()));
        Assert.Equal((1, 1), rows["王雨桐"]);
        Assert.Equal((1, 0), rows["李思远"]);
        (code, text, error) = shop.Shop.Heng("score", "--month", "2026-11", "--plan", "s3-five-dimensions", "--format", "json");
        Assert.True(code == 0, error);
        decimal? Points(string agent, string item) => JsonNode.Parse(text)!.AsArray().First(c => c!["agent"]!.GetValue<string>() == agent)!["items"]!.AsArray().First(i => i!["item"]!.GetValue<string>() == item)!["points"]?.GetValue<decimal>();
        // Made 1 of the 2 that are full: 5 × 1 ÷ 2 (the days worked are not on record, so the 2 stand whole). Adopted 1: the full 5.
        Assert.Equal((2.5m, 5m), (Points("王雨桐", "suggestions"), Points("王雨桐", "adopted-suggestions")));
        Assert.Equal((2.5m, 0m), (Points("李思远", "suggestions"), Points("李思远", "adopted-suggestions")));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_unnamed_one_leaves_no_trace_of_who_in_any_table(DatabaseEngine engine)
    {
        using var shop = new VoiceShop(engine);
        var before = shop.Dump().ToHashSet(StringComparer.Ordinal);
        var id = shop.Suggest(Wang, "晚班加一个人", unnamed: true);
        var added = shop.Dump().Where(row => !before.Contains(row)).ToList();
        Assert.Contains(added, row => row.StartsWith("matter_event:", StringComparison.Ordinal) && row.Contains("晚班加一个人", StringComparison.Ordinal));
        var person = shop.Database.People.Roster.Find("王雨桐")!;
        Assert.DoesNotContain(added, row => row.Contains("王雨桐", StringComparison.Ordinal) || row.Contains("wang", StringComparison.Ordinal) || row.Contains($"person={person.Id}", StringComparison.Ordinal));
        // The day alone: 2 November 0:00 in Shanghai is 16:00 UTC the day before.
        Assert.Equal(new Instant(new DateTimeOffset(2026, 11, 1, 16, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()), Assert.Single(shop.Database.Decisions.About($"suggestion/{id}")).At);
        Assert.Empty(Records(shop));
        Assert.Null(shop.Answer(id, Hr, SuggestionEvent.Adopted));
        Assert.Empty(Records(shop));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Many_vote_at_once_and_each_counts_once(DatabaseEngine engine)
    {
        using var shop = new VoiceShop(engine);
        var id = shop.Suggest(Chen);
        Parallel.ForEach(One.Concat(Two).SelectMany(n => new[] { n, n }), name => shop.Suggesting.Vote(id, true, Agent(name)));
        Assert.Equal(One.Concat(Two).Order(StringComparer.Ordinal), shop.State(id).Voters.Order(StringComparer.Ordinal));
        Assert.Equal(8, shop.State(id).Happened.Count(h => h.What == SuggestionEvent.Voted));
    }

    [Fact]
    public void A_form_sent_twice_writes_one()
    {
        using var shop = new VoiceShop();
        Assert.Equal(shop.Suggest(Wang), shop.Suggest(Wang));
        Assert.Equal(shop.Suggest(Wang, "晚班加一个人", unnamed: true), shop.Suggest(Li, "晚班加一个人", unnamed: true));
        Assert.Equal(2, shop.Database.Matters(VoiceMatters.Suggestions).All.Count);
        Assert.Single(Records(shop));
    }

    [Fact]
    public void Who_may_not_is_refused_by_name_and_nothing_is_kept()
    {
        using var shop = new VoiceShop();
        var id = shop.Suggest(Wang);
        Assert.Equal("needs-named-person", shop.Suggesting.Write(new("x", "y", "", SuggestionCategory.Other, true, true), Operator).Refused?.Name);
        Assert.Equal("role-may-not", shop.Suggesting.Write(new("x", "y", "", SuggestionCategory.Other, true, true), Auditor).Refused?.Name);
        Assert.Equal("own-suggestion", shop.Suggesting.Vote(id, true, Wang)?.Name);
        Assert.Equal("not-voted", shop.Suggesting.Vote(id, false, Li)?.Name);
        Assert.Equal("suggestion-unknown", shop.Suggesting.Vote(99, true, Li)?.Name);
        Assert.Equal("role-may-not", shop.Answer(id, Li, SuggestionEvent.Commented));
        Assert.Equal("role-may-not", shop.Answer(id, Chen, SuggestionEvent.Adopted));
        Assert.Equal("reason-too-long", shop.Answer(id, Hr, SuggestionEvent.Adopted, new string('x', 501)));
        Assert.Equal("text-too-long", shop.Suggesting.Write(new(new('x', 100_000), "y", "", SuggestionCategory.Other, false, true), Wang).Refused?.Name);
        Assert.Equal("same-suggestion", shop.Answer(id, Hr, SuggestionEvent.Merged, into: id));
        Assert.Equal("suggestion-unknown", shop.Answer(id, Hr, SuggestionEvent.Merged, into: 99));
        Assert.Single(shop.State(id).Happened);
    }

    [Fact]
    public void Leaders_hear_of_a_new_one_and_its_author_and_voters_of_the_decision()
    {
        using var shop = new VoiceShop();
        var id = shop.Suggest(Wang);
        Assert.Equal(["suggestion-new"], shop.Told("陈静"));
        Assert.Empty(shop.Told("hr"));
        shop.Suggest(Wang, "晚班加一个人", unnamed: true);
        // Nobody's group is told of an unnamed one.
        Assert.Equal((1, 1), (shop.Told("陈静").Count, shop.Told("hr").Count));
        shop.Suggesting.Vote(id, true, Li);
        Assert.Null(shop.Answer(id, Chen, SuggestionEvent.Commented, "在看"));
        Assert.Equal((1, 0), (shop.Told("王雨桐").Count, shop.Told("李思远").Count));
        Assert.Null(shop.Answer(id, Hr, SuggestionEvent.Adopted));
        Assert.Equal((2, 1), (shop.Told("王雨桐").Count, shop.Told("李思远").Count));
    }

    [Fact]
    public async Task The_list_filters_searches_sorts_and_says_whose_answer_is_late()
    {
        using var shop = new VoiceShop();
        var (one, two) = (shop.Suggest(Wang), shop.Suggest(Li, "早班少一个会"));
        var three = shop.Suggest(Zheng, "短语分组");
        shop.Suggesting.Vote(two, true, Wang);
        Assert.Null(shop.Answer(three, Hr, SuggestionEvent.Merged, "同一件事", into: one));
        Assert.Null(shop.Answer(two, Chen, SuggestionEvent.Commented));
        shop.Clock.Pass(TimeSpan.FromDays(9));
        var query = new SuggestionsQuery(shop.Database, shop.Shop.Data, _ => Wang, shop.Clock);
        async Task<string> Of(SuggestionsAsk ask) => string.Join(',', (await query.List(ask, new DefaultHttpContext())).View!.Rows.Select(r => r.Id));
        Assert.Equal("2,1", await Of(new()));
        // 1 has 郑好's duplicate, 2 has 王雨桐's vote: one each, the newer first.
        Assert.Equal("2,1", await Of(new(Sort: SuggestionSort.Votes)));
        Assert.Equal("3", await Of(new(SuggestionStage.Merged)));
        Assert.Equal("1", await Of(new(Mine: true)));
        Assert.Equal("2", await Of(new(Search: "早班")));
        Assert.Equal("2", await Of(new(Search: "李思远")));
        Assert.Equal("", await Of(new(Category: SuggestionCategory.Care)));
        var late = Assert.Single((await query.List(new(Late: true), new DefaultHttpContext())).View!.Rows);
        // Due on the 9th, today is the 11th.
        Assert.Equal((one, 2, "陈静"), (late.Id, late.DaysLate, Assert.Single(late.WaitsFor)));
        var sheet = (await query.Export(new(), new DefaultHttpContext())).View!;
        Assert.Equal(2, sheet.Rows.Count);
        var board = (await query.Board(new(2026, 11), true, new DefaultHttpContext())).View!;
        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)), (board.From, board.To));
        Assert.Equal(["李思远", "王雨桐"], board.Ranks.Select(r => r.Author));
    }

    [Fact]
    public async Task Similar_ones_are_shown_before_it_is_written_and_it_is_written_all_the_same()
    {
        using var shop = new VoiceShop();
        shop.Suggest(Wang);
        var query = new SuggestionsQuery(shop.Database, shop.Shop.Data, _ => Li, shop.Clock);
        var text = new SuggestionText("快捷短语能不能分品类", "找起来慢", "", SuggestionCategory.Tools, false, false);
        var (seen, written) = await query.New(text, true, new DefaultHttpContext());
        Assert.Null(written);
        Assert.Equal(1, Assert.Single(seen.View!.Similar).Id);
        Assert.Equal(2, (await query.New(text with { Seen = true }, true, new DefaultHttpContext())).Written);
    }
}
