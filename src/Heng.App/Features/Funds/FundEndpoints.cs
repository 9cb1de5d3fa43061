using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Pay;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Funds;

internal static class FundEndpoints
{
    public static IServiceCollection AddFunds(this IServiceCollection services) => services.AddSingleton<FundsQuery>().AddSingleton<FundsFor>(s => s.GetRequiredService<FundsQuery>().For);

    public static void MapFunds(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/funds", async (HttpContext context, [FromServices] FundsFor view) => Pages.Show<FundsPage, FundsView>(await view(null, context)));

        pages.MapPost("/funds", async (IFormCollection form, HttpContext context, [FromServices] FundsFor view) =>
        {
            var seen = await view(Ask(form), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Done ? new SeeOther(Links.Funds()) : Pages.Show<FundsPage>(page, page.Refused == FundRefusal.RoleMayNot ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest);
        });
    }

    /// <summary>An amount that can't be read is refused as one that may not stand there.</summary>
    private static FundAsk Ask(IFormCollection form) => new(
        form["act"].ToString(), form["fund"].ToString(), decimal.TryParse(form["amount"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount < 1_000_000_000m ? amount : 0m,
        form["reason"].ToString().ReplaceLineEndings(" "), long.TryParse(form["entry"], NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry : 0);
}
