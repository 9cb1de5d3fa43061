using Heng.App.Features.Quality.Language;
using Heng.Engine.Quality;

namespace Heng.App.Tests.Quality;

public sealed class RuleFileTests
{
    private const string Pack = """
        pack: s7-words
        title: { zh: 服务用语, en: Wording }
        lists:
          contact: [微信, QQ, "@@me"]
        rules:
          - id: off-platform
            name: { zh: 引导站外, en: Leads off the platform }
            severity: fatal
            category: 服务用语
            points: 20
            reading: normalised
            per: reception
            counts-as: 引导站外
            shops: [女装店]
            lines: [售前组]
            positions: [front-line]
            from: 2026-11-01
            until: 2026-12-31
            except: [微信支付]
            except-quotes: true
            when:
              all-of:
                - { any: ["@contact", 加我], name: lure }
                - not: { role: buyer, stretch: reception, any: 退款, near: { to: lure, where: before, within: 60 } }
            examples:
              - talk: |
                  买家：怎么联系
                  客服：加 微 信
                hits: true
        """;

    private static QualityRule Only(string yaml) => Assert.Single(Reads(yaml).Rules);

    private static RulePack Reads(string yaml)
    {
        var read = RulePackFile.Read(yaml, "a.yaml");
        Assert.Empty(read.Errors.Select(e => e.In(english: true)));
        return read.Pack!;
    }

    internal static string With(string when, string more = "") =>
        $"pack: p\ntitle: {{ zh: 包, en: Pack }}\nrules:\n  - id: r\n    name: {{ zh: 规则, en: Rule }}\n    severity: non-fatal\n    category: 服务用语\n    reading: raw\n    when: {when}\n{more}";

    [Fact]
    public void Every_key_of_a_rule_is_read()
    {
        var rule = Only(Pack);
        Assert.Equal(("off-platform", 1, "引导站外", Severity.Fatal, "服务用语", 20m, Reading.Normalised, false, "引导站外"),
            (rule.Id, rule.Version, rule.Name.Zh, rule.Severity, rule.Category, rule.Points, rule.Reading, rule.EachTime, rule.CountsAs));
        Assert.Equal(["女装店", "售前组", "front-line"], rule.Shops.Concat(rule.Lines).Concat(rule.Positions));
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31), true), (rule.From, rule.Until, rule.ExceptQuotes));
        Assert.Equal(["微信支付"], rule.Except);
        var every = Assert.IsType<Every>(rule.When);
        var lure = Assert.IsType<Condition>(every.Of[0]);
        Assert.Equal((Role.Agent, Stretch.Message, "lure"), (lure.Role, lure.Stretch, lure.Name));
        Assert.Equal(["微信", "QQ", "@me", "加我"], Assert.IsType<Words>(lure.Of).Phrases);
        var before = Assert.IsType<Condition>(Assert.IsType<Not>(every.Of[1]).Of);
        Assert.Equal((Role.Buyer, Stretch.Reception, new Near("lure", Side.Before, 60)), (before.Role, before.Stretch, before.Near));
        Assert.Equal(new RuleExample("买家：怎么联系\n客服：加 微 信", true), Assert.Single(rule.Examples));
    }

    [Theory]
    [InlineData("{ opening: [您好, 欢迎] }", "role: agent, stretch: reception, first: 1, none: [您好, 欢迎]")]
    [InlineData("{ closing: [祝您] }", "role: agent, stretch: reception, last: 1, none: [祝您]")]
    [InlineData("{ characters: 哦恩噢哦 }", "role: agent, stretch: message, any: [哦, 恩, 噢]")]
    [InlineData("{ no-reply: true }", "role: buyer, stretch: message, no-reply: true")]
    [InlineData("{ stretch: round, first: 2, last: 1, slower-than: 15 }", "role: agent, stretch: round, first: 2, last: 1, slower-than: 15")]
    [InlineData("{ repeated: { times: 3 } }", "role: agent, stretch: reception, repeated: { times: 3, characters: 4 }")]
    [InlineData("{ early-goodbye: { goodbyes: 再见, within: 60 } }", "role: agent, stretch: message, early-goodbye: { goodbyes: [再见], within: 60 }")]
    [InlineData("{ remark: missing }", "role: agent, stretch: reception, remark: missing")]
    [InlineData("{ pattern: '第\\d+' }", "role: agent, stretch: message, pattern: \"第\\\\d+\"")]
    public void Short_ways_of_writing_stand_for_conditions(string when, string canonical) => Assert.Contains($"when: {{ {canonical} }}\n", RuleText.Of(Only(With(when))), StringComparison.Ordinal);

    [Fact]
    public void An_address_is_what_is_wrong_without_what_is_right()
    {
        var rule = Only(With("{ address: { wrong: 亲, right: [亲爱的, 您], except: [父亲] } }"));
        Assert.Equal(["亲"], Assert.IsType<Words>(Assert.IsType<Condition>(rule.When).Of).Phrases);
        Assert.Equal(["亲爱的", "父亲"], rule.Except);
    }

    [Theory]
    [InlineData("{ anyy: [a] }", 13, "unknown key anyy; did you mean any?")]
    [InlineData("{ any: ['@contact'] }", 19, "there is no list @contact")]
    [InlineData("{ any: [a], none: [b] }", 11, "exactly one of these belongs here")]
    [InlineData("{ first: 1 }", 11, "exactly one of these belongs here")]
    [InlineData("{ pattern: 'a(?=b)' }", 22, "no look-around")]
    [InlineData("{ pattern: 'a(b' }", 22, "not a regular expression")]
    [InlineData("{ pattern: '(a{40}){40}' }", 22, "repetitions multiply")]
    [InlineData("{ any: [] }", 18, "at least one phrase")]
    [InlineData("{ any: [''] }", 19, "a text belongs here")]
    [InlineData("{ slower-than: 1.5 }", 26, "a whole number from 0 to 86400")]
    [InlineData("{ similar: { to: a, percent: 0 } }", 40, "a whole number from 1 to 100")]
    [InlineData("{ role: seller, any: a }", 19, "role is one of agent, buyer, anyone")]
    [InlineData("{ opening: a, first: 2 }", 32, "says itself which messages")]
    [InlineData("{ not: { any: a }, first: 2 }", 37, "belongs to a condition, not to not")]
    [InlineData("text", 11, "a mapping of keys to values belongs here")]
    public void What_is_wrong_is_told_at_its_place(string when, int column, string words)
    {
        var read = RulePackFile.Read(With(when), "a.yaml");
        Assert.Null(read.Pack);
        Assert.Contains(read.Errors, e => e.Line == 9 && e.Message.En.Contains(words, StringComparison.Ordinal));
        Assert.Equal(column, read.Errors.First(e => e.Message.En.Contains(words, StringComparison.Ordinal)).Column);
        Assert.All(read.Errors, e => Assert.NotEqual(e.Message.Zh, e.Message.En));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a: [")]
    [InlineData("rules: 1")]
    [InlineData("pack: p\nrules:\n  - 1\n  - [a]\n  - {}\n")]
    [InlineData("pack: p\nlists: [a]\nrules: [{when: {all-of: []}}]")]
    [InlineData("pack: p\ntitle: x\nlists: { a: ['@a'], b: { c: d } }\nrules: [{ when: { any: { a: b } }, examples: [1, { talk: '谁：在', hits: 1 }] }]")]
    public void Bad_files_are_refused_in_words(string yaml)
    {
        var read = RulePackFile.Read(yaml, "a.yaml");
        Assert.Null(read.Pack);
        Assert.NotEmpty(read.Errors);
    }

    [Fact]
    public void A_file_of_a_hundred_thousand_brackets_is_refused() => Assert.NotEmpty(RulePackFile.Read(new('[', 100_000), "a.yaml").Errors);

    [Fact]
    public void Two_rules_of_one_id_are_refused() =>
        Assert.Contains(RulePackFile.Read(With("{ any: a }", With("{ any: a }")[With("{ any: a }").IndexOf("  - id", StringComparison.Ordinal)..]), "a.yaml").Errors, e => e.Message.En == "the id r is used twice");
}
