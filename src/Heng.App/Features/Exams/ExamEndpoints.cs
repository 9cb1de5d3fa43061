using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Exams;

internal static class ExamEndpoints
{
    private const string One = Links.Exams + "/{id:long}", Sit = One + "/sit", Words = One + "/words";

    public static IServiceCollection AddExams(this IServiceCollection services, string folder) => services
        .AddSingleton(s => new ExamDoing(s.GetRequiredService<Database>(), folder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new ExamsQuery(s.GetRequiredService<Database>(), folder, s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new ExamWordsSheet(s.GetRequiredService<Database>(), folder, s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<ExamsFor>(s => s.GetRequiredService<ExamsQuery>().List)
        .AddSingleton<BankFor>(s => s.GetRequiredService<ExamsQuery>().Bring)
        .AddSingleton<ExamFor>(s => s.GetRequiredService<ExamsQuery>().One)
        .AddSingleton<SittingFor>(s => s.GetRequiredService<ExamsQuery>().Sit)
        .AddSingleton<WordsFor>(s => s.GetRequiredService<ExamWordsSheet>().For);

    public static void MapExams(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Exams, async (string? did, HttpContext context, [FromServices] ExamsFor view) =>
            (await view(null, context)).Seen is { View: { } page } ? Pages.Show<ExamsPage>(page with { Did = did }) : Pages.Error(StatusCodes.Status403Forbidden));

        pages.MapPost(Links.Exams, async (IFormCollection form, HttpContext context, [FromServices] ExamsFor view) =>
        {
            var (seen, begun) = await view(ExamForms.Of(form), context);
            if (begun is { } id) return new SeeOther(Links.Exam(id));
            return seen.View is { } page ? Pages.Show<ExamsPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });

        pages.MapPost(Links.ExamBanks, async (IFormCollection form, HttpContext context, [FromServices] BankFor bring) =>
        {
            var seen = await WithFile(form.Files.GetFile("file"), (path, name) => bring(path, name, form.Text("bank") ?? "", form.Text("name") ?? "", context));
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.With(Links.Exams, ("did", "bank"))) : Pages.Show<ExamsPage>(page, StatusCodes.Status400BadRequest);
        }).WithMetadata(new RequestSizeLimitAttribute(BankFile.Largest + 65_536));

        pages.MapGet(One, async (long id, HttpContext context, [FromServices] ExamFor view) => Pages.Show<ExamPage, ExamView>(await view(id, null, null, "", context)));

        pages.MapPost(One, async (long id, IFormCollection form, HttpContext context, [FromServices] ExamFor view) =>
        {
            if (form.Text("act") is not ("begin" or "change" or "call-off")) return Pages.Error(StatusCodes.Status404NotFound);
            var act = form.Text("act")!;
            var seen = await view(id, act, act == "change" ? ExamForms.Of(form) : null, form.Text("why")?.ReplaceLineEndings(" ") ?? "", context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(act == "begin" ? Links.Sitting(id) : Links.Exam(id)) : Pages.Show<ExamPage>(page, StatusCodes.Status400BadRequest);
        });

        pages.MapGet(Sit, async (long id, HttpContext context, [FromServices] SittingFor view) =>
        {
            var seen = await view(id, null, context);
            return seen.View is not { } page ? Pages.Error(seen.Status) : page.Sitting.IsOver(page.Now) ? new SeeOther(Links.Exam(id)) : Pages.Show<SittingPage>(page);
        });

        // The address is its page's, so that who was signed out meanwhile comes back to the sheet.
        pages.MapPost(Sit, async (long id, IFormCollection form, HttpContext context, [FromServices] SittingFor view) =>
        {
            var sheet = ExamForms.Sheet(form);
            if (sheet.Act is not ("auto" or "save" or "hand-in" or "hand-in-sure")) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(id, sheet, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            if (sheet.Act == "auto") return Pages.Show<SittingSaved>(page);
            return page.Refused is not null ? Pages.Show<SittingPage>(page, StatusCodes.Status400BadRequest) : new SeeOther(sheet.Act == "save" ? Links.Sitting(id) : Links.Exam(id));
        }).WithMetadata(new ComesBack());

        pages.MapGet(Words, async (long id, HttpContext context, [FromServices] WordsFor view) => Pages.Show<ExamWordsPage, WordsView>(await view(id, null, context)));

        pages.MapPost(Words, async (long id, IFormCollection form, HttpContext context, [FromServices] WordsFor view) =>
        {
            WordsMark[] marks = [.. form.Keys.Where(k => k.StartsWith("mark:", StringComparison.Ordinal)).Select(k => new WordsMark(k["mark:".Length..], form.Text(k) ?? "", form.Text("comment:" + k["mark:".Length..])?.ReplaceLineEndings(" ") ?? ""))];
            var seen = await view(id, marks, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.ExamWords(id)) : Pages.Show<ExamWordsPage>(page, StatusCodes.Status400BadRequest);
        });
    }

    /// <summary>A small file lies on disk while it is read, and no longer. Without one the path is empty.</summary>
    internal static async Task<T> WithFile<T>(IFormFile? file, Func<string, string, Task<T>> read)
    {
        if (file is null || file.Length is 0 or > BankFile.Largest) return await read("", "");
        var path = Path.GetTempFileName();
        try
        {
            await using (var target = File.Create(path)) await file.CopyToAsync(target);
            return await read(path, file.FileName);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
