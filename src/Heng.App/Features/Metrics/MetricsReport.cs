using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.App.Features.Metrics;

public enum MetricsBy { Agent, Group, Shop, Day, Hour, All }

/// <summary>Metrics of a period as rows: who or when, and a value each. The same rows for the command line, exports and the API.</summary>
public static class MetricsReport
{
    /// <summary>One row: under which name, and what it adds up to.</summary>
    private sealed record Line(string Name, Totals Totals);

    public static JsonArray Rows(PeriodFacts facts, MetricsBy by, IReadOnlyList<Metric> metrics, Viewer viewer)
    {
        var key = Json.Kebab(by);
        return [.. Lines(facts, by, viewer).Select(line => (JsonNode)new JsonObject
        {
            [key] = line.Name,
            ["metrics"] = new JsonObject(metrics.Select(m => KeyValuePair.Create(m.Id, (JsonNode?)Cell(Read(facts, by, m, line.Totals))))),
            ["rules"] = new JsonArray([.. facts.MadeBy(line.Totals.From, line.Totals.To).Select(v => new JsonObject { ["shop"] = v.Shop, ["version"] = v.Version })]),
        })];
    }

    /// <summary>What is not counted by the hour is missing there and not 0.</summary>
    private static MetricValue Read(PeriodFacts facts, MetricsBy by, Metric metric, Totals totals) =>
        by == MetricsBy.Hour && !ByHour.Tells(metric) ? new(metric, null, null, null, ValueState.Missing, null) : facts.Read(metric, totals);

    /// <summary>The interval behind each rate of outcomes follows from part and whole, so that a sealed month's rows tell it too.</summary>
    public static JsonArray WithIntervals(JsonArray rows, IReadOnlyList<Metric> metrics)
    {
        foreach (var row in rows)
            foreach (var metric in metrics.Where(Proportions.Tells))
                if (row!["metrics"]![metric.Id] is JsonObject cell && Proportions.Of(new(metric, Of(cell, "value"), Of(cell, "part"), Of(cell, "whole"), ValueState.Final, null)) is { } within)
                    cell["interval"] = Json.Interval(within);
        return rows;

        static decimal? Of(JsonObject cell, string name) => cell[name]?.GetValue<decimal>();
    }

    public static Sheet Sheet(JsonArray rows, MetricsBy by, IReadOnlyList<Metric> metrics)
    {
        var (key, legend) = (Json.Kebab(by), new Legend());
        for (var r = 0; r < rows.Count; r++)
            for (var m = 0; m < metrics.Count; m++)
            {
                var cell = rows[r]!["metrics"]![metrics[m].Id]!;
                if (cell["value"] is null) legend.Missing();
                else if (cell["state"]?.GetValue<string>() == Json.Kebab(ValueState.Provisional)) legend.Provisional(r, m + 1, cell["finalOn"]?.GetValue<string>());
            }
        return new([key, .. metrics.Select(m => m.Id)], [.. rows.Select(r => (IReadOnlyList<string>)
            [r![key]!.GetValue<string>(), .. metrics.Select(m => Text(r["metrics"]![m.Id]!["value"]))])], legend);
    }

    public static JsonObject Cell(MetricValue reading)
    {
        var cell = new JsonObject { ["value"] = Json.Number6(reading.Value) };
        if (reading is { Part: { } part, Whole: { } whole })
        {
            cell["part"] = Json.Number(part);
            cell["whole"] = Json.Number(whole);
        }
        if (reading.Metric.Unit != Unit.None) cell["unit"] = Json.UnitOf(reading.Metric.Unit);
        if (reading.Metric.Formula is Computed computed) cell["definition"] = computed.Version;
        cell["state"] = Json.Kebab(reading.State);
        if (reading.FinalOn is { } day) cell["finalOn"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return cell;
    }

    private static IEnumerable<Line> Lines(PeriodFacts facts, MetricsBy by, Viewer viewer)
    {
        var sight = new Sight(viewer, facts.Roster);
        Totals Of(Func<AgentDay, bool> wanted) => facts.TotalsOf(d => wanted(d) && sight.Sees(d.Agent, d.Day));
        return by switch
        {
            MetricsBy.Agent => facts.People.Where(p => sight.Sees(p.Id, facts.To)).Select(p => new Line(p.Name, facts.TotalsOf(p.Id))),
            MetricsBy.Group => facts.Days.Select(d => GroupOf(facts, d)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(g => new Line(g, Of(d => GroupOf(facts, d) == g))).Where(l => l.Totals.Measures.Values.Any()),
            _ when !Rights.SeesEveryone(viewer) => [],
            MetricsBy.Shop or MetricsBy.All => [new(string.Join("、", facts.Shops.Select(s => s.Name)), facts.Shop)],
            MetricsBy.Day => Days(facts),
            _ => Hours(facts),
        };
    }

    private static string? GroupOf(PeriodFacts facts, AgentDay day) => day.Agent > 0 ? facts.Roster.On(day.Agent, day.Day)?.Group : null;

    private static IEnumerable<Line> Days(PeriodFacts facts)
    {
        for (var day = facts.From; day <= facts.To; day = day.AddDays(1))
        {
            var own = facts.Days.Where(d => d.Day == day).ToList();
            // A covered day on which nothing happened is 0; a day that no file brought has no row.
            if (own.Count > 0 || facts.Coverage.Spans.Any(s => s.From <= day && day <= s.To))
                yield return new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Totals.OfShop(day, day, own, facts.Coverage));
        }
    }

    // An hour's row holds its receptions alone; the sum over the hours is the shop's.
    private static IEnumerable<Line> Hours(PeriodFacts facts) => Enumerable.Range(0, 24).Select(hour =>
    {
        var primitive = (Primitive)((short)Primitive.Hour0 + hour);
        var measures = new Measures().Add(primitive, facts.Shop.Measures[primitive]);
        return new Line(hour.ToString(CultureInfo.InvariantCulture), facts.Shop with { Measures = measures, Silent = null, FirstResponses = new(), RoundWaits = new() });
    });

    private static string Text(JsonNode? value) => value is null ? "–" : value.ToJsonString();
}
