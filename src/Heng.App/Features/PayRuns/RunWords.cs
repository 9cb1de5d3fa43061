using Heng.App.Ui;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;

namespace Heng.App.Features.PayRuns;

/// <summary>A run's stages and what can be done, in words.</summary>
public static class RunWords
{
    /// <summary>What closing now may leave to be settled.</summary>
    public static Wording Of(ClosingOutlook of)
    {
        string Yuan(decimal amount) => Show.Yuan(amount);
        Wording can = new($"还会变的工资项有 {of.Lines} 项，共 {Yuan(of.Resting)}（全部 {Yuan(of.Total)}）。", $"{Show.Count(of.Lines, "pay line", "pay lines")} can still move, {Yuan(of.Resting)} of {Yuan(of.Total)}. ");
        return of.Expected is { } expected
            ? new($"{can.Zh}以前 {of.Before.Count} 次暂定结账，之后平均补差 {Yuan(expected)}，最多 {Yuan(of.Worst!.Value)}。", $"{can.En}After {Show.Count(of.Before.Count, "earlier provisional closing", "earlier provisional closings")} {Yuan(expected)} moved on average, {Yuan(of.Worst!.Value)} at most.")
            : new($"{can.Zh}以前没有暂定结账过，无从估计会变多少。", $"{can.En}No month was closed provisionally before, so how much will move can't be estimated.");
    }

    public static Wording Of(MonthStage stage) => stage switch
    {
        MonthStage.Open => new("还没有开始", "not begun"),
        MonthStage.Published => new("评分卡已公布", "cards published"),
        MonthStage.Prepared => new("已准备", "drafted"),
        MonthStage.Checked => new("已复核", "checked"),
        MonthStage.Approved => new("已核准封存", "approved and sealed"),
        MonthStage.Paid => new("已发放", "paid"),
        _ => new("已结账", "closed"),
    };

    /// <summary>Who does a step that is still ahead.</summary>
    public static Wording Ahead(MonthEvent step) => step switch
    {
        MonthEvent.CardsPublished => new("人事或店长；让每个人看到定下的评分卡", "HR or the manager; so that everybody sees the cards as they stand"),
        MonthEvent.Prepared => new("人事或店长", "HR or the manager"),
        MonthEvent.Checked => new("准备人以外的人事或店长；可以不单独复核", "HR or the manager, not who drafted; approving does it too"),
        MonthEvent.Approved => new("店长，且不是准备的人", "the manager, and not who drafted"),
        MonthEvent.Paid => new("人事或店长", "HR or the manager"),
        _ => new("店长，且不是准备的人", "the manager, and not who drafted"),
    };

    public static Wording Of(RunAct act) => act switch
    {
        RunAct.Publish => new("公布评分卡", "Publish the cards"),
        RunAct.Draft => new("准备", "Draft the run"),
        RunAct.Check => new("复核无误", "Checked"),
        RunAct.Approve => new("核准封存", "Approve and seal"),
        RunAct.Pay => new("登记发放", "Note the payment"),
        RunAct.Close => new("结账", "Close the month"),
        _ => new("定预算", "Set the budget"),
    };

    /// <summary>A step of a leaver's own run.</summary>
    public static Wording OfLeaver(RunAct act) => act switch
    {
        RunAct.Draft => new("准备单独发薪", "Draft their pay"),
        RunAct.Approve => new("核准单独发薪", "Approve their pay"),
        _ => Of(act),
    };

    public static Wording MeansOfLeaver(RunAct act) => act switch
    {
        RunAct.Draft => new("记下此人现在的工资条，由另一人核准。", "Notes the payslip as it is, for another person to approve."),
        RunAct.Approve => new("这张工资条从此不变，月底原样收进当月；以后的变动另列差额。", "This payslip stays as it is and is taken into the month unchanged; what moves later becomes a difference."),
        _ => Means(act),
    };

    /// <summary>What pressing it means.</summary>
    public static Wording Means(RunAct act) => act switch
    {
        RunAct.Publish => new("记下现在的评分卡；以后数据变了可以再公布。", "Notes the cards as they are; they can be published again when records change."),
        RunAct.Draft => new("记下现在的结果，由另一人核准；核准之前可以随时重新准备。", "Notes the results as they are, for another person to approve; it can be drafted again until then."),
        RunAct.Check => new("确认看过合计和变动；结果之后变了要重新准备。", "Says that the totals and changes were looked at; if results move after it, draft again."),
        RunAct.Approve => new("得分、等级、名次和工资从此不变；以后的变动作为差额发到后面的月份。", "Scores, grades, ranks and pay stay as they are from here on; what moves later is paid as a difference in a later month."),
        RunAct.Pay => new("记下哪天发的、凭据号；不改变任何数字。", "Notes the day and the reference; no number changes."),
        _ => new("这个月到此为止。", "The month ends here."),
    };
}
