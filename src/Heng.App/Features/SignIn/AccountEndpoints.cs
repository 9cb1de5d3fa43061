using Heng.App.Features.People;
using Heng.App.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.SignIn;

internal static class AccountEndpoints
{
    private const string Address = "/accounts", Mine = "/account";

    public static IServiceCollection AddAccounts(this IServiceCollection services) => services.AddSingleton<AccountsQuery>()
        .AddSingleton<AccountsFor>(s => s.GetRequiredService<AccountsQuery>().For)
        .AddSingleton<EndSession>(s => s.GetRequiredService<AccountsQuery>().End)
        .AddSingleton<MySessionsFor>(s => s.GetRequiredService<AccountsQuery>().Mine)
        .AddSingleton<InvitationFor>(s => s.GetRequiredService<AccountsQuery>().Invitation)
        .AddSingleton<AcceptInvitation>(s => s.GetRequiredService<AccountsQuery>().Accept);

    public static void MapAccounts(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string? done, HttpContext context, [FromServices] AccountsFor view) =>
            await view(null, context) is { View: { } page } ? Pages.Show<AccountsPage>(page with { Done = done }) : Pages.Error(StatusCodes.Status403Forbidden));

        // A link is told in the answer itself: an address that carried it would stay in the browser's history.
        pages.MapPost(Address, async (IFormCollection form, HttpContext context, [FromServices] AccountsFor view) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            var seen = await view(Ask(form), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            var status = page.Refused switch { null => StatusCodes.Status200OK, AccountRefusal.RoleMayNot => StatusCodes.Status403Forbidden, _ => StatusCodes.Status400BadRequest };
            return page.Refused is null && page.LinkTold is null ? new SeeOther(Links.With(Address, ("done", page.Done))) : Pages.Show<AccountsPage>(page, status);
        });

        pages.MapPost(Address + "/session", async ([FromForm] string? session, HttpContext context, [FromServices] EndSession end) =>
            await end(session ?? "", context) ? new SeeOther(Address) : Pages.Error(StatusCodes.Status404NotFound));

        pages.MapGet(Mine, async (string? ended, HttpContext context, [FromServices] MySessionsFor view) =>
            await view(context) is { } page ? Pages.Show<MySessionsPage>(page with { Ended = ended == "1" }) : Pages.Error(StatusCodes.Status404NotFound));

        pages.MapPost(Mine, async ([FromForm] string? session, HttpContext context, [FromServices] EndSession end) =>
            await end(session ?? "", context) ? new SeeOther(Mine + "?ended=1") : Pages.Error(StatusCodes.Status404NotFound));
    }

    public static void MapInvitations(this IEndpointRouteBuilder open)
    {
        open.MapGet(AccountDeeds.LinkPath + "{token}", async (string token, HttpContext context, [FromServices] InvitationFor view) => Shown(await view(token, context), context));

        open.MapPost(AccountDeeds.LinkPath + "{token}", async (string token, [FromForm] string? password, [FromForm] string? again, HttpContext context, [FromServices] AcceptInvitation accept) =>
            await accept(token, password ?? "", again ?? "", context) is { } refused ? Shown(refused, context, StatusCodes.Status400BadRequest) : new SeeOther("/signin?set=1"));
    }

    private static IResult Shown(InvitationView view, HttpContext context, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Pages.Show<InvitationPage>(view, view.User is null ? StatusCodes.Status404NotFound : status);
    }

    private static AccountAsk Ask(IFormCollection form) => new(
        form["act"].ToString() switch { "invite" => AccountAct.Invite, "reset" => AccountAct.Reset, "role" => AccountAct.Role, "disable" => AccountAct.Disable, "enable" => AccountAct.Enable, _ => AccountAct.EndSessions },
        form["name"].ToString().Trim(), form["reason"].ToString().ReplaceLineEndings(" ").Trim(),
        Enum.TryParse<Role>(form["role"], ignoreCase: true, out var role) && Enum.IsDefined(role) && role != Role.Operator ? role : null,
        form["person"].ToString(), [.. form["groups"].OfType<string>().Where(g => g.Length > 0)]);
}
