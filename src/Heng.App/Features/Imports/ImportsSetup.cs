using Heng.App.Ui;
using Heng.Store;

namespace Heng.App.Features.Imports;

public static class ImportsSetup
{
    public static IServiceCollection AddImportPages(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(p => new ImportJobs(p.GetRequiredService<Database>(), dataFolder, TimeProvider.System, p.GetRequiredService<ILogger<ImportJobs>>()));
        services.AddSingleton<ImportsQuery>();
        services.AddSingleton<ImportsFor>(p => p.GetRequiredService<ImportsQuery>().Past);
        services.AddSingleton<ImportFor>(p => p.GetRequiredService<ImportsQuery>().One);
        services.AddSingleton<StartImport>(p => p.GetRequiredService<ImportsQuery>().Start);
        services.AddSingleton<CancelImport>(p => p.GetRequiredService<ImportsQuery>().Cancel);
        services.AddSingleton<TryAsideAgain>(p => p.GetRequiredService<ImportsQuery>().TryAgain);
        return services;
    }

    public static void MapRejectedRows(this IEndpointRouteBuilder app) => app.MapGet("/import/{id}/rejected.csv", (string id, HttpContext context, ImportsQuery query) =>
    {
        var seen = query.Rejected(id, context);
        return seen.View is { } sheet ? sheet.As("csv") : Pages.Error(seen.Status);
    });
}
