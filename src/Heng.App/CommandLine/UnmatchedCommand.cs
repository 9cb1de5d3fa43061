using System.CommandLine;
using Heng.App.Features.People;
using Heng.App.Features.Unmatched;
using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary><c>heng unmatched</c>: accounts and names that no person has, and buyers who never talked.</summary>
public static class UnmatchedCommand
{
    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string?>("--month") { Description = "Month, e.g. 2026-10 (default: the last one with chats or orders)" };
        var command = new Command("unmatched", "Accounts and names that no person has, and orders and ratings whose buyer never talked") { month };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesEveryone(context.Viewer), "此角色不能查看未匹配", "This role may not see what is unmatched");
            var rows = UnmatchedJson.Of(context.Database, parsed.GetValue(month) is { } given ? Read.Month(given) : Latest(context));
            context.Output.Write(rows, () => UnmatchedJson.Sheet(rows));
            return Exit.Done;
        });
        return command;
    }

    private static Month Latest(CommandContext context) => Month.Of(
        context.Database.Shops.All.SelectMany(s => new[] { Source.Chat, Source.Orders }.Select(source => context.Database.Coverage.Span(s.Id, source)?.Last)).Max()
        ?? throw CommandStoppedException.Usage("period-missing", "请给出 --month", "Give --month"));
}
