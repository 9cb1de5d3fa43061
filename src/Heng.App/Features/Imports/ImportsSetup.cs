using Heng.App.Features.Exports;
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
        return services;
    }

    public static void MapRejectedRows(this IEndpointRouteBuilder app) => app.MapGet("/import/{id}/rejected.csv", (string id, HttpContext context, ImportsQuery query) =>
        query.Rejected(id, context) is { } rows
            ? new ExportSheet($"rejected-{id}", ["file", "line", "reason", "raw"], [.. rows.Select(r => (IReadOnlyList<object?>)[r.File, r.Row.Line, r.Row.Reason, r.Row.Raw])]).As("csv")
            : Pages.Error(StatusCodes.Status404NotFound));
}
