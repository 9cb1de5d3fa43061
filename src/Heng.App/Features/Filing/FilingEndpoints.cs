using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Store;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Filing;

internal static class FilingEndpoints
{
    public static IServiceCollection AddFiling(this IServiceCollection services, string folder) => services
        .AddSingleton(s => new FilingQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), folder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new ReportsQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), folder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<FilingFor>(s => s.GetRequiredService<FilingQuery>().Filing)
        .AddSingleton<DutiesFor>(s => s.GetRequiredService<FilingQuery>().DutySheet)
        .AddSingleton<ReportsFor>(s => s.GetRequiredService<ReportsQuery>().Reports)
        .AddSingleton<ReportFor>(s => s.GetRequiredService<ReportsQuery>().Report)
        .AddSingleton<MeetingsFor>(s => s.GetRequiredService<ReportsQuery>().Meetings)
        .AddSingleton<MeetingFor>(s => s.GetRequiredService<ReportsQuery>().Meeting);

    public static void MapFiling(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Filing, async (HttpContext context, [FromServices] FilingFor view) => Pages.Show<FilingPage, FilingView>(await view(null, context)));
        pages.MapPost(Links.Filing, async (IFormCollection form, HttpContext context, [FromServices] FilingFor view) => Posted<FilingPage, FilingView>(await view(form, context), v => v.Refused, _ => Links.Filing))
            .WithMetadata(new RequestSizeLimitAttribute(EvidenceUpload.MostForm));
        pages.MapGet(Links.Duties, async (HttpContext context, [FromServices] DutiesFor view) => Pages.Show<DutiesPage, DutiesView>(await view(null, context)));
        pages.MapPost(Links.Duties, async (IFormCollection form, HttpContext context, [FromServices] DutiesFor view) => Posted<DutiesPage, DutiesView>(await view(form, context), v => v.Refused, _ => Links.Duties));
        pages.MapGet(Links.Reports, async (HttpContext context, [FromServices] ReportsFor view) => Pages.Show<ReportsPage, ReportsView>(await view(null, context)));
        pages.MapPost(Links.Reports, async (IFormCollection form, HttpContext context, [FromServices] ReportsFor view) => Posted<ReportsPage, ReportsView>(await view(form, context), v => v.Refused, _ => Links.Reports));
        pages.MapGet(Links.Reports + "/{id:long}", async (long id, HttpContext context, [FromServices] ReportFor view) => Pages.Show<ReportPage, ReportView>(await view(id, null, context)));
        pages.MapPost(Links.Reports + "/{id:long}", async (long id, IFormCollection form, HttpContext context, [FromServices] ReportFor view) => Posted<ReportPage, ReportView>(await view(id, form, context), v => v.Refused, v => Links.Report(v.Id)));
        pages.MapGet(Links.Meetings, async (HttpContext context, [FromServices] MeetingsFor view) => Pages.Show<MeetingsPage, MeetingsView>(await view(null, context)));
        pages.MapPost(Links.Meetings, async (IFormCollection form, HttpContext context, [FromServices] MeetingsFor view) => Posted<MeetingsPage, MeetingsView>(await view(form, context), v => v.Refused, v => v.Next ?? Links.Meetings));
        pages.MapGet(Links.Meetings + "/{id:long}", async (long id, HttpContext context, [FromServices] MeetingFor view) => Pages.Show<MeetingPage, MeetingView>(await view(id, null, context)));
        pages.MapPost(Links.Meetings + "/{id:long}", async (long id, IFormCollection form, HttpContext context, [FromServices] MeetingFor view) => Posted<MeetingPage, MeetingView>(await view(id, form, context), v => v.Refused, v => Links.Meeting(v.Id)));
    }

    /// <summary>What was done leads on; what was refused shows the page again with why, and what was typed.</summary>
    internal static IResult Posted<TPage, TView>(Seen<TView> seen, Func<TView, Refusal?> refused, Func<TView, string> next) where TPage : IComponent where TView : class =>
        seen.View is not { } view ? Pages.Error(seen.Status) : refused(view) is null ? new SeeOther(next(view)) : Pages.Show<TPage>(view, StatusCodes.Status400BadRequest);
}
