using Heng.App.Features.Exports;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Components;

namespace Heng.App.Features.Pay.Papers;

/// <summary>A sheet about one person's month: as a page, as a table, and on paper.</summary>
/// <param name="Page">The page, told whether its PDF failed.</param>
/// <param name="OnPaper">The view as it is printed, and what the file and its heading are called.</param>
internal sealed record PersonSheet<TView>(
    Func<HttpContext, Func<Month, string, HttpContext, Task<Seen<TView>>>> View, Func<TView, bool, IResult> Page, Func<TView, Language, ExportSheet> Table,
    Func<TView, (object View, string File, Wording Title, string Agent, string Link)> OnPaper) where TView : class;

internal static class PersonSheets
{
    public static void MapPersonSheet<TSheet, TView>(this IEndpointRouteBuilder pages, string address, PersonSheet<TView> of) where TSheet : IComponent where TView : class
    {
        pages.MapGet(address, (string month, string agent, string? pdf, HttpContext context) => Seen(month, agent, context, of, (_, view) => Task.FromResult(of.Page(view, pdf == PayEndpoints.Failed))));
        pages.MapGet(address + ".xlsx", (string month, string agent, HttpContext context) => Seen(month, agent, context, of, (_, view) => Task.FromResult(of.Table(view, Preferences.Language(context)).As("xlsx"))));
        pages.MapGet(address + ".pdf", (string month, string agent, HttpContext context, ILoggerFactory logs) => Seen(month, agent, context, of, (when, view) =>
        {
            var paper = of.OnPaper(view);
            return SheetPrint.Of<TSheet>($"{paper.File}-{when}-{paper.Agent}", $"{Preferences.Language(context).T(paper.Title)} {paper.Agent} {when}", paper.View, paper.Link, context, logs.CreateLogger<TSheet>());
        }));
    }

    private static async Task<IResult> Seen<TView>(string month, string agent, HttpContext context, PersonSheet<TView> of, Func<Month, TView, Task<IResult>> shown) where TView : class
    {
        if (Month.Parse(month) is not { } when) return Pages.Error(StatusCodes.Status404NotFound);
        var seen = await of.View(context)(when, Links.NameIn(agent), context);
        return seen.View is { } view ? await shown(when, view) : Pages.Error(seen.Status);
    }
}
