using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Api;
using Heng.App.Features.ApiKeys;
using Heng.App.Features.People;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary><c>heng keys</c>: what the page of keys does. A key is told once, in the answer of making it.</summary>
public static class KeysCommand
{
    private static readonly string[] Columns = ["id", "name", "key", "account", "scopes", "shop", "perMinute", "state", "until", "used"];

    public static Command Build(GlobalOptions options) => new("keys", "Keys of programs for the HTTP interface: list, make, revoke") { List(options), Make(options), Revoke(options) };

    private static Command List(GlobalOptions options)
    {
        var command = new Command("list", "Every key, the newest first; never a secret");
        command.Run(options, (context, _) =>
        {
            context.Require(Rights.SeesSettings(context.Viewer) || context.Viewer.Role == Role.Operator, "此角色不能查看密钥", "This role may not see keys");
            Write(context, [.. context.Database.ApiKeys.All.Select(k => Row(context, k))], Columns);
            return Exit.Done;
        });
        return command;
    }

    private static Command Make(GlobalOptions options)
    {
        var name = new Argument<string>("NAME") { Description = "Which program it is for" };
        var account = new Option<string>("--account") { Description = "The account that it acts as", Required = true };
        var scopes = new Option<string[]>("--scope") { Description = string.Join(", ", ApiScope.All.Select(s => s.Name)), AllowMultipleArgumentsPerToken = true, Required = true };
        var (rate, until) = (new Option<string?>("--per-minute") { Description = $"Requests a minute (default {KeyDeeds.UsualAMinute})" }, new Option<string?>("--until") { Description = "Its last day, e.g. 2027-03-31" });
        var command = new Command("make", "Make a key and tell it this once; --shop limits it to one shop") { name, account, scopes, rate, until };
        command.Run(options, (context, parsed) =>
        {
            var ask = new KeyAsk(parsed.GetValue(name)!.Trim(), parsed.GetValue(account)!, parsed.GetValue(scopes)!, context.ShopName ?? "", parsed.GetValue(rate) ?? "", parsed.GetValue(until) ?? "");
            var done = new KeyDeeds(context.Database, TimeProvider.System).Make(ask, context.Viewer);
            if (done.Refused is { } refused) throw CommandStoppedException.Refused(refused);
            var row = Row(context, done.Key!);
            row["key"] = done.Text;
            Write(context, [row], Columns);
            return Exit.Done;
        });
        return command;
    }

    private static Command Revoke(GlobalOptions options)
    {
        var id = new Argument<long>("ID") { Description = "The key's number, as list has it" };
        var command = new Command("revoke", "End a key: at once in this program, within seconds in one that runs") { id };
        command.Run(options, (context, parsed) =>
        {
            if (new KeyDeeds(context.Database, TimeProvider.System).Revoke(parsed.GetValue(id), context.Viewer) is { } refused) throw CommandStoppedException.Refused(refused);
            Write(context, [Row(context, context.Database.ApiKeys.Find(parsed.GetValue(id))!)], Columns);
            return Exit.Done;
        });
        return command;
    }

    private static JsonObject Row(CommandContext context, Store.ApiKey key)
    {
        var row = KeysQuery.Row(key, context.Database.Users.Find(key.User), context.Database.Shops.All, new Instant(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));
        return new()
        {
            ["id"] = row.Id, ["name"] = row.Name, ["key"] = row.Shown, ["account"] = row.Account, ["scopes"] = new JsonArray([.. row.Scopes.Select(s => JsonValue.Create(s.Name))]), ["shop"] = row.Shop, ["perMinute"] = row.AMinute,
            ["state"] = Json.Kebab(row.State), ["until"] = row.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["used"] = row.UsedAt?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        };
    }

    private static void Write(CommandContext context, JsonArray rows, string[] columns) => context.Output.Write(rows, () => new(columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => r![c] switch
    {
        null => "–", JsonArray many => string.Join(' ', many.Select(m => m!.GetValue<string>())), var one => one.ToString(),
    })])]));
}
