using Heng.App.CommandLine;
using Heng.Engine.Daily;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Rosters;

/// <summary>Why a roster is not written, in words.</summary>
public static class RosterWords
{
    public static Refusal Of(RosterRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        RosterRefusal.RoleMayNot => new Wording("由本组的组长、主管、人事或店长排班", "The group's leader or supervisor, HR or the manager write its roster"),
        RosterRefusal.NeedsReason => new Wording("改过去的排班请写明理由", "A past day is changed with a reason"),
        RosterRefusal.TooFarAhead => new Wording($"最多排到 {RosterWriting.MostDaysAhead} 天以后", $"A roster reaches at most {RosterWriting.MostDaysAhead} days ahead"),
        RosterRefusal.TooFarBack => new Wording($"只改最近 {RosterWriting.MostDaysBack} 天的排班，更早的用导入", $"Only the last {RosterWriting.MostDaysBack} days are changed here; earlier ones by an import"),
        RosterRefusal.PersonUnknown => new Wording("那天没有这位在职员工", "Nobody of that name is employed on that day"),
        RosterRefusal.NothingChanges => new Wording("和现在的排班一样，没有改动", "That is what the roster says already"),
        RosterRefusal.ChangedMeanwhile => new Wording("别人刚改过这一天，请再看一遍", "Somebody changed this day just now; look again"),
        RosterRefusal.ShiftsOverlap => new Wording("和前后一天的班重叠", "The shift would overlap one of the day before or after"),
        RosterRefusal.TimesUnclear => new Wording("请选班次，或写上下班时间（两个都写，且不相同）", "Choose a shift, or give start and end, both and not the same"),
        RosterRefusal.NothingToCopy => new Wording("没有可复制的：这一周没有排班，或者下一周都排好了", "There is nothing to copy: this week has no roster, or the next one is full"),
        RosterRefusal.PastWeek => new Wording("下一周已经过去了", "The week after is past"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });
}
