using Heng.App.Ui;
using Heng.App.Ui.Parts;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.App.Features.Months;

/// <summary>The numbers at the head of a month's page, their days and its two drawings, for any scope.</summary>
public sealed class Headlines(KeptMonth kept, KeptMonth? keptBefore, MonthScope scope)
{
    private readonly Month month = kept.Month;
    private readonly ScopeMonth now = kept.Totals(scope);
    private readonly ScopeMonth? before = keptBefore?.Totals(scope);


    public static readonly string[] Ids = ["consulted", "average-response", "consult-conversion", "satisfaction", "sales"];

    public static IEnumerable<Metric> Metrics(PeriodFacts facts) => Ids.Select(id => facts.Metrics.Find(id)).OfType<Metric>();

    /// <param name="target">What the person, or everybody, is to reach; null where no plan says.</param>
    public IReadOnlyList<StatFigure> Stats(Func<Metric, decimal?> target) => [.. Metrics(now.Facts).Select(metric => new StatFigure(
        metric.Name, Figures.Of(kept.Read(scope, metric), now.Scope.Explain(month, metric.Id)), metric.Better, target(metric), Before(metric), Trend(metric)))];

    public DailyChart Chart()
    {
        DateOnly[] days = [.. now.Days];
        DailySeries Series(string id, bool bars)
        {
            var metric = now.Facts.Metrics.Find(id)!;
            return new(metric.Name, metric.Unit, Trend(metric), bars, [.. days.Select(d => now.Scope.Explain(month, id, d))]);
        }
        return now.Facts.Coverage.Spans.Count == 0 ? new([], []) : new(days, [Series(Ids[0], true), Series(Ids[1], false)]);
    }

    /// <summary>Receptions by the local hour of their first message; a weekday without a covered day has no data.</summary>
    public HourMap Hours()
    {
        var counts = new int?[7, 24];
        foreach (var day in now.Days.Where(d => now.Facts.Coverage.Covers(Source.Chat, d)))
        {
            var (weekday, measures) = (((int)day.DayOfWeek + 6) % 7, now.On(day).Measures);
            for (var hour = 0; hour < 24; hour++) counts[weekday, hour] = (counts[weekday, hour] ?? 0) + (int)measures[(Primitive)((short)Primitive.Hour0 + hour)];
        }
        return new([.. Enumerable.Range(0, 7).Select(d => (IReadOnlyList<int?>)[.. Enumerable.Range(0, 24).Select(h => counts[d, h])])], new("接待量", "Receptions"));
    }

    /// <summary>A running month is compared with as many days of the month before, and says so; null where whole months stand beside each other.</summary>
    public Wording? ComparedTo => Shortened is { } to
        ? new($"本月数据到 {ShowDates.Words(LastCovered!.Value, Language.Zh)}为止，与上月同期（到 {ShowDates.Words(to, Language.Zh)}）比较。",
            $"This month's data ends on {ShowDates.Words(LastCovered!.Value, Language.En)}; it is compared with last month up to {ShowDates.Words(to, Language.En)}.")
        : null;

    private DateOnly? LastCovered => now.Days.Reverse().Cast<DateOnly?>()
        .FirstOrDefault(d => now.Facts.Coverage.Covers(Source.Chat, d!.Value) || now.Facts.Coverage.Covers(Source.Orders, d.Value));

    private DateOnly? Shortened => before is not null && LastCovered is { } covered && covered < month.Last
        && before.Facts.From.AddDays(covered.DayNumber - month.First.DayNumber) is var to && to < before.Facts.To ? to : null;

    private decimal?[] Trend(Metric metric) => [.. now.Days.Select(d => now.Read(metric, now.On(d)).Value)];

    private decimal? Before(Metric metric) => Shortened is { } to ? before!.Read(metric, before.Between(before.Facts.From, to)).Value : keptBefore?.Read(scope, metric).Value;
}
