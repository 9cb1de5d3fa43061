using Dapper;
using Heng.Engine.Pay.Guard;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A finding of the guard that somebody acknowledged (知悉), with why; the stamp says which numbers they saw.</summary>
public sealed record GuardAcknowledgement(Month Month, string Rule, string Subject, string Stamp, string Reason, Instant At, string Who);

/// <summary>A setting of the guard with who made it.</summary>
public sealed record GuardSettingStep(GuardSetting Setting, Instant At, string By);

/// <summary>What the shop set for the guard, and what was acknowledged of its findings. Both are only appended.</summary>
public sealed class GuardRecords(Database database)
{
    private const decimal Parts = 10_000m;

    public GuardSetting Setting => Settings is [var newest, ..] ? newest.Setting : GuardSetting.Default;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<GuardSettingStep> Settings => database.Read(c => c
        .Query<(string? Place, long Days, long Least, long Most, string? Flexible, long At, string By)>("SELECT place, announce_days, base_at_least, base_at_most, flexible_holidays, set_at, set_by FROM guard_setting ORDER BY step DESC")
        .Select(r => new GuardSettingStep(new(r.Place, (int)r.Days, r.Least / Parts, r.Most / Parts) { FlexibleHolidays = r.Flexible }, new(r.At), r.By)).ToList());

    public void Set(GuardSetting setting, Instant at, string by) => database.Write(Durability.Full, t =>
    {
        t.Alone("guard_setting");
        var step = 1 + t.Scalar<long>("SELECT COALESCE(MAX(step), 0) FROM guard_setting");
        t.Execute("INSERT INTO guard_setting (step, place, announce_days, base_at_least, base_at_most, flexible_holidays, set_at, set_by) VALUES (@step, @Place, @days, @least, @most, @FlexibleHolidays, @at, @by)", new
        {
            step, setting.Place, days = (long)setting.AnnounceDays, least = (long)(setting.BaseAtLeast * Parts), most = (long)(setting.BaseAtMost * Parts), setting.FlexibleHolidays, at = at.UnixSeconds, by,
        });
    });

    public IReadOnlyList<GuardAcknowledgement> Acknowledged(Month month) => database.Read(c => c
        .Query<(string Rule, string Subject, string Stamp, string Reason, long At, string Who)>(
            "SELECT rule, subject, stamp, reason, at, who FROM guard_acknowledgement WHERE month = @month ORDER BY at", new { month = Stored.Month(month) })
        .Select(r => new GuardAcknowledgement(month, r.Rule, r.Subject, r.Stamp, r.Reason, new(r.At), r.Who)).ToList());

    /// <returns>False, and nothing written, where this very finding was acknowledged before.</returns>
    public bool Acknowledge(GuardAcknowledgement given) => database.Write(Durability.Full, t => t.Execute("""
        INSERT INTO guard_acknowledgement (month, rule, subject, stamp, reason, at, who) VALUES (@month, @Rule, @Subject, @Stamp, @Reason, @at, @Who) ON CONFLICT DO NOTHING
        """, new { month = Stored.Month(given.Month), given.Rule, given.Subject, given.Stamp, given.Reason, at = given.At.UnixSeconds, given.Who })) == 1;
}
