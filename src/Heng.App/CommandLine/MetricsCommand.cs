using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Metrics;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Reports;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary><c>heng metrics</c>: what was measured, by agent, group, shop, day or hour.</summary>
public static class MetricsCommand
{
    private static readonly string[] Usual =
        ["consulted", "received", "reply-rate", "first-response", "average-response", "within-30s", "inquiries", "consult-conversion", "inquiry-paid-final", "sales", "orders", "average-order-value", "invite-rate", "satisfaction", "good-rating-rate", "bad-review-rate"];

    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string?>("--month") { Description = "Month, e.g. 2026-10" };
        var from = new Option<string?>("--from") { Description = "First day, e.g. 2026-10-01" };
        var to = new Option<string?>("--to") { Description = "Last day, included" };
        var by = OneOf.Enum("--by", "What the rows are", MetricsBy.Agent);
        var metric = new Option<string?>("--metric") { Description = "Metric ids, separated by commas; all for every one" };
        var source = OneOf.Words("--source", "Counted by Heng, or as a platform reported it", "computed", ("computed", "computed"), ("reported", "reported"));
        var reconcile = new Option<bool>("--reconcile") { Description = "Counted beside reported: differences from 1 % on, with the receptions behind them" };
        var command = new Command("metrics", "What was measured") { month, from, to, by, metric, source, reconcile };
        command.Run(options, (context, parsed) =>
        {
            var rowsBy = parsed.GetValue(by);
            context.Require(MaySee(context.Viewer, rowsBy), "此角色看不到这些数字", "This role sees none of these numbers");
            var (first, last) = Period(parsed.GetValue(month), parsed.GetValue(from), parsed.GetValue(to));
            if (parsed.GetValue(reconcile)) return Reconcile(context, first, last, parsed.GetValue(metric));
            if (parsed.GetValue(source) == "reported") return Reported(context, first, last, rowsBy, parsed.GetValue(metric));
            IReadOnlyList<Metric> metrics = [];
            if (parsed.GetValue(month) is { } closed && FromSeal(context, Read.Month(closed), rowsBy) is { } sealedRows)
            {
                metrics = Wanted(ShopCatalogue.On(context.Database, RuleSet.Default.Paying, last), parsed.GetValue(metric));
                var picked = MetricsReport.WithIntervals(SealedMonth.Picked(sealedRows, [.. metrics.Select(m => m.Id)], Json.Kebab(rowsBy)), metrics);
                context.Output.Write(picked, () => MetricsReport.Sheet(picked, rowsBy, metrics));
                return Exit.Done;
            }
            var rows = new JsonArray();
            foreach (var shops in rowsBy == MetricsBy.Shop ? context.Shops.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new[] { s }) : [[.. context.Shops]])
            {
                var facts = PeriodFacts.Load(context.Database, shops, first, last, context.AsOf, alone: rowsBy == MetricsBy.Shop);
                metrics = Wanted(facts.Metrics, parsed.GetValue(metric));
                foreach (var row in MetricsReport.Rows(facts, rowsBy, metrics, context.Viewer)) rows.Add(row!.DeepClone());
            }
            context.Output.Write(MetricsReport.WithIntervals(rows, metrics), () => MetricsReport.Sheet(rows, rowsBy, metrics));
            if (rowsBy == MetricsBy.Hour) context.Tell(NotByHour(metrics));
            if (parsed.GetValue(month) is { } asked) context.Tell(MonthNotes.Days(Read.Month(asked), PeriodFacts.Load(context.Database, context.Shops, first, last, context.AsOf)));
            return Exit.Done;
        });
        return command;
    }

    private static IEnumerable<Wording> NotByHour(IReadOnlyList<Metric> metrics)
    {
        var without = string.Join(", ", metrics.Where(m => !ByHour.Tells(m)).Select(m => m.Id));
        if (without.Length > 0)
            yield return new($"不分小时统计：{without}；分时接待是 hourly-0 到 hourly-23", $"Not counted by the hour: {without}; receptions by hour are hourly-0 to hourly-23");
    }

    private static int Reported(CommandContext context, DateOnly first, DateOnly last, MetricsBy by, string? ids)
    {
        if (by == MetricsBy.Hour) throw CommandStoppedException.Usage("reported-by-hour", "报表没有按小时的行；分时接待请用 --metric hourly-0,…,hourly-23", "Reports have no rows by hour; receptions by hour are --metric hourly-0,…,hourly-23");
        var (rows, metrics, any) = (new JsonArray(), (IReadOnlyList<Metric>)[], false);
        foreach (var shops in by == MetricsBy.Shop ? context.Shops.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new[] { s }) : [[.. context.Shops]])
        {
            var facts = PeriodFacts.Load(context.Database, shops, first, last, context.AsOf);
            var reported = ReportedNumbers.Load(context.Database, shops, first, last, facts.Metrics, facts.Roster);
            metrics = Wanted(facts.Metrics, ids);
            any |= !reported.IsEmpty;
            foreach (var row in ReportedReport.Rows(facts, reported, by, metrics, context.Viewer)) rows.Add(row!.DeepClone());
        }
        if (!any) throw NothingReported();
        context.Output.Write(rows, () => MetricsReport.Sheet(rows, by, metrics));
        return Exit.Done;
    }

    private static int Reconcile(CommandContext context, DateOnly first, DateOnly last, string? ids)
    {
        var reconciling = new Reconciling(context.Database, context.Shops, first, last, context.AsOf, context.Viewer);
        if (reconciling.IsEmpty) throw NothingReported();
        var rows = reconciling.Json(ids is null or "all" ? null : Wanted(reconciling.Metrics, ids).Select(m => m.Id).ToHashSet(StringComparer.Ordinal));
        context.Output.Write(rows, () => Reconciling.Sheet(rows));
        return Exit.Done;
    }

    private static CommandStoppedException NothingReported() =>
        CommandStoppedException.Refused(new("nothing-reported", new("这段时间没有导入平台报表的数字", "No platform's own report was imported for these days")));

    /// <summary>A closed month answers from its seal. Another instant, one shop alone, a day or an hour is another question, asked of today's records.</summary>
    private static JsonArray? FromSeal(CommandContext context, Month month, MetricsBy by)
    {
        if (context.AsOf is not null || context.ShopName is not null || SealedMonth.Find(context.Database, month) is not { } seal) return null;
        return by switch
        {
            MetricsBy.Agent => seal.Part("metrics", agent => SeesAt(context, agent, month.Last)),
            MetricsBy.Group => [.. seal.Rows("groups").Where(row => Rights.SeesGroup(context.Viewer, row!["group"]!.GetValue<string>())).Select(row => row!.DeepClone())],
            MetricsBy.All when Rights.SeesEveryone(context.Viewer) => seal.Rows("shop"),
            _ => null,
        };
    }

    private static bool MaySee(Viewer viewer, MetricsBy by) => by switch
    {
        MetricsBy.Agent => Rights.SeesSomebody(viewer),
        MetricsBy.Group => Rights.SeesSomeGroup(viewer),
        _ => Rights.SeesEveryone(viewer),
    };

    private static bool SeesAt(CommandContext context, string agent, DateOnly day)
    {
        var roster = context.Database.People.Roster;
        return Rights.Sees(context.Viewer, agent, roster.Find(agent) is { } person ? roster.On(person.Id, day)?.Group : null);
    }

    private static (DateOnly, DateOnly) Period(string? month, string? from, string? to)
    {
        if (month is not null && from is null && to is null)
        {
            var whole = Read.Month(month);
            return (whole.First, whole.Last);
        }
        if (month is null && from is not null && to is not null && Read.Day(from) is var first && Read.Day(to) is var last && first <= last) return (first, last);
        throw CommandStoppedException.Usage("period-missing", "请给出 --month 2026-10，或 --from 与 --to（from 不晚于 to）", "Give --month 2026-10, or --from and --to (from not after to)");
    }

    private static IReadOnlyList<Metric> Wanted(CatalogueOfRule catalogue, string? ids)
    {
        if (ids == "all") return catalogue.All;
        return [.. (ids?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? Usual).Select(id => catalogue.Find(id)
            ?? throw CommandStoppedException.Usage("metric-unknown", $"没有指标“{id}”，见 docs/metric-catalogue.md", $"There is no metric '{id}', see docs/metric-catalogue.md"))];
    }
}
