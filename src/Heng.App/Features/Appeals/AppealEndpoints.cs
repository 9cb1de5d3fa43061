using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Appeals;

internal static class AppealEndpoints
{
    public static IServiceCollection AddAppeals(this IServiceCollection services, string folder) => services
        .AddSingleton(s => new AppealsQuery(s.GetRequiredService<BookCache>(), s.GetRequiredService<ViewerFor>(), folder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<AppealsFor>(s => s.GetRequiredService<AppealsQuery>().List)
        .AddSingleton<NewAppealFor>(s => s.GetRequiredService<AppealsQuery>().New)
        .AddSingleton<RaiseAppealFor>(s => s.GetRequiredService<AppealsQuery>().Raise)
        .AddSingleton<AppealFor>(s => s.GetRequiredService<AppealsQuery>().One);

    public static void MapAppeals(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/appeals", async (string? show, string? page, HttpContext context, [FromServices] AppealsFor view) =>
            Pages.Show<AppealsPage, AppealsView>(await view(new(ShowOf(show), Paging.Asked(page)), context)));

        pages.MapGet("/appeals/new", async ([AsParameters] FactQuery fact, HttpContext context, [FromServices] NewAppealFor view) =>
            fact.Ask is { } ask ? Pages.Show<NewAppealPage, NewAppealView>(await view(ask, context)) : Pages.Error(StatusCodes.Status404NotFound));

        pages.MapPost("/appeals/new", async ([AsParameters] FactForm form, HttpContext context, [FromServices] RaiseAppealFor raise) =>
        {
            if (form.Ask is not { } ask) return Pages.Error(StatusCodes.Status404NotFound);
            var (seen, raised) = await raise(ask, context);
            if (raised is { } id) return new SeeOther(Links.Appeal(id));
            return seen.View is { } view ? Pages.Show<NewAppealPage>(view, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });

        pages.MapGet("/appeals/{id:long}", async (long id, [AsParameters] WishQuery tried, HttpContext context, [FromServices] AppealFor view) =>
            Pages.Show<AppealPage, AppealView>(await view(id, null, tried.Wish, context)));

        pages.MapPost("/appeals/{id:long}", async (long id, [AsParameters] ActForm form, HttpContext context, [FromServices] AppealFor view) =>
        {
            if (form.Given is not { } act) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(id, act, null, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.Appeal(id)) : Pages.Show<AppealPage>(page, StatusCodes.Status400BadRequest);
        });
    }

    private static AppealShow ShowOf(string? show) => Enum.GetValues<AppealShow>().FirstOrDefault(s => Json.Kebab(s) == show);
    private static CorrectedFact? KindOf(string? kind) => Enum.GetValues<CorrectedFact>().Where(k => Json.Kebab(k) == kind).Select(k => (CorrectedFact?)k).FirstOrDefault();
    private static DateOnly? DayOf(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
    private static NewAppealAsk? AskOf(string? kind, string? fact, string? day, WrittenWish wish, string? why) => KindOf(kind) is { } known && fact?.Trim() is { Length: > 0 and <= 200 } id ? new(known, id, DayOf(day), wish, why) : null;

    internal sealed record FactQuery
    {
        public string? Kind { get; init; } public string? Fact { get; init; } public string? Day { get; init; }

        public NewAppealAsk? Ask => AskOf(Kind, Fact, Day, new(), null);
    }

    internal sealed record FactForm
    {
        [FromForm] public string? Kind { get; init; } [FromForm] public string? Fact { get; init; } [FromForm] public string? Day { get; init; } [FromForm] public string? Person { get; init; }
        [FromForm] public string? Points { get; init; } [FromForm] public string? Due { get; init; } [FromForm] public string? Paid { get; init; } [FromForm] public string? Why { get; init; }

        public NewAppealAsk? Ask => AskOf(Kind, Fact, Day, new(Person, Points, Due, Paid), Why?.ReplaceLineEndings(" ").Trim());
    }

    internal sealed record WishQuery
    {
        public string? Person { get; init; } public string? Points { get; init; } public string? Due { get; init; } public string? Paid { get; init; }

        /// <summary>Null where nothing else than what was asked for is tried.</summary>
        public AppealWish? Wish => new WrittenWish(Person, Points, Due, Paid) is { IsEmpty: false } written ? OfAny(written) : null;

        private static AppealWish? OfAny(WrittenWish written) => Of(written.Read(CorrectedFact.Order), written.Read(CorrectedFact.Entry), written.Read(CorrectedFact.Attendance));
        private static AppealWish? Of(AppealWish? order, AppealWish? entry, AppealWish? sheet) => order is null || entry is null || sheet is null ? null : new(order.Person, entry.Points, sheet.DueDays, sheet.PaidDays);
    }

    internal sealed record ActForm
    {
        [FromForm] public string? Act { get; init; } [FromForm] public string? Person { get; init; } [FromForm] public string? Points { get; init; } [FromForm] public string? Due { get; init; }
        [FromForm] public string? Paid { get; init; } [FromForm] public string? Why { get; init; }

        public AppealAct? Given => Act is "accept" or "refuse" or "escalate" ? new(Act, new(Person, Points, Due, Paid), Why?.ReplaceLineEndings(" ").Trim()) : null;
    }
}
