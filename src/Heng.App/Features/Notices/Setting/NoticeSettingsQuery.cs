using Heng.App.Features.Notices.Robots;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Notices.Setting;

/// <summary>Fills the page of settings of notices, and does what its forms ask.</summary>
public sealed class NoticeSettingsQuery(Database database, NoticeDeeds deeds, ViewerFor viewers)
{
    private const int LatestMessages = 30;

    public async Task<Seen<NoticeSettingsView>> For(NoticeAsk? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SetsNotices(viewer)) return Seen<NoticeSettingsView>.Forbidden;
        var refused = ask is null ? null : await deeds.Do(ask, viewer);
        var (last, robots, users) = (database.NoticeSettings.Last, database.NoticeRobots.All, database.Users.All.ToDictionary(u => u.Id, u => u.Name));
        return new NoticeSettingsView(last?.Setting ?? NoticeSetting.Default, last is null ? null : (Local(last.At), last.By), [.. robots.Where(r => r.State != RobotState.Removed).Select(Row)],
            [.. database.NoticeMessages.Latest(LatestMessages).Select(m => Sent(m, robots, users))],
            [.. database.People.Employments.Select(e => e.Group).Where(g => g.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], true)
        { Mail = database.Mail.Setting is { } m ? new(m.Host, m.Port, m.Security, m.Account, m.Secret is not null, m.Sender, m.Active, Local(m.At), m.By) : null, Mailed = database.Mail.Verified.Count, Refused = refused, Asked = ask, Did = ask is null || refused is not null ? null : ask.Act.ToString() };
    }

    private static RobotRow Row(NoticeRobot robot) => new(robot.Id, robot.Name, RobotPlatforms.Name(robot.Platform), robot.Group, [.. robot.Kinds.Select(k => NoticeWords.Find(k)?.Name ?? new(k, k))],
        robot.English, robot.State == RobotState.Paused, Local(robot.AddedAt), robot.AddedBy);

    private static SentRow Sent(NoticeMessage message, IReadOnlyList<NoticeRobot> robots, Dictionary<long, string> users) =>
        new(robots.FirstOrDefault(r => RobotOutlets.KeyOf(r.Id) == message.Outlet)?.Name ?? (message.Outlet.StartsWith("mail/", StringComparison.Ordinal) && long.TryParse(message.Outlet[5..], System.Globalization.CultureInfo.InvariantCulture, out var user) && users.TryGetValue(user, out var name) ? $"✉ {name}" : message.Outlet), message.Told, message.State, Local(message.QueuedAt), message.TriedAt is { } at ? Local(at) : null, message.Tries, message.Answer);

    private static DateTime Local(Instant at) => ShopClock.Shanghai.ToLocal(at);
}
