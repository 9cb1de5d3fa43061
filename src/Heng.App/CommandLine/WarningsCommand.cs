using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.People;
using Heng.App.Features.Warnings;
using Heng.Engine.Live.Warnings;

namespace Heng.App.CommandLine;

/// <summary><c>heng warnings</c>: what somebody was to act on, the newest first, as far as one may see it.</summary>
public static class WarningsCommand
{
    private static readonly string[] Columns = ["id", "at", "shop", "kind", "gravity", "group", "agent", "count", "state", "takenBy", "overAt", "overBy"];

    public static Command Build(GlobalOptions options)
    {
        var (from, to) = (new Option<string?>("--from") { Description = "Raised on this day or later" }, new Option<string?>("--to") { Description = "Raised on this day or before" });
        var state = OneOf.Words<WarningStage?>("--state", "How far they are; merged: part of the group's", null, [.. Enum.GetValues<WarningStage>().Select(s => (Json.Kebab(s), (WarningStage?)s))]);
        var part = new ListPart("ID");
        var command = new Command("warnings", "Warnings with what became of each, the newest first") { from, to, state, part.Limit, part.After };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesSomebody(context.Viewer), "此账号看不到任何人的预警", "This account sees nobody's warnings");
            var ask = new WarningsAsk(context.ShopName is null ? null : context.Shops[0].Name, Day(parsed.GetValue(from)) ?? DateOnly.MinValue, Day(parsed.GetValue(to)) ?? DateOnly.MaxValue, parsed.GetValue(state));
            var after = part.NumberOf(parsed) is var place and > 0 ? place : long.MaxValue;
            var standing = WarningMatters.Standing(context.Database);
            var rows = new JsonArray([.. WarningList.Behind(context.Database, context.Viewer, ask, after).Take(part.MostOf(parsed)).Select(kept => WarningJson.Of(kept, standing))]);
            context.Output.Write(rows, () => new(Columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. Columns.Select(c => r![c]?.ToString() ?? "–")])]));
            return Exit.Done;
        });
        return command;
    }

    private static DateOnly? Day(string? text) => text is null ? null : Read.Day(text);
}
