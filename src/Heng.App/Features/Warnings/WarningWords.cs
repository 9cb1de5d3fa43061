using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Board;
using Heng.App.Features.Notices;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Live.Notes;
using Heng.Engine.Live.Warnings;

namespace Heng.App.Features.Warnings;

/// <summary>Warnings and private notes in words: kinds, stages, steps, refusals, notices.</summary>
public static class WarningWords
{
    public static readonly Refusal Unknown = new("step-unknown", new("没有这一步", "There is no such step"));
    public static readonly Refusal SettingsRole = new("role-may-not", new("阈值由店长和人事来设", "Thresholds are set by HR and the manager"));

    public static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(WarningTold.RaisedKind, new("严重预警", "A grave warning"), "triangle-alert", Sentence) { InGroup = InGroup, Sums = "count" },
        new(WarningTold.DigestKind, new("预警汇总", "Warnings"), "bell", said => new($"{said.One("count")} 条预警等您看：{Kinds(said, Language.Zh)}", $"Warnings that wait for you: {said.One("count")} ({Kinds(said, Language.En)})"))
            { InGroup = said => new($"{said.One("count")} 条预警待处理{(said.Has("groups") ? $"（{said.One("groups")}）" : "")}：{Kinds(said, Language.Zh)}", $"{said.One("count")} {(said.One("count") == "1" ? "warning waits" : "warnings wait")}{(said.Has("groups") ? $" ({said.One("groups")})" : "")}: {Kinds(said, Language.En)}"), Sums = "count" },
        new(WarningTold.EscalatedKind, new("预警没人接手", "An untaken warning"), "triangle-alert", said => Sentence(said) is var words ? new($"没人接手，转到您：{words.Zh}", $"Nobody took it, now yours: {Small(words.En)}") : words)
            { InGroup = said => InGroup(said) is var words ? new($"没人接手：{words.Zh}", $"Nobody took it: {Small(words.En)}") : words, Sums = "count" },
        new(WarningTold.NoteKind, new("组长私下提醒", "A private note"), "message-square-text", said => new($"{said.One("by")} 就一段正在接待的聊天给您留了话", $"{said.One("by")} left you a note about a running chat")),
        new(WarningTold.NoteAnsweredKind, new("提醒有答复", "A private note is answered"), "message-square-text", said => new($"{said.One("by")} 答复了您留的话", $"{said.One("by")} answered your note")),
    ];

    public static Wording Of(WarningKind kind) => kind switch
    {
        WarningKind.LongWait => new("等待太久", "Long wait"), WarningKind.SlowAverage => new("响应变慢", "Slow replies"), WarningKind.Unanswered => new("一直没有回答", "Left unanswered"),
        WarningKind.ForbiddenWords => new("客服用了禁用语", "Forbidden words"), WarningKind.RiskWords => new("买家有风险言辞", "Risk words by a buyer"), WarningKind.Overload => new("同时接待太多", "Too many open chats"),
        WarningKind.Away => new("在班却离线或挂起", "Away while on shift"), WarningKind.Complaint => new("投诉", "Complaint"), _ => new("偏离平时", "Drift from the usual"),
    };

    public static Wording Of(Gravity gravity) => gravity switch { Gravity.Grave => new("严重", "grave"), Gravity.Serious => new("重要", "serious"), _ => new("注意", "notice") };
    public static string Tone(Gravity gravity) => gravity switch { Gravity.Grave => "bad", Gravity.Serious => "warn", _ => "info" };
    public static Wording Of(WarningStage stage) => stage switch
    {
        WarningStage.Open => new("待接手", "to be taken"), WarningStage.Taken => new("处理中", "being handled"), WarningStage.Solved => new("已解决", "solved"), WarningStage.Ended => new("已自行结束", "ended by itself"), _ => new("并入本组一条", "part of the group's"),
    };
    public static Wording Of(WarningEvent what) => what switch
    {
        WarningEvent.Raised => new("报出", "raised"), WarningEvent.Again => new("累计", "again"), WarningEvent.Taken => new("接手", "took it"), WarningEvent.Commented => new("留言", "commented"), WarningEvent.Solved => new("解决", "solved it"),
        WarningEvent.Ended => new("自行结束", "ended by itself"), WarningEvent.Escalated => new("没人接手，已上报", "untaken, passed on"), _ => new("并入本组一条", "became part of the group's"),
    };
    public static Wording Whose(int level) => level switch { 0 => new("组长", "leader"), 1 => new("主管", "supervisor"), _ => new("店长", "manager") };

    public static Refusal Of(WarningRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        WarningRefusal.RoleMayNot => new Wording("由本组组长、主管或店长来处理；言辞和投诉质检也可以，在班离线人事也可以；关于自己的由别人处理", "It is for who leads the group and the manager, of words and complaints for QA too, of who is away for HR too; what is about oneself is another's"),
        WarningRefusal.AlreadyTaken => new("已经有人接手", "Somebody has taken it"),
        WarningRefusal.AlreadyOver => new("这条预警已经结束", "This warning is over"),
        WarningRefusal.NeedsNote => new("请写怎么回事、怎么办的", "Say what it was and what was done"),
        _ => new($"最多 {WarningCourse.LongestNote} 字", $"At most {WarningCourse.LongestNote} characters"),
    });

    public static Refusal Of(NoteRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        NoteRefusal.RoleMayNot => new Wording("由本组组长或主管、质检、店长来写", "It is for who leads the group, QA and the manager"),
        NoteRefusal.OwnChat => new("这是您自己的接待", "It is your own chat"),
        NoteRefusal.NobodysChat => new("这个账号没有绑定客服", "Nobody is bound to this account"),
        NoteRefusal.NeedsWords => new("请写一句话", "Write something"),
        NoteRefusal.TextTooLong => new($"最多 {NoteCourse.Longest} 字", $"At most {NoteCourse.Longest} characters"),
        NoteRefusal.NotYours => new("这条提醒不是给您的", "This note is not yours"),
        _ => new("您已经知悉", "You have acknowledged it already"),
    });

    public static readonly Refusal QuietHalf = new("quiet-half", new("安静时段要填“从”和“到”两个时间；不要安静时段就都留空", "Quiet hours need both a from and a to; leave both empty for none"));
    public static readonly Refusal QuietNever = new("quiet-never", new("安静时段的“从”和“到”相同，等于没有；不要安静时段就都留空", "Quiet hours from and to the same time are never; leave both empty for none"));

    public static Refusal Wrong(string field) => field == "line"
        ? new("line-of-nobody", new("单独设置的每一行要选小组或班次，同一个小组和班次只能有一行", "Separate limits need a group or a shift, and each group and shift has one set"))
        : new("out-of-range", new($"“{Field(field).Zh}”不在允许的范围", $"'{Field(field).En}' is out of range"));

    /// <summary>Of: whose line the field stands in; null for the shop's.</summary>
    public static Refusal Unreadable(string field, Wording? of, string typed)
    {
        var (name, said) = (Field(field), typed.Length > 20 ? typed[..20] + "…" : typed);
        var (zh, en) = field switch { "quiet" => ("时间，如 23:00", "a time such as 23:00"), "drift" => ("数字，如 2 或 1.5", "a number such as 2 or 1.5"), _ => ("整数，不带单位", "a whole number without a unit") };
        return new("unreadable", new($"{(of is { } whose ? whose.Zh + "的" : "")}“{name.Zh}”要填{zh}，不能是“{said}”", $"'{name.En}'{(of is { } theirs ? " of " + theirs.En : "")} takes {en}, not '{said}'"));
    }

    public static Refusal NotThere(string field, string name) => field == "group" ? new("group-unknown", new($"没有“{name}”这个小组", $"There is no group '{name}'")) : new("shift-unknown", new($"没有“{name}”这个班次", $"There is no shift '{name}'"));

    private static Wording Field(string field) => Fields.GetValueOrDefault(field, new(field, field));

    public static readonly IReadOnlyDictionary<string, Wording> Fields = new Dictionary<string, Wording>(StringComparer.Ordinal)
    {
        ["wait"] = new("等待超过（秒）", "Waits longer than (s)"), ["unanswered"] = new("一直没有回答（秒）", "Left unanswered (s)"), ["average"] = new("平均响应超过（秒）", "Average reply over (s)"), ["over"] = new("最近几次回答", "Of the last so many replies"),
        ["open"] = new("同时接待超过", "More open chats than"), ["away"] = new("在班离线或挂起（秒）", "Away on shift (s)"), ["quiet"] = new("安静时段", "Quiet hours"), ["merge"] = new("合并", "Merging"), ["merge-over"] = new("一组里同类超过几条就合成一条", "More of a kind in a group become one"), ["merge-minutes"] = new("在几分钟内", "Within how many minutes"), ["keep"] = new("不到几秒就过去的不报（秒）", "Ignore if it passes within (s)"),
        ["escalate"] = new("多久没人接手就上报（秒）", "Escalate if not taken within (s)"), ["drift"] = new("超过平时几倍时提醒", "Warn at this many times the usual"),
    };

    public static string Clock(decimal seconds) => BoardWords.Clock((long)Math.Round(seconds));

    /// <summary>A kind within a sentence.</summary>
    public static string Inline(WarningKind kind, Language language) => language.T(Of(kind).Zh, Small(Of(kind).En));

    private static string Small(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private static Wording Sentence(Said said) => Group(said) is var at ? new($"{Kind(said).Zh}：{at.Zh}（{In(said)}{said.One("count")}）", $"{Kind(said).En}: {at.En} ({In(said)}{said.One("count")})") : at;

    private static Wording InGroup(Said said) => new($"{Kind(said).Zh}（{In(said)}{said.One("group")}，{said.One("count")} 次）", $"{Kind(said).En} ({In(said)}{said.One("group")}, × {said.One("count")})");

    /// <summary>Which shop, where there are several.</summary>
    private static string In(Said said) => said.Has("in") ? said.One("in") + " · " : "";

    private static Wording Group(Said said) => said.One("about") is var about && about != Show.None ? new(about, about) : said.One("group") is var group && group != Show.None ? new($"{group}", $"group {group}") : new(said.One("shop"), said.One("shop"));

    private static Wording Kind(Said said) => said.Number("kind") is { } kind && Enum.IsDefined((WarningKind)kind) ? Of((WarningKind)kind) : new(Show.None, Show.None);

    private static string Kinds(Said said, Language language) => string.Join(language.T("、", ", "), said.One("kinds").Split(' ').Where(k => byte.TryParse(k, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select(k => Inline((WarningKind)byte.Parse(k, CultureInfo.InvariantCulture), language)));
}
