using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Months;
using Heng.App.Features.Notices;
using Heng.App.Features.Notices.Mail;
using Heng.App.Features.Notices.Robots;
using Heng.App.Features.Notices.Sending;
using Heng.App.Features.People;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary><c>heng notices</c>: one's own notices, and the daily round for a scheduler.</summary>
public static class NoticesCommand
{
    private const int Most = 100;

    public static Command Build(GlobalOptions options) => new("notices", "Notices: list (one's own), send (the daily round)") { List(options), Send(options) };

    private static Command List(GlobalOptions options)
    {
        var command = new Command("list", "One's own notices, newest first");
        command.Run(options, (context, _) =>
        {
            var told = context.Database.Notices.Of(Recipients.NameOf(context.Database, context.Viewer), Most);
            var rows = new JsonArray([.. told.Select(n => new JsonObject
            {
                ["at"] = ShopClock.Shanghai.ToLocal(n.Notice.At).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), ["kind"] = n.Notice.Kind, ["read"] = n.Read, ["zh"] = NoticeWords.Of(n.Notice).Zh, ["en"] = NoticeWords.Of(n.Notice).En, ["link"] = n.Notice.Link,
            })]);
            context.Output.Write(rows, () => new(["at", "kind", "read", "notice"], [.. rows.Select(r => (IReadOnlyList<string>)[(string)r!["at"]!, (string)r["kind"]!, (bool)r["read"]! ? "yes" : "no", (string)r["zh"]!])]));
            return Exit.Done;
        });
        return command;
    }

    private static Command Send(GlobalOptions options)
    {
        var command = new Command("send", "Tell what is to be told today; again tells nothing twice");
        command.Run(options, (context, _) =>
        {
            context.Require(Rights.SetsNotices(context.Viewer), "提醒由人事、店长或管理员发送", "Notices are sent by HR, the manager or the administrator");
            using var books = new BookCache(context.Database);
            var told = new DailyNotices(books, TimeProvider.System, new(context.Database, context.Folder, TimeProvider.System)).Run();
            using var client = new RobotClient(TimeProvider.System);
            var (robots, mail) = (new RobotOutlets(context.Database, new(context.Folder), new(), client), new MailOutlets(context.Database, new(new(context.Folder))));
            var sent = new Posting(context.Database, () => [.. robots.All(), .. mail.All()], TimeProvider.System).Round().GetAwaiter().GetResult();
            var answer = new JsonObject { ["told"] = told.Count, ["messages"] = new JsonArray([.. sent.Select(m => new JsonObject { ["outlet"] = m.Outlet, ["notices"] = m.Told, ["state"] = Json.Kebab(m.State), ["answer"] = m.Answer })]) };
            context.Output.Write(answer, () => new(["told", "messages"], [[told.Count.ToString(CultureInfo.InvariantCulture), string.Join(", ", sent.Select(m => $"{m.Outlet} {Json.Kebab(m.State)}"))]]));
            return Exit.Done;
        });
        return command;
    }
}
