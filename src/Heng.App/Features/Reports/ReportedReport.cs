using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Metrics;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Reports;

/// <summary>Reported metrics as rows, shaped as the counted ones are; each cell names the report it came from.</summary>
public static class ReportedReport
{
    public static JsonArray Rows(PeriodFacts facts, ReportedNumbers reported, MetricsBy by, IReadOnlyList<Metric> metrics, Viewer viewer)
    {
        var key = Json.Kebab(by);
        return [.. Lines(facts, reported, by, viewer).Select(line => (JsonNode)new JsonObject
        {
            [key] = line.Name,
            ["metrics"] = new JsonObject(metrics.Select(m => KeyValuePair.Create(m.Id, (JsonNode?)Cell(m, line.Read(m))))),
        })];
    }

    private sealed record Line(string Name, Func<Metric, (Explained Number, string? Source)> Read);

    private static IEnumerable<Line> Lines(PeriodFacts facts, ReportedNumbers reported, MetricsBy by, Viewer viewer)
    {
        var (sight, from, to) = (new Sight(viewer, facts.Roster), facts.From, facts.To);
        return by switch
        {
            MetricsBy.Agent => facts.Roster.People.Where(p => sight.Sees(p.Id, to) && reported.OfPeople.Any(r => r.Person == p.Id))
                .Select(p => new Line(p.Name, m => reported.OfPerson(p.Id, m, from, to))),
            MetricsBy.Group => reported.OfPeople.Where(r => r.Person > 0).Select(r => facts.Roster.On(r.Person, r.Row.Row.To)?.Group).OfType<string>()
                .Distinct(StringComparer.Ordinal).Where(g => Rights.SeesGroup(viewer, g)).Order(StringComparer.Ordinal).Select(g => new Line(g, m => reported.OfGroup(g, m, from, to))),
            _ when !sight.Everyone => [],
            MetricsBy.Day => Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays)
                .Select(day => new Line(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), m => reported.OfWhole(m, day, day))),
            _ => [new(string.Join("、", facts.Shops.Select(s => s.Name)), m => reported.OfWhole(m, from, to))],
        };
    }

    private static JsonObject Cell(Metric metric, (Explained Number, string? Source) read)
    {
        var cell = new JsonObject { ["value"] = Json.Number6(read.Number.Value) };
        if (read.Number is { Value: not null, How: Quotient, Inputs: [{ Value: { } part }, { Value: { } whole }] })
        {
            cell["part"] = Json.Number6(part);
            cell["whole"] = Json.Number6(whole);
        }
        if (metric.Unit != Unit.None) cell["unit"] = Json.UnitOf(metric.Unit);
        cell["state"] = Json.Kebab(read.Number.State);
        if (read.Source is not null) cell["source"] = read.Source;
        if (read.Number.Note is { } note) cell["note"] = note.En;
        return cell;
    }
}
