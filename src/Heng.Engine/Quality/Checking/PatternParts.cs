using System.Text;

namespace Heng.Engine.Quality.Checking;

/// <summary>
/// The fixed parts of a pattern: of each of its alternatives the longest run of characters that stands in whatever it matches. Null where there is none to be sure of, and then every text
/// is tried.
/// </summary>
internal static class PatternParts
{
    private const string Special = @"\[](){}*+?^$.|#";

    public static IReadOnlyList<string>? Of(string pattern)
    {
        if (pattern.Replace("(?:", "(", StringComparison.Ordinal).Contains("(?", StringComparison.Ordinal)) return null;
        var (parts, longest, run) = (new List<string>(), "", new StringBuilder());
        for (var i = 0; i <= pattern.Length;)
        {
            if (Plain(pattern, i) is { } plain && !(After(pattern, i) is '?' or '*' or '{'))
            {
                run.Append(plain);
                i += pattern[i] == '\\' ? 2 : 1;
                // What may be said once more stands apart from what follows.
                if (i == pattern.Length || pattern[i] != '+') continue;
            }
            if (run.Length > longest.Length) longest = run.ToString();
            run.Clear();
            if (i < pattern.Length && pattern[i] != '|')
            {
                if ((i = Behind(pattern, i)) < 0) return null;
                continue;
            }
            if (longest.Length == 0) return null;
            parts.Add(longest);
            (longest, i) = ("", i + 1);
        }
        return parts;
    }

    /// <summary>The character that stands for itself here, plain or behind a backslash.</summary>
    private static char? Plain(string pattern, int at) =>
        at >= pattern.Length ? null
        : pattern[at] == '\\' ? at + 1 < pattern.Length && !char.IsAsciiLetterOrDigit(pattern[at + 1]) && pattern[at + 1] != '_' ? pattern[at + 1] : null
        : Special.Contains(pattern[at]) ? null : pattern[at];

    private static char After(string pattern, int at) => at + (pattern[at] == '\\' ? 2 : 1) is var next && next < pattern.Length ? pattern[next] : '\0';

    /// <summary>Behind what stands here and is not fixed: a class, a group, a repetition; -1 where that is not told easily.</summary>
    private static int Behind(string pattern, int at)
    {
        switch (pattern[at])
        {
            case '\\':
                return at + 1 < pattern.Length && "dDwWsSbBnrt".Contains(pattern[at + 1]) || Plain(pattern, at) is not null ? at + 2 : -1;
            case '[':
                var end = at + 1 < pattern.Length && pattern[at + 1] == '^' ? at + 3 : at + 2;
                for (; end < pattern.Length && pattern[end] != ']'; end++)
                    if (pattern[end] == '[') return -1;
                    else if (pattern[end] == '\\') end++;
                return end < pattern.Length && pattern[at + 1] != '\\' ? end + 1 : -1;
            case '(':
                for (at++; at < pattern.Length && pattern[at] != ')';)
                    if ((at = pattern[at] == '|' || Plain(pattern, at) is not null && pattern[at] != '\\' ? at + 1 : Behind(pattern, at)) < 0) return -1;
                return at < pattern.Length ? at + 1 : -1;
            case '{':
                return pattern.IndexOf('}', at) is >= 0 and var close ? close + 1 : -1;
            default:
                return at + 1;
        }
    }
}
