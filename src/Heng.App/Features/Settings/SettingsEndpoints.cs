using Heng.App.Features.ApiKeys;
using Heng.App.Features.KeptHere;
using Heng.App.Features.Webhooks;
using Heng.App.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Settings;

internal static class SettingsEndpoints
{
    private const string Address = "/settings";

    public static IServiceCollection AddSettings(this IServiceCollection services) => services.AddSingleton<SettingsQuery>().AddSingleton<SettingsFor>(s => s.GetRequiredService<SettingsQuery>().For);

    public static void MapSettings(this IEndpointRouteBuilder pages)
    {
        pages.MapKeptHere();
        pages.MapKeys();
        pages.MapWebhooks();
        pages.MapGet(Address, async (string? did, HttpContext context, [FromServices] SettingsFor view) =>
            await view(null, context) is { View: { } page } ? Pages.Show<SettingsPage>(page with { Did = did == "1" }) : Pages.Error(StatusCodes.Status403Forbidden));

        pages.MapPost(Address, async (IFormCollection form, HttpContext context, [FromServices] SettingsFor view) =>
            await view([.. form["roles"].OfType<string>()], context) is { View: not null } ? new SeeOther(Address + "?did=1#sign-in") : Pages.Error(StatusCodes.Status403Forbidden));
    }
}
