using Heng.App.Features.Exports;
using Heng.App.Features.Overview;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Features.TeamReports;

/// <summary>The report as one list: what part of it, of what, whose, and how much. Rates are fractions, what is missing is a dash.</summary>
public static class TeamReportExport
{
    public static ExportSheet Of(TeamReportView view, Language language) => new($"report-{view.Month}",
        [language.T("部分", "Part"), language.T("项目", "What"), language.T("小组", "Group"), language.T("人员", "Person"), language.T("数值", "Value"), language.T("单位", "Unit"), language.T("说明", "Remark")],
        [.. Metrics(view, language), .. Plans(view, language), .. Moves(view, language), .. Hours(view, language), .. Weeks(view, language)]);

    private static IEnumerable<object?[]> Metrics(TeamReportView view, Language language)
    {
        foreach (var row in view.Metrics)
        {
            object?[] Cell(string group, Figure figure) =>
                [language.T("各组对比", "Groups"), language.T(row.Name), group, "", Number(figure.Value), Show.Units(row.Unit, language), figure.State == ValueState.Provisional ? language.T("暂定", "provisional") : ""];
            foreach (var (group, figure) in view.Groups.Zip(row.Groups)) yield return Cell(group, figure);
            if (row.Shop is { } shop) yield return Cell(language.T("全店", "the shop"), shop);
        }
    }

    private static IEnumerable<object?[]> Plans(TeamReportView view, Language language)
    {
        foreach (var plan in view.Plans)
        {
            foreach (var item in plan.Items)
            {
                foreach (var (group, points) in view.Groups.Zip(item.Groups))
                    if (points is not null) yield return [language.T(plan.Title), language.T(item.Name), group, "", Number(points), language.T("分", "pts"), language.T("平均", "mean")];
                yield return [language.T(plan.Title), language.T(item.Name), language.T("全部", "all"), "", Number(item.All), language.T("分", "pts"), language.T("平均", "mean")];
            }
            foreach (var band in plan.Bands) yield return [language.T(plan.Title), language.T($"得分 {band.From} 起", $"score from {band.From}"), "", "", band.People, language.T("人", "people"), ""];
            foreach (var (grade, people) in plan.Grades) yield return [language.T(plan.Title), language.T($"等级 {grade}", $"grade {grade}"), "", "", people, language.T("人", "people"), ""];
        }
    }

    private static IEnumerable<object?[]> Moves(TeamReportView view, Language language) => view.Moves.Select(m => (object?[])
        [language.T("变动", "What moved"), language.T("得分", "Score"), m.Group, m.Agent, Number(m.Moved), language.T("分", "pts"), m.Item is { } item ? $"{language.T(item)} {Show.Signed(m.ItemMoved, 2)}" : ""]);

    private static IEnumerable<object?[]> Hours(TeamReportView view, Language language)
    {
        for (var day = 0; day < view.Hours.Days.Count; day++)
            for (var hour = 0; hour < view.Hours.Days[day].Count; hour++)
                if (view.Hours.Days[day][hour] is > 0 and var count)
                    yield return [language.T(view.Hours.Counts), $"{ShowDates.Weekday((DayOfWeek)((day + 1) % 7), language)} {hour}:00", "", "", count, Show.Units(Unit.People, language), ""];
    }

    private static IEnumerable<object?[]> Weeks(TeamReportView view, Language language)
    {
        foreach (var week in view.Weeks)
        {
            var part = $"{language.T("进线分配", "Allocation")} {week.Id} · {language.T(PositionWords.Of(week.Position))}";
            foreach (var share in week.Allocation.Shares)
            {
                yield return [part, language.T("进线", "Buyers"), week.Group, share.Agent, share.Buyers, Show.Units(Unit.People, language), language.T(TeamWords.Of(week.Allocation.By))];
                yield return [part, language.T("按时长应得", "Due by duty"), week.Group, share.Agent, Number(share.Due), Show.Units(Unit.People, language), ""];
            }
            yield return [part, "p", week.Group, "", Number(week.Allocation.Fit.P), "", $"{language.T(TeamWords.Of(week.Allocation.Verdict))} · {language.T(TeamWords.Test(week.Allocation.Fit))}"];
            foreach (var made in week.Corrections) yield return [part, language.T("纠正", "Correction"), week.Group, made.Who, "", "", $"{ShowDates.Minute(made.At)} {made.What}"];
        }
    }

    private static object Number(decimal? value) => RankingExport.Number(value);
}
