using Heng.App.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.SignIn;

internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/signin", async (string? to, string? @out, string? set, HttpContext context, [FromServices] SetupNeeded needed) =>
            await needed(context) ? Results.Redirect("/setup") : Pages.Show<SignInPage>(new SignInView(null, Inside(to), null, @out == "1", set == "1")));

        pages.MapPost("/signin", async ([FromForm] string? name, [FromForm] string? password, [FromForm] string? to, HttpContext context, [FromServices] TrySignIn attempt) =>
        {
            var answer = await attempt((name ?? "").Trim(), password ?? "", context);
            if (answer.Outcome == SignInOutcome.SignedIn) return Moved(Inside(to) ?? "/");
            context.Response.Headers.CacheControl = "no-store";
            if (answer is { Outcome: SignInOutcome.NeedsCode, Ticket: { } ticket }) return Pages.Show<CodePage>(new CodeView(ticket, Inside(to), null));
            var status = answer.Outcome == SignInOutcome.Waits ? StatusCodes.Status429TooManyRequests : StatusCodes.Status401Unauthorized;
            return Pages.Show<SignInPage>(new SignInView(name, Inside(to), answer), status);
        });

        pages.MapPost("/signin/code", async ([FromForm] string? ticket, [FromForm] string? code, [FromForm] string? to, HttpContext context, [FromServices] TryCode attempt) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            var answer = await attempt(ticket ?? "", code ?? "", context);
            return answer.Outcome switch
            {
                SignInOutcome.SignedIn => Moved(Inside(to) ?? "/"),
                SignInOutcome.TicketOver => Pages.Show<SignInPage>(new SignInView(null, Inside(to), answer), StatusCodes.Status401Unauthorized),
                SignInOutcome.Waits => Pages.Show<CodePage>(new CodeView(ticket ?? "", Inside(to), answer), StatusCodes.Status429TooManyRequests),
                _ => Pages.Show<CodePage>(new CodeView(ticket ?? "", Inside(to), answer), StatusCodes.Status401Unauthorized),
            };
        });

        // The name is bound to a form field so that the antiforgery token is asked for.
        pages.MapPost("/signout", async ([FromForm] string? _, HttpContext context, [FromServices] SignOutNow leave) =>
        {
            await leave(context);
            return Moved("/signin?out=1");
        });

        pages.MapGet("/setup", async (HttpContext context, [FromServices] SetupNeeded needed) =>
            await needed(context) ? Pages.Show<SetupPage>(new SetupView(null, SetupRefusal.None)) : Results.Redirect("/signin"));

        pages.MapPost("/setup", async ([FromForm] string? name, [FromForm] string? password, [FromForm] string? again, HttpContext context, [FromServices] MakeAdministrator make) =>
        {
            var refused = Check(name, password, again);
            if (refused == SetupRefusal.None) refused = await make(name!.Trim(), password!, context);
            return refused == SetupRefusal.None ? Moved("/") : Pages.Show<SetupPage>(new SetupView(name, refused), StatusCodes.Status400BadRequest);
        });
    }

    private static SetupRefusal Check(string? name, string? password, string? again) =>
        string.IsNullOrWhiteSpace(name) ? SetupRefusal.NameMissing
        : (password ?? "").Length < SetupView.Shortest ? SetupRefusal.PasswordTooShort
        : password != again ? SetupRefusal.PasswordsDiffer
        : SetupRefusal.None;

    private static SeeOther Moved(string to) => new SeeOther(to);

    /// <summary>Only an address of this site: one slash first, and no backslash that a browser would read as one.</summary>
    private static string? Inside(string? to) =>
        to is ['/', ..] && !to.StartsWith("//", StringComparison.Ordinal) && !to.Contains('\\', StringComparison.Ordinal) ? to : null;
}
