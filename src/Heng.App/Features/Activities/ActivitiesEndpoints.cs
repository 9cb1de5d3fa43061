using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Activities;

internal static class ActivitiesEndpoints
{
    private const string OneActivity = Links.Activities + "/{id:long}";

    public static IServiceCollection AddActivities(this IServiceCollection services, string folder) => services
        .AddSingleton(s => new ActivitiesQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), folder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<ActivitiesFor>(s => s.GetRequiredService<ActivitiesQuery>().List)
        .AddSingleton<ActivityFor>(s => s.GetRequiredService<ActivitiesQuery>().One);

    public static void MapActivities(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Activities, async (HttpContext context, [FromServices] ActivitiesFor view) => Pages.Show<ActivitiesPage, ActivitiesView>(await view(null, context)));
        pages.MapPost(Links.Activities, async (IFormCollection form, HttpContext context, [FromServices] ActivitiesFor view) => FilingEndpoints.Posted<ActivitiesPage, ActivitiesView>(await view(form, context), v => v.Refused, v => v.Next ?? Links.Activities));
        pages.MapGet(OneActivity, async (long id, HttpContext context, [FromServices] ActivityFor view) => Pages.Show<ActivityPage, ActivityView>(await view(id, null, context)));
        pages.MapPost(OneActivity, async (long id, IFormCollection form, HttpContext context, [FromServices] ActivityFor view) => FilingEndpoints.Posted<ActivityPage, ActivityView>(await view(id, form, context), v => v.Refused, v => Links.Activity(v.Id)));
    }
}
