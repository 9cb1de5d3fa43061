using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Filing;

/// <summary>A file of evidence, to whom it may be shown; null where it is not there for them.</summary>
public delegate (KeptEvidence Of, byte[] Content)? EvidenceFor(long id, HttpContext context);

/// <summary>Evidence is seen by whoever sees what it belongs to, and by who brought it.</summary>
public static class EvidenceSight
{
    /// <summary>To whose pages the evidence belongs; stored, never renamed.</summary>
    public const string OfIncidents = "incidents", OfFilings = "filings";

    public static (KeptEvidence Of, byte[] Content)? Find(Database database, Viewer viewer, Instant now, long id)
    {
        // Recordings are played on the pages of their inspections.
        if (database.Evidence.Find(id) is not { } evidence || evidence.Area == Inspections.Recordings.Area) return null;
        var filer = new Filer(database, viewer, now);
        var group = filer.GroupOf(evidence.About);
        var sees = evidence.By == filer.Name || (evidence.Area == OfIncidents ? Rights.SeesIncidents(viewer, evidence.About, group) : Rights.SeesFilings(viewer, evidence.About, group));
        return sees ? (evidence, database.Evidence.Content(id)) : null;
    }
}

internal static class EvidenceEndpoints
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services.AddSingleton<EvidenceFor>(s => (id, context) => s.GetRequiredService<ViewerFor>()(context) is { } viewer
        ? EvidenceSight.Find(s.GetRequiredService<Database>(), viewer, new Instant(s.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds()), id) : null);

    /// <summary>Pictures are shown, a PDF is only saved; neither is taken for anything but what its bytes say.</summary>
    public static void MapEvidence(this IEndpointRouteBuilder pages) => pages.MapGet("/daily/evidence/{id:long}", (long id, HttpContext context, [FromServices] EvidenceFor find) =>
    {
        if (find(id, context) is not var (of, content)) return Pages.Error(StatusCodes.Status404NotFound);
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "private, no-store";
        return of.Type == EvidenceType.Pdf ? TypedResults.File(content, Evidences.MediaType(of.Type), $"evidence-{id}.pdf") : TypedResults.File(content, Evidences.MediaType(of.Type));
    });
}
