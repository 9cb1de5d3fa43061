using System.Text.RegularExpressions;

namespace Heng.Engine.Tests.Tidy;

/// <summary>Type declarations in scanned code (comments and strings already blank).</summary>
public static partial class Declarations
{
    public static IEnumerable<string> TypesIn(string code) => Types(code).Select(t => t.Name);

    public static IEnumerable<(string Keyword, string Name, int At, string[] Parents)> Types(string code) =>
        Type().Matches(code).Select(m => (m.Groups["keyword"].Value, m.Groups["name"].Value, m.Index, ParentsAfter(code, m.Index + m.Length)));

    /// <summary>What stands between the colon and the body or the constraints, as plain names without type arguments.</summary>
    private static string[] ParentsAfter(string code, int at)
    {
        var end = code.AsSpan(at).IndexOfAny('{', ';');
        var header = Parentheses().Replace(end < 0 ? code[at..] : code.Substring(at, end), "");
        header = header.Split(" where ", 2)[0];
        return header.Contains(':') ? [.. Identifier().Matches(header[header.IndexOf(':')..]).Select(m => m.Value)] : [];
    }

    [GeneratedRegex(@"(?<![\w.@])(?<keyword>class|struct|interface|enum|record(\s+(class|struct))?)\s+(?<name>[A-Za-z_]\w*)(?=\s*[<({:;]|\s*$|\s+where\b)", RegexOptions.Multiline)]
    private static partial Regex Type();

    [GeneratedRegex(@"\((?>[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)")]
    private static partial Regex Parentheses();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Identifier();
}
