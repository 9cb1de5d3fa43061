using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.ImprovementPlans;

internal static class ImprovementEndpoints
{
    private const string New = Links.Improvements + "/new", One = Links.Improvements + "/{id:long}";

    public static IServiceCollection AddImprovements(this IServiceCollection services) => services
        .AddSingleton(s => new ImprovementsQuery(s.GetRequiredService<BookCache>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<ImprovementsFor>(s => s.GetRequiredService<ImprovementsQuery>().List)
        .AddSingleton<NewImprovementFor>(s => s.GetRequiredService<ImprovementsQuery>().New)
        .AddSingleton<ImprovementFor>(s => s.GetRequiredService<ImprovementsQuery>().One);

    public static void MapImprovements(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Improvements, async (string? agent, string? show, HttpContext context, [FromServices] ImprovementsFor view) =>
            Pages.Show<ImprovementsPage, ImprovementsView>(await view(FormFields.Given(agent), show == "over", context)));

        pages.MapGet(New, async (string? agent, string? group, HttpContext context, [FromServices] NewImprovementFor view) =>
            Pages.Show<NewImprovementPage, NewImprovementView>((await view(new(FormFields.Given(agent), FormFields.Given(group), null, null), context)).Seen));

        pages.MapPost(New, async (IFormCollection form, HttpContext context, [FromServices] NewImprovementFor view) =>
        {
            long? interview = long.TryParse(form.Text("interview"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
            var (seen, begun) = await view(new(form.Text("agent"), form.Text("group"), interview, TextIn(form)), context);
            if (begun is { } plan) return new SeeOther(Links.Improvement(plan));
            return seen.View is { } page ? Pages.Show<NewImprovementPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });

        pages.MapGet(One, async (long id, HttpContext context, [FromServices] ImprovementFor view) => Pages.Show<ImprovementPage, ImprovementView>(await view(id, null, context)));

        pages.MapPost(One, async (long id, IFormCollection form, HttpContext context, [FromServices] ImprovementFor view) =>
        {
            if (ActIn(form) is not { } ask) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(id, ask, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.Improvement(id)) : Pages.Show<ImprovementPage>(page, StatusCodes.Status400BadRequest);
        });
    }

    private static ImprovementHappening? ActIn(IFormCollection form)
    {
        ImprovementEvent? what = form.Text("act") switch
        {
            "write" => ImprovementEvent.Written, "agree" => ImprovementEvent.Agreed, "withdraw" => ImprovementEvent.Withdrawn, "done" => ImprovementEvent.StepDone, "not-done" => ImprovementEvent.StepNotDone,
            "move" => ImprovementEvent.StepMoved, "check-in" => ImprovementEvent.CheckedIn, "close" => ImprovementEvent.Closed, _ => null,
        };
        if (what == ImprovementEvent.Written) return TextIn(form);
        return what is null ? null : new(what.Value, "", default)
        {
            Step = form.Whole("at"), Day = what == ImprovementEvent.StepMoved ? form.Day("day") : null, Note = form.Text("note")?.ReplaceLineEndings(" "),
            Result = what == ImprovementEvent.Closed ? Enum.GetValues<ImprovementResult>().Where(r => Json.Kebab(r) == form.Text("result")).Select(r => (ImprovementResult?)r).FirstOrDefault() : null,
        };
    }

    /// <summary>Steps stand in rows of three fields of the same name; rows without words are none.</summary>
    private static ImprovementHappening TextIn(IFormCollection form)
    {
        var (what, who, until) = (form["step"], form["who"], form["until"]);
        var steps = Enumerable.Range(0, Math.Min(what.Count, ImprovementCycle.MostSteps + 1)).Where(i => FormFields.Given(what[i]) is not null)
            .Select(i => new PlannedStep(what[i]!.Trim(), who.Count > i ? who[i] ?? "" : "", until.Count > i ? FormFields.DayIn(until[i]) ?? DateOnly.MinValue : DateOnly.MinValue));
        return new(ImprovementEvent.Written, "", default)
        {
            Goal = form.Text("goal"), Metric = form.Text("metric"), From = form.Number("from"), To = form.Number("to"), Cause = form.Text("cause"),
            CauseMonth = Month.Parse(form.Text("cause-month") ?? "")?.ToString(), Steps = [.. steps],
        };
    }
}
