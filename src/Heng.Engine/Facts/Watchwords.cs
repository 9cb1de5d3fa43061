using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>Knows the words that take a reception out of the numbers (过滤词); ordinal, as written, anywhere in the text.</summary>
public sealed class Watchwords(RuleSet rules)
{
    public bool In(string text) => rules.Filters.Watchwords.Any(w => w.Length > 0 && text.Contains(w, StringComparison.Ordinal));
}
