using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Goals;

internal static class GoalsEndpoints
{
    private const string OneGoal = Links.Goals + "/{id:long}";

    public static IServiceCollection AddGoals(this IServiceCollection services, string folder) => services
        .AddSingleton(s => new GoalsQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), folder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<GoalsFor>(s => s.GetRequiredService<GoalsQuery>().List)
        .AddSingleton<GoalFor>(s => s.GetRequiredService<GoalsQuery>().One);

    public static void MapGoals(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Goals, async (HttpContext context, [FromServices] GoalsFor view) => Pages.Show<GoalsPage, GoalsView>(await view(null, context)));
        pages.MapPost(Links.Goals, async (IFormCollection form, HttpContext context, [FromServices] GoalsFor view) => FilingEndpoints.Posted<GoalsPage, GoalsView>(await view(form, context), v => v.Refused, v => v.Next ?? Links.Goals));
        pages.MapGet(OneGoal, async (long id, HttpContext context, [FromServices] GoalFor view) => Pages.Show<GoalPage, GoalView>(await view(id, null, context)));
        pages.MapPost(OneGoal, async (long id, IFormCollection form, HttpContext context, [FromServices] GoalFor view) => FilingEndpoints.Posted<GoalPage, GoalView>(await view(id, form, context), v => v.Refused, v => Links.Goal(v.Id)));
    }
}
