using System.Text;
using Heng.App.Features.Quality.Language;
using Heng.App.Features.Quality.Rules;
using Heng.App.Tests.CommandLine;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Checking;
using Heng.Engine.Quality.Lint;
using Heng.Intake.Tests;

namespace Heng.App.Tests.Quality;

/// <summary>The packs that ship.</summary>
public sealed class PackTests
{
    public static TheoryData<string> Packs => [.. ShippedPacks.All.Select(p => p.Name)];

    [Fact]
    public void The_packs_that_ship_are_these_and_no_rule_stands_in_two()
    {
        Assert.Equal(["common", "s7", "taobao", "jd", "pdd"], ShippedPacks.All.Select(p => p.Name));
        var ids = ShippedPacks.All.SelectMany(p => p.Pack.Rules).Select(r => r.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory, MemberData(nameof(Packs))]
    public void A_pack_has_nothing_that_the_linter_would_tell(string name) =>
        Assert.Empty(RulePackFile.Read(File.ReadAllText(Path.Combine(ShippedPacks.Folder, name + ".yaml")), name + ".yaml").Findings.Select(f => f.In(english: true)));

    [Theory, MemberData(nameof(Packs))]
    public void Every_example_of_every_rule_holds_and_each_has_some_of_both_kinds(string name)
    {
        foreach (var rule in ShippedPacks.Find(name)!.Pack.Rules)
        {
            Assert.True(rule.Examples.Any(e => e.Hits) && rule.Examples.Any(e => !e.Hits), rule.Id);
            Assert.All(RuleExamples.Of(rule), e => Assert.True(e.IsRight, $"{rule.Id}: {e.Example.Talk} gives {string.Join('；', e.Found ?? [])}"));
        }
    }

    [Theory, MemberData(nameof(Packs))]
    public void A_rule_that_is_adopted_alone_is_the_rule_of_its_pack(string name)
    {
        foreach (var rule in ShippedPacks.Find(name)!.Pack.Rules)
        {
            var text = RuleTexts.Write(rule);
            Assert.Equal(text, RuleTexts.Write(RuleTexts.Read(text)));
            Assert.All(RuleExamples.Of(RuleTexts.Read(text)), e => Assert.True(e.IsRight, rule.Id));
            Assert.All(RuleSentence.Of(rule), line => Assert.True(line.Zh.Length > 0 && line.En.Length > 0, rule.Id));
        }
    }

    /// <summary>Real chats of another platform's own service; what the rules hit there was looked at by people (docs/quality.md). Agents say 哦 and 你 a lot; of what a shop is fined for there is one place.</summary>
    [SharedDataTheory]
    [InlineData("common", "evasion 1")]
    [InlineData("taobao", "")]
    [InlineData("jd", "")]
    [InlineData("pdd", "")]
    [InlineData("s7", "s7-address 30, s7-closing 13, s7-early-goodbye 17, s7-modal-words 456, s7-opening 176, s7-sentences 3, s7-unanswered 16")]
    public void In_real_chats_the_rules_about_agents_hit_so_often(string name, string expected)
    {
        IReadOnlyList<QualityRule> rules = [.. ShippedPacks.Find(name)!.Pack.Rules.Where(r => r.Severity != Severity.Attention)];
        var (checker, applies, found) = (new Checker(rules), rules.Select(_ => true).ToArray(), new List<Finding>());
        foreach (var session in File.ReadLines(Path.Combine(SharedData.Folder!, "chat-zh", "jd.tsv")).Select(l => l.Split('\t')).GroupBy(r => r[0]))
        {
            var text = new StringBuilder();
            foreach (var row in session) text.Append(row[2] == "1" ? "客服：" : "买家：").Append(row[6]).Append('\n');
            checker.Check(ExampleTalk.Read(text.ToString(), out _)!, applies, found);
        }
        Assert.Equal(expected, string.Join(", ", found.GroupBy(f => rules[f.Rule].Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}")));
    }
}
