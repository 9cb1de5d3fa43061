using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Voice;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Surveys;

internal static class SurveyEndpoints
{
    private const string One = Links.Surveys + "/{id:long}", Answer = One + "/answer", Form = Links.SurveyForms + "/{form}";

    public static IServiceCollection AddSurveys(this IServiceCollection services) => services
        .AddSingleton(s => new SurveysQuery(s.GetRequiredService<Database>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<VoiceFor>(s => s.GetRequiredService<SurveysQuery>().First)
        .AddSingleton<SurveysFor>(s => s.GetRequiredService<SurveysQuery>().List)
        .AddSingleton<SurveyFor>(s => s.GetRequiredService<SurveysQuery>().One)
        .AddSingleton<SurveyAnswerFor>(s => s.GetRequiredService<SurveysQuery>().Answer)
        .AddSingleton<SurveyFormFor>(s => s.GetRequiredService<SurveysQuery>().Form);

    public static void MapSurveys(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Voice, async (HttpContext context, [FromServices] VoiceFor view) => Pages.Show<VoicePage, VoiceView>(await view(context)));
        pages.MapGet(Links.Surveys, async (HttpContext context, [FromServices] SurveysFor view) => Pages.Show<SurveysPage, SurveysView>((await view(null, context)).Seen));
        pages.MapPost(Links.Surveys, async (IFormCollection form, HttpContext context, [FromServices] SurveysFor view) =>
        {
            var (seen, opened) = await view(new(form.Text("form"), form.Day("first"), form.Day("last"), [.. form["group"].OfType<string>().Where(g => g.Length > 0)], form.Whole("least")) { LeastUnreadable = form.Text("least") is not null && form.Whole("least") is null }, context);
            if (opened is { } id) return new SeeOther(Links.Survey(id));
            return seen.View is { } page ? Pages.Show<SurveysPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });

        pages.MapGet(One, async (long id, string? did, HttpContext context, [FromServices] SurveyFor view) =>
            await view(id, null, context) is var seen && seen.View is { } page ? Pages.Show<SurveyPage>(page with { Did = did }) : Pages.Error(seen.Status));
        pages.MapPost(One, async (long id, IFormCollection form, HttpContext context, [FromServices] SurveyFor view) =>
        {
            var seen = await view(id, ActIn(form), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.With(Links.Survey(id), ("did", form.Text("act") == "remind" ? "reminded" : null))) : Pages.Show<SurveyPage>(page, StatusCodes.Status400BadRequest);
        });

        pages.MapGet(Answer, async (long id, HttpContext context, [FromServices] SurveyAnswerFor view) => Pages.Show<SurveyAnswerPage, SurveyAnswerView>((await view(id, null, context)).Seen));
        pages.MapPost(Answer, async (long id, IFormCollection form, HttpContext context, [FromServices] SurveyAnswerFor view) =>
        {
            var (seen, done) = await view(id, asked => GivenIn(asked, form), context);
            if (done) return new SeeOther(Links.SurveyAnswer(id));
            return seen.View is { } page ? Pages.Show<SurveyAnswerPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });

        pages.MapGet(Form, async (string form, HttpContext context, [FromServices] SurveyFormFor view) => Pages.Show<SurveyFormPage, SurveyFormView>(await view(Links.NameIn(form), null, context)));
        pages.MapPost(Form, async (string form, IFormCollection fields, HttpContext context, [FromServices] SurveyFormFor view) =>
        {
            var seen = await view(Links.NameIn(form), fields["text"].ToString().ReplaceLineEndings("\n"), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.SurveyForm(page.Known.Form.Id)) : Pages.Show<SurveyFormPage>(page, StatusCodes.Status400BadRequest);
        });
    }

    private static SurveyAct ActIn(IFormCollection form) => new(form.Text("act") ?? "")
    {
        Why = form.Text("why")?.ReplaceLineEndings(" "), Heard = form.Text("heard"), Doing = form.Text("doing"), By = form.Text("by")?.ReplaceLineEndings(" "), Due = form.Day("due"), Action = form.Whole("action"),
    };

    private static SurveyAnswerGiven GivenIn(SurveyForm asked, IFormCollection form) => new(
        asked.Questions.Select(q => (q.Id, Step: form.Whole("q:" + q.Id))).Where(q => q.Step is not null).ToDictionary(q => q.Id, q => q.Step!.Value, StringComparer.Ordinal), form.Text("line"));
}
