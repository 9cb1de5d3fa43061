using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.People;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary><c>heng sent</c>: what programs sent and no import could take, and trying it again.</summary>
public static class SentCommand
{
    private static readonly string[] Columns = ["number", "kind", "by", "received", "lines", "code", "words"];

    public static Command Build(GlobalOptions options) => new("sent", "What programs sent and no import could take: list, try again") { List(options), Again(options) };

    private static Command List(GlobalOptions options)
    {
        var command = new Command("list", "What is set aside, with the reason; it is kept until an import takes it");
        command.Run(options, (context, _) =>
        {
            Require(context);
            JsonArray rows = [.. context.Database.Ingest.Aside.Select(b => new JsonObject
            {
                ["number"] = b.Id, ["kind"] = b.Format, ["by"] = b.By, ["received"] = ShopClock.Shanghai.ToLocal(new(b.ReceivedMicros / 1_000_000)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
                ["lines"] = b.Lines, ["code"] = b.Code, ["words"] = b.Words,
            })];
            context.Output.Write(rows, () => new(Columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. Columns.Select(c => r![c]!.ToString())])]));
            return Exit.Done;
        });
        return command;
    }

    private static Command Again(GlobalOptions options)
    {
        var command = new Command("again", "Have the running program import it once more, with what is sent next");
        command.Run(options, (context, _) =>
        {
            Require(context);
            JsonArray rows = [new JsonObject { ["again"] = context.Database.Ingest.TryAgain() }];
            context.Output.Write(rows, () => new(["again"], [[rows[0]!["again"]!.ToString()]]));
            return Exit.Done;
        });
        return command;
    }

    private static void Require(CommandContext context) => context.Require(Rights.Imports(context.Viewer), "此角色不能导入", "This role may not import");
}
