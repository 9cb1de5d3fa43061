using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Pools;

internal static class PoolEndpoints
{
    private const string Address = "/month/{month}/pool";

    public static IServiceCollection AddPools(this IServiceCollection services) => services.AddSingleton<PoolQuery>().AddSingleton<PoolFor>(s => s.GetRequiredService<PoolQuery>().For);

    public static void MapPools(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string month, HttpContext context, [FromServices] PoolFor view) =>
            Month.Parse(month) is { } of ? Pages.Show<PoolPage, PoolView>(await view(of, null, context)) : Pages.Error(StatusCodes.Status404NotFound));

        pages.MapPost(Address, async (string month, IFormCollection form, HttpContext context, [FromServices] PoolFor view) =>
        {
            if (Month.Parse(month) is not { } of) return Pages.Error(StatusCodes.Status404NotFound);
            var seen = await view(of, Ask(form), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Done ? new SeeOther(Links.Pool(of)) : Pages.Show<PoolPage>(page, page.Refused == ClaimRefusal.RoleMayNot ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest);
        });
    }

    private static PoolAsk Ask(IFormCollection form) => form["act"] == "claim"
        ? new(new(form["scheme"].ToString(), form["pool"].ToString(), form["role"].ToString(), Number(form["points"]), form["reason"].ToString().ReplaceLineEndings(" ")), null, 0m, null, "")
        : new(null, long.TryParse(form["claim"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0, form["act"] == "grant" ? Number(form["points"], -1m) : 0m,
            form["from"].ToString() is { Length: > 0 } from ? from : null, form["reason"].ToString().ReplaceLineEndings(" "));

    /// <summary>What can't be read is refused as a number that may not stand there.</summary>
    private static decimal Number(string? text, decimal otherwise = 0m) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1000m ? number : otherwise;
}
