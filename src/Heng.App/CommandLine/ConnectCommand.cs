using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Connectors;
using Heng.App.Features.Connectors.Taobao;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng connect</c>: keeps what opens a platform's interface, encrypted; tells which shops are connected, and whose their accounts are. Keys are never told.</summary>
public static class ConnectCommand
{
    private const string SecretVariable = "HENG_TAOBAO_SECRET";

    public static Command Build(GlobalOptions options) => new("connect", "Connections to platforms: taobao, list, accounts") { Taobao(options), List(options), Accounts(options) };

    private static Command Taobao(GlobalOptions options)
    {
        var key = new Option<string>("--app-key") { Description = "The app's key on the Taobao Open Platform", Required = true };
        var secret = new Option<FileInfo?>("--secret-file") { Description = $"File that holds the app's secret (or set {SecretVariable})" };
        var session = new Option<FileInfo>("--session-file") { Description = "File that holds the session which the shop granted", Required = true };
        var seller = new Option<string?>("--seller") { Description = "The shop's main account there (default: the shop's name)" };
        var gateway = new Option<string>("--gateway") { Description = "Where the platform is asked: one of its own hosts, or this machine", DefaultValueFactory = _ => Gateway.Default };
        var perSecond = new Option<int>("--per-second") { Description = "At most so many calls a second (1–50)", DefaultValueFactory = _ => 5 };
        var evaluations = OneOf.Words("--evaluations", "The interface of ratings that the app may use", Evaluations.Qianniu,
            [.. new[] { Evaluations.Qianniu, Evaluations.Airisland, Evaluations.Wangwang }.Select(w => (w, w))]);
        var command = new Command("taobao", "Keep the key, secret and session of a shop") { key, secret, session, seller, gateway, perSecond, evaluations };
        command.RunMaking(options, (context, parsed) =>
        {
            context.Require(Rights.Imports(context.Viewer), "此角色不能连接平台", "This role may not connect a platform");
            var name = context.ShopName ?? throw CommandStoppedException.Usage("shop-missing", "要用 --shop 写明是哪家店", "--shop says which shop it is");
            var address = Gateway.Of(parsed.GetValue(gateway)!) ?? throw CommandStoppedException.Refused(new("gateway-not-allowed",
                new("密钥只发给平台自己的地址（https）或本机", "Keys are sent to the platform's own hosts (https) or to this machine only")));
            var calls = parsed.GetValue(perSecond) is >= 1 and <= 50 and var n ? n : throw CommandStoppedException.Usage("out-of-range", "--per-second 为 1 到 50", "--per-second is 1 to 50");
            var keys = new TopKeys(parsed.GetValue(key)!.Trim(), SecretOf(parsed.GetValue(secret)), Content(parsed.GetValue(session)!));
            var shop = context.Database.Shops.GetOrAdd(name);
            var by = $"{context.Viewer.Name} ({Environment.UserName})";
            var kept = new Connector(shop.Id, ApiPull.Platform, address.ToString(), parsed.GetValue(seller) ?? name, parsed.GetValue(evaluations)!, calls,
                new KeySafe(context.Folder).Close(keys), new Instant(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()), by);
            context.Database.Connectors.Keep(kept);
            context.Database.Decisions.Append(kept.KeptAt, by, "connector-kept", $"connector/{kept.Platform}/{name}", kept.Gateway);
            Write(context, [kept]);
            return Exit.Done;
        });
        return command;
    }

    private static Command List(GlobalOptions options)
    {
        var command = new Command("list", "The shops that are connected");
        command.Run(options, (context, _) =>
        {
            context.Require(Rights.Imports(context.Viewer), "此角色不能查看连接", "This role may not see connections");
            var shops = context.Shops.Select(s => s.Id).ToHashSet();
            Write(context, [.. context.Database.Connectors.All.Where(c => shops.Contains(c.Shop))]);
            return Exit.Done;
        });
        return command;
    }

    private static Command Accounts(GlobalOptions options)
    {
        var command = new Command("accounts", "The accounts that the platform told of, and whom they are bound to");
        command.Run(options, (context, _) =>
        {
            context.Require(Rights.Imports(context.Viewer), "此角色不能查看子账号", "This role may not see the accounts");
            var bound = context.Database.People.Employments.SelectMany(e => e.Accounts.Select(a => (Account: a, e.Name))).ToLookup(e => e.Account, e => e.Name, StringComparer.Ordinal);
            var rows = new JsonArray([.. context.Shops.SelectMany(s => context.Database.Connectors.Accounts(s.Id, ApiPull.Platform).Select(a => new JsonObject
            {
                ["shop"] = s.Name, ["account"] = a.Account, ["fullName"] = a.FullName, ["state"] = StateOf(a.State),
                ["people"] = new JsonArray([.. bound[a.Account].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(p => JsonValue.Create(p))]),
            }))]);
            context.Output.Write(rows, () => new(["shop", "account", "full name", "state", "people"], [.. rows.Select(r => (IReadOnlyList<string>)
                [Text(r!, "shop"), Text(r!, "account"), Text(r!, "fullName"), Text(r!, "state"), string.Join(';', r!["people"]!.AsArray().Select(p => p!.GetValue<string>()))])]));
            return Exit.Done;
        });
        return command;
    }

    private static void Write(CommandContext context, IReadOnlyList<Connector> connectors)
    {
        var clock = ShopClock.Shanghai;
        var rows = new JsonArray([.. connectors.Select(c => new JsonObject
        {
            ["shop"] = context.Database.Shops.Find(c.Shop)!.Name, ["platform"] = c.Platform, ["gateway"] = c.Gateway, ["seller"] = c.Seller, ["evaluations"] = c.Evaluations,
            ["perSecond"] = c.PerSecond, ["keptAt"] = clock.ToLocal(c.KeptAt).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), ["by"] = c.KeptBy,
        })]);
        string[] columns = ["shop", "platform", "gateway", "seller", "evaluations", "perSecond", "keptAt", "by"];
        context.Output.Write(rows, () => new(columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => Text(r!, c))])]));
    }

    /// <summary>1正常 −1删除 2冻结, as the platform numbers them.</summary>
    private static string StateOf(string number) => number switch { "1" => "active", "-1" => "deleted", "2" => "frozen", _ => number };

    private static string SecretOf(FileInfo? file) => file is not null ? Content(file)
        : Environment.GetEnvironmentVariable(SecretVariable) is { Length: > 0 } secret ? secret.Trim()
        : throw CommandStoppedException.Usage("secret-missing", $"缺少 App Secret：用 --secret-file 或环境变量 {SecretVariable}", $"The app's secret is missing: --secret-file or {SecretVariable}");

    private static string Content(FileInfo file)
    {
        if (!file.Exists) throw CommandStoppedException.Usage("key-file-missing", $"找不到密钥文件 {file.Name}", $"There is no key file {file.Name}");
        return File.ReadAllText(file.FullName).Trim() is { Length: > 0 } text ? text : throw CommandStoppedException.Usage("key-file-empty", $"密钥文件 {file.Name} 是空的", $"The key file {file.Name} is empty");
    }

    private static string Text(JsonNode row, string name) => row[name] is not JsonValue value ? "–" : value.TryGetValue<string>(out var text) ? text : value.ToJsonString();
}
