using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>Knows the texts that a rule set lists as auto-replies (自动回复): the whole text, or how it begins; ordinal, as written.</summary>
public sealed class AutoReplies(RuleSet rules)
{
    private readonly HashSet<string> texts = new(rules.AutoReplyTexts, StringComparer.Ordinal);

    public bool Lists(string text) => texts.Contains(text) || rules.AutoReplyPrefixes.Any(p => p.Length > 0 && text.StartsWith(p, StringComparison.Ordinal));
}
