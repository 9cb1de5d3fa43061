using Heng.App.Features.Notices;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using NoticeKind = Heng.App.Features.Notices.NoticeKind;

namespace Heng.App.Features.Goals;

/// <summary>Kinds, stages, steps and notices of goals in words. What is told stays between the people concerned: no robot can be given it.</summary>
public static class GoalWords
{
    public static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(GoalDoing.ProposedKind, new("目标待约定", "A goal to agree to"), "list", said => new($"{said.One("by")} 提出目标“{said.One("what")}”（{said.One("agent")}），请看过后同意或改", $"{said.One("by")} proposes the goal '{said.One("what")}' for {said.One("agent")}; look at it, agree or change it")),
        new(GoalDoing.AgreedKind, new("目标已约定", "A goal is agreed"), "circle-check", said => new($"{said.One("by")} 同意了目标“{said.One("what")}”（{said.One("agent")}）", $"{said.One("by")} agreed to the goal '{said.One("what")}' of {said.One("agent")}")),
        new(GoalDoing.JudgedKind, new("目标已评判", "A goal was judged"), "file-text", said => new($"{said.One("by")} 评判了您的目标“{said.One("what")}”，请看过", $"{said.One("by")} judged your goal '{said.One("what")}'; look at it")),
    ];

    public static Wording Of(GoalKind kind) => kind switch { GoalKind.Position => new("岗位", "position"), GoalKind.Task => new("任务", "task"), GoalKind.Project => new("项目", "project"), _ => new("职业", "career") };
    public static Wording Of(GoalStage stage) => stage switch { GoalStage.Proposed => new("待双方约定", "to be agreed"), GoalStage.Agreed => new("已约定", "agreed"), GoalStage.Judged => new("已评判", "judged"), _ => new("已取消", "dropped") };
    public static string Tag(GoalStage stage) => stage switch { GoalStage.Proposed => "warn", GoalStage.Agreed => "info", GoalStage.Judged => "good", _ => "" };
    public static Wording Of(GoalState state) => state switch { GoalState.Met => new("达成", "met"), GoalState.Partly => new("部分达成", "partly"), _ => new("未达成", "not met") };

    public static Wording Of(GoalEvent what) => what switch
    {
        GoalEvent.Proposed => new("提出内容", "proposed the terms"), GoalEvent.Agreed => new("同意", "agreed"), GoalEvent.CheckedIn => new("记进展", "noted how far it came"), GoalEvent.Judged => new("评判", "judged it"),
        GoalEvent.Seen => new("已看", "has seen it"), _ => new("取消", "dropped it"),
    };

    /// <summary>What a step says: terms, a number, marks.</summary>
    public static Wording Says(GoalHappening of)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        void Add(string one, string other) { zh.Add(one); en.Add(other); }
        if (of.What == GoalEvent.Proposed) Add($"{of.Name}，{ShowDates.Full(of.Due!.Value, Language.Zh)}到期{Way(of)}", $"{of.Name}, due {ShowDates.Full(of.Due.Value, Language.En)}{Way(of)}");
        if (of.What != GoalEvent.Proposed && of.Now is { } now) Add($"现值 {Show.Trimmed(now, 4)}", $"now {Show.Trimmed(now, 4)}");
        if (of.State is { } state) Add(Of(state).Zh, Of(state).En);
        if (of.Time is { } time) Add($"时间 {Show.Rate(time)}", $"time {Show.Rate(time)}");
        if (of.Quality is { } quality) Add($"质量 {Show.Rate(quality)}", $"quality {Show.Rate(quality)}");
        if (of.Attainment is { } attainment) Add($"达成 {Show.Rate(attainment)}", $"attainment {Show.Rate(attainment)}");
        return new(string.Join("，", zh), string.Join(", ", en));
    }

    public static string Way(GoalHappening terms) => terms.Target is null ? "" : $" · {Show.Trimmed(terms.Start, 4)} → {Show.Trimmed(terms.Target, 4)}";
}
