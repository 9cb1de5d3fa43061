using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng user</c>: what the page of accounts does. Links are told once; a password is its owner's alone.</summary>
public static class UserCommand
{
    private static readonly string[] Columns = ["account", "role", "person", "groups", "state", "devices"];

    public static Command Build(GlobalOptions options) => new("user", "Accounts: list, add, reset, role, disable, enable, sessions, end")
    {
        List(options), Add(options), One(options, "reset", "End the password and the key, and make a link for a new password", AccountAct.Reset),
        ChangeRole(options), One(options, "disable", "Nobody signs in with it any more", AccountAct.Disable, reasoned: true), One(options, "enable", "Let it in again", AccountAct.Enable),
        One(options, "end-code", "End the second factor of who lost their phone and recovery codes", AccountAct.EndCode, reasoned: true), Devices(options), One(options, "end", "Sign the account out on every device", AccountAct.EndSessions),
    };

    private static Command List(GlobalOptions options)
    {
        var command = new Command("list", "Who may sign in");
        command.Run(options, (context, _) =>
        {
            RequireManager(context);
            var rows = new JsonArray([.. Managed(context).Select(u => Row(context, u))]);
            context.Output.Write(rows, () => new(Columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. Columns.Select(c => Text(r![c]))])]));
            return Exit.Done;
        });
        return command;
    }

    private static Command Add(GlobalOptions options)
    {
        var (name, role, groups) = (Name(), OneOf.Enum("--role", "The account's role", Role.Agent, except: Role.Operator), Groups());
        var person = new Option<string?>("--person") { Description = "Who in the people file this is (an agent or leader needs one)" };
        var command = new Command("add", "Make an account, and a link by which its owner sets the password") { name, role, person, groups };
        command.RunMaking(options, (context, parsed) => Do(context, new(AccountAct.Invite, parsed.GetValue(name)!.Trim(), Role: parsed.GetValue(role), Person: parsed.GetValue(person), Groups: parsed.GetValue(groups))));
        return command;
    }

    private static Command ChangeRole(GlobalOptions options)
    {
        var (name, reason, role, groups) = (Name(), Reason(), OneOf.Enum("--role", "The new role", Role.Agent, except: Role.Operator), Groups());
        var command = new Command("role", "Give the account another role, or a supervisor other groups") { name, role, groups, reason };
        command.Run(options, (context, parsed) => Do(context, new(AccountAct.Role, parsed.GetValue(name)!.Trim(), parsed.GetValue(reason) ?? "", parsed.GetValue(role), Groups: parsed.GetValue(groups))));
        return command;
    }

    private static Command One(GlobalOptions options, string word, string description, AccountAct act, bool reasoned = false)
    {
        var (name, reason) = (Name(), Reason());
        var command = new Command(word, description) { name };
        if (reasoned) command.Options.Add(reason);
        command.Run(options, (context, parsed) => Do(context, new(act, parsed.GetValue(name)!.Trim(), reasoned ? parsed.GetValue(reason) ?? "" : "")));
        return command;
    }

    private static Command Devices(GlobalOptions options)
    {
        string[] columns = ["account", "device", "since", "seen"];
        var command = new Command("sessions", "Where accounts are signed in");
        command.Run(options, (context, _) =>
        {
            RequireManager(context);
            var open = Open(context);
            var rows = new JsonArray([.. Managed(context).SelectMany(u => open[u.Id].Select(s => new JsonObject { ["account"] = u.Name, ["device"] = s.Device, ["since"] = At(s.BeganAt), ["seen"] = At(s.SeenAt) }))]);
            context.Output.Write(rows, () => new(columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => Text(r![c]))])]));
            return Exit.Done;
        });
        return command;
    }

    private static int Do(CommandContext context, AccountAsk ask)
    {
        var done = new AccountDeeds(context.Database, TimeProvider.System).Do(ask, context.Viewer);
        if (done.Refused is { } refused) throw CommandStoppedException.Refused(new(Json.Kebab(refused), AccountWords.Of(refused)));
        var row = Row(context, done.User!);
        row["link"] = done.Link;
        context.Output.Write(row, () => new([.. Columns, "link"], [[.. Columns.Append("link").Select(c => Text(row[c]))]]));
        return Exit.Done;
    }

    private static JsonObject Row(CommandContext context, UserAccount user) => new()
    {
        ["account"] = user.Name, ["role"] = Json.Kebab(AccountRules.RoleOf(user)), ["person"] = user.Person is { } person ? context.Database.People.Roster.NameOf(person) : null,
        ["groups"] = new JsonArray([.. GroupNames.Of(user.Team).Select(g => JsonValue.Create(g))]),
        ["state"] = user.Disabled ? "disabled" : user.PasswordHash is null ? "invited" : "active", ["devices"] = Open(context)[user.Id].Count(),
    };

    private static IEnumerable<UserAccount> Managed(CommandContext context) => context.Database.Users.All.Where(u => Rights.ManagesAccount(context.Viewer, AccountRules.RoleOf(u)));

    private static ILookup<long, SignInSession> Open(CommandContext context) =>
        context.Database.SignInSessions.Open(new Instant(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()).Plus(-(long)(Sessions.Lasts + Sessions.SeenWithin).TotalSeconds)).ToLookup(s => s.User);

    private static void RequireManager(CommandContext context) => context.Require(Rights.ManagesAccounts(context.Viewer), "此角色不能管理账号", "This role may not manage accounts");
    private static Argument<string> Name() => new("NAME") { Description = "Sign-in name" };
    private static Option<string?> Reason() => new("--reason") { Description = "Why; it stands in the decisions" };
    private static Option<string[]> Groups() => new("--groups") { Description = "The groups of a supervisor", AllowMultipleArgumentsPerToken = true };
    private static string At(Instant at) => ShopClock.Shanghai.ToLocal(at).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    private static string Text(JsonNode? node) => node switch { null => "–", JsonArray list => string.Join("、", list.Select(n => n!.GetValue<string>())), _ => node.ToString() };
}
