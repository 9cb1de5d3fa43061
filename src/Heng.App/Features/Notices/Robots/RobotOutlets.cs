using Heng.App.Features.Notices.Sending;
using Heng.App.Ui;
using Heng.Store;

namespace Heng.App.Features.Notices.Robots;

/// <summary>The robots that are at work, as ways out: each hears its kinds, of its group or the whole shop.</summary>
public sealed class RobotOutlets(Database database, RobotSafe safe, RobotPlaces places, RobotClient client)
{
    public const int AMinute = 20;

    public static string KeyOf(long robot) => FormattableString.Invariant($"robot/{robot}");

    public IReadOnlyList<Outlet> All()
    {
        Roster? roster = null;
        var site = database.NoticeSettings.Setting.Site;
        return [.. database.NoticeRobots.All.Where(r => r.State == RobotState.Active).Select(robot => new Outlet(KeyOf(robot.Id), robot.After)
        {
            IsMine = notice => robot.Kinds.Contains(notice.Kind) && NoticeWords.Find(notice.Kind)?.InGroup is not null && (robot.Group is null || GroupOf(roster ??= database.People.Roster, notice.To) == robot.Group),
            Text = notices => Digest.ForGroup(notices, robot.English ? Language.En : Language.Zh, site),
            Deliver = (text, cancel) => Deliver(robot, text, cancel),
            Past = seq => database.NoticeRobots.Past(robot.Id, seq),
            AMinute = AMinute,
        })];
    }

    /// <summary>The address is looked at again before each message: what was kept may be older than the list of hosts.</summary>
    private async Task<Delivery> Deliver(NoticeRobot robot, string text, CancellationToken cancel)
    {
        if (safe.Open(robot.Secrets ?? "") is not { } keys) return new(DeliveryKind.Refused, "keys can't be opened");
        if (RobotPlatforms.Parse(robot.Platform) is not { } platform || places.Of(platform, keys.Address) is not { } address) return new(DeliveryKind.Refused, "address not allowed");
        var delivery = await client.Post(platform, address, keys.Secret, text, cancel);
        return delivery with { Answer = keys.Without(delivery.Answer) };
    }

    private static string? GroupOf(Roster roster, string name) => roster.Find(name) is { } person && roster.HistoryOf(person.Id) is [var latest, ..] ? latest.Group : null;
}
