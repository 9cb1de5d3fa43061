using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Statistics;
using Heng.Engine.Work;

namespace Heng.App.Features.TeamReports;

/// <summary>An allocation and its test in words.</summary>
public static class TeamWords
{
    public static Wording Of(AllocationVerdict verdict) => verdict switch
    {
        AllocationVerdict.Even => new("看不出不均", "no unevenness seen"),
        AllocationVerdict.Watch => new("留意", "to be watched"),
        AllocationVerdict.Uneven => new("不均", "uneven"),
        _ => new("样本太小，不下结论", "too few to say"),
    };

    public static string Tone(AllocationVerdict verdict) => verdict switch { AllocationVerdict.Even => "good", AllocationVerdict.Watch => "warn", AllocationVerdict.Uneven => "bad", _ => "quiet" };

    public static Wording Of(DutyBasis by) => by switch
    {
        DutyBasis.Serving => new("接待时长（状态记录）", "serving time (status log)"),
        DutyBasis.Online => new("在线时长（状态记录）", "time online (status log)"),
        DutyBasis.Worked => new("出勤时长（打卡）", "time worked (punches)"),
        DutyBasis.Rostered => new("排班时长", "time rostered"),
        _ => new("有进线的天数", "days with a buyer"),
    };

    public static Wording Test(Fit fit) => fit switch
    {
        { P: null } => new("人次太少，不做检验", "too few to test"),
        { By: FitBy.Exact } => new($"精确检验，p {P(fit)}", $"exact test, p {P(fit)}"),
        _ => new($"χ² = {Show.Trimmed(fit.Statistic)}，自由度 {fit.Freedom}，p {P(fit)}", $"χ² = {Show.Trimmed(fit.Statistic)}, {fit.Freedom} df, p {P(fit)}"),
    };

    /// <summary>What is under a thousandth is said to be, and not shown as none.</summary>
    private static string P(Fit fit) => fit.P < 0.001m ? "< 0.001" : $"= {Show.Trimmed(fit.P, 3)}";
}
