using System.Globalization;
using Heng.App.Features.Cycles;
using Heng.App.Features.Doing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Interviews;

internal static class InterviewEndpoints
{
    private const string New = Links.Interviews + "/new", One = Links.Interviews + "/{id:long}";

    public static IServiceCollection AddInterviews(this IServiceCollection services) => services
        .AddSingleton(s => new InterviewsQuery(s.GetRequiredService<BookCache>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<InterviewsFor>(s => s.GetRequiredService<InterviewsQuery>().List)
        .AddSingleton<NewInterviewFor>(s => s.GetRequiredService<InterviewsQuery>().New)
        .AddSingleton<InterviewFor>(s => s.GetRequiredService<InterviewsQuery>().One);

    public static void MapInterviews(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Interviews, async (HttpContext context, [FromServices] InterviewsFor view) => Pages.Show<InterviewsPage, InterviewsView>(await view(context)));

        pages.MapGet(New, async ([AsParameters] AboutQuery about, HttpContext context, [FromServices] NewInterviewFor view) =>
            about.Ask is { } ask ? Pages.Show<NewInterviewPage, NewInterviewView>((await view(ask, context)).Seen) : Pages.Error(StatusCodes.Status404NotFound));

        pages.MapPost(New, async (IFormCollection form, HttpContext context, [FromServices] NewInterviewFor view) =>
        {
            if (new AboutQuery { Month = form["month"], Agent = form["agent"], Scheme = form["scheme"], Cycle = form["cycle"], Follows = form["follows"] }.Ask is not { } ask) return Pages.Error(StatusCodes.Status404NotFound);
            var (seen, begun) = await view(ask with { Text = TextIn(form) }, context);
            if (begun is { } id) return new SeeOther(Links.Interview(id));
            return seen.View is { } page ? Pages.Show<NewInterviewPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });

        pages.MapGet(One, async (long id, HttpContext context, [FromServices] InterviewFor view) => Pages.Show<InterviewPage, InterviewView>(await view(id, null, context)));

        pages.MapPost(One, async (long id, IFormCollection form, HttpContext context, [FromServices] InterviewFor view) =>
        {
            if (FormFields.Given(form["act"]) is not { } act || act is not ("write" or "sign" or "disagree" or "go-on")) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(id, new(act, FormFields.Given(form["hash"]) ?? "", FormFields.Given(form["why"])?.ReplaceLineEndings(" "), TextIn(form)), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Links.Interview(id)) : Pages.Show<InterviewPage>(page, StatusCodes.Status400BadRequest);
        });
    }

    /// <summary>Steps stand in rows of three fields of the same name; rows without words are none.</summary>
    private static InterviewText TextIn(IFormCollection form)
    {
        var (what, who, until) = (form["step"], form["who"], form["until"]);
        var steps = Enumerable.Range(0, Math.Min(what.Count, InterviewCycle.MostSteps)).Where(i => FormFields.Given(what[i]) is not null)
            .Select(i => new AgreedStep(what[i]!.Trim(), who.Count > i ? who[i] ?? "" : "", until.Count > i ? FormFields.DayIn(until[i]) ?? DateOnly.MinValue : DateOnly.MinValue));
        return new(FormFields.DayIn(form["day"]) ?? DateOnly.MaxValue, FormFields.Given(form["strengths"]) ?? "", FormFields.Given(form["shortfalls"]) ?? "", [.. steps]);
    }

    internal sealed record AboutQuery
    {
        public string? Month { get; init; } public string? Agent { get; init; } public string? Scheme { get; init; } public string? Cycle { get; init; } public string? Follows { get; init; }

        public NewInterviewAsk? Ask => Heng.Engine.Records.Month.Parse(Month ?? "") is { } month && FormFields.Given(Agent) is { } agent && agent.Length <= 100
            ? new(CycleOf is { } cycle && FormFields.Given(Scheme) is { } scheme ? new InterviewAbout(month, scheme, cycle) : new InterviewAbout(month), agent, long.TryParse(Follows, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null, null) : null;

        private Cycle? CycleOf => Enum.GetValues<Cycle>().Where(c => CycleWords.Id(c) == Cycle).Select(c => (Cycle?)c).FirstOrDefault();
    }
}
