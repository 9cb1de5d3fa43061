using System.Text.RegularExpressions;

namespace Heng.Engine.Tests.Tidy;

/// <summary>One way through: a folder of the engine is a stage and may name only itself and earlier stages.</summary>
public sealed partial class Stages
{
    private const string Engine = "src/Heng.Engine";
    private static readonly string[] Order = ["Records", "Explanation", "Rules", "Statistics", "Facts", "Orders", "Duty", "Work", "Metrics", "Quality", "Live", "Scoring", "Pay", "Simulation", "Targets", "Closing", "Choosing", "Appraisal", "Daily", "Filing", "Growth", "Voice"];

    public static IEnumerable<string> Violations(IReadOnlyList<SourceFile> files)
    {
        var engine = files.Where(f => f.IsCode && f.In(Engine)).Select(f => (File: f, Stage: StageOf(f), Code: f.Code)).ToList();
        var types = engine.ToLookup(f => f.Stage, f => f.Code).ToDictionary(g => g.Key, g => g.SelectMany(Declarations.TypesIn).ToHashSet());
        foreach (var (file, stage, code) in engine.Where(f => f.Stage != ""))
        {
            var place = Array.IndexOf(Order, stage);
            if (place < 0) yield return $"{file.Path}: {stage} is not a stage";
            if (Namespace().Match(code) is { Success: true } own && !$"{own.Groups[1].Value}.".StartsWith($"Heng.Engine.{stage}.", StringComparison.Ordinal))
                yield return $"{file.Path}: its namespace is {own.Groups[1].Value}";
            foreach (var named in Order.Skip(place + 1).Where(later => Names(code, later, types.GetValueOrDefault(later, []))))
                yield return $"{file.Path}: {stage} names the later stage {named}";
            foreach (var top in types.GetValueOrDefault("", []).Where(type => Regex.IsMatch(code, $@"(?<![\w.]){type}\b")))
                yield return $"{file.Path}: {stage} names {top}, which stands on top of all stages";
        }
    }

    /// <summary>By its full name, or from within Heng.Engine by its last part before one of its types.</summary>
    private static bool Names(string code, string stage, HashSet<string> types) =>
        Regex.IsMatch(code, $@"Heng\.Engine\.{stage}\b") || Regex.Matches(code, $@"(?<![\w.]){stage}\.(\w+)").Any(m => types.Contains(m.Groups[1].Value));

    private static string StageOf(SourceFile file) => file.Path[(Engine.Length + 1)..] is var rest && rest.Contains('/') ? rest[..rest.IndexOf('/')] : "";

    [GeneratedRegex(@"namespace\s+([\w.]+)")]
    private static partial Regex Namespace();

    [Fact]
    public void No_stage_names_a_later_one() => Repository.Clean(Violations(Repository.Files));

    [Theory]
    [InlineData("Facts", "using Heng.Engine.Pay;")]
    [InlineData("Facts", "global using static Heng.Engine.Pay.Payslip;")]
    [InlineData("Metrics", "class A { Pay.Payslip b; }")]
    [InlineData("Records", "using Heng.Engine.Explanation;")]
    [InlineData("Pay", "class A { void B() => Pipeline.Run(); }")]
    [InlineData("Payroll", "class A;")]
    [InlineData("Facts", "namespace Heng.Engine.Records;")]
    [InlineData("Facts", "namespace Heng.Engine.FactsToo;")]
    public void A_look_ahead_is_caught(string stage, string code) => Assert.Single(Violations(Planted(stage, code)));

    [Theory]
    [InlineData("Closing", "using Heng.Engine.Pay; class A { Pay.Payslip b; }")]
    [InlineData("Facts", "// using Heng.Engine.Pay;\nclass A { string b = \"Heng.Engine.Pay\"; int c = row.Pay.Payslip; }")]
    [InlineData("Facts", "class A { int b = Pay.Total; }")]
    public void Earlier_stages_comments_and_own_members_are_not(string stage, string code) => Assert.Empty(Violations(Planted(stage, code)));

    private static SourceFile[] Planted(string stage, string code) =>
    [
        new($"{Engine}/{stage}/A.cs", code),
        new($"{Engine}/Pay/Payslip.cs", "namespace Heng.Engine.Pay; record Payslip;"),
        new($"{Engine}/Pipeline.cs", "namespace Heng.Engine; static class Pipeline { }"),
    ];
}
