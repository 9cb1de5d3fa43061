using Heng.App.Features.People;
using Heng.App.Ui;

namespace Heng.App.Features.SignIn;

/// <summary>Who may sign in (账号), for who manages accounts. LinkTold is the link just made: it is shown this once and kept nowhere.</summary>
public sealed record AccountsView(IReadOnlyList<AccountRow> Rows, IReadOnlyList<Role> MayGive, IReadOnlyList<string> People, IReadOnlyList<string> Groups)
{
    public AccountRefusal? Refused { get; init; }
    public (string Name, string Link, DateTime Until)? LinkTold { get; init; }
    public AccountAsk? Asked { get; init; }
    public string? Done { get; init; }
}

/// <summary>InvitedUntil: a link is open. HasPassword is false until its owner set one. MayManage is for this viewer.</summary>
public sealed record AccountRow(
    string Name, Role Role, string? Person, IReadOnlyList<string> Groups, bool Disabled, bool HasPassword, DateTime? InvitedUntil, DateTime? LastSeen, IReadOnlyList<SessionRow> Sessions, bool IsMe, bool MayManage)
{
    /// <summary>Whether a second factor is asked for.</summary>
    public bool HasCode { get; init; }
}

/// <summary>A device that an account is signed in on; Mark names it in forms.</summary>
public sealed record SessionRow(string Mark, string Device, DateTime Since, DateTime LastSeen, bool IsThis);

/// <summary>One's own devices.</summary>
public sealed record MySessionsView(string Name, Role Role, IReadOnlyList<SessionRow> Sessions, bool Ended)
{
    public MyMail? Mail { get; init; }
    public MyCode? Code { get; init; }
    public MyCalendar? Calendar { get; init; }
    public OwnDone? Done { get; init; }
}

/// <summary>The page that a link opens; User is null where it can't be used any more.</summary>
public sealed record InvitationView(string Token, string? User, SetupRefusal Refused)
{
    public int ShortestPassword => SetupView.Shortest;
}

/// <summary>An account's page asked for, and what is to be done before; null where it is only looked at.</summary>
public delegate Task<Seen<AccountsView>> AccountsFor(AccountAsk? ask, HttpContext context);
/// <summary>Ends a session, one's own or, for who manages its account, another's; false where there is none such.</summary>
public delegate Task<bool> EndSession(string mark, HttpContext context);
public delegate Task<MySessionsView?> MySessionsFor(HttpContext context);
public delegate Task<InvitationView> InvitationFor(string token, HttpContext context);
/// <summary>Sets the password and answers null, or why not.</summary>
public delegate Task<InvitationView?> AcceptInvitation(string token, string password, string again, HttpContext context);
