using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.Store;

namespace Heng.App.Features.Audit;

/// <summary>Whether accounts may what the log says they may: a role that was given around the program stands in no decision.</summary>
public static class AccountCheck
{
    /// <summary>Accounts whose role, or whether they are disabled, is not what was last decided about them. Those of before the log told of it are left out.</summary>
    public static IReadOnlyList<string> Differing(Database database) =>
        [.. database.Users.All.Where(u => Differs(u, database.Decisions.About($"account/{u.Name}"))).Select(u => u.Name)];

    private static bool Differs(UserAccount user, IReadOnlyList<Decision> decided)
    {
        var role = decided.Select(RoleIn).LastOrDefault(r => r is not null);
        var disabled = decided.LastOrDefault(d => d.What is "account-disabled" or "account-enabled")?.What == "account-disabled";
        return role is not null && role != Json.Kebab(AccountRules.RoleOf(user)) || decided.Count > 0 && disabled != user.Disabled;
    }

    /// <summary>A change reads <c>agent → leader: why</c>, groups in brackets behind a role.</summary>
    private static string? RoleIn(Decision decision) => decision.What switch
    {
        "account-made" or "account-invited" => decision.Why,
        "account-role-changed" => decision.Why.Split(" → ", 2) is [_, var after] ? new string([.. after.TakeWhile(c => char.IsAsciiLetterLower(c) || c == '-')]) : null,
        _ => null,
    };
}
