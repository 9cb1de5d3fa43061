using Heng.App.Features.Exports;
using Heng.App.Features.Overview;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Features.PersonReports;

/// <summary>A person's report as a table: the score, then its items. Rates are fractions; what is missing is a dash, since an empty cell would count as 0 in a formula.</summary>
public static class PersonReportExport
{
    public static ExportSheet Of(PersonReportView view, Language language)
    {
        string[] columns =
        [
            language.T("考核项", "Item"), language.T("单位", "Unit"), language.T("本月", "This month"), language.T("目标", "Target"), language.T("得分", "Points"), language.T("满分", "Full"),
            language.T("前 3 个月平均", "Mean of 3 months before"), language.T("前 12 个月平均", "Mean of 12 months before"), language.T("本组平均", "Group mean"), language.T("案例数", "Cases"),
            language.T("样本小", "Few cases"), language.T("可及的一步", "Realistic step"), .. view.PayVisible ? new[] { language.T("多得（元）", "Gain (CNY)") } : [], language.T("多得（分）", "Gain (pts)"),
        ];
        var score = view.Score;
        var total = Row(view, language, language.T("总分", "Score"), Unit.Points, score.Score.Value, "", score.Score.Value, score.Full, score.Three, score.Twelve, score.Group, null, false, null);
        return new($"report-{view.Month}-{SlipFiles.Plain(view.Agent)}", columns, [total, .. view.Items.Select(i => Row(
            view, language, language.T(i.Name), i.Unit, i.Now.Value, i.Target is { } target ? language.T(target) : "", i.Points.Value, i.Full, i.Three, i.Twelve, i.Group, i.Cases, i.Small,
            view.Gains.FirstOrDefault(g => g.Item.Id == i.Id)))]);
    }

    private static IReadOnlyList<object?> Row(
        PersonReportView view, Language language, string name, Unit unit, decimal? now, string target, decimal? points, decimal full, decimal? three, decimal? twelve, decimal? group, int? cases, bool small, ReportGain? gain) =>
    [
        name, unit == Unit.Rate ? "" : Show.Units(unit, language), Number(now), target, Number(points), full, Number(three), Number(twelve), Number(group), Number(cases), small ? language.T("是", "yes") : "",
        gain is null ? "" : Number(gain.To), .. view.PayVisible ? new[] { gain is null ? "" : Number(gain.Pay) } : [], gain is null ? "" : Number(gain.Points),
    ];

    private static object Number(decimal? value) => RankingExport.Number(value);
}
