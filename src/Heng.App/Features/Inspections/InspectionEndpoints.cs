using Heng.App.Features.Doing;
using Heng.App.Features.Meaning;
using Heng.App.Features.People;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Inspections;

internal static class InspectionEndpoints
{
    private const string One = Links.Inspections + "/{id:long}", Plan = Links.SamplingPlans + "/{id:long}", Calibrated = Links.Calibrations + "/{id:long}", Sound = One + "/recording";
    private const long MostForm = 512 * 1024;

    public static IServiceCollection AddInspections(this IServiceCollection services, string folder) => services
        .AddSingleton(s => new InspectionDoing(s.GetRequiredService<Database>(), folder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new InspectionsQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), folder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new InspectionQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<ReceptionFor>(), folder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new SamplingQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), folder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new AgreementQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<ReceptionFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<InspectionsFor>(s => s.GetRequiredService<InspectionsQuery>().List)
        .AddSingleton<InspectionFor>(s => s.GetRequiredService<InspectionQuery>().One)
        .AddSingleton(s => new ModelAsking(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<MeaningReader>(), s.GetRequiredService<InspectionQuery>()))
        .AddSingleton<ModelAskedFor>(s => s.GetRequiredService<ModelAsking>().Ask)
        .AddSingleton<RecordingFor>(s => s.GetRequiredService<InspectionQuery>().Recording)
        .AddSingleton<RecordingBrought>(s => s.GetRequiredService<InspectionQuery>().Record)
        .AddSingleton<SamplingPlansFor>(s => s.GetRequiredService<SamplingQuery>().List)
        .AddSingleton<SamplingPlanFor>(s => s.GetRequiredService<SamplingQuery>().One)
        .AddSingleton<AgreementFor>(s => s.GetRequiredService<AgreementQuery>().Month)
        .AddSingleton<CalibrationsFor>(s => s.GetRequiredService<AgreementQuery>().Calibrations)
        .AddSingleton<CalibrationFor>(s => s.GetRequiredService<AgreementQuery>().Calibration);

    public static void MapInspections(this IEndpointRouteBuilder pages)
    {
        MapQueue(pages);
        MapPlans(pages);
        pages.MapGet(Links.InspectionAgreement, async (string? month, HttpContext context, [FromServices] AgreementFor view) =>
            Month.Parse(month ?? "") is { } of ? Pages.Show<AgreementPage, AgreementView>(await view(of, context)) : Pages.Error(StatusCodes.Status404NotFound)).AddEndpointFilter<DefaultMonth>();

        pages.MapGet(Links.Calibrations, async (HttpContext context, [FromServices] CalibrationsFor view) => Pages.Show<CalibrationsPage, CalibrationsView>(await view(null, context)));
        pages.MapPost(Links.Calibrations, async (IFormCollection form, HttpContext context, [FromServices] CalibrationsFor view) =>
        {
            var seen = await view(form, context);
            return seen.View is not { } page ? Pages.Error(seen.Status) : page.Begun is { } id ? new SeeOther(Links.Calibration(id)) : Pages.Show<CalibrationsPage>(page, StatusCodes.Status400BadRequest);
        });
        pages.MapGet(Calibrated, async (long id, string? item, HttpContext context, [FromServices] CalibrationFor view) => Pages.Show<CalibrationPage, CalibrationView>(await view(id, item, null, context)));
        pages.MapPost(Calibrated, async (long id, IFormCollection form, HttpContext context, [FromServices] CalibrationFor view) =>
        {
            var seen = await view(id, null, form, context);
            return seen.View is not { } page ? Pages.Error(seen.Status) : page.Asked ? Pages.Show<CalibrationPage>(page) : page.Refused is null ? new SeeOther(Links.Calibration(id)) : Pages.Show<CalibrationPage>(page, StatusCodes.Status400BadRequest);
        }).WithMetadata(new ComesBack());
    }

    private static void MapQueue(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Inspections, async (string? show, string? page, HttpContext context, [FromServices] InspectionsFor view) =>
            Pages.Show<InspectionsPage, InspectionsView>(await view(new(string.IsNullOrEmpty(show) ? null : show, Paging.Asked(page)), null, context)));
        pages.MapPost(Links.Inspections, async (IFormCollection form, HttpContext context, [FromServices] InspectionsFor view) =>
        {
            var seen = await view(new(null), form, context);
            return seen.View is not { } page ? Pages.Error(seen.Status) : page.Refused is null ? new SeeOther(page.Next ?? Links.Inspections) : Pages.Show<InspectionsPage>(page, StatusCodes.Status400BadRequest);
        });
        pages.MapGet(One, async (long id, HttpContext context, [FromServices] InspectionFor view) => Pages.Show<InspectionPage, InspectionView>(await view(id, null, context)));
        pages.MapPost(One, async (long id, IFormCollection form, HttpContext context, [FromServices] InspectionFor view, [FromServices] ModelAskedFor ask, [FromServices] InspectionsFor queue) =>
        {
            if (form.Text("ask") == "model") return Asked(await ask(id, form, context));
            var seen = await view(id, form, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            if (page.Asked || page.Refused is not null) return Asked(seen);
            return new SeeOther(form.Text("then") == "next" ? (await queue(new(null), Next, context)).View?.Next ?? Links.Inspections : Links.Inspection(id));
        }).WithMetadata(new ComesBack());
        pages.MapGet(Sound, (long id, HttpContext context, [FromServices] RecordingFor find) =>
        {
            if (find(id, context) is not var (media, content)) return Pages.Error(StatusCodes.Status404NotFound);
            context.Response.Headers.CacheControl = "private, no-store";
            return TypedResults.File(content, media, enableRangeProcessing: true);
        });
        pages.MapPost(Sound, async (long id, IFormCollection form, HttpContext context, [FromServices] InspectionFor view, [FromServices] RecordingBrought bring) =>
        {
            var seen = await view(id, null, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            var refused = bring(id, form, context);
            return refused is null ? new SeeOther(Links.Inspection(id)) : Pages.Show<InspectionPage>(page with { Refused = refused }, StatusCodes.Status400BadRequest);
        }).WithMetadata(new RequestSizeLimitAttribute(Evidences.MostBytes + 64 * 1024));
    }

    /// <summary>The page with what was typed, asked or refused: marks that are half done are not lost over a question.</summary>
    private static IResult Asked(Seen<InspectionView> seen) =>
        seen.View is not { } page ? Pages.Error(seen.Status) : Pages.Show<InspectionPage>(page, page.Refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static readonly FormCollection Next = new(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["act"] = "next" });

    private static void MapPlans(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.SamplingPlans, async (HttpContext context, [FromServices] SamplingPlansFor view) => Pages.Show<SamplingPlansPage, SamplingPlansView>(await view(null, context)));
        pages.MapPost(Links.SamplingPlans, async (IFormCollection form, HttpContext context, [FromServices] SamplingPlansFor view) =>
        {
            var seen = await view(form, context);
            return seen.View is not { } page ? Pages.Error(seen.Status) : page.Begun is { } id ? new SeeOther(Links.SamplingPlan(id)) : Pages.Show<SamplingPlansPage>(page, StatusCodes.Status400BadRequest);
        }).WithMetadata(new RequestSizeLimitAttribute(MostForm));
        pages.MapGet(Plan, async (long id, string? again, HttpContext context, [FromServices] SamplingPlanFor view) => Pages.Show<SamplingPlanPage, SamplingPlanView>(await view(id, again is not null, null, context)));
        pages.MapPost(Plan, async (long id, IFormCollection form, HttpContext context, [FromServices] SamplingPlanFor view) =>
        {
            var seen = await view(id, false, form, context);
            return seen.View is not { } page ? Pages.Error(seen.Status) : page.Refused is null ? new SeeOther(Links.SamplingPlan(id)) : Pages.Show<SamplingPlanPage>(page, StatusCodes.Status400BadRequest);
        });
    }
}
