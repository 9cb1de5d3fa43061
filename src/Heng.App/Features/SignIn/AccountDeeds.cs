using System.Security.Cryptography;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.SignIn;

/// <summary>What came of it: the account as it is now, the link's address where one was made (told once), or the refusal.</summary>
public sealed record AccountDone(UserAccount? User, string? Link, AccountRefusal? Refused)
{
    public static AccountDone No(AccountRefusal refused) => new(null, null, refused);
}

/// <summary>Accounts made, invited, changed and ended: load, decide, keep, note in the chain of decisions. Passwords are their owners' alone.</summary>
public sealed class AccountDeeds(Database database, TimeProvider time)
{
    public static readonly TimeSpan LinkHolds = TimeSpan.FromDays(7);
    public const string LinkPath = "/invitation/";

    private readonly Accounts accounts = new(database, time);

    /// <summary>A new account that has no password until its owner sets one by the link.</summary>
    public AccountDone Invite(AccountAsk ask, Viewer by)
    {
        var role = ask.Role ?? Role.Agent;
        if (!Rights.ManagesAccount(by, role)) return AccountDone.No(AccountRefusal.RoleMayNot);
        if (!AccountRules.Reads(ask.Name)) return AccountDone.No(AccountRefusal.NameUnreadable);
        var person = string.IsNullOrEmpty(ask.Person) ? null : database.People.Roster.Find(ask.Person);
        if (person is null && !string.IsNullOrEmpty(ask.Person)) return AccountDone.No(AccountRefusal.AgentUnknown);
        if (person is null && role is (Role.Agent or Role.Leader)) return AccountDone.No(AccountRefusal.PersonMissing);
        if (RefusesGroups(role, ask.Groups) is { } refused) return AccountDone.No(refused);
        if (accounts.Add(ask.Name, role, person?.Id, TeamOf(role, ask.Groups), null) is not { } user) return AccountDone.No(AccountRefusal.AccountExists);
        Note("account-invited", user, by, Json.Kebab(role));
        return new(user, NewLink(user, by), null);
    }

    public AccountDone Do(AccountAsk ask, Viewer by)
    {
        if (ask.Act == AccountAct.Invite) return Invite(ask, by);
        if (!Rights.ManagesAccounts(by) || ask is { Act: AccountAct.Role, Role: null }) return AccountDone.No(AccountRefusal.RoleMayNot);
        if (ask is { Act: AccountAct.Role, Role: { } to } && RefusesGroups(to, ask.Groups) is { } groups) return AccountDone.No(groups);
        if (ask.Act == AccountAct.EndCode) return EndCode(ask, by);
        var (before, after, refused) = database.Users.Decide(all => Decided(ask, by, all));
        if (refused is { } why) return AccountDone.No(why);
        if (ask.Act is not (AccountAct.Enable or AccountAct.Role)) database.SignInSessions.EndOf(after!.Id, Now);
        if (ask.Act == AccountAct.Disable) database.Invitations.EndOf(after!.Id, Now);
        Note(ask.Act switch
        {
            AccountAct.Reset => "account-reset",
            AccountAct.Role => "account-role-changed",
            AccountAct.Disable => "account-disabled",
            AccountAct.Enable => "account-enabled",
            _ => "account-sessions-ended",
        }, after!, by, ask.Act == AccountAct.Role ? $"{Told(before!)} → {Told(after!)}: {ask.Reason.Trim()}" : ask.Reason.Trim());
        return new(after, ask.Act == AccountAct.Reset ? NewLink(after!, by) : null, null);
    }

    /// <summary>For who lost phone and recovery codes; their sessions end, so that whoever asked for it signs in anew.</summary>
    private AccountDone EndCode(AccountAsk ask, Viewer by)
    {
        if (AccountRules.Refuses(ask, by, database.Users.All) is { } why) return AccountDone.No(why);
        var user = accounts.Find(ask.Name)!;
        if (!database.SecondFactors.End(user.Id)) return AccountDone.No(AccountRefusal.AlreadySo);
        accounts.EndSessions(user);
        Note("account-code-ended", user, by, ask.Reason.Trim());
        return new(user, null, null);
    }

    private static (UserAccount? Kept, (UserAccount? Before, UserAccount? After, AccountRefusal? Refused) Answer) Decided(AccountAsk ask, Viewer by, IReadOnlyList<UserAccount> all)
    {
        if (AccountRules.Refuses(ask, by, all) is { } refused) return (null, (null, null, refused));
        var user = all.First(u => u.Name == ask.Name);
        var changed = Changed(user, ask);
        return (changed, (user, changed, null));
    }

    /// <summary>A reset takes the password and the key away at once: whoever had them is out before the link is used.</summary>
    private static UserAccount Changed(UserAccount user, AccountAsk ask) => ask.Act switch
    {
        AccountAct.Reset => user with { PasswordHash = null, KeyHash = null, SecurityStamp = Accounts.NewStamp() },
        AccountAct.Role => user with { Role = ask.Role!.Value.ToString(), Team = TeamOf(ask.Role.Value, ask.Groups), KeyHash = Keyed(ask.Role.Value) ? user.KeyHash : null },
        AccountAct.Disable => user with { Disabled = true, SecurityStamp = Accounts.NewStamp() },
        AccountAct.Enable => user with { Disabled = false },
        _ => user with { SecurityStamp = Accounts.NewStamp() },
    };

    private AccountRefusal? RefusesGroups(Role role, IReadOnlyList<string>? groups)
    {
        if (role != Role.Supervisor) return null;
        if (groups is not { Count: > 0 }) return AccountRefusal.GroupsMissing;
        var known = database.People.Employments.Select(e => e.Group).ToHashSet(StringComparer.Ordinal);
        return groups.All(known.Contains) ? null : AccountRefusal.GroupUnknown;
    }

    private string NewLink(UserAccount user, Viewer by)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        database.Invitations.Add(new(CommandContext.KeyHash(token), user.Id, Now, by.Name, Now.Plus((long)LinkHolds.TotalSeconds), null));
        return LinkPath + token;
    }

    /// <summary>Whose link it is, while it can be used.</summary>
    public UserAccount? Invited(string token) =>
        database.Invitations.Find(CommandContext.KeyHash(token)) is { } invitation && invitation.OpenAt(Now) && accounts.Find(invitation.User) is { Disabled: false } user ? user : null;

    /// <summary>Sets the password that the owner chose; null where the link can't be used, or was used meanwhile.</summary>
    public UserAccount? Accept(string token, string password)
    {
        if (Invited(token) is not { } user || !database.Invitations.Use(CommandContext.KeyHash(token), Now)) return null;
        accounts.Reset(user, password, null);
        database.Decisions.Append(Now, user.Name, "account-password-set", $"account/{user.Name}", "");
        return user;
    }

    private void Note(string what, UserAccount user, Viewer by, string why) =>
        database.Decisions.Append(Now, by.Role == Role.Operator ? $"{by.Name} ({Environment.UserName})" : by.Name, what, $"account/{user.Name}", why);

    private static string Told(UserAccount user) => Json.Kebab(AccountRules.RoleOf(user)) + (user.Team is { } team ? $" ({GroupNames.Shown(team)})" : "");
    private static string? TeamOf(Role role, IReadOnlyList<string>? groups) => role == Role.Supervisor ? GroupNames.Joined(groups ?? []) : null;
    private static bool Keyed(Role role) => role is Role.Hr or Role.Manager or Role.Administrator;
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
