using Heng.App.CommandLine;
using Heng.App.Features.Plans;
using Heng.App.Tests.CommandLine;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring.Lint;

namespace Heng.App.Tests.Plans;

/// <summary>Findings at their line and column, and what the command makes of them.</summary>
public sealed class LintTests
{
    private const string Sheet = """
        scheme: s97-sheet
        version: 1
        title: { zh: 考核表, en: Sheet }
        plans:
          - id: agent
            title: { zh: 客服, en: Agent }
            positions: [front-line]
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - id: conversion
                    name: { zh: 转化, en: Conversion }
                    weight: 60
                    source: { metric: consult-conversion }
                    method:
                      bands:
                        - { when: "F ≥ 70%", points: 60 }
                        - { when: "50% ≤ F < 70%", points: 40 }
                        - { when: "F < 50%", points: 20 }
                  - id: late
                    name: { zh: 迟到, en: Late }
                    weight: 40
                    source: { metric: late }
                    method: { linear: [{ at: 0, points: 40 }, { at: 5, points: 0 }] }
        pay:
          components:
            - base: { id: base, label: { zh: 底薪, en: Base }, amount: person }
            - performance: { id: performance, label: { zh: 绩效, en: Performance }, amount: 2000, coefficient: { linear: [{ at: 0, coefficient: 0 }, { at: 100, coefficient: 1 }] } }
            - ksf:
                id: attendance
                label: { zh: 全勤, en: Attendance }
                standard: 200
                at-stake: 100%
                indicators:
                  - { id: full, name: { zh: 全勤奖, en: Full attendance pay }, weight: 100, source: { metric: full-attendance }, balance: 1, step: 1, per-step: 200 }
        """;

    private static string[] Found(string text, string by)
    {
        Assert.Contains(text, Sheet, StringComparison.Ordinal);
        var findings = PlanFile.Load(Sheet.Replace(text, by, StringComparison.Ordinal), "sheet.yaml", Catalogue.Find).Findings;
        return [.. findings.Where(f => f.Rule != LintRules.FactPunishedTwice).Select(f => $"{f.Line}:{f.Column} {f.Rule}")];
    }

    [Fact]
    public void Full_attendance_pay_beside_an_item_on_lateness_is_a_warning_at_the_indicator()
    {
        var result = PlanFile.Load(Sheet, "sheet.yaml", Catalogue.Find);
        Assert.NotNull(result.Content);
        var warning = Assert.Single(result.Findings);
        Assert.Equal((36, 13, "fact-punished-twice", Severity.Warning), (warning.Line, warning.Column, warning.Rule, warning.Severity));
    }

    [Theory]
    [InlineData("50% ≤ F < 70%", "70% < F ≤ 50%", "18:19 band-gap;19:19 band-empty")]
    [InlineData("weight: 60", "weight: 59.99", "9:7 weights-not-100;18:19 points-outside-weight")]
    [InlineData("points: 20", "points: 50", "19:19 points-not-monotone")]
    [InlineData("source: { metric: late }", "source: { metric: later }", "24:31 metric-unknown")]
    [InlineData("{ at: 0, coefficient: 0 }", "{ at: 0, coefficient: 1.1 }", "29:142 pay-not-monotone")]
    [InlineData("weight: 100, source", "weight: 99, source", "36:11 weights-not-100")]
    [InlineData("positions: [front-line]", "positions: [front-line]\n    pass: 100.5", "8:11 pass-unreachable")]
    [InlineData("{ at: 5, points: 0 }", "{ at: five, points: 50 }", "25:55 form;25:61 form")] // what could not be read is not judged as if it had been
    public void Each_finding_stands_at_its_line_and_column(string text, string by, string found) => Assert.Equal(found.Split(';'), Found(text, by));

    [Fact]
    public void The_templates_are_clean() =>
        Assert.Empty(TemplateLibrary.All().SelectMany(t => t.Load(Catalogue.Find).Findings).Select(f => f.In(english: true)));

    [Fact]
    public void The_command_ends_with_1_on_errors_and_on_warnings_only_when_strict()
    {
        var folder = Directory.CreateTempSubdirectory("heng-lint-").FullName;
        var (warned, wrong) = (Path.Combine(folder, "warned.yaml"), Path.Combine(folder, "wrong.yaml"));
        File.WriteAllText(warned, Sheet);
        File.WriteAllText(wrong, Sheet.Replace("50% ≤ F < 70%", "70% < F ≤ 50%", StringComparison.Ordinal));
        Ran Lint(params string[] arguments) => Ran.Heng(["plan", "lint", "--data", folder, .. arguments]);

        Assert.Equal(Exit.Done, Lint("s2-office-regulation", "s4-ksf", "s8-profit-share", "s8-unit-profit", "s10-cs-360", "--strict").Code);
        Assert.Equal(Exit.Done, Lint(warned).Code);
        Assert.Equal(Exit.Refused, Lint(warned, "--strict").Code);
        var ran = Lint(warned, wrong, "--language", "en");
        Assert.Equal(Exit.Refused, ran.Code);
        Assert.Contains("wrong.yaml:19:19: error band-empty: no value lies in 70% < x ≤ 50%", ran.Out, StringComparison.Ordinal);
        Assert.Contains("→ write 50% ≤ x < 70%", ran.Out, StringComparison.Ordinal);
        var row = Ran.Heng(["plan", "lint", "--data", folder, wrong, "--format", "json"]).Rows.First(r => (string)r!["rule"]! == "band-gap")!;
        Assert.Equal(("error", "plans/agent/dimensions/all/items/conversion/method/bands/0", "0.5 ≤ x < 0.7"), ((string)row["severity"]!, (string)row["place"]!, (string)row["values"]![0]!));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_and_not_read_as_other_characters()
    {
        var folder = Directory.CreateTempSubdirectory("heng-lint-").FullName;
        var file = Path.Combine(folder, "gb.yaml");
        File.WriteAllBytes(file, System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Sheet));
        var ran = Ran.Heng("plan", "lint", "--data", folder, file);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("gb.yaml is not UTF-8", ran.Err, StringComparison.Ordinal);
        File.WriteAllText(file, Sheet, System.Text.Encoding.Unicode);
        Assert.DoesNotContain("not UTF-8", Ran.Heng("plan", "lint", "--data", folder, file).Err, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
