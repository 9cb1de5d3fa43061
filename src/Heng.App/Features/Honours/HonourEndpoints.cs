using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Months;
using Heng.App.Features.Pay.Papers;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Honours;

internal static class HonourEndpoints
{
    private const string One = Links.Honours + "/{id:long}", Failed = "failed";

    public static IServiceCollection AddHonours(this IServiceCollection services) => services
        .AddSingleton(s => new HonoursQuery(s.GetRequiredService<BookCache>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<HonoursFor>(s => s.GetRequiredService<HonoursQuery>().Wall)
        .AddSingleton<HonourFor>(s => s.GetRequiredService<HonoursQuery>().One);

    public static void MapHonours(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Honours, async (string? month, string? group, HttpContext context, [FromServices] HonoursFor view) =>
            Pages.Show<HonoursPage, HonoursView>((await view(Month.Parse(month ?? ""), FormFields.Given(group), null, context)).Seen));

        pages.MapPost(Links.Honours, async (IFormCollection form, HttpContext context, [FromServices] HonoursFor view) =>
        {
            if (AskIn(form) is not { } ask) return Pages.Error(StatusCodes.Status404NotFound);
            var (seen, awarded) = await view(ask.Month, null, ask, context);
            if (awarded is { } id) return new SeeOther(Links.Honour(id));
            return seen.View is { } page ? Pages.Show<HonoursPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });

        pages.MapGet(One, async (long id, string? pdf, HttpContext context, [FromServices] HonourFor view) =>
            await view(id, null, context) is { View: { } page } ? Pages.Show<HonourPage>(page with { PdfFailed = pdf == Failed }) : Pages.Error(StatusCodes.Status404NotFound));

        pages.MapPost(One, async (long id, IFormCollection form, HttpContext context, [FromServices] HonourFor view) =>
        {
            HonourEvent? act = form.Text("act") switch { "confirm" => HonourEvent.Confirmed, "refuse" => HonourEvent.Refused, "take-back" => HonourEvent.TakenBack, _ => null };
            if (act is null) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(id, new(act.Value, form.Text("why")?.ReplaceLineEndings(" ")), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.Honour(id)) : Pages.Show<HonourPage>(page, StatusCodes.Status400BadRequest);
        });

        pages.MapGet(One + ".pdf", async (long id, HttpContext context, [FromServices] HonourFor view, [FromServices] ILogger<HonoursQuery> log) =>
        {
            var seen = await view(id, null, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            if (page.State.Stage != HonourStage.Standing) return new SeeOther(Links.Honour(id));
            var language = Preferences.Language(context);
            return await SheetPrint.Of<CertificateSheet>(string.Create(CultureInfo.InvariantCulture, $"honour-{page.Number}-{page.Awarded.To}"), $"{language.T("荣誉证书", "Certificate")} {page.Number}", page, Links.Honour(id), context, log, landscape: true);
        });
    }

    private static HonourAsk? AskIn(IFormCollection form)
    {
        if (Month.Parse(form.Text("month") ?? "") is not { } month || Enum.GetValues<HonourKind>().Where(k => Json.Kebab(k) == form.Text("kind")).Select(k => (HonourKind?)k).FirstOrDefault() is not { } kind) return null;
        return new(kind, form.Text("to") ?? "", month, form.Text("why")?.ReplaceLineEndings(" ") ?? "")
        {
            Title = form.Text("title"), Plan = form.Text("plan"), Day = form.Day("day"), Prize = form.Text("prize"), NamesMoney = form.Text("yuan") is not null, PrizeYuan = form.Number("yuan"),
        };
    }
}
