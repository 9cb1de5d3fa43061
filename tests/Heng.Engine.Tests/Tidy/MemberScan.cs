using System.Text.RegularExpressions;

namespace Heng.Engine.Tests.Tidy;

/// <summary>A method, constructor or property with a body: its first line in the file and how many lines it takes.</summary>
public readonly record struct Member(string Name, int Line, int Lines);

/// <summary>Finds the members of all types of a C# file by matching braces. Fields and their initial values are no members: a table may be long.</summary>
public sealed partial class MemberScan
{
    private readonly string code;
    private readonly List<Member> members = [];

    private MemberScan(string code) => this.code = code;

    /// <param name="code">Without comments and strings, see <see cref="SourceFile.Code"/>.</param>
    public static IReadOnlyList<Member> Of(string code)
    {
        var scan = new MemberScan(code);
        scan.Body(0, inType: false);
        return scan.members;
    }

    /// <summary>Walks a type's body (or the file) from <paramref name="at"/> and returns the place after its closing brace.</summary>
    private int Body(int at, bool inType)
    {
        var (start, parens, field, arrow) = (at, 0, false, false);
        for (; at < code.Length; at++)
        {
            var c = code[at];
            if (c is '(' or '[') parens++;
            else if (c is ')' or ']') parens--;
            else if (c == '=' && parens == 0 && !arrow) (field, arrow) = (field || IsAssignment(at), Next(at) == '>');
            else if (c == '}') return at + 1;
            else if (c == '{')
            {
                var header = code[start..at];
                var isType = parens == 0 && !field && !arrow && Type().IsMatch(header);
                at = (isType && !Enumeration().IsMatch(header) ? Body(at + 1, inType: !Space().IsMatch(header)) : AfterBlock(at)) - 1;
                if (parens > 0 || field || arrow) continue;
                if (!isType && inType) Add(start, at);
                start = at + 1;
            }
            else if (c == ';' && parens == 0)
            {
                if (inType && arrow && !field) Add(start, at);
                (start, field, arrow) = (at + 1, false, false);
            }
        }
        return at;
    }

    private char Next(int at) => at + 1 < code.Length ? code[at + 1] : ' ';

    private bool IsAssignment(int at) => Next(at) is not ('=' or '>') && code[at - 1] is not ('=' or '!' or '<' or '>');

    private int AfterBlock(int at)
    {
        var depth = 0;
        for (; at < code.Length; at++)
        {
            if (code[at] == '{') depth++;
            if (code[at] == '}' && --depth == 0) return at + 1;
        }
        return at;
    }

    private void Add(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(code[start])) start++;
        var name = Identifier().Match(code, start, end - start).Groups["name"].Value;
        members.Add(new(name, LineOf(start), LineOf(end) - LineOf(start) + 1));
    }

    private int LineOf(int offset) => code.AsSpan(0, Math.Min(offset, code.Length)).Count('\n') + 1;

    [GeneratedRegex(@"(?<![\w.@])((class|struct|record|interface|enum|namespace)\s+[\w@]|extension\s*[(<])")]
    private static partial Regex Type();

    [GeneratedRegex(@"(?<![\w.@])enum\s")]
    private static partial Regex Enumeration();

    [GeneratedRegex(@"(?<![\w.@])namespace\s")]
    private static partial Regex Space();

    [GeneratedRegex(@"(?<name>[\w@]+)\s*(<[^()=;{}]*>)?\s*(\(|\{|=>)")]
    private static partial Regex Identifier();
}
