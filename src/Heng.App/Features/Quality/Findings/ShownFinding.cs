using Heng.Engine.Explanation;
using Heng.Engine.Quality;

namespace Heng.App.Features.Quality.Findings;

/// <summary>A finding as a page shows it. Points are what one takes, or, praised, adds.</summary>
public sealed record ShownFinding(string Id, string Rule, int Version, Wording Name, Severity Severity, string Category, decimal Points, bool Shadow, bool Struck)
{
    public bool Counts => !Shadow && !Struck;
}

/// <summary>A piece of a text; found where a rule points at it.</summary>
public sealed record TextPiece(string Text, Severity? Found);

/// <summary>Cuts a text where findings begin and end; of several over one place the gravest marks it. Length 0 is the whole text.</summary>
public static class TextPieces
{
    public static IReadOnlyList<TextPiece> Of(string text, IReadOnlyList<(ShownFinding Of, int Start, int Length)> found)
    {
        var spans = found.Select(f => f.Length == 0 ? (f.Of.Severity, From: 0, To: text.Length) : (f.Of.Severity, From: Math.Clamp(f.Start, 0, text.Length), To: Math.Clamp(f.Start + f.Length, 0, text.Length))).ToList();
        int[] cuts = [.. spans.SelectMany(s => new[] { s.From, s.To }).Append(0).Append(text.Length).Distinct().Order()];
        return [.. cuts.Zip(cuts.Skip(1)).Select(c => new TextPiece(text[c.First..c.Second], spans.Where(s => s.From <= c.First && c.Second <= s.To).Select(s => (Severity?)s.Severity).Min()))];
    }
}
