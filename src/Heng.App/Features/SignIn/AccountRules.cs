using Heng.App.Features.People;
using Heng.Store;

namespace Heng.App.Features.SignIn;

public enum AccountAct { Invite, Reset, Role, Disable, Enable, EndSessions, EndCode }

/// <summary>Why nothing was done to an account.</summary>
public enum AccountRefusal
{
    RoleMayNot, AccountUnknown, AccountExists, NameUnreadable, PersonMissing, AgentUnknown, GroupsMissing, GroupUnknown, OwnRole, OwnAccount, LastAdministrator, ReasonMissing, ReasonTooLong, AlreadySo,
}

/// <summary>What is asked: of which account, and for a change of role which role and, for a supervisor, which groups.</summary>
public sealed record AccountAsk(AccountAct Act, string Name, string Reason = "", Role? Role = null, string? Person = null, IReadOnlyList<string>? Groups = null)
{
    public const int LongestReason = 200, LongestName = 60;
}

/// <summary>What may be done to accounts as they stand, whoever asks: pages and command line alike.</summary>
public static class AccountRules
{
    public static Role RoleOf(UserAccount user) => Enum.Parse<Role>(user.Role, ignoreCase: true);

    /// <summary>Null where it may be done to the account that is there.</summary>
    public static AccountRefusal? Refuses(AccountAsk ask, Viewer by, IReadOnlyList<UserAccount> all)
    {
        if (!Rights.ManagesAccounts(by)) return AccountRefusal.RoleMayNot;
        if (all.FirstOrDefault(u => u.Name == ask.Name) is not { } user) return AccountRefusal.AccountUnknown;
        if (!Rights.ManagesAccount(by, RoleOf(user)) || ask.Role is { } role && !Rights.ManagesAccount(by, role)) return AccountRefusal.RoleMayNot;
        return ask.Act switch
        {
            AccountAct.Role => RefusesRole(ask, by, user, all),
            AccountAct.Disable => RefusesDisabling(ask, by, user, all),
            AccountAct.Enable => user.Disabled ? null : AccountRefusal.AlreadySo,
            AccountAct.EndCode => user.Name == by.Name ? AccountRefusal.OwnAccount : Reasoned(ask.Reason),
            _ => null,
        };
    }

    private static AccountRefusal? RefusesRole(AccountAsk ask, Viewer by, UserAccount user, IReadOnlyList<UserAccount> all) =>
        user.Name == by.Name ? AccountRefusal.OwnRole
        : ask.Role != Role.Administrator && IsLastAdministrator(user, all) ? AccountRefusal.LastAdministrator
        : ask.Role is Role.Agent or Role.Leader && user.Person is null ? AccountRefusal.PersonMissing
        : Reasoned(ask.Reason);

    private static AccountRefusal? RefusesDisabling(AccountAsk ask, Viewer by, UserAccount user, IReadOnlyList<UserAccount> all) =>
        user.Disabled ? AccountRefusal.AlreadySo
        : IsLastAdministrator(user, all) ? AccountRefusal.LastAdministrator
        : user.Name == by.Name ? AccountRefusal.OwnAccount
        : Reasoned(ask.Reason);

    /// <summary>An administrator who was invited and set no password yet can't stand in for another.</summary>
    private static bool IsLastAdministrator(UserAccount user, IReadOnlyList<UserAccount> all) =>
        RoleOf(user) == Role.Administrator && !user.Disabled && !all.Any(u => u.Id != user.Id && RoleOf(u) == Role.Administrator && !u.Disabled && u.PasswordHash is not null);

    private static AccountRefusal? Reasoned(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? AccountRefusal.ReasonMissing : reason.Trim().Length > AccountAsk.LongestReason ? AccountRefusal.ReasonTooLong : null;

    /// <summary>A name that somebody can sign in under: the page trims what is typed, and the operator's is taken.</summary>
    public static bool Reads(string name) => name.Length is > 0 and <= AccountAsk.LongestName && name == name.Trim() && !name.Any(char.IsControl) && name != CommandLine.Operator.Name;
}
