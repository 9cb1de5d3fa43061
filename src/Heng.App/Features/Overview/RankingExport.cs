using Heng.App.Features.Exports;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Overview;

/// <summary>The ranking as a table for spreadsheets. Rates are fractions; what is missing is a dash, since an empty cell would count as 0 in a formula.</summary>
public static class RankingExport
{
    private const string Missing = "–";

    /// <summary>To six places, without idle zeroes.</summary>
    public static object Number(decimal? value) => value is { } number ? Math.Round(number, 6, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m : Missing;

    public static ExportSheet Of(RankingTable table, Month month, Language language)
    {
        string Heading(Wording name, Unit unit) => Show.Units(unit, language) is { Length: > 0 } words ? $"{language.T(name)} ({words})" : language.T(name);
        List<string> columns =
        [
            language.T("名次", "Rank"), language.T("上月名次", "Rank last month"), language.T("客服", "Agent"), language.T("小组", "Group"),
            Heading(new("得分", "Score"), Unit.Points), language.T("等级", "Grade"), .. table.Columns.Select(c => Heading(c.Name, c.Unit)),
        ];
        if (table.PayVisible) columns.Add(Heading(new("实发", "Net pay"), Unit.Yuan));
        columns.Add(language.T("难分高下的名次", "Places not distinguishable"));
        columns.Add(language.T("暂定的数字", "Provisional numbers"));
        return new($"ranking-{month}", columns, [.. table.Rows.Select(r => Row(table, r, language))]);
    }

    private static List<object?> Row(RankingTable table, RankingRow row, Language language)
    {
        List<object?> cells =
            [Number(row.Rank), Number(row.RankBefore), row.Agent, row.Group, Number(row.Score.Value), row.Grade ?? Missing, .. row.Figures.Select(f => Number(f.Value))];
        if (table.PayVisible) cells.Add(Number(row.NetPay?.Value));
        cells.Add(row.Within is { } span ? $"{span.Best}–{span.Worst}" : "");
        cells.Add(string.Join(language.T("、", ", "), Provisional(table, row).Select(language.T)));
        return cells;
    }

    private static IEnumerable<Wording> Provisional(RankingTable table, RankingRow row)
    {
        if (row.Score.State == ValueState.Provisional) yield return new("得分", "Score");
        foreach (var (column, figure) in table.Columns.Zip(row.Figures))
            if (figure.State == ValueState.Provisional) yield return column.Name;
        if (row.NetPay?.State == ValueState.Provisional) yield return new("实发", "Net pay");
    }
}
