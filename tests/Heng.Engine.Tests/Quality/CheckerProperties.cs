using System.Text.RegularExpressions;
using Heng.Engine.Facts;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Checking;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Quality.Checks;

namespace Heng.Engine.Tests.Quality;

public sealed class CheckerProperties
{
    private static readonly string[] Parts =
        ["微信", "微", "信", "加", "好评", "好", "哈哈哈哈", "qq", "QQ", "１２３", "12315", " ", "，", "。", "❤️", "😀", "\u200b", "\ud800", "𠮷", "麼", "第一", "第一时间", "http://a.cn", "吗", "？", "再见", "谢谢", "稍等", "\n", "亲，您好，欢迎光临"];

    private static readonly QualityRule[] Rules =
    [
        .. ((Reading[])[Reading.Raw, Reading.Normalised]).SelectMany(reading => new[]
        {
            Rule(Agent(Any("微信", "加微信", "qq", "好评", "哈哈哈")), reading), Rule(Agent(Any("第一")), reading) with { Except = ["第一时间"], ExceptQuotes = true },
            Rule(Buyer(new Words(Needed.All, ["微", "信"]), Stretch.Round), reading), Rule(Agent(None("您好"), Stretch.Reception) with { First = 2 }, reading),
            Rule(Agent(new Pattern(@"(加|微).{0,3}信\d*|qq+")), reading), Rule(Agent(new Pattern(@"\w{3}", "哈+")), reading), Rule(Agent(new SlowReply(20)), reading), Rule(Buyer(new NoReply()), reading),
            Rule(new Condition(Role.Anyone, Stretch.Reception, new Repeated(2, 1)), reading), Rule(Buyer(new UnansweredQuestion(["吗"], ["稍等"])), reading),
            Rule(Agent(new EarlyGoodbye(["再见"], ["谢谢"], 60)), reading), Rule(Agent(new TransferWithoutReason(["微"])), reading), Rule(Buyer(new Mentions(Mention.Link)), reading),
            Rule(Agent(new Similar(["好评好评", "微"], 50)), reading), Rule(new Not(Agent(Any("微信"), Stretch.Round)), reading),
            Rule(new Every([Buyer(Any("微", "吗")) with { Name = "x" }, new Either([Agent(None("信"), Stretch.Reception) with { First = 1, Near = new("x", Side.After, 60) }, new Not(Agent(Any("好")))])]), reading),
        }),
    ];

    private static string Text(Random random, string[] parts) => string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => parts[random.Next(parts.Length)]));

    private static Talk Talk(Random random, string[] parts)
    {
        var (talk, second, rounds) = (new Talk(), 0, new List<Round>());
        for (var line = random.Next(15); line > 0; line--)
        {
            var from = (Speaker)random.Next(4);
            talk.Add(from, (MessageKind)random.Next(8), second += random.Next(30), Text(random, parts));
            if (random.Next(3) == 0) rounds.Add(new(second, random.Next(3) == 0 ? null : second + random.Next(60), random.Next(5) == 0, false));
        }
        talk.Rounds = rounds;
        return talk;
    }

    private static string Told(IEnumerable<Finding> found) => string.Join(" ", found.Select(f => $"{f.Rule}:{string.Join("+", f.Spans.Select(s => $"{s.Line},{s.Start},{s.Length}"))}"));

    [Fact]
    public void A_rule_finds_the_same_whatever_stands_beside_it()
    {
        var (random, together) = (new Random(3), new Checker(Rules));
        var alone = Rules.Select(r => new Checker([r])).ToArray();
        for (var i = 0; i < 3000; i++)
        {
            var (talk, found) = (Talk(random, Parts), new List<Finding>());
            var applies = Rules.Select(_ => random.Next(4) > 0).ToArray();
            together.Check(talk, applies, found);
            var each = new List<Finding>();
            for (var rule = 0; rule < Rules.Length; rule++)
            {
                var own = new List<Finding>();
                if (applies[rule]) alone[rule].Check(talk, [true], own);
                each.AddRange(own.Select(f => f with { Rule = rule }));
            }
            Assert.Equal(Told(each), Told(found));
        }
    }

    [Fact]
    public void Spans_lie_in_the_original_in_the_order_of_the_talk_and_halve_no_character()
    {
        var (random, checker, seen) = (new Random(4), new Checker(Rules), 0);
        for (var i = 0; i < 3000; i++)
        {
            var (talk, found) = (Talk(random, Parts), new List<Finding>());
            checker.Check(talk, [.. Rules.Select(_ => true)], found);
            foreach (var finding in found)
            {
                Assert.NotEmpty(finding.Spans);
                Assert.Equal(finding.Spans.OrderBy(s => s.Line).ThenBy(s => s.Start).ThenBy(s => s.Length), finding.Spans);
                foreach (var span in finding.Spans)
                {
                    var text = talk.TextOf(span.Line).ToString();
                    Assert.InRange(span.Start, 0, text.Length);
                    Assert.InRange(span.Length, 0, text.Length - span.Start);
                    if (span.Length > 0 && Rules[finding.Rule].When is Condition { Of: Words })
                        Assert.False(span.Start + span.Length < text.Length && char.IsSurrogatePair(text, span.Start + span.Length - 1));
                    seen++;
                }
            }
        }
        Assert.True(seen > 10_000, $"{seen} spans are too few to say anything");
    }

    [Fact]
    public void On_plain_simplified_text_both_readings_find_the_same()
    {
        var (random, raw, normalised) = (new Random(5), new Checker([.. Rules.Where(r => r.Reading == Reading.Raw)]), new Checker([.. Rules.Where(r => r.Reading == Reading.Normalised)]));
        string[] plain = ["微信", "微", "信", "加", "好评", "您好", "第一", "第一时间", "吗", "再见", "谢谢", "稍等", "的", "我"];
        for (var i = 0; i < 3000; i++)
        {
            var (talk, one, other) = (Talk(random, plain), new List<Finding>(), new List<Finding>());
            if (Enumerable.Range(0, talk.Count).Any(l => HasRun(talk.TextOf(l)))) continue;
            raw.Check(talk, [.. Rules.Where(r => r.Reading == Reading.Raw).Select(_ => true)], one);
            normalised.Check(talk, [.. Rules.Where(r => r.Reading == Reading.Raw).Select(_ => true)], other);
            Assert.Equal(Told(one), Told(other));
        }
    }

    private static bool HasRun(ReadOnlySpan<char> text)
    {
        for (var i = 2; i < text.Length; i++)
            if (text[i] == text[i - 1] && text[i] == text[i - 2]) return true;
        return false;
    }

    [Fact]
    public void Threads_share_one_checker()
    {
        var (checker, alone) = (new Checker(Rules), new Checker(Rules));
        Talk[] talks = [.. Enumerable.Range(0, 400).Select(i => Talk(new Random(i), Parts))];
        string[] once = [.. talks.Select(t => Told(Check(alone, t)))], together = new string[talks.Length];
        Parallel.For(0, talks.Length, i =>
        {
            together[i] = Told(Check(checker, talks[i]));
        });
        Assert.Equal(once, together);

        static List<Finding> Check(Checker checker, Talk talk)
        {
            var found = new List<Finding>();
            checker.Check(talk, [.. Rules.Select(_ => true)], found);
            return found;
        }
    }

    /// <summary>A pattern is tried only where one of its fixed parts stands; nothing may be missed by that.</summary>
    [Theory]
    [InlineData("微信|加我")]
    [InlineData(@"第\d+|第一")]
    [InlineData("加.{0,2}(微|信)")]
    [InlineData("微+信")]
    [InlineData("加?微信?")]
    [InlineData("[好评]{2}")]
    [InlineData(@"http://a\.cn")]
    [InlineData(@"\d+|微信")]
    [InlineData("(?i)QQ")]
    [InlineData(@"\u5fae信")]
    [InlineData("(?:微信|好评)+")]
    [InlineData(@"[^\]a]微[\]信]")]
    [InlineData(@"(微\(|\)|信)+好")]
    [InlineData("信{1,2}|a{0}")]
    [InlineData("^加|信$")]
    [InlineData("加?微")]
    [InlineData("好?1?信")]
    public void A_pattern_finds_what_the_framework_finds(string pattern)
    {
        var (random, regex, checker, seen) = (new Random(6), new Regex(pattern, RegexOptions.CultureInvariant), new Checker([Rule(Agent(new Pattern(pattern)))]), 0);
        for (var i = 0; i < 1500; i++)
        {
            var text = Text(random, Parts);
            var talk = new Talk();
            talk.Add(Speaker.Agent, MessageKind.Text, 0, text);
            var expected = regex.Matches(text).Where(m => m.Length > 0).Select(m => (m.Index, m.Length)).ToArray();
            var found = new List<Finding>();
            checker.Check(talk, [true], found);
            Assert.Equal(expected, found.SelectMany(f => f.Spans).Select(s => (s.Start, s.Length)));
            seen += expected.Length;
        }
        Assert.True(seen > 0, "the pattern never matched");
    }
}
