using System.Globalization;
using System.Text.RegularExpressions;

namespace Heng.Engine.Scoring;

/// <summary>A stretch of values (区间) that says for each edge whether it owns it. Null is open to infinity.</summary>
public sealed partial record Interval(decimal? From, bool OwnsFrom, decimal? To, bool OwnsTo)
{
    public bool IsEmpty => From is { } from && To is { } to && (from > to || (from == to && !(OwnsFrom && OwnsTo)));

    public bool Contains(decimal value) => Contains(value, 1m);

    /// <summary>With the edges multiplied by a part month's share; a scaled edge rounds to 0.01 so that it is a number one can show.</summary>
    public bool Contains(decimal value, decimal share) =>
        (From is not { } from || (OwnsFrom ? value >= Scaling.Of(from, share) : value > Scaling.Of(from, share)))
        && (To is not { } to || (OwnsTo ? value <= Scaling.Of(to, share) : value < Scaling.Of(to, share)));

    /// <summary>What lies in both; it may be empty.</summary>
    public Interval And(Interval other)
    {
        var (from, ownsFrom) = Edge(From, OwnsFrom, other.From, other.OwnsFrom, upper: false);
        var (to, ownsTo) = Edge(To, OwnsTo, other.To, other.OwnsTo, upper: true);
        return new(from, ownsFrom, to, ownsTo);
    }

    /// <summary>Whether every value of the other lies in this one.</summary>
    public bool Holds(Interval other) => And(other) is var both && both.From == other.From && both.To == other.To
        && (other.From is null || both.OwnsFrom == other.OwnsFrom) && (other.To is null || both.OwnsTo == other.OwnsTo);

    private static (decimal?, bool) Edge(decimal? a, bool ownsA, decimal? b, bool ownsB, bool upper)
    {
        if (a is null || b is null) return a is null ? (b, ownsB) : (a, ownsA);
        if (a == b) return (a, ownsA && ownsB);
        return a < b == upper ? (a, ownsA) : (b, ownsB);
    }

    /// <summary>
    /// Reads <c>x ≤ 15</c>, <c>15 &lt; S ≤ 20</c>, <c>20 ≥ S &gt; 15</c>, <c>20 &lt; x</c>, <c>F ≥ 70%</c>, <c>= 3</c> and <c>2–4</c> (owns both edges), in full width too.
    /// Null where the text is none of these; an empty stretch is read, and <see cref="IsEmpty"/>.
    /// </summary>
    public static Interval? Parse(string text)
    {
        var plain = Plain(text).Replace(" ", "", StringComparison.Ordinal).Replace("<=", "≤", StringComparison.Ordinal).Replace(">=", "≥", StringComparison.Ordinal);
        if (Falling().Match(plain) is { Success: true } falling)
            return new(Number(falling, 4), falling.Groups[3].Value == "≥", Number(falling, 1), falling.Groups[2].Value == "≥");
        if (EdgeFirst().Match(plain) is { Success: true } first) return Parse($"x{Turned(first.Groups[2].Value)}{first.Groups[1].Value}");
        if (Between().Match(plain) is { Success: true } between)
            return new(Number(between, 1), between.Groups[2].Value == "≤", Number(between, 4), between.Groups[3].Value == "≤");
        if (Range().Match(plain) is { Success: true } range)
            return new(Number(range, 1), true, Number(range, 2), true);
        if (OneSided().Match(plain) is not { Success: true } one) return null;
        var edge = Number(one, 2);
        return one.Groups[1].Value switch
        {
            "<" => new(null, false, edge, false),
            "≤" => new(null, false, edge, true),
            ">" => new(edge, false, null, false),
            "≥" => new(edge, true, null, false),
            _ => new(edge, true, edge, true),
        };
    }

    public override string ToString() => this switch
    {
        { From: { } from, To: { } to } => Invariant($"{from} {(OwnsFrom ? '≤' : '<')} x {(OwnsTo ? '≤' : '<')} {to}"),
        { From: { } from } => Invariant($"x {(OwnsFrom ? '≥' : '>')} {from}"),
        { To: { } to } => Invariant($"x {(OwnsTo ? '≤' : '<')} {to}"),
        _ => "x",
    };

    /// <summary>Full-width letters, digits and signs (Ｓ＞２０) as their plain ones.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c));

    private static string Turned(string sign) => sign switch { "<" => ">", "≤" => "≥", ">" => "<", "≥" => "≤", _ => sign };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static decimal Number(Match match, int group)
    {
        var text = match.Groups[group].Value;
        return text.EndsWith('%') ? decimal.Parse(text[..^1], CultureInfo.InvariantCulture) / 100m : decimal.Parse(text, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(-?\d{1,12}(?:\.\d{1,8})?%?)(<|≤)[A-Za-z]+(<|≤)(-?\d{1,12}(?:\.\d{1,8})?%?)$")]
    private static partial Regex Between();
    [GeneratedRegex(@"^(-?\d{1,12}(?:\.\d{1,8})?%?)(>|≥)[A-Za-z]+(>|≥)(-?\d{1,12}(?:\.\d{1,8})?%?)$")]
    private static partial Regex Falling();
    [GeneratedRegex(@"^(-?\d{1,12}(?:\.\d{1,8})?%?)(<|≤|>|≥)[A-Za-z]+$")]
    private static partial Regex EdgeFirst();
    [GeneratedRegex(@"^(-?\d{1,12}(?:\.\d{1,8})?%?)[–~-](-?\d{1,12}(?:\.\d{1,8})?%?)$")]
    private static partial Regex Range();
    [GeneratedRegex(@"^[A-Za-z]*(<|≤|>|≥|=)(-?\d{1,12}(?:\.\d{1,8})?%?)$")]
    private static partial Regex OneSided();
}
