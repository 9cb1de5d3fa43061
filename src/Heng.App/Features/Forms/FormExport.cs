using Heng.App.Features.Exports;
using Heng.App.Features.Overview;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Forms;

/// <summary>The assessment form as a table: an item a row, the total last.</summary>
public static class FormExport
{
    public static ExportSheet Of(FormView view, Language language)
    {
        string[] columns =
        [
            language.T("维度", "Dimension"), language.T("考核项", "Item"), language.T("定义", "Definition"), language.T("怎样得分", "Points by"), language.T("满分", "Full"), language.T("结果", "Result"), language.T("自评", "Self"),
            language.T("同事评分（平均）", "Peers (mean)"), language.T("组长评分", "Leader"), language.T("其他评分（平均）", "Others (mean)"), language.T("评语", "Comments"), language.T("得分", "Points"), language.T("加减分理由", "Reasons for plus and minus"),
        ];
        var rows = view.Dimensions.SelectMany(d => d.Items.Select(i => (IReadOnlyList<object?>)
        [
            language.T(d.Name), language.T(i.Name), language.T(i.Measures), language.T(i.Method), i.Full, i.Result is { } result ? language.T(result) : "", Mark(i.Marks.Self), Mark(i.Marks.Peers), Mark(i.Marks.Leader), Mark(i.Marks.Others),
            string.Join("\n", i.Comments.Select(language.T)), RankingExport.Number(i.Points), string.Join("\n", i.Reasons.Select(r => Reason(r, language))),
        ]));
        return new($"form-{view.Month}-{SlipFiles.Plain(view.Agent)}", columns, [.. rows, ["", language.T("总分", "Score"), "", "", view.Full, view.Grade ?? "", "", "", "", "", "", RankingExport.Number(view.Score), string.Join("\n", view.Notes.Select(language.T))]]);
    }

    public static string Reason(FormReason reason, Language language) => reason.Points is { } points ? $"{language.T(reason.Words)} {Show.Signed(points, 2)}" : language.T(reason.Words);

    /// <summary>Nobody was asked, or nobody gave any: an empty cell is not 0, and no column is added up.</summary>
    private static object? Mark(decimal? mark) => mark is { } given ? RankingExport.Number(given) : "";
}
