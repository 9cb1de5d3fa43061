using System.Text;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Months;
using Heng.App.Features.Plans;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary>The plan that a command names: a file, or a template's id. Errors stop it, each with its place.</summary>
public static class PlanFiles
{
    public static IReadOnlyList<PlanFileContent>? Named(string? name, Func<string, Metric?> metrics) => name is null ? null : [Load(name, metrics)];

    public static PlanFileContent Load(string name, Func<string, Metric?> metrics) => Read(Check(name, metrics));

    /// <summary>A file, else what is published under the id, else a template.</summary>
    public static PlanFileContent LoadKnown(Database database, string name, Func<string, Metric?> metrics) =>
        !File.Exists(name) && database.Plans.Find(name) is { } published ? Read(PlanFile.Load(published.Yaml, name, metrics, published: true)) : Load(name, metrics);

    private static PlanFileContent Read(PlanFileResult result)
    {
        if (result.Content is { } content) return content;
        throw CommandStoppedException.BadInput("plan-faulty", Lines(result.Errors, english: false), Environment.NewLine + Lines(result.Errors, english: true));
    }

    private static string Lines(IEnumerable<PlanError> errors, bool english) =>
        string.Join(Environment.NewLine, errors.SelectMany(e => new[] { e.In(english), e.Mend is { } mend ? $"    → {mend.In(english)}" : null }).OfType<string>());

    public static PlanFileResult Check(string name, Func<string, Metric?> metrics) => PlanFile.Load(Text(name), Path.GetFileName(name), metrics);

    public static string Text(string name) =>
        File.Exists(name) ? Decoded(name)
        : TemplateLibrary.Find(name) is { } template ? template.Yaml
        : throw CommandStoppedException.Usage("plan-unknown", $"没有方案文件或模板“{name}”；模板有：{Templates}", $"There is no plan file or template '{name}'; templates: {Templates}");

    /// <summary>UTF-8, or UTF-16 by its mark; anything else would be read as other characters than were written.</summary>
    private static string Decoded(string file)
    {
        try
        {
            using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw CommandStoppedException.BadInput("plan-encoding", $"{Path.GetFileName(file)} 不是 UTF-8：请另存为 UTF-8 再试", $"{Path.GetFileName(file)} is not UTF-8: save it as UTF-8 and try again");
        }
    }

    public static MonthBook Book(CommandContext context, Month month, string? plan, Func<string, bool>? opened = null) =>
        MonthBook.Load(context.Database, month, context.Shops, context.AsOf, Named(plan, ShopCatalogue.Latest(context.Database).Find), opened);

    private static string Templates => string.Join(", ", TemplateLibrary.All().Select(t => t.Scheme));
}
