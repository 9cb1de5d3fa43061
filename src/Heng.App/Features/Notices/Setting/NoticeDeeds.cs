using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Notices.Mail;
using Heng.App.Features.Notices.Robots;
using Heng.App.Features.Notices.Sending;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Notices.Setting;

/// <summary>Does what the page of notices asks: load, decide, keep, note in the chain of decisions. Addresses and secrets are kept closed and noted nowhere.</summary>
public sealed class NoticeDeeds(Database database, RobotSafe safe, RobotPlaces places, Posting posting, MailDeeds mail, TimeProvider time)
{
    private const int LongestName = 40, LongestSecret = 200, LongestSite = 200, MostRobots = 50;

    /// <summary>Null where it is done.</summary>
    public async Task<Refusal?> Do(NoticeAsk ask, Viewer viewer)
    {
        if (!Rights.SetsNotices(viewer) || viewer.Role == Role.Operator) return NoticeRefusals.RoleMayNot;
        return ask.Act switch
        {
            NoticeAct.Remind => Remind(ask, viewer),
            NoticeAct.Add => Add(ask, viewer),
            NoticeAct.Mail or NoticeAct.MailOff => mail.Set(ask.Mail!, viewer),
            NoticeAct.Trial => Known(ask.Robot) is not { State: RobotState.Active } robot ? NoticeRefusals.RobotUnknown
                : await posting.Trial(RobotOutlets.KeyOf(robot.Id)) is null ? NoticeRefusals.StillWaiting : null,
            _ => Turn(ask, viewer),
        };
    }

    private Refusal? Remind(NoticeAsk ask, Viewer viewer)
    {
        if (Number(ask.Before) is not (<= 30 and var before) || Number(ask.Every) is not (<= 30 and var every) || Number(ask.Hour) is not (<= 23 and var hour)) return NoticeRefusals.OutOfRange;
        var site = ask.Site.Length == 0 ? null : ask.Site;
        if (site is not null && !IsSite(site)) return NoticeRefusals.SiteUnreadable;
        var setting = new NoticeSetting(new(before, every), hour, site);
        database.NoticeSettings.Set(setting, Now, viewer.Name);
        Note(viewer, "notices-set", "notices", string.Create(CultureInfo.InvariantCulture, $"{before}; {every}; {hour}; {site ?? "–"}"));
        return null;
    }

    private Refusal? Add(NoticeAsk ask, Viewer viewer)
    {
        if (ask.Name.Length is 0 or > LongestName) return NoticeRefusals.NameMissing;
        if (RobotPlatforms.Parse(ask.Platform) is not { } platform || places.Of(platform, ask.Address) is null) return NoticeRefusals.AddressNotAllowed;
        if (ask.Secret.Length > LongestSecret) return NoticeRefusals.SecretTooLong;
        if (ask.Group.Length > 0 && database.People.Employments.All(e => e.Group != ask.Group)) return NoticeRefusals.GroupUnknown;
        string[] kinds = [.. NoticeWords.Kinds.Where(k => k.InGroup is not null && ask.Kinds.Contains(k.Id)).Select(k => k.Id)];
        if (kinds.Length == 0) return NoticeRefusals.KindsMissing;
        if (database.NoticeRobots.All.Count(r => r.State != RobotState.Removed) >= MostRobots) return NoticeRefusals.TooMany;
        var secret = platform == RobotPlatform.WeCom || ask.Secret.Length == 0 ? null : ask.Secret;
        var robot = database.NoticeRobots.Add(new(0, ask.Name, RobotPlatforms.Id(platform), ask.Group.Length == 0 ? null : ask.Group, kinds, ask.English, RobotState.Active, safe.Close(new(ask.Address, secret)), 0, Now, viewer.Name));
        Note(viewer, "robot-added", RobotOutlets.KeyOf(robot.Id), $"{robot.Platform} {robot.Name}: {robot.Group ?? "*"}; {string.Join(' ', kinds)}");
        return null;
    }

    private Refusal? Turn(NoticeAsk ask, Viewer viewer)
    {
        if (Known(ask.Robot) is not { } robot) return NoticeRefusals.RobotUnknown;
        var (to, what) = ask.Act switch { NoticeAct.Pause => (RobotState.Paused, "robot-paused"), NoticeAct.Resume => (RobotState.Active, "robot-resumed"), _ => (RobotState.Removed, "robot-removed") };
        if (!database.NoticeRobots.Turn(robot.Id, to)) return NoticeRefusals.AlreadySo;
        if (to != RobotState.Active) database.NoticeMessages.Drop(RobotOutlets.KeyOf(robot.Id));
        Note(viewer, what, RobotOutlets.KeyOf(robot.Id), robot.Name);
        return null;
    }

    private NoticeRobot? Known(long id) => database.NoticeRobots.All.FirstOrDefault(r => r.Id == id && r.State != RobotState.Removed);
    private static bool IsSite(string text) => text.Length <= LongestSite && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "https" or "http", UserInfo: "", Query: "", Fragment: "" };
    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    private void Note(Viewer viewer, string what, string subject, string why) => database.Decisions.Append(Now, viewer.Name, what, subject, why);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
