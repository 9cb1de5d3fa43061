using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Floor;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Rosters;

internal static class RosterEndpoints
{
    private const string Swaps = Links.RosterPath + "/swaps";

    public static void MapRoster(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.RosterPath, ([AsParameters] Query query, HttpContext context, [FromServices] RosterFor roster) => Pages.Show<RosterPage, RosterView>(roster(query.Ask, context)));
        pages.MapGet(Links.RosterPath + ".csv", ([AsParameters] Query query, HttpContext context, [FromServices] RosterFileFor roster) => roster(query.Ask, context)?.As("csv") ?? Pages.Error(StatusCodes.Status404NotFound));
        pages.MapGet(Links.RosterPath + ".xlsx", ([AsParameters] Query query, HttpContext context, [FromServices] RosterFileFor roster) => roster(query.Ask, context)?.As("xlsx") ?? Pages.Error(StatusCodes.Status404NotFound));

        pages.MapPost(Links.RosterPath, (IFormCollection form, HttpContext context, [FromServices] RosterQuery roster, [FromServices] FloorDesk desk) =>
        {
            var (group, day) = (form.Text("group"), form.FloorDay("day") ?? desk.Today);
            var doing = new RosterDoing(desk);
            return FloorAnswer.Of<RosterPage, RosterView>(roster.Do(new(group, day, form.Text("view") == "month", form.Text("person"), form.FloorDay("day")), FloorRights.LeadsSomeFloor, viewer => form.FloorDay("day") is null ? Words.DayUnclear : form.Text("act") == "copy"
                ? doing.CopyWeek(group ?? "", RosterQuery.Monday(day), viewer)
                : doing.Set(new(form.Text("person") ?? "", day, form.Text("shift") ?? "", Minute(form.Text("from")), Minute(form.Text("to")), form.Text("seen") ?? "", form.Text("why")), viewer), context),
                view => view.Refused, Links.Roster(group, form.Text("act") == "copy" ? day.AddDays(7) : day, form.Text("view") == "month"));
        });

        pages.MapPost(Swaps, (IFormCollection form, HttpContext context, [FromServices] RosterQuery roster, [FromServices] FloorDesk desk) =>
        {
            var act = Words.Read<RequestEvent>(form.Text("act"));
            var doing = new RequestDoing(desk);
            return FloorAnswer.Of<RosterPage, RosterView>(roster.Do(new(null, null, false, null, null), FloorRights.TakesPart, viewer => act is null or RequestEvent.Asked
                ? form.FloorDay("day") is { } day && !form.IsUnclear("for") ? doing.AskSwap(viewer, day, form.Text("with") ?? "", form.FloorDay("for"), form.Text("why")) : Words.DayUnclear
                : doing.Decide(FloorKinds.Swaps, form.Whole("id") ?? 0, act.Value, form.Text("why"), viewer), context), view => view.Refused, Links.RosterPath + "#swaps");
        });
    }

    private static int? Minute(string? time) => TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at.Hour * 60 + at.Minute : null;

    internal sealed record Query
    {
        public string? Group { get; init; } public string? Day { get; init; } public string? View { get; init; } public string? Edit { get; init; } public string? On { get; init; }

        public RosterAsk Ask => new(string.IsNullOrEmpty(Group) ? null : Group, FormFields.DayIn(Day), View == "month", Edit, FormFields.DayIn(On));
    }
}
