using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Months;

/// <summary>What plans ask for (目标): a number to stand beside a metric, and the words that stand beside an item.</summary>
public static class Targets
{
    /// <summary>Of everybody's average: the one target that all plans in force agree on. A person's sum says nothing of the shop's, so sums have none.</summary>
    public static decimal? OfAll(MonthBook book, Metric metric)
    {
        if (metric.Formula is not RatioOf) return null;
        var stated = book.Files.SelectMany(f => f.Plans).SelectMany(p => p.Items).Where(i => Stated(i, metric.Id) is not null).ToArray();
        if (stated.Any(i => i.Method.Aim is not null)) return null;
        return stated.Select(i => Stated(i, metric.Id)).Distinct().ToArray() is [var one] ? one : null;
    }

    /// <summary>Of one person: what the plan of their card asks for, shrunk as the card shrinks it in a part month.</summary>
    public static decimal? Of(Plan? plan, Scorecard? card, Metric metric)
    {
        if (plan?.Items.FirstOrDefault(i => Stated(i, metric.Id) is not null) is not { } item) return null;
        var share = item.ScaledByDays ? card?.Items.FirstOrDefault(i => i.Item == item.Id)?.Explanation.Inputs.FirstOrDefault(i => i.Id == "share")?.Value : null;
        return Scaling.Of(OwnOf(card, item) ?? Stated(item, metric.Id)!.Value, share ?? 1m);
    }

    public static Plan? PlanOf(MonthBook book, string? id, int? version) =>
        book.Files.SelectMany(f => f.Plans).FirstOrDefault(p => p.Id == id && p.Version == version);

    /// <summary>What earns the most points; null where people give them, where only the place counts, and where nothing brings a value that could reach it.</summary>
    public static Wording? Words(Item item, Unit unit, Operation? own = null) => (item.Method.Aim is not null && own is Method of ? of : item.Method) switch
    {
        _ when item.Source is NoneYet => null,
        Proportional p => Side(p.Better == Better.Lower ? "≤" : "≥", p.Target, unit),
        Bands b when b.Steps.MaxBy(s => s.Points) is { } best => Words(best.Values, unit),
        ByCount { FullAbove: false, To: { } to } count => Words(new Interval(count.From, true, to, true), unit),
        ByCount count => Side("≥", count.From, unit),
        Linear l when l.Knots[0].Points > l.Knots[^1].Points => Side("≤", l.Knots[0].At, unit),
        Linear l => Side("≥", l.Knots[^1].At, unit),
        _ => null,
    };

    /// <summary>The target that the card was made with, where it differs from person to person.</summary>
    private static decimal? OwnOf(Scorecard? card, Item item) =>
        item.Method.Aim is null ? null : (card?.Items.FirstOrDefault(i => i.Item == item.Id)?.Explanation.How as Method)?.Standard?.At;

    private static decimal? Stated(Item item, string metric) => item is { Source: FromMetric from, Method: Proportional p } && from.Metric == metric ? p.Target : null;

    private static Wording? Words(Interval values, Unit unit) => values switch
    {
        { From: { } from, To: null } => Side(values.OwnsFrom ? "≥" : ">", from, unit),
        { From: null, To: { } to } => Side(values.OwnsTo ? "≤" : "<", to, unit),
        { From: { } from, To: { } to } => new($"{Show.Goal(from, unit)} – {Show.GoalWithUnit(to, unit, Language.Zh)}", $"{Show.Goal(from, unit)} – {Show.GoalWithUnit(to, unit, Language.En)}"),
        _ => null,
    };

    private static Wording Side(string sign, decimal target, Unit unit) => new($"{sign} {Show.GoalWithUnit(target, unit, Language.Zh)}", $"{sign} {Show.GoalWithUnit(target, unit, Language.En)}");
}
