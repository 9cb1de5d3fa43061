using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>Knows the words that take a reception out of the numbers (过滤词); ordinal, as written, anywhere in the text.</summary>
public sealed class Watchwords(RuleSet rules)
{
    public bool In(ReadOnlySpan<char> text)
    {
        foreach (var word in rules.Filters.Watchwords)
            if (word.Length > 0 && text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
