using Heng.App.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Proposals;

internal static class ProposalsEndpoints
{
    private const string Address = "/plans/{scheme}/targets";

    public static IServiceCollection AddProposals(this IServiceCollection services) => services
        .AddSingleton<ProposalsQuery>().AddSingleton<ProposalsFor>(s => s.GetRequiredService<ProposalsQuery>().For);

    public static void MapProposals(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string scheme, string? from, string? to, [FromQuery(Name = "for")] string? aimedAt, HttpContext context, [FromServices] ProposalsFor view) =>
            Pages.Show<ProposalsPage, ProposalsView>(await view(scheme, new(from, to, aimedAt), context)));

        // What was taken stands in the draft, which is read on; a refusal stands over the proposals.
        pages.MapPost(Address, async (string scheme, [FromForm] string? from, [FromForm] string? to, [FromForm(Name = "for")] string? aimedAt, [FromForm] string? place, [FromForm] string? take, HttpContext context, [FromServices] ProposalsFor view) =>
        {
            var way = (take ?? "").Split('/');
            var seen = await view(scheme, new(from, to, aimedAt) { Take = (place ?? "", way[0], way.Length > 1) }, context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Taken ? new SeeOther($"/plans/{scheme}/edit") : Pages.Show<ProposalsPage>(page, StatusCodes.Status400BadRequest);
        });
    }
}
