using Heng.App.Ui;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.WhyChanged;

/// <summary>Why a person's month is not an earlier one (变动原因): the score, and the pay where the viewer may see it. Null where one of the months has none.</summary>
public sealed record ChangeView(Month Earlier, Month Month, string Agent, Change? Score, Change? Pay, bool PayVisible);

public delegate Task<Seen<ChangeView>> ChangeFor(Month month, Month earlier, string agent, HttpContext context);

/// <summary>The causes as people call them.</summary>
public static class CauseWords
{
    public static Wording Of(ChangeCause cause) => cause switch
    {
        ChangeCause.Corrections => new("更正与迟到数据", "Corrections, late data"),
        ChangeCause.Rules => new("判定规则", "Rules of counting"),
        ChangeCause.Plan => new("考核与薪酬方案", "Plan and pay scheme"),
        _ => new("本月表现", "The month's figures"),
    };

    public static Wording Meaning(ChangeCause cause, Month earlier, Month month) => cause switch
    {
        ChangeCause.Corrections => new($"{earlier} 结账后更正或补到的数据", $"what was corrected or came after {earlier} was closed"),
        ChangeCause.Rules => new($"{earlier} 的记录改按 {month} 的判定规则计算", $"{earlier}'s records counted by the rules of {month}"),
        ChangeCause.Plan => new($"{earlier} 的指标改用 {month} 的方案", $"{earlier}'s figures under the plans of {month}"),
        _ => new($"同样的规则与方案下，{month} 与 {earlier} 的差别；参加排名的项也随他人变化", $"{month} against {earlier} under the same rules and plans; ranked items also move with others"),
    };
}
