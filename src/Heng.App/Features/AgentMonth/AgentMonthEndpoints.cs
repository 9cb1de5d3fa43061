using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.AgentMonth;

internal static class AgentMonthEndpoints
{
    public static void MapAgentMonth(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/month/{month}/agent/{agent}", async (string month, string agent, HttpContext context, [FromServices] AgentMonthFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<AgentMonthPage, AgentMonthView>(await view(of, Links.NameIn(agent), context)) : Pages.Error(StatusCodes.Status404NotFound));
}
