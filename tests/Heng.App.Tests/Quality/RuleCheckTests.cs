using Heng.App.Features.Quality.Language;
using Heng.App.Tests.CommandLine;

namespace Heng.App.Tests.Quality;

public sealed class RuleCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("heng-rules-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Pack(string when, string more = "")
    {
        var file = Path.Combine(folder, "a.yaml");
        File.WriteAllText(file, RuleFileTests.With(when, more));
        return file;
    }

    private const string TwoExamples = "    points: 2\n    examples:\n      - { talk: '客服：加微信', hits: true }\n      - { talk: '客服：加威信', hits: ";

    [Fact]
    public void Examples_that_pass_are_counted_and_the_answer_is_done()
    {
        var ran = Ran.Heng("qa", "rules", "check", Pack("{ any: 微信 }", TwoExamples + "false }\n")).Done();
        Assert.Contains("1 rules, 2 examples pass", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_that_fails_is_told_with_its_place_and_what_was_found()
    {
        var ran = Ran.Heng("qa", "rules", "check", Pack("{ any: 微信 }", TwoExamples + "true }\n"));
        Assert.Equal(3, ran.Code);
        Assert.Contains("a.yaml:13:9: error example-fails: 第 2 个例子应当命中，但什么也没有找到", ran.Out, StringComparison.Ordinal);

        ran = Ran.Heng("qa", "rules", "check", Pack("{ any: [微信, 威信] }", TwoExamples + "false }\n"), "--format", "json");
        Assert.Equal(3, ran.Code);
        var row = Assert.Single(ran.Rows)!;
        Assert.Equal(("a.yaml", 13, 9, "error", "example-fails", "rules/r"), ((string)row["file"]!, (int)row["line"]!, (int)row["column"]!, (string)row["severity"]!, (string)row["rule"]!, (string)row["place"]!));
        Assert.Equal("example 2 must not be hit, and this was found: 威信", (string)row["messageEn"]!);
        Assert.NotEqual((string)row["message"]!, (string)row["messageEn"]!);
    }

    [Fact]
    public void A_rule_without_examples_is_doubtful_and_taken()
    {
        var read = RulePackFile.Read(RuleFileTests.With("{ any: 微信 }", "    points: 1\n"), "a.yaml");
        Assert.NotNull(read.Pack);
        Assert.Equal(["no-examples"], read.Warnings.Select(w => w.Rule));
    }

    [Fact]
    public void A_condition_beside_one_that_is_not_there_is_refused_at_its_place()
    {
        var read = RulePackFile.Read(RuleFileTests.With("{ all-of: [{ any: a }, { any: b, near: { to: x, where: after } }] }", "    points: 1\n"), "a.yaml");
        var error = Assert.Single(read.Errors);
        Assert.Equal(("near-unknown", 9, 34), (error.Rule, error.Line, error.Column));
    }

    [Fact]
    public void A_kept_text_is_read_though_its_example_fails()
    {
        var rule = RulePackFile.Read(RuleFileTests.With("{ any: 微信 }", TwoExamples + "false }\n"), "a.yaml").Pack!.Rules[0];
        Assert.NotNull(RuleText.Read(RuleText.Of(rule).Replace("hits: false", "hits: true", StringComparison.Ordinal), "rule.yaml").Rule);
    }

    [Fact]
    public void A_file_that_is_not_there_is_wrong_usage_and_one_of_another_encoding_bad_input()
    {
        Assert.Equal((2, "file-missing"), (Ran.Heng("qa", "rules", "check", Path.Combine(folder, "b.yaml")).Code, Ran.Heng("qa", "rules", "check", Path.Combine(folder, "b.yaml")).Refusal));
        var file = Path.Combine(folder, "c.yaml");
        File.WriteAllBytes(file, [0xCE, 0xD2, 0xCA, 0xC7]);
        Assert.Equal((3, "rules-encoding"), (Ran.Heng("qa", "rules", "check", file).Code, Ran.Heng("qa", "rules", "check", file).Refusal));
    }
}
