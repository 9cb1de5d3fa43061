using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Pay.Guard;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Guard;

/// <summary>A finding and what was said of it: acknowledged as it stands, or Before, under numbers that have changed since.</summary>
public sealed record GuardRow(GuardFinding Finding, GuardAcknowledgement? Acknowledged, GuardAcknowledgement? Before)
{
    /// <summary>How commands and pages name it within its month.</summary>
    public string Id => $"{Json.Kebab(Finding.Rule)}/{Finding.Subject}";
}

/// <summary>A month's findings (合规提示) with what was acknowledged. Acknowledging is a record and a decision in the chain; pay stays as it is.</summary>
public sealed class GuardBook
{
    public const string AcknowledgedDecision = "guard-acknowledged", SetDecision = "guard-set";
    private const int LongestReason = 500;
    private readonly Database database;

    public GuardBook(Database database, KeptMonth kept)
    {
        (this.database, Looked) = (database, GuardMonths.Of(database, kept));
        var (report, given) = (LegalGuard.Of(Looked), database.Guard.Acknowledged(kept.Month));
        Gaps = report.Gaps;
        Rows = [.. report.Findings.Select(f => given.Where(a => a.Rule == Json.Kebab(f.Rule) && a.Subject == f.Subject).ToArray() is var own && own.FirstOrDefault(a => a.Stamp == f.Stamp) is { } same
            ? new GuardRow(f, same, null) : new GuardRow(f, null, own.LastOrDefault()))];
    }

    public GuardMonth Looked { get; }
    public IReadOnlyList<GuardRow> Rows { get; }
    public IReadOnlyList<GuardGap> Gaps { get; }
    public int Open => Rows.Count(r => r.Acknowledged is null);

    public IEnumerable<GuardRow> Of(string agent) => Rows.Where(r => r.Finding.People.Contains(agent, StringComparer.Ordinal));

    /// <param name="stamp">The finding as it was seen; null takes it as it stands.</param>
    /// <returns>Why not; null where it is acknowledged now.</returns>
    public Refusal? Acknowledge(string id, string? stamp, string reason, Viewer viewer, TimeProvider time)
    {
        if (!Rights.AcknowledgesGuard(viewer)) return new("role-may-not", new("合规提示由人事或店长实名知悉", "Findings are acknowledged by HR or the manager, by name"));
        if (string.IsNullOrWhiteSpace(reason)) return new("reason-missing", new("请写明原因", "Say why"));
        if (reason.Trim().Length > LongestReason) return new("reason-too-long", new($"原因最多 {LongestReason} 字", $"A reason has {LongestReason} characters at most"));
        if (Rows.FirstOrDefault(r => r.Id == id) is not { } row) return new("finding-unknown", new($"这个月没有提示 {id}", $"The month has no finding {id}"));
        if (stamp is not null && stamp != row.Finding.Stamp) return new("finding-changed", new("这条提示的数字已经变了，请先看现在的数字", "The numbers of this finding have changed; look at them as they stand now"));
        var at = new Instant(time.GetUtcNow().ToUnixTimeSeconds());
        if (!database.Guard.Acknowledge(new(Looked.Month, Json.Kebab(row.Finding.Rule), row.Finding.Subject, row.Finding.Stamp, reason.Trim(), at, viewer.Name)))
            return new("already-acknowledged", new("这条提示已有人知悉", "This finding was acknowledged before"));
        database.Decisions.Append(at, viewer.Name, AcknowledgedDecision, $"guard/{Looked.Month}/{id}", $"{row.Finding.Stamp} {reason.Trim()}");
        return null;
    }

    /// <returns>Why not; null where it is set now.</returns>
    public static Refusal? Set(Database database, GuardSetting setting, Viewer viewer, TimeProvider time)
    {
        if (!Rights.SetsGuard(viewer)) return new("role-may-not", new("合规参数由人事或店长实名设置", "The guard is set by HR or the manager, by name"));
        if (setting is not { AnnounceDays: >= 0 and <= 365, BaseAtLeast: >= 0m, BaseAtMost: <= 1m } || setting.BaseAtLeast > setting.BaseAtMost)
            return new("out-of-range", new("提前天数应在 0 到 365 之间，底薪占比应有 0% ≤ 下限 ≤ 上限 ≤ 100%", "From 0 to 365 days, and shares of 0 % ≤ least ≤ most ≤ 100 %"));
        var at = new Instant(time.GetUtcNow().ToUnixTimeSeconds());
        database.Guard.Set(setting, at, viewer.Name);
        database.Decisions.Append(at, viewer.Name, SetDecision, "guard", string.Create(CultureInfo.InvariantCulture, $"{setting.Place ?? "–"}; {setting.AnnounceDays}; {setting.BaseAtLeast}–{setting.BaseAtMost}; {setting.FlexibleHolidays ?? "–"}"));
        return null;
    }
}
