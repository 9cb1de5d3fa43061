using System.Globalization;
using System.Text;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary>The plan that a command names, the same for all of them: a file; else the newest published version of an id, or id@version; else the template of that id. template:id is the template alone.</summary>
public static class PlanFiles
{
    private const string OfTemplate = "template:";
    public const string Names = "plan file, published id (id@version), or template id (template:id)";

    /// <summary>A plan's text tells of pay too. Whom it concerns reads the part that does on its page.</summary>
    public static void RequireReader(CommandContext context) => context.Require(Rights.SeesEveryone(context.Viewer), "此角色在页面上看与自己有关的方案", "This role reads the plans that concern it on the pages");

    public static PlanFileContent Load(Database database, string name, CatalogueOfRule metrics) =>
        Published(database, name) is { } published ? PublishedPlans.Content(published, metrics) : Checked(Text(database, name), name, metrics);

    /// <summary>As what is to be published is looked at, also where it was published before. Errors stop the command, each with its place.</summary>
    public static PlanFileContent Checked(string yaml, string name, CatalogueOfRule metrics)
    {
        var result = PlanFile.Load(yaml, Path.GetFileName(name), metrics.Find);
        if (result.Content is { } content) return content;
        throw CommandStoppedException.BadInput("plan-faulty", Lines(result.Errors, english: false), Environment.NewLine + Lines(result.Errors, english: true));
    }

    private static string Lines(IEnumerable<PlanError> errors, bool english) =>
        string.Join(Environment.NewLine, errors.SelectMany(e => new[] { e.In(english), e.Mend is { } mend ? $"    → {mend.In(english)}" : null }).OfType<string>());

    public static PlanFileResult Check(Database? database, string name, Func<string, Metric?> metrics) => PlanFile.Load(Text(database, name), Path.GetFileName(name), metrics);

    /// <param name="database">Null where no data folder is there, and so nothing published.</param>
    public static string Text(Database? database, string name) =>
        File.Exists(name) ? Decoded(name)
        : Published(database, name) is { } published ? published.Yaml
        : TemplateLibrary.Find(name.StartsWith(OfTemplate, StringComparison.Ordinal) ? name[OfTemplate.Length..] : name) is { } template ? template.Yaml
        : throw CommandStoppedException.Usage("plan-unknown", $"没有方案文件、已发布的方案或模板“{name}”；模板有：{Templates}", $"There is no plan file, published plan or template '{name}'; templates: {Templates}");

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
        plan is null && context is { Books: { } books, ShopName: null, AsOf: null } ? books.Of(month).Book : MonthBook.Load(context.Database, month, context.Shops, context.AsOf, plan is null ? null : [Load(context.Database, plan, ShopCatalogue.Latest(context.Database))], opened);

    private static PlanVersion? Published(Database? database, string name)
    {
        if (database is null || File.Exists(name)) return null;
        if (name.Split('@') is not [var id, var version]) return database.Plans.Find(name);
        return int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? database.Plans.Find(id, number) : null;
    }

    private static string Templates => string.Join(", ", TemplateLibrary.All().Select(t => t.Scheme));
}
