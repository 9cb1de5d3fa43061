using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Heng.App.Features.Plans;
using Heng.App.Features.Quality.Language;
using Heng.Engine.Scoring.Lint;

namespace Heng.App.CommandLine;

/// <summary><c>heng qa rules</c>: packs of quality rules, looked over and tried on their own examples, which needs no data folder, and the rule book.</summary>
public static class QaRulesCommand
{
    public static Command Build(GlobalOptions options)
    {
        var command = new Command("rules", "Quality rules: packs looked over, and the rule book") { Check(options) };
        foreach (var of in QaBookCommands.All(options)) command.Subcommands.Add(of);
        return command;
    }

    private static Command Check(GlobalOptions options)
    {
        var files = new Argument<string[]>("FILE") { Description = "Each a pack of quality rules", Arity = ArgumentArity.OneOrMore };
        var command = new Command("check", "What is wrong with packs of quality rules, and which of their examples fail") { files };
        command.SetAction(parsed => Commands.Guard(parsed, () =>
        {
            var output = new Output(parsed.InvocationConfiguration.Output, parsed.GetValue(options.Format));
            var read = parsed.GetValue(files)!.Select(name => (Name: name, Pack: RulePackFile.Read(Text(name), Path.GetFileName(name)))).ToList();
            var found = read.SelectMany(r => r.Pack.Findings).ToList();
            if (output.Format == OutputFormat.Table)
            {
                foreach (var finding in found) output.Say($"{finding.File}:{finding.Line}:{finding.Column}: {Json.Kebab(finding.Severity)} {finding.Rule}: {finding.Message.Zh} / {finding.Message.En}");
                foreach (var (name, pack) in read.Where(r => r.Pack.Pack is not null))
                    output.Say($"{Path.GetFileName(name)}: {pack.Pack!.Rules.Count} 条规则，{pack.Pack.Rules.Sum(r => r.Examples.Count)} 个例子通过 / {pack.Pack.Rules.Count} rules, {pack.Pack.Rules.Sum(r => r.Examples.Count)} examples pass");
            }
            else
            {
                output.Write(new JsonArray([.. found.Select(JsonOf)]), () => new(["file", "line", "column", "severity", "rule", "what"],
                    [.. found.Select(f => (IReadOnlyList<string>)[f.File, $"{f.Line}", $"{f.Column}", Json.Kebab(f.Severity), f.Rule, $"{f.Message.Zh} / {f.Message.En}"])]));
            }
            return found.Exists(f => f.Severity == Severity.Error) ? Exit.BadInput : Exit.Done;
        }));
        return command;
    }

    private static JsonObject JsonOf(PlanError finding) => new()
    {
        ["file"] = finding.File, ["line"] = finding.Line, ["column"] = finding.Column, ["severity"] = Json.Kebab(finding.Severity), ["rule"] = finding.Rule, ["place"] = finding.Place,
        ["message"] = finding.Message.Zh, ["messageEn"] = finding.Message.En,
    };

    internal static string Text(string file)
    {
        if (!File.Exists(file)) throw CommandStoppedException.Usage("file-missing", $"没有文件“{file}”", $"There is no file '{file}'");
        try
        {
            using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw CommandStoppedException.BadInput("rules-encoding", $"{Path.GetFileName(file)} 不是 UTF-8：请另存为 UTF-8 再试", $"{Path.GetFileName(file)} is not UTF-8: save it as UTF-8 and try again");
        }
    }
}
