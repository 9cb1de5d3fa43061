using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Exports;
using Heng.App.Features.Filing;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Warnings;

internal static class WarningEndpoints
{
    public static IServiceCollection AddWarnings(this IServiceCollection services) => services
        .AddSingleton<WarningBook>().AddSingleton<WarningTold>().AddSingleton<WarningsQuery>().AddSingleton(s => new WarningPreview(s.GetRequiredService<Database>())).AddSingleton<WarningSettingsQuery>().AddSingleton<LiveChatQuery>().AddHostedService<WarningRounds>()
        .AddSingleton<WarningsFor>(s => s.GetRequiredService<WarningsQuery>().For).AddSingleton<LiveChatFor>(s => s.GetRequiredService<LiveChatQuery>().For)
        .AddSingleton<WarningSettingsFor>(s => s.GetRequiredService<WarningSettingsQuery>().Settings).AddSingleton<WarningPreviewFor>(s => s.GetRequiredService<WarningSettingsQuery>().Preview).AddSingleton<WarningReportFor>(s => s.GetRequiredService<WarningSettingsQuery>().Report);

    public static void MapWarnings(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(WarningLinks.List, async (string? shop, string? group, string? show, HttpContext context, [FromServices] WarningsFor view) =>
            Pages.Show<WarningsPage, WarningsView>(await view(new(Given(shop), Given(group), Enum.GetValues<WarningShow>().FirstOrDefault(s => Json.Kebab(s) == show)), null, null, context)));
        pages.MapPost(WarningLinks.List + "/{id:long}", async (long id, IFormCollection form, HttpContext context, [FromServices] WarningsFor view) =>
            FilingEndpoints.Posted<WarningsPage, WarningsView>(await view(new(), id, form, context), v => v.Refused, v => WarningLinks.One(id, v.Ask.Show)));
        pages.MapGet(WarningLinks.Settings, async (string? did, HttpContext context, [FromServices] WarningSettingsFor view) =>
            Pages.Show<WarningSettingsPage, WarningSettingsView>(await view(null, context) is { View: { } page } ? page with { Did = did == "1" } : Seen<WarningSettingsView>.Forbidden));
        pages.MapPost(WarningLinks.Settings, async (IFormCollection form, HttpContext context, [FromServices] WarningSettingsFor view) =>
            FilingEndpoints.Posted<WarningSettingsPage, WarningSettingsView>(await view(form, context), v => v.Refused, _ => WarningLinks.Settings + "?did=1"));
        // Nothing is kept: the page comes back as it was filled in.
        pages.MapPost(WarningLinks.Preview, async (IFormCollection form, HttpContext context, [FromServices] WarningPreviewFor view) => await view(form, context) is var seen && seen.View?.Refused is null
            ? Pages.Show<WarningSettingsPage, WarningSettingsView>(seen) : FilingEndpoints.Posted<WarningSettingsPage, WarningSettingsView>(seen, v => v.Refused, _ => WarningLinks.Settings));
        pages.MapGet(WarningLinks.Report, async (string? month, HttpContext context, [FromServices] WarningReportFor view) => Pages.Show<WarningReportPage, WarningReportView>(await view(Month.Parse(month ?? ""), context)));
        pages.MapGet(WarningLinks.ReportFile, async (string? month, HttpContext context, [FromServices] WarningReportFor view) =>
            await view(Month.Parse(month ?? ""), context) is { View: { } report } ? Sheet(report, Preferences.Language(context)).As("csv") : Pages.Error(StatusCodes.Status403Forbidden));
        pages.MapGet(WarningLinks.ChatPath, async (string? shop, long? reception, string? did, HttpContext context, [FromServices] LiveChatFor view) =>
            await view(Given(shop), reception, null, context) is { View: { } chat } ? chat.Elsewhere is { } there ? Results.Redirect(there) : Pages.Show<LiveChatPage>(chat with { Did = did == "1" }) : Pages.Error(StatusCodes.Status404NotFound));
        pages.MapPost(WarningLinks.ChatPath, async (string? shop, long? reception, IFormCollection form, HttpContext context, [FromServices] LiveChatFor view) =>
            FilingEndpoints.Posted<LiveChatPage, LiveChatView>(await view(Given(shop), reception, form, context), v => v.Refused, v => WarningLinks.Chat(v.Shop, v.Reception, did: true)));
        // A note is answered from wherever it is shown, and one stays there.
        pages.MapPost(WarningLinks.Notes + "/{id:long}", (long id, IFormCollection form, HttpContext context, [FromServices] LiveChatQuery notes) =>
            notes.Act(id, form, context) is not { } done ? Pages.Error(StatusCodes.Status404NotFound) : done.Refused is null ? new SeeOther(done.Back) : Pages.Show<NoteRefusedPage>(done, StatusCodes.Status400BadRequest));
    }

    private static ExportSheet Sheet(WarningReportView report, Language language) => new($"warnings-{report.Month}", ["person", "kind", "kind_name", "taken", "take_median_s", "take_p90_s", "solved", "solve_median_s", "solve_p90_s", "small_sample"],
        [.. report.Rows.Select(r => (IReadOnlyList<object?>)[r.Who, r.Kind.ToString(), language.T(WarningWords.Of(r.Kind)), r.Taking.Count.ToString(CultureInfo.InvariantCulture), r.Taking.Median(), r.Taking.Percentile(90), r.Solving.Count.ToString(CultureInfo.InvariantCulture), r.Solving.Median(), r.Solving.Percentile(90), r.IsFew ? "yes" : "no"])]);

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
