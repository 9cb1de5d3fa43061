namespace Heng.Engine.Tests.Tidy;

/// <summary>
/// C# text with comments, and strings unless asked for, turned to blanks; every other character keeps its place.
/// The holes of interpolated strings are code and stay.
/// </summary>
public sealed class CodeScan
{
    private readonly string text;
    private readonly char[] result;
    private readonly bool keepStrings;
    private int at;

    private CodeScan(string text, bool keepStrings) => (this.text, result, this.keepStrings) = (text, text.ToCharArray(), keepStrings);

    public static string Code(string text) => new CodeScan(text, keepStrings: false).Run();
    public static string WithoutComments(string text) => new CodeScan(text, keepStrings: true).Run();

    private string Run()
    {
        Scan(holeBraces: 0);
        return new(result);
    }

    /// <summary>Walks code; inside a hole, up to and with the braces that end it.</summary>
    private void Scan(int holeBraces)
    {
        var depth = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (Here("//")) Blank(EndOf("\n", 0));
            else if (Here("/*")) Blank(EndOf("*/", 2));
            else if (c == '\'') CharLiteral();
            else if (c is '"' or '$' or '@' && StringBegins()) String();
            else if (holeBraces > 0 && c == '}' && depth == 0) { at += holeBraces; return; }
            else
            {
                if (c == '{') depth++;
                if (c == '}') depth--;
                at++;
            }
        }
    }

    private bool Here(string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private int EndOf(string what, int extra)
    {
        var end = text.IndexOf(what, Math.Min(at + extra, text.Length), StringComparison.Ordinal);
        return end < 0 ? text.Length : end + extra;
    }

    private void Blank(int end, bool isString = false)
    {
        for (end = Math.Min(end, text.Length); at < end; at++)
            if (text[at] != '\n' && !(isString && keepStrings)) result[at] = ' ';
    }

    private void CharLiteral()
    {
        var end = at + 1;
        while (end < text.Length && text[end] is not ('\'' or '\n')) end += text[end] == '\\' ? 2 : 1;
        Blank(end + 1, isString: true);
    }

    private bool StringBegins()
    {
        var quote = at;
        while (quote < text.Length && text[quote] is '$' or '@') quote++;
        return quote < text.Length && text[quote] == '"';
    }

    private void String()
    {
        var (dollars, verbatim) = (0, false);
        for (; text[at] != '"'; Blank(at + 1, isString: true))
            if (text[at] == '$') dollars++;
            else verbatim = true;
        var quotes = Run('"', at);
        if (verbatim || quotes < 2) Body(1, dollars, verbatim);
        else if (quotes == 2) Blank(at + 2, isString: true);
        else Body(quotes, dollars, verbatim: true);
    }

    /// <summary>A string's inside, at its first quote. Three quotes and more are a raw string: no escapes, and as many braces as dollars open a hole.</summary>
    private void Body(int quotes, int dollars, bool verbatim)
    {
        Blank(at + quotes, isString: true);
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '"')
            {
                var run = Run('"', at);
                if (quotes >= 3 ? run >= quotes : !verbatim || run % 2 == 1) { Blank(at + (quotes >= 3 || verbatim ? run : 1), isString: true); return; }
                Blank(at + run, isString: true);
            }
            else if (c == '\\' && !verbatim) Blank(at + 2, isString: true);
            else if (c == '\n' && !verbatim && dollars == 0) return;
            else if (c == '{' && dollars > 0) Hole(quotes >= 3 ? dollars : 1, doubled: quotes < 3);
            else Blank(at + 1, isString: true);
        }
    }

    private void Hole(int braces, bool doubled)
    {
        var run = Run('{', at);
        if (doubled ? run % 2 == 0 : run < braces) { Blank(at + run, isString: true); return; }
        Blank(at + run - braces, isString: true);
        at += braces;
        Scan(braces);
    }

    private int Run(char c, int from)
    {
        var end = from;
        while (end < text.Length && text[end] == c) end++;
        return end - from;
    }
}
