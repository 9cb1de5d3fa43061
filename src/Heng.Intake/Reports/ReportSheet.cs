using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Reports;

/// <summary>The columns that say whom a row is about: the account (null: the whole shop), the item where there is one, and the day (null: the file says its days).</summary>
internal sealed record ReportKeys(Column? Account, Column? Day, Column? Item = null)
{
    public IEnumerable<Column> Columns => new[] { Account, Day, Item, Shop }.OfType<Column>();
    public static readonly Column Shop = new("店铺", false, "店铺名称", "shop");
}

/// <summary>
/// A platform's own report as a format: its rows become <see cref="Reported"/>, figures under the metrics' ids in the metrics' units. A cell that says it has no data
/// is a figure without a value; an empty cell is no figure.
/// </summary>
internal sealed class ReportSheet
{
    private const decimal SurelyPercent = 2m;
    private readonly string id;
    private readonly ReportKeys keys;
    private readonly IReadOnlyList<ReportColumn> figures;
    private readonly Column[] columns;

    private ReportSheet(string id, ReportKeys keys, IReadOnlyList<ReportColumn> figures)
    {
        (this.id, this.keys, this.figures) = (id, keys, figures);
        columns = [.. keys.Columns, .. figures.Select(f => f.Column)];
    }

    public static Format Format(string id, string zh, string en, ReportKeys keys, params IReadOnlyList<ReportColumn> figures)
    {
        var sheet = new ReportSheet(id, keys, figures);
        return new(id, new Wording(zh, en), Holding.Reported, Shape.Table, sheet.columns, cells => (out message, out record) => (message, record) = (default, sheet.Read(cells)))
        {
            OfShop = true, NeedsPeriod = keys.Day is null, Notation = sheet.NotationOf,
        };
    }

    private Reported? Read(Cells cells)
    {
        if (columns.Where(c => c == keys.Account || c == keys.Item || c == ReportKeys.Shop).Any(c => SummaryRows.IsNamed(cells.Charset, cells.Bare(Array.IndexOf(columns, c)))))
        {
            cells.Pass(Reasons.SummaryRow);
            return null;
        }
        var account = keys.Account is { } who ? Nicks.Short(cells.Needed(At(who))) : "";
        var item = keys.Item is { } of ? cells.Needed(At(of)) : null;
        var (from, to) = DaysOf(cells);
        var told = new SortedDictionary<string, decimal?>(StringComparer.Ordinal);
        for (var i = 0; i < figures.Count; i++)
        {
            if (Figure(cells, figures[i], keys.Columns.Count() + i) is not var (known, value)) continue;
            if (known && (!told.TryGetValue(figures[i].Metric, out var earlier) || earlier is null)) told[figures[i].Metric] = value;
        }
        return new(cells.ShopOf(At(ReportKeys.Shop)), id, account, from, to, [.. told.Select(f => new ReportedFigure(f.Key, f.Value))]) { Item = item };
    }

    private (DateOnly From, DateOnly To) DaysOf(Cells cells)
    {
        if (keys.Day is { } day && cells.Name(At(day)) is { Length: > 0 } text)
        {
            if (Times.TryDay(cells.Bare(At(day)), out var one)) return (one, one);
            if (FileName.Period(text) is { } period) return period;
            cells.Fail(Reasons.Time(day.Name));
        }
        else if (keys.Day is not { Required: true } && cells.Period is { } whole) return whole;
        else cells.Fail(Reasons.Missing(keys.Day?.Name ?? "日期"));
        return default;
    }

    private static (bool Known, decimal? Value)? Figure(Cells cells, ReportColumn column, int at)
    {
        var raw = cells.Bytes(at);
        if (raw.IsEmpty) return null;
        if (cells.Name(at) is not { Length: > 0 } text) return (true, null);
        if (TryRead(column.How, text, cells.RatesInPercent, out var value)) return (true, value);
        cells.Fail(column.How switch
        {
            Told.Rate => Reasons.Rate(column.Name),
            Told.Duration => Reasons.Duration(column.Name),
            _ => Reasons.Number(column.Name),
        });
        return null;
    }

    private static bool TryRead(Told how, string text, bool percents, out decimal value)
    {
        switch (how)
        {
            case Told.Rate: return TryRate(text, percents, out value);
            // 答问比 is 1.31 or 130.77%, never 130.77.
            case Told.Ratio: return TryRate(text, percents: false, out value);
            case Told.Duration: return Durations.TryRead(text, out value);
            case Told.Minutes:
                var read = Amounts.TryNumber(text, out value);
                value *= 60;
                return read && value >= 0;
            default: return Amounts.TryNumber(text.TrimStart('¥', '￥').TrimEnd('元', '人', '件', '次', '条', '个', '天').Trim(), out value);
        }
    }

    private static bool TryRate(string text, bool percents, out decimal value)
    {
        var signed = text.EndsWith('%') || text.EndsWith('％');
        if (!Amounts.TryNumber(signed ? text[..^1].TrimEnd() : text, out value)) return false;
        if (signed || percents) value /= 100;
        return true;
    }

    /// <summary>A rate without a sign far above 1: the exporter writes percents, in columns where that cannot be seen too.</summary>
    private RateNotation NotationOf(IEnumerable<Cells> rows)
    {
        var (largest, names) = (new decimal[figures.Count], new string[figures.Count]);
        foreach (var cells in rows)
            for (var i = 0; i < figures.Count; i++)
            {
                var at = keys.Columns.Count() + i;
                if (figures[i].How != Told.Rate || cells.Name(at) is not { Length: > 0 } text) continue;
                if (text[^1] is '%' or '％' || !Amounts.TryNumber(text, out var rate) || rate <= largest[i]) continue;
                (largest[i], names[i]) = (rate, cells.Binding.Header[cells.Binding.Slots[at].Source]);
            }
        var percents = largest.Any(r => r > SurelyPercent);
        return new(percents, [.. names.Where((_, i) => percents && largest[i] is > 0 and <= 1)]);
    }

    private int At(Column column) => Array.IndexOf(columns, column);
}
