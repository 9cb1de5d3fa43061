using Heng.App.CommandLine;
using Heng.App.Features.Notices.Mail;
using Heng.App.Features.People;
using Heng.App.Features.SignIn.Codes;
using Heng.App.Ui;
using Heng.Store;

namespace Heng.App.Features.SignIn;

/// <summary>Fills the page of one's own account and does what its forms ask: address and second factor are their owner's alone.</summary>
public sealed class OwnAccountQuery(Database database, AccountsQuery accounts, ViewerFor viewers, MailDeeds mail, OwnCode codes, Calendars.OwnCalendar calendar)
{
    private static readonly Refusal Unknown = new("act-unknown", new("没有这个操作", "There is no such act"));

    public async Task<MySessionsView?> Mine(HttpContext context) => await accounts.Mine(context) is { } view && UserOf(context) is { } user ? With(view, user) : null;

    public async Task<MySessionsView?> Mail(string act, string text, HttpContext context)
    {
        if (UserOf(context) is not { } user) return null;
        var refused = act switch
        {
            "ask" => await mail.Ask(user, text, Preferences.Language(context)),
            "verify" => mail.Verify(user, text),
            "remove" => Removed(user),
            _ => Unknown,
        };
        return Told(await Mine(context), new(refused, refused is null ? $"mail-{act}" : null));
    }

    public async Task<MySessionsView?> Code(string act, string code, HttpContext context)
    {
        if (UserOf(context) is not { } user) return null;
        var (recovery, refused) = act switch
        {
            "begin" => (null, codes.Begin(user)),
            "confirm" => codes.Confirm(user, code),
            "renew" => codes.Renew(user, code),
            "end" => Required(user) ? (null, CodeRefusal.AlreadyOn) : (null, codes.End(user, code)),
            _ => (null, CodeRefusal.NotOn),
        };
        return Told(await Mine(context), new(refused is { } why ? new(Json.Kebab(why), CodeWords.Of(why)) : null, refused is null ? $"code-{act}" : null, recovery));
    }

    /// <summary>The address is told in full, with the name that Heng is opened under.</summary>
    public async Task<MySessionsView?> Calendar(string act, HttpContext context)
    {
        if (UserOf(context) is not { } user) return null;
        var made = act == "make" ? calendar.Make(user) : null;
        if (act == "end") calendar.End(user);
        var site = database.NoticeSettings.Setting.Site?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";
        return Told(await Mine(context), act is "make" or "end" ? new(null, $"calendar-{act}", Calendar: made is null ? null : site + made) : new(Unknown, null));
    }

    private Refusal? Removed(UserAccount user)
    {
        mail.Remove(user);
        return null;
    }

    private MySessionsView With(MySessionsView view, UserAccount user)
    {
        var (address, waiting) = (database.Mail.Of(user.Id), codes.Waiting(user));
        var secret = waiting is null ? null : Base32.Of(waiting);
        var uri = secret is null ? null : $"otpauth://totp/Heng:{Uri.EscapeDataString(user.Name)}?secret={secret}&issuer=Heng&algorithm=SHA1&digits={Totp.Digits}&period={Totp.StepSeconds}";
        return view with
        {
            Mail = new(address?.Address, address?.VerifiedAt is not null, database.Mail.Setting is { Active: true }),
            Calendar = new(database.CalendarLinks.Since(user.Id) is { } since ? Heng.Engine.Records.ShopClock.Shanghai.ToLocal(since) : null),
            Code = new(codes.IsOn(user), database.SecondFactors.RecoveryLeft(user.Id), Required(user), secret, uri, uri is null ? null : QrPath.Of(uri)),
        };
    }

    private bool Required(UserAccount user) => database.SecondFactors.Setting?.CodeRoles.Contains(user.Role) == true;
    private static MySessionsView? Told(MySessionsView? view, OwnDone done) => view is null ? null : view with { Done = done };
    private UserAccount? UserOf(HttpContext context) => viewers(context) is { } viewer ? database.Users.Find(viewer.Name) : null;
}
