using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Onboarding;

internal static class OnboardingEndpoints
{
    private const string One = Links.Onboardings + "/{id:long}", Plan = Links.Onboardings + "/plans/{plan}";

    public static IServiceCollection AddOnboardings(this IServiceCollection services) => services
        .AddSingleton(s => new OnboardingQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<OnboardingsFor>(s => s.GetRequiredService<OnboardingQuery>().List)
        .AddSingleton<OnboardingFor>(s => s.GetRequiredService<OnboardingQuery>().One)
        .AddSingleton<OnboardingPlanFor>(s => s.GetRequiredService<OnboardingQuery>().Plan);

    public static void MapOnboardings(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Onboardings, async (string? agent, string? show, string? start, HttpContext context, [FromServices] OnboardingsFor view) =>
            Pages.Show<OnboardingsPage, OnboardingsView>((await view(FormFields.Given(agent), show == "over", FormFields.Given(start) is { } person ? new(person, null, null, null) : null, false, context)).Seen));

        pages.MapPost(Links.Onboardings, async (IFormCollection form, HttpContext context, [FromServices] OnboardingsFor view) =>
        {
            var (seen, begun) = await view(null, false, new(form.Text("trainee"), form.Text("mentor"), form.Text("plan"), form.Day("from")), true, context);
            if (begun is { } id) return new SeeOther(Links.Onboarding(id));
            return seen.View is { } page ? Pages.Show<OnboardingsPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });

        pages.MapGet(One, async (long id, HttpContext context, [FromServices] OnboardingFor view) => Pages.Show<OnboardingPage, OnboardingView>(await view(id, null, context)));

        pages.MapPost(One, async (long id, IFormCollection form, HttpContext context, [FromServices] OnboardingFor view) =>
        {
            if (AskIn(form) is not { } ask) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(id, ask, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.Onboarding(id) + (ask.Step is { } at ? FormattableString.Invariant($"#step-{at + 1}") : "")) : Pages.Show<OnboardingPage>(page, StatusCodes.Status400BadRequest);
        });

        pages.MapGet(Plan, async (string plan, string? did, HttpContext context, [FromServices] OnboardingPlanFor view) =>
        {
            var (seen, _) = await view(plan, null, context);
            return seen.View is { } page ? Pages.Show<OnboardingPlanPage>(page with { Kept = did == "kept" }) : Pages.Error(seen.Status);
        });

        pages.MapPost(Plan, async (string plan, IFormCollection form, HttpContext context, [FromServices] OnboardingPlanFor view) =>
        {
            // A browser sends lines with carriage returns, which would be another text.
            var yaml = form["yaml"].ToString().ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
            var (seen, kept) = await view(plan, new(yaml, form.Whole("seen") ?? -1), context);
            if (kept is { } id) return new SeeOther(Links.With(Links.OnboardingPlan(id), ("did", "kept")));
            return seen.View is { } page ? Pages.Show<OnboardingPlanPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });
    }

    /// <summary>An extension is one of the results that are chosen from.</summary>
    private static OnboardingHappening? AskIn(IFormCollection form)
    {
        var (note, result) = (form.Text("note")?.ReplaceLineEndings(" "), form.Text("result"));
        OnboardingEvent? what = form.Text("act") switch
        {
            "tick" => OnboardingEvent.Ticked, "waive" => OnboardingEvent.Waived, "mentor" => OnboardingEvent.MentorChanged, "end" => result == "extended" ? OnboardingEvent.Extended : OnboardingEvent.Ended, _ => null,
        };
        return what switch
        {
            null => null,
            OnboardingEvent.Ticked or OnboardingEvent.Waived => new(what.Value, "", default) { Step = form.Whole("at") is { } at ? at : -1, Note = note },
            OnboardingEvent.MentorChanged => new(what.Value, "", default) { Mentor = form.Text("mentor"), Note = note },
            OnboardingEvent.Extended => new(what.Value, "", default) { Until = form.Day("until"), Note = note },
            _ => new(what.Value, "", default) { Result = Enum.GetValues<OnboardingResult>().Where(r => Json.Kebab(r) == result).Select(r => (OnboardingResult?)r).FirstOrDefault(), Note = note },
        };
    }
}
