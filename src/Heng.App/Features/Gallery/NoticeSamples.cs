using Heng.App.Features.Notices;
using Heng.App.Features.Notices.Setting;
using Heng.App.Features.Settings;
using Heng.App.Ui;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class NoticeSamples
{
    private static readonly DateTime Now = new(2026, 11, 3, 9, 5, 0);
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["scheme-zh"] = "客服部绩效考核", ["scheme-en"] = "Customer service appraisal", ["period-zh"] = "2026 年 10 月", ["period-en"] = "October 2026",
        ["stage-zh"] = "员工确认", ["stage-en"] = "Employee confirms or objects", ["parts"] = "1", ["last-day"] = "2026-11-05", ["month"] = "2026-10", ["about"] = Names[21],
    };

    public static NoticesView Full => new(
        [
            Row(9, NoticeWords.PartReminded, 0, false, ("late", "2")), Row(8, NoticeWords.ObjectionRaised, 1, false), Row(7, NoticeWords.PartBegins, 30, false), Row(6, NoticeWords.RatingInvited, 31, true),
            Row(5, NoticeWords.PartDelegated, 54, true), Row(4, "a-kind-of-another-version", 55, true), Row(3, NoticeWords.AssessmentPublished, 80, true), Row(2, NoticeWords.MonthClosed, 81, true),
        ], 3, false, 100);

    public static NoticeSettingsView Settings => new(new(new(2, 1), 9, "https://heng.example"), (Now, "hr"),
        [
            new(1, "客服部大群", new("钉钉", "DingTalk"), null, [NoticeWords.Find(NoticeWords.PartBegins)!.Name, NoticeWords.Find(NoticeWords.PartReminded)!.Name], false, false, Now, "hr"),
            new(2, "售前一组", new("飞书", "Feishu"), "售前一组", [NoticeWords.Find(NoticeWords.PartReminded)!.Name], true, true, Now, "manager"),
        ],
        [
            new("客服部大群", 12, Store.MessageState.Sent, Now, Now, 1, "0 ok"), new("售前一组", 3, Store.MessageState.Refused, Now, Now, 1, "19021 sign match fail or timestamp is not within one hour"),
            new("客服部大群", 1, Store.MessageState.Unknown, Now, Now, 1, null), new($"✉ {Names[21]}", 2, Store.MessageState.Queued, Now, Now, 3, "not reached"),
        ], ["售前一组", "售前二组", "售后组"], true) { Mail = new("smtp.example.com", 465, Store.MailSecurity.Tls, "heng@example.com", true, "heng@example.com", true, Now, "hr"), Mailed = 4 };

    public static NoticeSettingsView NoSettings => new(Store.NoticeSetting.Default, null, [], [], [], true) { Refused = NoticeRefusals.AddressNotAllowed, Asked = new(NoticeAct.Add) { Name = "客服部大群", Platform = "wecom", Kinds = [NoticeWords.PartReminded] } };

    public static KeptHere.KeptHereView KeptHere => new(
        [.. Features.KeptHere.KeptHere.Kinds.Select((k, i) => new KeptHere.KeptHereRow(k, i == 0 ? new("店长", new(1_793_500_000), new(2026, 11, 1)) : null))], true, new(2026, 11, 3));

    public static SettingsView AllSettings => new(
        [
            new("bell", new("提醒、群机器人与邮件", "Notices, robots and mail"), new("到期前 2 天提醒，逾期每 1 天再催，09:00；2 个机器人；不发邮件", "2 days before, every day late, at 09:00; 2 robots; no mail"), "/settings/notices", "hr", Now),
            new("list", new("判定规则", "Counting rules"), new("云栖生活旗舰店 第 3 版", "云栖生活旗舰店: version 3"), "/rules", null, null),
        ], [People.Role.Administrator]);

    public static NoticesView None => new([], 0, false, 100);

    private static NoticeRow Row(long number, string kind, int hoursAgo, bool read, params (string Name, string Word)[] more)
    {
        var notice = new Store.Notice(Names[0], kind, "sample", new Dictionary<string, string>([.. Words, .. more.Select(m => KeyValuePair.Create(m.Name, m.Word))]), null, new(0));
        return new(number, NoticeWords.Find(kind)?.Icon ?? "info", NoticeWords.Find(kind)?.Name ?? new(kind, kind), NoticeWords.Of(notice), Links.Appraisal(October), Now.AddHours(-hoursAgo), read);
    }
}
