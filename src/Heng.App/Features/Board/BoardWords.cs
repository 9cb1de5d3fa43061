using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Records;

namespace Heng.App.Features.Board;

internal static class BoardWords
{
    /// <summary>A wait as a clock shows it: 0:42, 12:05, 1:02:09.</summary>
    public static string Clock(long seconds) => seconds < 3600
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds % 3600 / 60:00}:{seconds % 60:00}");

    public static Wording Of(AccountStatus status) => status switch { AccountStatus.Online => new("在线", "online"), AccountStatus.Suspended => new("挂起", "paused"), _ => new("离线", "offline") };

    public static Wording Of(Severity severity) => severity switch { Severity.Fatal => new("致命", "fatal"), Severity.NonFatal => new("非致命", "non-fatal"), Severity.Advocated => new("提倡", "praise"), _ => new("关注", "attention") };

    public static string Tone(Severity severity) => severity switch { Severity.Fatal => "bad", Severity.NonFatal => "warn", Severity.Advocated => "good", _ => "info" };

    /// <summary>Whose a row is, also where it is nobody's.</summary>
    public static string Who(string? name, Language language) => name ?? language.T("未绑定账号", "unbound account");

    /// <summary>What a warning is about, how often so far, and who has it.</summary>
    public static string About(BoardWarning one, Language language) =>
        $" · {one.About}{(one.Count > 1 ? language.T($" · 累计 {one.Count} 次", $" · {one.Count} times so far") + (one.Newest is { } newest ? language.T($"，最近是{newest.Zh}", $", last {newest.En}") : "") : "")} · {(one.Taken is { } who ? language.T($"{who} 在处理", $"{who} has it") : language.T("待接手", "to be taken"))}";
}
