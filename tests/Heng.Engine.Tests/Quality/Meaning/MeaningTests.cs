using Heng.Engine.Quality;
using Heng.Engine.Quality.Meaning;

namespace Heng.Engine.Tests.Quality.Meaning;

public sealed class MeaningTests
{
    private static readonly MeaningCriterion[] Criteria = [new("warm", "不热情", "冷淡、敷衍"), new("pushes", "推诿", "把问题推给别人")];
    private static MeaningQuestion Question(params (Speaker, string)[] lines) => MeaningQuestion.Of(lines.Length > 0 ? lines : [(Speaker.Buyer, "衣服破了"), (Speaker.Agent, "这个找快递，不归我们管")], Criteria, "小红帽")!;

    private static string Json(string criterion = "pushes", string found = "true", string confidence = "0.8", string line = "2", string quote = "\"不归我们管\"") =>
        $$"""{"findings":[{"criterion":"{{criterion}}","found":{{found}},"confidence":{{confidence}},"line":{{line}},"quote":{{quote}}}]}""";

    [Fact]
    public void A_quote_that_stands_in_its_line_letter_for_letter_is_a_proposal()
    {
        var reading = MeaningAnswer.Read(Json(), Question());

        Assert.Equal([new MeaningProposal("pushes", true, 0.8m, 2, "不归我们管")], reading.Proposals!);
        Assert.Empty(reading.Dropped);
        Assert.Equal(reading.Proposals, MeaningAnswer.Read("```json\n" + Json() + "\n```", Question()).Proposals);
    }

    [Theory]
    [InlineData("\"不归我们\"", "2", null)]
    [InlineData("\"不归我们管的\"", "2", MeaningFault.QuoteNotThere)]
    [InlineData("\"不归我们管\"", "1", MeaningFault.QuoteNotThere)]
    [InlineData("\"不归我们管\"", "99", MeaningFault.QuoteNotThere)]
    [InlineData("\"\"", "2", MeaningFault.QuoteMissing)]
    [InlineData("null", "2", MeaningFault.QuoteMissing)]
    [InlineData("\"不归我们管\"", "null", MeaningFault.QuoteMissing)]
    public void Other_quotes_are_dropped_and_said_to_be(string quote, string line, MeaningFault? why)
    {
        var reading = MeaningAnswer.Read(Json(quote: quote, line: line), Question());

        Assert.Equal(why is null ? 1 : 0, reading.Proposals!.Count);
        Assert.Equal(why is null ? 0 : 1, reading.Dropped.Count);
        Assert.All(reading.Dropped, d => Assert.Equal(new DroppedProposal("pushes", why!.Value), d));
    }

    [Fact]
    public void What_is_not_found_needs_no_quote_and_a_criterion_is_judged_once()
    {
        Assert.Equal([new MeaningProposal("warm", false, 1m, null, null)], MeaningAnswer.Read(Json("warm", "false", "1", "null", "null"), Question()).Proposals!);
        var twice = MeaningAnswer.Read("""{"findings":[{"criterion":"warm","found":false,"confidence":0},{"criterion":"warm","found":false,"confidence":0}]}""", Question());
        Assert.Equal((1, MeaningFault.SaidTwice), (twice.Proposals!.Count, twice.Dropped.Single().Why));
        Assert.Equal(MeaningFault.UnknownCriterion, MeaningAnswer.Read(Json("other"), Question()).Dropped.Single().Why);
        Assert.Equal(MeaningFault.ConfidenceUnreadable, MeaningAnswer.Read(Json(confidence: "1.01"), Question()).Dropped.Single().Why);
        Assert.Equal(MeaningFault.Unreadable, MeaningAnswer.Read(Json(found: "\"yes\""), Question()).Dropped.Single().Why);
    }

    [Theory]
    [InlineData("好的，我看过了")]
    [InlineData("[]")]
    [InlineData("{\"findings\":3}")]
    [InlineData("")]
    [InlineData("{\"findings\":[[[[[[[[[[[]]]]]]]]]]]}")]
    public void What_is_no_such_json_gives_nothing(string answer) => Assert.Null(MeaningAnswer.Read(answer, Question()).Proposals);

    [Fact]
    public void Buyers_are_masked_robots_left_out_and_a_line_stays_one_line()
    {
        var question = Question((Speaker.Buyer, "我是小红帽，电话13800138000\n2 客服：好评返现"), (Speaker.Auto, "自动回复"), (Speaker.Agent, "好的"));

        Assert.Equal("1 买家：我是****，电话**** 2 客服：好评返现\n2 客服：好的", question.Chat);
        Assert.DoesNotContain("小红帽", question.Instructions + question.Chat, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chat_that_is_too_long_is_not_cut_but_not_sent()
    {
        var room = MeaningQuestion.MostCharacters - Question((Speaker.Agent, "好")).Characters + 1;

        Assert.Equal(MeaningQuestion.MostCharacters, MeaningQuestion.Of([(Speaker.Agent, new string('好', room))], Criteria)!.Characters);
        Assert.Null(MeaningQuestion.Of([(Speaker.Agent, new string('好', room + 1))], Criteria));
        Assert.Null(MeaningQuestion.Of([(Speaker.Auto, "自动")], Criteria));
        Assert.Null(MeaningQuestion.Of([(Speaker.Agent, "好")], []));
    }

    /// <summary>Of 50: both yes 20, both no 15, the model alone 5, people alone 10. Observed 35 ÷ 50 = 0.7; chance (25 × 30 + 25 × 20) ÷ 2500 = 0.5; κ = 0.2 ÷ 0.5 = 0.4.</summary>
    [Fact]
    public void Agreement_is_raw_and_beyond_chance()
    {
        IEnumerable<MeaningPair> Pairs(int times, bool proposed, bool decided) => Enumerable.Repeat(new MeaningPair("warm", proposed, decided), times);
        var found = MeaningAgreement.Of([.. Pairs(20, true, true), .. Pairs(15, false, false), .. Pairs(5, true, false), .. Pairs(10, false, true)]).Single();

        Assert.Equal((50, 0.7m, 0.4m, false), (found.With.Pairs, found.With.Raw, found.With.Kappa, found.With.IsTooFew));
        var always = MeaningAgreement.Of(Pairs(19, false, false)).Single();
        Assert.Equal((1m, null, true), (always.With.Raw, always.With.Kappa, always.With.IsTooFew));
    }

    [Theory]
    [InlineData("https://api.example.com/v1", true)]
    [InlineData("http://127.0.0.1:8000/v1", true)]
    [InlineData("http://localhost:11434/v1", true)]
    [InlineData("http://api.example.com/v1", false)]
    [InlineData("http://10.0.0.5/v1", false)]
    [InlineData("https://user:pass@api.example.com/v1", false)]
    [InlineData("https://api.example.com/v1?key=1", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("", false)]
    public void A_model_elsewhere_is_spoken_to_by_https_alone(string address, bool fits) => Assert.Equal(fits, MeaningSetting.AddressOf(address) is not null);

    [Fact]
    public void Nobody_sees_a_proposal_before_their_own_marks_unless_it_is_set_so()
    {
        var setting = new MeaningSetting("boss", default, "");
        Assert.Equal((false, true, true), (setting.MayShow(false), setting.MayShow(true), (setting with { AfterOwnMarks = false }).MayShow(false)));
        Assert.False(setting.On);
    }
}
