using System.Text.RegularExpressions;

namespace Heng.Intake.Chats;

/// <summary>The line over a message: who wrote, to whom where it says so, and when. Where the time stands on the next line it is not there yet.</summary>
internal readonly record struct ChatHead(string Nick, string? Other, string? Time);

/// <summary>How heads are written. Nicks hold no blanks and no punctuation of sentences, so that 预计发货：2024-01-01 10:00:00 is no head.</summary>
internal static partial class ChatHeads
{
    private const int LongestLine = 200;
    private const string Nick = @"[^\s\[\]，,；;：。！？!?""'>][^\s，,；;：。！？!?""'>]{0,63}?";
    private const string Time = @"(?<time>(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2} +\d{1,2}:\d{2}:\d{2})";

    [GeneratedRegex("^(?<nick>" + Nick + @")(?:\s*-->\s*(?<other>" + Nick + @"))?\s*" + Time + "$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CopiedHead();

    [GeneratedRegex(@"^\[(?<nick>[^\]]{1,64})\]\s*" + Time + "$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BracketedHead();

    [GeneratedRegex("^(?<nick>" + Nick + ")$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NickAlone();

    [GeneratedRegex("^" + Time + "$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TimeAlone();

    /// <summary>As the desktop client copies them: <c>nick2024-1-1 9:00:00</c> with or without a blank, <c>A --> B 2024-1-1 9:00:00</c>, or the nick alone.</summary>
    public static ChatHead? Copied(string line) => Of(CopiedHead(), line) ?? (IsShort(line) && NickAlone().IsMatch(line.Trim()) ? new ChatHead(line.Trim(), null, null) : null);

    /// <summary><c>[nick] 2024-01-01 10:00:00</c></summary>
    public static ChatHead? Bracketed(string line) => Of(BracketedHead(), line);

    public static string? TimeOf(string line) => IsShort(line) && TimeAlone().Match(line.Trim()) is { Success: true } match ? match.Groups["time"].Value : null;

    private static ChatHead? Of(Regex pattern, string line)
    {
        if (!IsShort(line) || pattern.Match(line.Trim()) is not { Success: true } match) return null;
        var other = match.Groups["other"];
        return new(match.Groups["nick"].Value.Trim(), other.Success ? other.Value : null, match.Groups["time"].Value);
    }

    private static bool IsShort(string line) => line.Length is > 0 and <= LongestLine;
}
