using System.CommandLine;
using Heng.App.Features.Board;
using Heng.App.Features.People;

namespace Heng.App.CommandLine;

/// <summary><c>heng today</c>: what the board shows. Asked of a server it is the day as the server has it; alone it is opened from the records and what waits for its import, as a server that begins now would.</summary>
public static class TodayCommand
{
    public static Command Build(GlobalOptions options)
    {
        var group = new Option<string?>("--group") { Description = "One group alone" };
        var command = new Command("today", "Today's board: who waits, everybody's day so far, what was found, open warnings") { group };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesSomebody(context.Viewer), "此账号看不到任何人的今天", "This account sees nobody's day");
            var ask = new BoardAsk(context.ShopName is null ? null : context.Shops[0].Name, parsed.GetValue(group));
            using var alone = context.Board is null ? new BoardAlone(context.Database, context.Time) : null;
            var seen = (context.Board ?? alone!.Query).Of(ask, context.Viewer);
            if (seen.Status == StatusCodes.Status403Forbidden) context.Require(false, "此账号看不到任何人的今天", "This account sees nobody's day");
            if (seen.View is not { } view) throw CommandStoppedException.Refused(new("group-unknown", new($"没有“{ask.Group}”这个小组，或看不到", $"There is no group '{ask.Group}', or not for you")));
            if (view.Pieces is not { } pieces) throw CommandStoppedException.Refused(new("shop-unknown", new("还没有店铺", "There is no shop yet")));
            context.Output.Write(BoardJson.Of(view, pieces), () => BoardJson.Sheet(pieces.Rows));
            return Exit.Done;
        });
        return command;
    }
}
