using Heng.App.Features.Doing;
using Heng.App.Features.Exams;
using Heng.App.Features.People;
using Heng.App.Features.Training;
using Heng.App.Ui;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Dialogues;

internal static class DialogueEndpoints
{
    private const string One = Links.Dialogues + "/{id:long}", Run = One + "/run", Sheet = Links.Dialogues + "/runs/{run:long}", Scripts = Links.Dialogues + "/scripts";

    public static IServiceCollection AddDialogues(this IServiceCollection services, string folder) => services
        .AddSingleton(s => new DialoguesQuery(s.GetRequiredService<Database>(), folder, s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<DialoguesFor>(s => s.GetRequiredService<DialoguesQuery>().List)
        .AddSingleton<ScriptFor>(s => s.GetRequiredService<DialoguesQuery>().Bring)
        .AddSingleton<DialogueFor>(s => s.GetRequiredService<DialoguesQuery>().One)
        .AddSingleton<DialogueRunFor>(s => s.GetRequiredService<DialoguesQuery>().Run)
        .AddSingleton<DialogueSheetFor>(s => s.GetRequiredService<DialoguesQuery>().Sheet);

    public static void MapDialogues(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Dialogues, async (string? did, HttpContext context, [FromServices] DialoguesFor view) =>
            (await view(null, context)).Seen is { View: { } page } ? Pages.Show<DialoguesPage>(page with { Did = did }) : Pages.Error(StatusCodes.Status403Forbidden));

        pages.MapPost(Links.Dialogues, async (IFormCollection form, HttpContext context, [FromServices] DialoguesFor view) =>
        {
            var (seen, begun) = await view(new(form.Text("name") ?? "", form.Text("script") ?? "", form.Instant("opens"), form.Instant("closes"), TrainingEndpoints.AskedIn(form)), context);
            if (begun is { } id) return new SeeOther(Links.Dialogue(id));
            return seen.View is { } page ? Pages.Show<DialoguesPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });

        pages.MapPost(Scripts, async (IFormCollection form, HttpContext context, [FromServices] ScriptFor bring) =>
        {
            var seen = await ExamEndpoints.WithFile(form.Files.GetFile("file"), (path, name) => bring(path, name, context));
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.With(Links.Dialogues, ("did", "script"))) : Pages.Show<DialoguesPage>(page, StatusCodes.Status400BadRequest);
        }).WithMetadata(new RequestSizeLimitAttribute(BankFile.Largest + 65_536));

        pages.MapGet(One, async (long id, HttpContext context, [FromServices] DialogueFor view) => Pages.Show<DialoguePage, DialogueView>(await view(id, null, "", context)));

        pages.MapPost(One, async (long id, IFormCollection form, HttpContext context, [FromServices] DialogueFor view) =>
        {
            if (form.Text("act") is not ("begin" or "call-off")) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(id, form.Text("act"), form.Text("why")?.ReplaceLineEndings(" ") ?? "", context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is not null ? Pages.Show<DialoguePage>(page, StatusCodes.Status400BadRequest) : new SeeOther(form.Text("act") == "begin" ? Links.DialogueRun(id) : Links.Dialogue(id));
        });

        pages.MapGet(Run, async (long id, HttpContext context, [FromServices] DialogueRunFor view) => Pages.Show<DialogueRunPage, DialogueRunView>(await view(id, null, context)));

        pages.MapPost(Run, async (long id, IFormCollection form, HttpContext context, [FromServices] DialogueRunFor view) =>
        {
            var seen = await view(id, (form.Whole("step") ?? -1, (form.Text("text") ?? "").Replace("\0", "", StringComparison.Ordinal)), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.DialogueRun(id) + "#now") : Pages.Show<DialogueRunPage>(page, StatusCodes.Status400BadRequest);
        }).WithMetadata(new ComesBack());

        pages.MapGet(Sheet, async (long run, HttpContext context, [FromServices] DialogueSheetFor view) => Pages.Show<DialogueSheetPage, DialogueSheetView>(await view(run, null, context)));

        pages.MapPost(Sheet, async (long run, IFormCollection form, HttpContext context, [FromServices] DialogueSheetFor view) =>
        {
            TypedMark[] marks = [.. form.Keys.Where(k => k.StartsWith("mark:", StringComparison.Ordinal)).Select(k => new TypedMark(k["mark:".Length..], form.Text(k) ?? "", form.Text("comment:" + k["mark:".Length..])?.ReplaceLineEndings(" ") ?? ""))];
            var seen = await view(run, new(marks, form.Text("comment")?.ReplaceLineEndings(" ") ?? ""), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.DialogueSheet(run)) : Pages.Show<DialogueSheetPage>(page, StatusCodes.Status400BadRequest);
        });
    }
}
