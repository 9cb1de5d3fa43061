using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Live.Warnings;

namespace Heng.App.Features.Warnings;

/// <summary>What a warning has come to, in words: figures, how many, each of them, each step.</summary>
public static class WarningSaid
{
    /// <summary>What is measured against what; empty where there is nothing to say. Over: it holds no more.</summary>
    public static Wording Figures(Raised of, bool over) => of switch
    {
        { Kind: WarningKind.Drift, Figure: { } now, Limit: { } usual, What: { } what } => new($"{what.Zh} {Rounded(now)}（平时 {Rounded(usual)}）", $"{what.En} {Rounded(now)} (usually {Rounded(usual)})"),
        { Figure: { } figure, Limit: { } limit } when Measured(of.Kind, figure, of.What, over) is var said && Limit(of.Kind, limit) is var most =>
            new($"{(of.Count > 1 ? Most(of.Kind).Zh : "")}{said.Zh}（上限 {most.Zh}）", $"{(of.Count > 1 ? Most(of.Kind).En : "")}{said.En} (limit {most.En})"),
        { What: { } rule } when of.Count == 1 => rule,
        _ => new("", ""),
    };

    /// <summary>One of several: what was measured, or what was said.</summary>
    public static Wording Figures(WarningKind kind, WarnedPart part, bool over) => part.Figure is { } figure ? Measured(kind, figure, part.What, over) : part.What ?? new("", "");

    /// <summary>How many it stands for; of one nothing is said.</summary>
    public static Wording? Count(WarningKind kind, int count, bool over) => count < 2 ? null : kind switch
    {
        WarningKind.ForbiddenWords or WarningKind.RiskWords or WarningKind.Complaint => new($"累计 {Show.Count(count)} 次", $"{Show.Count(count)} times in all"),
        WarningKind.LongWait or WarningKind.Unanswered => new($"{(over ? "最多 " : "")}{Show.Count(count)} 位买家", $"{(over ? "up to " : "")}{Show.Count(count)} buyers"),
        _ => new($"{(over ? "最多 " : "")}{Show.Count(count)} 人", $"{(over ? "up to " : "")}{Show.Count(count)} people"),
    };

    public static Wording More(WarningKind kind, int count) => kind is WarningKind.ForbiddenWords or WarningKind.RiskWords or WarningKind.Complaint ? new($"更早 {Show.Count(count)} 次", $"{Show.Count(count)} earlier")
        : kind is WarningKind.LongWait or WarningKind.Unanswered ? new($"另有 {Show.Count(count)} 位买家", $"{Show.Count(count, "more buyer")}") : new($"另有 {Show.Count(count)} 人", $"{Show.Count(count)} more");

    /// <summary>A step of the course, its time and its note aside.</summary>
    public static Wording Step(WarningState state, int step)
    {
        var happened = state.Happened[step];
        return happened switch
        {
            { What: WarningEvent.Raised, Raised: { } raised } => Figures(raised, over: true) is { Zh.Length: > 0 } figures ? new($"报出{(raised.IsEvent ? "：" : "时")}{figures.Zh}", $"{(raised.IsEvent ? "raised" : "when raised")}: {figures.En}") : WarningWords.Of(WarningEvent.Raised),
            { What: WarningEvent.Again, Count: { } count } => Count(state.Raised.Kind, count, over: false) is { } now ? state.Raised.IsEvent ? now : new($"增加到 {now.Zh}", $"up to {now.En}") : WarningWords.Of(WarningEvent.Again),
            { What: WarningEvent.Escalated, Level: { } level } => new($"{Untaken(state, step, Language.Zh)}没人接手，已转给{WarningWords.Whose(level).Zh}", $"nobody took it for {Untaken(state, step, Language.En)}: passed to the {WarningWords.Whose(level).En}"),
            { What: WarningEvent.Ended, ByLimits: true } => Stopped,
            _ => WarningWords.Of(happened.What),
        };
    }

    /// <summary>How it stands.</summary>
    public static Wording Stage(WarningState state) => state.Over?.ByLimits == true ? Stopped : WarningWords.Of(state.Stage);

    /// <summary>Seconds as people say them: 30 分钟, 1 分 30 秒.</summary>
    public static string Lasts(long seconds, Language language) => seconds >= 60 && seconds % 60 == 0 ? language.T($"{seconds / 60} 分钟", $"{seconds / 60} min") : language.T($"{(seconds >= 60 ? $"{seconds / 60} 分 " : "")}{seconds % 60} 秒", $"{(seconds >= 60 ? $"{seconds / 60} min " : "")}{seconds % 60} s");

    private static readonly Wording Stopped = new("因阈值或安静时段停报", "no longer warned of: limits or quiet hours");

    private static string Untaken(WarningState state, int step, Language language) => Lasts(Math.Max(60, state.Happened[step].At.SecondsSince(new WarningState([.. state.Happened.Take(step)]).Asked) / 60 * 60), language);

    private static Wording Measured(WarningKind kind, decimal figure, Wording? what, bool over) => kind switch
    {
        WarningKind.LongWait or WarningKind.Unanswered => over ? new($"等了 {Clock(figure)}", $"waited {Clock(figure)}") : new($"已等 {Clock(figure)}", $"waiting {Clock(figure)}"),
        WarningKind.Away => new($"{(over ? "" : "已")}{what?.Zh ?? "离线或挂起"} {Clock(figure)}", $"{what?.En ?? "away"} {Clock(figure)}"),
        WarningKind.SlowAverage => new($"平均 {Show.Seconds(figure)} 秒", $"{Show.Seconds(figure)} s on average"),
        WarningKind.Overload => new($"同时 {Show.Trimmed(figure)} 个", $"{Show.Trimmed(figure)} open"),
        _ => new(Rounded(figure), Rounded(figure)),
    };

    /// <summary>A figure alone, as of then.</summary>
    public static Wording Then(Raised of) => of.Figure is not { } figure ? new("", "") : of.Kind is WarningKind.Drift ? new(Rounded(figure), Rounded(figure)) : of.Kind is WarningKind.SlowAverage ? new($"{Show.Seconds(figure)} 秒", $"{Show.Seconds(figure)} s") : Limit(of.Kind, figure);

    private static Wording Limit(WarningKind kind, decimal limit) => kind switch
    {
        WarningKind.SlowAverage => new($"{Show.Trimmed(limit)} 秒", $"{Show.Trimmed(limit)} s"), WarningKind.Overload => new(Show.Trimmed(limit), Show.Trimmed(limit)), _ => new(Clock(limit), Clock(limit)),
    };

    /// <summary>The figure of several is the worst one's.</summary>
    private static Wording Most(WarningKind kind) => kind switch
    {
        WarningKind.SlowAverage => new("最慢", "slowest: "), WarningKind.Overload => new("最多", "most: "), _ => new("最久", "longest: "),
    };

    private static string Rounded(decimal figure) => Show.Trimmed(Math.Round(figure, 1, MidpointRounding.AwayFromZero));
    private static string Clock(decimal seconds) => WarningWords.Clock(seconds);
}
