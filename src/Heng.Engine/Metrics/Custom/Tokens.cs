using System.Globalization;
using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics.Custom;

internal enum TokenKind { Number, Name, Quoted, Sign, End }

/// <summary>A word of a formula; At counts from 0. Value and Unit are a number's.</summary>
internal readonly record struct Token(TokenKind Kind, int At, int Length, string Text, decimal Value = 0m, Unit Unit = Unit.None);

/// <summary>Cuts a formula into words, up to the first that is none. Chinese punctuation and words stand for their signs.</summary>
internal sealed class Tokens(string text)
{
    private const int MostDigits = 12, MostDecimals = 8;
    private static readonly Dictionary<char, string> Signs = new()
    {
        ['+'] = "+", ['＋'] = "+", ['-'] = "-", ['−'] = "-", ['－'] = "-", ['–'] = "-", ['*'] = "*", ['×'] = "*", ['/'] = "/", ['÷'] = "/",
        ['('] = "(", ['（'] = "(", [')'] = ")", ['）'] = ")", [','] = ",", ['，'] = ",", ['、'] = ",",
        ['<'] = "<", ['＜'] = "<", ['>'] = ">", ['＞'] = ">", ['='] = "=", ['＝'] = "=", ['≤'] = "<=", ['≥'] = ">=", ['≠'] = "!=",
    };
    private static readonly string[] Pairs = ["<=", ">=", "!=", "<>", "=="];
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal) { ["且"] = "and", ["并且"] = "and", ["或"] = "or", ["或者"] = "or", ["非"] = "not", ["不是"] = "not" };

    private readonly List<Token> found = [];
    private int at;

    public FormulaError? Error { get; private set; }

    public IReadOnlyList<Token> Read()
    {
        while (Error is null && at < text.Length)
            if (char.IsWhiteSpace(text[at])) at++;
            else Next();
        found.Add(new(TokenKind.End, text.TrimEnd().Length, 0, ""));
        return found;
    }

    private void Next()
    {
        var first = text[at];
        if (char.IsAsciiDigit(first)) Number();
        else if (char.IsAsciiLetter(first)) Name(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '@' or '_');
        else if (first is '「' or '[' or '【' or '『') Quoted(first);
        else if (at + 1 < text.Length && Pairs.Contains(text.Substring(at, 2))) Sign(text.Substring(at, 2) switch { "<>" => "!=", "==" => "=", var pair => pair }, 2);
        else if (Signs.TryGetValue(first, out var sign)) Sign(sign, 1);
        else if (char.IsLetter(first)) Name(char.IsLetter);
        else Unknown();
    }

    /// <summary>Beyond the first 65,536 a character is two of .NET's, and half of one is no character.</summary>
    private void Unknown()
    {
        var character = text.Substring(at, char.IsSurrogatePair(text, at) ? 2 : 1);
        Fail("character-unknown", at, character.Length, $"不认识的字符“{character}”", $"the character '{character}' means nothing here");
    }

    private void Sign(string sign, int length)
    {
        found.Add(new(TokenKind.Sign, at, length, sign));
        at += length;
    }

    /// <summary>A hyphen belongs to the id that it stands in; at the end of one it is a minus that lacks its blank.</summary>
    private void Name(Func<char, bool> holds)
    {
        var word = Run(at, holds).TrimEnd('-');
        found.Add(new(TokenKind.Name, at, word.Length, Keywords.GetValueOrDefault(word, word)));
        at += word.Length;
    }

    private void Quoted(char open)
    {
        var close = open switch { '「' => '」', '【' => '】', '『' => '』', _ => ']' };
        var end = text.IndexOf(close, at);
        if (end < 0)
        {
            Fail("name-open", at, text.Length - at, $"指标名没有用“{close}”结束", $"the name that begins here does not end in {close}");
            return;
        }
        found.Add(new(TokenKind.Quoted, at, end + 1 - at, text[(at + 1)..end].Trim()));
        at = end + 1;
    }

    private void Number()
    {
        var whole = Run(at, char.IsAsciiDigit);
        var digits = whole;
        if (at + whole.Length + 1 < text.Length && text[at + whole.Length] == '.' && char.IsAsciiDigit(text[at + whole.Length + 1]))
            digits += "." + Run(at + whole.Length + 1, char.IsAsciiDigit);
        var rest = at + digits.Length;
        var suffix = rest < text.Length && text[rest] is '%' or '％' ? text[rest].ToString() : Run(rest, char.IsLetter);
        var length = digits.Length + suffix.Length;
        if (whole.Length > MostDigits || digits.Length - whole.Length - 1 > MostDecimals)
            Fail("number-unreadable", at, digits.Length, $"数字最多 {MostDigits} 位整数、{MostDecimals} 位小数", $"a number has at most {MostDigits} digits before the point and {MostDecimals} behind it");
        else if (suffix == "分")
            Fail("unit-unknown", rest, 1, "“分”可以是分值也可以是分钟，请写“分值”或“分钟”", "分 could be points or minutes: write points or min");
        else if (suffix.Length > 0 && !WrittenUnits.Read(suffix, out _))
            Fail("unit-unknown", rest, suffix.Length, $"不认识的单位“{suffix}”，可用：{WrittenUnits.Known}", $"'{suffix}' is no unit; known: {WrittenUnits.Known}");
        else
        {
            var unit = suffix.Length > 0 && WrittenUnits.Read(suffix, out var known) ? known : (Unit: Unit.None, Factor: 1m);
            found.Add(new(TokenKind.Number, at, length, text.Substring(at, length), decimal.Parse(digits, CultureInfo.InvariantCulture) * unit.Factor, unit.Unit));
            at += length;
        }
    }

    private string Run(int from, Func<char, bool> holds)
    {
        var to = from;
        while (to < text.Length && holds(text[to])) to++;
        return text[from..to];
    }

    private void Fail(string name, int from, int length, string zh, string en) => Error = new(name, from + 1, length, new(zh, en));
}
