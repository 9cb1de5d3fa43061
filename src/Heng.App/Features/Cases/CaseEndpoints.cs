using Heng.App.Features.Doing;
using Heng.App.Features.Floor;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Cases;

internal static class CaseEndpoints
{
    private const string One = "/daily/case";

    public static void MapCases(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Cases, (string? list, string? state, string? reception, HttpContext context, [FromServices] CasesFor cases) =>
            Pages.Show<CasesPage, CasesView>(cases(new(list is CaseQuery.Group or CaseQuery.All ? list : CaseQuery.Mine, state is CaseQuery.Late or CaseQuery.Untold or CaseQuery.Closed ? state : CaseQuery.Open, string.IsNullOrEmpty(reception) ? null : reception), context)));

        pages.MapPost(Links.Cases, (IFormCollection form, HttpContext context, [FromServices] CaseQuery cases) =>
        {
            var seen = cases.New(new(form.Text("reception"), form.Text("category") ?? "", form.Text("note") ?? "", form.Instant("due"), form.Text("to")), context);
            return FloorAnswer.Of<CasesPage, CasesView>(seen, view => view.Refused, seen.View?.OpenedAt ?? Links.Cases);
        });

        pages.MapGet(One, (string? shop, string? id, HttpContext context, [FromServices] CaseFor cases) => Pages.Show<CasePage, CaseView>(cases(shop ?? "", id ?? "", context)));

        pages.MapPost(One, (IFormCollection form, HttpContext context, [FromServices] CaseQuery cases, [FromServices] FloorDesk desk) =>
        {
            var (shop, id) = (form.Text("shop") ?? "", form.Text("id") ?? "");
            return FloorAnswer.Of<CasePage, CaseView>(cases.One(shop, id, viewer => Words.Read<CaseEvent>(form.Text("act")) is { } act
                ? new CaseDoing(desk).Do(shop, id, act, form.Text("note") ?? "", form.Text("to"), form.Text("department"), form.Instant("due"), viewer)
                : CaseWords.Of(CaseRefusal.NotYours), context), view => view.Refused, Links.Case(shop, id));
        });
    }
}
