using Heng.App.Ui;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Pay;

internal static class PayEndpoints
{
    public static void MapPay(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/month/{month}/agent/{agent}/pay", async (string month, string agent, HttpContext context, [FromServices] PayslipFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<PayslipPage, PayslipView>(await view(of, Links.NameIn(agent), context)) : Pages.Error(StatusCodes.Status404NotFound));
}
