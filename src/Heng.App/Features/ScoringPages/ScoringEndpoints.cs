using System.Globalization;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.ScoringPages;

internal static class ScoringEndpoints
{
    private const string Address = "/month/{month}/scoring";

    public static IServiceCollection AddScoring(this IServiceCollection services, string folder) => services
        .AddSingleton(s => new ScoringQuery(s.GetRequiredService<BookCache>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>(), folder))
        .AddSingleton<ScoringFor>(s => s.GetRequiredService<ScoringQuery>().For);

    public static void MapScoring(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string month, [AsParameters] Asked asked, HttpContext context, [FromServices] ScoringFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<ScoringPage, ScoringView>(await view(asked.Of(of), null, context)) : Pages.Error(StatusCodes.Status404NotFound));

        // The address names the sheet as it was looked at, so that who was signed out meanwhile comes back to it.
        pages.MapPost(Address, async (string month, [AsParameters] Asked asked, IFormCollection sent, HttpContext context, [FromServices] ScoringFor view) =>
        {
            if (Month.Parse(month) is not { } of || FormOf(sent) is not { } form) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(asked.Of(of), form, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            if (form.Act == ScoringAct.Auto) return Pages.Show<ScoringSaved>(page);
            if (page.Refused is not null) return Pages.Show<ScoringPage>(page, StatusCodes.Status400BadRequest);
            var to = form.Act == ScoringAct.Next && page.Next is { } next ? next.Href : page.Step?.Href ?? Links.Scoring(of);
            return new SeeOther(Links.With(to, ("did", page.Did == ScoringDid.Submitted ? "submitted" : "saved")));
        }).WithMetadata(new ComesBack());
    }

    private static ScoringForm? FormOf(IFormCollection form)
    {
        var (keys, points, comments, seen) = (form["cell"], form["points"], form["comment"], form["seen"]);
        if (points.Count != keys.Count || comments.Count != keys.Count || seen.Count != keys.Count || Act(form["act"]) is not { } act) return null;
        var cells = keys.Select((key, i) => new CellForm(key ?? "", Clean(points[i]), Clean(comments[i]), int.TryParse(seen[i], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0));
        return new(act.Act, Clean(form["from"]) is { Length: > 0 and <= 40 } from ? from : "-", [.. cells]) { Chosen = act.Chosen };
    }

    /// <summary>A button says what to do, the two of a choice also for which cell.</summary>
    private static (ScoringAct Act, (string, DraftChoice)? Chosen)? Act(string? act) => act switch
    {
        "save" => (ScoringAct.Save, null),
        "next" => (ScoringAct.Next, null),
        "auto" => (ScoringAct.Auto, null),
        "submit" => (ScoringAct.Submit, null),
        "submit-person" => (ScoringAct.SubmitPerson, null),
        _ when act?.Split(':') is ["keep", var key] => (ScoringAct.Choose, (key, DraftChoice.Standing)),
        _ when act?.Split(':') is ["take", var key] => (ScoringAct.Choose, (key, DraftChoice.Beside)),
        _ => null,
    };

    // A zero byte is no character that PostgreSQL keeps.
    private static string Clean(string? text) => (text ?? "").Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n");

    internal sealed record Asked
    {
        public string? Scheme { get; init; } public string? Cycle { get; init; } public string? Stage { get; init; } public string? By { get; init; } public string? At { get; init; }
        public string? Did { get; init; }

        public ScoringAsk Of(Month month) => new(month)
        {
            Scheme = Given(Scheme), Cycle = Given(Cycle), Stage = Given(Stage), ByPerson = By switch { "person" => true, "item" => false, _ => null }, At = Given(At),
            Did = Did switch { "saved" => ScoringDid.Saved, "submitted" => ScoringDid.Submitted, _ => ScoringDid.Nothing },
        };

        private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
