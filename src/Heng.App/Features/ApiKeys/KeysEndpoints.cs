using Heng.App.Ui;
using Heng.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.ApiKeys;

internal static class KeysEndpoints
{
    public const string Address = "/settings/keys";

    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Name, null);
        return services.AddSingleton<KnownKeys>().AddSingleton(s => new KeyDeeds(s.GetRequiredService<Database>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<KnownKeys>()))
            .AddSingleton<KeysQuery>().AddSingleton<KeysFor>(s => s.GetRequiredService<KeysQuery>().For);
    }

    public static void MapKeys(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string? did, HttpContext context, [FromServices] KeysFor view) =>
            await view(null, context) is { View: { } page } ? Pages.Show<KeysPage>(page with { Did = did == "1" }) : Pages.Error(StatusCodes.Status403Forbidden));

        pages.MapPost(Address, async (IFormCollection form, HttpContext context, [FromServices] KeysFor view) =>
        {
            // A key is told in the answer itself, and kept by no cache.
            context.Response.Headers.CacheControl = "no-store";
            return (await view(form, context)).View switch
            {
                null => Pages.Error(StatusCodes.Status403Forbidden),
                { Refused: not null } refused => Pages.Show<KeysPage>(refused, StatusCodes.Status400BadRequest),
                { Told: not null } told => Pages.Show<KeysPage>(told),
                _ => new SeeOther(Address + "?did=1"),
            };
        });
    }
}
