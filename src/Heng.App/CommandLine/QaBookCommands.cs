using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Measure;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary>Beneath <c>heng qa rules</c>: the rule book, as its pages have it.</summary>
public static class QaBookCommands
{
    private static readonly string[] Columns = ["rule", "name", "severity", "category", "points", "state", "version", "found", "precision", "hits", "recall", "there", "passes", "proposed"];

    public static IEnumerable<Command> All(GlobalOptions options) =>
    [
        List(options), Show(options), Adopt(options), Propose(options),
        Step(options, "confirm", "Confirm what somebody else proposed", (doing, rule, _, _, viewer) => doing.Confirm(rule, viewer)),
        Step(options, "drop", "Refuse what another proposed, with --reason, or take one's own back", (doing, rule, _, why, viewer) => doing.Drop(rule, why, viewer)),
        Step(options, "activate", "Make a version in shadow count, where its precision passes the bar", (doing, rule, from, why, viewer) => doing.Activate(rule, from, why, viewer)),
        Step(options, "end", "End a rule", (doing, rule, from, why, viewer) => doing.End(rule, from, why, viewer)),
    ];

    private static Command List(GlobalOptions options)
    {
        var command = new Command("list", "Every rule with where it stands and how well it does");
        command.Run(options, (context, _) =>
        {
            Require(context);
            var (book, measures, counts, bar, today) = (new QualityBook(context.Database), new RuleMeasures(context.Database), RuleQuery.Counts(context.Database, TimeProvider.System), RuleMeasures.BarOf(context.Database), Today);
            var rows = new JsonArray([.. book.Courses.Select(c =>
            {
                var version = c.Course.Shown(today);
                return Row(book.Find(c.Id, version.Number)!, RuleStandings.Of(c.Course, today), measures.Of(c.Id, version), counts.GetValueOrDefault((c.Id, version.Number)).Found, bar, c.Course.Newest.Waits);
            })]);
            context.Output.Write(rows, () => new(Columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. Columns.Select(k => r![k] is JsonObject o ? $"{o["value"]} [{o["low"]}, {o["high"]}]" : r[k]?.ToString() ?? "–")])]));
            return Exit.Done;
        });
        return command;
    }

    private static Command Show(GlobalOptions options)
    {
        var id = new Argument<string>("ID") { Description = "The rule's id" };
        var command = new Command("show", "One rule as it is written") { id };
        command.Run(options, (context, parsed) =>
        {
            Require(context);
            var rule = parsed.GetValue(id)!;
            var course = new QualityBook(context.Database).Courses.FirstOrDefault(c => c.Id == rule).Course ?? throw CommandStoppedException.Refused(QualityRuleWords.Unknown(rule));
            var versions = new JsonArray([.. course.Versions.Select(v => new JsonObject { ["version"] = v.Number, ["proposedBy"] = v.By, ["confirmedBy"] = v.ConfirmedBy, ["shadow"] = Iso(v.Shadow), ["live"] = Iso(v.Live), ["over"] = Iso(v.Over), ["text"] = v.Text })]);
            context.Output.Write(new JsonObject { ["rule"] = rule, ["versions"] = versions }, () => new(["version", "shadow", "live", "over", "text"], [.. course.Versions.Select(v => (IReadOnlyList<string>)[v.Number.ToString(CultureInfo.InvariantCulture), Iso(v.Shadow)!, Iso(v.Live) ?? "–", Iso(v.Over) ?? "–", v.Text])]));
            return Exit.Done;
        });
        return command;
    }

    private static Command Adopt(GlobalOptions options)
    {
        var pack = new Argument<string>("PACK") { Description = "common, s7, taobao, jd or pdd" };
        var (from, reason) = (FromOption(), ReasonOption());
        var command = new Command("adopt", "Propose the rules of a pack that ships; they run in shadow once another person confirms them") { pack, from, reason };
        command.Run(options, (context, parsed) =>
        {
            var shipped = ShippedPacks.Find(parsed.GetValue(pack)!) ?? throw CommandStoppedException.Refused(QualityRuleWords.PackUnknown(parsed.GetValue(pack)));
            return Proposed(context, shipped.Pack.Rules, parsed.GetValue(from), parsed.GetValue(reason));
        });
        return command;
    }

    private static Command Propose(GlobalOptions options)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A pack or a rule, YAML" };
        var (from, reason) = (FromOption(), ReasonOption());
        var command = new Command("propose", "Propose the rules of a file") { file, from, reason };
        command.Run(options, (context, parsed) =>
        {
            var path = parsed.GetValue(file)!;
            if (!path.Exists) throw CommandStoppedException.Usage("file-missing", $"没有文件“{path.Name}”", $"There is no file '{path.Name}'");
            if (path.Length > 4 * QualityRuleWords.LongestText) throw CommandStoppedException.Refused(QualityRuleWords.Faulty);
            var (rules, errors) = RuleTexts.Typed(QaRulesCommand.Text(path.FullName), path.Name);
            if (errors.Count > 0) throw CommandStoppedException.BadInput("rules-faulty", string.Join("；", errors.Select(e => e.In(english: false))), string.Join("; ", errors.Select(e => e.In(english: true))));
            return Proposed(context, rules, parsed.GetValue(from), parsed.GetValue(reason));
        });
        return command;
    }

    private static int Proposed(CommandContext context, IReadOnlyList<QualityRule> rules, string? from, string? why)
    {
        var (proposed, refused) = new QualityRuleDoing(context.Database, TimeProvider.System).Propose(rules, from is null ? null : Read.Day(from), why, context.Viewer);
        if (refused is not null) throw CommandStoppedException.Refused(refused);
        context.Output.Write(new JsonObject { ["proposed"] = proposed }, () => new(["proposed"], [[proposed.ToString(CultureInfo.InvariantCulture)]]));
        return Exit.Done;
    }

    private static Command Step(GlobalOptions options, string name, string description, Func<QualityRuleDoing, string, DateOnly?, string?, Viewer, Refusal?> take)
    {
        var id = new Argument<string>("ID") { Description = "The rule's id" };
        var (from, reason) = (FromOption(), ReasonOption());
        var command = new Command(name, description) { id };
        if (name is "activate" or "end") command.Options.Add(from);
        if (name != "confirm") command.Options.Add(reason);
        command.Run(options, (context, parsed) =>
        {
            var (rule, day) = (parsed.GetValue(id)!, name is "activate" or "end" && parsed.GetValue(from) is { } text ? Read.Day(text) : (DateOnly?)null);
            var refused = take(new(context.Database, TimeProvider.System), rule, day, name == "confirm" ? null : parsed.GetValue(reason), context.Viewer);
            if (refused is not null) throw CommandStoppedException.Refused(refused);
            var standing = Json.Kebab(RuleStandings.Of(new QualityBook(context.Database).Courses.First(c => c.Id == rule).Course, Today));
            context.Output.Write(new JsonObject { ["rule"] = rule, ["state"] = standing }, () => new(["rule", "state"], [[rule, standing]]));
            return Exit.Done;
        });
        return command;
    }

    private static JsonObject Row(QualityRule rule, RuleStanding standing, Measured measured, int found, Bar bar, bool proposed) => new()
    {
        ["rule"] = rule.Id, ["name"] = rule.Name.Zh, ["nameEn"] = rule.Name.En, ["severity"] = Json.Kebab(rule.Severity), ["category"] = rule.Category, ["points"] = Json.Number(rule.Points), ["state"] = Json.Kebab(standing),
        ["version"] = rule.Version, ["found"] = found, ["precision"] = Rate(measured.Precision, measured.PrecisionWithin), ["hits"] = measured.Hits, ["recall"] = Rate(measured.Recall, measured.RecallWithin), ["there"] = measured.There,
        ["passes"] = rule.Severity == Severity.Attention || bar.Refuses(measured) is null, ["proposed"] = proposed,
    };

    internal static JsonObject? Rate(decimal? rate, Engine.Explanation.Confidence? within) => rate is not { } known || within is not { } ends ? null
        : new() { ["value"] = Json.Number6(known), ["low"] = Json.Number6(ends.Low), ["high"] = Json.Number6(ends.High) };

    private static void Require(CommandContext context) => context.Require(Rights.TendsQuality(context.Viewer), "规则全文给质检、人事、店长和审计", "Rules are told to QA, HR, the manager and the auditor");
    private static Option<string?> FromOption() => new("--from") { Description = "From which business day, e.g. 2026-11-01" };
    private static Option<string?> ReasonOption() => new("--reason") { Description = "Why" };
    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static DateOnly Today => ShopClock.Shanghai.DayOf(new(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));
}
