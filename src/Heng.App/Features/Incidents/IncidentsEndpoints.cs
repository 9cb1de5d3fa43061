using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Incidents;

internal static class IncidentsEndpoints
{
    private const string One = Links.Incidents + "/{id:long}";

    public static IServiceCollection AddIncidents(this IServiceCollection services, string folder) => services.AddEvidence()
        .AddSingleton(s => new IncidentsQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), folder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<IncidentsFor>(s => s.GetRequiredService<IncidentsQuery>().List)
        .AddSingleton<IncidentFor>(s => s.GetRequiredService<IncidentsQuery>().One);

    public static void MapIncidents(this IEndpointRouteBuilder pages)
    {
        pages.MapEvidence();
        pages.MapGet(Links.Incidents, async (HttpContext context, [FromServices] IncidentsFor view) => Pages.Show<IncidentsPage, IncidentsView>(await view(null, context)));
        pages.MapPost(Links.Incidents, async (IFormCollection form, HttpContext context, [FromServices] IncidentsFor view) =>
        {
            var seen = await view(form, context);
            return seen.View is not { } page ? Pages.Error(seen.Status) : page.Refused is null ? new SeeOther(page.Next ?? Links.Incidents) : Pages.Show<IncidentsPage>(page, StatusCodes.Status400BadRequest);
        }).WithMetadata(new RequestSizeLimitAttribute(EvidenceUpload.MostForm));

        pages.MapGet(One, async (long id, HttpContext context, [FromServices] IncidentFor view) => Pages.Show<IncidentPage, IncidentView>(await view(id, null, context)));
        pages.MapPost(One, async (long id, IFormCollection form, HttpContext context, [FromServices] IncidentFor view) =>
        {
            var seen = await view(id, form, context);
            return seen.View is not { } page ? Pages.Error(seen.Status) : page.Refused is null ? new SeeOther(Links.Incident(id)) : Pages.Show<IncidentPage>(page, StatusCodes.Status400BadRequest);
        }).WithMetadata(new RequestSizeLimitAttribute(EvidenceUpload.MostForm));
    }
}
