using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.SignIn;

/// <summary>Fills the pages of accounts, of one's own devices and of a link, and does what is asked there.</summary>
public sealed class AccountsQuery(Database database, Sessions sessions, ViewerFor viewers, TimeProvider time)
{
    private readonly AccountDeeds deeds = new(database, time);

    public Task<Seen<AccountsView>> For(AccountAsk? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.ManagesAccounts(viewer)) return Task.FromResult(Seen<AccountsView>.Forbidden);
        var done = ask is null ? null : deeds.Do(ask, viewer);
        return Task.FromResult<Seen<AccountsView>>(View(viewer, context) with
        {
            Asked = ask, Refused = done?.Refused, Done = done is { Refused: null, Link: null } ? ask!.Name : null,
            LinkTold = done?.Link is { } link ? (ask!.Name, $"{context.Request.Scheme}://{context.Request.Host}{link}", Local(Now.Plus((long)AccountDeeds.LinkHolds.TotalSeconds))) : null,
        });
    }

    private AccountsView View(Viewer viewer, HttpContext context)
    {
        var (roster, links) = (database.People.Roster, database.Invitations.OpenAt(Now).ToDictionary(i => i.User));
        var open = database.SignInSessions.Open(sessions.OpenSince).ToLookup(s => s.User);
        var (mine, coded) = (sessions.IdOf(context), database.SecondFactors.Confirmed);
        var rows = database.Users.All.Where(u => u.Name == viewer.Name || Rights.ManagesAccount(viewer, AccountRules.RoleOf(u))).Select(u =>
        {
            SessionRow[] devices = [.. open[u.Id].Select(s => Row(s, mine))];
            return new AccountRow(u.Name, AccountRules.RoleOf(u), u.Person is { } person ? roster.NameOf(person) : null, GroupNames.Of(u.Team), u.Disabled, u.PasswordHash is not null,
                links.TryGetValue(u.Id, out var link) ? Local(link.ExpiresAt) : null, devices.Length > 0 ? devices[0].LastSeen : null, devices, u.Name == viewer.Name, Rights.ManagesAccount(viewer, AccountRules.RoleOf(u))) { HasCode = coded.Contains(u.Id) };
        });
        return new([.. rows.OrderBy(r => r.Disabled).ThenBy(r => r.Name, StringComparer.Ordinal)], [.. Enum.GetValues<Role>().Where(r => r != Role.Operator && Rights.ManagesAccount(viewer, r))],
            [.. roster.People.Where(p => roster.HistoryOf(p.Id) is [{ To: null }, ..]).Select(p => p.Name)],
            [.. roster.People.Select(p => roster.HistoryOf(p.Id)).Where(h => h.Count > 0).Select(h => h[0].Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    public Task<MySessionsView?> Mine(HttpContext context)
    {
        if (viewers(context) is not { } viewer || database.Users.Find(viewer.Name) is not { } user) return Task.FromResult<MySessionsView?>(null);
        var mine = sessions.IdOf(context);
        return Task.FromResult<MySessionsView?>(new(viewer.Name, viewer.Role, [.. database.SignInSessions.Open(sessions.OpenSince).Where(s => s.User == user.Id).Select(s => Row(s, mine))], false));
    }

    /// <summary>What belongs to nobody whom the viewer may manage is not there.</summary>
    public Task<bool> End(string mark, HttpContext context)
    {
        if (viewers(context) is not { } viewer || database.SignInSessions.Find(mark) is not { } session || database.Users.Find(session.User) is not { } user) return Task.FromResult(false);
        var may = user.Name == viewer.Name || Rights.ManagesAccount(viewer, AccountRules.RoleOf(user));
        if (!may || !database.SignInSessions.End(mark, Now)) return Task.FromResult(false);
        if (user.Name != viewer.Name) database.Decisions.Append(Now, viewer.Name, "account-session-ended", $"account/{user.Name}", session.Device);
        return Task.FromResult(true);
    }

    public Task<InvitationView> Invitation(string token, HttpContext context) => Task.FromResult(new InvitationView(token, deeds.Invited(token)?.Name, SetupRefusal.None));

    public Task<InvitationView?> Accept(string token, string password, string again, HttpContext context)
    {
        var user = deeds.Invited(token)?.Name;
        var refused = password.Length < SetupView.Shortest ? SetupRefusal.PasswordTooShort : password != again ? SetupRefusal.PasswordsDiffer : SetupRefusal.None;
        if (user is null || refused != SetupRefusal.None) return Task.FromResult<InvitationView?>(new(token, user, refused));
        return Task.FromResult(deeds.Accept(token, password) is null ? new InvitationView(token, null, SetupRefusal.None) : null);
    }

    private static SessionRow Row(SignInSession session, string? mine) => new(session.Id, session.Device, Local(session.BeganAt), Local(session.SeenAt), session.Id == mine);
    private static DateTime Local(Instant at) => ShopClock.Shanghai.ToLocal(at);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
