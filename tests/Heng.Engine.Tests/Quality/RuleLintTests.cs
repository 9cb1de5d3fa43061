using Heng.Engine.Quality;
using Heng.Engine.Quality.Lint;
using static Heng.Engine.Tests.Quality.Checks;

namespace Heng.Engine.Tests.Quality;

public sealed class RuleLintTests
{
    private static readonly RuleExample Hit = new("客服：微信", true);

    private static string[] Kinds(QualityRule rule) => [.. RuleLint.Of(rule).Select(n => n.Kind)];

    private static QualityRule Sound(Expression when, Reading reading = Reading.Raw) => Rule(when, reading) with { Examples = [Hit] };

    [Fact]
    public void A_sound_rule_has_no_notes() => Assert.Empty(RuleLint.Of(Sound(Agent(Any("微信")))));

    [Fact]
    public void Both_sides_never_write_one_message() => Assert.Contains("never-holds", Kinds(Sound(new Every([Agent(Any("微信")), Buyer(Any("微信"))]))));

    [Fact]
    public void They_do_write_in_one_round() => Assert.DoesNotContain("never-holds", Kinds(Sound(new Every([Agent(Any("微信")), Buyer(Any("微信"), Stretch.Round)]))));

    [Fact]
    public void One_or_the_other_may_be_in_a_message() => Assert.DoesNotContain("never-holds", Kinds(Sound(new Either([Agent(Any("微信")), Buyer(Any("微信"))]))));

    public static TheoryData<Condition, bool> Roles => new()
    {
        { Buyer(new SlowReply(15)), true }, { Agent(new SlowReply(15)), false }, { Agent(new NoReply()), true }, { Buyer(new NoReply()), false },
        { Agent(new UnansweredQuestion([], [])), true }, { Buyer(new EarlyGoodbye(["再见"], [], 60)), true }, { new Condition(Role.Anyone, Stretch.Message, new NoReply()), false },
    };

    [Theory, MemberData(nameof(Roles))]
    public void An_operator_about_one_side_looks_at_that_side(Condition condition, bool never) => Assert.Equal(never, Kinds(Sound(condition)).Contains("never-holds"));

    [Fact]
    public void A_phrase_that_is_its_own_exception_is_never_found() => Assert.Contains("excepted-phrase", Kinds(Sound(Agent(Any("微信", "ＶＸ")), Reading.Normalised) with { Except = ["vx"] }));

    [Fact]
    public void An_exception_without_any_phrase_in_it_does_nothing()
    {
        Assert.Contains("idle-exception", Kinds(Sound(Agent(Any("微信"))) with { Except = ["支付宝"] }));
        Assert.DoesNotContain("idle-exception", Kinds(Sound(Agent(Any("微信"))) with { Except = ["微信支付"] }));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void No_more_phrases_are_needed_than_there_are(int count, bool never) =>
        Assert.Equal(never, Kinds(Sound(Agent(new Words(Needed.AtLeast, ["微信", "加我"], count)))).Contains("never-holds"));

    [Fact]
    public void Nothing_is_left_of_a_mark_once_normalised() => Assert.Contains("never-holds", Kinds(Sound(Agent(Any("！！")), Reading.Normalised)));

    [Fact]
    public void A_single_character_is_doubtful_in_the_raw_reading_alone()
    {
        Assert.Contains("single-character", Kinds(Sound(Agent(Any("微")))));
        Assert.DoesNotContain("single-character", Kinds(Sound(Agent(Any("微")), Reading.Normalised)));
    }

    [Fact]
    public void Attention_never_costs()
    {
        Assert.Contains("attention-costs", Kinds(Sound(Agent(Any("微信"))) with { Severity = Severity.Attention }));
        Assert.DoesNotContain("attention-costs", Kinds(Sound(Agent(Any("微信"))) with { Severity = Severity.Attention, Points = 0m }));
    }

    [Theory]
    [InlineData("a(?=b)", true)]
    [InlineData("(?<!b)a", true)]
    [InlineData(@"(a)\1", true)]
    [InlineData("a(b", true)]
    [InlineData("(a{32}){32}", true)]
    [InlineData("(a{31}){32}", false)]
    [InlineData("微信|加我", false)]
    public void Patterns_that_could_take_long_are_refused(string regex, bool refused) =>
        Assert.Equal(refused, RuleLint.Unfit(Rule(Agent(new Pattern(regex)))).Any(n => n.Kind == "pattern-refused"));

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    public void A_pattern_has_500_characters_at_most(int length, bool refused) => Assert.Equal(refused, RuleLint.Unfit(Rule(Agent(new Pattern(new string('a', length))))).Count > 0);

    [Fact]
    public void Names_are_known_and_stand_once()
    {
        var named = Agent(Any("微信")) with { Name = "a" };
        var beside = Agent(Any("加我")) with { Near = new("a", Side.After) };
        Assert.Empty(RuleLint.Unfit(Rule(new Every([named, beside]))));
        Assert.Equal(["near-unknown"], RuleLint.Unfit(Rule(new Every([beside, named]))).Select(n => n.Kind));
        Assert.Equal(["name-twice"], RuleLint.Unfit(Rule(new Every([named, named]))).Select(n => n.Kind));
    }

    [Fact]
    public void Examples_are_run_and_missed()
    {
        Assert.Equal(["no-examples"], Kinds(Rule(Agent(Any("微信")))));
        var notes = RuleLint.Of(Rule(Agent(Any("微信"))) with { Examples = [Hit, new("客服：微信", false), new("客服：威信", true)] });
        Assert.Equal([("example-fails", 1), ("example-fails", 2)], notes.Select(n => (n.Kind, n.Example!.Value)));
        Assert.Contains("微信", notes[0].Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Urgency_is_for_what_draws_attention_alone()
    {
        var urgent = Rule(Agent(Any("微信"))) with { Urgency = Urgency.High, Examples = [Hit] };
        Assert.Equal(["counts-nothing"], Kinds(urgent));
        Assert.Empty(Kinds(urgent with { Severity = Severity.Attention, Points = 0 }));
        Assert.Empty(Kinds(urgent with { Urgency = Urgency.Usual }));
    }
}
