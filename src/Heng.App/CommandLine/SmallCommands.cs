using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Importing;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Intake;

namespace Heng.App.CommandLine;

/// <summary><c>heng formats</c>, <c>heng people</c> and <c>heng db</c>.</summary>
public static class SmallCommands
{
    public static Command Formats(GlobalOptions options)
    {
        var command = new Command("formats", "The files that Heng reads");
        command.SetAction(parsed => Commands.Guard(parsed, () =>
        {
            var rows = new JsonArray([.. Intake.Formats.All.Select(f => new JsonObject
            {
                ["format"] = f.Id, ["name"] = f.Name.Zh, ["nameEn"] = f.Name.En,
                ["required"] = new JsonArray([.. f.Columns.Where(c => c.Required).Select(c => JsonValue.Create(c.Name))]),
                ["columns"] = new JsonArray([.. f.Columns.Select(c => JsonValue.Create(c.Name))]),
            })]);
            new Output(parsed.InvocationConfiguration.Output, parsed.GetValue(options.Format)).Write(rows, () => new(
                ["format", "name", "required columns", "other columns"],
                [.. Intake.Formats.All.Select(f => (IReadOnlyList<string>)
                    [f.Id, $"{f.Name.Zh} / {f.Name.En}", Join(f.Columns.Where(c => c.Required)), Join(f.Columns.Where(c => !c.Required))])]));
            return Exit.Done;
        }));
        return command;
    }

    public static Command People(GlobalOptions options)
    {
        var file = new Argument<string>("FILE") { Description = "name, accounts separated by ;, group, position, base_pay, from, to" };
        var import = new Command("import", "Import people") { file };
        import.RunMaking(options, (context, parsed) =>
        {
            context.Require(Rights.Imports(context.Viewer), "此角色不能导入", "This role may not import");
            var request = new ImportRequest(parsed.GetValue(file)!, new IntakeOptions(Kind: "people"), context.Viewer.Name);
            var rows = new JsonArray([.. ImportCommand.Run(context, [request]).Select(ReportJson.Of)]);
            context.Output.Write(rows, () => ReportJson.Sheet(rows));
            return rows.Any(r => r!["refused"] is not null || r["rejected"]!.GetValue<long>() > 0) ? Exit.BadInput : Exit.Done;
        });
        var list = new Command("list", "Everybody, with the stretches of their employment");
        list.Run(options, (context, _) =>
        {
            var accounts = ClosedBankAccount.On(DateOnly.MaxValue, context.Database.Records(Heng.Store.RecordKinds.BankAccounts).All(Heng.Store.Shops.Company.Id));
            var rows = new JsonArray([.. context.Database.People.Employments.Where(e => Rights.Sees(context.Viewer, e.Name, e.Group)).OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.From)
                .Select(e => EmploymentOf(e, Rights.SeesPay(context.Viewer, e.Name), accounts.GetValueOrDefault(e.Name)))]);
            string[] columns = ["agent", "accounts", "group", "position", "base_pay", "from", "to"];
            context.Output.Write(rows, () => new(columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => Text(r![c]))])]));
            return Exit.Done;
        });
        return new Command("people", "People: import, list, account") { import, list, AccountCommand.Build(options) };
    }

    public static Command Database(GlobalOptions options)
    {
        var migrate = new Command("migrate", "Bring the schema up to date");
        migrate.RunMaking(options, (context, _) => Info(context));
        var info = new Command("info", "Engine, schema and rows");
        info.Run(options, (context, _) => Info(context));
        return new Command("db", "The database: migrate, info") { migrate, info };
    }

    private static int Info(CommandContext context)
    {
        var info = context.Database.Info();
        var json = new JsonObject
        {
            ["engine"] = Json.Kebab(info.Engine), ["version"] = info.Version, ["schema"] = info.Schema, ["bytes"] = info.Bytes,
            ["rows"] = new JsonObject(info.Rows.Select(r => KeyValuePair.Create(r.Key, (JsonNode?)JsonValue.Create(r.Value)))),
        };
        context.Output.Write(json, () => new(["what", "value"],
            [["engine", $"{info.Engine} {info.Version}"], ["schema", info.Schema.ToString(CultureInfo.InvariantCulture)], ["bytes", info.Bytes.ToString("N0", CultureInfo.InvariantCulture)],
             .. info.Rows.Select(r => (IReadOnlyList<string>)[r.Key, r.Value.ToString("N0", CultureInfo.InvariantCulture)])]));
        return Exit.Done;
    }

    private static JsonObject EmploymentOf(Employment e, bool pay, ClosedBankAccount? account) => new()
    {
        ["agent"] = e.Name, ["accounts"] = string.Join(';', e.Accounts), ["group"] = e.Group, ["position"] = e.Position,
        ["base_pay"] = pay ? Json.Number(e.BasePay) : null,
        ["from"] = e.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["to"] = e.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["place"] = e.Place,
        ["bankAccount"] = pay ? account?.Masked : null,
        ["hours"] = e.Hours is { } hours ? Json.Kebab(hours) : null,
    };

    private static string Join(IEnumerable<Column> columns) => string.Join(", ", columns.Select(c => c.Name));
    private static string Text(JsonNode? node) => node is null ? "–" : node is JsonValue v && v.TryGetValue<string>(out var text) ? text : node.ToJsonString();
}
