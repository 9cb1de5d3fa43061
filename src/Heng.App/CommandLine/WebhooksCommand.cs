using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.People;
using Heng.App.Features.Webhooks;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng webhooks</c>: what their page does, and alone the way to one inside the house.</summary>
public static class WebhooksCommand
{
    private static readonly string[] Columns = ["id", "name", "address", "private", "kinds", "state", "secret"];

    public static Command Build(GlobalOptions options) => new("webhooks", "Other programs that are told of events: list, add, remove") { List(options), Add(options), Remove(options) };

    private static Command List(GlobalOptions options)
    {
        var command = new Command("list", "Every webhook; never a secret");
        command.Run(options, (context, _) =>
        {
            context.Require(Rights.SeesSettings(context.Viewer) || context.Viewer.Role == Role.Operator, "此角色不能查看网络回调", "This role may not see webhooks");
            Write(context, [.. context.Database.Webhooks.All.Select(h => Row(h))]);
            return Exit.Done;
        });
        return command;
    }

    private static Command Add(GlobalOptions options)
    {
        var (name, address) = (new Argument<string>("NAME") { Description = "What it is for" }, new Argument<string>("ADDRESS") { Description = "https://…" });
        var kinds = new Option<string[]>("--kind") { Description = string.Join(", ", WebhookKinds.All.Select(k => k.Id)) + " (default: all)", AllowMultipleArgumentsPerToken = true };
        var house = new Option<bool>("--private") { Description = "It lies in the house's own network, or is http: the operator alone says so" };
        var command = new Command("add", "Add one, and tell what it is signed with this once") { name, address, kinds, house };
        command.Run(options, (context, parsed) =>
        {
            var asked = parsed.GetValue(kinds) is { Length: > 0 } some ? some : [.. WebhookKinds.All.Select(k => k.Id)];
            var (hook, secret, refused) = Deeds(context).Add(new(parsed.GetValue(name)!.Trim(), parsed.GetValue(address)!.Trim(), asked, parsed.GetValue(house)), context.Viewer);
            if (refused is not null) throw CommandStoppedException.Refused(refused);
            Write(context, [Row(hook!, secret)]);
            return Exit.Done;
        });
        return command;
    }

    private static Command Remove(GlobalOptions options)
    {
        var id = new Argument<long>("ID") { Description = "Its number, as list has it" };
        var command = new Command("remove", "End one; what it still had to be told stays untold") { id };
        command.Run(options, (context, parsed) =>
        {
            if (Deeds(context).Turn(parsed.GetValue(id), WebhookState.Removed, context.Viewer) is { } refused) throw CommandStoppedException.Refused(refused);
            Write(context, [.. context.Database.Webhooks.All.Where(h => h.Id == parsed.GetValue(id)).Select(h => Row(h))]);
            return Exit.Done;
        });
        return command;
    }

    private static WebhookDeeds Deeds(CommandContext context) => new(context.Database, new(context.Folder), new(context.Database, TimeProvider.System), TimeProvider.System);

    private static JsonObject Row(Webhook hook, string? secret = null) => new()
    {
        ["id"] = hook.Id, ["name"] = hook.Name, ["address"] = hook.Address, ["private"] = hook.PrivateAllowed, ["kinds"] = new JsonArray([.. hook.Kinds.Select(k => JsonValue.Create(k))]), ["state"] = Json.Kebab(hook.State), ["secret"] = secret,
    };

    private static void Write(CommandContext context, JsonArray rows) => context.Output.Write(rows, () => new(Columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. Columns.Select(c => r![c] switch
    {
        null => "–", JsonArray many => string.Join(' ', many.Select(m => m!.GetValue<string>())), var one => one.ToString(),
    })])]));
}
