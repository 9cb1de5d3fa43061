using Heng.App.Features.Doing;
using Heng.App.Features.Floor;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Leaves;

internal static class LeaveEndpoints
{
    public static void MapLeave(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Leave, (HttpContext context, [FromServices] LeaveFor leave) => Pages.Show<LeavePage, LeaveView>(leave(context)));

        pages.MapPost(Links.Leave, (IFormCollection form, HttpContext context, [FromServices] LeaveQuery leave, [FromServices] FloorDesk desk) =>
        {
            var (act, doing) = (Words.Read<RequestEvent>(form.Text("act")), new RequestDoing(desk));
            return FloorAnswer.Of<LeavePage, LeaveView>(leave.Do(viewer => act is null or RequestEvent.Asked
                ? doing.AskLeave(viewer, AskIn(form), form.Text("why"))
                : doing.Decide(FloorKinds.Leave, form.Whole("id") ?? 0, act.Value, form.Text("why"), viewer), context), view => view.Refused, Links.Leave);
        });
    }

    /// <summary>What does not stand there is empty, and so refused by name.</summary>
    private static LeaveAsk AskIn(IFormCollection form) => new(form.Text("kind") ?? "", form.Instant("from") ?? default, form.Instant("to") ?? default, form.Number("amount") ?? 0,
        form.Text("unit") == "hours" ? LeaveUnit.Hours : LeaveUnit.Days);
}
