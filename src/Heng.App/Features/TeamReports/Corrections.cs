using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.TeamReports;

/// <summary>What was changed in the allocation after a week was uneven (分配纠正): decisions in the chain, one subject a week and group.</summary>
public static class Corrections
{
    public const string Deed = "allocation-corrected", Area = "allocation";
    private const int LongestReason = 500;

    public static bool May(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager || viewer.Leads;

    public static IReadOnlyList<AllocationCorrection> Of(Database database, ShopClock clock, string week, string group) =>
        [.. database.Decisions.About(SubjectOf(week, group)).Where(d => d.What == Deed).Select(d => new AllocationCorrection(clock.ToLocal(d.At), d.Who, d.Why))];

    /// <param name="weeks">The weeks that the viewer sees.</param>
    public static CorrectionRefusal? Note(Database database, Instant at, CorrectionAsk ask, IEnumerable<TeamWeek> weeks, Viewer viewer)
    {
        if (!May(viewer)) return CorrectionRefusal.RoleMayNot;
        if (!weeks.Any(w => w.Id == ask.Week && w.Group == ask.Group)) return CorrectionRefusal.WeekUnknown;
        var what = ask.What.Trim();
        if (what.Length == 0) return CorrectionRefusal.NeedsReason;
        if (what.Length > LongestReason) return CorrectionRefusal.ReasonTooLong;
        // A form that is sent twice is noted once.
        if (database.Decisions.About(SubjectOf(ask.Week, ask.Group)) is [.., { What: Deed } last] && last.Who == viewer.Name && last.Why == what) return null;
        database.Decisions.Append(at, viewer.Name, Deed, SubjectOf(ask.Week, ask.Group), what);
        return null;
    }

    public static Refusal Words(CorrectionRefusal refused) => new(Json.Kebab(refused), refused switch
    {
        CorrectionRefusal.RoleMayNot => new("只有本组组长、主管、人事和店长可以记录分配纠正。", "Only the group's leader or supervisor, HR and the manager note a correction."),
        CorrectionRefusal.WeekUnknown => new("没有这一周或这个小组的分配，或您无权查看。", "There is no such week or group, or you may not see it."),
        CorrectionRefusal.NeedsReason => new("请写明改了什么。", "Say what was changed."),
        _ => new("最多 500 字。", "At most 500 characters."),
    });

    private static string SubjectOf(string week, string group) => $"{Area}/{week}/{group}";
}
