using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Phrases;
using NoticeKind = Heng.App.Features.Notices.NoticeKind;

namespace Heng.App.Features.Phrases;

/// <summary>Phrases in words: refusals, steps, how they stand, and what their owners are told.</summary>
public static class PhraseWords
{
    public const string ExpiringKind = "phrase-expiring", ExpiredKind = "phrase-expired";

    /// <summary>The categories of the scheme that phrases come from; a shop writes its own beside them.</summary>
    public static readonly IReadOnlyList<string> Categories = ["开场", "催付", "售后", "结束"];

    public static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(ExpiringKind, new("话术快到期", "A phrase is about to expire"), "clock", said => new($"您负责的话术“{said.One("code")}”{said.Day("day").Zh}到期，请写新版本或延长", $"your phrase '{said.One("code")}' expires on {said.Day("day").En}: write it anew or extend it")),
        new(ExpiredKind, new("话术已过期", "A phrase has expired"), "circle-alert", said => new($"您负责的话术“{said.One("code")}”{said.Day("day").Zh}起已过期，再用会记为过期使用", $"your phrase '{said.One("code")}' has expired since {said.Day("day").En}; uses from now on count as expired")),
    ];

    public static Wording Of(PhraseEvent what) => what switch
    {
        PhraseEvent.Drafted => new("写草稿", "drafted it"), PhraseEvent.Published => new("发布版本", "published a version"), PhraseEvent.DraftDropped => new("丢弃草稿", "dropped the draft"), _ => new("停用", "ended it"),
    };

    public static Wording Of(PhraseStanding standing) => standing switch
    {
        PhraseStanding.Draft => new("草稿", "draft"), PhraseStanding.Coming => new("未生效", "not begun"), PhraseStanding.Valid => new("有效", "valid"), PhraseStanding.Expiring => new("快到期", "expiring soon"),
        PhraseStanding.Expired => new("已过期", "expired"), _ => new("已停用", "ended"),
    };

    public static string Tag(PhraseStanding standing) => standing switch { PhraseStanding.Valid => "good", PhraseStanding.Expiring => "warn", PhraseStanding.Expired => "bad", PhraseStanding.Draft or PhraseStanding.Coming => "info", _ => "" };

    public static Refusal Of(PhraseRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        PhraseRefusal.RoleMayNot => new Wording("只有组长、主管、质检、人事和店长能改话术库", "Only leaders, supervisors, QA, HR and the manager change the library"),
        PhraseRefusal.CodeMissing => new($"请写编号，最多 {PhraseCycle.LongestCode} 字", $"Give it a code of at most {PhraseCycle.LongestCode} characters"),
        PhraseRefusal.CodeTaken => new("这个编号已有话术", "There is a phrase of that code"),
        PhraseRefusal.TextMissing => new("请写话术内容", "Write the phrase"),
        PhraseRefusal.TextTooLong => new($"话术最多 {PhraseCycle.LongestText} 字", $"A phrase has at most {PhraseCycle.LongestText} characters"),
        PhraseRefusal.TooLittleBesidePlaceholders => new("话术至少要有连着的两个字（占位符不算），不然什么消息都会算作使用", "A phrase has two characters in a row, placeholders aside, or any message would be a use of it"),
        PhraseRefusal.CategoryMissing => new($"请写分类，最多 {PhraseCycle.LongestCategory} 字", $"Give it a category of at most {PhraseCycle.LongestCategory} characters"),
        PhraseRefusal.OwnerMissing => new("请写负责人", "Name its owner"),
        PhraseRefusal.OwnerUnknown => new("人员表里没有这个负责人", "There is no such person among the people"),
        PhraseRefusal.FromMissing => new("请写从哪天起", "Say from which day on"),
        PhraseRefusal.UntilBeforeFrom => new("有效期早于生效日", "It would expire before it begins"),
        PhraseRefusal.NotAfterTheLast => new("新版本要晚于上一版的生效日", "A new version begins after the first day of the one before"),
        PhraseRefusal.NothingChanged => new("和上一版一样，没有变化", "It is the same as the version before"),
        PhraseRefusal.Ended => new("这条话术已停用", "This phrase has ended"),
        PhraseRefusal.EndsBeforeItBegan => new("停用日要晚于最新版的生效日", "It ends after the first day of its newest version"),
        PhraseRefusal.NoDraft => new("没有草稿", "There is no draft"),
        PhraseRefusal.ReasonTooLong => new($"理由最多 {PhraseCycle.LongestReason} 字", $"The reason has at most {PhraseCycle.LongestReason} characters"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });
}

/// <summary>How a phrase stands on a day. Expiring: it holds, and its last day is at most seven days away.</summary>
public enum PhraseStanding { Draft, Coming, Valid, Expiring, Expired, Ended }
