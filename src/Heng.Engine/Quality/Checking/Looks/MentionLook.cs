using Heng.Engine.Records;

namespace Heng.Engine.Quality.Checking.Looks;

/// <summary>
/// An order: a number of 12 to 24 digits (parts of one may be joined by a hyphen), or a card that says 订单 or has such a number. A link: an address with :// or www., a name that ends in a
/// usual domain, or any other card.
/// </summary>
internal sealed class MentionLook(Mention what) : Look
{
    private const int LeastDigits = 12, MostDigits = 24;
    private static readonly string[] Domains = [".com", ".cn", ".net", ".org", ".top", ".shop", ".vip", ".xyz", ".cc"];

    public override void Find(Scene scene, CheckedCondition of, HitWriter hits)
    {
        foreach (var line in of.Lines(scene))
        {
            var text = scene.Texts.InPlace(scene.Talk.TextOf(line), of.Rule.Reading);
            var (found, at) = (false, 0);
            while (at < text.Length && Next(text, at) is { Length: > 0 } span)
            {
                found = true;
                hits.Add(line, span.Start, span.Length);
                at = span.Start + span.Length;
            }
            if (!found && scene.Talk[line].Kind == MessageKind.Card && (what == Mention.Order) == text.Contains("订单", StringComparison.Ordinal)) hits.Add(line);
        }
    }

    private (int Start, int Length) Next(ReadOnlySpan<char> text, int at) => what == Mention.Order ? NextOrder(text, at) : NextLink(text, at);

    private static (int Start, int Length) NextOrder(ReadOnlySpan<char> text, int at)
    {
        for (int end; at < text.Length; at = Math.Max(end, at + 1))
        {
            var digits = 0;
            for (end = at; end < text.Length && (char.IsAsciiDigit(text[end]) || digits > 0 && text[end] == '-' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])); end++)
                if (text[end] != '-') digits++;
            if (digits is >= LeastDigits and <= MostDigits) return (at, end - at);
        }
        return default;
    }

    private static (int Start, int Length) NextLink(ReadOnlySpan<char> text, int at)
    {
        for (int end; at < text.Length; at = Math.Max(end, at + 1))
        {
            for (end = at; end < text.Length && IsOfAddress(text[end]);) end++;
            if (end > at && IsLink(text[at..end])) return (at, end - at);
        }
        return default;
    }

    private static bool IsOfAddress(char c) => c is > ' ' and < '\u007F' and not ('"' or '<' or '>' or ',' or ';' or '(' or ')');

    private static bool IsLink(ReadOnlySpan<char> word)
    {
        if (word.IndexOf("://", StringComparison.Ordinal) > 0 || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return word.Length > 4;
        foreach (var domain in Domains)
            if (word.IndexOf(domain, StringComparison.OrdinalIgnoreCase) is > 0 and var at && char.IsAsciiLetterOrDigit(word[at - 1])
                && (at + domain.Length == word.Length || !char.IsAsciiLetterOrDigit(word[at + domain.Length])) && !word[..at].Contains('@')) return true;
        return false;
    }
}
