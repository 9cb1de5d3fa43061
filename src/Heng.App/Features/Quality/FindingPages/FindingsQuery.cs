using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Exports;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Findings;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Store;

namespace Heng.App.Features.Quality.FindingPages;

/// <summary>Fills the list of findings, and its file.</summary>
public sealed class FindingsQuery(Database database, ViewerFor viewers)
{
    public Task<Seen<FindingsView>> For(FindingsAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<FindingsView>.Forbidden);
        var sight = new Sight(viewer, database.People.Roster);
        var list = new FindingList(database, sight, database.Shops.All);
        var rows = list.Of(ask);
        var page = Paging.Held(ask.Page, rows.Count, FindingsAsk.PageSize);
        return Task.FromResult<Seen<FindingsView>>(new FindingsView(ask with { Page = page }, list.Quoted(Paging.Of(rows, page, FindingsAsk.PageSize), Preferences.Language(context)), rows.Count, sight.People(ask.Month), list.RulesOn(ask.Month.Last))
        {
            ByRule = FindingList.ByRule(rows), ByAgent = FindingList.ByAgent(rows), Covered = list.Covered(ask),
        });
    }

    public Task<Seen<ExportSheet>> File(FindingsAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<ExportSheet>.Forbidden);
        var language = Preferences.Language(context);
        string In(Wording words) => language.T(words.Zh, words.En);
        var rows = new FindingList(database, new(viewer, database.People.Roster), database.Shops.All).Of(ask);
        string[] columns =
        [
            language.T("店铺", "Shop"), language.T("日期", "Day"), language.T("客服", "Agent"), language.T("规则", "Rule"), language.T("严重程度", "Severity"), language.T("类别", "Category"), language.T("分数", "Points"), language.T("状态", "State"),
            language.T("接待编号", "Reception"), language.T("发现编号", "Finding"),
        ];
        return Task.FromResult<Seen<ExportSheet>>(new ExportSheet(language.T($"质检发现 {ask.Month}", $"Findings {ask.Month}"), columns,
        [
            .. rows.Select(r => (IReadOnlyList<object?>)
            [
                r.Shop, r.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Agent, In(r.Found.Name), In(SeverityWords.Of(r.Found.Severity)), r.Found.Category, r.Found.Points,
                r.Found.Counts ? language.T("计入", "counts") : In(SeverityWords.State(r.Found)), r.Reception, r.Found.Id,
            ]),
        ]));
    }
}
