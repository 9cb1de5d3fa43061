using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Simulation;

namespace Heng.App.Features.SoFar;

/// <summary>A next step in words: 再接 3 个… → +¥120.00.</summary>
internal static class SoFarWords
{
    /// <summary>What is to be reached, or why nothing is said.</summary>
    public static Wording Of(NextStep step) => step switch
    {
        { Without: { } without } => Why(without),
        { Counted: { } counted } => new($"再多 {Show.Count(counted.More)}：{counted.What.Zh}", $"{Show.Count(counted.More)} more: {counted.What.En}"),
        { To: var to, Now: var now } when to > now => new($"再多 {Amount(to - now, step, Language.Zh)}", $"{Amount(to - now, step, Language.En)} more"),
        _ => new($"降到 {Amount(step.To, step, Language.Zh)}", $"down to {Amount(step.To, step, Language.En)}"),
    };

    /// <summary>Where the number is and where the step leads; null where there is no step.</summary>
    public static Wording? Way(NextStep step) => step.To is null ? null
        : new($"{Amount(step.Now, step, Language.Zh)} → {Amount(step.To, step, Language.Zh)}", $"{Amount(step.Now, step, Language.En)} → {Amount(step.To, step, Language.En)}");

    /// <summary>What it brings: pay, or points alone where nothing is paid by it.</summary>
    public static Wording? Brings(NextStep step) => step switch
    {
        { Pay: > 0m and var pay } => new($"+{Show.Yuan(pay)}", $"+{Show.Yuan(pay)}"),
        { Score: > 0m and var points } => new($"+{Show.Number(points, Unit.Points)} 分", $"+{Show.Number(points, Unit.Points)} pts"),
        _ => null,
    };

    private static string Amount(decimal? value, NextStep step, Language language) => step.Unit == Unit.Yuan && value is { } yuan ? Show.Yuan(yuan) : Show.ExactWithUnit(value, step.Unit, language);

    private static Wording Why(NoStep why) => why switch
    {
        NoStep.NoData => new("暂无数据，说不出下一步", "no data yet, so no next step"),
        NoStep.NoSide => new("没有说哪一边更好，说不出下一步", "nothing says which side is better"),
        NoStep.Compared => new("按名次：取决于同事的数字", "by place: it hangs on colleagues' numbers"),
        NoStep.ByPeople => new("由人评定或登记", "given or entered by people"),
        NoStep.Stretches => new("这个月分段考核，说不出下一步", "the month is in stretches, so no next step is said"),
        _ => new("已到顶，或再好也不再增加", "at its top, or a better value brings no more"),
    };
}
