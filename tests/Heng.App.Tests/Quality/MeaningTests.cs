using System.Text.Json.Nodes;
using Heng.App.Features.Meaning;
using Heng.App.Features.People;
using Heng.Engine.Quality.Meaning;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Quality.PhraseShop;
using Speaker = Heng.Engine.Quality.Speaker;

namespace Heng.App.Tests.Quality;

/// <summary>The reader of meaning beside a model that stands in on this machine: what leaves, what is kept of the answer, and what is not.</summary>
public sealed class MeaningTests
{
    private static readonly Viewer Administrator = new("admin", Role.Administrator, null, null);
    private static readonly MeaningCriterion[] Criteria = [new("pushes", "推诿", "推给别人")];
    private const string Good = """{"findings":[{"criterion":"pushes","found":true,"confidence":0.9,"line":2,"quote":"不归我们管"}]}""";

    private static MeaningQuestion Question => MeaningQuestion.Of([(Speaker.Buyer, "我是小红帽，电话13800138000"), (Speaker.Agent, "这个不归我们管")], Criteria, "小红帽")!;
    private static readonly MeaningClient Patient = new(), Hasty = new(TimeSpan.FromSeconds(1));
    private static MeaningReader Reader(PhraseShop shop, bool hasty = false) => new(shop.Database, shop.Shop.Data, shop.Clock, hasty ? Hasty : Patient);

    private static async Task<MeaningView?> Set(PhraseShop shop, Viewer viewer, params (string, string)[] form) =>
        (await new MeaningPages(shop.Database, shop.Shop.Data, shop.Clock, _ => viewer, Reader(shop)).For(form.Length == 0 ? null : Form(form.Any(f => f.Item1 == "act") ? form : [("act", "save"), .. form]), new DefaultHttpContext())).View;

    private static (string, string)[] On(string address, string most = "5") => [("address", address), ("model", "small"), ("key", "sk-nobody-may-see"), ("most", most), ("after", "on"), ("on", "on")];

    [Fact]
    public async Task While_it_is_off_nothing_is_sent_and_nothing_is_kept()
    {
        using var shop = new PhraseShop();
        await using var model = await StandInModel.Start();
        Assert.Equal("meaning-off", (await Reader(shop).Read("1", Question, "质检")).Refused!.Name);
        Assert.Null((await Set(shop, Administrator, On(model.Address)[..5]))!.Refused);
        Assert.Equal("meaning-off", (await Reader(shop).Read("1", Question, "质检")).Refused!.Name);
        Assert.Empty(model.Asked);
        Assert.Empty(shop.Database.Matters(MeaningMatters.Reads).All);
    }

    [Fact]
    public async Task The_masked_chat_is_sent_with_the_key_and_what_is_proposed_is_kept_and_logged_without_a_text()
    {
        using var shop = new PhraseShop();
        await using var model = await StandInModel.Start();
        model.Answer = () => Task.FromResult(StandInModel.Saying(Good));
        Assert.True((await Set(shop, Administrator, On(model.Address)))!.Did);

        var (answer, refused) = await Reader(shop).Read("7", Question, "质检");
        Assert.Null(refused);
        Assert.Equal([new MeaningProposal("pushes", true, 0.9m, 2, "不归我们管")], answer!.Proposals);
        Assert.Equal(answer.Proposals, MeaningMatters.AnswerOf(shop.Database, "7")!.Proposals);
        var (key, body) = Assert.Single(model.Asked);
        Assert.Equal("Bearer sk-nobody-may-see", key);
        var messages = JsonNode.Parse(body)!["messages"]!.AsArray();
        Assert.Equal("1 买家：我是****，电话****\n2 客服：这个不归我们管", (string)messages[1]!["content"]!);
        Assert.DoesNotContain("小红帽", string.Concat(messages.Select(m => (string)m!["content"]!)), StringComparison.Ordinal);
        Assert.Equal("meaning-already-read", (await Reader(shop).Read("7", Question, "质检")).Refused!.Name);
        Assert.Single(model.Asked);
        var log = string.Join('\n', shop.Database.Decisions.All.Select(d => $"{d.What} {d.Why}"));
        Assert.Contains("meaning-read-asked 127.0.0.1 small: 2 lines", log, StringComparison.Ordinal);
        Assert.DoesNotContain("不归我们管", log, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-nobody", log + MeaningMatters.SettingOf(shop.Database), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-json", "meaning-no-json")]
    [InlineData("not-choices", "meaning-no-json")]
    [InlineData("500", "meaning-answered-with-error")]
    [InlineData("huge", "meaning-answer-too-large")]
    [InlineData("slow", "meaning-too-slow")]
    [InlineData("redirect", "meaning-redirected")]
    public async Task A_model_that_answers_wrongly_gives_nothing_is_noted_and_may_be_asked_again(string how, string refusal)
    {
        using var shop = new PhraseShop();
        await using var model = await StandInModel.Start();
        await using var other = await StandInModel.Start();
        model.Answer = async () =>
        {
            if (how == "slow") await Task.Delay(3000);
            return how switch
            {
                "no-json" => StandInModel.Saying("好的，我看过了"), "not-choices" => Results.Text("[1]", "application/json"), "500" => Results.StatusCode(500), "huge" => StandInModel.Saying(new string('x', 2 * MeaningClient.LargestAnswer)),
                _ => Results.Redirect(other.Address.Replace("/v1", "/elsewhere", StringComparison.Ordinal), false, true),
            };
        };
        await Set(shop, Administrator, On(model.Address));
        var (answer, refused) = await Reader(shop, hasty: how == "slow").Read("1", Question, "质检");
        Assert.Equal((null, refusal), (answer, refused!.Name));
        Assert.Empty(other.Asked);
        Assert.Null(MeaningMatters.AnswerOf(shop.Database, "1"));
        Assert.Equal([MeaningEvent.Asked, MeaningEvent.Failed], shop.Database.Matters(MeaningMatters.Reads).Find("1")!.Happened.Select(h => h.What));
        model.Answer = () => Task.FromResult(StandInModel.Saying(Good));
        Assert.Single((await Reader(shop).Read("1", Question, "质检")).Answer!.Proposals);
    }

    [Fact]
    public async Task A_quote_that_is_not_there_is_dropped_and_the_page_says_how_many()
    {
        using var shop = new PhraseShop();
        await using var model = await StandInModel.Start();
        model.Answer = () => Task.FromResult(StandInModel.Saying(Good.Replace("不归我们管", "不关我们的事", StringComparison.Ordinal)));
        await Set(shop, Administrator, On(model.Address));
        var (answer, _) = await Reader(shop).Read("1", Question, "质检");
        Assert.Empty(answer!.Proposals);
        Assert.Equal([new DroppedProposal("pushes", MeaningFault.QuoteNotThere)], answer.Dropped);
        Assert.Equal((0, 1), (await Set(shop, Boss))!.Latest.Select(r => (r.Proposals.Count, r.Dropped.Count)).Single());
    }

    [Fact]
    public async Task A_days_limit_holds_and_begins_anew_the_next_day()
    {
        using var shop = new PhraseShop();
        await using var model = await StandInModel.Start();
        await Set(shop, Administrator, On(model.Address, most: "2"));
        foreach (var id in new[] { "1", "2" }) Assert.Null((await Reader(shop).Read(id, Question, "质检")).Refused);
        Assert.Equal("meaning-limit-reached", (await Reader(shop).Read("3", Question, "质检")).Refused!.Name);
        Assert.Equal(2, model.Asked.Count);
        shop.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Null((await Reader(shop).Read("3", Question, "质检")).Refused);
        Assert.Equal("meaning-too-long", (await Reader(shop).Read("4", null, "质检")).Refused!.Name);
    }

    [Fact]
    public async Task A_key_goes_to_no_other_address_than_it_was_given_for_and_an_administrator_alone_sets()
    {
        using var shop = new PhraseShop();
        await using var model = await StandInModel.Start();
        await Set(shop, Administrator, On(model.Address));
        (string, string)[] elsewhere = [("address", "https://other.example/v1"), ("model", "small"), ("most", "5"), ("on", "on")];
        Assert.Equal("meaning-key-missing", (await Set(shop, Administrator, elsewhere))!.Refused!.Name);
        Assert.Equal(model.Address, MeaningMatters.SettingOf(shop.Database).Address);
        Assert.Null((await Set(shop, Administrator, [.. elsewhere, ("no-key", "on")]))!.Refused);
        Assert.Null(MeaningMatters.SettingOf(shop.Database).ClosedKey);
        Assert.Equal("meaning-address-unfit", (await Set(shop, Administrator, On("http://models.example/v1")))!.Refused!.Name);
        Assert.Equal("meaning-limit-unfit", (await Set(shop, Administrator, On(model.Address, most: "0")))!.Refused!.Name);
        foreach (var viewer in new[] { Boss, Auditor, Qa, Wang }) Assert.Null(await Set(shop, viewer, On(model.Address)));
        Assert.False((await Set(shop, Boss))!.MaySet);
        Assert.Null(await Set(shop, Qa));
    }

    [Fact]
    public async Task A_trial_sends_an_invented_chat_and_shows_what_came_back()
    {
        using var shop = new PhraseShop();
        await using var model = await StandInModel.Start();
        model.Answer = () => Task.FromResult(StandInModel.Saying("""{"findings":[{"criterion":"pushes-off","found":true,"confidence":1,"line":2,"quote":"不归我们管"}]}"""));
        await Set(shop, Administrator, On(model.Address)[..5]);
        var view = (await Set(shop, Administrator, ("act", "try")))!;
        Assert.Equal("pushes-off", view.Tried!.Proposals!.Single().Criterion);
        Assert.Empty(shop.Database.Matters(MeaningMatters.Reads).All);
    }
}
