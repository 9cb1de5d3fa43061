using Dapper;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>When people are reminded (催办设置), at which hour of the shop's day, and the address under which Heng is opened; null where messages carry no links.</summary>
public sealed record NoticeSetting(ReminderSettings Reminders, int Hour, string? Site)
{
    public static readonly NoticeSetting Default = new(new(), 9, null);
}

public sealed record NoticeSettingStep(NoticeSetting Setting, Instant At, string By);

/// <summary>What was set about notices, only appended.</summary>
public sealed class NoticeSettings(Database database)
{
    public NoticeSetting Setting => Last?.Setting ?? NoticeSetting.Default;

    /// <summary>Null where nobody set anything: the defaults are in force.</summary>
    public NoticeSettingStep? Last => database.Read(c => c
        .Query<(long Before, long Late, long Hour, string? Site, long At, string By)>("SELECT days_before, every_days_late, hour, site, set_at, set_by FROM notice_setting ORDER BY step DESC LIMIT 1")
        .Select(r => new NoticeSettingStep(new(new((int)r.Before, (int)r.Late), (int)r.Hour, r.Site), new(r.At), r.By)).FirstOrDefault());

    public void Set(NoticeSetting setting, Instant at, string by) => database.Write(Durability.Full, t =>
    {
        t.Alone("notice_setting");
        var step = 1 + t.Scalar<long>("SELECT COALESCE(MAX(step), 0) FROM notice_setting");
        t.Execute("INSERT INTO notice_setting (step, days_before, every_days_late, hour, site, set_at, set_by) VALUES (@step, @before, @late, @hour, @Site, @at, @by)",
            new { step, before = (long)setting.Reminders.DaysBefore, late = (long)setting.Reminders.EveryDaysLate, hour = (long)setting.Hour, setting.Site, at = at.UnixSeconds, by });
    });
}
