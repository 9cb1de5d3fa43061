using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Choosing;
using Heng.Engine.Metrics;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Choosing;

internal static class ChoosingEndpoints
{
    private const string Address = "/plans/choose";
    private const int LongestText = 200;

    public static IServiceCollection AddChoosing(this IServiceCollection services) => services
        .AddSingleton<ChoicesQuery>().AddSingleton<ChoiceQuery>()
        .AddSingleton<ChoicesFor>(s => s.GetRequiredService<ChoicesQuery>().For)
        .AddSingleton<ChoiceFor>(s => s.GetRequiredService<ChoiceQuery>().For);

    public static void MapChoosing(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (HttpContext context, [FromServices] ChoicesFor view) => Pages.Show<ChoicesPage, ChoicesView>(await view(null, context)));

        pages.MapPost(Address, async (IFormCollection form, HttpContext context, [FromServices] ChoicesFor view) =>
        {
            var seen = await view(new(Line(form["title"]), Line(form["position"]), Line(form["from"])), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Begun is { } id ? new SeeOther(One(id)) : Pages.Show<ChoicesPage>(page, StatusCodes.Status400BadRequest);
        });

        pages.MapGet(Address + "/{id:long}", async (long id, HttpContext context, [FromServices] ChoiceFor view) => Pages.Show<ChoicePage, ChoiceView>(await view(id, null, context)));

        pages.MapPost(Address + "/{id:long}", async (long id, IFormCollection form, HttpContext context, [FromServices] ChoiceFor view) =>
        {
            var seen = await view(id, Ask(form), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            if (page.Draft is { } scheme) return new SeeOther($"/plans/{scheme}/edit");
            return page.Done ? new SeeOther(One(page.Id)) : Pages.Show<ChoicePage>(page, StatusCodes.Status400BadRequest);
        });
    }

    private static string One(long id) => string.Create(CultureInfo.InvariantCulture, $"{Address}/{id}");

    private static ChoiceAsk Ask(IFormCollection form) => new(
        Line(form["act"]), int.TryParse(form["step"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0,
        [.. form["row"].OfType<string>().Distinct(StringComparer.Ordinal).Select(metric => Row(metric, form))],
        [.. form["added"].OfType<string>().Where(m => m.Length > 0)], Line(form["why"]), Line(form["owner"]), Line(form["scheme"]));

    /// <summary>A row without its tick is struck, for its own reason or for the one that stands for all of them.</summary>
    private static Considered Row(string metric, IFormCollection form)
    {
        var keeps = form["keep"].Contains(metric);
        var reason = Line(form[$"struck:{metric}"]) is { Length: > 0 } own ? own : Line(form["struck"]);
        return new(metric, default)
        {
            Struck = keeps ? null : reason,
            Meets = ChoiceWords.All.Where(c => form[$"meets:{metric}"].Contains(c.Id)).Aggregate(Criteria.None, (all, c) => all | c.One),
            Weight = decimal.TryParse(form[$"weight:{metric}"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight <= 100m ? weight : null,
            Better = form[$"better:{metric}"].ToString() switch { "higher" => Better.Higher, "lower" => Better.Lower, _ => Better.None },
        };
    }

    private static string Line(Microsoft.Extensions.Primitives.StringValues text) => text.ToString().ReplaceLineEndings(" ").Trim() is var line && line.Length > LongestText ? line[..LongestText] : line;
}
