using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>Knows the texts that a rule set lists as auto-replies (自动回复): the whole text, or how it begins; ordinal, as written.</summary>
public sealed class AutoReplies(RuleSet rules)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> texts = new HashSet<string>(rules.AutoReplyTexts, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Lists(ReadOnlySpan<char> text)
    {
        foreach (var prefix in rules.AutoReplyPrefixes)
            if (prefix.Length > 0 && text.StartsWith(prefix, StringComparison.Ordinal)) return true;
        return texts.Contains(text);
    }
}
