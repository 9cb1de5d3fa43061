using Heng.App.Features.Floor;
using Heng.Engine.Explanation;
using Heng.Store;

namespace Heng.App.Features.Notices;

/// <summary>
/// A kind of notice (提醒类型): what it is called, and its sentence to whom it is told. InGroup is what a group may hear of it, before the names of whom it concerns;
/// without one it is between two people and no robot can be given it. Where names would tell who rates whom, a group hears a number.
/// </summary>
public sealed record NoticeKind(string Id, Wording Name, string Icon, Func<Said, Wording> Sentence)
{
    public Func<Said, Wording>? InGroup { get; init; }
    public bool NamesPeople { get; init; } = true;
    /// <summary>The word that is added up where a group would hear the same sentence of several occasions.</summary>
    public string? Sums { get; init; }
}

/// <summary>The sentences of notices. Ids are kept and never change; what other features tell is worded here too.</summary>
public static class NoticeWords
{
    public const string PartBegins = "part-begins", RatingInvited = "rating-invited", PartReminded = "part-reminded", ObjectionRaised = "objection-raised", ObjectionAnswered = "objection-answered",
        PartDelegated = "part-delegated", AssessmentReopened = "assessment-reopened", AssessmentPublished = "assessment-published", MonthClosed = "month-closed";

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        new(PartBegins, new("轮到您做", "Your part begins"), "list", said => Join(Head(said), Stage(said), Waits(said))) { InGroup = said => Join(Head(said), Stage(said), Until(said)) },
        new(RatingInvited, new("邀请您评分", "You are asked to rate"), "users", said => Join(Head(said), new($"请您在“{said.Two("stage").Zh}”给 {Count(said)} 位同事评分", $"you are asked to rate {People(said)} in '{said.Two("stage").En}'"), Until(said)))
            { InGroup = said => Join(Head(said), new("邀请同事评分", "colleagues are asked to rate"), Until(said)), NamesPeople = false },
        new(PartReminded, new("到期提醒", "Reminder"), "clock", said => Join(Head(said), Stage(said), Late(said), Waits(said))) { InGroup = said => Join(Head(said), Stage(said), Late(said)) },
        new(ObjectionRaised, new("有人提出异议", "An objection"), "circle-alert", said => Join(Head(said), new($"{said.One("about")} 对结果提出异议，待答复", $"{said.One("about")} objects to the result; an answer is waited for"))),
        new(ObjectionAnswered, new("异议已答复", "An objection is answered"), "circle-check", said => Join(Head(said), new("您的异议已答复，请看过后确认", "your objection is answered; look at it, then confirm"))),
        new(PartDelegated, new("委托给您", "Given to you"), "arrow-right-left", said => Join(Head(said), new($"“{said.Two("stage").Zh}”中{About(said, "关于 ", " 的一项", "的一项")}委托给您做", $"a part of '{said.Two("stage").En}'{About(said, " about ", "", "")} was given to you"))),
        new(AssessmentReopened, new("考核退回重做", "Reopened"), "chevron-left", said => Join(Head(said), new($"退回到“{said.Two("stage").Zh}”重做", $"went back to '{said.Two("stage").En}'"))),
        new(AssessmentPublished, new("考核结果公布", "Published"), "file-text", said => Join(Head(said), new("结果已公布", "the results are published"))) { InGroup = said => Join(Head(said), new("结果已公布", "the results are published")), NamesPeople = false },
        new(MonthClosed, new("月份关账", "A month closed"), "lock", said => new($"{said.Month("month").Zh}已关账，结果和工资不再改变", $"{said.Month("month").En} is closed: its results and pay do not change any more"))
            { InGroup = said => new($"{said.Month("month").Zh}已关账", $"{said.Month("month").En} is closed"), NamesPeople = false },
        .. VoiceNoticeWords.Kinds,
        .. AppealNoticeWords.Kinds,
        .. AfterNoticeWords.Kinds,
        .. ChangeNoticeWords.Kinds,
        .. Incidents.OccurrenceWords.Notices,
        .. Quality.Rules.QualityRuleWords.Notices,
        .. Quality.FindingPages.AttentionTold.Notices,
        .. Filing.FiledWords.Notices,
        .. Goals.GoalWords.Notices,
        .. Activities.ActivityWords.Notices,
        .. GrowthNoticeWords.Kinds,
        .. OnboardingNoticeWords.Kinds,
        .. LearningNoticeWords.Kinds,
        .. FloorNoticeWords.Kinds,
        .. Phrases.PhraseWords.Notices,
        .. Inspections.InspectionWords.Notices,
        .. GoodExamples.ExampleWords.Notices,
        .. Coaching.CoachingWords.Notices,
        .. Webhooks.WebhookWords.Notices,
        .. Warnings.WarningWords.Notices,
        .. Live.AsideTold.Notices,
    ];

    private static readonly Dictionary<string, NoticeKind> ById = Kinds.ToDictionary(k => k.Id, StringComparer.Ordinal);

    /// <summary>Null for a kind that nobody worded: an older or newer version of Heng told it.</summary>
    public static NoticeKind? Find(string kind) => ById.GetValueOrDefault(kind);

    public static Wording Of(Notice notice)
    {
        var said = new Said(notice.Words);
        return Find(notice.Kind)?.Sentence(said) ?? new($"{notice.Kind} {said.Whole}".TrimEnd(), $"{notice.Kind} {said.Whole}".TrimEnd());
    }

    private static Wording Head(Said said) => new($"{said.Two("scheme").Zh}（{said.Two("period").Zh}）", $"{said.Two("scheme").En} ({said.Two("period").En})");
    private static Wording Stage(Said said) => new($"“{said.Two("stage").Zh}”", $"'{said.Two("stage").En}'");
    private static Wording Waits(Said said) => Join(new($"有 {Count(said)} 项等您做", said.Number("parts") == 1 ? "1 part waits for you" : $"{Count(said)} parts wait for you"), said.Has("late") ? null : Until(said));
    private static Wording? Until(Said said) => said.Has("last-day") ? new($"最后一天 {said.Day("last-day").Zh}", $"due {said.Day("last-day").En}") : null;
    private static string Count(Said said) => said.Number("parts") is { } parts ? FormattableString.Invariant($"{parts}") : Ui.Show.None;
    private static string People(Said said) => said.Number("parts") == 1 ? "1 colleague" : $"{Count(said)} colleagues";
    private static string About(Said said, string before, string after, string without) => said.Has("about") ? before + said.One("about") + after : without;

    private static Wording Late(Said said) => said.Number("late") switch
    {
        null => new(Ui.Show.None, Ui.Show.None),
        0 => new("今天是最后一天", "today is the last day"),
        < 0 and var before => new($"还有 {-before} 天到期（{said.Day("last-day").Zh}）", $"due in {-before} {(before == -1 ? "day" : "days")} ({said.Day("last-day").En})"),
        var late => new($"已晚 {late} 天", $"{late} {(late == 1 ? "day" : "days")} late"),
    };

    private static Wording Join(params IEnumerable<Wording?> parts)
    {
        Wording[] some = [.. parts.OfType<Wording>()];
        return new(string.Join("，", some.Select(p => p.Zh)).Replace("），", "）", StringComparison.Ordinal), string.Join(", ", some.Select(p => p.En)));
    }
}
