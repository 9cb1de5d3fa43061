using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring.Lint;

namespace Heng.App.CommandLine;

/// <summary><c>heng plan lint</c>: what is wrong with plan files, each finding with its place and what would mend it.</summary>
public static class PlanLintCommand
{
    private enum Language { Both, Zh, En }

    public static Command Build(GlobalOptions options)
    {
        var plans = new Argument<string[]>("PLAN") { Description = $"Each a {PlanFiles.Names}", Arity = ArgumentArity.OneOrMore };
        var strict = new Option<bool>("--strict") { Description = "Warnings count as errors" };
        var language = OneOf.Enum("--language", "Which language findings are told in", Language.Both);
        var command = new Command("lint", "What is wrong with plan files, and what would mend it") { plans, strict, language };
        command.SetAction(parsed => Commands.Guard(parsed, () =>
        {
            using var context = CommandContext.OpenIfThere(parsed, options);
            var metrics = context is null ? Catalogue.Under(RuleSet.Default.Paying) : ShopCatalogue.Latest(context.Database);
            var found = parsed.GetValue(plans)!.SelectMany(name => PlanFiles.Check(context?.Database, name, metrics.Find).Findings).ToList();
            var (output, words) = (new Output(parsed.InvocationConfiguration.Output, parsed.GetValue(options.Format)), parsed.GetValue(language));
            if (output.Format == OutputFormat.Table)
                foreach (var line in found.SelectMany(f => Lines(f, words))) output.Say(line);
            else
                output.Write(new JsonArray([.. found.Select(JsonOf)]), () => new(["file", "line", "column", "severity", "rule", "what", "mend"],
                    [.. found.Select(f => (IReadOnlyList<string>)[f.File, $"{f.Line}", $"{f.Column}", Json.Kebab(f.Severity), f.Rule, In(f.Message, words), f.Mend is { } mend ? In(mend, words) : ""])]));
            return found.Exists(f => f.Severity == Severity.Error || parsed.GetValue(strict)) ? Exit.Refused : Exit.Done;
        }));
        return command;
    }

    private static IEnumerable<string> Lines(PlanError finding, Language words)
    {
        yield return $"{finding.File}:{finding.Line}:{finding.Column}: {Json.Kebab(finding.Severity)} {finding.Rule}: {In(finding.Message, words)}";
        if (finding.Mend is { } mend) yield return $"    → {In(mend, words)}";
    }

    private static string In(Wording words, Language language) => language switch { Language.Zh => words.Zh, Language.En => words.En, _ => $"{words.Zh} / {words.En}" };

    private static JsonObject JsonOf(PlanError finding) => new()
    {
        ["file"] = finding.File,
        ["line"] = finding.Line,
        ["column"] = finding.Column,
        ["severity"] = Json.Kebab(finding.Severity),
        ["rule"] = finding.Rule,
        ["place"] = finding.Place,
        ["message"] = finding.Message.Zh,
        ["messageEn"] = finding.Message.En,
        ["mend"] = finding.Mend?.Zh,
        ["mendEn"] = finding.Mend?.En,
        ["values"] = new JsonArray([.. finding.Values.Select(v => JsonValue.Create(v))]),
    };
}
