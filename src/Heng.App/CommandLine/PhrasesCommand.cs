using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Features.Phrases;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary><c>heng phrases</c>: the phrase library as a list with its use, and in and out as a table.</summary>
public static class PhrasesCommand
{
    public static Command Build(GlobalOptions options)
    {
        var list = new Command("list", "Every phrase, how it stands, and its use in the last 60 days with chats");
        list.Run(options, (context, _) => List(context));
        var export = new Command("export", "Every version, a row each: what import takes again (--format csv)");
        export.Run(options, (context, _) => Export(context));
        var file = new Argument<string>("FILE") { Description = "code, text, category, owner, from, until, ended" };
        var import = new Command("import", "Publish the versions of a table that are not there yet") { file };
        import.Run(options, (context, parsed) => Import(context, parsed.GetValue(file)!));
        return new Command("phrases", "The phrase library: list, import, export") { list, import, export };
    }

    private static int List(CommandContext context)
    {
        var today = Today;
        var figures = PhraseFigures.Latest(context.Database, today);
        var uses = figures.Uses.ToLookup(u => u.Code, StringComparer.Ordinal);
        var rows = new JsonArray([.. context.Database.Matters(PhraseBook.Kind).All.Select(PhraseBook.Of).OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => Row(p, [.. uses[p.Code]], figures.Counted, today))]);
        Write(context, rows, ["code", "version", "state", "category", "owner", "from", "last", "uses", "expiredUses", "lastUsed", "text"]);
        if (!figures.Counted) context.Tell([new("这些天还没有对照过话术库", "no day was held against a library yet")]);
        return Exit.Done;
    }

    private static JsonObject Row(Phrase phrase, IReadOnlyList<CountedUse> uses, bool counted, DateOnly today)
    {
        var shown = phrase.Shown(today);
        return new()
        {
            ["code"] = phrase.Code, ["version"] = shown.Version, ["state"] = Json.Kebab(PhraseExpiry.Of(phrase, today)), ["category"] = shown.Category, ["owner"] = shown.Owner,
            ["from"] = shown.Version == 0 ? null : Iso(shown.From), ["last"] = Iso(shown.Last), ["uses"] = counted ? uses.Sum(u => u.Uses) : null, ["expiredUses"] = counted ? uses.Sum(u => u.Expired) : null,
            ["lastUsed"] = Iso(uses.Count == 0 ? null : uses.Max(u => u.Day)), ["text"] = shown.Text,
        };
    }

    private static int Export(CommandContext context)
    {
        var sheet = new PhraseTable(context.Database).Export();
        var rows = new JsonArray([.. sheet.Rows.Select(r => (JsonNode)new JsonObject(sheet.Columns.Zip(r, (c, v) => KeyValuePair.Create(c, (JsonNode?)JsonValue.Create(v as string)))))]);
        Write(context, rows, sheet.Columns);
        return Exit.Done;
    }

    private static int Import(CommandContext context, string path)
    {
        if (context.Viewer.Role is Role.Operator) throw CommandStoppedException.Refused(DoingWords.NeedsNamedPerson);
        if (!Rights.KeepsPhrases(context.Viewer)) throw CommandStoppedException.Refused(PhraseWords.Of(PhraseRefusal.RoleMayNot));
        if (!File.Exists(path)) throw CommandStoppedException.Usage("file-missing", $"找不到文件 {path}", $"There is no file {path}");
        var done = new PhraseTable(context.Database).Import(path, new Filer(context.Database, context.Viewer, Now));
        var row = new JsonObject
        {
            ["published"] = done.Published, ["ended"] = done.Ended, ["same"] = done.Same,
            ["faults"] = new JsonArray([.. done.Faults.Select(f => (JsonNode)new JsonObject { ["line"] = f.Line, ["zh"] = f.Words.Zh, ["en"] = f.Words.En })]),
        };
        context.Output.Write(new JsonArray(row), () => new(["published", "ended", "same", "not taken"], [[Text(done.Published), Text(done.Ended), Text(done.Same), Text(done.Faults.Count)]]));
        foreach (var fault in done.Faults) context.Tell([new($"第 {fault.Line} 行：{fault.Words.Zh}", $"line {fault.Line}: {fault.Words.En}")]);
        return done.Faults.Count == 0 ? Exit.Done : Exit.BadInput;
    }

    private static void Write(CommandContext context, JsonArray rows, IReadOnlyList<string> columns) =>
        context.Output.Write(rows, () => new(columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => r![c]?.ToString() ?? "")])]));

    private static Instant Now => new(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
    private static DateOnly Today => ShopClock.Shanghai.DayOf(Now);
    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
