using Heng.Engine.Explanation;
using Heng.Engine.Quality;

namespace Heng.App.Features.Quality.Findings;

/// <summary>How grave findings are, in words, icons and tones: never by colour alone.</summary>
public static class SeverityWords
{
    public static Wording Of(Severity severity) => severity switch
    {
        Severity.Fatal => new("致命", "fatal"),
        Severity.NonFatal => new("非致命", "non-fatal"),
        Severity.Advocated => new("提倡", "praised"),
        _ => new("关注", "attention"),
    };

    public static string Icon(Severity severity) => severity switch { Severity.Fatal => "ban", Severity.NonFatal => "circle-alert", Severity.Advocated => "circle-check", _ => "info" };

    /// <summary>The tones of the transcript's marks.</summary>
    public static string Tone(Severity severity) => severity switch { Severity.Fatal => "never", Severity.NonFatal => "slow", Severity.Advocated => "fast", _ => "fair" };

    public static string Tag(Severity severity) => severity switch { Severity.Fatal => "bad", Severity.NonFatal => "warn", Severity.Advocated => "good", _ => "info" };

    /// <summary>Why it is in no number; empty where it is.</summary>
    public static Wording State(ShownFinding finding) => finding switch
    {
        { Struck: true } => new("申诉后已撤销", "struck after an appeal"),
        { Shadow: true } => new("影子运行，不计分", "in shadow, counts nowhere"),
        _ => default,
    };

    public static Wording Points(ShownFinding finding) => finding switch
    {
        { Counts: false } => State(finding),
        { Severity: Severity.Fatal } => new("本次接待 0 分", "the reception is 0"),
        { Severity: Severity.NonFatal } => new($"−{Ui.Show.Trimmed(finding.Points)} 分", $"−{Ui.Show.Trimmed(finding.Points)} points"),
        { Severity: Severity.Advocated } => new($"+{Ui.Show.Trimmed(finding.Points)} 分", $"+{Ui.Show.Trimmed(finding.Points)} points"),
        _ => new("不扣分", "takes no points"),
    };
}
