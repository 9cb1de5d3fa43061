using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.PayRuns;
using Heng.App.Features.People;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng months</c>: the months that the records speak of, and which of them are closed.</summary>
public static class MonthsCommand
{
    private static readonly string[] Columns = ["month", "state", "closedAt", "by", "hash"];

    public static Command Build(GlobalOptions options)
    {
        var command = new Command("months", "The months that the records speak of, the latest first, and which are closed");
        command.Run(options, (context, _) =>
        {
            context.Require(Rights.SeesSomebody(context.Viewer), "此账号看不到任何人的数字", "This account sees nobody's numbers");
            var rows = new JsonArray([.. KnownMonths.Of(context.Database).Select(m => Row(m.ToString(), SealedMonth.Find(context.Database, m)?.Closed))]);
            context.Output.Write(rows, () => new(Columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. Columns.Select(c => r![c]?.ToString() ?? "–")])]));
            return Exit.Done;
        });
        return command;
    }

    private static JsonObject Row(string month, ClosedMonth? closed) => new()
    {
        ["month"] = month, ["state"] = closed is null ? "open" : "closed", ["closedAt"] = closed is null ? null : RunJson.At(closed.ClosedAt), ["by"] = closed?.By, ["hash"] = closed?.Hash,
    };
}
