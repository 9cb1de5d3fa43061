using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary>
/// <c>heng people account</c>: an account for a person, with a password for the pages and, for those who prepare and close, a key for <c>--as</c>.
/// Both are told once and kept only as hashes; who made it stands in the decisions.
/// </summary>
public static class AccountCommand
{
    public static Command Build(GlobalOptions options)
    {
        var name = new Argument<string>("NAME") { Description = "Sign-in name" };
        var role = OneOf.Enum("--role", "The account's role", Role.Agent, except: Role.Operator);
        var person = new Option<string?>("--person") { Description = "Who in the people file this is (an agent or leader needs one)" };
        var groups = new Option<string[]>("--groups") { Description = "The groups of a supervisor", AllowMultipleArgumentsPerToken = true };
        var reset = new Option<bool>("--reset") { Description = "Give an account that exists a new password and key; its sessions end" };
        var command = new Command("account", "Make an account, or give it a new password") { name, role, person, groups, reset };
        command.RunMaking(options, (context, parsed) =>
        {
            context.Require(context.Viewer.Role is Role.Operator or Role.Administrator, "此角色不能管理账号", "This role may not manage accounts");
            var wanted = NameOf(parsed.GetValue(name)!);
            var answer = parsed.GetValue(reset)
                ? Reset(context, wanted)
                : Make(context, wanted, parsed.GetValue(role), parsed.GetValue(person), parsed.GetValue(groups) ?? []);
            context.Output.Write(answer, () => new(["account", "role", "person", "password", "key"],
                [[.. new[] { "account", "role", "person", "password", "key" }.Select(c => answer[c]?.GetValue<string>() ?? "–")]]));
            return Exit.Done;
        });
        return command;
    }

    /// <summary>The sign-in page trims what is typed, so nobody could sign in under a name with blanks around it.</summary>
    private static string NameOf(string typed) => typed.Trim() is { Length: > 0 } name && !name.Any(char.IsControl) && name != Operator.Name
        ? name
        : throw CommandStoppedException.Usage("name-unreadable", "账号名不能为空，不能含控制字符，也不能是 operator", "An account's name is not empty, holds no control characters and is not operator");

    private static JsonObject Make(CommandContext context, string name, Role role, string? person, IReadOnlyList<string> groups)
    {
        var who = person is null ? null : context.Database.People.Roster.Find(person) ?? throw CommandStoppedException.Usage("agent-unknown", $"人员里没有“{person}”", $"There is nobody named '{person}' in the people file");
        if (who is null && (role is Role.Agent or Role.Leader)) throw CommandStoppedException.Usage("person-missing", "客服与组长的账号要用 --person 指明是谁", "An agent's or leader's account needs --person");
        var (password, key) = (NewPassword(), NewKey(role));
        if (new Accounts(context.Database, TimeProvider.System).Add(name, role, who?.Id, TeamOf(context.Database, role, groups), password, Hash(key)) is null)
            throw CommandStoppedException.Refused(new("account-exists", new($"账号“{name}”已存在；用 --reset 重设密码", $"The account '{name}' exists; --reset gives it a new password")));
        return Told(context, "account-made", name, role, person, password, key);
    }

    /// <summary>What a supervisor's account keeps of its groups; others have none of their own.</summary>
    private static string? TeamOf(Database database, Role role, IReadOnlyList<string> groups)
    {
        if (role != Role.Supervisor)
            return groups.Count == 0 ? null : throw CommandStoppedException.Usage("groups-not-wanted", "--groups 只用于主管账号", "--groups is for a supervisor's account alone");
        var known = database.People.Employments.Select(e => e.Group).ToHashSet(StringComparer.Ordinal);
        if (groups.FirstOrDefault(g => !known.Contains(g)) is { } unknown) throw CommandStoppedException.Usage("group-unknown", $"人员里没有小组“{unknown}”", $"Nobody in the people file is in a group '{unknown}'");
        return GroupNames.Joined(groups) ?? throw CommandStoppedException.Usage("groups-missing", "主管账号要用 --groups 指明小组", "A supervisor's account needs --groups");
    }

    private static JsonObject Reset(CommandContext context, string name)
    {
        if (context.Database.Users.Find(name) is not { } user)
            throw CommandStoppedException.Refused(new("account-unknown", new($"没有账号“{name}”", $"There is no account '{name}'")));
        var role = Enum.Parse<Role>(user.Role, ignoreCase: true);
        var (password, key) = (NewPassword(), NewKey(role));
        new Accounts(context.Database, TimeProvider.System).Reset(user, password, Hash(key));
        return Told(context, "account-reset", name, role, user.Person is { } id ? context.Database.People.Roster.NameOf(id) : null, password, key);
    }

    private static JsonObject Told(CommandContext context, string what, string name, Role role, string? person, string password, string? key)
    {
        context.Database.Decisions.Append(new Instant(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()), $"{context.Viewer.Name} ({Environment.UserName})", what, $"account/{name}", Json.Kebab(role));
        return new JsonObject { ["account"] = name, ["role"] = Json.Kebab(role), ["person"] = person, ["password"] = password, ["key"] = key };
    }

    private static string? NewKey(Role role) => role is Role.Hr or Role.Manager or Role.Administrator ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) : null;
    private static string? Hash(string? key) => key is null ? null : CommandContext.KeyHash(key);
    private static string NewPassword() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 14);
}
