using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Training;

internal static class TrainingEndpoints
{
    private const string One = Links.Trainings + "/{id:long}";

    public static IServiceCollection AddTrainings(this IServiceCollection services, string folder) => services
        .AddSingleton(s => new TrainingsQuery(s.GetRequiredService<Database>(), folder, s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<TrainingsFor>(s => s.GetRequiredService<TrainingsQuery>().List)
        .AddSingleton<TrainingFor>(s => s.GetRequiredService<TrainingsQuery>().One);

    public static void MapTrainings(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Trainings, async (string? month, HttpContext context, [FromServices] TrainingsFor view) =>
            Pages.Show<TrainingsPage, TrainingsView>((await view(Month.Parse(month ?? ""), null, context)).Seen));

        pages.MapPost(Links.Trainings, async (IFormCollection form, HttpContext context, [FromServices] TrainingsFor view) =>
        {
            var (seen, begun) = await view(null, FormIn(form), context);
            if (begun is { } id) return new SeeOther(Links.Training(id));
            return seen.View is { } page ? Pages.Show<TrainingsPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });

        pages.MapGet(One, async (long id, string? did, HttpContext context, [FromServices] TrainingFor view) =>
            await view(id, null, context) is { View: { } page } ? Pages.Show<TrainingPage>(page with { Did = did }) : Pages.Error(StatusCodes.Status404NotFound));

        pages.MapPost(One, async (long id, IFormCollection form, HttpContext context, [FromServices] TrainingFor view) =>
        {
            if (AskIn(form) is not { } ask) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(id, ask, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.With(Links.Training(id), ("did", CommandLine.Json.Kebab(ask.Act)))) : Pages.Show<TrainingPage>(page, StatusCodes.Status400BadRequest);
        });
    }

    private static TrainingForm FormIn(IFormCollection form) =>
        new(form.Text("name") ?? "", form.Instant("from"), form.Instant("to"), form.Text("where") ?? "", form.Text("trainer") ?? "", AskedIn(form));

    internal static AskedChoice AskedIn(IFormCollection form) => new(Given(form["group"]), Given(form["position"]), Given(form["person"]));

    private static TrainingAsk? AskIn(IFormCollection form) => ActIn(form.Text("act")) is not { } act ? null : new(act)
    {
        Form = act == TrainingAct.Change ? FormIn(form) : null, Why = form.Text("why")?.ReplaceLineEndings(" ") ?? "", Code = (form.Text("code") ?? "").Replace(" ", "", StringComparison.Ordinal), Minutes = form.Whole("minutes") ?? 0,
        Marks = [.. form.Keys.Where(k => k.StartsWith("mark:", StringComparison.Ordinal)).Select(k => (Name: k["mark:".Length..], Presence: PresenceIn(form.Text(k)))).Where(m => m.Presence is not null).Select(m => new TrainingMark(m.Name, m.Presence!.Value))],
    };

    private static TrainingAct? ActIn(string? act) => Enum.GetValues<TrainingAct>().Where(a => CommandLine.Json.Kebab(a) == act).Select(a => (TrainingAct?)a).FirstOrDefault();
    private static TrainingPresence? PresenceIn(string? word) => Enum.GetValues<TrainingPresence>().Where(p => CommandLine.Json.Kebab(p) == word).Select(p => (TrainingPresence?)p).FirstOrDefault();
    private static IReadOnlyList<string> Given(Microsoft.Extensions.Primitives.StringValues values) => [.. values.OfType<string>().Where(v => v.Length is > 0 and <= 100).Distinct(StringComparer.Ordinal)];
}
