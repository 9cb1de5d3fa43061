using Heng.App.Features.Filing;
using Heng.App.Ui;
using Heng.Engine.Quality.Causes;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Coaching;

internal static class CoachingEndpoints
{
    private const string One = Links.Coaching + "/{id:long}";

    public static IServiceCollection AddCoaching(this IServiceCollection services) => services.AddSingleton<CoachingQuery>()
        .AddSingleton<CoachingFor>(s => s.GetRequiredService<CoachingQuery>().List)
        .AddSingleton<NewCoachingFor>(s => s.GetRequiredService<CoachingQuery>().New)
        .AddSingleton<CoachingTaskFor>(s => s.GetRequiredService<CoachingQuery>().One);

    public static void MapCoaching(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Coaching, async ([AsParameters] Query query, HttpContext context, [FromServices] CoachingFor view) =>
            query.Ask is { } ask ? Pages.Show<CoachingPage, CoachingView>(await view(ask, context)) : Pages.Error(StatusCodes.Status404NotFound)).AddEndpointFilter<DefaultMonth>();
        pages.MapGet(Links.NewCoaching, async ([AsParameters] Query query, HttpContext context, [FromServices] NewCoachingFor view) => Pages.Show<NewCoachingPage, NewCoachingView>(await view(query.New, null, context)));
        pages.MapPost(Links.NewCoaching, async ([AsParameters] Query query, IFormCollection form, HttpContext context, [FromServices] NewCoachingFor view) =>
            FilingEndpoints.Posted<NewCoachingPage, NewCoachingView>(await view(query.New, form, context), v => v.Refused, v => v.Begun is { } begun ? Links.CoachingTask(begun) : Links.Coaching));
        pages.MapGet(One, async (long id, HttpContext context, [FromServices] CoachingTaskFor view) => Pages.Show<CoachingTaskPage, CoachingTaskView>(await view(id, null, context)));
        pages.MapPost(One, async (long id, IFormCollection form, HttpContext context, [FromServices] CoachingTaskFor view) => FilingEndpoints.Posted<CoachingTaskPage, CoachingTaskView>(await view(id, form, context), v => v.Refused, v => Links.CoachingTask(v.Id)));
    }

    internal sealed record Query
    {
        public string? Month { get; init; } public string? Group { get; init; } public string? Agent { get; init; } public string? Cause { get; init; } public string? Page { get; init; }

        public CoachingAsk? Ask => Engine.Records.Month.Parse(Month ?? "") is { } month ? new(month, Given(Group), Given(Agent), Engine.Quality.Causes.Cause.Parse(Given(Cause)), Paging.Asked(Page)) : null;
        public NewCoachingAsk? New => Engine.Records.Month.Parse(Month ?? "") is { } month && Engine.Quality.Causes.Cause.Parse(Given(Cause)) is { } cause ? new(month, Given(Agent), Given(Group), cause) : null;

        private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
