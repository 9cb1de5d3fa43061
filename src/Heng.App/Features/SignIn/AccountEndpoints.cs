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
        .AddSingleton<OwnAccountQuery>()
        .AddSingleton<MySessionsFor>(s => s.GetRequiredService<OwnAccountQuery>().Mine)
        .AddSingleton<OwnMailFor>(s => s.GetRequiredService<OwnAccountQuery>().Mail)
        .AddSingleton<OwnCodeFor>(s => s.GetRequiredService<OwnAccountQuery>().Code)
        .AddSingleton<OwnCalendarFor>(s => s.GetRequiredService<OwnAccountQuery>().Calendar)
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

        pages.MapGet(Mine, async (string? ended, string? did, HttpContext context, [FromServices] MySessionsFor view) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return await view(context) is { } page ? Pages.Show<MySessionsPage>(page with { Ended = ended == "1", Done = did is null ? null : new(null, did) }) : Pages.Error(StatusCodes.Status404NotFound);
        });

        pages.MapPost(Mine + "/mail", async ([FromForm] string? act, [FromForm] string? text, HttpContext context, [FromServices] OwnMailFor own) =>
            Done(await own(act ?? "", (text ?? "").Trim(), context), context, "mail"));

        pages.MapPost(Mine + "/code", async ([FromForm] string? act, [FromForm] string? code, HttpContext context, [FromServices] OwnCodeFor own) =>
            Done(await own(act ?? "", code ?? "", context), context, "code"));

        pages.MapPost(Mine + "/calendar", async ([FromForm] string? act, HttpContext context, [FromServices] OwnCalendarFor own) =>
            Done(await own(act ?? "", context), context, "calendar"));

        pages.MapPost(Mine, async ([FromForm] string? session, HttpContext context, [FromServices] EndSession end) =>
            await end(session ?? "", context) ? new SeeOther(Mine + "?ended=1") : Pages.Error(StatusCodes.Status404NotFound));
    }

    public static void MapInvitations(this IEndpointRouteBuilder open)
    {
        open.MapGet(AccountDeeds.LinkPath + "{token}", async (string token, HttpContext context, [FromServices] InvitationFor view) => Shown(await view(token, context), context));

        open.MapPost(AccountDeeds.LinkPath + "{token}", async (string token, [FromForm] string? password, [FromForm] string? again, HttpContext context, [FromServices] AcceptInvitation accept) =>
            await accept(token, password ?? "", again ?? "", context) is { } refused ? Shown(refused, context, StatusCodes.Status400BadRequest) : new SeeOther("/signin?set=1"));
    }

    /// <summary>Recovery codes are told in the answer itself, and kept by no cache.</summary>
    private static IResult Done(MySessionsView? page, HttpContext context, string part)
    {
        context.Response.Headers.CacheControl = "no-store";
        return page switch
        {
            null => Pages.Error(StatusCodes.Status404NotFound),
            { Done: { Refused: null, Recovery: null, Calendar: null, Did: { } did } } => new SeeOther($"{Links.With(Mine, ("did", did))}#{part}"),
            { Done.Refused: null } => Pages.Show<MySessionsPage>(page),
            _ => Pages.Show<MySessionsPage>(page, StatusCodes.Status400BadRequest),
        };
    }

    private static IResult Shown(InvitationView view, HttpContext context, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Pages.Show<InvitationPage>(view, view.User is null ? StatusCodes.Status404NotFound : status);
    }

    private static AccountAsk Ask(IFormCollection form) => new(
        form["act"].ToString() switch { "invite" => AccountAct.Invite, "reset" => AccountAct.Reset, "role" => AccountAct.Role, "end-code" => AccountAct.EndCode, "disable" => AccountAct.Disable, "enable" => AccountAct.Enable, _ => AccountAct.EndSessions },
        form["name"].ToString().Trim(), form["reason"].ToString().ReplaceLineEndings(" ").Trim(),
        Enum.TryParse<Role>(form["role"], ignoreCase: true, out var role) && Enum.IsDefined(role) && role != Role.Operator ? role : null,
        form["person"].ToString(), [.. form["groups"].OfType<string>().Where(g => g.Length > 0)]);
}
