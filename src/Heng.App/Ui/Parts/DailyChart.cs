using Heng.Engine.Explanation;

namespace Heng.App.Ui.Parts;

/// <summary>Some metrics day by day. At most four lines over at most two units; a null is a day without data.</summary>
public sealed record DailyChart(IReadOnlyList<DateOnly> Days, IReadOnlyList<DailySeries> Series);

/// <summary>One metric's days. Hrefs, where given, open each day's explanation from the table.</summary>
public sealed record DailySeries(Wording Name, Unit Unit, IReadOnlyList<decimal?> Values, bool Bars = false, IReadOnlyList<string?>? Hrefs = null);

/// <summary>Counts by weekday (Monday first, 7 rows) and hour (24); null is no data.</summary>
public sealed record HourMap(IReadOnlyList<IReadOnlyList<int?>> Days, Wording Counts);
