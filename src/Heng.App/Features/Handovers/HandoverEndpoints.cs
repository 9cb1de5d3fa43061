using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Floor;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Handovers;

internal static class HandoverEndpoints
{
    public static void MapHandovers(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.HandoverPath, (string? day, string? group, HttpContext context, [FromServices] HandoverFor handovers) =>
            Pages.Show<HandoverPage, HandoverView>(handovers(FormFields.DayIn(day), string.IsNullOrEmpty(group) ? null : group, context)));

        pages.MapPost(Links.HandoverPath, (IFormCollection form, HttpContext context, [FromServices] HandoverQuery handovers, [FromServices] FloorDesk desk) =>
            Answer(form, context, handovers, desk, FloorRights.TakesPart, (day, viewer) => Words.Read<HandoverEvent>(form.Text("act")) is { } act
                ? new HandoverDoing(desk).Do(form.Text("from") ?? viewer.Person ?? "", day, act, TextIn(form), form.Text("why"), viewer) : HandoverWords.Of(HandoverRefusal.NotYours)));

        pages.MapPost("/daily/relief", (IFormCollection form, HttpContext context, [FromServices] HandoverQuery handovers, [FromServices] FloorDesk desk) =>
            Answer(form, context, handovers, desk, FloorRights.LeadsSomeFloor, (day, viewer) =>
                new FindingDoing(desk).Relief(form.Text("about") ?? "", day, Words.Read<FindingEvent>(form.Text("act")) ?? FindingEvent.Excused, form.Text("why"), viewer)));

        pages.MapPost("/daily/stretch", (IFormCollection form, HttpContext context, [FromServices] HandoverQuery handovers, [FromServices] FloorDesk desk) =>
            Answer(form, context, handovers, desk, FloorRights.LeadsSomeFloor, (day, viewer) =>
                new FindingDoing(desk).Stretch(form.Text("about") ?? "", day, Words.Read<FindingEvent>(form.Text("act")) ?? FindingEvent.Refused, form.Whole("minutes"), form.Text("why"), viewer)));

        pages.MapGet("/daily/stretches.csv", (string? month, HttpContext context, [FromServices] StretchFileFor stretches) =>
            stretches(Month.Parse(month ?? ""), context)?.As("csv") ?? Pages.Error(StatusCodes.Status403Forbidden));
    }

    private static IResult Answer(IFormCollection form, HttpContext context, HandoverQuery handovers, FloorDesk desk, Func<Viewer, bool> may, Func<DateOnly, Viewer, Refusal?> act)
    {
        var day = form.FloorDay("day") ?? desk.Today;
        return FloorAnswer.Of<HandoverPage, HandoverView>(handovers.Do(day, may, viewer => form.FloorDay("day") is null ? Words.DayUnclear : act(day, viewer), context), view => view.Refused, Links.Handover(day, form.Text("group")));
    }

    /// <summary>Receptions are pasted as addresses or numbers, whatever stands between them.</summary>
    private static HandoverText TextIn(IFormCollection form) => new(form.Text("open") ?? "", form.Text("waiting") ?? "", form.Text("campaigns") ?? "", form.Text("stock") ?? "", form.Text("other") ?? "",
        [.. form["case"].OfType<string>().Where(c => c.Length is > 0 and <= 200).Distinct(StringComparer.Ordinal)],
        [.. (form.Text("receptions") ?? "").Split([' ', ',', '，', '\n', '\r', ';', '；'], StringSplitOptions.RemoveEmptyEntries).Select(r => r[(r.LastIndexOf('/') + 1)..]).Where(r => r.Length is > 0 and <= 20 && r.All(char.IsAsciiDigit)).Distinct(StringComparer.Ordinal)]);
}
