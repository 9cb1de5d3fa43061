using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Settings;

/// <summary>Fills the page that leads to every setting, and sets which roles must have a second factor.</summary>
public sealed class SettingsQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    private static readonly Role[] Roles = [.. Enum.GetValues<Role>().Where(r => r != Role.Operator)];

    public Task<Seen<SettingsView>> For(IReadOnlyList<string>? codeRoles, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesSettings(viewer) || codeRoles is not null && !Rights.SetsSignIn(viewer)) return Task.FromResult(Seen<SettingsView>.Forbidden);
        if (codeRoles is not null) Set(codeRoles, viewer);
        var required = database.SecondFactors.Setting;
        return Task.FromResult<Seen<SettingsView>>(new SettingsView([.. Rows(viewer, required).OfType<SettingRow>()],
            Rights.SetsSignIn(viewer) ? [.. Roles.Where(r => required?.CodeRoles.Contains(r.ToString()) == true)] : null) { Did = codeRoles is not null });
    }

    private void Set(IReadOnlyList<string> asked, Viewer viewer)
    {
        string[] roles = [.. Roles.Select(r => r.ToString()).Where(r => asked.Contains(r, StringComparer.OrdinalIgnoreCase))];
        var now = new Instant(time.GetUtcNow().ToUnixTimeSeconds());
        database.SecondFactors.Set(new(roles, now, viewer.Name));
        database.Decisions.Append(now, viewer.Name, "sign-in-set", "sign-in", roles.Length == 0 ? "–" : string.Join(' ', roles));
    }

    private IEnumerable<SettingRow?> Rows(Viewer viewer, SignInSetting? required)
    {
        yield return Reminding(viewer);
        yield return Rules();
        yield return Guard(viewer);
        var days = database.Records(RecordKinds.Calendar).All(Shops.Company.Id).Count;
        yield return new("calendar", new("工作日历", "Working days"), days == 0 ? new("国务院公布的节假日和调休", "the holidays and make-up days that the State Council announced") : new($"国务院公布的，另有本店 {days} 天", $"the announced ones, and {days} of the shop's own"), Rights.Imports(viewer) ? "/import" : null, null, null);
        var filed = new KeptHere.KeptHere(database, time).Standing.Values.OfType<KeptHere.KeptHereStep>().Where(s => s.Since is not null).ToArray();
        yield return new("file-text", new("在衡里登记的记录", "Records filed in Heng"), filed.Length == 0 ? new("没有，都按导入的文件", "none: all by imported files") : new($"{filed.Length} 类在页面上登记", $"{Show.Count(filed.Length, "kind is", "kinds are")} filed on the pages"), "/settings/kept-here", filed.MaxBy(s => s.At.UnixSeconds)?.Who, Local(filed.MaxBy(s => s.At.UnixSeconds)?.At));
        var keys = database.ApiKeys.All.Count(k => k.OpenAt(new(time.GetUtcNow().ToUnixTimeSeconds())));
        yield return new("lock", new("接口密钥", "Keys of programs"), keys == 0 ? new("没有，不接别的程序就不需要", "none; without other programs none is needed") : new($"{keys} 个有效", Show.Count(keys, "open key")), ApiKeys.KeysEndpoints.Address, null, null);
        var hooks = database.Webhooks.All.Count(h => h.State == WebhookState.Active);
        yield return new("arrow-right-left", new("网络回调", "Webhooks"), hooks == 0 ? new("没有", "none") : new($"{hooks} 个", $"{hooks}"), Webhooks.WebhooksEndpoints.Address, null, null);
        var reader = Meaning.MeaningMatters.SettingOf(database);
        yield return new("lightbulb", new("语义助手", "Reader of meaning"), reader.On ? new($"已启用：{reader.Model}", $"on: {reader.Model}") : new("未启用，什么都不发出", "off: nothing is sent"), Links.Meaning, reader.Who.Length > 0 ? reader.Who : null, Local(reader.Who.Length > 0 ? reader.At : null));
        var plans = database.Plans.Current;
        var latest = plans.MaxBy(p => p.PublishedAt);
        yield return new("file-text", new("考核方案、流程与期限", "Plans, courses and their days"), plans.Count == 0 ? new("还没有发布", "none is published yet") : new($"{plans.Count} 个方案；异议、确认等环节的期限写在方案的流程里", $"{Show.Count(plans.Count, "plan", "plans")}; the days for objections and other stages stand in each plan's course"), "/plans", latest?.By, Local(latest?.PublishedAt));
        var metrics = database.CustomMetrics.All;
        yield return new("calculator", new("自定义指标", "Custom metrics"), metrics.Count == 0 ? new("没有", "none") : new($"{metrics.Count} 个", $"{metrics.Count}"), "/metrics/custom", metrics.Count > 0 ? metrics[^1].By : null, Local(metrics.Count > 0 ? metrics[^1].At : null));
        var connectors = database.Connectors.All;
        yield return new("arrow-right-left", new("平台连接", "Connected platforms"), connectors.Count == 0 ? new("没有，用文件导入；命令行 heng connect 连接", "none, files are imported; heng connect makes one") : new($"{connectors.Count} 家店（命令行 heng connect）", $"{Show.Count(connectors.Count, "shop", "shops")} (heng connect)"), null, connectors.Count > 0 ? connectors[^1].KeptBy : null, Local(connectors.Count > 0 ? connectors[^1].KeptAt : null));
        var users = database.Users.All.Count(u => !u.Disabled);
        yield return new("users", new("账号", "Accounts"), new($"{users} 个可用，{database.SecondFactors.Confirmed.Count} 个开启了动态验证码", $"{users} in use, {database.SecondFactors.Confirmed.Count} with a second factor"), Rights.ManagesAccounts(viewer) ? "/accounts" : null, null, null);
        yield return new("lock", new("必须开启动态验证码的角色", "Roles that must have a second factor"), required is not { CodeRoles.Count: > 0 } ? new("没有要求，各人自愿", "none; it is everybody's choice")
            : new(string.Join('、', required.CodeRoles.Select(r => Word(r).Zh)), string.Join(", ", required.CodeRoles.Select(r => Word(r).En))), Rights.SetsSignIn(viewer) ? "#sign-in" : null, required?.By, Local(required?.At));
    }

    private SettingRow Reminding(Viewer viewer)
    {
        var (last, robots, mail) = (database.NoticeSettings.Last, database.NoticeRobots.All.Count(r => r.State == RobotState.Active), database.Mail.Setting is { Active: true });
        var setting = last?.Setting ?? NoticeSetting.Default;
        var (before, every, hour) = (setting.Reminders.DaysBefore, setting.Reminders.EveryDaysLate, setting.Hour.ToString("00", CultureInfo.InvariantCulture));
        return new("bell", new("提醒、群机器人与邮件", "Notices, robots and mail"),
            new($"到期前 {before} 天提醒，{(every == 0 ? "逾期不再催" : $"逾期每 {every} 天再催")}，{hour}:00；{robots} 个机器人；{(mail ? "发邮件" : "不发邮件")}",
                $"{Show.Count(before, "day", "days")} before, {(every == 0 ? "never when late" : $"every {Show.Count(every, "day", "days")} late")}, at {hour}:00; {Show.Count(robots, "robot", "robots")}; {(mail ? "mail is on" : "no mail")}"),
            Rights.SetsNotices(viewer) ? "/settings/notices" : null, last?.By, Local(last?.At));
    }

    private SettingRow Rules()
    {
        var shops = database.Shops.All.Select(s => (s.Name, Last: database.RuleSets.All(s.Id)[^1])).ToArray();
        return new("list", new("判定规则", "Counting rules"), new(string.Join("；", shops.Select(s => $"{s.Name} 第 {s.Last.Rules.Version} 版")) is { Length: > 0 } zh ? zh : "还没有店铺", string.Join("; ", shops.Select(s => $"{s.Name}: version {s.Last.Rules.Version}")) is { Length: > 0 } en ? en : "no shop yet"), "/rules", null, null);
    }

    private SettingRow Guard(Viewer viewer)
    {
        var last = database.Guard.Settings.Count > 0 ? database.Guard.Settings[0] : null;
        var setting = last?.Setting ?? Heng.Engine.Pay.Guard.GuardSetting.Default;
        return new("circle-alert", new("合规参数", "Legal guard"), new($"工作地 {setting.Place ?? "未填"}，方案提前 {setting.AnnounceDays} 天公示", $"place {setting.Place ?? "not given"}, plans announced {Show.Count(setting.AnnounceDays, "day", "days")} before"),
            Rights.SeesGuard(viewer) ? "/pay/guard#settings" : null, last?.By, Local(last?.At));
    }

    private static Wording Word(string role) => RoleWords.Of(Enum.Parse<Role>(role));
    private static DateTime? Local(Instant? at) => at is { } known ? ShopClock.Shanghai.ToLocal(known) : null;
}
