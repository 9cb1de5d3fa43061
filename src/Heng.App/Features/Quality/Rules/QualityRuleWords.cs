using Heng.App.CommandLine;
using Heng.App.Features.Notices;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Book;

namespace Heng.App.Features.Quality.Rules;

/// <summary>Refusals and notices of quality rules in words.</summary>
public static class QualityRuleWords
{
    public static readonly Refusal RoleMayNot = new("role-may-not", new("质检规则由质检、人事或店长提出、确认和停用", "QA, HR and the manager propose, confirm and end quality rules"));
    public static readonly Refusal DayMissing = new("day-missing", new("请写明从哪一天起", "Say from which day on"));
    /// <summary>Of a pack that somebody types or pastes.</summary>
    public const int LongestText = 200_000;
    public static readonly Refusal Faulty = new("rules-faulty", new($"规则还读不出来，请看每一行的说明（YAML，最多 {LongestText} 字）", $"The rules cannot be read yet; see what is said of each line (YAML, {LongestText} characters at most)"));
    public static readonly Refusal NothingChosen = new("nothing-chosen", new("请至少选一条规则", "Choose one rule at least"));
    public static Refusal PackUnknown(string? pack) => new("pack-unknown", new($"没有“{pack}”这个规则包", $"There is no pack '{pack}'"));
    public static Refusal Unknown(string rule) => new("rule-unknown", new($"没有“{rule}”这条规则", $"There is no rule '{rule}'"));

    public static Refusal Of(RuleRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        RuleRefusal.Unchanged => new Wording("与现在的规则相同，没有要改的", "The rules say so already; there is nothing to change"),
        RuleRefusal.Waiting => new("上一次修改还在等另一人确认", "An earlier change still waits for a second person"),
        RuleRefusal.NotOpen => new("没有等确认的修改", "Nothing waits to be confirmed"),
        RuleRefusal.SamePerson => new("您提出的，要由另一人确认和启用", "You proposed it; another confirms it and makes it count"),
        RuleRefusal.NotYours => new("只有提出的人能撤回", "Only who proposed it takes it back"),
        RuleRefusal.NeedsReason => new("请写明理由", "Give the reason"),
        RuleRefusal.NotInShadow => new("只有在影子运行的版本才能启用", "Only a version that runs in shadow can be made to count"),
        RuleRefusal.BarNotPassed => new("还没有测出达标的准确率，先继续影子运行", "Its precision has not been measured to pass the shop's bar; it stays in shadow"),
        RuleRefusal.BeforeItsShadow => new("启用日不能早于影子运行的第一天", "It cannot count before its first day in shadow"),
        RuleRefusal.MonthClosed => new("那一天所在的月份已经结账，规则只能从未结账的日子起改", "The day lies in a closed month; rules change from an open day on"),
        RuleRefusal.NotInForce => new("这条规则没有在运行", "The rule is not running"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    public static Wording Stage(RuleVersion version, DateOnly today) => version switch
    {
        { Dropped: true } => new("未采用", "not adopted"),
        { Waits: true } => new("待另一人确认", "waits for a second person"),
        { Over: { } over } when today >= over => new("已停用", "ended"),
        { Live: { } live } when today >= live => new("生效，计分", "counts"),
        { Live: not null } => new("将要生效", "will count"),
        _ => new("影子运行，不计分", "in shadow, counts nowhere"),
    };

    public static Wording Happened(RuleStep step) => step.What switch
    {
        RuleEvent.Proposed => new($"提出第 {step.Version} 版，影子自 {step.From:yyyy-MM-dd}", $"version {step.Version} proposed, in shadow from {step.From:yyyy-MM-dd}"),
        RuleEvent.Confirmed => new($"确认第 {step.Version} 版", $"version {step.Version} confirmed"),
        RuleEvent.Refused => new($"不同意第 {step.Version} 版", $"version {step.Version} refused"),
        RuleEvent.Withdrawn => new($"撤回第 {step.Version} 版", $"version {step.Version} taken back"),
        RuleEvent.Activated => new($"第 {step.Version} 版自 {step.From:yyyy-MM-dd} 起计分", $"version {step.Version} counts from {step.From:yyyy-MM-dd}"),
        _ => new($"自 {step.From:yyyy-MM-dd} 起停用", $"ended from {step.From:yyyy-MM-dd}"),
    };

    internal static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(QualityRuleDoing.ToConfirmKind, new("质检规则待确认", "Quality rules to confirm"), "circle-check", said => new($"{said.One("by")} 提出 {said.One("count")} 条质检规则，请您确认", $"{said.One("by")} proposed {said.One("count")} quality rules; please confirm")),
        new(QualityRuleDoing.AnsweredKind, new("质检规则已答复", "A quality rule was answered"), "circle-check", said => said.One("count") is not "1" and var many
            ? new($"{said.One("by")} 确认了 {many} 条质检规则", $"{said.One("by")} confirmed {many} quality rules")
            : said.One("step") == "confirmed"
            ? new($"{said.One("by")} 确认了质检规则 {said.One("rule")}", $"{said.One("by")} confirmed the quality rule {said.One("rule")}")
            : new($"{said.One("by")} 没有同意质检规则 {said.One("rule")}：{said.One("why")}", $"{said.One("by")} refused the quality rule {said.One("rule")}: {said.One("why")}")),
    ];
}
