using System.Globalization;
using Heng.App.Features.Exports;
using Heng.App.Ui;

namespace Heng.App.Features.Suggestions;

internal static class SuggestionSheet
{
    public static ExportSheet Of(IEnumerable<SuggestionRow> rows, Language language)
    {
        string T(string zh, string en) => language.T(zh, en);
        return new(T("建议", "suggestions"), [T("编号", "Number"), T("日期", "Day"), T("标题", "Title"), T("类别", "Category"), T("提出人", "By"), T("状态", "State"), T("赞成", "For it"), T("答复已晚（天）", "Answer late (days)"), T("待答复", "Waits for")],
            [.. rows.Select(r => (IReadOnlyList<object?>)[r.Id, r.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Title, language.T(SuggestionWords.Of(r.Category)), r.Author, language.T(SuggestionWords.Of(r.Stage)), r.Votes, r.DaysLate > 0 ? r.DaysLate : null, string.Join('、', r.WaitsFor)])]);
    }
}
