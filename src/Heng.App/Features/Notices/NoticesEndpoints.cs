using Heng.App.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Notices;

internal static class NoticesEndpoints
{
    public const string Address = "/notices";

    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<DailyNotices>().AddSingleton<NoticesQuery>().AddSingleton<NoticesFor>(s => s.GetRequiredService<NoticesQuery>().For);

    public static void MapNotices(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string? show, HttpContext context, [FromServices] NoticesFor view) =>
            Pages.Show<NoticesPage, NoticesView>(await view(show == "unread", null, context)));

        pages.MapPost(Address, async ([FromForm] string? to, HttpContext context, [FromServices] NoticesFor view) =>
        {
            var number = long.TryParse(to, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var given) ? given : 0;
            var seen = await view(false, number, context);
            return seen.View is null ? Pages.Error(seen.Status) : new SeeOther(Address);
        });
    }
}
