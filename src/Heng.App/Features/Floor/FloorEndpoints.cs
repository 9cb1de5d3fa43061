using Heng.App.Features.Board;
using Heng.App.Features.Cases;
using Heng.App.Features.Handovers;
using Heng.App.Features.Leaves;
using Heng.App.Features.People;
using Heng.App.Features.Rosters;
using Heng.App.Ui;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Floor;

/// <summary>The pages of the floor's day (日常).</summary>
internal static class FloorEndpoints
{
    public static IServiceCollection AddFloor(this IServiceCollection services, string folder) => services
        .AddSingleton(s => new FloorDesk(s.GetRequiredService<Database>(), folder, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ViewerFor>()))
        .AddSingleton<MyDayQuery>().AddSingleton<RosterQuery>().AddSingleton<LeaveQuery>().AddSingleton<HandoverQuery>().AddSingleton<CaseQuery>()
        .AddSingleton<MyDayFor>(s => s.GetRequiredService<MyDayQuery>().For).AddSingleton<LeaveFor>(s => s.GetRequiredService<LeaveQuery>().For)
        .AddSingleton<RosterFor>(s => s.GetRequiredService<RosterQuery>().For).AddSingleton<RosterFileFor>(s => s.GetRequiredService<RosterQuery>().File)
        .AddSingleton<HandoverFor>(s => s.GetRequiredService<HandoverQuery>().For).AddSingleton<StretchFileFor>(s => s.GetRequiredService<HandoverQuery>().Confirmed)
        .AddSingleton<CasesFor>(s => s.GetRequiredService<CaseQuery>().List)
        .AddSingleton<CaseFor>(s => (shop, id, context) => s.GetRequiredService<CaseQuery>().One(shop, id, null, context));

    public static void MapFloor(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.MyDay, (HttpContext context, [FromServices] MyDayFor day) => Pages.Show<MyDayPage, MyDayView>(day(context)));
        pages.MapBoard();
        pages.MapRoster();
        pages.MapLeave();
        pages.MapHandovers();
        pages.MapCases();
    }
}
